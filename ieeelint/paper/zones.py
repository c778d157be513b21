"""Passages of the text, and the zones that say which part of the page each belongs to.

A paper has one :class:`~ieeelint.paper.text.Text`; a :class:`Passage` is a range of it with a
zone, so that a rule can search the whole text with one regular expression and look up the zone of
each match.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.source import Span
    from ieeelint.paper.text import Text

# Zones: the part of the page that a passage belongs to.
TITLE = "title"
AUTHOR = "author"
ABSTRACT = "abstract"
KEYWORDS = "keywords"
HEADING = "heading"
PROSE = "prose"
CAPTION = "caption"
CELL = "cell"  # a table cell
TABLE_NOTE = "table note"
FOOTNOTE = "footnote"
THANKS = "thanks"  # first-page footnote set by \thanks or a sponsors box
ACKNOWLEDGMENT = "acknowledgment"
REFERENCE = "reference"  # a typed entry of the reference list
BIOGRAPHY = "biography"
ALGORITHM = "algorithm"  # pseudo-code lines
RUNNING_HEAD = "running head"  # the head or foot of pages, and notices above the title

# Zones of running text.
RUNNING = frozenset(
    {ABSTRACT, PROSE, CAPTION, FOOTNOTE, THANKS, ACKNOWLEDGMENT, BIOGRAPHY, TABLE_NOTE}
)
# Zones of words that the authors chose, all but names and data.
WORDING = RUNNING | {HEADING, TITLE, RUNNING_HEAD}
BODY = frozenset({PROSE, FOOTNOTE, ACKNOWLEDGMENT, BIOGRAPHY})


class Passage:
    """A range of text in one zone: a paragraph, a heading, a caption, a cell, an author line …

    ``start`` and ``end`` are offsets in ``text.plain``; ``span`` is its source.
    ``is_item`` is true for the first paragraph of a list item, ``is_quotation`` for the
    paragraphs of a block quotation.
    """

    __slots__ = ("zone", "start", "end", "span", "text", "is_item", "is_continued", "is_quotation")

    text: Text

    def __init__(self, zone: str, start: int, end: int, span: Span) -> None:
        self.zone = zone
        self.start = start
        self.end = end
        self.span = span
        self.is_item = False
        self.is_continued = False
        self.is_quotation = False

    @property
    def plain(self) -> str:
        """The text that a reader sees, with the placeholders of :mod:`ieeelint.paper.text`."""
        return self.text.plain[self.start : self.end]

    def __repr__(self) -> str:
        return f"Passage({self.zone}, {self.plain[:40]!r})"
