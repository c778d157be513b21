"""hyperfine's JSON (``--export-json``), versions 1 and 2.

Keys: ``command``, ``name`` (version 2, where one was given), each parameter (``parameter.NAME``
will do, and must where the name is taken).  Metrics: ``time`` (s), all runs, their mean as
hyperfine prints it; ``mean``, ``median``, ``min``, ``max``, ``stddev``, ``user``, ``system`` (s)
of version 1; ``time_wall_clock``, ``time_cpu``, ``time_user``, ``time_system`` (s),
``memory_peak_resident`` (B) and whatever else a run of version 2 measured.  A command with an
exit code other than 0 is a failure.
"""

from __future__ import annotations

from ieeelint.report.adapters.documents import document
from ieeelint.report.adapters.values import (
    add_parameters,
    key_of,
    keys_of,
    median,
    number_of,
    samples_of,
)
from ieeelint.report.records import FAILED, Place, Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ieeelint.report.adapters.source import Asked, Source
    from ieeelint.report.records import Key

SINGLE = ("mean", "median", "min", "max", "stddev", "user", "system")
UNITS = {"second": "s", "byte": "B", "none": "", "count": ""}


def read(source: Source, asked: Asked) -> Iterator[Record]:
    """The records of a file; raises ReportError for a version that is not known."""
    top = document(source)
    version = top.get("schema_version", 1)
    if version not in (1, 2):
        raise source.error(
            f"has hyperfine's schema_version {version}; this version of ieeelint reads 1 and 2. Use"
            " a newer ieeelint."
        )
    time = (
        top.get("metadata", {}).get("start_time", "")
        if isinstance(top.get("metadata"), dict)
        else ""
    )
    place = Place(source.name)
    for result in top["results"]:
        keys = _keys(result, asked)
        measured = _second(result, source) if version == 2 else _first(result)
        if version == 2 and "time_wall_clock" in measured:
            measured["time"] = measured["time_wall_clock"]
        asked.met.update(dict.fromkeys(measured))
        failed = _failed(result)
        for metric, (values, unit) in measured.items():
            if metric not in asked.metrics:
                continue
            what = f"{metric} of {result['command']!r}"
            record = Record(
                keys, metric, None, unit, place=place, time=time if isinstance(time, str) else ""
            )
            if failed:
                record.status, record.reason = FAILED, failed
            elif isinstance(values, list):
                record.samples = samples_of(values, what, place)
                record.value = median(record.samples)
            else:
                record.value = number_of(values, what, place)
            yield record


def _keys(result: dict[str, Any], asked: Asked) -> dict[str, Key]:
    keys: dict[str, Key] = keys_of({"command": result["command"], "name": result.get("name")})
    parameters = result.get("parameters")
    if isinstance(parameters, dict):
        found = {
            name: key_of(value) if isinstance(value, str) else value
            for name, value in keys_of(parameters).items()
        }
        add_parameters(keys, found, "parameter", asked.keys)
    return keys


def _first(result: dict[str, Any]) -> dict[str, tuple[Any, str]]:
    found: dict[str, tuple[Any, str]] = {
        name: (result[name], "s") for name in SINGLE if result.get(name) is not None
    }
    if isinstance(result.get("times"), list):
        found["time"] = result["times"], "s"
    return found


def _second(result: dict[str, Any], source: Source) -> dict[str, tuple[Any, str]]:
    found: dict[str, tuple[list[Any], str]] = {}
    runs = result.get("measurements")
    if not isinstance(runs, list):
        raise source.error(f"has no measurements of {result['command']!r}.")
    for run in runs:
        for name, one in run.items() if isinstance(run, dict) else ():
            if not isinstance(one, dict) or "value" not in one:
                continue
            unit = UNITS.get(str(one.get("unit", "")), str(one.get("unit", "")))
            values, known = found.setdefault(name, ([], unit))
            if known != unit:
                raise source.error(
                    f"measures {name} of {result['command']!r} in {known!r} and in {unit!r}."
                )
            values.append(one["value"])
    return {name: (values, unit) for name, (values, unit) in found.items()}


def _failed(result: dict[str, Any]) -> str:
    """Why a command failed: the first exit code that is not 0."""
    codes = result.get("exit_codes")
    if not isinstance(codes, list):
        runs = result.get("measurements")
        codes = (
            [run.get("exit_code", 0) for run in runs if isinstance(run, dict)]
            if isinstance(runs, list)
            else []
        )
    bad = next((code for code in codes if code != 0), 0)
    return "ended by a signal" if bad is None else f"exit code {bad}" if bad else ""
