"""hyperfine's JSON (``--export-json``), versions 1 and 2.

Keys: ``command``, ``name`` (version 2, if there is one), each parameter (also as
``parameter.NAME``, which is required if another key has the name).  Metrics: ``time`` (s) of all
runs; in version 1 also ``mean``, ``median``, ``min``, ``max``, ``stddev``, ``user`` and ``system``
(s); in version 2 also ``time_wall_clock``, ``time_cpu``, ``time_user``, ``time_system`` (s),
``memory_peak_resident`` (B) and all other values of a run.  A command with an exit code other than
0 is a failure.
"""

from __future__ import annotations

from ieeelint.phrases import literal
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

    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.fields import JSON, Fields
    from ieeelint.report.records import Key

    # by metric: a number or all repeats, and the unit
    Measured = dict[str, tuple[JSON, str]]

SINGLE = ("mean", "median", "min", "max", "stddev", "user", "system")
UNITS = {"second": "s", "byte": "B", "none": "", "count": ""}


def read(source: Source, request: Request) -> Iterator[Record]:
    """The records of a file.  Raises ReportError for an unsupported version."""
    top = top_of(source)
    version = top.content.get("schema_version", 1)
    if version not in (1, 2):
        raise source.error(
            f"has hyperfine's schema_version {version}, but this version of ieeelint reads 1 and 2."
            " Update ieeelint."
        )
    time = top.optional("metadata").text_or_empty("start_time")
    location = Location(source.name)
    for result in top.objects("results", "result"):
        keys = _keys(result, request)
        measured = _version_2(result, source) if version == 2 else _version_1(result)
        if version == 2 and "time_wall_clock" in measured:
            measured["time"] = measured["time_wall_clock"]
        request.available.update(dict.fromkeys(measured))
        failed = _failed(result)
        for metric, (values, unit) in measured.items():
            if metric not in request.metrics:
                continue
            what = f"{metric} of {literal(result.text('command'))}"
            record = Record(keys, metric, None, unit, location=location, time=time)
            if failed:
                record.status, record.reason = FAILED, failed
            elif isinstance(values, list):
                record.samples = samples_of(values, what, location)
                record.value = median(record.samples)
            else:
                record.value = number_of(values, what, location)
            yield record


def _keys(result: Fields, request: Request) -> dict[str, Key]:
    keys: dict[str, Key] = keys_of(
        {"command": result.text("command"), "name": result.content.get("name")}
    )
    parameters = {
        name: key_of(value) if isinstance(value, str) else value
        for name, value in keys_of(result.optional("parameters").content).items()
    }
    add_parameters(keys, parameters, "parameter", request.keys)
    return keys


def _version_1(result: Fields) -> Measured:
    measured: Measured = {name: (result.value(name), "s") for name in SINGLE if result.has(name)}
    if result.has("times"):
        measured["time"] = result.items("times"), "s"
    return measured


def _version_2(result: Fields, source: Source) -> Measured:
    measured: dict[str, tuple[list[JSON], str]] = {}
    command = result.text("command")
    runs = result.content.get("measurements")
    if not isinstance(runs, list):
        raise source.error(f"has no measurements of {literal(command)}.")
    for run in runs:
        for name, value in run.items() if isinstance(run, dict) else ():
            if not isinstance(value, dict) or "value" not in value:
                continue
            unit = UNITS.get(str(value.get("unit", "")), str(value.get("unit", "")))
            values, first_unit = measured.setdefault(name, ([], unit))
            if first_unit != unit:
                raise source.error(
                    f"has {name} of {literal(command)} in {literal(first_unit)} and in"
                    f" {literal(unit)}. Use one unit."
                )
            values.append(value["value"])
    return {name: (values, unit) for name, (values, unit) in measured.items()}


def _failed(result: Fields) -> str:
    """The reason of a failure: the first exit code that is not 0.  Empty if there is none."""
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
