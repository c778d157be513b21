"""Records of curves over steps: all points if ``step`` or ``epoch`` is a requested key, else one
point for each run, the last or that of the best step.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ieeelint.report.adapters.values import measure
from ieeelint.report.records import Location, Record, ReportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ieeelint.report.adapters.source import Request
    from ieeelint.report.records import Key

STEP, EPOCH = "step", "epoch"


@dataclass(slots=True)
class Curve:
    """The values of one metric in one run, by step, with place and time; the last value
    of a step is used.  ``epochs`` has the epochs of steps that have one.
    """

    metric: str
    keys: dict[str, Key]
    points: dict[int, tuple[object, Location, str | float]] = field(default_factory=dict)
    epochs: dict[int, Key] = field(default_factory=dict)


def records(curves: Sequence[Curve], request: Request) -> Iterator[Record]:
    """The records of the curves of a file, in order of steps.

    Raises ReportError if the step is chosen by a metric that no curve has.
    """
    request.available.update(dict.fromkeys(curve.metric for curve in curves))
    runs: dict[tuple[tuple[str, Key], ...], list[Curve]] = {}
    for curve in curves:
        runs.setdefault(tuple(curve.keys.items()), []).append(curve)
    for run in runs.values():
        chosen = _chosen_step(run, request)
        for curve in run:
            if curve.metric in request.metrics:
                yield from _of_curve(curve, request, chosen)


def _of_curve(curve: Curve, request: Request, chosen: int | None) -> Iterator[Record]:
    for step in _steps(curve, request, chosen):
        value, location, time = curve.points[step]
        keys = dict(curve.keys)
        if STEP in request.keys:
            keys[STEP] = step
        if EPOCH in request.keys and step in curve.epochs:
            keys[EPOCH] = curve.epochs[step]
        record = Record(keys, curve.metric, None, location=location, time=time)
        measure(record, value, f"{curve.metric} at step {step}")
        yield record


def _steps(curve: Curve, request: Request, chosen: int | None) -> Iterable[int]:
    steps = sorted(curve.points)
    if STEP in request.keys:
        return steps
    if EPOCH in request.keys:  # the last step of each epoch
        return {curve.epochs.get(step): step for step in steps if step in curve.epochs}.values()
    if chosen is None:
        return steps[-1:]
    until = [step for step in steps if step <= chosen]
    return until[-1:] or steps[:1]


def _chosen_step(run: Sequence[Curve], request: Request) -> int | None:
    """The step of a run at which the metric of ``request.best`` is best; None if none is
    requested.
    """
    if request.best is None or {STEP, EPOCH} & request.keys:
        return None
    metric, end = request.best
    curve = next((curve for curve in run if curve.metric == metric), None)
    values: dict[int, float] = {}
    for step, (value, location, _) in curve.points.items() if curve else ():
        record = Record({}, metric, None, location=location)
        measure(record, value, f"{metric} at step {step}")
        if record.value is not None:
            values[step] = record.value
    if not values:
        place = next(iter(run[0].points.values()))[1]
        names = ", ".join(sorted({curve.metric for curve in run}))
        raise ReportError(
            f'best_by: this run has no values of "{metric}". Its metrics: {names}.',
            place.path,
            place.line,
        )
    best = max(values.values()) if end == "max" else min(values.values())
    return next(step for step, value in sorted(values.items()) if value == best)
