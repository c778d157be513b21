"""The rows and columns of the cells of a tabular."""

from __future__ import annotations

from ieeelint.paper.floats import Grid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.zones import Passage


def width_of(grid: Grid) -> int:
    """The number of columns."""
    return max((column + count for row in grid.places for column, count in row), default=0)


class Layout:
    """The cells of a tabular by row and column; a merged cell is in each of its columns."""

    def __init__(self, grid: Grid) -> None:
        self.cells: dict[tuple[int, int], tuple[Passage, int]] = {}
        for number, (cells, places) in enumerate(zip(grid.rows, grid.places)):
            for cell, (first, count) in zip(cells, places):
                for column in range(first, first + count):
                    self.cells.setdefault((number, column), (cell, first))

    def at(self, number: int, column: int) -> Passage | None:
        """The cell of a row that covers a column."""
        cell = self.cells.get((number, column))
        return cell[0] if cell else None

    def starting(self, number: int, column: int) -> Passage | None:
        """The cell of a row that begins at a column."""
        cell = self.cells.get((number, column))
        return cell[0] if cell and cell[1] == column else None


def titles(grid: Grid) -> set[int]:
    """The rows with a single cell that spans the table: a title, "continued"."""
    width = width_of(grid)
    return {
        number for number, row in enumerate(grid.places) if len(row) == 1 and row[0][1] == width > 1
    }


def columns_between(grid: Grid, first: int, last: int) -> Grid:
    """A tabular of the columns from ``first`` to ``last``, which is excluded."""
    part = Grid(grid.environment, grid.span, grid.columns)
    for cells, places in zip(grid.rows, grid.places):
        inside = [
            (cell, (max(at, first) - first, count))
            for cell, (at, count) in zip(cells, places)
            if at < last and at + count > first
        ]
        part.rows.append([cell for cell, _ in inside])
        part.places.append([columns for _, columns in inside])
    return part


def transposed(grid: Grid) -> Grid:
    """The tabular with rows and columns exchanged; a merged cell is in each of its rows."""
    result = Grid(grid.environment, grid.span, grid.columns)
    layout = Layout(grid)
    for column in range(width_of(grid)):
        cells = [
            (cell, number)
            for number in range(len(grid.rows))
            if (cell := layout.at(number, column)) is not None
        ]
        result.rows.append([cell for cell, _ in cells])
        result.places.append([(number, 1) for _, number in cells])
    return result
