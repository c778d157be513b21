"""Whether a draft's table marks the best and the second best that the results mark."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ieeelint.paper.model import Passage
    from ieeelint.report.verify.reading_back import Reading

    Cells = dict[str, tuple[Reading, Passage]]

# the attribute of a cell in the draft, that in the lock, what the author does, and what it says
BOLD = ("bold", "bold", "bold", "the best")
UNDERLINED = ("underlined", "underline", "underlined", "the second best")


def wrong_marks(table: dict[str, Any], readings: Cells) -> Iterator[tuple[Passage, str]]:
    """Marks that miss or are in the wrong place: the cell and what to say, from the column on.

    Only where the results mark a column and the draft marks some of it in the same way. Underlined
    numbers are second best only where the best is bold and there.
    """
    heads = {row["name"]: row["head"] for row in table["rows"]}
    for column in table["columns"]:
        cells = {
            cell: one for cell, one in readings.items() if cell.partition(".")[2] == column["name"]
        }
        kept = {
            cell: table["cells"][cell]
            for cell in table["cells"]
            if cell.partition(".")[2] == column["name"]
        }
        yield from _of_column(BOLD, column["head"], cells, kept, heads, readings)
        best = [cell for cell, one in kept.items() if one.get("bold")]
        if best and all(cell in cells and cells[cell][0].bold for cell in best):
            yield from _of_column(UNDERLINED, column["head"], cells, kept, heads, readings)


def _of_column(
    kind: tuple[str, str, str, str],
    over: str,
    cells: Cells,
    kept: dict[str, Any],
    heads: dict[str, str],
    readings: Cells,
) -> Iterator[tuple[Passage, str]]:
    look, mark, done, meaning = kind
    chosen = [cell for cell in cells if kept[cell].get(mark)]
    shown = {cell for cell, (read, _) in cells.items() if getattr(read, look)}
    if not chosen or not shown or len(shown) == len(cells):
        return  # this table marks otherwise
    for cell, (_, passage) in cells.items():
        row = heads[cell.partition(".")[0]]
        if cell in shown and cell not in chosen and not _is_own_row(cell, look, readings):
            others = " and ".join(f'"{heads[one.partition(".")[0]]}"' for one in chosen)
            yield passage, f'column "{over}": "{row}" is {done}, and {meaning} is {others}.'
        elif cell not in shown and cell in chosen:
            yield passage, f'column "{over}": "{row}" is {meaning} and not {done}.'


def _is_own_row(cell: str, look: str, readings: Cells) -> bool:
    """True where the mark means "ours": all numbers of the row bear it."""
    row = cell.partition(".")[0]
    numbers = [
        read for one, (read, _) in readings.items() if one.partition(".")[0] == row and read.digits
    ]
    return len(numbers) > 1 and all(getattr(read, look) for read in numbers)
