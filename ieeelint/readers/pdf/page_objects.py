"""The objects of a page: its bitmaps as printed, and the text of included pictures."""

from __future__ import annotations

import ctypes
from math import hypot

from ieeelint.readers.pdf.colors import counted_colors
from ieeelint.readers.pdf.page_text import address
from ieeelint.views.pdf_parts import Image

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ieeelint.readers.pdf.page_space import PageSpace
    from ieeelint.views.pdf_parts import Page

    Matrix = tuple[float, float, float, float, float, float]

TEXT, IMAGE, FORM = 1, 3, 5  # kinds of page objects
DEEPEST = 12  # forms in forms
MOST_PIXELS = 8_000_000  # of a picture that is decoded to count its colors
MOST = 50_000  # objects of a page: a scatter plot may have a million
WHOLE_PAGE = 0.6  # of its area: such a form is not a picture but the page
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class PageObjects:
    """What is on a page: ``images``, and the addresses of text objects ``in_figures``."""

    def __init__(self, pdfium: Any, raw_page: Any, space: PageSpace, page: Page) -> None:
        self.pdfium = pdfium
        self.raw_page = raw_page
        self.space = space
        self.page = page
        self.images: list[Image] = []
        self.in_figures: set[int] = set()
        self.seen = 0
        count = pdfium.FPDFPage_CountObjects(raw_page)
        items = (pdfium.FPDFPage_GetObject(raw_page, number) for number in range(count))
        self._walk(items, IDENTITY, False, 0)

    def _walk(self, items: Iterator[Any], matrix: Matrix, in_figure: bool, depth: int) -> None:
        pdfium = self.pdfium
        for item in items:
            self.seen += 1
            if self.seen > MOST:
                return
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind == TEXT and in_figure:
                self.in_figures.add(address(item))
            elif kind == IMAGE:
                self._add_image(item, matrix, in_figure)
            elif kind == FORM and depth < DEEPEST:
                inner = _times(self._matrix(item), matrix)
                count = pdfium.FPDFFormObj_CountObjects(item)
                parts = (pdfium.FPDFFormObj_GetObject(item, number) for number in range(count))
                self._walk(parts, inner, in_figure or not self._is_page(item), depth + 1)

    def _matrix(self, item: Any) -> Matrix:
        matrix = self.pdfium.FS_MATRIX()
        if not self.pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix)):
            return IDENTITY
        return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f

    def _is_page(self, item: Any) -> bool:
        """True for a form that covers most of the page: a program put the page into it."""
        edges = [ctypes.c_float() for _ in range(4)]
        if not self.pdfium.FPDFPageObj_GetBounds(item, *map(ctypes.byref, edges)):
            return False
        left, bottom, right, top = (edge.value for edge in edges)
        area = self.space.width * self.space.height
        return bool((right - left) * (top - bottom) > WHOLE_PAGE * area)

    def _add_image(self, item: Any, around: Matrix, in_figure: bool) -> None:
        pdfium = self.pdfium
        a, b, c, d, e, f = _times(self._matrix(item), around)
        facts = pdfium.FPDF_IMAGEOBJ_METADATA()
        if not pdfium.FPDFImageObj_GetImageMetadata(item, self.raw_page, ctypes.byref(facts)):
            return
        corners = [(e, f), (e + a, f + b), (e + c, f + d), (e + a + c, f + b + d)]
        across, down = [x for x, _ in corners], [y for _, y in corners]
        left, bottom, _, _ = self.space.shown((min(across), min(down), max(across), max(down)))
        image = Image(self.page, (facts.width, facts.height), (left, bottom, 0.0, 0.0))
        image.width, image.height = hypot(a, b), hypot(c, d)  # along the sides of the bitmap
        image.bits = facts.bits_per_pixel
        image.is_stencil = facts.bits_per_pixel == 1 and facts.colorspace == 0
        image.filters = tuple(self._filters(item))
        image.in_figure = in_figure
        if image.is_jpeg and facts.width * facts.height <= MOST_PIXELS and len(self.images) < 20:
            image.colors, image.flat = counted_colors(self.pdfium, item)
        self.images.append(image)

    def _filters(self, item: Any) -> Iterator[str]:
        buffer = ctypes.create_string_buffer(64)
        for number in range(self.pdfium.FPDFImageObj_GetImageFilterCount(item)):
            length = self.pdfium.FPDFImageObj_GetImageFilter(item, number, buffer, len(buffer))
            if 0 < length <= len(buffer):
                yield buffer.value.decode("latin-1")


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies ``inner`` first."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        *(a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s),
        *(e * p + f * r + t, e * q + f * s + u),
    )
