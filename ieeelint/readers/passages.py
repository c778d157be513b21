"""Gathers text passage by passage, and joins the passages into the one text of the paper."""

from __future__ import annotations

from ieeelint.paper.source import Source, Span
from ieeelint.paper.text import PLACEHOLDERS, QUOTE, Mark, Text
from ieeelint.paper.zones import Passage
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ieeelint.paper.model import Paper

NOWHERE = Span(Source("", ""), 0, 0)  # until the passage is assembled
# A quotation in the same quotation marks may be inside another.
QUOTATION = pattern(
    r"“(?:[^“”]|“[^“”]{1,400}”){1,400}”|“[^“”\"]{1,400}\"|\"[^\"\n]{1,80}\"|(?<![\w’'])[‘`][^‘’'`\n]{1,60}[’'](?!\w)|«[^«»]{1,400}»"
)


class PassageBuilder:
    """A passage under construction.

    ``pieces`` are strings; ``segments`` and ``marks`` have offsets within the passage until
    :func:`assemble` knows its offset in the paper.
    """

    __slots__ = (
        "zone",
        "pieces",
        "length",
        "segments",
        "marks",
        "source",
        "first",
        "last",
        "order",
        "objects",
        "is_item",
        "is_continued",
        "passage",
    )

    def __init__(self, zone: str, order: tuple[int, ...]) -> None:
        self.zone = zone
        self.order = order
        self.pieces: list[str] = []
        self.length = 0
        self.segments: list[list[Any]] = []  # [offset, source, start, end, typed]
        self.marks: list[Mark] = []
        self.objects: list[tuple[Any, int]] = []  # parts of the model that need their position
        self.source: Source | None = None
        self.first = self.last = 0
        self.is_item = False
        self.is_continued = False
        self.passage = Passage(zone, 0, 0, NOWHERE)

    def typed(self, text: str, source: Source, start: int) -> None:
        """Add characters that print as typed at ``start`` of the source."""
        segments = self.segments
        end = start + len(text)
        if segments and segments[-1][4] and segments[-1][3] == start and segments[-1][1] is source:
            segments[-1][3] = end
        else:
            segments.append([self.length, source, start, end, True])
        self._extend(text, source, start, end)

    def printed(self, text: str, span: Span) -> None:
        """Add characters that the source at ``span`` prints, such as those of a command."""
        if not text:
            return
        if len(text) == span.end - span.start:
            if len(text) == 1:
                self.typed(text, span.source, span.start)
                return
            # Two pieces: a segment as long as its span would count as typed.
            self.printed(text[:1], span)
            text = text[1:]
        self.segments.append([self.length, span.source, span.start, span.end, False])
        self._extend(text, span.source, span.start, span.end)

    def _extend(self, text: str, source: Source, start: int, end: int) -> None:
        self.pieces.append(text)
        self.length += len(text)
        if self.source is None:
            self.source, self.first, self.last = source, start, end
        elif source is self.source:
            if end > self.last:
                self.last = end
            if start < self.first:
                self.first = start

    def placed(self, kind: str, span: Span, data: Any = None) -> None:
        """Add a placeholder of this kind and its mark."""
        at = self.length
        self.segments.append([at, span.source, span.start, span.end, False])
        self._extend(kind, span.source, span.start, span.end)
        self.marks.append(Mark(kind, at, at + 1, span, data))
        if data is not None and hasattr(data, "position"):
            self.objects.append((data, at))

    @property
    def plain(self) -> str:
        """The text so far."""
        return "".join(self.pieces)


def tie(paper: Paper, builders: list[PassageBuilder]) -> None:
    """Set the text and the passages of the paper, and give those without words a place."""
    paper.text, paper.passages = assemble(builders)
    kept = set(map(id, paper.passages))
    empty = Text("", [(0, paper.root, 0, 0)], [])
    for builder in builders:
        if id(builder.passage) not in kept:
            builder.passage.text = empty
            builder.passage.span = Span(paper.root, 0, 0)
    if not paper.text.segments:
        paper.text = empty
    for caption in [c for f in paper.floats for c in (*f.captions, *f.sub_captions)]:
        if id(caption.passage) not in kept:
            caption.passage.span = caption.span
    for heading in paper.headings:
        if id(heading.passage) not in kept:
            heading.passage.span = heading.span


def assemble(builders: list[PassageBuilder]) -> tuple[Text, list[Passage]]:
    """Join the passages in document order, with two newlines between them."""
    builders.sort(key=lambda builder: builder.order)
    plain: list[str] = []
    segments: list[tuple[int, Source, int, int]] = []
    marks: list[Mark] = []
    passages: list[Passage] = []
    at = 0
    for builder in builders:
        if builder.source is None:
            continue
        passage = builder.passage
        words = builder.plain
        plain.append(words)
        plain.append("\n\n")
        for offset, source, start, end, _ in builder.segments:
            segments.append((at + offset, source, start, end))
        # The separator maps to the end of the passage and has no characters in the source.
        segments.append((at + builder.length, builder.source, builder.last, builder.last))
        for mark in builder.marks:
            mark.start += at
            mark.end += at
        marks += builder.marks
        for thing, offset in builder.objects:
            thing.position = at + offset
        passage.start = at
        passage.end = at + builder.length
        passage.span = Span(builder.source, builder.first, builder.last)
        passage.is_item = builder.is_item
        passage.is_continued = builder.is_continued
        passages.append(passage)
        at += builder.length + 2
    joined = "".join(plain)
    text = Text(joined, segments, marks)
    quotations = []
    known = {mark.start for mark in marks if mark.kind == QUOTE}
    for match in QUOTATION.finditer(joined):
        if match.start() not in known and "\n\n" not in match.group():
            span = text.span(match.start(), match.end())
            quotations.append(Mark(QUOTE, match.start(), match.end(), span))
    if quotations:
        text.add(quotations)
    for passage in passages:
        passage.text = text
    return text, passages


def clean(text: str) -> str:
    """The text with U+FFFD for placeholder characters, which a draft should not contain."""
    for character in PLACEHOLDERS:
        if character in text:
            text = text.replace(character, "\ufffd")
    return text
