"""The cells of a table as TeX, padded so that their decimal points line up, with their widths."""

from __future__ import annotations

from dataclasses import dataclass, field

from ieeelint.report.grid import DECIMAL, LEFT, VALUE, Cell, Grid, Header, Row
from ieeelint.report.writers.tex import Face, Printed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

PADDED = ".0±<−[])\u00a0,\u2009"  # the characters after a decimal point; a digit counts as "0"
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
THREES_FROM = 5  # digits before the point; IEEE groups longer numbers in threes


@dataclass(slots=True, eq=False)
class Tabular:
    """Rows of printed cells; ``widths`` of the columns without spanners and gaps."""

    widths: list[float]
    header_rows: list[list[tuple[Header, Printed]]] = field(default_factory=list)
    rows: list[tuple[Row, list[Printed]]] = field(default_factory=list)

    def width(self, gap: float) -> float:
        """The width of all columns in points, with ``gap`` (\\tabcolsep) on each side between them.

        A spanner that is wider than its columns widens the last of them, as in TeX.
        """
        widths = list(self.widths)
        for headers in reversed(self.header_rows):
            for header, shown in headers:
                last = header.first + header.count - 1
                free = sum(widths[header.first : last]) + 2 * gap * (header.count - 1)
                widths[last] = max(widths[last], shown.width - free)
        return sum(widths) + 2 * gap * (len(widths) - 1)

    def spaces(self, gap: float) -> dict[int, float]:
        """The space before the headers of columns under a wider spanner, so that all of them, and
        not only the last, become wider.
        """
        widths = list(self.widths)
        own: dict[int, float] = {}
        spaces: dict[int, float] = {}
        for headers in reversed(self.header_rows):
            for header, shown in headers:
                if header.count == 1:
                    own.setdefault(header.first, shown.width)
                    continue
                under = range(header.first, header.first + header.count)
                excess = shown.width - sum(widths[at] for at in under) - 2 * gap * (len(under) - 1)
                for at in under if excess > 0 else ():
                    widths[at] += excess / len(under)
                    if at in own:
                        spaces[at] = widths[at] - own[at]
        return spaces


def tabular(grid: Grid, face: Face, *, short: bool = False) -> Tabular:
    """The table set in ``face``, with ``short`` headers if they have them."""
    columns = [
        _column([row.cells[at] for row in grid.rows if not row.title], column.align, face)
        for at, column in enumerate(grid.columns)
    ]
    layout = Tabular([max((cell.width for cell in column), default=0.0) for column in columns])
    number = 0
    for row in grid.rows:
        if row.title:
            layout.rows.append((row, [face.words(row.title, "italic")]))
            continue
        cells = [column[number] for column in columns]
        if row.indented:
            cells[0] = Printed(r"\quad ", face.size) + cells[0]
            layout.widths[0] = max(layout.widths[0], cells[0].width)
        layout.rows.append((row, cells))
        number += 1
    for headers in grid.header_rows:
        layout.header_rows.append([(header, _header(header, face, short)) for header in headers])
        for header, shown in layout.header_rows[-1]:
            if header.count == 1:
                layout.widths[header.first] = max(layout.widths[header.first], shown.width)
    return layout


def _header(header: Header, face: Face, short: bool) -> Printed:
    words = header.short if short and header.short else header.words
    shown = face.words(words) + face.letters(header.notes)
    if header.unit:
        shown += face.text(f" ({header.unit})" if shown else f"({header.unit})")
    return shown


def _column(cells: Sequence[Cell], align: str, face: Face) -> list[Printed]:
    """The cells of a column.  Padding aligns decimal points, intervals and notes."""
    if align == LEFT:
        return [face.words(cell.words) + face.letters(cell.notes) for cell in cells]
    all_letters = max((cell.notes for cell in cells), key=len, default="")
    stars = max((cell.stars for cell in cells), default=0)
    return [
        _numeric(cell, padding if align == DECIMAL else "", all_letters, stars, face)
        for cell, padding in zip(cells, paddings(cells))
    ]


def _numeric(cell: Cell, padding: str, all_letters: str, stars: int, face: Face) -> Printed:
    """A number with invisible ``padding``, so that its decimal point is below the others; a column
    has up to so many ``stars``.
    """
    missing = face.letters(all_letters[len(cell.notes) :])
    letters = face.letters(cell.notes) + face.phantom(missing)
    letters = face.stars(cell.stars) + face.phantom(face.stars(stars - cell.stars)) + letters
    if cell.state != VALUE or not cell.digits:
        return face.words(cell.words) + letters
    digits = grouped(cell.digits)
    value = face.bold(digits) if cell.bold else face.text(digits)
    if cell.bound or cell.opening:
        value = face.text(cell.opening + cell.bound) + value
    if cell.underline:
        value = Printed(rf"\underline{{{value.tex}}}", value.width)
    value += face.text(_interval(cell)) + face.power(cell.power)
    return value + face.phantom(face.text(padding)) + letters


def interval(cell: Cell) -> str:
    """What is after the digits: an interval, "±0.012" or " [0.94, 1.05]", and a power of ten."""
    return _interval(cell) + raised_power(cell.power)


def raised_power(power: int) -> str:
    """A power of ten in Unicode: "×10¹⁹"; empty for 0."""
    return f"×10{str(power).translate(RAISED)}" if power else ""


def _interval(cell: Cell) -> str:
    closing = ")" if cell.opening else ""
    if cell.ends:
        return f"\u00a0[{grouped(cell.ends[0])},\u00a0{grouped(cell.ends[1])}]{closing}"
    if not cell.half:
        return ""
    return f"±{'<' if cell.half_below else ''}{grouped(cell.half)}{closing}"


def _tail(cell: Cell) -> str:
    """The text from the decimal point on, with zeros for digits."""
    if cell.state != VALUE or not cell.digits:
        return ""
    _, point, rest = cell.digits.partition(".")
    return "".join("0" if sign.isdigit() else sign for sign in point + rest + _interval(cell))


def paddings(cells: Sequence[Cell]) -> list[str]:
    """What each cell of a column lacks at its end, as signs of the widest cell."""
    tails = [_tail(cell) for cell in cells]
    most = {sign: max((tail.count(sign) for tail in tails), default=0) for sign in PADDED}
    return [_padding(tail, most) for tail in tails]


def _padding(tail: str, most: dict[str, int]) -> str:
    """The characters that a tail needs to be as wide as the widest of the column."""
    return "".join(sign * (count - tail.count(sign)) for sign, count in most.items())


def grouped(digits: str) -> str:
    """Digits as they print: with a minus sign, and in threes from five digits before the point.

    They may start with "<" or ">".
    """
    number = digits.lstrip("<>-")
    sign = digits[: len(digits) - len(number)].replace("-", "−")
    whole, point, rest = number.partition(".")
    if len(whole) >= THREES_FROM and whole.isdecimal():
        first = len(whole) % 3
        threes = [whole[at : at + 3] for at in range(first, len(whole), 3)]
        whole = "\u2009".join([whole[:first]] * bool(first) + threes)
    return sign + whole + point + rest
