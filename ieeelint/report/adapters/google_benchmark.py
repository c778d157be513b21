"""Google Benchmark's JSON (``--benchmark_out``), schema version 1 and the older version without a
number.

Keys: ``name`` (the name of the run, as Google Benchmark writes it), ``family`` (before the first
"/"), arguments as ``arg0``, ``arg1`` …, or under their names if they have one ("n:64"),
``threads``, ``label``.  Metrics: ``real_time`` and ``cpu_time`` (in the file's time unit),
``iterations``, ``items_per_second`` (1/s), ``bytes_per_second`` (B/s) and counters of the user.

Repetitions are repeats.  If a file has only aggregates, the record is the median, or the mean, with
count and spread; complexity fits (big O, RMS) are skipped.  A run with an error is a failure of
every metric.
"""

from __future__ import annotations

from ieeelint.report.adapters.documents import top_of
from ieeelint.report.adapters.values import key_of, number_of
from ieeelint.report.records import FAILED, SKIPPED, Location, Record, Summary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.fields import JSON
    from ieeelint.report.records import Key

    Row = dict[str, JSON]

TIMES = ("real_time", "cpu_time")
RATES = {"items_per_second": "1/s", "bytes_per_second": "B/s"}
SERVICE = {
    "family_index",
    "per_family_instance_index",
    "repetitions",
    "repetition_index",
    "threads",
    "aggregate_unit",
    "big_o",
    "cpu_coefficient",
    "real_coefficient",
    "rms",
    "error_occurred",
    "skipped",
}
OPTIONS = (
    "repeats",
    "iterations",
    "min_time",
    "min_warmup_time",
    "threads",
    "process_time",
    "real_time",
    "manual_time",
)


def read(source: Source, request: Request) -> Iterator[Record]:
    """The records of a file.  Raises ReportError for an unsupported schema version."""
    top = top_of(source)
    context = top.optional("context")
    version = context.content.get("json_schema_version", 1)
    if version != 1:
        raise source.error(
            f"has json_schema_version {version}, but this version of ieeelint reads 1. Update"
            " ieeelint."
        )
    rows = [row for row in top.items("benchmarks") if isinstance(row, dict) and "name" in row]
    single = {_run(row) for row in rows if _aggregate(row) == ""}
    by_run: dict[str, dict[str, Row]] = {}
    time = context.text_or_empty("date")
    for row in rows:
        aggregate = _aggregate(row)
        if aggregate and _run(row) not in single:
            by_run.setdefault(_run(row), {})[aggregate] = row
    for row in rows:
        if _aggregate(row) == "":
            yield from _records(row, request, Location(source.name), time, None)
    for aggregates in by_run.values():
        for statistic in ("median", "mean"):
            if statistic in aggregates:
                yield from _records(
                    aggregates[statistic], request, Location(source.name), time, aggregates
                )
                break


def _aggregate(row: Row) -> str:
    """The statistic of a row; empty for a repetition.  Older files without ``run_type`` have it at
    the end of the name.
    """
    if "run_type" in row:
        return str(row.get("aggregate_name", "")) if row["run_type"] == "aggregate" else ""
    for ending in ("mean", "median", "stddev", "cv", "BigO", "RMS"):
        if str(row["name"]).endswith(f"_{ending}"):
            return ending
    return ""


def _run(row: Row) -> str:
    name, aggregate = str(row["name"]), _aggregate(row)
    return str(row.get("run_name") or (name.removesuffix(f"_{aggregate}") if aggregate else name))


def _records(
    row: Row,
    request: Request,
    location: Location,
    time: str,
    aggregates: dict[str, Row] | None,
) -> Iterator[Record]:
    units = {**dict.fromkeys(TIMES, str(row.get("time_unit", "ns"))), **RATES}
    metrics = [
        name for name, value in row.items() if name not in SERVICE and type(value) in (int, float)
    ]
    request.available.update(dict.fromkeys(metrics))
    keys = _keys(row)
    index = row.get("repetition_index") if aggregates is None else None
    repeat = index if isinstance(index, (int, str)) else None
    failed = row.get("error_occurred") or row.get("skipped")
    for metric in request.metrics if failed else metrics:
        if metric not in request.metrics:
            continue
        record = Record(
            keys, metric, None, units.get(metric, ""), repeat, location=location, time=time
        )
        if failed:
            record.status = FAILED if row.get("error_occurred") else SKIPPED
            record.reason = str(row.get("error_message") or row.get("skip_message") or "")
        else:
            record.value = number_of(row[metric], f"{metric} of {row['name']}", location)
            record.summary = _summary(row, metric, aggregates)
        yield record


def _summary(row: Row, metric: str, aggregates: dict[str, Row] | None) -> Summary | None:
    if aggregates is None:
        return None
    spread = aggregates.get("stddev", {}).get(metric)
    count = row.get("repetitions")
    return Summary(
        _aggregate(row),
        count if type(count) is int else None,
        spread=spread if type(spread) is float else None,
    )


def _keys(row: Row) -> dict[str, Key]:
    run = _run(row)
    family, *arguments = run.split("/")
    keys: dict[str, Key] = {"name": run, "family": family}
    position = 0
    for argument in arguments:
        name, named, value = argument.rpartition(":")
        if argument in OPTIONS or name in OPTIONS:
            continue
        if named:
            keys.setdefault(name, key_of(value))
        else:
            keys[f"arg{position}"] = key_of(argument)
            position += 1
    threads = row.get("threads")
    if isinstance(threads, (int, float, str)):
        keys["threads"] = threads
    if row.get("label"):
        keys["label"] = str(row["label"])
    return keys
