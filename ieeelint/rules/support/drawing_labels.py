"""The axis labels of drawings, in the form ``xlabel={...}``.

pgfplots has this form in LaTeX. The reader of another format writes the axis
titles of a chart in the same form into the options of its graphic.
"""

from __future__ import annotations

from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules.support.label_units import flat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.floats import Float, Graphic

LABEL = r"(?<![A-Za-z])([xyz])label\s*=\s*"


class AxisLabel:
    """A label: its ``axis``, the ``content`` as typed, and the ``words`` that it prints.

    ``places`` has the offset of each character of the words in the content; ``start`` is the
    offset of the content in the file, None when it cannot be edited.
    """

    __slots__ = ("axis", "content", "words", "places", "graphic", "start")

    def __init__(self, axis: str, content: str, graphic: Graphic, start: int | None) -> None:
        self.axis = axis
        self.content = content
        self.words, self.places = flat(content)
        self.graphic = graphic
        self.start = start

    @property
    def span(self) -> Span:
        """The label in the source, or the whole drawing."""
        if self.start is None:
            return self.graphic.span
        return Span(self.graphic.span.source, self.start, self.start + len(self.content))

    def place(self, at: int) -> Span:
        """The source of the character ``at`` of the words; an empty span after the last one."""
        assert self.start is not None
        if at >= len(self.places):
            end = self.start + len(self.content.rstrip())
            return Span(self.graphic.span.source, end, end)
        start = self.start + self.places[at]
        return Span(self.graphic.span.source, start, start + 1)

    def is_typed(self, at: int) -> bool:
        """True when the character ``at`` is typed as it prints, outside a formula."""
        place = self.places[at]
        return self.content[place] == self.words[at] and self.content.count("$", 0, place) % 2 == 0


def axis_labels(floats: list[Float]) -> Iterator[AxisLabel]:
    """The axis labels of the drawings in these floats."""
    for holder in floats:
        for graphic in holder.graphics:
            if graphic.kind in ("pgfplots", "chart", "tikz", "input"):
                yield from _labels_of(graphic)


def _labels_of(graphic: Graphic) -> Iterator[AxisLabel]:
    source_text = graphic.span.text
    text = source_text if "label" in source_text else graphic.options
    if "label" not in text:
        return
    for match in pattern(LABEL).finditer(text):
        start, end = _value(text, match.end())
        content = text[start:end]
        if content.strip() and "#" not in content and len(content) <= 200:
            lead = len(content) - len(content.lstrip())
            place = graphic.span.start + start + lead if text is source_text else None
            yield AxisLabel(match.group(1), content.strip(), graphic, place)


def _value(text: str, start: int) -> tuple[int, int]:
    """Start and end of the value of a key: inside its braces, or up to a comma or bracket."""
    depth = 0
    braced = text[start : start + 1] == "{"
    for at in range(start, min(len(text), start + 400)):
        character = text[at]
        if character == "{":
            depth += 1
        elif character == "}":
            depth -= 1
            if braced and depth == 0:
                return start + 1, at
            if depth < 0:
                return start, at
        elif not braced and depth == 0 and character in ",]\n":
            return start, at
    return start, start
