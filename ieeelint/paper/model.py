"""The paper: its text, its parts, and what the reader could not read.

The modules next to this one define the parts.
"""

from __future__ import annotations

from bisect import bisect_right

from ieeelint.paper.zones import RUNNING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from re import Match, Pattern

    from ieeelint.paper.blocks import (
        Abstract,
        AuthorBlock,
        Equation,
        Footnote,
        Heading,
        Keywords,
        Label,
        Paragraph,
        Reference,
        Title,
    )
    from ieeelint.paper.entries import Works
    from ieeelint.paper.floats import Float, Grid
    from ieeelint.paper.placeholders import Citation, CrossReference
    from ieeelint.paper.source import Source, Span
    from ieeelint.paper.text import Text
    from ieeelint.paper.zones import Passage


class Bibliography:
    """The style and the databases of the reference list.

    ``style`` is that of ``\\bibliographystyle`` or biblatex, at ``style_span``; ``databases`` are
    the named files; ``database_keys`` are the keys that they define, None when a file cannot be
    read.
    """

    __slots__ = (
        "style",
        "style_span",
        "databases",
        "database_keys",
        "span",
        "cites_all",
        "cited_before_all",
    )

    def __init__(self) -> None:
        self.style = ""
        self.style_span: Span | None = None
        self.databases: list[tuple[str, Span]] = []
        self.database_keys: set[str] | None = set()
        self.span: Span | None = None  # location of the printed list
        self.cites_all = False  # \nocite{*}
        self.cited_before_all = 0  # citations before the first \nocite{*}


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
        self.loose_grids: list[Grid] = []  # tabulars outside floats
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
        self.language = "en"  # that of most of the text
        self.foreign: list[tuple[Span, str]] = []  # words that babel declares, and their language
        self._starts: list[int] = []

    @property
    def passage_starts(self) -> list[int]:
        """Where the passages begin in the text."""
        if not self._starts:
            self._starts = [passage.start for passage in self.passages]
        return self._starts

    def passage_at(self, position: int) -> Passage:
        """The passage at ``position`` of the text."""
        return self.passages[max(bisect_right(self.passage_starts, position) - 1, 0)]

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
