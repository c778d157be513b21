"""The parts of a PDF file: pages with their lines and pictures, and fonts.

Lengths are points (1/72 in) from the lower left corner of the page as it is shown.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.source import Span

INCH = 72.0  # points
TYPE3 = "Type3"
DATA_PIXELS = 200  # in a direction
FLAT, FEW_COLORS = 0.6, 12  # of a plot: the share of its background, and its colors


class Line:
    """Characters on one baseline without a wide gap.

    ``span`` is their location in the source of the PDF file; ``left`` and ``right`` are the edges
    of the characters with their side bearings, ``bottom`` and ``top`` those of the ink.  ``size``
    is the size of the type.  ``is_upright`` is false for turned text, ``in_figure`` true for text
    in a picture.
    """

    __slots__ = (
        *("span", "left", "bottom", "right", "top", "size"),
        *("is_upright", "in_figure"),
    )

    def __init__(
        self,
        span: Span,
        box: tuple[float, float, float, float],
        size: float,
        is_upright: bool = True,
        in_figure: bool = False,
    ) -> None:
        self.span = span
        self.left, self.bottom, self.right, self.top = box
        self.size = size
        self.is_upright = is_upright
        self.in_figure = in_figure

    @property
    def text(self) -> str:
        """The characters of the line."""
        return self.span.text


class Image:
    """A bitmap as printed: ``pixels`` across and down, and its printed ``width`` and ``height``.

    ``filters`` are the names of its compression, the last one first applied; ``is_stencil`` is
    true for a mask that is painted in one color, ``in_figure`` for a part of an included picture.
    ``colors`` is the number of colors that nearly all of a JPEG picture has, 0 if they were not
    counted, and ``flat`` the share of the most common one.
    """

    __slots__ = (
        *("page", "pixels", "left", "bottom", "width", "height", "filters", "bits"),
        *("is_stencil", "in_figure", "colors", "flat"),
    )

    def __init__(
        self, page: Page, pixels: tuple[int, int], box: tuple[float, float, float, float]
    ) -> None:
        self.page = page
        self.pixels = pixels
        self.left, self.bottom, self.width, self.height = box
        self.filters: tuple[str, ...] = ()
        self.bits = 8
        self.is_stencil = False
        self.in_figure = False
        self.colors = 0
        self.flat = 0.0

    @property
    def resolution(self) -> float:
        """Pixels per inch at the printed size, in the worse direction; 0 if it has no size."""
        if self.width <= 0 or self.height <= 0:
            return 0.0
        across, down = self.pixels
        return min(across / (self.width / INCH), down / (self.height / INCH))

    @property
    def is_data(self) -> bool:
        """True for a mask, and for a bitmap of a plot that has its data, such as a heat map."""
        return self.is_stencil or (self.in_figure and max(self.pixels) < DATA_PIXELS)

    @property
    def is_plot(self) -> bool:
        """True for a JPEG picture with the few flat colors of a plot or a drawing."""
        return self.is_jpeg and self.flat >= FLAT and 0 < self.colors <= FEW_COLORS

    @property
    def is_jpeg(self) -> bool:
        """True if it is stored with the losses of JPEG."""
        return "DCTDecode" in self.filters


class Font:
    """A font: ``kind`` is its type in the PDF file (``Type1``, ``TrueType``, ``Type0``, ``Type3``).

    ``pages`` are the numbers of the pages whose text uses it; ``figures`` the names of the included
    files that brought it, as far as the PDF file has them, and ``makers`` the programs that wrote
    these.  ``on_page`` is true if text outside of included files uses it, too.
    """

    __slots__ = (
        *("name", "kind", "is_embedded", "is_subset", "pages", "figures", "makers", "on_page"),
    )

    def __init__(self, name: str, kind: str, is_embedded: bool, is_subset: bool) -> None:
        self.name = name
        self.kind = kind
        self.is_embedded = is_embedded
        self.is_subset = is_subset
        self.pages: set[int] = set()
        self.figures: dict[str, None] = {}
        self.makers: dict[str, None] = {}
        self.on_page = False


class Page:
    """One page: its number from 1, size as shown, and content; ``span`` is its first line.

    ``links`` is the number of its link annotations; ``is_measured`` is false for a page whose text
    was not read, because the file has too many pages, or because no library can read it.
    """

    __slots__ = ("number", "width", "height", "span", "lines", "images", "links", "is_measured")

    def __init__(self, number: int, width: float, height: float, span: Span) -> None:
        self.number = number
        self.width = width
        self.height = height
        self.span = span
        self.lines: list[Line] = []
        self.images: list[Image] = []
        self.links = 0
        self.is_measured = True
