"""The view of a Word draft, for the rules about the file itself and for the code that edits it."""

from __future__ import annotations

from bisect import bisect_right

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ieeelint.ooxml.comments import CommentText
    from ieeelint.ooxml.looks import ParagraphLook, RunLook
    from ieeelint.ooxml.package import Package
    from ieeelint.ooxml.styles import Style, Styles
    from ieeelint.paper.source import Source, Span

# The kinds of leaves.
TEXT = "text"  # w:t, one character of the source for each of its characters
TAB = "tab"
BREAK = "break"  # a line break inside a paragraph
OBJECT = "object"  # a formula, drawing, footnote mark or symbol: one character of the source


class Leaf:
    """Characters ``start`` to ``end`` of a part's source, and the element they come from.

    ``is_editable`` is true for TEXT, except in the result of a field and in content controls whose
    text is not typed: Word would overwrite it.
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
        self.run = run  # the w:r around it; None for a formula
        self.kind = kind
        self.is_editable = is_editable


class Run:
    """Characters with the same look; ``look`` has styles and direct formatting resolved."""

    __slots__ = ("span", "look", "element")

    def __init__(self, span: Span, look: RunLook, element: Element) -> None:
        self.span = span
        self.look = look
        self.element = element


class WordParagraph:
    """One ``w:p``.

    ``number`` counts from 1 in document order within the part, without ``mc:Fallback``; ``role`` is
    the paragraph's role in the paper (a constant of :mod:`ieeelint.paper.word_roles`), whatever its
    format; ``printed`` is the number or bullet that Word prints before it ("A.", "[3]", "•") or
    empty; ``container`` is ``body``, ``cell``, ``text box`` or ``note``; ``heading`` is the text of
    the nearest heading before it; ``level`` is that of a heading, and ``head`` the number of its
    characters in front of text in the same paragraph, 0 if all is heading; ``goes_on`` is
    true for the rest of the caption before; ``evidence`` is what decided on the role: roles with
    points and reasons.
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
        "links",
        "level",
        "head",
        "goes_on",
        "evidence",
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
        self.mark_look = mark_look  # of plain text in this style, without direct formatting
        self.runs: list[Run] = []
        self.role = ""
        self.printed = ""
        self.is_bullet = False
        self.container = "body"
        self.section = 0  # index into WordView.sections
        self.heading = ""
        self.depth = 0  # tables and text boxes around it
        self.host: WordParagraph | None = None  # the paragraph that its text box belongs to
        self.links: list[tuple[Span, str]] = []  # with their addresses
        self.level = 0
        self.head = 0
        self.goes_on = False
        self.evidence: list[tuple[str, int, str]] = []

    @property
    def plain(self) -> str:
        """The characters of the paragraph in the source."""
        return self.span.text


class Part:
    """One XML part with text: the document, the notes, a header or a footer.

    ``source`` has one line per paragraph; ``leaves`` cover its characters in order, except for
    newlines.  ``pages`` are the offsets where a page began when Word saved the file.
    """

    __slots__ = ("name", "root", "source", "leaves", "paragraphs", "pages", "_starts")

    def __init__(self, name: str, root: Element) -> None:
        self.name = name
        self.root = root
        self.source: Source
        self.leaves: list[Leaf] = []
        self.paragraphs: list[WordParagraph] = []
        self.pages: list[int] = []
        self._starts: list[int] = []

    @property
    def is_header(self) -> bool:
        """True for the header of a page."""
        return self.root.tag.endswith("}hdr")

    def index_of_leaf(self, offset: int) -> int:
        """Index of the leaf at ``offset`` of the source, or of the first leaf after it."""
        if not self._starts:
            self._starts = [leaf.start for leaf in self.leaves]
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self.leaves[index].end else index + 1

    def leaf_at(self, offset: int) -> Leaf | None:
        """The leaf of the character at ``offset`` of the source."""
        index = self.index_of_leaf(offset)
        if index == len(self.leaves) or offset < self.leaves[index].start:
            return None
        return self.leaves[index]

    def paragraph_at(self, offset: int) -> WordParagraph:
        """The paragraph at ``offset`` of the source."""
        return self.paragraphs[self.source.locate(offset)[0] - 1]


class Section:
    """Paper size, margins, and columns of a section, in points; ``first`` and ``last`` are numbers
    of paragraphs.
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
    """A field.

    ``instruction`` is as typed (``REF _Ref1 \\h``), ``kind`` its first word in capitals, ``span``
    the result; ``is_dirty`` is true when Word has yet to update it; ``data`` is what a reference
    manager stores in it (JSON or XML text), or empty.
    """

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
    """A comment: its ``number`` in the file, and the ``span`` it is attached to."""

    __slots__ = ("number", "span")

    def __init__(self, number: str, span: Span) -> None:
        self.number = number
        self.span = span


class WordView:
    """The package, its styles, and all paragraphs of its parts in document order.

    ``has_title_in_header`` says that words in the header of a page have the size of a title.
    """

    def __init__(self, package: Package, styles: Styles) -> None:
        self.package = package
        self.styles = styles
        self.parts: list[Part] = []  # the document first
        self.sections: list[Section] = []
        self.fields: list[Field] = []
        self.bookmarks: set[str] = set()
        self.has_title_in_header = False
        self.revisions: list[Revision] = []
        self.comments: list[Comment] = []
        self._comment_texts: dict[str, CommentText] | None = None
        self.hidden: list[Span] = []  # locations of hidden text, which is not in the source

    @property
    def document(self) -> Part:
        """The main document part."""
        return self.parts[0]

    def comment_text(self, comment: Comment) -> CommentText | None:
        """The content of a comment, if the file has it; the first call reads all comments."""
        if self._comment_texts is None:
            from ieeelint.ooxml.comments import comment_texts

            self._comment_texts = comment_texts(self.package)
        return self._comment_texts.get(comment.number)

    def words_of(self, comment: Comment) -> str:
        """The text of a comment."""
        text = self.comment_text(comment)
        return "" if text is None else "".join(text.lines)

    @property
    def paragraphs(self) -> list[WordParagraph]:
        """The paragraphs of the main document part."""
        return self.parts[0].paragraphs

    def part_of(self, source: Source) -> Part | None:
        """The part that ``source`` belongs to."""
        return next((part for part in self.parts if part.source is source), None)
