"""Records of curves over steps: all points if ``step`` is a requested key, else the last point."""

from __future__ import annotations

from dataclasses import dataclass, field

from ieeelint.report.adapters.values import measure
from ieeelint.report.records import Location, Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.report.adapters.source import Request
    from ieeelint.report.records import Key


@dataclass(slots=True)
class Curve:
    """The values of one metric in one run, by step, with place and time; the last value
    of a step is used.
    """

    metric: str
    keys: dict[str, Key]
    points: dict[int, tuple[object, Location, str | float]] = field(default_factory=dict)


def records(curve: Curve, request: Request) -> Iterator[Record]:
    """The records of a curve, in order of steps."""
    request.available[curve.metric] = None
    if curve.metric not in request.metrics:
        return
    every = "step" in request.keys
    for step in sorted(curve.points) if every else [max(curve.points)]:
        value, location, time = curve.points[step]
        keys = {**curve.keys, "step": step} if every else curve.keys
        record = Record(keys, curve.metric, None, location=location, time=time)
        measure(record, value, f"{curve.metric} at step {step}")
        yield record


def path_keys(name: str) -> dict[str, Key]:
    """The keys in a path: ``run`` is its folder, and parts such as "module=se,seed=3" are keys."""
    from ieeelint.report.adapters.values import key_of

    folder = name.rpartition("/")[0]
    keys: dict[str, Key] = {"run": folder or "."}
    for part in folder.replace(",", "/").split("/"):
        key, equal, value = part.partition("=")
        if equal and key:
            keys[key] = key_of(value)
    return keys
