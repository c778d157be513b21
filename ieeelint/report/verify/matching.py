"""Matches the cells of a draft's table with those of the results: by headers, never by position."""

from __future__ import annotations

from dataclasses import dataclass, field

from ieeelint.report.numbers.units import family
from ieeelint.report.verify.agreement import Agreement, Evidence
from ieeelint.report.verify.headers import may_match, normalized, split_unit, words_of
from ieeelint.report.verify.layout import transposed, width_of
from ieeelint.report.verify.meanings import stated_unit
from ieeelint.report.verify.tabular_headers import TabularHeaders

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.floats import Grid
    from ieeelint.paper.model import Paper
    from ieeelint.paper.zones import Passage
    from ieeelint.report.verify.lock import LockedRow, LockedTable

MOST_COMPARED = 20_000  # pairs of headers that are compared word by word


@dataclass(slots=True, eq=False)
class TabularMatch:
    """A draft's tabular, matched with a table of the lock file.

    ``cells`` are pairs of a cell's name ("row.column") and its passage, None for a cell that does
    not exist. ``units`` are the units in the draft's headers by column, ``unit_headers`` their
    cells. ``lost_rows`` and ``lost_columns`` are missing in the draft,
    ``unchecked_rows`` and ``unchecked_columns`` may be there in other words. ``is_unreadable`` is
    True if most row headers print no text. ``similar`` has a sentence for each lost row or column
    that may be there: which header may mean it, or has its numbers.
    """

    cells: list[tuple[str, Passage | None]] = field(default_factory=list)
    units: dict[str, str] = field(default_factory=dict)
    unit_headers: dict[str, Passage] = field(default_factory=dict)
    lost_rows: list[str] = field(default_factory=list)
    lost_columns: list[str] = field(default_factory=list)
    unchecked_rows: list[str] = field(default_factory=list)
    unchecked_columns: list[str] = field(default_factory=list)
    rows: dict[str, Passage] = field(default_factory=dict)
    is_unreadable: bool = False
    similar: dict[str, str] = field(default_factory=dict)


def match(paper: Paper, grid: Grid, table: LockedTable) -> TabularMatch:
    """Match the cells of a tabular with those of a table of the lock file, also if rows and
    columns are exchanged.
    """
    matched = _Matching(paper, grid, table).result()
    if matched.cells:
        return matched
    exchanged = _Matching(paper, transposed(grid), table).result()
    return exchanged if exchanged.cells else matched


class _Matching:
    """One attempt: first equal headers, then similar headers whose numbers agree."""

    def __init__(self, paper: Paper, grid: Grid, table: LockedTable) -> None:
        self.grid = grid
        self.table = table
        self.width = width_of(grid)
        self.by_name = {column.name: column for column in table.columns}
        self.ambiguous: set[str] = set()  # in the tabular, but its row or column is uncertain
        self.similar: dict[str, str] = {}
        headers: dict[str, set[str]] = {}
        for row in table.rows:
            headers.setdefault(normalized(row.header), set()).add(row.header)
        self.cases = {header for header, different in headers.items() if len(different) > 1}
        self.agreement = Agreement(paper, grid, table)
        self.layout = self.agreement.layout
        self.headers = TabularHeaders(paper, grid, self.layout, table)
        rows = self._rows({})
        self.columns = self._columns(rows)
        self.rows = self._rows(self.columns)
        self._similar_columns()
        self._similar_rows()

    def result(self) -> TabularMatch:
        """The matched cells."""
        matched = TabularMatch(
            units={
                name: unit for name, at in self.columns.items() if (unit := self._unit(name, at))
            },
            similar=self.similar,
        )
        for name in matched.units:
            unit = self.headers.over[self.columns[name]][1]
            for cell in self.headers.cells_over(self.columns[name]):
                if split_unit(self.headers.text(cell))[1] == unit:
                    matched.unit_headers[name] = cell
        unreadable = sum(map(self.headers.is_unreadable, range(len(self.grid.rows))))
        matched.is_unreadable = 2 * unreadable > len(self.grid.rows)
        matched.lost_columns = [
            column.header
            for column in self.table.columns
            if column.name not in {*self.columns, *self.ambiguous}
        ]
        matched.unchecked_columns = [
            column.header
            for column in self.table.columns
            if column.name in self.ambiguous and column.name not in self.columns
        ]
        for row in self.table.rows:
            number = self.rows.get(row.name)
            if number is None:
                is_ambiguous = row.name in self.ambiguous
                headers = matched.unchecked_rows if is_ambiguous else matched.lost_rows
                headers.append(_with_group(row))
                continue
            matched.rows[row.name] = (
                self.layout.at(number, self.headers.column) or self.grid.rows[number][0]
            )
            for column in self.table.columns:
                name = f"{row.name}.{column.name}"
                if column.name in self.columns and name in self.table.cells:
                    matched.cells.append((name, self.layout.at(number, self.columns[column.name])))
        return matched

    def _unit(self, name: str, at: int) -> str:
        """The unit that the header of a column states for the column ``name`` of the results."""
        return stated_unit(self.headers.over[at][1], self.by_name[name])

    def _columns(self, rows: dict[str, int]) -> dict[str, int]:
        """The numbers of the lock file's columns that have the same header."""
        numbers: dict[str, int] = {}
        by_words: dict[tuple[str, ...], list[int]] = {}
        for at in range(self.headers.column + 1, self.width):
            by_words.setdefault(self.headers.over[at][0], []).append(at)
        for column in self.table.columns:
            for words in (words_of(column.header), words_of(column.short)):
                free = [at for at in by_words.get(words, []) if at not in numbers.values()]
                if column.name in numbers or not free:
                    continue
                same = sum(
                    words in (words_of(other.header), words_of(other.short))
                    for other in self.table.columns
                    if other.name not in numbers
                )
                if len(free) != same:  # the tabular also has columns of other authors, or lost one
                    free = [
                        at
                        for at in free
                        if self.agreement.of_column(
                            column.name, at, rows, self._unit(column.name, at)
                        ).is_sure
                    ]
                    if not free:
                        self.ambiguous.add(column.name)
                if free:
                    numbers[column.name] = free[0]
        return numbers

    def _rows(self, columns: dict[str, int]) -> dict[str, int]:
        """The numbers of the lock file's rows that have the same header and group."""
        by_group, by_header = self.headers.numbers()
        rows: dict[str, int] = {}
        for row in self.table.rows:
            header = normalized(row.header)
            numbers = by_group.get((normalized(row.group) if row.group else "", header), [])
            if not numbers and self._is_unique(header):
                numbers = by_header.get(header, [])
                numbers = numbers if len(numbers) == 1 else []
            if header in self.cases:  # "A" and "a"
                numbers = [at for at in numbers if self.headers.is_exactly(at, row.header)]
            if len(numbers) > 1 and columns:
                numbers = [
                    number
                    for number in numbers
                    if self._row_agreement(row.name, number, columns).is_sure
                ]
                if not numbers:
                    self.ambiguous.add(row.name)
            if numbers:
                rows[row.name] = numbers[0]
        return rows

    def _is_unique(self, header: str) -> bool:
        """True if one row of the lock file has this header."""
        return sum(normalized(row.header) == header for row in self.table.rows) == 1

    def _similar_columns(self) -> None:
        """Add columns with similar headers whose numbers agree."""
        if (len(self.table.columns) - len(self.columns)) * self.width > MOST_COMPARED:
            return
        for column in self.table.columns:
            name = column.name
            if name in self.columns:
                continue
            candidates = [
                at
                for at in range(self.headers.column + 1, self.width)
                if at not in self.columns.values()
                and (
                    any(
                        may_match(" ".join(self.headers.over[at][0]), " ".join(words_of(header)))
                        for header in (column.header, column.short)
                    )
                    or (rate := self.headers.rate(at))
                    and rate in family(column.unit)
                )
            ]
            evidence = {
                at: self.agreement.of_column(name, at, self.rows, self._unit(name, at))
                for at in candidates
            }
            if (at := _best(evidence)) is not None:
                self.columns[name] = at
                continue
            has_as_many_words = any(
                len(self.headers.over[at][0]) == len(words_of(column.header)) for at in candidates
            )
            if has_as_many_words or any(not count.compared for count in evidence.values()):
                self.ambiguous.add(name)
            if len(candidates) == 1 and evidence[candidates[0]].compared:
                cell = self.headers.cells_over(candidates[0])[-1]
                self.similar[column.header] = (
                    f'"{self._text(cell)}" may be this column, but its values differ.'
                )

    def _similar_rows(self) -> None:
        """Add rows with similar headers whose numbers agree."""
        lost, matched = len(self.table.rows) - len(self.rows), set(self.rows.values())
        cells = {
            number: self.layout.at(number, self.headers.column)
            for number in range(self.headers.first_row, len(self.grid.rows))
            if number not in matched
        }
        free = {
            number: self.headers.of_number(number)
            for number, cell in cells.items()
            if cell is not None
        }
        if lost * len(free) > MOST_COMPARED:
            return
        for row in self.table.rows:
            if row.name in self.rows:
                continue
            candidates = [
                number
                for number, header in free.items()
                if number not in self.rows.values()
                and (not header or may_match(header, row.header))
            ]
            evidence = {
                number: self._row_agreement(row.name, number, self.columns) for number in candidates
            }
            if (number := _best(evidence)) is not None:
                self.rows[row.name] = number
            elif any(
                self.headers.is_unreadable(number)
                or self.headers.has_as_many_words(number, row.header)
                for number in candidates
            ):
                self.ambiguous.add(row.name)
            else:
                self._other_header(row, free)

    def _other_header(self, row: LockedRow, free: dict[int, str]) -> None:
        """Note a row with another header if its numbers are those of a lost row."""
        evidence = {
            number: self._row_agreement(row.name, number, self.columns)
            for number in free
            if number not in self.rows.values()
        }
        number = _best({at: found for at, found in evidence.items() if found.agreeing > 1})
        if number is not None and (cell := self.layout.at(number, self.headers.column)):
            self.similar[_with_group(row)] = (
                f'"{self._text(cell)}" may be this row: most of its values are the same.'
            )

    def _text(self, cell: Passage) -> str:
        """The text of a header on one line."""
        return " ".join(self.headers.text(cell).split())

    def _row_agreement(self, name: str, number: int, columns: dict[str, int]) -> Evidence:
        units = {column: self._unit(column, at) for column, at in columns.items()}
        return self.agreement.of_row(name, number, columns, units)


def _with_group(row: LockedRow) -> str:
    """A row in messages: its group and its header."""
    return ", ".join(part for part in (row.group, row.header) if part)


def _best(evidence: dict[int, Evidence]) -> int | None:
    """The row or column whose numbers agree best; None if that is not sure, or for a tie."""
    sure = sorted(
        (at for at, count in evidence.items() if count.is_sure),
        key=lambda at: -evidence[at].agreeing,
    )
    if sure and (len(sure) == 1 or evidence[sure[0]].agreeing > evidence[sure[1]].agreeing):
        return sure[0]
    return None
