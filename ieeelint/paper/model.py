"""The parts of a paper, by the names that a reader of the printed page gives them.

Every part has its :class:`~ieeelint.paper.source.Span`.  A paper has one
:class:`~ieeelint.paper.text.Text`; a :class:`Passage` is a range of it with a
zone, so that a rule can search the whole text with one regular expression and
look up the zone of each match.
"""

from __future__ import annotations

from bisect import bisect_right

from ieeelint.paper.blanking import math_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from re import Match, Pattern

    from ieeelint.paper.entries import Works
    from ieeelint.paper.source import Source, Span
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

# Zones of running text.
RUNNING = frozenset(
    {ABSTRACT, PROSE, CAPTION, FOOTNOTE, THANKS, ACKNOWLEDGMENT, BIOGRAPHY, TABLE_NOTE}
)
BODY = frozenset({PROSE, FOOTNOTE, ACKNOWLEDGMENT, BIOGRAPHY})

# Kinds of numbered things, as labels, floats and cross-references name them.
FIGURE = "figure"
TABLE = "table"
EQUATION = "equation"
SECTION = "section"
ALGORITHM_FLOAT = "algorithm"
LISTING = "listing"
THEOREM = "theorem"
FOOTNOTE_ITEM = "footnote"
UNKNOWN = ""


class Passage:
    """A range of text in one zone: a paragraph, a heading, a caption, a cell, an author line …

    ``start`` and ``end`` are offsets in ``text.plain``; ``span`` is its source.
    ``is_item`` is true for the first paragraph of a list item.
    """

    __slots__ = ("zone", "start", "end", "span", "text", "is_item", "is_continued")

    text: Text

    def __init__(self, zone: str, start: int, end: int, span: Span) -> None:
        self.zone = zone
        self.start = start
        self.end = end
        self.span = span
        self.is_item = False
        self.is_continued = False

    @property
    def plain(self) -> str:
        """The text that a reader sees, with the placeholders of :mod:`ieeelint.paper.text`."""
        return self.text.plain[self.start : self.end]

    def __repr__(self) -> str:
        return f"Passage({self.zone}, {self.plain[:40]!r})"


class Math:
    """A formula: ``content`` is its LaTeX, or a similar linear form of a formula in Word.

    ``span`` covers the content, so that offsets in one are offsets in the other where
    ``span.text == content``.
    """

    __slots__ = ("content", "span", "_math")

    def __init__(self, content: str, span: Span) -> None:
        self.content = content
        self.span = span
        self._math: str | None = None

    @property
    def math(self) -> str:
        """The content with blanks for all that is not math: lengths, names, comments."""
        if self._math is None:
            self._math = math_of(self.content)
        return self._math


class Quantity:
    """A number with a unit in a command: ``number`` and ``unit`` as typed."""

    __slots__ = ("number", "unit", "command")

    def __init__(self, number: str, unit: str, command: str) -> None:
        self.number = number
        self.unit = unit
        self.command = command


class Citation:
    """A citation command or field: its ``keys``, each with its span, and its optional ``note``.

    ``prints_author`` is true for author-year and textual forms such as ``\\citet``.
    """

    __slots__ = ("command", "keys", "note", "span", "prints_author", "position")

    def __init__(
        self,
        command: str,
        keys: list[tuple[str, Span]],
        note: str,
        span: Span,
        prints_author: bool = False,
    ) -> None:
        self.command = command
        self.keys = keys
        self.note = note
        self.span = span
        self.prints_author = prints_author
        self.position = -1  # of its placeholder in the text; -1 when it prints nothing


class CrossReference:
    """A reference by label or field: ``\\ref``, ``\\eqref``, ``\\cref``, a REF field …

    ``kind`` is the kind of thing that it refers to (a constant above) or UNKNOWN;
    ``printed`` is the word that a macro prints before the number, or empty.
    """

    __slots__ = ("command", "keys", "span", "kind", "printed", "parentheses", "position")

    def __init__(self, command: str, keys: list[tuple[str, Span]], span: Span) -> None:
        self.command = command
        self.keys = keys
        self.span = span
        self.kind = UNKNOWN
        self.printed = ""
        self.parentheses = False  # the number prints as (1)
        self.position = -1


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


class Block:
    """A part with a position in the order of the document."""

    __slots__ = ("span", "order")

    def __init__(self, span: Span) -> None:
        self.span = span
        self.order: tuple[int, ...] = ()  # position in document order across all files


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


class Graphic:
    """A picture in a float: its ``name`` and ``options`` (``width=\\linewidth``) as typed.

    ``kind`` is image, tikz, pgfplots, input or chart.
    """

    __slots__ = ("kind", "name", "options", "span")

    def __init__(self, kind: str, name: str, options: str, span: Span) -> None:
        self.kind = kind
        self.name = name
        self.options = options
        self.span = span


class Caption:
    """A caption: ``passage`` has its words; ``is_sub`` is true for a subfigure."""

    __slots__ = ("passage", "span", "is_sub", "command")

    def __init__(self, passage: Passage, span: Span, is_sub: bool, command: str) -> None:
        self.passage = passage
        self.span = span
        self.is_sub = is_sub
        self.command = command

    @property
    def plain(self) -> str:
        """The words of the caption."""
        return self.passage.plain.strip()


class Grid:
    """The cells of a tabular, row by row; ``columns`` is its preamble.

    ``places`` matches ``rows``: the first column of each cell, from 0, and its number of columns.
    """

    __slots__ = ("environment", "span", "columns", "rows", "places")

    def __init__(self, environment: str, span: Span, columns: str) -> None:
        self.environment = environment
        self.span = span
        self.columns = columns
        self.rows: list[list[Passage]] = []
        self.places: list[list[tuple[int, int]]] = []


class Float(Block):
    """A figure, table, algorithm or listing that floats.

    ``kind`` is FIGURE, TABLE, ALGORITHM_FLOAT or LISTING; ``placement`` is the
    specifier as typed (``!t``, ``H``) or None, at ``placement_span``; ``starred``
    is true for a float across both columns; ``content_span`` is the source
    between begin and end.
    """

    __slots__ = (
        "kind",
        "environment",
        "content_span",
        "placement",
        "placement_span",
        "starred",
        "captions",
        "sub_captions",
        "labels",
        "graphics",
        "grids",
        "number",
        "in_appendix",
    )

    def __init__(self, span: Span, kind: str, environment: str, content_span: Span) -> None:
        super().__init__(span)
        self.kind = kind
        self.environment = environment
        self.content_span = content_span
        self.placement: str | None = None
        self.placement_span: Span | None = None
        self.starred = environment.endswith("*")
        self.captions: list[Caption] = []  # main captions in source order
        self.sub_captions: list[Caption] = []
        self.labels: list[Label] = []
        self.graphics: list[Graphic] = []
        self.grids: list[Grid] = []
        self.number = ""
        self.in_appendix = False


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
    """An abstract with its paragraphs; ``displays`` are equations, tables or figures inside it."""

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


class Bibliography:
    """The style and the databases of the reference list.

    ``style`` is that of ``\\bibliographystyle`` or biblatex, at ``style_span``; ``databases`` are
    the named files; ``database_keys`` are the keys that they define, None when a file cannot be
    read.
    """

    __slots__ = ("style", "style_span", "databases", "database_keys", "span", "cites_all")

    def __init__(self) -> None:
        self.style = ""
        self.style_span: Span | None = None
        self.databases: list[tuple[str, Span]] = []
        self.database_keys: set[str] | None = set()
        self.span: Span | None = None  # location of the printed list
        self.cites_all = False  # \nocite{*}


class Problem:
    """Something that the reader could not read.

    ``kind`` is a short name (``missing-file``, ``cycle``, ``unbalanced``, ``encoding`` …);
    ``message`` describes the problem and the remedy.
    """

    __slots__ = ("kind", "message", "span")

    def __init__(self, kind: str, message: str, span: Span) -> None:
        self.kind = kind
        self.message = message
        self.span = span


class Paper:
    """The whole document.  Lists are in document order."""

    def __init__(self, root: Source, file_format: str) -> None:
        self.root = root
        self.format = file_format  # "latex" or "word"
        self.sources: list[Source] = [root]
        self.text: Text
        self.passages: list[Passage] = []
        self.title: Title | None = None
        self.author_block: AuthorBlock | None = None
        self.abstracts: list[Abstract] = []
        self.keywords: list[Keywords] = []
        self.headings: list[Heading] = []
        self.paragraphs: list[Paragraph] = []
        self.equations: list[Equation] = []
        self.figures: list[Float] = []
        self.tables: list[Float] = []
        self.other_floats: list[Float] = []
        self.footnotes: list[Footnote] = []
        self.references: list[Reference] = []
        self.labels: dict[str, Label] = {}
        self.duplicate_labels: list[Label] = []
        self.citations: list[Citation] = []
        self.cross_references: list[CrossReference] = []
        self.bibliography = Bibliography()
        self.works: Works | None = None  # the entries of the .bib files
        self.declared_acronyms: dict[str, str] = {}  # short form -> long form, by commands
        self.problems: list[Problem] = []
        self.is_fragment = False  # not a whole document: a chapter without its root file
        self.language = "en"
        self._starts: list[int] = []

    def passage_at(self, position: int) -> Passage:
        """The passage at ``position`` of the text."""
        if not self._starts:
            self._starts = [passage.start for passage in self.passages]
        return self.passages[max(bisect_right(self._starts, position) - 1, 0)]

    def find(self, pattern: Pattern[str], zones: Iterable[str] = RUNNING) -> Iterator[Match[str]]:
        """The matches of a compiled pattern in the whole text that begin in one of ``zones``.

        Two newlines separate passages, so that a match without ``\\n\\n`` is within one passage.
        """
        for match in pattern.finditer(self.text.plain):
            if self.passage_at(match.start()).zone in zones:
                yield match

    def passages_in(self, *zones: str) -> Iterator[Passage]:
        """The passages of these zones in document order."""
        return (passage for passage in self.passages if passage.zone in zones)

    @property
    def floats(self) -> list[Float]:
        """Figures, tables and other floats in document order."""
        return sorted(
            [*self.figures, *self.tables, *self.other_floats], key=lambda item: item.order
        )
