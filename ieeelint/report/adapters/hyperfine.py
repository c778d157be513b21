"""hyperfine's JSON (``--export-json``), versions 1 and 2.

Keys: ``command``, ``name`` (version 2, where one was given), each parameter (``parameter.NAME``
will do, and must where the name is taken).  Metrics: ``time`` (s), all runs, their mean as
hyperfine prints it; ``mean``, ``median``, ``min``, ``max``, ``stddev``, ``user``, ``system`` (s)
of version 1; ``time_wall_clock``, ``time_cpu``, ``time_user``, ``time_system`` (s),
``memory_peak_resident`` (B) and whatever else a run of version 2 measured.  A command with an
exit code other than 0 is a failure.
"""

from __future__ import annotations

from ieeelint.report.adapters.documents import top_of
from ieeelint.report.adapters.values import (
    add_parameters,
    key_of,
    keys_of,
    median,
    number_of,
    samples_of,
)
from ieeelint.report.records import FAILED, Location, Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.report.adapters.source import Asked, Source
    from ieeelint.report.fields import JSON, Fields
    from ieeelint.report.records import Key

    # what was measured, by metric: a number or all repeats, and the unit
    Measured = dict[str, tuple[JSON, str]]

SINGLE = ("mean", "median", "min", "max", "stddev", "user", "system")
UNITS = {"second": "s", "byte": "B", "none": "", "count": ""}


def read(source: Source, asked: Asked) -> Iterator[Record]:
    """The records of a file; raises ReportError for a version that is not known."""
    top = top_of(source)
    version = top.content.get("schema_version", 1)
    if version not in (1, 2):
        raise source.error(
            f"has hyperfine's schema_version {version}; this version of ieeelint reads 1 and 2. Use"
            " a newer ieeelint."
        )
    time = top.optional("metadata").text_or_empty("start_time")
    location = Location(source.name)
    for result in top.objects("results", "result"):
        keys = _keys(result, asked)
        measured = _second(result, source) if version == 2 else _first(result)
        if version == 2 and "time_wall_clock" in measured:
            measured["time"] = measured["time_wall_clock"]
        asked.met.update(dict.fromkeys(measured))
        failed = _failed(result)
        for metric, (values, unit) in measured.items():
            if metric not in asked.metrics:
                continue
            what = f"{metric} of {result.text('command')!r}"
            record = Record(keys, metric, None, unit, location=location, time=time)
            if failed:
                record.status, record.reason = FAILED, failed
            elif isinstance(values, list):
                record.samples = samples_of(values, what, location)
                record.value = median(record.samples)
            else:
                record.value = number_of(values, what, location)
            yield record


def _keys(result: Fields, asked: Asked) -> dict[str, Key]:
    keys: dict[str, Key] = keys_of(
        {"command": result.text("command"), "name": result.content.get("name")}
    )
    found = {
        name: key_of(value) if isinstance(value, str) else value
        for name, value in keys_of(result.optional("parameters").content).items()
    }
    add_parameters(keys, found, "parameter", asked.keys)
    return keys


def _first(result: Fields) -> Measured:
    found: Measured = {name: (result.value(name), "s") for name in SINGLE if result.has(name)}
    if result.has("times"):
        found["time"] = result.items("times"), "s"
    return found


def _second(result: Fields, source: Source) -> Measured:
    found: dict[str, tuple[list[JSON], str]] = {}
    command = result.text("command")
    runs = result.content.get("measurements")
    if not isinstance(runs, list):
        raise source.error(f"has no measurements of {command!r}.")
    for run in runs:
        for name, one in run.items() if isinstance(run, dict) else ():
            if not isinstance(one, dict) or "value" not in one:
                continue
            unit = UNITS.get(str(one.get("unit", "")), str(one.get("unit", "")))
            values, known = found.setdefault(name, ([], unit))
            if known != unit:
                raise source.error(f"measures {name} of {command!r} in {known!r} and in {unit!r}.")
            values.append(one["value"])
    return {name: (values, unit) for name, (values, unit) in found.items()}


def _failed(result: Fields) -> str:
    """Why a command failed: the first exit code that is not 0."""
    codes = result.content.get("exit_codes")
    if not isinstance(codes, list):
        runs = result.content.get("measurements")
        codes = (
            [run.get("exit_code", 0) for run in runs if isinstance(run, dict)]
            if isinstance(runs, list)
            else []
        )
    bad = next((code for code in codes if code != 0), 0)
    return "ended by a signal" if bad is None else f"exit code {bad}" if bad else ""
