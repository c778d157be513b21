"""Mark the best and second-best cells; the printed digits decide."""

from __future__ import annotations

from decimal import Decimal

from ieeelint.report.grid import VALUE, Cell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def printed(cell: Cell) -> tuple[Decimal, int]:
    """The sort key of a cell: its printed digits.  "<" sorts before its number, ">" after it."""
    return Decimal(cell.digits).scaleb(cell.power), {"<": -1, "": 0, ">": 1}[cell.bound]


def ranked(cells: Sequence[Cell], best: str) -> list[list[Cell]]:
    """Lists of cells with the same printed value, best first, without cells that have none."""
    ranks: dict[tuple[Decimal, int], list[Cell]] = {}
    for cell in cells:
        if cell.state == VALUE and cell.digits:
            ranks.setdefault(printed(cell), []).append(cell)
    return [ranks[key] for key in sorted(ranks, reverse=best == "max")]


def mark(cells: Sequence[Cell], best: str, *, second: bool) -> None:
    """Print the best in bold, and underline the second best.

    Cells with the same printed value have the same mark.  Nothing is marked if all cells tie or
    there is only one cell.  The second best is marked only if there are three different values.
    """
    ranks = ranked(cells, best)
    if len(ranks) < 2:
        return
    for cell in ranks[0]:
        cell.bold = True
    if second and len(ranks) > 2:
        for cell in ranks[1]:
            cell.underline = True
