"""The format's own view of a Word draft, for the rules about the file itself and for those who
write it.
"""

from __future__ import annotations

from bisect import bisect_right

from ieeelint.ooxml.names import W

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ieeelint.ooxml.package import Package
    from ieeelint.ooxml.styles import ParagraphLook, RunLook, Style, Styles
    from ieeelint.paper.source import Source, Span

# What a leaf of a part stands for.
TEXT = "text"  # w:t: each character of the source is one of its characters
TAB = "tab"
BREAK = "break"  # a line break inside a paragraph
OBJECT = (  # a formula, drawing, footnote mark, symbol: one character of the source for it all
    "object"
)


class Leaf:
    """Characters ``start`` to ``end`` of a part's source, and the element they come from.

    ``is_editable`` is false inside the result of a field, which Word would
    write anew, and for anything but TEXT.
    """

    __slots__ = ("start", "end", "element", "run", "kind", "is_editable")

    def __init__(
        self,
        start: int,
        end: int,
        element: Element,
        run: Element | None,
        kind: str,
        is_editable: bool,
    ) -> None:
        self.start = start
        self.end = end
        self.element = element
        self.run = run  # the w:r it stands in; None for a formula
        self.kind = kind
        self.is_editable = is_editable


class Run:
    """A stretch of one look: ``look`` is what is printed, styles and direct formatting resolved."""

    __slots__ = ("span", "look", "element")

    def __init__(self, span: Span, look: RunLook, element: Element) -> None:
        self.span = span
        self.look = look
        self.element = element


class WordParagraph:
    """One ``w:p``.

    ``number`` counts from 1 in document order within its part, ``mc:Fallback``
    left out; ``role`` is what it is in the paper (a constant of
    :mod:`ieeelint.paper.word_roles`), however it is formatted; ``printed`` the
    number or bullet that Word puts before it ("A.", "[3]", "•"; empty without);
    ``container`` ``body``, ``cell``, ``text box`` or ``note``; ``heading`` the
    words of the nearest heading before it.
    """

    __slots__ = (
        "part",
        "number",
        "span",
        "element",
        "style",
        "look",
        "mark_look",
        "runs",
        "role",
        "printed",
        "is_bullet",
        "container",
        "section",
        "heading",
        "depth",
        "host",
    )

    def __init__(
        self,
        part: Part,
        number: int,
        span: Span,
        element: Element,
        style: Style,
        look: ParagraphLook,
        mark_look: RunLook,
    ) -> None:
        self.part = part
        self.number = number
        self.span = span
        self.element = element
        self.style = style
        self.look = look
        self.mark_look = mark_look  # of plain text in this style, no direct formatting
        self.runs: list[Run] = []
        self.role = ""
        self.printed = ""
        self.is_bullet = False
        self.container = "body"
        self.section = 0  # index into WordView.sections
        self.heading = ""
        self.depth = 0  # tables and text boxes around it
        self.host: WordParagraph | None = None  # the one that its text box hangs on

    @property
    def plain(self) -> str:
        """Its characters as they stand in the source."""
        return self.span.text


class Part:
    """One XML part with text: the document, the notes, a header or a footer.

    ``source`` has one line a paragraph; ``leaves`` cover its characters, line
    ends and empty paragraphs left out, in order.
    """

    __slots__ = ("name", "root", "source", "leaves", "paragraphs", "_starts")

    def __init__(self, name: str, root: Element) -> None:
        self.name = name
        self.root = root
        self.source: Source
        self.leaves: list[Leaf] = []
        self.paragraphs: list[WordParagraph] = []
        self._starts: list[int] = []

    def index_of_leaf(self, offset: int) -> int:
        """The index of the leaf that holds ``offset`` of the source, or of the first one after
        it.
        """
        if not self._starts:
            self._starts = [leaf.start for leaf in self.leaves]
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self.leaves[index].end else index + 1

    def leaf_at(self, offset: int) -> Leaf | None:
        """The leaf that holds the character at ``offset`` of the source."""
        index = self.index_of_leaf(offset)
        if index == len(self.leaves) or offset < self.leaves[index].start:
            return None
        return self.leaves[index]

    def paragraph_at(self, offset: int) -> WordParagraph:
        """The paragraph that holds ``offset`` of the source."""
        return self.paragraphs[self.source.locate(offset)[0] - 1]


class Section:
    """Paper, margins and columns of a section, in points; ``first`` and ``last`` paragraph
    numbers.
    """

    __slots__ = (
        "width",
        "height",
        "top",
        "bottom",
        "left",
        "right",
        "columns",
        "gap",
        "kind",
        "first",
        "last",
    )

    def __init__(self) -> None:
        self.width = self.height = 0.0
        self.top = self.bottom = self.left = self.right = 0.0
        self.columns = 1
        self.gap = 36.0
        self.kind = "nextPage"
        self.first = self.last = 0


class Field:
    """A field: ``instruction`` as typed (``REF _Ref1 \\h``), ``kind`` its first word in capitals,
    ``span`` its result, ``is_dirty`` when Word has yet to renew it; ``data`` what a reference
    manager keeps with it (the JSON or XML text), or empty."""

    __slots__ = ("instruction", "kind", "span", "is_dirty", "data")

    def __init__(
        self, instruction: str, span: Span, is_dirty: bool = False, data: str = ""
    ) -> None:
        self.instruction = instruction
        words = instruction.split(None, 1)
        self.kind = words[0].upper() if words else ""
        self.span = span
        self.is_dirty = is_dirty
        self.data = data


class Revision:
    """A tracked change: ``kind`` is ``insertion``, ``deletion``, ``move`` or ``formatting``."""

    __slots__ = ("kind", "author", "span")

    def __init__(self, kind: str, author: str, span: Span) -> None:
        self.kind = kind
        self.author = author
        self.span = span


class Comment:
    """A comment: its ``number`` in the file, and ``span`` where it hangs."""

    __slots__ = ("number", "span")

    def __init__(self, number: str, span: Span) -> None:
        self.number = number
        self.span = span


class WordView:
    """The package, its styles, and every paragraph of its parts in document order."""

    def __init__(self, package: Package, styles: Styles) -> None:
        self.package = package
        self.styles = styles
        self.parts: list[Part] = []  # the document first
        self.sections: list[Section] = []
        self.fields: list[Field] = []
        self.bookmarks: set[str] = set()
        self.revisions: list[Revision] = []
        self.comments: list[Comment] = []
        self._words_of_comments: dict[str, str] | None = None
        self.hidden: list[Span] = []  # where hidden text stands; the text itself is in no source

    @property
    def document(self) -> Part:
        """The main document part."""
        return self.parts[0]

    def words_of(self, comment: Comment) -> str:
        """What a comment says; all comments are read when the first is asked for."""
        if self._words_of_comments is None:
            self._words_of_comments = {}
            for link in self.package.relationships(self.document.name).values():
                root = None
                if not link.is_external and link.target.endswith("comments.xml"):
                    root = self.package.optional(link.target)
                for one in () if root is None else root.iter(W + "comment"):
                    words = "".join(text.text or "" for text in one.iter(W + "t"))
                    self._words_of_comments[one.get(W + "id", "")] = words
        return self._words_of_comments.get(comment.number, "")

    @property
    def paragraphs(self) -> list[WordParagraph]:
        """The paragraphs of the main document part."""
        return self.parts[0].paragraphs

    def part_of(self, source: Source) -> Part | None:
        """The part whose words ``source`` holds."""
        return next((part for part in self.parts if part.source is source), None)
