"""Whether a draft's table marks the best and the second best that the results mark."""

from __future__ import annotations

from dataclasses import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ieeelint.paper.model import Passage
    from ieeelint.report.verify.lock import Entry, LockedTable
    from ieeelint.report.verify.reading_back import Reading

    Cells = dict[str, tuple[Reading, Passage]]


@dataclass(slots=True, frozen=True)
class Mark:
    """A way to mark cells: whether a cell of the draft and one of the results has it, what the
    author does, and what that says.
    """

    of_reading: Callable[[Reading], bool]
    of_entry: Callable[[Entry], bool]
    done: str
    meaning: str


BOLD = Mark(lambda read: read.bold, lambda entry: entry.bold, "bold", "the best")
UNDERLINED = Mark(
    lambda read: read.underlined, lambda entry: entry.underline, "underlined", "the second best"
)


def wrong_marks(table: LockedTable, readings: Cells) -> Iterator[tuple[Passage, str]]:
    """Marks that miss or are in the wrong place: the cell and what to say, from the column on.

    Only where the results mark a column and the draft marks some of it in the same way. Underlined
    numbers are second best only where the best is bold and there.
    """
    headers = table.row_headers
    for column in table.columns:
        entries = table.column_cells(column.name)
        cells = {cell: one for cell, one in readings.items() if cell in entries}
        yield from _of_column(BOLD, column.header, cells, entries, headers, readings)
        best = [cell for cell, entry in entries.items() if entry.bold]
        if best and all(cell in cells and cells[cell][0].bold for cell in best):
            yield from _of_column(UNDERLINED, column.header, cells, entries, headers, readings)


def _of_column(
    mark: Mark,
    over: str,
    cells: Cells,
    entries: dict[str, Entry],
    headers: dict[str, str],
    readings: Cells,
) -> Iterator[tuple[Passage, str]]:
    chosen = [cell for cell in cells if mark.of_entry(entries[cell])]
    shown = {cell for cell, (read, _) in cells.items() if mark.of_reading(read)}
    if not chosen or not shown or len(shown) == len(cells):
        return  # this table marks otherwise
    done, meaning = mark.done, mark.meaning
    for cell, (_, passage) in cells.items():
        row = headers[cell.partition(".")[0]]
        if cell in shown and cell not in chosen and not _is_own_row(cell, mark, readings):
            others = " and ".join(f'"{headers[one.partition(".")[0]]}"' for one in chosen)
            yield passage, f'column "{over}": "{row}" is {done}, and {meaning} is {others}.'
        elif cell not in shown and cell in chosen:
            yield passage, f'column "{over}": "{row}" is {meaning} and not {done}.'


def _is_own_row(cell: str, mark: Mark, readings: Cells) -> bool:
    """True where the mark means "ours": all numbers of the row bear it."""
    row = cell.partition(".")[0]
    numbers = [
        read for one, (read, _) in readings.items() if one.partition(".")[0] == row and read.digits
    ]
    return len(numbers) > 1 and all(map(mark.of_reading, numbers))
