"""Figures, tables and other floats, with their captions, graphics and cells."""

from __future__ import annotations

from ieeelint.paper.blocks import Block
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.blocks import Label
    from ieeelint.paper.source import Span
    from ieeelint.paper.zones import Passage

# the end of the caption of a float that continues another
CONTINUED = r"(?i)(?:^|[\s(\[,.:;–—-])(?:continued|cont(?:inued|['’]?d|\.)?)[\s.)\]]*$"


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

    @property
    def is_empty(self) -> bool:
        """True for a caption of nothing but punctuation marks."""
        return not self.plain.strip(" .:,;-–—\u00a0")


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

    def extent(self) -> tuple[int, int]:
        """Where its text begins and ends; an empty cell, as after the last row, has no place."""
        cells = [cell for row in self.rows for cell in row if cell.end > cell.start]
        return (cells[0].start, cells[-1].end) if cells else (0, 0)


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

    @property
    def is_continued(self) -> bool:
        """True for a float that continues the one before, as "Table I (Continued)" does."""
        return "\\ContinuedFloat" in self.content_span.text or any(
            pattern(CONTINUED).search(caption.plain) for caption in self.captions
        )
