"""The row and column headers of a draft's tabular: where they are, and what they say."""

from __future__ import annotations

from ieeelint.report.verify.cell_content import cell_content, printed
from ieeelint.report.verify.headers import OURS, normalized, split_unit
from ieeelint.report.verify.layout import titles, width_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.floats import Grid
    from ieeelint.paper.model import Paper
    from ieeelint.paper.zones import Passage
    from ieeelint.report.verify.layout import Layout
    from ieeelint.report.verify.lock import LockedTable


class TabularHeaders:
    """The headers of a tabular, found with the row headers and groups of a table of the lock
    file.

    ``first_row`` is the first row after the column headers, ``column`` the column of the row
    headers. ``over`` has the words and the unit of the header of each column.
    """

    def __init__(self, paper: Paper, grid: Grid, layout: Layout, table: LockedTable) -> None:
        self.paper = paper
        self.grid = grid
        self.layout = layout
        self.groups = {normalized(row.group) for row in table.rows if row.group}
        self.row_headers = {normalized(row.header) for row in table.rows}
        self.texts: dict[int, str] = {}  # as printed, by the start of the cell
        self.titles = titles(grid)
        self.first_row = self._first_row()
        self.column = self._column()
        self.over = [self._over(at) for at in range(width_of(grid))]

    def _first_row(self) -> int:
        """The first row whose header is that of a row or group in the lock file."""
        headers = self.row_headers | self.groups
        for number in range(len(self.grid.rows)):
            for column in (0, 1):
                cell = self.layout.starting(number, column)
                if cell is not None and self.of_row(cell) in headers:
                    return number
        return len(self.grid.rows)

    def _column(self) -> int:
        """The column of the row headers: the second one if the first has groups or numbers the
        rows.
        """
        matches = [0, 0]
        for column in (0, 1):
            for number in range(self.first_row, len(self.grid.rows)):
                cell = self.layout.starting(number, column)
                if cell is not None and self.of_row(cell) in self.row_headers:
                    matches[column] += 1
        return int(matches[1] > matches[0])

    def cells_over(self, at: int) -> list[Passage]:
        """The header cells of a column, from the top, without titles that span the table."""
        cells = [
            self.layout.at(number, at)
            for number in range(self.first_row)
            if number not in self.titles
        ]
        return [cell for cell in cells if cell is not None]

    def _over(self, at: int) -> tuple[tuple[str, ...], str]:
        """The words of a column header, and its unit.  A header that is repeated, as in long
        tables, counts once.
        """
        texts = list(dict.fromkeys(self.text(cell).strip() for cell in self.cells_over(at)))
        parts = [split_unit(text) for text in texts]
        units = [unit for _, unit in parts if unit]
        return tuple(sorted(" ".join(normalized(words) for words, _ in parts).split())), (
            units[-1] if units else ""
        )

    def of_row(self, cell: Passage) -> str:
        """The words of a row header, without a "(ours)" after them."""
        text = self.text(cell)
        words = normalized(text)
        return words if words in self.row_headers else normalized(OURS.sub(" ", text))

    def text(self, cell: Passage) -> str:
        """The text of a cell as printed."""
        if cell.start not in self.texts:
            self.texts[cell.start] = printed(self.paper, cell.start, cell.end)[0]
        return self.texts[cell.start]

    def numbers(self) -> tuple[dict[tuple[str, str], list[int]], dict[str, list[int]]]:
        """The numbers of rows by group and header, and by header alone."""
        by_group: dict[tuple[str, str], list[int]] = {}
        by_header: dict[str, list[int]] = {}
        group = ""
        for number in range(self.first_row, len(self.grid.rows)):
            first_cell = self.layout.at(number, 0)
            first = normalized(self.text(first_cell)) if first_cell is not None else ""
            if first in self.groups and (
                self.column or not any(cell.plain.strip() for cell in self.grid.rows[number][1:])
            ):
                group = first
                if not self.column:
                    continue
            cell = self.layout.at(number, self.column)
            if cell is not None:
                by_group.setdefault((group, self.of_row(cell)), []).append(number)
                by_header.setdefault(self.of_row(cell), []).append(number)
        return by_group, by_header

    def has_as_many_words(self, number: int, header: str) -> bool:
        """True if a row header has as many words as ``header``: it may be abbreviated, but says
        no more.
        """
        cell = self.layout.at(number, self.column)
        return cell is not None and len(self.of_row(cell).split()) == len(
            normalized(header).split()
        )

    def is_unreadable(self, number: int) -> bool:
        """True for a row of numbers whose header prints no text: a macro that is defined
        elsewhere.
        """
        header = self.layout.at(number, self.column)
        if header is None or self.of_row(header):
            return False
        return any(
            cell_content(self.paper, cell).digits
            for cell in self.grid.rows[number]
            if cell is not header
        )
