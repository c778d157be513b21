"""Whether a draft's table marks the same cells as best and second best as the results do."""

from __future__ import annotations

from dataclasses import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ieeelint.paper.zones import Passage
    from ieeelint.report.verify.cell_content import CellContent
    from ieeelint.report.verify.lock import Entry, LockedTable

    Cells = dict[str, tuple[CellContent, Passage]]


@dataclass(slots=True, frozen=True)
class Mark:
    """A mark of cells: whether a cell of the draft has it, whether a cell of the results has it,
    its name, and its meaning.
    """

    in_draft: Callable[[CellContent], bool]
    in_results: Callable[[Entry], bool]
    name: str
    meaning: str


BOLD = Mark(lambda content: content.bold, lambda entry: entry.bold, "bold", "the best")
UNDERLINED = Mark(
    lambda content: content.underlined,
    lambda entry: entry.underline,
    "underlined",
    "the second best",
)


def wrong_marks(table: LockedTable, contents: Cells) -> Iterator[tuple[Passage, str]]:
    """Marks that are missing or wrong: the cell and the message, which starts with the column.

    A column is compared if the results mark it and the draft uses the same mark in it.
    Underlined numbers mean the second best only if the best number is bold.
    """
    headers = table.row_headers
    for column in table.columns:
        entries = table.column_cells(column.name)
        cells = {cell: content for cell, content in contents.items() if cell in entries}
        yield from _in_column(BOLD, column.header, cells, entries, headers, contents)
        best = [cell for cell, entry in entries.items() if entry.bold]
        if best and all(cell in cells and cells[cell][0].bold for cell in best):
            yield from _in_column(UNDERLINED, column.header, cells, entries, headers, contents)


def _in_column(
    mark: Mark,
    header: str,
    cells: Cells,
    entries: dict[str, Entry],
    rows: dict[str, str],
    contents: Cells,
) -> Iterator[tuple[Passage, str]]:
    expected = [cell for cell in cells if mark.in_results(entries[cell])]
    marked = {cell for cell, (content, _) in cells.items() if mark.in_draft(content)}
    if not expected or not marked or len(marked) == len(cells):
        return  # this table uses the mark for something else
    for cell, (content, passage) in cells.items():
        row = rows[cell.partition(".")[0]]
        if cell in marked and cell not in expected and not _is_own_row(cell, mark, contents):
            names = " and ".join(f'"{rows[other.partition(".")[0]]}"' for other in expected)
            is_are = "is" if len(expected) == 1 else "are"
            yield (
                passage,
                f'column "{header}": "{row}" is {mark.name}, but {names} {is_are} {mark.meaning}.',
            )
        elif cell not in marked and cell in expected and (content.digits or content.key):
            yield (
                passage,
                f'column "{header}": "{row}" is {mark.meaning}, but it is not {mark.name}.',
            )


def _is_own_row(cell: str, mark: Mark, contents: Cells) -> bool:
    """True if the mark means "ours": all numbers of the row have it."""
    row = cell.partition(".")[0]
    numbers = [
        content
        for other, (content, _) in contents.items()
        if other.partition(".")[0] == row and content.digits
    ]
    return len(numbers) > 1 and all(map(mark.in_draft, numbers))
