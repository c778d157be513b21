"""Rows of fields, from whatever format, as records: long (a metric named in each row) or wide (a
metric a column).

Long rows have ``metric`` and ``value``, and may have ``unit``, ``repeat``, ``status`` and
``reason``.  In wide rows, columns that are asked for as metrics are such, and ``status``,
``reason`` and ``repeat`` are as in long ones; a unit stands in the name of the column,
"latency (ms)".  All other fields are keys.  Dotted names reach into nested objects; a list
of numbers holds the repeats of one record.

In a long row a missing value without a status that explains it is an error.  In a wide one it
is nothing recorded: not run where the whole group is without, an error where others have it.
"""

from __future__ import annotations

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

    from ieeelint.report.adapters.source import Asked, Source
    from ieeelint.report.adapters.values import Row

LONG = ("metric", "value")
SERVICE = ("metric", "value", "unit", "repeat", "status", "reason")


def records(source: Source, found: Iterable[tuple[int, Row]], asked: Asked) -> Iterator[Record]:
    """The records of rows with their lines (0 where there are none).

    Raises ReportError where long and wide rows are mixed, or a value is no finite number.
    """
    table = Table(source, asked)
    for line, row in found:
        yield from table.records(line, row)


class Table:
    """Rows of one file, all long or all wide."""

    def __init__(self, source: Source, asked: Asked) -> None:
        self.source = source
        self.asked = asked
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
                f"{kinds[is_long]}, unlike line {self._first}. Keep the two kinds of rows in"
                " different files.",
                line,
            )
        if "schema" in row and str(row["schema"]).startswith(
            ("attn-bench/", "attn-train/", "attn-env/")
        ):
            raise self.source.error(
                "is a row of the attention benchmark among others. Keep them in files of their"
                " own.",
                line,
            )
        location = Location(self.source.name, line)
        fields = flattened(row) if any(type(value) is dict for value in row.values()) else row
        if not is_long:
            return _wide(fields, self.asked, location, self._columns)
        record = _long(fields, self.asked, location)
        return () if record is None else (record,)


def _long(row: Row, asked: Asked, location: Location) -> Record | None:
    metric = row["metric"]
    if not isinstance(metric, str) or not metric:
        raise not_a_name(metric, location)
    asked.met[metric] = None
    if metric not in asked.metrics:
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


def not_a_name(metric: object, location: Location) -> Exception:
    """The error for a row whose metric is no name."""
    from ieeelint.report.records import ReportError

    return ReportError(f"metric is {metric!r}, not a name.", location.path, location.line)


def _wide(
    row: Row, asked: Asked, location: Location, columns: dict[str, tuple[str, str]]
) -> Iterator[Record]:
    status = status_of(row.get("status"), location)
    reason = str(row.get("reason") or "")
    label = _label(row.get("repeat"))
    metrics: dict[str, str] = {}
    for name, value in row.items():
        if name in SERVICE:
            continue
        if name not in columns:
            columns[name] = _column(name, asked)
        if columns[name][0]:
            metrics[name] = columns[name][0]
        elif name not in asked.keys and (isinstance(value, (float, list)) or type(value) is int):
            asked.met[split_unit(name)[0]] = None
    if not metrics and status == OK:
        return
    keys = keys_of(
        {name: value for name, value in row.items() if name not in metrics and name not in SERVICE}
    )
    if status != OK:
        for metric in asked.metrics:
            yield Record(keys, metric, None, "", label, status, location, reason)
        return
    for name, metric in metrics.items():
        unit, value = columns[name][1], row[name]
        asked.met[metric] = None
        record = Record(keys, metric, None, unit, label, OK, location)
        if value is None or value == "":
            record.status, record.reason = SKIPPED, EMPTY
        else:
            measure(record, value, metric, lists=True)
        yield record


def _column(name: str, asked: Asked) -> tuple[str, str]:
    """The metric and unit of a wide column; no metric where it is not asked for."""
    if name in asked.metrics:
        return name, ""
    bare, unit = split_unit(name)
    return (bare, unit) if bare in asked.metrics else ("", "")


def split_unit(name: str) -> tuple[str, str]:
    """``latency (ms)`` and ``latency [ms]`` as name and unit."""
    for opening, closing in ("()", "[]"):
        if name.endswith(closing) and opening in name:
            bare, _, unit = name[:-1].rpartition(opening)
            if bare.strip():
                return bare.strip(), unit.strip()
    return name, ""
