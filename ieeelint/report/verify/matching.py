"""Which cell of a draft's table stands for which of the results: by heads, never by position."""

from __future__ import annotations

from dataclasses import dataclass, field

from ieeelint.report.verify.agreement import Agreement, Evidence
from ieeelint.report.verify.headers import OWN, alike, simple, without_unit, words_of
from ieeelint.report.verify.layout import titles, transposed, width_of
from ieeelint.report.verify.reading_back import printed, reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Grid, Paper, Passage
    from ieeelint.report.verify.lock import LockedTable

MOST_COMPARED = 20_000  # pairs of heads that may be written otherwise


@dataclass(slots=True, eq=False)
class Matched:
    """A draft's tabular beside a table of the lock.

    ``cells`` are pairs of a cell's name ("row.column") and its passage, None where nothing
    stands; ``units`` are those the draft's heads say, by column, and ``unit_heads`` where they
    stand; ``lost_rows`` and ``lost_columns`` are not there.  ``is_unread`` where most heads of
    rows print nothing that is known. ``alike`` are heads that might mean a lost column, were
    their numbers not others.
    """

    cells: list[tuple[str, Passage | None]] = field(default_factory=list)
    units: dict[str, str] = field(default_factory=dict)
    unit_heads: dict[str, Passage] = field(default_factory=dict)
    lost_rows: list[str] = field(default_factory=list)
    lost_columns: list[str] = field(default_factory=list)
    rows: dict[str, Passage] = field(default_factory=dict)
    is_unread: bool = False
    alike: dict[str, str] = field(default_factory=dict)


def match(paper: Paper, grid: Grid, table: LockedTable) -> Matched:
    """Match the cells of a tabular with those of a table of the lock; rows and columns may have
    changed places.
    """
    found = _Matching(paper, grid, table).matched()
    if found.cells:
        return found
    turned = _Matching(paper, transposed(grid), table).matched()
    return turned if turned.cells else found


class _Matching:
    """One attempt: heads that are the same first, then those alike whose numbers agree."""

    def __init__(self, paper: Paper, grid: Grid, table: LockedTable) -> None:
        self.paper = paper
        self.grid = grid
        self.table = table
        self.width = width_of(grid)
        self.row_heads = {simple(row.header) for row in table.rows}
        self.doubtful: set[str] = set()  # there, and not to be told from others
        self.alike: dict[str, str] = {}
        self.agreement = Agreement(paper, grid, table)
        self.layout = self.agreement.layout
        self.texts: dict[int, str] = {}  # as printed, by the start of the cell
        self.titles = titles(grid)
        self.heads_end = self._first_row()
        self.head_column = self._head_column()
        self.heads = [self._head(at) for at in range(self.width)]
        rows = self._rows({})
        self.columns = self._columns(rows)
        self.rows = self._rows(self.columns)
        self._alike_columns()
        self._alike_rows()

    def matched(self) -> Matched:
        """What was found."""
        units = {name: self.heads[at][1] for name, at in self.columns.items() if self.heads[at][1]}
        found = Matched(units=units, alike=self.alike)
        for name, at in self.columns.items():
            stated = [
                cell
                for cell in self._over(at)
                if name in units and units[name] == without_unit(self._words(cell))[1]
            ]
            if stated:
                found.unit_heads[name] = stated[-1]
        found.is_unread = 2 * sum(map(self._is_unread, range(len(self.grid.rows)))) > len(
            self.grid.rows
        )
        found.lost_columns = [
            column.header
            for column in self.table.columns
            if column.name not in {*self.columns, *self.doubtful}
        ]
        for row in self.table.rows:
            number = self.rows.get(row.name)
            if number is None:
                if row.name not in self.doubtful:
                    found.lost_rows.append(
                        ", ".join(part for part in (row.group, row.header) if part)
                    )
                continue
            found.rows[row.name] = (
                self.layout.at(number, self.head_column) or self.grid.rows[number][0]
            )
            for column in self.table.columns:
                if (
                    column.name in self.columns
                    and (name := f"{row.name}.{column.name}") in self.table.cells
                ):
                    found.cells.append((name, self.layout.at(number, self.columns[column.name])))
        return found

    def _first_row(self) -> int:
        """The first row that is no head: the first whose head is a row's or a group's."""
        known = self.row_heads | {simple(row.group) for row in self.table.rows if row.group}
        for number in range(len(self.grid.rows)):
            for column in (0, 1):
                cell = self.layout.starting(number, column)
                if cell is not None and self._row_head(cell) in known:
                    return number
        return len(self.grid.rows)

    def _head_column(self) -> int:
        """Where the heads of rows stand: in the second column where the first names groups, or
        counts.
        """
        hits = [0, 0]
        for column in (0, 1):
            for number in range(self.heads_end, len(self.grid.rows)):
                cell = self.layout.starting(number, column)
                if cell is not None and self._row_head(cell) in self.row_heads:
                    hits[column] += 1
        return int(hits[1] > hits[0])

    def _over(self, at: int) -> list[Passage]:
        """The cells over a column, from the top; a line over the whole table is none."""
        over = [
            self.layout.at(number, at)
            for number in range(self.heads_end)
            if number not in self.titles
        ]
        return [cell for cell in over if cell is not None]

    def _head(self, at: int) -> tuple[tuple[str, ...], str]:
        """The words over a column and its unit there; a head that is repeated, as in long tables,
        counts once.
        """
        texts = list(dict.fromkeys(self._words(cell).strip() for cell in self._over(at)))
        parts = [without_unit(text) for text in texts]
        units = [unit for _, unit in parts if unit]
        return tuple(sorted(" ".join(simple(words) for words, _ in parts).split())), (
            units[-1] if units else ""
        )

    def _columns(self, rows: dict[str, int]) -> dict[str, int]:
        """Where each column of the lock stands, as far as its head says so."""
        found: dict[str, int] = {}
        wanted = [
            (column, words)
            for column in self.table.columns
            for words in (words_of(column.header), words_of(column.short))
        ]
        by_words: dict[tuple[str, ...], list[int]] = {}
        for at in range(self.head_column + 1, self.width):
            by_words.setdefault(self.heads[at][0], []).append(at)
        for column, words in wanted:
            fits = [at for at in by_words.get(words, []) if at not in found.values()]
            if column.name in found or not fits:
                continue
            same = sum(
                words_of(one.header) == words or words_of(one.short) == words
                for one in self.table.columns
            )
            if len(fits) > same:  # others' numbers stand beside ours
                fits = [
                    at
                    for at in fits
                    if self.agreement.of_column(column.name, at, rows, self.heads[at][1]).is_sure
                ]
                self._doubt(column.name, fits)
            if fits:
                found[column.name] = fits[0]
        return found

    def _rows(self, columns: dict[str, int]) -> dict[str, int]:
        """The number of each row of the lock, by its head and the group it stands in."""
        there, by_head = self._numbered()
        found: dict[str, int] = {}
        for row in self.table.rows:
            head = simple(row.header)
            numbers = there.get((simple(row.group) if row.group else "", head), [])
            if not numbers and sum(simple(one.header) == head for one in self.table.rows) == 1:
                numbers = by_head.get(head, [])
                numbers = numbers if len(numbers) == 1 else []
            if len(numbers) > 1 and columns:
                numbers = [
                    one for one in numbers if self._row_agreement(row.name, one, columns).is_sure
                ]
                self._doubt(row.name, numbers)
            if numbers:
                found[row.name] = numbers[0]
        return found

    def _numbered(self) -> tuple[dict[tuple[str, str], list[int]], dict[str, list[int]]]:
        """The numbers of rows by group and head, and by head alone."""
        groups = {simple(row.group) for row in self.table.rows if row.group}
        there: dict[tuple[str, str], list[int]] = {}
        by_head: dict[str, list[int]] = {}
        group = ""
        for number in range(self.heads_end, len(self.grid.rows)):
            before = self.layout.at(number, 0)
            first = simple(self._words(before)) if before is not None else ""
            if first in groups and (
                self.head_column or not any(one.plain.strip() for one in self.grid.rows[number][1:])
            ):
                group = first
                if not self.head_column:
                    continue
            cell = self.layout.at(number, self.head_column)
            if cell is not None:
                there.setdefault((group, self._row_head(cell)), []).append(number)
                by_head.setdefault(self._row_head(cell), []).append(number)
        return there, by_head

    def _alike_columns(self) -> None:
        """Columns whose heads are written otherwise, where their numbers say so."""
        if (len(self.table.columns) - len(self.columns)) * self.width > MOST_COMPARED:
            return
        for column in self.table.columns:
            name = column.name
            if name in self.columns:
                continue
            free = [
                at
                for at in range(self.head_column + 1, self.width)
                if at not in self.columns.values()
            ]
            fits = [
                at
                for at in free
                if any(
                    alike(" ".join(self.heads[at][0]), " ".join(words_of(header)))
                    for header in (column.header, column.short)
                )
            ]
            agreeing = {
                at: self.agreement.of_column(name, at, self.rows, self.heads[at][1]) for at in fits
            }
            self._take(self.columns, name, agreeing)
            as_long = any(len(self.heads[at][0]) == len(words_of(column.header)) for at in fits)
            if name not in self.columns and (
                as_long or any(not one.compared for one in agreeing.values())
            ):
                self.doubtful.add(name)
            if name not in self.columns and len(fits) == 1 and agreeing[fits[0]].compared:
                self.alike[column.header] = " ".join(self._words(self._over(fits[0])[-1]).split())

    def _alike_rows(self) -> None:
        """Rows whose heads are written otherwise, where their numbers say so."""
        lost, known = len(self.table.rows) - len(self.rows), set(self.rows.values())
        cells = {
            number: self.layout.at(number, self.head_column)
            for number in range(self.heads_end, len(self.grid.rows))
            if number not in known
        }
        free = {number: self._row_head(cell) for number, cell in cells.items() if cell is not None}
        if lost * len(free) > MOST_COMPARED:
            return
        for row in self.table.rows:
            if row.name in self.rows:
                continue
            fits = [
                number
                for number, head in free.items()
                if number not in self.rows.values() and (not head or alike(head, row.header))
            ]
            self._take(
                self.rows,
                row.name,
                {number: self._row_agreement(row.name, number, self.columns) for number in fits},
            )
            if row.name not in self.rows and any(
                self._is_unread(number) or self._is_as_long(number, row.header) for number in fits
            ):
                self.doubtful.add(row.name)

    def _doubt(self, name: str, places: list[int]) -> None:
        if not places:
            self.doubtful.add(name)

    def _take(self, places: dict[str, int], name: str, agreeing: dict[int, Evidence]) -> None:
        """The one place whose numbers agree best, where they are enough."""
        sure = sorted(
            (place for place, one in agreeing.items() if one.is_sure),
            key=lambda place: -agreeing[place].agreeing,
        )
        if sure and (len(sure) == 1 or agreeing[sure[0]].agreeing > agreeing[sure[1]].agreeing):
            places[name] = sure[0]

    def _is_as_long(self, number: int, head: str) -> bool:
        """True for a head of as many words: one that is shortened, not one that says more."""
        cell = self.layout.at(number, self.head_column)
        return cell is not None and len(self._row_head(cell).split()) == len(simple(head).split())

    def _is_unread(self, number: int) -> bool:
        """True for a row of numbers whose head prints nothing that is known: a macro that is
        defined elsewhere.
        """
        head = self.layout.at(number, self.head_column)
        if head is None or self._row_head(head):
            return False
        return any(
            reading(self.paper, cell).digits for cell in self.grid.rows[number] if cell is not head
        )

    def _row_agreement(self, name: str, number: int, columns: dict[str, int]) -> Evidence:
        return self.agreement.of_row(
            name, number, columns, {one: self.heads[at][1] for one, at in columns.items()}
        )

    def _row_head(self, cell: Passage) -> str:
        """The words of a row's head; "(ours)" behind them says nothing of the row."""
        text = self._words(cell)
        return simple(text) if simple(text) in self.row_heads else simple(OWN.sub(" ", text))

    def _words(self, passage: Passage) -> str:
        if passage.start not in self.texts:
            self.texts[passage.start] = printed(self.paper, passage.start, passage.end)[0]
        return self.texts[passage.start]
