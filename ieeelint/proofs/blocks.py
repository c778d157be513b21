"""The blocks of a proof, from the passages of a paper in the order of the document."""

from __future__ import annotations

from ieeelint.paper import zones
from ieeelint.paper.blocks import FIGURE as FIGURE_FLOAT
from ieeelint.paper.blocks import TABLE as TABLE_FLOAT
from ieeelint.proofs import FIGURE, ITEM, QUOTATION, REFERENCES, SUBHEADING, TABLE
from ieeelint.proofs.pieces import Pieces
from ieeelint.proofs.sources import Sources
from ieeelint.proofs.stand_ins import StandIns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.floats import Float, Grid
    from ieeelint.paper.zones import Passage
    from ieeelint.printing.writers import Item
    from ieeelint.proofs import Block, Cell, Piece, Proof
    from ieeelint.views.draft import Draft

LABELS = {zones.ABSTRACT: "Abstract—", zones.KEYWORDS: "Index Terms—"}


def proof_of(draft: Draft) -> Proof:
    """The proof of the paper of a draft."""
    made = Blocks(draft)
    return {"sources": made.sources.rows, "blocks": made.blocks}


class Blocks:
    """Makes the ``blocks`` of a draft."""

    def __init__(self, draft: Draft) -> None:
        self.paper = draft.paper
        self.sources = Sources()
        self.sources.number(self.paper.root)
        self.blocks: list[Block] = []
        items = _printed_items(draft)
        numbers = {item.key.lower(): number for number, item in enumerate(items, 1)}
        stand_ins = StandIns(self.paper, numbers)
        self._pieces = Pieces(self.paper.text, self.sources, stand_ins)
        self._numbers = numbers
        self._headings = {id(heading.passage): heading for heading in self.paper.headings}
        self._captions: dict[int, tuple[Float, bool]] = {}
        self._grids: dict[int, Grid] = {}
        self._references = {id(one.passage): one for one in self.paper.references}
        self._index_floats()
        self._shown: set[int] = set()
        for passage in self.paper.passages:
            if id(passage) not in self._shown:
                self._add(passage)
        for number, item in enumerate(items, 1):
            if item.entry is not None:
                self._add_entry(number, item)

    def _index_floats(self) -> None:
        """Which passages are captions and cells."""
        grids = list(self.paper.loose_grids)
        for one in self.paper.floats:
            grids += one.grids
            for caption in (*one.captions, *one.sub_captions):
                self._captions[id(caption.passage)] = one, caption.is_sub
        for grid in grids:
            for row in grid.rows:
                for cell in row:
                    self._grids[id(cell)] = grid

    def _add(self, passage: Passage) -> None:
        """Add the block of a passage, with all others of the same table or author block."""
        if (grid := self._grids.get(id(passage))) is not None:
            self._add_table(grid)
        elif passage.zone == zones.AUTHOR:
            self._add_authors(passage)
        elif passage.plain.strip() or passage.zone == zones.CAPTION:
            self._add_text(passage)

    def _add_text(self, passage: Passage) -> None:
        kind, label = passage.zone, LABELS.get(passage.zone, "")
        if passage.is_quotation:
            kind = QUOTATION
        elif passage.is_item:
            kind = ITEM
        if passage.zone in LABELS and self.blocks and self.blocks[-1][0] == passage.zone:
            label = ""
        if (heading := self._headings.get(id(passage))) is not None:
            kind = zones.HEADING if heading.level == 1 else SUBHEADING
            number = heading.number.rpartition("-")[2]  # a subsection prints without the section
            label = f"{number}. " if number else ""
            label = "" if passage.plain.lstrip().startswith(label) else label
        if (reference := self._references.get(id(passage))) is not None:
            label = f"[{self._numbers.get(reference.key.lower(), '?')}] "
            if self.paper.format == "word" or passage.plain.lstrip().startswith("["):
                label = self._typed_label(reference.passage)
            self._begin_references()
        if id(passage) in self._captions:
            label = self._caption_label(passage)
        self.blocks.append((kind, label, [[self._cell(passage)]], [self._place(passage)]))

    def _begin_references(self) -> None:
        """The heading that the class prints above the list, unless it is typed."""
        if self.blocks and self.blocks[-1][0] not in (zones.REFERENCE, zones.HEADING):
            self.blocks.append((zones.HEADING, REFERENCES, [[(1, [])]], []))

    def _typed_label(self, passage: Passage) -> str:
        """The number of a reference, unless it is typed."""
        if passage.plain.lstrip().startswith("["):
            return ""
        position = next(
            at for at, one in enumerate(self.paper.references, 1) if one.passage is passage
        )
        return f"[{position}] "

    def _caption_label(self, passage: Passage) -> str:
        """The words that are printed before a caption, unless they are typed; and the pictures of
        its figure as a block before it.
        """
        item, is_sub = self._captions[id(passage)]
        if is_sub:
            return ""
        if item.kind == FIGURE_FLOAT and item.graphics:
            names = ", ".join(graphic.name or graphic.kind for graphic in item.graphics)
            places = [self.sources.place(graphic.span) for graphic in item.graphics]
            pieces: list[Piece] = [(names, "", *places[0])]
            self.blocks.append((FIGURE, "", [[(1, pieces)]], places))
        words = {FIGURE_FLOAT: "Fig. {}. ", TABLE_FLOAT: "TABLE {} "}.get(item.kind, "{} ")
        label = words.format(item.number) if item.number else ""
        is_typed = passage.plain.lstrip().lower().startswith(("fig", "table"))
        return "" if is_typed else label

    def _add_table(self, grid: Grid) -> None:
        rows: list[list[Cell]] = []
        for cells, places in zip(grid.rows, grid.places):
            row: list[Cell] = []
            for cell, (_, columns) in zip(cells, places):
                self._shown.add(id(cell))
                row.append((columns, self._cell(cell)[1]))
            if any(piece[0].strip() for _, pieces in row for piece in pieces):
                rows.append(row)
        if rows:
            self.blocks.append((TABLE, "", rows, [self.sources.place(grid.span)]))

    def _add_authors(self, passage: Passage) -> None:
        """Lines of authors that follow each other are one block."""
        line = [self._cell(passage)]
        if self.blocks and self.blocks[-1][0] == zones.AUTHOR:
            self.blocks[-1][2].append(line)
            self.blocks[-1][3].append(self._place(passage))
        else:
            self.blocks.append((zones.AUTHOR, "", [line], [self._place(passage)]))

    def _add_entry(self, number: int, item: Item) -> None:
        """An entry of a database as it is printed."""
        from ieeelint.printing.words import runs

        assert item.entry is not None
        self._begin_references()
        pieces: list[Piece] = [
            (run.text, "italic" if run.italic else "code" if run.link else "", -1, 0, 0)
            for run in runs(item.tex)
        ]
        place = self.sources.place(item.entry.span)
        self.blocks.append((zones.REFERENCE, f"[{number}] ", [[(1, pieces)]], [place]))

    def _cell(self, passage: Passage) -> Cell:
        return 1, self._pieces.between(passage.start, passage.end)

    def _place(self, passage: Passage) -> tuple[int, int, int]:
        return self.sources.place(passage.span)


def _printed_items(draft: Draft) -> list[Item]:
    """The references in printed order; none if they cannot be printed."""
    from ieeelint.printing.lists import items_of_draft

    return items_of_draft(draft, "citation", False, False)[0]
