"""From the coordinates in a PDF file to those of the page as it is shown."""

from __future__ import annotations

import ctypes
from math import pi

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Box = tuple[float, float, float, float]


class PageSpace:
    """The visible part of a page, and its rotation.

    ``turn`` is the angle, in radians, of text that a reader sees upright; ``width`` and ``height``
    are those of the page as shown.
    """

    __slots__ = ("left", "bottom", "right", "top", "quarters", "turn", "width", "height")

    def __init__(self, pdfium: Any, page: Any) -> None:
        box = pdfium.FS_RECTF()
        self.quarters = pdfium.FPDFPage_GetRotation(page) % 4  # clockwise
        self.width = pdfium.FPDF_GetPageWidthF(page)
        self.height = pdfium.FPDF_GetPageHeightF(page)
        across = (self.height, self.width) if self.quarters % 2 else (self.width, self.height)
        self.left = self.bottom = 0.0
        self.right, self.top = across
        if pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box)):
            self.left, self.bottom, self.right, self.top = box.left, box.bottom, box.right, box.top
        self.turn = self.quarters * pi / 2

    def shown(self, box: Box) -> Box:
        """The box on the page as it is shown, from its lower left corner."""
        left, bottom, right, top = box
        if self.quarters == 1:
            return bottom - self.bottom, self.right - right, top - self.bottom, self.right - left
        if self.quarters == 2:
            return self.right - right, self.top - top, self.right - left, self.top - bottom
        if self.quarters == 3:
            return self.top - top, left - self.left, self.top - bottom, right - self.left
        return left - self.left, bottom - self.bottom, right - self.left, top - self.bottom
