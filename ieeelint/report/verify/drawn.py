"""The tables of a draft that the lock knows: by label, else by title, in a float of their own or
beside others.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from ieeelint.report.verify.agreement import Agreement
from ieeelint.report.verify.headers import simple
from ieeelint.report.verify.layout import between, width_of
from ieeelint.report.verify.matching import Matched, match
from ieeelint.report.verify.reading_back import printed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.model import Caption, Float, Grid, Paper
    from ieeelint.paper.source import Span
    from ieeelint.report.verify.lock import LockedTable
    from ieeelint.views.draft import Draft
    from ieeelint.views.word import WordView


@dataclass(slots=True, eq=False)
class Drawn:
    """A table of the lock as it stands in a draft: ``label`` there, what it is called, where to
    speak of all of it, and its tabulars.
    """

    label: str
    name: str
    anchor: Span
    parts: list[Matched]


def tables_of(draft: Draft, tables: dict[str, LockedTable]) -> Iterator[Drawn]:
    """The draft's tables that the lock knows, each once.

    Of several tabulars in a float, a table has the one under its own caption; else those with its
    heads and, at least half, its numbers.
    """
    paper = draft.paper
    titles = {simple(table.title): label for label, table in tables.items()}
    taken: set[str] = set()
    for one in paper.tables:
        captions = sorted(
            (*one.captions, *one.sub_captions), key=lambda caption: caption.span.start
        )
        named = [label for label in one.labels if label.key in tables]
        known: dict[str, Caption | None] = {
            label.key: next(
                (
                    caption
                    for caption in reversed(captions)
                    if caption.span.start <= label.span.start
                ),
                None,
            )
            for label in named
        }
        if not known:
            known = dict.fromkeys(_tagged(draft.word, one, tables))
        if not known:
            worded = [
                (
                    titles.get(
                        simple(printed(paper, caption.passage.start, caption.passage.end)[0])
                    ),
                    caption,
                )
                for caption in captions
            ]
            known = {label: caption for label, caption in worded if label}
        fresh = {label: caption for label, caption in known.items() if label not in taken}
        if not one.grids or not any(grid.rows for grid in one.grids):
            continue
        for label, caption in fresh.items() if len(one.grids) > 1 else list(fresh.items())[:1]:
            parts = _parts(paper, one, caption, tables[label])
            if parts:
                taken.add(label)
                anchor = caption or (one.captions[0] if one.captions else one)
                name = (
                    f"Table {one.number}"
                    if one.number and len(one.captions) < 2
                    else f'Table "{label}"'
                )
                yield Drawn(label, name, anchor.span, parts)


def _parts(paper: Paper, one: Float, caption: Caption | None, table: LockedTable) -> list[Matched]:
    """The tabulars of a float that a table is in."""
    own = one.grids[0] if len(one.grids) == 1 else _under(one, caption)
    if own is not None:
        return [match(paper, piece, table) for piece in _pieces(paper, own)]
    found = [(grid, match(paper, grid, table)) for grid in one.grids]
    return [
        matched
        for grid, matched in found
        if Agreement(paper, grid, table)
        .of(
            (name, cell, matched.units.get(name.partition(".")[2], ""))
            for name, cell in matched.cells
        )
        .is_sure
    ]


def _pieces(paper: Paper, grid: Grid) -> list[Grid]:
    """A tabular cut where its first head comes again: a long table set as two beside each other."""
    if not grid.rows or not grid.rows[0]:
        return [grid]
    heads = [simple(printed(paper, cell.start, cell.end)[0]) for cell in grid.rows[0]]
    starts = [place for head, (place, _) in zip(heads, grid.places[0]) if head and head == heads[0]]
    if len(starts) < 2 or starts[0] or min(end - start for start, end in pairwise(starts)) < 2:
        return [grid]
    return [between(grid, start, end) for start, end in pairwise([*starts, width_of(grid)])]


def _under(one: Float, caption: Caption | None) -> Grid | None:
    """The tabular of a caption, where each has one."""
    for captions in (one.sub_captions, one.captions):
        if caption in captions and len(captions) == len(one.grids):
            return one.grids[captions.index(caption)]
    return None


def _tagged(view: WordView | None, one: Float, tables: dict[str, LockedTable]) -> list[str]:
    """The label in the tags of a Word table's cells: ``ieeelint:tab:cost/acmix/latency``."""
    if view is None:
        return []
    from ieeelint.ooxml.names import VAL, W

    for grid in one.grids:
        first, last = (
            grid.span.source.locate(place)[0]
            for place in (grid.span.start, max(grid.span.start, grid.span.end - 1))
        )
        for paragraph in view.paragraphs[first - 1 : last]:
            for tag in paragraph.element.iter(W + "tag"):
                label = tag.get(VAL, "").removeprefix("ieeelint:").partition("/")[0]
                if label in tables:
                    return [label]
    return []
