"""The cells of a table as TeX that lines up: padded to a common point, with their widths."""

from __future__ import annotations

from dataclasses import dataclass, field

from ieeelint.report.grid import DECIMAL, LEFT, TEXT, VALUE, Cell, Grid, Head, Row
from ieeelint.report.writers.tex import Face, Printed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

THREES_FROM = 5  # digits before the point that are printed in threes: IEEE's rule


@dataclass(slots=True)
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
    shown = face.words(head.short if short and head.short else head.words) + face.letters(head.notes)
    if head.unit:
        shown += face.text(f" ({head.unit})" if shown else f"({head.unit})")
    return shown


def _column(cells: Sequence[Cell], align: str, face: Face) -> list[Printed]:
    """The cells of a column; numbers padded so that their points, intervals and notes line up."""
    if align == LEFT:
        return [face.words(cell.words) + face.letters(cell.notes) for cell in cells]
    noted = max((cell.notes for cell in cells), key=len, default="")
    room = _Room(cells) if align == DECIMAL else None
    return [_numeric(cell, face, room, noted) for cell in cells]


class _Room:
    """How many digits stand before and after the points of a column: value, half-width, ends."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        values = [cell for cell in cells if cell.state == VALUE]
        self.after = max((_after(cell.digits) for cell in values), default=0)
        halves = [cell.half for cell in values if cell.half]
        self.half_before = max((len(half.partition(".")[0]) for half in halves), default=0)
        self.half_after = max(map(_after, halves), default=0)
        self.half_below = any(cell.half_below for cell in values)


def _numeric(cell: Cell, face: Face, room: _Room | None, noted: str) -> Printed:
    letters = face.letters(cell.notes) + face.phantom(face.letters(noted[len(cell.notes) :]))
    if cell.state in (TEXT, "missing", "empty") or not cell.digits:
        return face.words(cell.words) + letters
    digits = grouped(cell.digits)
    value = face.bold(digits) if cell.bold else face.text(digits)
    if cell.below:
        value = face.text("<") + value
    if cell.underline:
        value = Printed(rf"\underline{{{value.tex}}}", value.width)
    if room:
        value += _fill(room.after - _after(cell.digits), not _after(cell.digits), face)
    return value + _interval(cell, face, room) + letters


def _interval(cell: Cell, face: Face, room: _Room | None) -> Printed:
    if cell.ends:
        low, high = (face.text(grouped(end)) for end in cell.ends)
        return face.text("\u00a0[") + low + face.text(", ") + high + face.text("]")
    if not cell.half:
        if room and room.half_before:
            empty = face.text("±" + "0" * room.half_before + ("." + "0" * room.half_after if room.half_after else ""))
            return face.phantom(empty)
        return Printed()
    sign = face.text("±") + (face.text("<") if cell.half_below else Printed())
    half = face.text(cell.half)
    if room is None:
        return sign + half
    # an interval that is shorter than others: the room stands before its sign
    missing = room.half_before - len(cell.half.partition(".")[0])
    before = face.phantom(face.text("0" * missing)) if missing else Printed()
    if room.half_below and not cell.half_below:
        before += face.phantom(face.text("<"))
    return sign + before + half + _fill(room.half_after - _after(cell.half), not _after(cell.half), face)


def _fill(count: int, point: bool, face: Face) -> Printed:
    """Room for so many digits after the point, and for the point where there is none."""
    if count <= 0:
        return Printed()
    return face.phantom(face.text(("." if point else "") + "0" * count))


def _after(digits: str) -> int:
    return len(digits.partition(".")[2])


def grouped(digits: str) -> str:
    """Digits as they print: a true minus sign, five and more before the point in threes."""
    sign, number = ("−", digits[1:]) if digits.startswith("-") else ("", digits)
    whole, point, rest = number.partition(".")
    if len(whole) >= THREES_FROM:
        whole = f"{int(whole):,}".replace(",", "\u2009")
    return sign + whole + point + rest
