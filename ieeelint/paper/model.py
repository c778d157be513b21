"""The parts of a paper, as a reader of the printed page would name them.

Every part knows its :class:`~ieeelint.paper.source.Span`.  Words stand in one
:class:`~ieeelint.paper.text.Text` a paper; a :class:`Passage` is a range of it
with a zone, so that one regular expression over the whole text serves every
rule, and any hit knows its zone.
"""

from __future__ import annotations

from bisect import bisect_right

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from re import Match, Pattern

    from ieeelint.paper.entries import Works
    from ieeelint.paper.source import Source, Span
    from ieeelint.paper.text import Text

# Zones: what part of the page a passage belongs to.
TITLE = "title"
AUTHOR = "author"
ABSTRACT = "abstract"
KEYWORDS = "keywords"
HEADING = "heading"
PROSE = "prose"
CAPTION = "caption"
CELL = "cell"  # one table cell
TABLE_NOTE = "table note"
FOOTNOTE = "footnote"
THANKS = "thanks"  # first-page footnote set by \thanks or a sponsors box
ACKNOWLEDGMENT = "acknowledgment"
REFERENCE = "reference"  # one entry of the reference list, as typed
BIOGRAPHY = "biography"
ALGORITHM = "algorithm"  # pseudo-code lines

# What a copy editor reads as running English.
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
    """A run of text in one zone: a paragraph, a heading, a caption, a cell, an author line …

    ``start`` and ``end`` are offsets into ``text.plain``; ``span`` the whole in
    the source.  ``is_item`` is true for the first paragraph of a list item.
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
        """The characters a reader sees, placeholders of :mod:`ieeelint.paper.text` included."""
        return self.text.plain[self.start : self.end]

    def __repr__(self) -> str:
        return f"Passage({self.zone}, {self.plain[:40]!r})"


class Math:
    """A formula: ``content`` is its LaTeX (or, from Word, a LaTeX-like linear form);
    ``span`` covers exactly the content, so offsets into one are offsets into the other
    where ``span.text == content``."""

    __slots__ = ("content", "span")

    def __init__(self, content: str, span: Span) -> None:
        self.content = content
        self.span = span


class Quantity:
    """A number with a unit set by a command: ``number`` and ``unit`` as typed there."""

    __slots__ = ("number", "unit", "command")

    def __init__(self, number: str, unit: str, command: str) -> None:
        self.number = number
        self.unit = unit
        self.command = command


class Citation:
    """One citation command or field: its ``keys`` with the span of each, and its optional ``note``.

    ``prints_author`` for author-year or textual forms such as ``\\citet``.
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
    """One reference by label or field: ``\\ref``, ``\\eqref``, ``\\autoref``, ``\\cref``, a REF
    field.

    ``kind`` is that of the thing referred to (a constant above) or UNKNOWN;
    ``printed`` the word a macro prints before the number, if it prints one.
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
    """A name for a numbered thing: its ``kind``, the ``block`` it labels and that one's printed
    number.
    """

    __slots__ = ("key", "span", "kind", "block", "number", "is_sub")

    def __init__(self, key: str, span: Span, kind: str, block: Block | None) -> None:
        self.key = key
        self.span = span
        self.kind = kind
        self.block = block
        self.number = ""
        self.is_sub = False  # labels a subfigure or a row, not the whole


class Block:
    """Anything that stands in the order of the document."""

    __slots__ = ("span", "order")

    def __init__(self, span: Span) -> None:
        self.span = span
        self.order: tuple[int, ...] = ()  # rank in document order, files joined


class Heading(Block):
    """A section heading.  ``level`` 1–5 (paragraph and subparagraph are 4 and 5); ``numbered``
    false for ``\\section*``; ``command`` how it is made, in Word its style, empty for a paragraph
    that only looks like a heading; ``number`` as printed.
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
    """A paragraph of running text, displayed equations inside it included as placeholders.

    ``zone`` is that of its passage; ``environment`` the innermost list or quote it stands in.
    """

    __slots__ = ("passage", "environment")

    def __init__(self, span: Span, passage: Passage, environment: str = "") -> None:
        super().__init__(span)
        self.passage = passage
        self.environment = environment


class Equation(Block):
    """A displayed formula.

    ``environment`` is its name (``equation``, ``align*``, ``[`` for ``\\[``, ``$$``);
    ``content`` the source between begin and end; ``content_span`` its place;
    ``numbers`` the printed number of each numbered row, simulated;
    ``position`` its placeholder in the text.
    """

    __slots__ = ("environment", "content", "content_span", "numbers", "labels", "position", "tags")

    def __init__(self, span: Span, environment: str, content_span: Span) -> None:
        super().__init__(span)
        self.environment = environment
        self.content_span = content_span
        self.content = content_span.text
        self.numbers: list[str] = []
        self.labels: list[Label] = []
        self.tags: list[tuple[str, Span]] = []
        self.position = -1


class Graphic:
    """A picture in a float: ``name`` as typed, ``options`` as typed (``width=\\linewidth``);
    ``kind`` is image, tikz, pgfplots, input or chart."""

    __slots__ = ("kind", "name", "options", "span")

    def __init__(self, kind: str, name: str, options: str, span: Span) -> None:
        self.kind = kind
        self.name = name
        self.options = options
        self.span = span


class Caption:
    """A caption; ``passage`` holds its words, ``is_sub`` one of a subfigure."""

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
    """The cells of one tabular, row by row; ``begin`` is where it opens, ``columns`` its preamble.

    ``places`` go with ``rows``: the first column of each cell, from 0, and how many it covers.
    """

    __slots__ = ("environment", "span", "columns", "rows", "places")

    def __init__(self, environment: str, span: Span, columns: str) -> None:
        self.environment = environment
        self.span = span
        self.columns = columns
        self.rows: list[list[Passage]] = []
        self.places: list[list[tuple[int, int]]] = []


class Float(Block):
    """A figure, a table, an algorithm or a listing that floats.

    ``kind`` is FIGURE, TABLE, ALGORITHM_FLOAT or LISTING; ``placement`` the
    specifier as typed (``!t``, ``H``) or None, with ``placement_span``;
    ``starred`` spans both columns; ``content_span`` is what stands between
    begin and end; ``is_wrapped`` for wrapfigure and the like.
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
    """A footnote: ``passage`` its words (None for a bare mark), ``position`` its mark in the text
    (-1 without), ``zone`` where the mark stands, ``command`` ``footnote``, ``footnotemark``,
    ``footnotetext`` or ``thanks``."""

    __slots__ = ("passage", "position", "zone", "command")

    def __init__(self, span: Span, passage: Passage | None, zone: str, command: str) -> None:
        super().__init__(span)
        self.passage = passage
        self.zone = zone
        self.command = command
        self.position = -1


class Title(Block):
    """The title: ``passage`` its words (line breaks are ``\\n``), ``subtitle`` the span of a
    smaller second line or a subtitle command, ``notes`` the footnotes hung on it (``\\thanks``
    among them).
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
    """One author block: ``names`` the passage of the name line (several names in shared forms),
    ``lines`` the affiliation lines in order (organization, place, e-mail …)."""

    __slots__ = ("names", "lines", "span")

    def __init__(self, names: Passage | None, lines: list[Passage], span: Span) -> None:
        self.names = names
        self.lines = lines
        self.span = span


class AuthorBlock(Block):
    """All that stands between title and abstract.

    ``style`` is ``blocks`` (IEEEauthorblockN/A), ``byline`` (names in a row, as journals have
    it), ``authblk``, ``access`` (ieeeaccess) or ``plain``; ``text_passages`` everything typed
    there.
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
    """The index terms; ``label`` is how they are introduced: the environment's name, or typed
    words.
    """

    __slots__ = ("passage", "label")

    def __init__(self, span: Span, passage: Passage, label: str) -> None:
        super().__init__(span)
        self.passage = passage
        self.label = label


class Reference(Block):
    """One entry of a typed reference list (``\\bibitem``, a references paragraph)."""

    __slots__ = ("key", "key_span", "passage")

    def __init__(self, span: Span, key: str, key_span: Span, passage: Passage) -> None:
        super().__init__(span)
        self.key = key
        self.key_span = key_span
        self.passage = passage


class Bibliography:
    """How the references are made: ``style`` (of ``\\bibliographystyle`` or biblatex) with its
    place, the ``databases`` named, and the keys they define (None when one of them cannot be
    read).
    """

    __slots__ = ("style", "style_span", "databases", "database_keys", "span", "cites_all")

    def __init__(self) -> None:
        self.style = ""
        self.style_span: Span | None = None
        self.databases: list[tuple[str, Span]] = []
        self.database_keys: set[str] | None = set()
        self.span: Span | None = None  # where the list is printed
        self.cites_all = False  # \nocite{*}


class Problem:
    """Something the reader could not read: ``kind`` is a short name (``missing-file``, ``cycle``,
    ``unbalanced``, ``encoding`` …), ``message`` says what and what to do."""

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
        self.works: Works | None = None  # what the .bib files hold
        self.declared_acronyms: dict[str, str] = {}  # short form to long form, by commands
        self.problems: list[Problem] = []
        self.is_fragment = False  # no document of its own: a chapter without its root
        self.language = "en"
        self._starts: list[int] = []

    def passage_at(self, position: int) -> Passage:
        """The passage that holds ``position`` of the text."""
        if not self._starts:
            self._starts = [passage.start for passage in self.passages]
        return self.passages[max(bisect_right(self._starts, position) - 1, 0)]

    def find(self, pattern: Pattern[str], zones: Iterable[str] = RUNNING) -> Iterator[Match[str]]:
        """Hits of a compiled pattern over the whole text that begin in one of ``zones``.

        Passages are separated by blank lines (two newlines), so a pattern
        without ``\\n\\n`` stays within one passage.
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
