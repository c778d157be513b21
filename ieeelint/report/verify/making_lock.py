"""The lock that ``ieeelint pin`` writes, made from specifications that were carried out."""

from __future__ import annotations

import os
from decimal import Decimal

from ieeelint.report.grid import MISSING
from ieeelint.report.records import ReportError
from ieeelint.report.verify.lock import (
    Entry,
    Lock,
    LockedColumn,
    LockedFigure,
    LockedFile,
    LockedRow,
    LockedTable,
)
from ieeelint.report.words import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ieeelint.report.built import Built
    from ieeelint.report.grid import Cell, Grid, Value

DIGITS = 25  # significant digits that are kept: enough for any rounding


def lock_of(built: Iterable[Built], home: str = "") -> Lock:
    """The lock for these tables, figures and numbers.

    Paths are as seen from ``home``, the folder of the lock. Raises ReportError for two tables of
    one label and two numbers of one key.
    """
    lock = Lock()
    for one in built:
        path = _seen_from(home, one.path)
        if one.digest:
            lock.specifications[path] = one.digest
        for file in one.inputs:
            name = _seen_from(home, os.path.join(os.path.dirname(one.path), file.path))
            lock.files[name] = LockedFile(file.adapter, file.records, file.sha256)
        if one.grid is not None:
            label = one.grid.label
            if label in lock.tables:
                raise ReportError(f'two specifications make the table "{label}"', one.path)
            lock.tables[label] = _table(one.grid, path)
        if one.chart is not None:
            made = one.chart.provenance
            lock.figures[one.chart.label] = LockedFigure(made.data, made.specification)
        for number in one.numbers:
            if number.key in lock.numbers:
                raise ReportError(f'two specifications make the number "{number.key}"', one.path)
            lock.numbers[number.key] = _entry(number.value, "value", number.digits)
    return lock


def _seen_from(home: str, path: str) -> str:
    return os.path.relpath(path, home or ".").replace(os.sep, "/")


def _table(grid: Grid, specification: str) -> LockedTable:
    group = ""
    rows = []
    for row in grid.rows:
        if row.title:
            group = plain(row.title)
        else:
            rows.append(LockedRow(row.name, plain(row.cells[0].words), group))
    columns = [
        LockedColumn(column.name, plain(column.header), _short(grid, at), column.unit)
        for at, column in enumerate(grid.columns[1:], 1)
    ]
    return LockedTable(
        plain(grid.title),
        columns,
        rows,
        {f"{cell.row}.{cell.column}": _cell(cell) for cell in grid.cells},
        {note.letter: plain(note.words) for note in grid.notes if note.letter},
        specification,
    )


def _short(grid: Grid, at: int) -> str:
    """The column's header with its short words."""
    over = [
        header
        for headers in grid.header_rows
        for header in headers
        if header.first <= at < header.first + header.count
    ]
    return ", ".join(words for header in over if (words := plain(header.short or header.words)))


def _cell(cell: Cell) -> Entry:
    return _entry(
        cell.value if cell.digits else None,
        cell.state,
        text_of(cell),
        why=plain(cell.words) if cell.state == MISSING else "",
        bold=cell.bold,
        underline=cell.underline,
        notes=cell.notes,
    )


def text_of(cell: Cell) -> str:
    """What the cell prints, notes left out."""
    half = f"±{'<' if cell.half_below else ''}{cell.half}" if cell.half else ""
    ends = f" [{cell.ends[0]}, {cell.ends[1]}]" if cell.ends else ""
    return f"{cell.bound}{cell.digits}{half}{ends}" if cell.digits else plain(cell.words)


def _entry(
    value: Value | None,
    state: str,
    text: str,
    why: str = "",
    bold: bool = False,
    underline: bool = False,
    notes: str = "",
) -> Entry:
    if value is None:
        return Entry(state, text, why=why, bold=bold, underline=underline, notes=notes)
    low, high = value.low, value.high
    has_interval = low is not None and high is not None
    return Entry(
        state,
        text,
        _kept(value.number),
        value.unit,
        _kept(low) if low is not None and has_interval else None,
        _kept(high) if high is not None and has_interval else None,
        (value.level or value.kind) if has_interval else "",
        value.count,
        why,
        bold,
        underline,
        notes,
    )


def _kept(number: Decimal) -> Decimal:
    """A number with as many digits as the lock keeps, without zeros at its end."""
    few = len(number.as_tuple().digits) <= DIGITS
    rounded = +number if few else round(number, DIGITS - number.adjusted())
    return rounded.normalize() if rounded else Decimal(0)
