"""The parts of a paper in the order of the document, except floats."""

from __future__ import annotations

from ieeelint.paper.blanking import math_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.source import Span
    from ieeelint.paper.zones import Passage

# Kinds of numbered things, as labels, floats and cross-references name them.
FIGURE = "figure"
TABLE = "table"
EQUATION = "equation"
SECTION = "section"
ALGORITHM_FLOAT = "algorithm"
LISTING = "listing"
THEOREM = "theorem"
UNKNOWN = ""


class Block:
    """A part with a position in the order of the document."""

    __slots__ = ("span", "order")

    def __init__(self, span: Span) -> None:
        self.span = span
        self.order: tuple[int, ...] = ()  # position in document order across all files


class Label:
    """The name of a numbered thing: its ``kind``, its ``block`` and the printed number."""

    __slots__ = ("key", "span", "kind", "block", "number", "is_sub")

    def __init__(self, key: str, span: Span, kind: str, block: Block | None) -> None:
        self.key = key
        self.span = span
        self.kind = kind
        self.block = block
        self.number = ""
        self.is_sub = False  # the label of a subfigure or a row


class Heading(Block):
    """A section heading.

    ``level`` is 1 to 5 (4 and 5 for paragraph and subparagraph); ``numbered`` is false for
    ``\\section*``; ``command`` is the command or, in Word, the style, empty for a paragraph that
    only looks like a heading; ``number`` is the printed number.
    """

    __slots__ = ("level", "passage", "numbered", "number", "command", "in_appendix")

    def __init__(
        self, span: Span, level: int, passage: Passage, numbered: bool, command: str
    ) -> None:
        super().__init__(span)
        self.level = level
        self.passage = passage
        self.numbered = numbered
        self.number = ""
        self.command = command
        self.in_appendix = False

    @property
    def plain(self) -> str:
        """The words of the heading."""
        return self.passage.plain.strip()


class Paragraph(Block):
    """A paragraph of running text, with placeholders for the displayed equations inside it.

    ``environment`` is the innermost list or quotation around it.
    """

    __slots__ = ("passage", "environment")

    def __init__(self, span: Span, passage: Passage, environment: str = "") -> None:
        super().__init__(span)
        self.passage = passage
        self.environment = environment


class Equation(Block):
    """A displayed formula.

    ``environment`` is its name (``equation``, ``align*``, ``[`` for ``\\[``, ``$$``);
    ``content`` is the source between begin and end, at ``content_span``;
    ``numbers`` has the printed number of each numbered row, as the reader counts;
    ``position`` is that of its placeholder in the text.
    """

    __slots__ = (
        "environment",
        "content",
        "content_span",
        "numbers",
        "labels",
        "position",
        "tags",
        "_math",
    )

    def __init__(self, span: Span, environment: str, content_span: Span) -> None:
        super().__init__(span)
        self.environment = environment
        self.content_span = content_span
        self.content = content_span.text
        self.numbers: list[str] = []
        self.labels: list[Label] = []
        self.tags: list[tuple[str, Span]] = []
        self.position = -1
        self._math: str | None = None

    @property
    def math(self) -> str:
        """The content with blanks for all that is not math: lengths, names, comments."""
        if self._math is None:
            self._math = math_of(self.content, self.environment)
        return self._math


class Footnote(Block):
    """A footnote: ``passage`` has its words (None for a mark without text).

    ``position`` is that of its mark in the text (-1 without a mark) and ``zone`` the zone of the
    mark; ``command`` is ``footnote``, ``footnotemark``, ``footnotetext`` or ``thanks``.
    """

    __slots__ = ("passage", "position", "zone", "command")

    def __init__(self, span: Span, passage: Passage | None, zone: str, command: str) -> None:
        super().__init__(span)
        self.passage = passage
        self.zone = zone
        self.command = command
        self.position = -1


class Title(Block):
    """The title: ``passage`` has its words, with ``\\n`` for line breaks.

    ``subtitle`` is the span of a smaller second line or a subtitle command; ``notes`` are its
    footnotes, with ``\\thanks``.
    """

    __slots__ = ("passage", "subtitle", "notes")

    def __init__(self, span: Span, passage: Passage) -> None:
        super().__init__(span)
        self.passage = passage
        self.subtitle: Span | None = None
        self.notes: list[Footnote] = []

    @property
    def plain(self) -> str:
        """The words of the title."""
        return self.passage.plain.strip()


class Author:
    """An author or a group of authors: ``names`` is the passage of the name line.

    ``lines`` are the affiliation lines in order (organization, place, e-mail …).
    """

    __slots__ = ("names", "lines", "span")

    def __init__(self, names: Passage | None, lines: list[Passage], span: Span) -> None:
        self.names = names
        self.lines = lines
        self.span = span


class AuthorBlock(Block):
    """The authors, between title and abstract.

    ``style`` is ``blocks`` (IEEEauthorblockN/A), ``byline`` (names in a row, as in journals),
    ``authblk``, ``access`` (ieeeaccess) or ``plain``; ``passages`` has all of its text.
    """

    __slots__ = ("authors", "style", "passages")

    def __init__(self, span: Span, style: str) -> None:
        super().__init__(span)
        self.style = style
        self.authors: list[Author] = []
        self.passages: list[Passage] = []


class Abstract(Block):
    """An abstract with its paragraphs; ``displays`` are equations, tables, or figures inside it."""

    __slots__ = ("passages", "displays", "environment")

    def __init__(self, span: Span, environment: str) -> None:
        super().__init__(span)
        self.environment = environment
        self.passages: list[Passage] = []
        self.displays: list[Span] = []


class Keywords(Block):
    """The index terms; ``label`` is the name of the environment, or the typed words before them."""

    __slots__ = ("passage", "label")

    def __init__(self, span: Span, passage: Passage, label: str) -> None:
        super().__init__(span)
        self.passage = passage
        self.label = label


class Reference(Block):
    """A typed entry of the reference list (``\\bibitem``, a references paragraph)."""

    __slots__ = ("key", "key_span", "passage")

    def __init__(self, span: Span, key: str, key_span: Span, passage: Passage) -> None:
        super().__init__(span)
        self.key = key
        self.key_span = key_span
        self.passage = passage
