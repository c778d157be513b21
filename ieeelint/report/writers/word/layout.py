"""How wide the columns of a table become in Word, and where their numbers stand: measured before
Word sees them.
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

    from ieeelint.report.grid import Cell, Grid, Head
    from ieeelint.report.writers.word.styles import TableStyles

TWIP = 20  # a point
# What is tried until a table fits: twips on either side of a cell, short heads, heads on several
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
SPARE = 0.5  # points in each column, for what fonts and rounding differ
INDENT = 8.0  # points of a row in a group
COLUMN = "column"
PAGE = "page"


@dataclass(slots=True)
class Room:
    """What the numbers of a column need, in points: ``left`` of the decimal point and ``right``
    from it on; ``whole`` the widest text.  ``is_even`` when right edges below each other put
    decimal points below each other, too.
    """

    left: float = 0.0
    right: float = 0.0
    whole: float = 0.0
    is_even: bool = True


@dataclass(slots=True)
class Layout:
    """A table's measures in twips: ``widths`` of its columns, ``padding`` beside the text of a
    cell.

    ``budget`` is what there was; ``is_short`` says that heads use their short words; ``rooms`` what
    the numbers of each column need, in points.
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
    """The layout of a table in a ``column`` or a ``page`` of so many twips, as its span asks.

    What does not fit is made to: less room between columns, short heads, heads on several lines;
    with the span "auto" the page is next.  Raises ReportError naming the widest column.
    """
    budgets = {"column": ((COLUMN, column),), "page": ((PAGE, page),)}
    wanted = budgets.get(grid.span, ((COLUMN, column), (PAGE, page)))
    rooms = [_room(grid, number, styles) for number in range(len(grid.columns))]
    for span, budget in wanted:
        for padding, is_short, wraps in STEPS:
            widths = _widths(grid, styles, rooms, padding, is_short, False)
            if wraps and sum(widths) > budget:
                least = _widths(grid, styles, rooms, padding, is_short, True)
                widths = _between(least, widths, budget)
            if sum(widths) <= budget:
                return Layout(span, budget, widths, padding, is_short, rooms)
    span, budget = wanted[-1]
    raise _too_wide(grid, _widths(grid, styles, rooms, STEPS[-1][0], True, True), span, budget)


def head_words(head: Head, is_short: bool) -> Words:
    """The words that the head shows."""
    return head.short if is_short and head.short else head.words


def head_text(head: Head, is_short: bool) -> tuple[str, str, str]:
    """What a head prints: its words, the letters of its notes, its unit in parentheses."""
    words = plain(head_words(head, is_short))
    gap = " " if words or head.notes else ""
    return words, ",".join(head.notes), f"{gap}({head.unit})" if head.unit else ""


def is_subhead(grid: Grid, level: int, head: Head) -> bool:
    """True for a head under a spanner."""
    return any(
        above.ruled and above.first <= head.first < above.first + above.count
        for row in grid.heads[:level]
        for above in row
    )


def _between(least: list[int], most: list[int], budget: int) -> list[int]:
    """Widths from the least that words allow towards those on one line, as far as there is room."""
    slack, wanted = budget - sum(least), sum(most) - sum(least)
    if slack < 0 or wanted <= 0:
        return least
    return [low + (high - low) * slack // wanted for low, high in zip(least, most)]


def _widths(
    grid: Grid, styles: TableStyles, rooms: list[Room], padding: int, is_short: bool, wraps: bool
) -> list[int]:
    """The width of each column: its cells', its heads', and its share of the spanners over it."""
    needs = [max(room.whole, room.left + room.right) for room in rooms]
    for count, first, need in _head_needs(grid, styles, is_short, wraps):
        have = sum(needs[first : first + count]) + (count - 1) * 2 * padding / TWIP
        for number in range(first, first + count) if need > have else ():
            needs[number] += (need - have) / count
    widths = [round((need + SPARE) * TWIP + 0.5) + 2 * padding for need in needs]
    for side in (0, -1):  # the text of the table begins and ends with its rules
        widths[side] -= padding
    return widths


def _head_needs(
    grid: Grid, styles: TableStyles, is_short: bool, wraps: bool
) -> Iterator[tuple[int, int, float]]:
    """Columns that a head is over (their count, the first) and the points it needs; single
    columns first.
    """
    found = []
    for level, row in enumerate(grid.heads):
        for head in row:
            size = styles.sizes[COLUMN_SUBHEAD if is_subhead(grid, level, head) else COLUMN_HEAD]
            words, notes, unit = head_text(head, is_short)
            if wraps:
                pieces = [*words.split(), unit.strip()]
                need = max(width(piece, size, bold=True) for piece in pieces)
            else:
                need = width(words + unit, size, bold=True)
            found.append((head.count, head.first, need + width(notes, size * RAISED, bold=True)))
    return iter(sorted(found))


def _room(grid: Grid, number: int, styles: TableStyles) -> Room:
    """What the cells of one column need."""
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
    """How wide a cell is before its decimal point (or the end of its first number), and from it
    on.
    """
    shown, tail = shown_text(cell)
    head, point, decimals = shown.partition(".")
    right = width(point + decimals, size, bold=cell.bold) + width(tail, size)
    return width(head, size, bold=cell.bold), right + width(",".join(cell.notes), size * RAISED)


def shown_text(cell: Cell) -> tuple[str, str]:
    """What a cell prints without its notes: what its marks cover, and what follows."""
    if cell.state == VALUE:
        return value_text(cell)
    return (plain(cell.words), "") if cell.state in (MISSING, TEXT) else ("", "")


def _too_wide(grid: Grid, widths: list[int], span: str, budget: int) -> ReportError:
    """What to say of a table that fits in no way."""
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
