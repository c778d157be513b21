"""One change of a table, and the finding that it must have."""

from __future__ import annotations

from copy import deepcopy

from ieeelint.report.grid import MISSING, VALUE
from ieeelint.report.words import plain
from ieeelint.report.words import words as words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from random import Random

    from ieeelint.report.grid import Grid

CHANGES = (
    "digit",
    "power",
    "half",
    "end",
    "bold",
    "row",
    "row name",
    "header",
    "missing",
    "value for missing",
)


def changed(random: Random, grid: Grid, change: str) -> tuple[Grid, str, list[str]] | None:
    """The grid with one change, the rule that reports it, and words of its message; None if the
    grid does not have what changes.
    """
    grid = deepcopy(grid)
    rows = {row.name: plain(row.cells[0].words) for row in grid.rows if not row.title}
    columns = {column.name: plain(column.header) for column in grid.columns}
    cells = [cell for cell in grid.cells if cell.state == VALUE and cell.digits and not cell.below]
    random.shuffle(cells)
    if change == "digit" and cells:
        cell = cells[0]
        cell.digits = _misprinted(random, cell.digits)
        return grid, "RES002", [rows[cell.row], columns[cell.column], cell.digits.lstrip("-")]
    if change == "power" and (cells := [cell for cell in cells if cell.power]):
        cell = cells[0]
        cell.power += random.choice((-2, -1, 1, 3))
        if not cell.power:
            return None
        return grid, "RES002", [rows[cell.row], columns[cell.column], f"×10^{cell.power}"]
    if change == "end" and (cells := [cell for cell in cells if cell.ends]):
        cell = cells[0]
        assert cell.ends is not None
        at = random.choice((0, 1))
        ends = list(cell.ends)
        ends[at] = _misprinted(random, ends[at])
        cell.ends = ends[0], ends[1]
        return grid, "RES002", [rows[cell.row], columns[cell.column], ends[at].lstrip("-")]
    if change == "half" and (
        cells := [cell for cell in cells if cell.half and not cell.half_below]
    ):
        cell = cells[0]
        cell.half = _misprinted(random, cell.half)
        return grid, "RES002", [rows[cell.row], columns[cell.column], "±" + cell.half]
    if change == "bold" and (cells := [cell for cell in cells if cell.bold]):
        best = cells[0]
        column = [cell for cell in grid.cells if cell.column == best.column]
        others = [cell for cell in column if cell.digits and not cell.bold]
        if not others:
            return None
        other = random.choice(others)
        best.bold, other.bold = False, True
        return grid, "RES004", [columns[best.column]]
    if change == "row" and len(rows) > 2:
        name = random.choice(list(rows))
        if any(cell.bold for cell in cells if cell.row == name):
            return None
        grid.rows = [row for row in grid.rows if row.title or row.name != name]
        return grid, "RES003", [f"{rows[name]}"]
    if change == "row name" and len(rows) > 2:
        name = random.choice(list(rows))
        row = next(row for row in grid.rows if row.name == name and not row.title)
        row.cells[0].words = words_of("Zygote")
        return grid, "RES003", [rows[name]]
    if change == "header":
        leaves = [header for header in grid.header_rows[-1] if header.first and header.words]
        if not leaves:
            return None
        header = random.choice(leaves)
        name = grid.columns[header.first].name
        header.words = words_of("Zygote")
        header.short = ()
        return grid, "RES003", [columns[name] if len(columns) > 2 else "matches no row and column"]
    if change == "missing" and cells:
        cell = cells[0]
        cell.state, cell.digits, cell.words = MISSING, "", words_of("n/a")
        return grid, "RES003", [rows[cell.row], columns[cell.column]]
    if change == "value for missing":
        absent = [cell for cell in grid.cells if cell.state == MISSING]
        if not absent:
            return None
        cell = absent[0]
        cell.state, cell.digits, cell.words = VALUE, "3.14", ()
        return grid, "RES002", [rows[cell.row], columns[cell.column]]
    return None


def _misprinted(random: Random, digits: str) -> str:
    """The number with one other digit, and not by one in the last place: a result halfway may be
    rounded up or down.
    """
    at = random.choice(_telling(digits))
    near = 1 if not digits[at + 1 :].strip("0.") else 0
    others = [digit for digit in "123456789" if abs(int(digit) - int(digits[at])) > near]
    return digits[:at] + random.choice(others) + digits[at + 1 :]


def _telling(digits: str) -> list[int]:
    """The positions of digits whose change is an error: 402 may be right for a rounded 400."""
    last = len(digits) if "." in digits else len(digits.rstrip("0")) or 1
    return [at for at, sign in enumerate(digits[:last]) if sign.isdigit()]
