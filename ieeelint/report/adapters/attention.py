"""Result files of the attention benchmark: JSON Lines of measurements, environments and trainings.

Of rows with the same ``id`` the last counts, in the location of the first.  Unknown (null) is
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
from ieeelint.report.fields import FieldError, Fields
from ieeelint.report.records import OK, SKIPPED, Location, Record, Summary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ieeelint.report.adapters.source import Asked, Source
    from ieeelint.report.records import Key

    # a value, its unit, what is known of its repeats, and the repeats
    Measured = tuple[float, str, Summary | None, list[float]]
    Environments = dict[str, Fields]

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
    last: dict[tuple[str, str], tuple[int, Fields]] = {}
    environments: Environments = {}
    for line, content in rows(source):
        row = Fields(content)
        kind = _kind(row, source, line)
        id_, environment = content.get("id"), content.get("env_id")
        if kind == ENVIRONMENT:
            if isinstance(environment, str):
                environments[environment] = row.optional("content")
        elif not isinstance(id_, str):
            raise source.error("has no id; it is no whole row of the attention benchmark.", line)
        else:
            last[kind, id_] = line, row
    for (kind, _), (line, row) in last.items():
        location = Location(source.name, line)
        try:
            yield from (_measurements if kind == BENCH else _trainings)(
                row, environments, asked, location
            )
        except FieldError as error:
            raise source.error(
                f"lacks what a row of {row.text('schema')} must have ({error.message}). "
                "Was it edited by hand?",
                line,
            ) from None


def _kind(row: Fields, source: Source, line: int) -> str:
    schema = row.content.get("schema")
    name, _, version = str(schema or "").partition("/")
    if name not in (BENCH, ENVIRONMENT, TRAIN):
        raise source.error(
            f"has schema {schema!r}, unlike the rows of the attention benchmark before"
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


def _measurements(
    row: Fields, environments: Environments, asked: Asked, location: Location
) -> Iterator[Record]:
    keys = _case_keys(row)
    keys.update(_machine(_environment(row, environments), keys["device"]))
    asked.met.update(dict.fromkeys(MEASUREMENTS))
    yield from _records(row, keys, MEASUREMENTS, _measured, asked, location)


def _records(
    row: Fields,
    keys: dict[str, Key],
    names: tuple[str, ...],
    measured: Callable[[Fields, str, Location], Measured | None],
    asked: Asked,
    location: Location,
) -> Iterator[Record]:
    status = status_of(row.value("status"), location)
    time = row.optional("run").text_or_empty("finished")
    for metric in names:
        if metric not in asked.metrics:
            continue
        if status != OK:
            reason = row.text_or_empty("reason")
            yield Record(
                keys, metric, None, status=status, location=location, reason=reason, time=time
            )
            continue
        found = measured(row, metric, location)
        if found is None:
            yield Record(
                keys, metric, None, status=SKIPPED, location=location, reason=EMPTY, time=time
            )
        else:
            value, unit, summary, samples = found
            yield Record(
                keys,
                metric,
                value,
                unit,
                location=location,
                summary=summary,
                samples=samples,
                time=time,
            )


def _case_keys(row: Fields) -> dict[str, Key]:
    case = row.object("case")
    keys: dict[str, Key] = {name: case.key(name) for name in AXES}
    keys["suite"] = row.key("suite")
    shape = case.wholes("shape")
    keys["shape"] = "x".join(map(str, shape))
    if len(shape) == 4:
        keys["batch"], keys["channels"], keys["height"], keys["width"] = shape
        keys["tokens"] = shape[2] * shape[3]
    elif len(shape) == 3:
        keys["batch"], keys["tokens"], keys["channels"] = shape
    else:
        raise case.wrong("shape", "a list of 3 or 4 numbers", case.value("shape"))
    keys.update(_options(case.object("options")))
    module = case.key("module")
    keys["configuration"] = f"{module}({keys['options']})" if keys["options"] else module
    return keys


def _options(options: Fields) -> dict[str, Key]:
    values = options.content
    keys: dict[str, Key] = {
        "options": ", ".join(f"{name}={written(values[name])}" for name in sorted(values))
    }
    for name, value in values.items():
        keys[f"options.{name}"] = value if isinstance(value, (str, int, float)) else written(value)
    return keys


def _environment(row: Fields, environments: Environments) -> Fields:
    """The environment that a row names; an empty one where the file has none of that name."""
    name = row.value("env_id")
    return environments.get(name, Fields({})) if isinstance(name, str) else Fields({})


def _machine(environment: Fields, device: Key) -> dict[str, Key]:
    part = environment.optional("cpu" if device == "cpu" else "gpu").content
    found = {
        "processor": part.get("model") or part.get("name"),
        "torch": environment.content.get("torch"),
    }
    return {name: value for name, value in found.items() if isinstance(value, str)}


def _measured(row: Fields, metric: str, location: Location) -> Measured | None:
    if metric in PLAIN:
        block, name, unit = PLAIN[metric]
        value = row.optional(block).content.get(name)
        return None if value is None else (number_of(value, metric, location), unit, None, [])
    if metric == "speedup":
        ratio = row.object("ratio") if row.value("ratio") is not None else None
        if ratio is None:
            return None
        low, high = _interval(ratio, metric, location)
        middle = number_of(ratio.value("median"), metric, location)
        return middle, "", Summary("median", None, low, high, 0.95), []
    time = row.object("time_ns") if row.value("time_ns") is not None else None
    return None if time is None else _timed(row, time, metric, location)


def _timed(row: Fields, time: Fields, metric: str, location: Location) -> Measured | None:
    """The latency, that of one item of the batch, or the share of it that the floor takes."""
    middle = number_of(time.value("median"), metric, location)
    low, high = _interval(time, metric, location)
    count = time.whole("samples")
    if metric == "latency":
        launches = samples_of(time.items("launches"), metric, location)
        return middle, "ns", Summary("median", count, low, high, 0.95), launches
    if metric == "latency_per_item":
        batch = row.object("case").wholes("shape")[0]
        launches = [one / batch for one in samples_of(time.items("launches"), metric, location)]
        return (
            middle / batch,
            "ns",
            Summary("median", count, low / batch, high / batch, 0.95),
            launches,
        )
    least = row.optional("work").content.get("floor_ns")
    if least is None:
        return None
    if min(low, middle) <= 0:
        raise not_a_number("a share of no time", metric, location)
    floor = number_of(least, metric, location)
    share = Summary("median", count, 100 * floor / high, 100 * floor / low, 0.95)
    return 100 * floor / middle, "%", share, []


def _interval(fields: Fields, metric: str, location: Location) -> tuple[float, float]:
    ends = fields.items("ci95")
    if len(ends) != 2:
        raise fields.wrong("ci95", "a list of 2 numbers", ends)
    return number_of(ends[0], metric, location), number_of(ends[1], metric, location)


def _trainings(
    row: Fields, environments: Environments, asked: Asked, location: Location
) -> Iterator[Record]:
    case = row.object("case")
    keys: dict[str, Key] = {
        "task": row.key("task"),
        "module": case.key("module"),
        "recipe": row.key("recipe_id"),
        "seed": row.key("seed"),
    }
    keys.update(_options(case.object("options")))
    environment = _environment(row, environments)
    device = environment.key("device") if "device" in environment else "cpu"
    keys.update(_machine(environment, device))
    asked.met.update(dict.fromkeys(TRAININGS))
    yield from _records(row, keys, TRAININGS, _trained, asked, location)


def _trained(row: Fields, metric: str, location: Location) -> Measured | None:
    if metric == "epochs":
        return float(len(row.items("curve"))), "", None, []
    if metric == "validation_accuracy":
        best = row.value("best_epoch")
        steps = [one for one in row.objects("curve", "step") if one.value("epoch") == best]
        value = steps[0].value("validation_accuracy") if steps else None
    else:
        value = row.value(metric)
    if value is None:
        return None
    return number_of(value, metric, location), "s" if metric == "seconds" else "", None, []
