"""The view of a PDF file: its pages, fonts, pictures, and what else is in it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.source import Span
    from ieeelint.views.pdf_layout import Layout
    from ieeelint.views.pdf_parts import Font, Image, Page


class PdfView:
    """A PDF file.

    ``span`` is the location for what is about the whole file.  ``actives`` are words for contents
    that act or ask (``JavaScript``, ``a form``), ``attachments`` the names of attached files;
    ``info`` the document information (``Title``, ``Author`` …).  ``lock`` is ``""``, ``owner`` for
    a file that opens without a password, or ``user`` for one that does not and has no pages here.
    """

    def __init__(self, span: Span) -> None:
        self.span = span
        self.version = ""
        self.lock = ""
        self.pages: list[Page] = []
        self.fonts: list[Font] = []
        self.bookmarks = 0
        self.actives: list[str] = []
        self.attachments: list[str] = []
        self.thumbnails = 0
        self.info: dict[str, str] = {}
        self._layout: Layout | None = None

    @property
    def layout(self) -> Layout:
        """Columns, margins, running heads, and so on, measured once."""
        if self._layout is None:
            from ieeelint.views.pdf_layout import Layout

            self._layout = Layout(self)
        return self._layout

    @property
    def description(self) -> str:
        """The layout in one line, as submission systems print it."""
        from ieeelint.views.pdf_layout import described

        return described(self, self.layout)

    @property
    def bitmaps(self) -> list[Image]:
        """The pictures of all pages, without masks and data of plots, and with a size."""
        return [
            image
            for page in self.pages
            for image in page.images
            if not image.is_data and image.width > 0 and image.height > 0
        ]

    def page(self, number: int) -> Page:
        """The page with this number from 1."""
        return self.pages[number - 1]
