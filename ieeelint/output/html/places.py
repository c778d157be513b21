"""Which block of a proof a finding belongs to, and which of its characters it marks."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from ieeelint.proofs.stand_ins import PLACED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Finding
    from ieeelint.paper.source import Span
    from ieeelint.proofs import Piece, Proof

    Address = tuple[int, int, int, int]  # of a piece: block, row, cell, piece
    Marked = tuple[int, int]  # characters of the piece


class Intervals:
    """Intervals of the sources with a value each, found by a place."""

    def __init__(self) -> None:
        self._added: dict[int, list[tuple[int, int, tuple[int, ...]]]] = {}
        self._ends: dict[int, list[int]] = {}

    def add(self, source: int, start: int, end: int, value: tuple[int, ...]) -> None:
        """Add an interval; all are added before the first is looked up."""
        self._added.setdefault(source, []).append((start, end, value))

    def overlapping(
        self, source: int, start: int, end: int
    ) -> list[tuple[int, int, tuple[int, ...]]]:
        """The intervals that share a character with this one; at an empty one, those that it
        touches.
        """
        rows = self._added.get(source, [])
        if source not in self._ends:
            rows.sort()
            self._ends[source] = list(accumulate((row[1] for row in rows), max))
        last = start if start == end else end - 1
        at = bisect_right(rows, last, key=lambda row: row[0]) - 1
        found = []
        while at >= 0 and self._ends[source][at] >= start:
            first, stop, _ = rows[at]
            if stop > start or (start == end and stop == start) or first == stop == start:
                found.append(rows[at])
            at -= 1
        return found[::-1]

    def before(self, source: int, start: int) -> tuple[int, int, tuple[int, ...]] | None:
        """The last interval that begins at or before a place."""
        rows = self._added.get(source, [])
        self.overlapping(source, start, start)  # sorts
        at = bisect_right(rows, start, key=lambda row: row[0]) - 1
        return rows[at] if at >= 0 else None


class Places:
    """Looks up the findings of one paper in its proof."""

    def __init__(self, proof: Proof) -> None:
        self.numbers = {tuple(row): number for number, row in enumerate(proof["sources"])}
        self._pieces = Intervals()
        self._blocks = Intervals()
        self._piece_at: dict[tuple[int, ...], Piece] = {}
        for number, (_, _, rows, places) in enumerate(proof["blocks"]):
            for source, start, end in places:
                self._blocks.add(source, start, end, (number,))
            for row_number, row in enumerate(rows):
                for cell_number, (_, pieces) in enumerate(row):
                    for at, piece in enumerate(pieces):
                        address = number, row_number, cell_number, at
                        self._piece_at[address] = piece
                        self._pieces.add(piece[2], piece[3], piece[4], address)

    def source_of(self, span: Span) -> int | None:
        """The number of the source of a span in the proof."""
        return self.numbers.get((span.source.path, span.source.text))

    def marked(self, span: Span) -> list[tuple[Address, Marked]]:
        """The pieces, and their characters, that a span marks."""
        source = self.source_of(span)
        if source is None:
            return []
        marked = []
        for start, end, address in self._pieces.overlapping(source, span.start, span.end):
            words, style, *_ = self._piece_at[address]
            first, last = 0, len(words)
            if end - start == last and not PLACED.intersection(style.split()):
                first = max(span.start - start, 0)
                last = min(max(span.end, span.start + 1) - start, last)
            if words[first:last].strip() or last - first == 1:
                block, row, cell, piece = address
                marked.append(((block, row, cell, piece), (first, last)))
        if span.start == span.end:  # an insertion marks one character
            marked = marked[-1:]
        return marked

    def block_of(self, finding: Finding) -> int | None:
        """The block next to which the finding is shown, if its words are not in the text; None if
        it is before all blocks, or in another file.
        """
        span = finding.span
        source = self.source_of(span)
        if source is None:
            return None
        around = self._blocks.overlapping(source, span.start, span.end)
        if around:
            return min(around, key=lambda row: (row[1] - row[0], row[2]))[2][0]
        before = self._blocks.before(source, span.start)
        return before[2][0] if before is not None else None
