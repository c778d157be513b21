"""Where the cells of a tabular stand."""

from __future__ import annotations

from ieeelint.paper.model import Grid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Passage


def width_of(grid: Grid) -> int:
    """The number of columns."""
    return max((place + count for row in grid.places for place, count in row), default=0)


def at_place(grid: Grid, number: int, column: int) -> Passage | None:
    """The cell of a row that covers a column."""
    for cell, (place, count) in zip(grid.rows[number], grid.places[number]):
        if place <= column < place + count:
            return cell
    return None


def titles(grid: Grid) -> set[int]:
    """The rows whose one cell goes over the whole table: a title, "continued"."""
    width = width_of(grid)
    return {number for number, row in enumerate(grid.places) if len(row) == 1 and row[0][1] == width > 1}


def between(grid: Grid, first: int, last: int) -> Grid:
    """The columns from ``first``, without ``last``, as a tabular of their own."""
    part = Grid(grid.environment, grid.span, grid.columns)
    for cells, places in zip(grid.rows, grid.places):
        inside = [(cell, (max(at, first) - first, count)) for cell, (at, count) in zip(cells, places) if at < last and at + count > first]
        part.rows.append([cell for cell, _ in inside])
        part.places.append([place for _, place in inside])
    return part


def transposed(grid: Grid) -> Grid:
    """The tabular with rows for columns; a joined cell stands in each of its rows."""
    turned = Grid(grid.environment, grid.span, grid.columns)
    for column in range(width_of(grid)):
        cells = [(cell, number) for number in range(len(grid.rows)) if (cell := at_place(grid, number, column)) is not None]
        turned.rows.append([cell for cell, _ in cells])
        turned.places.append([(number, 1) for _, number in cells])
    return turned
