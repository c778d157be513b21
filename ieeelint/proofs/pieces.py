"""The pieces of a range of the text: characters of one style and one place in the source."""

from __future__ import annotations

from bisect import bisect_right

from ieeelint.paper import text as t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.text import Text
    from ieeelint.proofs import Piece
    from ieeelint.proofs.sources import Sources
    from ieeelint.proofs.stand_ins import StandIns

STYLED = (t.ITALIC, t.BOLD, t.SUPERSCRIPT, t.SUBSCRIPT, t.TYPEWRITER)


class Pieces:
    """Cuts the text of a paper into pieces."""

    def __init__(self, text: Text, sources: Sources, stand_ins: StandIns) -> None:
        self.text = text
        self.sources = sources
        self.stand_ins = stand_ins
        self._styled = list(text.marks_of(*STYLED))
        self._starts = [segment[0] for segment in text.segments]
        self._next = 0  # of the styled marks
        self._open: list[t.Mark] = []

    def between(self, start: int, end: int) -> list[Piece]:
        """The pieces of ``plain[start:end]``; call it for ranges in order."""
        pieces: list[Piece] = []
        cuts = self._cuts(start, end)
        for first, last in zip(cuts, cuts[1:]):
            style = " ".join(
                dict.fromkeys(m.kind for m in self._open if m.start <= first and m.end >= last)
            )
            pieces.append(self._piece(first, last, style))
        return pieces

    def _cuts(self, start: int, end: int) -> list[int]:
        """Where pieces begin and end."""
        while self._next < len(self._styled) and self._styled[self._next].start < end:
            self._open.append(self._styled[self._next])
            self._next += 1
        self._open = [mark for mark in self._open if mark.end > start]
        cuts = {start, end}
        for mark in self._open:
            cuts.update(cut for cut in (mark.start, mark.end) if start < cut < end)
        at = bisect_right(self._starts, start)
        while at < len(self._starts) and self._starts[at] < end:
            cuts.add(self._starts[at])
            at += 1
        for position, character in enumerate(self.text.plain[start:end], start):
            if character in t.PLACEHOLDERS:
                cuts.update((position, position + 1))
        return sorted(cuts)

    def _piece(self, first: int, last: int, style: str) -> Piece:
        words = self.text.plain[first:last]
        mark = self.text.mark_at(first) if words in t.PLACEHOLDERS else None
        if mark is not None or words in t.PLACEHOLDERS:
            kind = f"{t.PLACEHOLDER_NAMES[words]} {style}".strip()
            span = mark.span if mark is not None else self.text.span(first, last)
            return self.stand_ins.words(words, mark), kind, *self.sources.place(span)
        return words, style, *self.sources.place(self.text.span(first, last))
