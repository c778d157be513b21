"""Lay out a table for Word: the widths of its columns and the alignment of its numbers.

Text is measured here, because a Word file contains all widths.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ieeelint.report.grid import DECIMAL, MISSING, TEXT, VALUE
from ieeelint.report.records import ReportError
from ieeelint.report.words import Words, plain
from ieeelint.report.writers.word.styles import COLUMN_HEAD, COLUMN_SUBHEAD, COPY
from ieeelint.report.writers.word.text import value_text
from ieeelint.report.writers.word.widths import RAISED, width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.report.grid import Cell, Grid, Header
    from ieeelint.report.writers.word.styles import TableStyles

TWIP = 20  # twips per point
# The steps until a table fits: the twips on each side of a cell, short headers, headers on several
# lines.
STEPS = (
    (100, False, False),
    (80, False, False),
    (60, False, False),
    (100, True, False),
    (80, True, False),
    (60, True, False),
    (60, True, True),
    (40, True, True),
    (30, True, True),
)
SPARE = 0.5  # extra points in each column, for differences of fonts and rounding
INDENT = 8.0  # points, for a row in a group
COLUMN = "column"
PAGE = "page"


@dataclass(slots=True)
class Room:
    """The widths of the texts of a column, in points: to the ``left`` of the decimal point, to the
    ``right`` from the decimal point, and of the ``whole`` widest text.

    ``is_even`` if aligned right edges also align the decimal points.
    """

    left: float = 0.0
    right: float = 0.0
    whole: float = 0.0
    is_even: bool = True


@dataclass(slots=True)
class Layout:
    """The ``widths`` of the columns and the ``padding`` on both sides of cells, in twips.

    ``budget`` is the available width; ``is_short`` means short headers.  ``rooms`` has the widths
    of the numbers of each column, in points.
    """

    span: str
    budget: int
    widths: list[int]
    padding: int
    is_short: bool
    rooms: list[Room] = field(default_factory=list)

    def inner(self, number: int) -> float:
        """The width of the text of a column, in points."""
        sides = 2 - (number == 0) - (number == len(self.widths) - 1)
        return (self.widths[number] - sides * self.padding) / TWIP

    @property
    def total(self) -> int:
        """The width of the table."""
        return sum(self.widths)


def lay_out(grid: Grid, styles: TableStyles, column: int, page: int) -> Layout:
    """The layout of a table in a ``column`` or a ``page`` of these twips, depending on its span.

    If it does not fit: less space between columns, then short headers, then headers on several
    lines; with the span "auto", then across the page.  Raises ReportError with the widest column.
    """
    budgets = {"column": ((COLUMN, column),), "page": ((PAGE, page),)}
    spans = budgets.get(grid.span, ((COLUMN, column), (PAGE, page)))
    rooms = [_room(grid, number, styles) for number in range(len(grid.columns))]
    for span, budget in spans:
        for padding, is_short, wraps in STEPS:
            widths = _widths(grid, styles, rooms, padding, is_short, False)
            if wraps and sum(widths) > budget:
                least = _widths(grid, styles, rooms, padding, is_short, True)
                widths = _between(least, widths, budget)
            if sum(widths) <= budget:
                return Layout(span, budget, widths, padding, is_short, rooms)
    span, budget = spans[-1]
    raise _too_wide(grid, _widths(grid, styles, rooms, STEPS[-1][0], True, True), span, budget)


def header_words(header: Header, is_short: bool) -> Words:
    """The printed words of the header."""
    return header.short if is_short and header.short else header.words


def header_text(header: Header, is_short: bool) -> tuple[str, str, str]:
    """The printed header: its words, the letters of its notes, its unit in parentheses."""
    words = plain(header_words(header, is_short))
    gap = " " if words or header.notes else ""
    return words, ",".join(header.notes), f"{gap}({header.unit})" if header.unit else ""


def is_subheader(grid: Grid, level: int, header: Header) -> bool:
    """True for a header under a spanner."""
    return any(
        above.ruled and above.first <= header.first < above.first + above.count
        for row in grid.header_rows[:level]
        for above in row
    )


def _between(least: list[int], most: list[int], budget: int) -> list[int]:
    """Widths between the smallest possible and those without line breaks, as the budget allows."""
    slack, growth = budget - sum(least), sum(most) - sum(least)
    if slack < 0 or growth <= 0:
        return least
    return [low + (high - low) * slack // growth for low, high in zip(least, most)]


def _widths(
    grid: Grid, styles: TableStyles, rooms: list[Room], padding: int, is_short: bool, wraps: bool
) -> list[int]:
    """The width of each column, which depends on its cells, headers, and spanners."""
    needs = [max(room.whole, room.left + room.right) for room in rooms]
    for count, first, need in _header_needs(grid, styles, is_short, wraps):
        have = sum(needs[first : first + count]) + (count - 1) * 2 * padding / TWIP
        for number in range(first, first + count) if need > have else ():
            needs[number] += (need - have) / count
    widths = [round((need + SPARE) * TWIP + 0.5) + 2 * padding for need in needs]
    for side in (0, -1):  # the rules of the table are as wide as its text
        widths[side] -= padding
    return widths


def _header_needs(
    grid: Grid, styles: TableStyles, is_short: bool, wraps: bool
) -> Iterator[tuple[int, int, float]]:
    """For each header: its number of columns, the first column, and its width in points, sorted."""
    needs = []
    for level, row in enumerate(grid.header_rows):
        for header in row:
            use = COLUMN_SUBHEAD if is_subheader(grid, level, header) else COLUMN_HEAD
            size = styles.sizes[use]
            words, notes, unit = header_text(header, is_short)
            if wraps:
                pieces = [*words.split(), unit.strip()]
                need = max(width(piece, size, bold=True) for piece in pieces)
            else:
                need = width(words + unit, size, bold=True)
            need += width(notes, size * RAISED, bold=True)
            needs.append((header.count, header.first, need))
    return iter(sorted(needs))


def _room(grid: Grid, number: int, styles: TableStyles) -> Room:
    """The widths of the cells of one column."""
    room = Room()
    size = styles.sizes[COPY]
    tails = set()
    for row in grid.rows:
        if row.title or number >= len(row.cells):
            continue
        cell = row.cells[number]
        left, right = halves(cell, size)
        indent = INDENT if row.indented and number == 0 else 0.0
        room.whole = max(room.whole, left + right + indent)
        if cell.state == VALUE and grid.columns[number].align == DECIMAL:
            tails.add(round(right, 2))
            room.left = max(room.left, left)
            room.right = max(room.right, right)
    room.is_even = len(tails) <= 1
    return room


def halves(cell: Cell, size: float) -> tuple[float, float]:
    """The widths of a cell before and from its decimal point (or the end of its first number)."""
    shown, tail = shown_text(cell)
    whole, point, decimals = shown.partition(".")
    right = width(point + decimals, size, bold=cell.bold) + width(tail, size)
    return width(whole, size, bold=cell.bold), right + width(",".join(cell.raised), size * RAISED)


def shown_text(cell: Cell) -> tuple[str, str]:
    """The printed cell without its notes: the part in bold or underlined, and the rest."""
    if cell.state == VALUE:
        return value_text(cell)
    return (plain(cell.words), "") if cell.state in (MISSING, TEXT) else ("", "")


def _too_wide(grid: Grid, widths: list[int], span: str, budget: int) -> ReportError:
    """The error for a table that is too wide."""
    widest = max(range(len(widths)), key=widths.__getitem__)
    name = plain(grid.columns[widest].header) or grid.columns[widest].name
    excess = (sum(widths) - budget) / TWIP
    advice = 'give it span = "page", or ' if span == COLUMN else ""
    return ReportError(
        f"table {grid.label} is {excess:.1f} pt wider than the {span} of {budget / TWIP:.0f} pt;"
        " its widest "
        f'column is "{name}" with {widths[widest] / TWIP:.1f} pt: {advice}shorten its words, or'
        " leave "
        "an interval or a column out",
        grid.provenance.path,
    )
