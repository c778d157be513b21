"""The row and column headers of a draft's tabular: where they are, and what they say."""

from __future__ import annotations

import re

from ieeelint.report.verify.cell_content import cell_content, printed
from ieeelint.report.verify.headers import (
    OURS,
    may_match,
    normalized,
    rate_of,
    split_unit,
    words_of,
)
from ieeelint.report.verify.joined_headers import joined_headers
from ieeelint.report.verify.layout import titles, width_of
from ieeelint.report.verify.meanings import (
    in_any_order,
    in_one_word,
    in_order,
    only_one,
    prefix_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ieeelint.paper.floats import Grid
    from ieeelint.paper.model import Paper
    from ieeelint.paper.zones import Passage
    from ieeelint.report.verify.layout import Layout
    from ieeelint.report.verify.lock import LockedTable


NOTE_LETTERS = re.compile(r"[\s,*†‡§¶#]*|\s*[a-z](?:\s*,\s*[a-z])*\s*")
# How superscripts and subscripts are read, in the order of trials: without the letters of notes;
# not at all; all of them.
SCRIPTS: tuple[Callable[[str], bool] | None, ...] = (
    lambda script: not NOTE_LETTERS.fullmatch(script),
    None,
    lambda script: True,
)


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
        self.meanings = [
            (meaning, only_one((meaning(row.header), row.header) for row in table.rows))
            for meaning in (in_order, in_one_word)
        ]
        self.missing = {
            normalized(cell.text) for cell in table.cells.values() if cell.value is None
        }
        self.headers = {
            words_of(header) for column in table.columns for header in (column.header, column.short)
        }
        self.column_meanings = [
            (
                meaning,
                only_one(
                    (meaning(header), header)
                    for column in table.columns
                    for header in dict.fromkeys((column.header, column.short))
                ),
            )
            for meaning in (in_any_order, in_one_word)
        ]
        self.texts: dict[tuple[int, int], str] = {}  # as printed, by the start of the cell
        self.titles = titles(grid)
        self.in_parts = joined_headers(self, [row.header for row in table.rows])
        self.first_row = self._first_row()
        self.column = self._column()
        self.over = [self._over(at) for at in range(width_of(grid))]

    def _first_row(self) -> int:
        """The first row whose header is that of a row or group in the lock file, or the first of
        the rows of numbers above it: these have other headers.
        """
        headers = self.row_headers | self.groups
        for number in range(len(self.grid.rows)):
            for column in (0, 1):
                cell = self.layout.starting(number, column)
                is_known = cell is not None and self.of_row(cell) in headers
                if is_known or number in self.in_parts:
                    while number and self._has_results(number - 1):
                        number -= 1
                    return number
        return len(self.grid.rows)

    def _has_results(self, number: int) -> bool:
        """True for a row of numbers, or of what stands for missing ones, that are not column
        headers of the lock file: a name and a note of the row may look like one.
        """
        cells = [(cell, cell_content(self.paper, cell)) for cell in self.grid.rows[number][1:]]
        results, filled = [], 0
        for cell, content in cells:
            is_missing = bool(content.text) and normalized(content.text) in self.missing
            filled += is_missing or any(map(str.isalnum, content.text))
            if content.digits or is_missing:
                results.append(cell)
        return (
            len(results) >= min(len(cells), 2)
            and 2 * len(results) > filled
            and 2 * sum(map(self._is_in_header, results)) < len(results)
        )

    def _is_in_header(self, cell: Passage) -> bool:
        """True if each word of a cell may be one of a column header in the lock file."""
        known = {word for words in self.headers for word in words}
        words = words_of(self.text(cell))
        return bool(words) and all(any(may_match(word, other) for other in known) for word in words)

    def _column(self) -> int:
        """The column of the row headers: the second one if the first has groups or numbers the
        rows.
        """
        matches: tuple[set[str], set[str]] = (set(), set())  # a note mark is not a header
        for column in (0, 1):
            for number in range(self.first_row, len(self.grid.rows)):
                cell = self.layout.starting(number, column)
                if cell is not None:
                    matches[column].add(self.of_row(cell))
        return int(len(matches[1] & self.row_headers) > len(matches[0] & self.row_headers))

    def cells_over(self, at: int) -> list[Passage]:
        """The header cells of a column, from the top, without titles that span the table."""
        cells = [
            self.layout.at(number, at)
            for number in range(self.first_row)
            if number not in self.titles
        ]
        return [cell for cell in cells if cell is not None]

    def _over(self, at: int) -> tuple[tuple[str, ...], str]:
        """The words of a column header, as in the lock file if it is there in another form, and its
        unit.  A header that is repeated, as in long tables, counts once.
        """
        cells = self.cells_over(at)
        forms = []
        for form in range(len(SCRIPTS)):
            texts = [self.text(cell, form).strip() for cell in cells]
            forms.append(_joined(list(dict.fromkeys(texts))))
            forms.append(_joined(texts))  # a group may be called as its column
        for words, unit in forms:
            if words_of(words) in self.headers:
                return words_of(words), unit
        for meaning, headers in self.column_meanings:
            for words, unit in forms:
                if header := headers.get(meaning(words)):
                    return words_of(header), unit or prefix_of(words)
        return words_of(forms[0][0]), forms[0][1]

    def of_row(self, cell: Passage) -> str:
        """The words of a row header, as in the lock file if it is there in another form: without
        a "(ours)" after them, with a subscript on the line.
        """
        forms = [self.text(cell, form) for form in range(len(SCRIPTS))]
        forms += [OURS.sub(" ", form) for form in forms]
        known = self.row_headers | self.groups
        for form in forms:
            if normalized(form) in known:
                return normalized(form)
        for meaning, headers in self.meanings:
            for form in forms:
                if header := headers.get(meaning(form)):
                    return normalized(header)
        return normalized(OURS.sub(" ", forms[0]))

    def text(self, cell: Passage, form: int = 0) -> str:
        """The text of a cell as printed, in one of the forms of ``SCRIPTS``."""
        if (cell.start, form) not in self.texts:
            shows = SCRIPTS[form]
            self.texts[cell.start, form] = printed(self.paper, cell.start, cell.end, shows)[0]
        return self.texts[cell.start, form]

    def numbers(self) -> tuple[dict[tuple[str, str], list[int]], dict[str, list[int]]]:
        """The numbers of rows by group and header, and by header alone."""
        by_group: dict[tuple[str, str], list[int]] = {}
        by_header: dict[str, list[int]] = {}
        group = ""
        for number in range(self.first_row, len(self.grid.rows)):
            first_cell = self.layout.at(number, 0)
            first = self.of_row(first_cell) if first_cell is not None else ""
            if first in self.groups and (
                self.column or not any(cell.plain.strip() for cell in self.grid.rows[number][1:])
            ):
                group = first
                if not self.column:
                    continue
            header = self.of_number(number)  # Word has no cell where one above it continues
            if header or self.layout.at(number, self.column) is not None:
                by_group.setdefault((group, header), []).append(number)
                by_header.setdefault(header, []).append(number)
        return by_group, by_header

    def of_number(self, number: int) -> str:
        """The words of the header of a row, which may be in several columns; empty without one."""
        cell = self.layout.at(number, self.column)
        header = self.of_row(cell) if cell is not None else ""
        return header if header in self.row_headers else self.in_parts.get(number, header)

    def rate(self, at: int) -> str:
        """The rate that is all that the header of a column says."""
        return rate_of(" ".join(self.text(cell) for cell in self.cells_over(at)))

    def is_exactly(self, number: int, header: str) -> bool:
        """True if a row has this header, also with its capital letters and signs."""
        cell = self.layout.at(number, self.column)
        return cell is not None and any(
            self.text(cell, form).split() == header.split() for form in range(len(SCRIPTS))
        )

    def has_as_many_words(self, number: int, header: str) -> bool:
        """True if a row header has as many words as ``header``: it may be abbreviated, but says
        no more.
        """
        cell = self.layout.at(number, self.column)
        return cell is not None and len(self.of_number(number).split()) == len(
            normalized(header).split()
        )

    def is_unreadable(self, number: int) -> bool:
        """True for a row of numbers whose header prints no text: a macro that is defined
        elsewhere.
        """
        header = self.layout.at(number, self.column)
        if header is None or self.of_number(number):
            return False
        return any(
            cell_content(self.paper, cell).digits
            for cell in self.grid.rows[number]
            if cell is not header
        )


def _joined(texts: list[str]) -> tuple[str, str]:
    """The words of the header cells over a column, and the last unit in them."""
    is_alone = len(list(filter(None, texts))) < 2
    parts = [
        ("", rate) if not is_alone and (rate := rate_of(text)) else split_unit(text)
        for text in texts
    ]
    units = [unit for _, unit in parts if unit]
    return " ".join(normalized(words) for words, _ in parts), units[-1] if units else ""
