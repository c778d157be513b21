"""Print tables as plain text for a terminal, with decimal points below each other."""

from __future__ import annotations

import unicodedata

from ieeelint.report.grid import LEFT, VALUE
from ieeelint.report.words import plain
from ieeelint.report.writers.tabular import grouped, interval

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ieeelint.report.grid import Cell, Grid

GAP = "  "
BEST, SECOND = "*", "'"  # after a number: bold, underlined


def table(grid: Grid) -> str:
    """The table with its title and notes; the best values have a star."""
    return "\n".join(_lines(grid)) + "\n"


def _lines(grid: Grid) -> Iterator[str]:
    body = [row for row in grid.rows if not row.title]
    columns = [
        _aligned([row.cells[at] for row in body], column.align == LEFT)
        for at, column in enumerate(grid.columns)
    ]
    headers = []
    for column in grid.columns:
        header = plain(column.header)
        unit = f" ({column.unit})" if column.unit and f"({column.unit})" not in header else ""
        headers.append(header + unit)
    widths = [
        max(map(_width, (header, *cells))) for header, cells in zip(headers, columns, strict=True)
    ]
    rule = "─" * (sum(widths) + len(GAP) * (len(widths) - 1))
    yield plain(grid.title)
    yield rule
    yield _line(headers, widths, grid)
    yield rule
    number = 0
    for row in grid.rows:
        if row is grid.first_summary:
            yield rule
        if row.title:
            yield plain(row.title)
        else:
            yield _line([column[number] for column in columns], widths, grid)
            number += 1
    yield rule
    for note in grid.notes:
        yield f"{note.letter + ') ' if note.letter else ''}{plain(note.words)}"
    if any(cell.bold for cell in grid.cells):
        yield f"{BEST} best" + (
            f"   {SECOND} second best" if any(c.underline for c in grid.cells) else ""
        )


def _line(cells: Sequence[str], widths: Sequence[int], grid: Grid) -> str:
    padded = []
    for cell, width, column in zip(cells, widths, grid.columns, strict=True):
        space = " " * (width - _width(cell))
        padded.append(cell + space if column.align == LEFT else space + cell)
    return GAP.join(padded).rstrip()


def _aligned(cells: Sequence[Cell], is_text: bool) -> list[str]:
    """The cells of a column, with spaces so that decimal points line up at the right."""
    shown = [_shown(cell) for cell in cells]
    if is_text:
        return [before + after for before, after in shown]
    longest = max((_width(after) for _, after in shown), default=0)
    return [before + after + " " * (longest - _width(after)) for before, after in shown]


def _shown(cell: Cell) -> tuple[str, str]:
    """The text of a cell before its decimal point, and from there on."""
    notes = f"^{','.join(cell.raised)}" if cell.raised else ""
    if cell.state != VALUE or not cell.digits:
        return plain(cell.words), notes
    whole, point, rest = (cell.opening + grouped(cell.bound + cell.digits)).partition(".")
    mark = BEST if cell.bold else SECOND if cell.underline else ""
    return whole, point + rest + interval(cell) + mark + notes


def _width(text: str) -> int:
    """The columns of a terminal that a text takes: East Asian characters take two."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )
