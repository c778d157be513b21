"""The sources of a proof, by number."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.source import Source, Span
    from ieeelint.proofs import Place


class Sources:
    """``rows`` has the path and the text of each source."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, str]] = []
        self._numbers: dict[int, tuple[int, Source]] = {}

    def number(self, source: Source) -> int:
        """The number of a source in the proof."""
        if id(source) not in self._numbers:
            self._numbers[id(source)] = len(self.rows), source
            self.rows.append((source.path, source.text))
        return self._numbers[id(source)][0]

    def place(self, span: Span) -> Place:
        """The place of a span."""
        return self.number(span.source), span.start, span.end
