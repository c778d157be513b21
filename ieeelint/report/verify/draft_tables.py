"""The tables of a draft that are in the lock file: found by label or title, with their tabulars."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from ieeelint.paper.blocks import TABLE
from ieeelint.paper.floats import Float
from ieeelint.report.verify.agreement import Agreement
from ieeelint.report.verify.cell_content import printed
from ieeelint.report.verify.headers import normalized
from ieeelint.report.verify.layout import columns_between, width_of
from ieeelint.report.verify.matching import TabularMatch, match

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.floats import Caption, Grid
    from ieeelint.paper.model import Paper
    from ieeelint.paper.source import Span
    from ieeelint.report.verify.lock import LockedTable
    from ieeelint.views.draft import Draft
    from ieeelint.views.word import WordView

    Captions = dict[str, Caption | None]  # by the label of the table


MOST_COMPARED = 400  # pairs of tables that are compared cell by cell
LEAST_AGREEING = 3  # numbers that show which table it is


@dataclass(slots=True, eq=False)
class DraftTable:
    """A table of the lock file in a draft: its ``label`` in the lock file, its ``name`` in
    messages, the location of findings about the whole table, and its tabulars.

    ``is_named`` is False for a table with another label and title, which only its headers and
    numbers show to be this table.
    """

    label: str
    name: str
    anchor: Span
    parts: list[TabularMatch]
    is_named: bool = True


def draft_tables(draft: Draft, tables: dict[str, LockedTable]) -> Iterator[DraftTable]:
    """The draft's tables that are in the lock file, without duplicates, first those with its label
    or title, then those with its headers and numbers.

    If a float has several tabulars, a table has the one under its caption. If captions do not
    decide, it has those with its headers and at least half of its numbers.
    """
    paper = draft.paper
    found: dict[str, DraftTable] = {}
    unnamed: list[Float] = []
    last = ""  # the label of the table before
    for table, by_label in named_floats(draft, tables):
        if not any(grid.rows for grid in table.grids):
            continue
        if table.is_continued and last:
            found[last].parts += _parts(paper, table, None, tables[last])
            continue
        new = {label: caption for label, caption in by_label.items() if label not in found}
        if not by_label:
            unnamed.append(table)
        last = ""
        for label, caption in new.items() if len(table.grids) > 1 else list(new.items())[:1]:
            parts = _parts(paper, table, caption, tables[label])
            if parts:
                name, anchor = name_of(table, label), anchor_of(table, caption)
                found[label] = DraftTable(label, name, anchor, parts)
                last = label
    yield from found.values()
    unnamed += map(_as_float, paper.loose_grids)
    left = {label: table for label, table in tables.items() if label not in found}
    if unnamed and left:
        yield from _resembling(paper, unnamed, left)


def named_floats(draft: Draft, tables: dict[str, LockedTable]) -> Iterator[tuple[Float, Captions]]:
    """The floats that may contain a table of the lock file, each with the labels of the tables that
    it names, by a label, the tag of a cell, or the title, and the captions of these.
    """
    titles = {normalized(table.title): label for label, table in tables.items()}
    for float_ in draft.paper.floats:
        if float_.kind != TABLE and not float_.grids:
            continue
        captions = sorted(
            (*float_.captions, *float_.sub_captions), key=lambda caption: caption.span.start
        )
        yield (
            float_,
            _labeled(float_, captions, tables)
            or dict.fromkeys(_tagged(draft.word, float_, tables))
            or _titled(draft.paper, captions, titles),
        )


def _as_float(grid: Grid) -> Float:
    """A tabular outside floats, as a float without a caption."""
    float_ = Float(grid.span, TABLE, grid.environment, grid.span)
    float_.grids.append(grid)
    return float_


def _resembling(
    paper: Paper, floats: list[Float], tables: dict[str, LockedTable]
) -> Iterator[DraftTable]:
    """Tables with another label and title than any in the lock file: each is the table of the lock
    file whose headers it has and whose numbers mostly agree, if there is one.
    """
    if len(floats) * len(tables) > MOST_COMPARED:
        return
    left = dict(tables)
    for float_ in floats:
        best = max(
            (
                (resemblance, label, matched)
                for label, table in left.items()
                for grid in float_.grids
                if (matched := match(paper, grid, table)).cells
                and (resemblance := _resemblance(paper, grid, matched, table))
            ),
            key=lambda candidate: candidate[0],
            default=None,
        )
        if best is not None:
            _, label, matched = best
            del left[label]
            anchor = anchor_of(float_, None)
            yield DraftTable(label, name_of(float_, label), anchor, [matched], is_named=False)


def _resemblance(paper: Paper, grid: Grid, matched: TabularMatch, table: LockedTable) -> int:
    """The count of numbers that agree; 0 if less than half of the rows, columns or numbers do."""
    lost_rows, lost_columns = len(matched.lost_rows), len(matched.lost_columns)
    if 2 * lost_rows > len(table.rows) or 2 * lost_columns > len(table.columns):
        return 0
    evidence = Agreement(paper, grid, table).of(
        (name, cell, matched.units.get(name.partition(".")[2], "")) for name, cell in matched.cells
    )
    is_sure = evidence.is_sure and evidence.agreeing >= LEAST_AGREEING
    return evidence.agreeing if is_sure else 0


def anchor_of(table: Float, caption: Caption | None) -> Span:
    """The location of findings about the whole table."""
    return (caption or (table.captions[0] if table.captions else table)).span


def name_of(table: Float, label: str) -> str:
    """The table in messages."""
    has_number = table.number and len(table.captions) < 2
    noun = "Table" if table.kind == TABLE else "Figure"
    return f"{noun} {table.number}" if has_number else f'Table "{label}"'


def _labeled(table: Float, captions: list[Caption], tables: dict[str, LockedTable]) -> Captions:
    """The captions of labels that are in the lock file: each is the nearest one before."""
    return {
        label.key: next(
            (caption for caption in reversed(captions) if caption.span.start <= label.span.start),
            None,
        )
        for label in table.labels
        if label.key in tables
    }


def _titled(paper: Paper, captions: list[Caption], titles: dict[str, str]) -> Captions:
    """The captions that are the title of a table in the lock file."""
    by_label: Captions = {}
    for caption in captions:
        text = printed(paper, caption.passage.start, caption.passage.end)[0]
        if label := titles.get(normalized(text)):
            by_label[label] = caption
    return by_label


def _parts(
    paper: Paper, float_: Float, caption: Caption | None, table: LockedTable
) -> list[TabularMatch]:
    """The tabulars of a float that belong to a table."""
    grid = float_.grids[0] if len(float_.grids) == 1 else _under(float_, caption)
    if grid is not None:
        return [match(paper, piece, table) for piece in _pieces(paper, grid)]
    matches = [(grid, match(paper, grid, table)) for grid in float_.grids]
    return [
        matched
        for grid, matched in matches
        if Agreement(paper, grid, table)
        .of(
            (name, cell, matched.units.get(name.partition(".")[2], ""))
            for name, cell in matched.cells
        )
        .is_sure
    ]


def _pieces(paper: Paper, grid: Grid) -> list[Grid]:
    """A tabular split where its first header is repeated: a long table in two blocks side by
    side.
    """
    if not grid.rows or not grid.rows[0]:
        return [grid]
    headers = [normalized(printed(paper, cell.start, cell.end)[0]) for cell in grid.rows[0]]
    starts = [
        column
        for header, (column, _) in zip(headers, grid.places[0])
        if header and header == headers[0]
    ]
    if len(starts) < 2 or starts[0] or min(end - start for start, end in pairwise(starts)) < 2:
        return [grid]
    return [columns_between(grid, start, end) for start, end in pairwise([*starts, width_of(grid)])]


def _under(float_: Float, caption: Caption | None) -> Grid | None:
    """The tabular of a caption, if each tabular has one."""
    for captions in (float_.sub_captions, float_.captions):
        if caption in captions and len(captions) == len(float_.grids):
            return float_.grids[captions.index(caption)]
    return None


def _tagged(view: WordView | None, table: Float, tables: dict[str, LockedTable]) -> list[str]:
    """The label in the tags of a Word table's cells: ``ieeelint:tab:cost/acmix/latency``."""
    if view is None:
        return []
    from ieeelint.ooxml.names import VAL, W

    for grid in table.grids:
        first, last = (
            grid.span.source.locate(offset)[0]
            for offset in (grid.span.start, max(grid.span.start, grid.span.end - 1))
        )
        for paragraph in view.paragraphs[first - 1 : last]:
            for tag in paragraph.element.iter(W + "tag"):
                label = tag.get(VAL, "").removeprefix("ieeelint:").partition("/")[0]
                if label in tables:
                    return [label]
    return []
