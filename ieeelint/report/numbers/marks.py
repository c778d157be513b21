"""Which cells are best and second best, by what is printed."""

from __future__ import annotations

from decimal import Decimal

from ieeelint.report.grid import VALUE, Cell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def printed(cell: Cell) -> tuple[Decimal, int]:
    """What a reader ranks a cell by: its digits; less than a number comes before it, more behind
    it.
    """
    return Decimal(cell.digits), {"<": -1, "": 0, ">": 1}[cell.bound]


def ranked(cells: Sequence[Cell], best: str) -> list[list[Cell]]:
    """Cells with values, best first, those that print alike together."""
    places: dict[tuple[Decimal, int], list[Cell]] = {}
    for cell in cells:
        if cell.state == VALUE and cell.digits:
            places.setdefault(printed(cell), []).append(cell)
    return [places[key] for key in sorted(places, reverse=best == "max")]


def mark(cells: Sequence[Cell], best: str, *, second: bool) -> None:
    """Bold the best, underline the second best.

    Cells that print alike are marked alike.  Nothing is marked where all tie or one competes
    alone, and no second where only two places are taken by two cells.
    """
    places = ranked(cells, best)
    if len(places) < 2:
        return
    for cell in places[0]:
        cell.bold = True
    if second and len(places) > 2:
        for cell in places[1]:
            cell.underline = True
