"""Builds the lock file that ``ieeelint pin`` writes, from built specifications."""

from __future__ import annotations

import os
from decimal import Decimal

from ieeelint.paths import seen_from, with_slashes
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

DIGITS = 25  # significant digits in the lock file: enough for any rounding


def build_lock(built: Iterable[Built], home: str = "") -> Lock:
    """The lock file for these tables, figures, and numbers.

    Paths are relative to ``home``, the folder of the lock file.  Raises ReportError for a
    duplicate label of a table or key of a number.
    """
    lock = Lock()
    for specification in built:
        path = _relative(specification.path, home)
        if specification.digest:
            lock.specifications[path] = specification.digest
        for file in specification.inputs:
            name = os.path.join(os.path.dirname(specification.path), file.path)
            lock.files[_relative(name, home)] = LockedFile(file.adapter, file.records, file.sha256)
        if specification.grid is not None:
            label = specification.grid.label
            if label in lock.tables:
                raise ReportError(
                    f'duplicate table "{label}": another specification has the same label',
                    specification.path,
                )
            lock.tables[label] = _table(specification.grid, path)
        if specification.chart is not None:
            provenance = specification.chart.provenance
            lock.figures[specification.chart.label] = LockedFigure(
                provenance.data, provenance.specification
            )
        for number in specification.numbers:
            if number.key in lock.numbers:
                raise ReportError(
                    f'duplicate number "{number.key}": another specification has the same key',
                    specification.path,
                )
            lock.numbers[number.key] = _entry(number.value, "value", number.digits)
    return lock


def _relative(path: str, home: str) -> str:
    return with_slashes(seen_from(home, path))


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
        printed_text(cell),
        why=plain(cell.words) if cell.state == MISSING else "",
        bold=cell.bold,
        underline=cell.underline,
        notes=cell.notes,
    )


def printed_text(cell: Cell) -> str:
    """The printed text of a cell, without notes."""
    half = f"±{'<' if cell.half_below else ''}{cell.half}" if cell.half else ""
    ends = f" [{cell.ends[0]}, {cell.ends[1]}]" if cell.ends else ""
    power = f"e{cell.power}" if cell.power else ""
    return f"{cell.bound}{cell.digits}{half}{ends}{power}" if cell.digits else plain(cell.words)


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
        _shortened(value.number),
        value.unit,
        _shortened(low) if low is not None and has_interval else None,
        _shortened(high) if high is not None and has_interval else None,
        (value.level or value.kind) if has_interval else "",
        value.count,
        why,
        bold,
        underline,
        notes,
    )


def _shortened(number: Decimal) -> Decimal:
    """A number with at most ``DIGITS`` digits, without trailing zeros."""
    is_short = len(number.as_tuple().digits) <= DIGITS
    rounded = +number if is_short else round(number, DIGITS - number.adjusted())
    return rounded.normalize() if rounded else Decimal(0)
