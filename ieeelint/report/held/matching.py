"""Which cell of a draft's table stands for which of the results: by heads, never by position."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from ieeelint.report.held.reading_back import CITED, normal, printed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from ieeelint.paper.model import Float, Grid, Paper, Passage

UNIT = re.compile(r"\(([^()]*)\)")


@dataclass(slots=True, eq=False)
class Matched:
    """A draft's table beside the one of the lock.

    ``cells`` are pairs of a cell's name ("row.column") and its passage, None where nothing stands;
    ``units`` are those the draft's heads say, by column, and ``unit_heads`` where they stand; ``lost_rows`` and ``lost_columns`` are not there.
    """

    cells: list[tuple[str, Passage | None]] = field(default_factory=list)
    units: dict[str, str] = field(default_factory=dict)
    unit_heads: dict[str, Passage] = field(default_factory=dict)
    lost_rows: list[str] = field(default_factory=list)
    lost_columns: list[str] = field(default_factory=list)
    rows: dict[str, Passage] = field(default_factory=dict)


def tables_of(paper: Paper, tables: dict[str, Any]) -> Iterable[tuple[Float, str]]:
    """The draft's tables that the lock knows, with their labels there: by label, else by title."""
    titles = {simple(table["title"]): label for label, table in tables.items()}
    taken: set[str] = set()
    for one in paper.tables:
        named = [label.key for label in one.labels if label.key in tables]
        captions = [titles[simple(_words(paper, caption.passage))] for caption in one.captions if simple(_words(paper, caption.passage)) in titles]
        for label in named or _tagged(paper, one, tables) or captions:
            if label not in taken:
                taken.add(label)
                yield one, label
                break


def _tagged(paper: Paper, one: Float, tables: dict[str, Any]) -> list[str]:
    """The label in the tags of a Word table's cells: ``ieeelint:tab:cost/acmix/latency``."""
    if paper.word is None:
        return []
    from ieeelint.readers.word.names import VAL, W

    for grid in one.grids:
        first, last = (grid.span.source.locate(place)[0] for place in (grid.span.start, max(grid.span.start, grid.span.end - 1)))
        for paragraph in paper.word.paragraphs[first - 1 : last]:
            for tag in paragraph.element.iter(W + "tag"):
                label = tag.get(VAL, "").removeprefix("ieeelint:").partition("/")[0]
                if label in tables:
                    return [label]
    return []


def match(paper: Paper, grid: Grid, table: dict[str, Any]) -> Matched:
    """Match the cells of a grid with those of a table of the lock."""
    heads_end = _first_row(paper, grid, table)
    columns = _columns(paper, grid, table, heads_end)
    found = Matched(units={name: unit for name, (_, unit) in columns.items() if unit})
    found.unit_heads = {
        name: cell
        for name, (at, unit) in columns.items()
        for number in range(heads_end)
        if unit and (cell := _at(grid, number, at)) is not None and f"({unit})" in UNIT.sub(_close, _words(paper, cell))
    }
    found.lost_columns = [column["head"] for column in table["columns"] if column["name"] not in columns]
    rows = _rows(paper, grid, table, heads_end)
    head_column = _head_column(paper, grid, table, heads_end)
    for row in table["rows"]:
        number = rows.get(row["name"])
        if number is None:
            found.lost_rows.append(", ".join(part for part in (row["group"], row["head"]) if part))
            continue
        found.rows[row["name"]] = _at(grid, number, head_column) or grid.rows[number][0]
        for column in table["columns"]:
            if column["name"] in columns and (name := f"{row['name']}.{column['name']}") in table["cells"]:
                found.cells.append((name, _at(grid, number, columns[column["name"]][0])))
    return found


def _first_row(paper: Paper, grid: Grid, table: dict[str, Any]) -> int:
    """The first row that is no head: the first whose head is a row's or a group's."""
    known = {simple(row["head"]) for row in table["rows"]} | {simple(row["group"]) for row in table["rows"] if row["group"]}
    for number, cells in enumerate(grid.rows):
        if cells and grid.places[number][0][0] == 0 and simple(_words(paper, cells[0])) in known:
            return number
    return len(grid.rows)


def _columns(paper: Paper, grid: Grid, table: dict[str, Any], heads_end: int) -> dict[str, tuple[int, str]]:
    """Where each column of the lock stands, and its unit there, as far as heads tell."""
    width = max((place + count for row in grid.places for place, count in row), default=0)
    heads: list[tuple[tuple[str, ...], str]] = []
    for at in range(width):
        over = [
            _words(paper, cell)
            for number in range(heads_end)
            for cell, (place, count) in zip(grid.rows[number], grid.places[number])
            if place <= at < place + count
        ]
        text = " ".join(over)
        units = UNIT.findall(text)
        heads.append((tuple(simple(UNIT.sub(" ", text)).split()), units[-1].strip() if units else ""))
    found: dict[str, tuple[int, str]] = {}
    taken: set[int] = set()
    for column in table["columns"]:
        for wanted in (column["head"], column["short"]):
            words = tuple(simple(UNIT.sub(" ", wanted)).split())
            fits = [at for at, (head, _) in enumerate(heads) if at and at not in taken and head == words]
            if fits:
                found[column["name"]] = fits[0], heads[fits[0]][1]
                taken.add(fits[0])
                break
    return found


def _rows(paper: Paper, grid: Grid, table: dict[str, Any], heads_end: int) -> dict[str, int]:
    """The number of each row of the lock, by its head and the group it stands in."""
    groups = {simple(row["group"]) for row in table["rows"] if row["group"]}
    there: dict[tuple[str, str], int] = {}
    found: dict[str, int] = {}
    by_head: dict[str, list[int]] = {}
    group = ""
    column = _head_column(paper, grid, table, heads_end)
    for number in range(heads_end, len(grid.rows)):
        cell = _at(grid, number, column)
        first = simple(_words(paper, before)) if (before := _at(grid, number, 0)) is not None else ""
        if first in groups and (column or not any(one.plain.strip() for one in grid.rows[number][1:])):
            group = first
            if not column:
                continue
        if cell is None:
            continue
        head = simple(_words(paper, cell))
        there.setdefault((group, head), number)
        by_head.setdefault(head, []).append(number)
    for row in table["rows"]:
        head = simple(row["head"])
        at = there.get((simple(row["group"]) if row["group"] else "", head))
        alone = by_head.get(head, [])
        if at is None and len(alone) == 1 and sum(simple(one["head"]) == head for one in table["rows"]) == 1:
            at = alone[0]
        if at is not None:
            found[row["name"]] = at
    return found


def _head_column(paper: Paper, grid: Grid, table: dict[str, Any], heads_end: int) -> int:
    """Where the heads of rows stand: in the second column where the first names groups."""
    heads = {simple(row["head"]) for row in table["rows"]}
    for column in (0, 1):
        for number in range(heads_end, len(grid.rows)):
            cell = _at(grid, number, column)
            if cell is not None and grid.places[number][grid.rows[number].index(cell)] == (column, 1) and simple(_words(paper, cell)) in heads:
                return column
    return 0


def _at(grid: Grid, number: int, column: int) -> Passage | None:
    for cell, (place, count) in zip(grid.rows[number], grid.places[number]):
        if place <= column < place + count:
            return cell
    return None


def _close(match: re.Match[str]) -> str:
    return f"({match.group(1).strip()})"


def _words(paper: Paper, passage: Passage) -> str:
    return printed(paper, passage.start, passage.end)[0]


def simple(text: str) -> str:
    """Words as they are compared: no case, no accents, no punctuation, digits without groups."""
    text = normal(CITED.sub("", text).replace("×", " x ").replace("µ", "u").replace("μ", "u"))
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return " ".join(re.sub(r"[^a-z0-9.+%/-]+", " ", text).replace(". ", " ").strip(" .").split())
