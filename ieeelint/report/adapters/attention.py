"""Result files of the attention benchmark: JSON Lines of measurements, environments and trainings.

Of rows with the same ``id`` the last counts, in the place of the first.  Unknown (null) is
nothing recorded; a status other than ok is a failure of every metric.

Keys of measurements (``attn-bench/1``): ``module``, ``variant``, ``options`` ("memory=8"; ""
without; several by ", ", in order of name), each option as ``options.NAME``,
``configuration`` (module and options: "psa(reduction=8)"), ``implementation``, ``backend``,
``shape`` ("4x128x7x7"), ``batch``, ``channels``, ``height`` and ``width`` (maps only),
``tokens`` (places of a map, or the length of a sequence), ``dtype``, ``device``, ``mode``,
``timing``, ``seed``, ``suite``, ``processor`` (the model the environment names, the GPU's for
``cuda``) and ``torch`` (its version).

Metrics: ``latency`` (ns; the recorded median with its 95 % interval and number of samples;
samples are the medians of the processes), ``latency_per_item`` (the same over the batch),
``speedup`` (the recorded ratio to the group's first case, from samples taken in turn; its 95 %
interval), ``peak_memory`` and ``saved_memory`` (B), ``parameters``, ``multiply_adds``,
``flops``, ``least_bytes`` (B), ``floor`` (ns), ``floor_share`` (floor over median latency, %,
with the interval of the latency).

Keys of trainings (``attn-train/1``): ``task``, ``module``, ``options``, ``options.NAME``,
``recipe`` (its id), ``seed``, ``processor``, ``torch``.  Metrics: ``test_accuracy`` (1),
``validation_accuracy`` (that of the epoch kept), ``best_epoch``, ``epochs``, ``parameters``,
``seconds`` (s).
"""

from __future__ import annotations

from ieeelint.report.adapters.rows import rows
from ieeelint.report.adapters.values import (
    EMPTY,
    not_a_number,
    number_of,
    samples_of,
    status_of,
    written,
)
from ieeelint.report.records import OK, SKIPPED, Place, Record, Summary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ieeelint.report.adapters.source import Asked, Source
    from ieeelint.report.records import Key

BENCH, ENVIRONMENT, TRAIN = "attn-bench", "attn-env", "attn-train"
MAJOR = 1  # the newest major version of each schema that is known here
AXES = (
    "module",
    "variant",
    "implementation",
    "backend",
    "dtype",
    "device",
    "mode",
    "timing",
    "seed",
)
MEASUREMENTS = (
    "latency",
    "latency_per_item",
    "speedup",
    "peak_memory",
    "saved_memory",
    "parameters",
    "multiply_adds",
    "flops",
    "least_bytes",
    "floor",
    "floor_share",
)
TRAININGS = (
    "test_accuracy",
    "validation_accuracy",
    "best_epoch",
    "epochs",
    "parameters",
    "seconds",
)
# metric -> block of the row, field in it, unit
PLAIN = {
    "peak_memory": ("memory", "peak_bytes", "B"),
    "saved_memory": ("memory", "saved_bytes", "B"),
    "parameters": ("work", "parameters", ""),
    "multiply_adds": ("work", "multiply_adds", ""),
    "flops": ("work", "flops", ""),
    "least_bytes": ("work", "least_bytes", "B"),
    "floor": ("work", "floor_ns", "ns"),
}


def read(source: Source, asked: Asked) -> Iterator[Record]:
    """The records of a file; raises ReportError for rows of unknown kinds or newer major
    versions.
    """
    last: dict[tuple[str, Any], tuple[int, dict[str, Any]]] = {}
    environments: dict[Any, dict[str, Any]] = {}
    for line, row in rows(source):
        kind = _kind(row, source, line)
        if kind == ENVIRONMENT:
            environments[row.get("env_id")] = _block(row, "content")
        elif not isinstance(row.get("id"), str):
            raise source.error("has no id; it is no whole row of the attention benchmark.", line)
        else:
            last[kind, row["id"]] = line, row
    for (kind, _), (line, row) in last.items():
        place = Place(source.name, line)
        try:
            yield from (_measurements if kind == BENCH else _trainings)(
                row, environments, asked, place
            )
        except (KeyError, TypeError, AttributeError, ValueError, IndexError) as error:
            raise source.error(
                f"lacks what a row of {row['schema']} must have ({type(error).__name__}: {error}). "
                "Was it edited by hand?",
                line,
            ) from None


def _kind(row: dict[str, Any], source: Source, line: int) -> str:
    name, _, version = str(row.get("schema", "")).partition("/")
    if name not in (BENCH, ENVIRONMENT, TRAIN):
        raise source.error(
            f"has schema {row.get('schema')!r}, unlike the rows of the attention benchmark before"
            " it. Keep different kinds of rows in different files.",
            line,
        )
    major = version.split(".")[0]
    if not major.isdecimal() or int(major) != MAJOR:
        raise source.error(
            f"is of schema {name}/{version}; this version of ieeelint reads {name}/{MAJOR}. Use a"
            " newer ieeelint.",
            line,
        )
    return name


def _block(row: dict[str, Any], name: str) -> dict[str, Any]:
    block = row.get(name)
    return block if isinstance(block, dict) else {}


def _measurements(
    row: dict[str, Any], environments: dict[Any, Any], asked: Asked, place: Place
) -> Iterator[Record]:
    keys = _case_keys(row)
    keys.update(_machine(environments.get(row["env_id"]), keys["device"]))
    asked.met.update(dict.fromkeys(MEASUREMENTS))
    yield from _records(row, keys, MEASUREMENTS, _measured, asked, place)


def _records(
    row: dict[str, Any],
    keys: dict[str, Key],
    names: tuple[str, ...],
    measured: Any,
    asked: Asked,
    place: Place,
) -> Iterator[Record]:
    status = status_of(row["status"], place)
    time = _block(row, "run").get("finished") or ""
    for metric in names:
        if metric not in asked.metrics:
            continue
        if status != OK:
            yield Record(
                keys,
                metric,
                None,
                status=status,
                place=place,
                reason=row["reason"] or "",
                time=time,
            )
            continue
        found = measured(row, metric, place)
        if found is None:
            yield Record(keys, metric, None, status=SKIPPED, place=place, reason=EMPTY, time=time)
        else:
            value, unit, summary, samples = found
            yield Record(
                keys, metric, value, unit, place=place, summary=summary, samples=samples, time=time
            )


def _case_keys(row: dict[str, Any]) -> dict[str, Key]:
    case = row["case"]
    keys: dict[str, Key] = {name: case[name] for name in AXES}
    keys["suite"] = row["suite"]
    shape = case["shape"]
    keys["shape"] = "x".join(map(str, shape))
    if len(shape) == 4:
        keys["batch"], keys["channels"], keys["height"], keys["width"] = shape
        keys["tokens"] = shape[2] * shape[3]
    else:
        keys["batch"], keys["tokens"], keys["channels"] = shape
    keys.update(_options(case["options"]))
    keys["configuration"] = (
        f"{case['module']}({keys['options']})" if keys["options"] else case["module"]
    )
    return keys


def _options(options: dict[str, Any]) -> dict[str, Key]:
    keys: dict[str, Key] = {
        "options": ", ".join(f"{name}={written(options[name])}" for name in sorted(options))
    }
    for name, value in options.items():
        keys[f"options.{name}"] = value if isinstance(value, (str, int, float)) else written(value)
    return keys


def _machine(content: dict[str, Any] | None, device: Key) -> dict[str, Key]:
    if not content:
        return {}
    part = _block(content, "cpu" if device == "cpu" else "gpu")
    found = {"processor": part.get("model") or part.get("name"), "torch": content.get("torch")}
    return {name: value for name, value in found.items() if isinstance(value, str)}


_Measured = tuple[float, str, "Summary | None", "list[float]"]


def _measured(row: dict[str, Any], metric: str, place: Place) -> _Measured | None:
    if metric in PLAIN:
        block, name, unit = PLAIN[metric]
        value = _block(row, block).get(name)
        return None if value is None else (number_of(value, metric, place), unit, None, [])
    if metric == "speedup":
        ratio = row["ratio"]
        if ratio is None:
            return None
        low, high = (number_of(end, metric, place) for end in ratio["ci95"])
        return (
            number_of(ratio["median"], metric, place),
            "",
            Summary("median", None, low, high, 0.95),
            [],
        )
    time = row["time_ns"]
    if time is None:
        return None
    middle = number_of(time["median"], metric, place)
    low, high = (number_of(end, metric, place) for end in time["ci95"])
    count = time["samples"]
    if metric == "latency":
        launches = samples_of(time["launches"], metric, place)
        return middle, "ns", Summary("median", count, low, high, 0.95), launches
    if metric == "latency_per_item":
        batch = row["case"]["shape"][0]
        launches = [one / batch for one in samples_of(time["launches"], metric, place)]
        return (
            middle / batch,
            "ns",
            Summary("median", count, low / batch, high / batch, 0.95),
            launches,
        )
    floor = _block(row, "work").get("floor_ns")
    if floor is None:
        return None
    if min(low, middle) <= 0:
        raise not_a_number("a share of no time", metric, place)
    floor = number_of(floor, metric, place)
    share = Summary("median", count, 100 * floor / high, 100 * floor / low, 0.95)
    return 100 * floor / middle, "%", share, []


def _trainings(
    row: dict[str, Any], environments: dict[Any, Any], asked: Asked, place: Place
) -> Iterator[Record]:
    case = row["case"]
    keys: dict[str, Key] = {
        "task": row["task"],
        "module": case["module"],
        "recipe": row["recipe_id"],
        "seed": row["seed"],
    }
    keys.update(_options(case["options"]))
    content = environments.get(row["env_id"])
    keys.update(_machine(content, _block({"content": content}, "content").get("device", "cpu")))
    asked.met.update(dict.fromkeys(TRAININGS))
    yield from _records(row, keys, TRAININGS, _trained, asked, place)


def _trained(row: dict[str, Any], metric: str, place: Place) -> _Measured | None:
    if metric == "epochs":
        value: Any = len(row["curve"])
    elif metric == "validation_accuracy":
        best = row["best_epoch"]
        found = [step["validation_accuracy"] for step in row["curve"] if step["epoch"] == best]
        value = found[0] if found else None
    else:
        value = row[metric]
    if value is None:
        return None
    return number_of(value, metric, place), "s" if metric == "seconds" else "", None, []
