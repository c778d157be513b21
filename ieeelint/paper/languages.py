"""The language at each place of a paper: that of its passage, or of a phrase within it."""

from __future__ import annotations

from bisect import bisect_right

from ieeelint.paper.foreign import foreign_phrases, is_next_to_foreign
from ieeelint.paper.language import ENGLISH, OTHER, passage_codes
from ieeelint.paper.source import Span
from ieeelint.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper
    from ieeelint.paper.zones import Passage

    # By file: start, end and language of each range, in order.
    Ranges = dict[str, list[tuple[int, int, str]]]

MOST_INNER = 400  # ranges between a place and the beginning of the innermost range around it


class Languages:
    """The language of each passage of a paper.

    ``has_english`` if one of them is in English, ``is_all_english`` if all are and no words within
    them are in another language.
    """

    __slots__ = (
        "has_english",
        "is_all_english",
        "_codes",
        "_foreign",
        "_paper",
        "_phrases",
        "_ranges",
    )

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        names = table("languages")["babel"]
        self._foreign = [(span, names.get(name, OTHER)) for span, name in paper.foreign]
        declared = _by_source(self._foreign)
        self._codes = passage_codes(paper, lambda passage: _innermost(declared, passage.span))
        only_english = set(self._codes) <= {ENGLISH}
        self.has_english = ENGLISH in self._codes or only_english
        if self.has_english:
            self._foreign += [(span, OTHER) for span in foreign_phrases(paper)]
        self.is_all_english = only_english and not self._foreign
        self._ranges: Ranges | None = None
        self._phrases: Ranges = {}

    def of_passage(self, passage: Passage) -> str:
        """The code of the language of a passage."""
        starts = self._paper.passage_starts
        return self._codes[max(bisect_right(starts, passage.start) - 1, 0)]

    def of_span(self, span: Span) -> str:
        """The code of the language at a place of the source; outside of the text that of the
        paper.  A word next to a small word of another language is not English.
        """
        if is_next_to_foreign(span):
            return OTHER
        if self.is_all_english:
            return self._paper.language
        if self._ranges is None:
            passages = [passage.span for passage in self._paper.passages]
            self._ranges = _by_source(list(zip(passages, self._codes, strict=True)))
            self._phrases = _by_source(self._foreign)
        place = Span(span.source, span.start, span.start)
        return (
            _innermost(self._phrases, place)
            or _innermost(self._ranges, place)
            or self._paper.language
        )


def _innermost(ranges: Ranges, span: Span) -> str:
    """The language of the last of these ranges that contains the span; empty if none does."""
    places = ranges.get(span.source.path, [])
    last = bisect_right(places, (span.start, 1 << 60, "")) - 1
    for number in range(last, max(last - MOST_INNER, -1), -1):
        start, end, code = places[number]
        if start <= span.start and span.end <= end:
            return code
    return ""


def _by_source(spans: list[tuple[Span, str]]) -> Ranges:
    """The ranges with their languages in each file, in order."""
    ranges: Ranges = {}
    for span, code in spans:
        ranges.setdefault(span.source.path, []).append((span.start, span.end, code))
    for places in ranges.values():
        places.sort()
    return ranges
