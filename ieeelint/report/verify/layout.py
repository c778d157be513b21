"""Where the cells of a tabular stand."""

from __future__ import annotations

from ieeelint.paper.model import Grid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Passage


def width_of(grid: Grid) -> int:
    """The number of columns."""
    return max((place + count for row in grid.places for place, count in row), default=0)


class Layout:
    """The cells of a tabular by their places, a joined one at each of them."""

    def __init__(self, grid: Grid) -> None:
        self.cells: dict[tuple[int, int], tuple[Passage, int]] = {}
        for number, (cells, places) in enumerate(zip(grid.rows, grid.places)):
            for cell, (place, count) in zip(cells, places):
                for column in range(place, place + count):
                    self.cells.setdefault((number, column), (cell, place))

    def at(self, number: int, column: int) -> Passage | None:
        """The cell of a row that covers a column."""
        found = self.cells.get((number, column))
        return found[0] if found else None

    def starting(self, number: int, column: int) -> Passage | None:
        """The cell of a row that begins at a column."""
        found = self.cells.get((number, column))
        return found[0] if found and found[1] == column else None


def titles(grid: Grid) -> set[int]:
    """The rows whose one cell goes over the whole table: a title, "continued"."""
    width = width_of(grid)
    return {
        number for number, row in enumerate(grid.places) if len(row) == 1 and row[0][1] == width > 1
    }


def between(grid: Grid, first: int, last: int) -> Grid:
    """The columns from ``first``, without ``last``, as a tabular of their own."""
    part = Grid(grid.environment, grid.span, grid.columns)
    for cells, places in zip(grid.rows, grid.places):
        inside = [
            (cell, (max(at, first) - first, count))
            for cell, (at, count) in zip(cells, places)
            if at < last and at + count > first
        ]
        part.rows.append([cell for cell, _ in inside])
        part.places.append([place for _, place in inside])
    return part


def transposed(grid: Grid) -> Grid:
    """The tabular with rows for columns; a joined cell stands in each of its rows."""
    turned = Grid(grid.environment, grid.span, grid.columns)
    layout = Layout(grid)
    for column in range(width_of(grid)):
        cells = [
            (cell, number)
            for number in range(len(grid.rows))
            if (cell := layout.at(number, column)) is not None
        ]
        turned.rows.append([cell for cell, _ in cells])
        turned.places.append([(number, 1) for _, number in cells])
    return turned
