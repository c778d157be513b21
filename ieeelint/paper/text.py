"""The text that a reader sees, with its location in the source and its marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ieeelint.paper.source import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ieeelint.paper.source import Source

# Placeholders: a private-use character for each kind of non-prose, so that patterns can name it
# and it is never part of a word.  Readers replace private-use characters of the draft by U+FFFD.
MATH = "\ue000"  # inline formula
DISPLAY = "\ue001"  # displayed formula
CITE = "\ue002"  # citation: prints [1]
REF = "\ue003"  # number of a cross-reference: prints 3, II-A or, by \eqref, (3)
QUANTITY = "\ue004"  # number with unit in a command, such as those of siunitx
CODE = "\ue005"  # code, file name, URL
NOTE = "\ue006"  # mark of a footnote or of \thanks
OBJECT = "\ue007"  # graphic or other non-text
PLACEHOLDERS = MATH + DISPLAY + CITE + REF + QUANTITY + CODE + NOTE + OBJECT
PLACEHOLDER_NAMES = dict(
    zip(
        PLACEHOLDERS,
        ("math", "display", "cite", "ref", "quantity", "code", "note", "object"),
        strict=True,
    )
)

# Marks on running text, not placeholders.
QUOTE = "quote"
ITALIC = "italic"
BOLD = "bold"
SMALLCAPS = "smallcaps"
SUPERSCRIPT = "superscript"
SUBSCRIPT = "subscript"
COLOR = "color"
UNDERLINE = "underline"
TYPEWRITER = "typewriter"  # words in a font of code among words in another font
LINK = "link"  # the data of its mark is the address
# Where one branch of a conditional ends whose test is not known: the words on the two sides may not
# print side by side. Such a mark has no characters.
BRANCH = "branch"


class Mark:
    """A typed mark on characters ``start`` to ``end`` of a :class:`Text`.

    ``kind`` is a placeholder character or one of the names above; ``span`` is
    the whole construct in the source; ``data`` is its content
    (:class:`~ieeelint.paper.placeholders.Math`, ``Citation``, ``CrossReference``,
    ``Quantity``, ``Footnote``, the key of an undefined acronym, the address of a link,
    or None).
    """

    __slots__ = ("kind", "start", "end", "span", "data")

    def __init__(self, kind: str, start: int, end: int, span: Span, data: Any = None) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.span = span
        self.data = data

    def __repr__(self) -> str:
        return f"Mark({self.kind!r}, {self.start}, {self.end}, {self.data!r})"


class Text:
    """Characters with a map to the source.

    ``plain`` is a string; ``segments`` cover it in order, each
    ``(plain start, source, source start, source end)``.  A segment whose two
    lengths agree maps character by character; any other (an accent macro, a
    placeholder, words printed by a macro) maps as a whole.
    """

    __slots__ = ("plain", "segments", "marks", "_segment_starts", "_at", "_edges")

    def __init__(
        self, plain: str, segments: list[tuple[int, Source, int, int]], marks: list[Mark]
    ) -> None:
        self.plain = plain
        self.segments = segments
        self.marks = sorted(marks, key=lambda mark: (mark.start, -mark.end))
        self._segment_starts = [segment[0] for segment in segments]
        self._at = {mark.start: mark for mark in marks if mark.kind in PLACEHOLDERS}
        self._edges = [mark.start for mark in self.marks if mark.kind == BRANCH]

    def add(self, marks: list[Mark]) -> None:
        """Add marks on running text."""
        self.marks = sorted(self.marks + marks, key=lambda mark: (mark.start, -mark.end))

    def _segment(self, position: int) -> tuple[int, int]:
        """Index of the segment at ``position``, and its end in ``plain``."""
        index = max(bisect_right(self._segment_starts, position) - 1, 0)
        following = index + 1
        end = self._segment_starts[following] if following < len(self.segments) else len(self.plain)
        return index, end

    def is_typed(self, start: int, end: int) -> bool:
        """True when the source has the same characters, so that an edit can replace them."""
        index, segment_end = self._segment(start)
        plain_start, source, first, last = self.segments[index]
        if last - first != segment_end - plain_start:
            return False
        if end <= segment_end:
            return True
        span = self.span(start, end)
        return span.end - span.start == end - start and self.is_typed(segment_end, end)

    def span(self, start: int, end: int) -> Span:
        """The source of ``plain[start:end]``.

        If the range continues in another file, the span ends with the part in the first file.
        A place between the words that one macro prints is the whole call: nothing can be inserted.
        """
        index, segment_end = self._segment(start)
        plain_start, source, first, last = self.segments[index]
        linear = last - first == segment_end - plain_start
        source_start = first + (start - plain_start) if linear else first
        if end <= start:
            if not linear and self._is_inside(index, start):
                return Span(source, first, last)
            return Span(source, source_start, source_start)
        final, final_end = self._segment(end - 1)
        while final > index and self.segments[final][1] is not source:
            final -= 1
            final_end = self._segment_starts[final + 1]
        plain_start, _, first, last = self.segments[final]
        if last - first == final_end - plain_start:
            source_end = first + (min(end, final_end) - plain_start)
        else:
            source_end = last
        if source_end < source_start:  # words printed out of source order
            source_start, source_end = first, last
        return Span(source, source_start, source_end)

    def _is_inside(self, index: int, position: int) -> bool:
        """True if ``position`` in segment ``index``, printed by a macro, is not before all words
        that the same call prints; the macro may print its argument first.
        """
        plain_start, source, first, _ = self.segments[index]
        if position > plain_start:
            return True
        if not index or self.plain.startswith("\n\n", position - 2):
            return False
        _, before, _, before_last = self.segments[index - 1]
        return before is source and before_last > first

    def mark_at(self, position: int) -> Mark | None:
        """The placeholder mark at ``position``, if any."""
        return self._at.get(position)

    def marks_of(self, *kinds: str) -> Iterator[Mark]:
        """The marks of these kinds in order."""
        return (mark for mark in self.marks if mark.kind in kinds)

    def marks_in(self, start: int, end: int, *kinds: str) -> Iterator[Mark]:
        """The marks of these kinds, or of all, that begin in ``plain[start:end]``, in order.

        The time does not depend on the length of the text.
        """
        at = bisect_left(self.marks, start, key=lambda mark: mark.start)
        while at < len(self.marks) and self.marks[at].start < end:
            if not kinds or self.marks[at].kind in kinds:
                yield self.marks[at]
            at += 1

    def crosses_branch(self, start: int, end: int) -> bool:
        """True if a branch of a conditional begins or ends inside ``plain[start:end]``."""
        at = bisect_right(self._edges, start)
        return at < len(self._edges) and self._edges[at] < end

    def is_within(self, position: int, kind: str) -> bool:
        """True when ``position`` has a mark of ``kind`` on running text."""
        upto = bisect_left(self.marks, position + 1, key=lambda mark: mark.start)
        # Such a mark is rarely longer than a paragraph; 60 marks back are enough.
        return any(
            mark.kind == kind and mark.end > position
            for mark in self.marks[max(0, upto - 60) : upto]
        )
