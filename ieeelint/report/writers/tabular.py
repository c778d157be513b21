"""The cells of a table as TeX that lines up: padded to a common point, with their widths."""

from __future__ import annotations

from dataclasses import dataclass, field

from ieeelint.report.grid import DECIMAL, LEFT, VALUE, Cell, Grid, Head, Row
from ieeelint.report.writers.tex import Face, Printed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

PADDED = ".0±<−[]\u00a0,\u2009"  # what may stand after a point, by kinds of one width
THREES_FROM = 5  # digits before the point that are printed in threes: IEEE's rule


@dataclass(slots=True, eq=False)
class Tabular:
    """Rows of printed cells: ``widths`` of columns without spanners and the gaps between them."""

    widths: list[float]
    heads: list[list[tuple[Head, Printed]]] = field(default_factory=list)
    rows: list[tuple[Row, list[Printed]]] = field(default_factory=list)

    def width(self, gap: float) -> float:
        """All columns with ``gap`` (\\tabcolsep) on each side between them, in points.

        A spanner that is wider than its columns widens the last of them, as in TeX.
        """
        widths = list(self.widths)
        for heads in reversed(self.heads):
            for head, shown in heads:
                last = head.first + head.count - 1
                free = sum(widths[head.first : last]) + 2 * gap * (head.count - 1)
                widths[last] = max(widths[last], shown.width - free)
        return sum(widths) + 2 * gap * (len(widths) - 1)


def tabular(grid: Grid, face: Face, *, short: bool = False) -> Tabular:
    """The table set in ``face``; ``short`` takes the short heads."""
    columns = [
        _column([row.cells[at] for row in grid.rows if not row.title], column.align, face)
        for at, column in enumerate(grid.columns)
    ]
    made = Tabular([max((one.width for one in column), default=0.0) for column in columns])
    number = 0
    for row in grid.rows:
        if row.title:
            made.rows.append((row, [face.words(row.title, "italic")]))
            continue
        cells = [column[number] for column in columns]
        if row.indented:
            cells[0] = Printed(r"\quad ", face.size) + cells[0]
            made.widths[0] = max(made.widths[0], cells[0].width)
        made.rows.append((row, cells))
        number += 1
    for heads in grid.heads:
        made.heads.append([(head, _head(head, face, short)) for head in heads])
        for head, shown in made.heads[-1]:
            if head.count == 1:
                made.widths[head.first] = max(made.widths[head.first], shown.width)
    return made


def _head(head: Head, face: Face, short: bool) -> Printed:
    shown = face.words(head.short if short and head.short else head.words) + face.letters(
        head.notes
    )
    if head.unit:
        shown += face.text(f" ({head.unit})" if shown else f"({head.unit})")
    return shown


def _column(cells: Sequence[Cell], align: str, face: Face) -> list[Printed]:
    """The cells of a column; numbers padded so that their points, intervals and notes line up."""
    if align == LEFT:
        return [face.words(cell.words) + face.letters(cell.notes) for cell in cells]
    noted = max((cell.notes for cell in cells), key=len, default="")
    tails = [_tail(cell) for cell in cells]
    most = {one: max((tail.count(one) for tail in tails), default=0) for one in PADDED}
    return [
        _numeric(cell, _missing(tail, most) if align == DECIMAL else "", noted, face)
        for cell, tail in zip(cells, tails)
    ]


def _numeric(cell: Cell, missing: str, noted: str, face: Face) -> Printed:
    """A number; room for the characters that others have after their points, so that the points
    line up.
    """
    letters = face.letters(cell.notes) + face.phantom(face.letters(noted[len(cell.notes) :]))
    if cell.state != VALUE or not cell.digits:
        return face.words(cell.words) + letters
    digits = grouped(cell.digits)
    value = face.bold(digits) if cell.bold else face.text(digits)
    if cell.bound:
        value = face.text(cell.bound) + value
    if cell.underline:
        value = Printed(rf"\underline{{{value.tex}}}", value.width)
    return value + face.text(interval(cell)) + face.phantom(face.text(missing)) + letters


def interval(cell: Cell) -> str:
    """What follows the digits: "±0.012", or " [0.94, 1.05]"."""
    if cell.ends:
        return f"\u00a0[{grouped(cell.ends[0])},\u00a0{grouped(cell.ends[1])}]"
    return f"±{'<' if cell.half_below else ''}{grouped(cell.half)}" if cell.half else ""


def _tail(cell: Cell) -> str:
    """All from the point on, digits as zeros."""
    if cell.state != VALUE or not cell.digits:
        return ""
    _, point, rest = cell.digits.partition(".")
    return "".join("0" if one.isdigit() else one for one in point + rest + interval(cell))


def _missing(tail: str, most: dict[str, int]) -> str:
    """What a tail lacks to be as wide as all of them together need; nothing for cells without a
    number.
    """
    return (
        "".join(one * (count - tail.count(one)) for one, count in most.items())
        if tail or any(most.values())
        else ""
    )


def grouped(digits: str) -> str:
    """Digits as they print: a true minus sign, five and more before the point in threes; "<" or
    ">" may stand before.
    """
    number = digits.lstrip("<>-")
    sign = digits[: len(digits) - len(number)].replace("-", "−")
    whole, point, rest = number.partition(".")
    if len(whole) >= THREES_FROM:
        whole = f"{int(whole):,}".replace(",", "\u2009")
    return sign + whole + point + rest
