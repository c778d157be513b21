"""Turns rows of fields into records: long (each row names a metric) or wide (each metric has a
column).

Long rows have ``metric`` and ``value``, and may have ``unit``, ``repeat``, ``status`` and
``reason``.  In wide rows, the requested metrics are columns, which may have a unit in their name,
"latency (ms)"; ``status``, ``reason`` and ``repeat`` are as in long rows.  All other fields are
keys.  Dotted names refer to fields of nested objects.  A list of numbers has the repeats of one
record.

In a long row, a missing value without a status is an error.  In a wide row, a missing value was
not recorded: if no row of the group has the metric, it was not run; otherwise it is an error.
"""

from __future__ import annotations

from ieeelint.phrases import literal
from ieeelint.report.adapters.values import (
    EMPTY,
    flattened,
    keys_of,
    measure,
    status_of,
)
from ieeelint.report.records import OK, SKIPPED, Location, Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.adapters.values import Row

LONG = ("metric", "value")
SERVICE = ("metric", "value", "unit", "repeat", "status", "reason")


def records(source: Source, rows: Iterable[tuple[int, Row]], request: Request) -> Iterator[Record]:
    """The records of rows with their lines (0 if there are none).

    Raises ReportError if long and wide rows are mixed, or a value is not a finite number.
    """
    table = Table(source, request)
    for line, row in rows:
        yield from table.records(line, row)


class Table:
    """Rows of one file, all long or all wide."""

    def __init__(self, source: Source, request: Request) -> None:
        self.source = source
        self.request = request
        self.long: bool | None = None  # of the rows so far
        self._first = 0
        self._columns: dict[str, tuple[str, str]] = {}

    def records(self, line: int, row: Row) -> Iterable[Record]:
        """The records of one row."""
        is_long = "metric" in row and ("value" in row or "status" in row)
        if self.long is None:
            self.long, self._first = is_long, line
        elif is_long != self.long:
            kinds = ("has no metric and value", "has metric and value")
            raise self.source.error(
                f"{kinds[is_long]}, unlike line {self._first}. Put the two kinds of rows in"
                " separate files.",
                line,
            )
        if "schema" in row and str(row["schema"]).startswith(
            ("attn-bench/", "attn-train/", "attn-env/")
        ):
            raise self.source.error(
                "is a row of the attention benchmark among other rows. Put them in a separate"
                " file.",
                line,
            )
        location = Location(self.source.name, line)
        if is_long and not isinstance(row["metric"], str):
            raise name_error(row["metric"], location)
        fields = flattened(row) if any(type(value) is dict for value in row.values()) else row
        if not is_long:
            return _wide(fields, self.request, location, self._columns)
        record = _long(fields, self.request, location)
        return () if record is None else (record,)


def _long(row: Row, request: Request, location: Location) -> Record | None:
    metric = row["metric"]
    if not isinstance(metric, str) or not metric:
        raise name_error(metric, location)
    request.available[metric] = None
    if metric not in request.metrics:
        return None
    status = status_of(row.get("status"), location)
    keys = keys_of({name: value for name, value in row.items() if name not in SERVICE})
    unit, repeat, reason = row.get("unit") or "", row.get("repeat"), row.get("reason") or ""
    record = Record(keys, metric, None, str(unit), _label(repeat), status, location, str(reason))
    if status == OK:
        measure(record, row.get("value"), metric, lists=True)
    return record


def _label(repeat: object) -> int | str | None:
    if repeat is None or repeat == "":
        return None
    return repeat if type(repeat) is int else str(repeat)


def name_error(metric: object, location: Location) -> Exception:
    """The error for a row whose metric is not a name."""
    from ieeelint.report.records import ReportError

    return ReportError(f"metric is {literal(metric)}, not a name.", location.path, location.line)


def _wide(
    row: Row, request: Request, location: Location, columns: dict[str, tuple[str, str]]
) -> Iterator[Record]:
    status = status_of(row.get("status"), location)
    reason = str(row.get("reason") or "")
    label = _label(row.get("repeat"))
    metrics: dict[str, str] = {}
    for name, value in row.items():
        if name in SERVICE:
            continue
        if name not in columns:
            columns[name] = _column(name, request)
        if columns[name][0]:
            metrics[name] = columns[name][0]
        elif name not in request.keys and (isinstance(value, (float, list)) or type(value) is int):
            request.available[split_unit(name)[0]] = None
    if not metrics and status == OK:
        return
    keys = keys_of(
        {name: value for name, value in row.items() if name not in metrics and name not in SERVICE}
    )
    if status != OK:
        for metric in request.metrics:
            yield Record(keys, metric, None, "", label, status, location, reason)
        return
    for name, metric in metrics.items():
        unit, value = columns[name][1], row[name]
        request.available[metric] = None
        record = Record(keys, metric, None, unit, label, OK, location)
        if value is None or value == "":
            record.status, record.reason = SKIPPED, EMPTY
        else:
            measure(record, value, metric, lists=True)
        yield record


def _column(name: str, request: Request) -> tuple[str, str]:
    """The metric and unit of a wide column; both are empty if the metric is not requested."""
    if name in request.metrics:
        return name, ""
    bare, unit = split_unit(name)
    return (bare, unit) if bare in request.metrics else ("", "")


def split_unit(name: str) -> tuple[str, str]:
    """The name and unit of ``latency (ms)`` or ``latency [ms]``."""
    for opening, closing in ("()", "[]"):
        if name.endswith(closing) and opening in name:
            bare, _, unit = name[:-1].rpartition(opening)
            if bare.strip():
                return bare.strip(), unit.strip()
    return name, ""
