"""Result files of the attention benchmark: JSON Lines of measurements, environments and trainings.

If rows have the same ``id``, the last one is used, at the position of the first.  A null value was
not recorded.  A status other than ok is a failure of every metric.

Keys of measurements (``attn-bench/1``): ``module``, ``variant``, ``options`` ("memory=8"; empty if
there are none; sorted by name and joined by ", "), each option as ``options.NAME``,
``configuration`` (module and options: "psa(reduction=8)"), ``implementation``, ``backend``,
``shape`` ("4x128x7x7"), ``batch``, ``channels``, ``height`` and ``width`` (maps only),
``tokens`` (pixels of a map, or the length of a sequence), ``dtype``, ``device``, ``mode``,
``timing``, ``seed``, ``suite``, ``processor`` (the model in the environment; the GPU for
``cuda``) and ``torch`` (its version).

Metrics: ``latency`` (ns; the recorded median with its 95 % interval and number of samples;
samples are the medians of the processes), ``latency_per_item`` (divided by the batch size),
``speedup`` (the recorded ratio to the group's first case, from alternating samples, with its 95 %
interval), ``peak_memory`` and ``saved_memory`` (B), ``parameters``, ``multiply_adds``,
``flops``, ``least_bytes`` (B), ``floor`` (ns), ``floor_share`` (floor over median latency, %,
with the interval of the latency).

Keys of trainings (``attn-train/1``): ``task``, ``module``, ``options``, ``options.NAME``,
``recipe`` (its id), ``seed``, ``processor``, ``torch``.  Metrics: ``test_accuracy`` (1),
``validation_accuracy`` (of the best epoch), ``best_epoch``, ``epochs``, ``parameters``,
``seconds`` (s).
"""

from __future__ import annotations

from ieeelint.phrases import literal
from ieeelint.report.adapters.attention_metrics import (
    MEASUREMENTS,
    TRAININGS,
    measured,
    trained,
)
from ieeelint.report.adapters.rows import rows
from ieeelint.report.adapters.values import EMPTY, status_of, written
from ieeelint.report.fields import FieldError, Fields
from ieeelint.report.records import OK, SKIPPED, Location, Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ieeelint.report.adapters.attention_metrics import Measured
    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.records import Key

    Environments = dict[str, Fields]

BENCH, ENVIRONMENT, TRAIN = "attn-bench", "attn-env", "attn-train"
MAJOR = 1  # the supported major version of each schema
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


def read(source: Source, request: Request) -> Iterator[Record]:
    """The records of a file.  Raises ReportError for rows of unknown kinds or newer major
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
            raise source.error(
                "has no id: it is not a complete row of the attention benchmark.", line
            )
        else:
            last[kind, id_] = line, row
    for (kind, _), (line, row) in last.items():
        location = Location(source.name, line)
        try:
            yield from (_measurements if kind == BENCH else _trainings)(
                row, environments, request, location
            )
        except FieldError as error:
            raise source.error(
                f"is not a valid row of {row.text('schema')}: {error.message}. Was it edited by"
                " hand?",
                line,
            ) from None


def _kind(row: Fields, source: Source, line: int) -> str:
    schema = row.content.get("schema")
    name, _, version = str(schema or "").partition("/")
    if name not in (BENCH, ENVIRONMENT, TRAIN):
        raise source.error(
            f"has the schema {literal(schema)}, unlike the rows of the attention benchmark before"
            " it. Put different kinds of rows in separate files.",
            line,
        )
    major = version.split(".")[0]
    if not major.isdecimal() or int(major) != MAJOR:
        raise source.error(
            f"has the schema {name}/{version}, but this version of ieeelint reads {name}/{MAJOR}."
            " Update ieeelint.",
            line,
        )
    return name


def _measurements(
    row: Fields, environments: Environments, request: Request, location: Location
) -> Iterator[Record]:
    keys = _case_keys(row)
    keys.update(_machine(_environment(row, environments), keys["device"]))
    request.available.update(dict.fromkeys(MEASUREMENTS))
    yield from _records(row, keys, MEASUREMENTS, measured, request, location)


def _records(
    row: Fields,
    keys: dict[str, Key],
    names: tuple[str, ...],
    metric_of: Callable[[Fields, str, Location], Measured | None],
    request: Request,
    location: Location,
) -> Iterator[Record]:
    status = status_of(row.value("status"), location)
    time = row.optional("run").text_or_empty("finished")
    for metric in names:
        if metric not in request.metrics:
            continue
        if status != OK:
            reason = row.text_or_empty("reason")
            yield Record(
                keys, metric, None, status=status, location=location, reason=reason, time=time
            )
            continue
        measurement = metric_of(row, metric, location)
        if measurement is None:
            yield Record(
                keys, metric, None, status=SKIPPED, location=location, reason=EMPTY, time=time
            )
        else:
            value, unit, summary, samples = measurement
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
    """The environment that a row names; empty if the file does not contain it."""
    name = row.value("env_id")
    return environments.get(name, Fields({})) if isinstance(name, str) else Fields({})


def _machine(environment: Fields, device: Key) -> dict[str, Key]:
    part = environment.optional("cpu" if device == "cpu" else "gpu").content
    machine = {
        "processor": part.get("model") or part.get("name"),
        "torch": environment.content.get("torch"),
    }
    return {name: value for name, value in machine.items() if isinstance(value, str)}


def _trainings(
    row: Fields, environments: Environments, request: Request, location: Location
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
    request.available.update(dict.fromkeys(TRAININGS))
    yield from _records(row, keys, TRAININGS, trained, request, location)
