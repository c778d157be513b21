"""Print tables as CSV for programs: unrounded numbers in the printed units, and their intervals."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

from ieeelint.report.grid import VALUE
from ieeelint.report.words import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.report.grid import Cell, Grid

    Field = tuple[str | Decimal, Cell | None]


def table(grid: Grid) -> str:
    """The table with one header row; see ``rows_of``."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in rows_of(grid):
        writer.writerow(
            [f"{field.normalize():f}" if isinstance(field, Decimal) else field for field, _ in row]
        )
    return text.getvalue()


def rows_of(grid: Grid) -> Iterator[list[Field]]:
    """The header and the rows: text and numbers, each with the cell that it is of.

    A column with intervals has two more, its low and high ends. Groups of rows are the first
    column, if there are any.
    """
    rows = [row for row in grid.rows if not row.title]
    with_ends = {
        at
        for at in range(1, len(grid.columns))
        if any(row.cells[at].value and row.cells[at].value.low is not None for row in rows)  # type: ignore[union-attr]
    }
    has_groups = len(rows) < len(grid.rows)
    names = (["Group"] if has_groups else []) + _header(grid, with_ends)
    yield [(name, None) for name in names]
    group = ""
    for row in grid.rows:
        if row.title:
            group = plain(row.title)
            continue
        fields: list[Field] = [("" if row.is_summary else group, None)] if has_groups else []
        fields.append((plain(row.cells[0].words), None))
        for at, cell in enumerate(row.cells[1:], 1):
            fields += _values(cell, at in with_ends)
        yield fields


def _header(grid: Grid, with_ends: set[int]) -> list[str]:
    names = [plain(grid.columns[0].header)]
    for at, column in enumerate(grid.columns[1:], 1):
        header = plain(column.header)
        unit = f" ({column.unit})" if column.unit and f"({column.unit})" not in header else ""
        ends = ("", " low", " high") if at in with_ends else ("",)
        names += [f"{header}{end}{unit}" for end in ends]
    return names


def _values(cell: Cell, has_ends: bool) -> list[Field]:
    if cell.state != VALUE or cell.value is None:
        return [(plain(cell.words), cell), *[("", None)] * 2 * has_ends]
    ends = (cell.value.low, cell.value.high) if has_ends else ()
    fields: list[Field] = [(cell.value.number, cell)]
    fields += [("" if end is None else end, None) for end in ends]
    return fields
