"""Logs of MLPerf training (lines with ":::MLLOG" and a JSON object).

Keys: the entries that are logged once ("submission_benchmark", "seed", "global_batch_size" …),
``run`` (the folder), and ``epoch`` if it is requested.  Metrics: entries with numbers
("eval_accuracy"; the last value), and ``run_time`` (s) from run_start to run_stop.  An aborted run
is a failure.
"""

from __future__ import annotations

import json

from ieeelint.report.adapters import steps
from ieeelint.report.adapters.paths import path_keys
from ieeelint.report.records import FAILED, Location, Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.fields import JSON
    from ieeelint.report.records import Key

MARK = b":::MLLOG"
START, STOP = "run_start", "run_stop"


def read(source: Source, request: Request) -> Iterator[Record]:
    """The records of one log.  Raises ReportError for a line that is not JSON."""
    entries = list(_entries(source))
    counts: dict[str, int] = {}
    for entry, _ in entries:
        counts[str(entry.get("key"))] = counts.get(str(entry.get("key")), 0) + 1
    keys = path_keys(source)
    curves: dict[str, steps.Curve] = {}
    for entry, location in entries:
        name, value = str(entry.get("key")), entry.get("value")
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        is_key = counts[name] == 1 and not name.startswith("eval_") and name not in request.metrics
        if is_key and isinstance(value, (str, int, float)):
            keys[name] = value
        if is_number and (not is_key or name in request.metrics):
            curve = curves.setdefault(name, steps.Curve(name, keys))
            metadata = entry.get("metadata")
            epoch = metadata.get("epoch_num") if isinstance(metadata, dict) else None
            step = len(curve.points)
            curve.points[step] = value, location, ""
            if isinstance(epoch, (int, float)):
                curve.epochs[step] = epoch
    if failed := _failed(entries):
        for metric in sorted(request.metrics):
            yield Record(keys, metric, None, status=FAILED, location=source.location, reason=failed)
        return
    yield from steps.records(list(curves.values()), request)
    yield from _time(entries, request, keys, source)


def _entries(source: Source) -> Iterator[tuple[dict[str, JSON], Location]]:
    for number, line in source.lines():
        _, mark, text = line.partition(MARK)
        if not mark:
            continue
        try:
            entry = json.loads(text, parse_constant=str)
        except ValueError:
            raise source.error("is not a complete entry of an MLPerf log.", number) from None
        if isinstance(entry, dict):
            yield entry, Location(source.name, number)


def _failed(entries: list[tuple[dict[str, JSON], Location]]) -> str:
    """Why a run has no results; empty if it succeeded."""
    for entry, _ in entries:
        metadata = entry.get("metadata")
        if entry.get("key") == STOP and isinstance(metadata, dict):
            status = str(metadata.get("status", "success"))
            return "" if status == "success" else f"the run was {status}"
    return ""


def _time(
    entries: list[tuple[dict[str, JSON], Location]],
    request: Request,
    keys: dict[str, Key],
    source: Source,
) -> Iterator[Record]:
    times = {
        str(entry.get("key")): entry.get("time_ms")
        for entry, _ in entries
        if entry.get("key") in (START, STOP)
    }
    start, stop = times.get(START), times.get(STOP)
    if isinstance(start, (int, float)) and isinstance(stop, (int, float)):
        request.available["run_time"] = None
        if "run_time" in request.metrics:
            seconds = (stop - start) / 1000
            yield Record(keys, "run_time", seconds, "s", location=source.location)
