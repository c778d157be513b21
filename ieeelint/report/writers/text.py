"""Print tables as plain text for a terminal, with decimal points below each other."""

from __future__ import annotations

import unicodedata

from ieeelint.report.grid import LEFT, VALUE
from ieeelint.report.words import plain
from ieeelint.report.writers.tabular import grouped, interval

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ieeelint.report.grid import Cell, Grid, Header

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
    widths = _widths(grid, columns)
    rule = "─" * (sum(widths) + len(GAP) * (len(widths) - 1))
    yield plain(grid.title)
    yield rule
    yield from _headers(grid, widths)
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


def _widths(grid: Grid, columns: Sequence[Sequence[str]]) -> list[int]:
    """The widths of the columns; those under a wide header share its width."""
    widths = [max(map(_width, cells), default=0) for cells in columns]
    for headers in reversed(grid.header_rows):
        for header in headers:
            under = range(header.first, header.first + header.count)
            free = _under(header, widths) - _width(_header(header))
            for at in under:
                widths[at] += max(0, -free - (at - header.first) + header.count - 1) // header.count
    return widths


def _under(header: Header, widths: Sequence[int]) -> int:
    """The width of the columns under a header."""
    under = widths[header.first : header.first + header.count]
    return sum(under) + len(GAP) * (len(under) - 1)


def _header(header: Header) -> str:
    notes = f"^{','.join(header.notes)}" if header.notes else ""
    unit = f"({header.unit})" if header.unit else ""
    return " ".join(filter(None, (plain(header.words) + notes, unit)))


def _headers(grid: Grid, widths: Sequence[int]) -> Iterator[str]:
    """The rows of headers, with rules under those of several columns."""
    for headers in grid.header_rows:
        cells, rules = [], []
        for header in headers:
            width, text = _under(header, widths), _header(header)
            space = width - _width(text)
            is_left = grid.columns[header.first].align == LEFT
            before = space // 2 if header.count > 1 else 0 if is_left else space
            cells.append(" " * before + text + " " * (space - before))
            rules.append(("─" if header.ruled else " ") * width)
        yield GAP.join(cells).rstrip()
        if headers is not grid.header_rows[-1] and any(header.ruled for header in headers):
            yield GAP.join(rules).rstrip()


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
