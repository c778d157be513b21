"""Turns rows of fields into records: long (each row names a metric) or wide (each metric has a
column).

Long rows have ``metric`` and ``value``, and may have ``unit``, ``repeat``, ``status`` and
``reason``.  In wide rows, the requested metrics are columns, which may have a unit in their name,
"latency (ms)"; ``status``, ``reason`` and ``repeat`` are as in long rows.  Other fields are keys
or metrics, see ``columns``.  Dotted names refer to fields of nested objects.  A list of numbers has
the repeats of one record.

In a long row, a missing value without a status is an error.  In a wide row, a missing value was
not recorded: if no row of the group has the metric, its cell has no value; otherwise it is an
error.  Rows of JSON may lack a field, such as rows of a log that record different metrics.
"""

from __future__ import annotations

from itertools import islice

from ieeelint.phrases import literal
from ieeelint.report.adapters.columns import (
    KEY,
    METRIC,
    REPEAT,
    SAMPLE,
    Role,
    roles_of,
    split_unit,
)
from ieeelint.report.adapters.paths import named_keys
from ieeelint.report.adapters.values import (
    EMPTY,
    NO_FIELD,
    ended,
    flattened,
    is_nothing,
    keys_of,
    measure,
    status_of,
)
from ieeelint.report.records import OK, SKIPPED, Location, Record, ReportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.adapters.values import Row

    Rows = Callable[[], Iterable[tuple[int, Row]]]

SERVICE = ("metric", "value", "unit", "repeat", "status", "reason")


def records(source: Source, rows: Rows, request: Request) -> Iterator[Record]:
    """The records of rows with their lines (0 if there are none).  ``rows`` starts from the first.

    Raises ReportError if long and wide rows are mixed, or a value is not a finite number.
    """
    table = Table(source, request, rows)
    for line, row in rows():
        yield from table.records(line, row)


class Table:
    """Rows of one file, all long or all wide; ``rows`` starts from the first row."""

    def __init__(self, source: Source, request: Request, rows: Rows) -> None:
        self.source = source
        self.request = request
        self.long: bool | None = None  # of the rows so far
        self._rows = rows
        self._first = 0
        self._roles: dict[str, Role] = {}  # of the columns of wide rows
        self.path = named_keys(source, request)

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
        fields = _flat(row)
        if not is_long:
            return self._wide(fields, location)
        record = _long({**self.path, **fields}, self.request, location)
        return () if record is None else (record,)

    def roles(self) -> dict[str, Role]:
        """The roles of the columns of a wide file, from its first rows."""
        if not self._roles:
            rows = []
            try:
                for _, row in islice(self._rows(), SAMPLE):
                    rows.append(_flat(row))
            except ReportError:
                pass  # it is raised when the row is read
            self._roles = roles_of(rows, self.request)
            self.request.roles.update(self._roles)
        return self._roles

    def _wide(self, row: Row, location: Location) -> Iterator[Record]:
        roles, request = self.roles(), self.request
        if not row.keys() <= roles.keys():
            new = {name: value for name, value in row.items() if name not in roles}
            roles |= roles_of([new], request)
        status = status_of(row.get("status"), location)
        reason, label = str(row.get("reason") or ""), _label(row.get("repeat"))
        fields: dict[str, object] = {}
        metrics: dict[str, tuple[str, str]] = {}  # by column: metric and unit
        for name, value in row.items():
            role = roles[name]
            if role.kind in (KEY, REPEAT):
                fields[name] = value
            elif role.kind == METRIC:
                metric, unit = _metric(name, row, role)
                request.available[metric] = None
                if metric in request.metrics:
                    metrics[name] = metric, unit
        keys = {**self.path, **keys_of(fields)}
        if status != OK:
            for metric in request.metrics:
                yield Record(keys, metric, None, "", label, status, location, reason)
            return
        for metric in sorted(request.metrics.difference(name for name, _ in metrics.values())):
            yield Record(keys, metric, None, "", label, SKIPPED, location, NO_FIELD)
        for name, (metric, unit) in metrics.items():
            record = Record(keys, metric, None, unit, label, OK, location)
            if row[name] is None or is_nothing(row[name]):
                record.status, record.reason = SKIPPED, EMPTY
            else:
                _measure(record, row[name], request)
            yield record


def _flat(row: Row) -> Row:
    return flattened(row) if any(type(value) is dict for value in row.values()) else row


def _metric(name: str, row: Row, role: Role) -> tuple[str, str]:
    """The metric and the unit of a column; the column "unit" is that of "value"."""
    if name == "value":
        return name, str(row.get("unit") or "")
    return (split_unit(name)[0], role.unit) if role.unit else (name, "")


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
        _measure(record, row.get("value"), request)
    return record


def _measure(record: Record, value: object, request: Request) -> None:
    """Set the value of a record, or its status if that is in the place of the value: "OOM"."""
    status = ended(value)
    if status is None:
        measure(record, value, record.metric, lists=True, decimal=request.decimal)
    else:
        record.status, record.reason = status, str(value)


def _label(repeat: object) -> int | str | None:
    if repeat is None or repeat == "":
        return None
    return repeat if type(repeat) is int else str(repeat)


def name_error(metric: object, location: Location) -> Exception:
    """The error for a row whose metric is not a name."""
    from ieeelint.report.records import ReportError

    return ReportError(f"metric is {literal(metric)}, not a name.", location.path, location.line)
