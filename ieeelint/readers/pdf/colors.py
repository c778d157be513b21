"""How many colors a bitmap has: a plot has few, and much of one."""

from __future__ import annotations

import ctypes
from collections import Counter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SAMPLE = 8000  # pixels that are looked at
STEP = 32  # of 256 levels that count as one: JPEG changes the colors around lines
NEARLY_ALL = 0.97


def counted_colors(pdfium: Any, item: Any) -> tuple[int, float]:
    """The number of colors of nearly all pixels of a picture, and the share of the most common one;
    0 and 0 if it cannot be decoded.
    """
    bitmap = pdfium.FPDFImageObj_GetBitmap(item)
    if not bitmap:
        return 0, 0.0
    try:
        width, height = pdfium.FPDFBitmap_GetWidth(bitmap), pdfium.FPDFBitmap_GetHeight(bitmap)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        size = {1: 1, 2: 3, 3: 4, 4: 4, 5: 4}.get(pdfium.FPDFBitmap_GetFormat(bitmap), 0)
        if not size or not width or not height:
            return 0, 0.0
        data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    counts: Counter[bytes] = Counter()
    every = max(int((width * height / SAMPLE) ** 0.5), 1)
    for row in range(0, height, every):
        for column in range(0, width, every):
            at = row * stride + column * size
            counts[bytes(level // STEP for level in data[at : at + min(size, 3)])] += 1
    total = sum(counts.values())
    ranked = counts.most_common()
    reached = 0
    for number, (_, count) in enumerate(ranked, 1):
        reached += count
        if reached >= NEARLY_ALL * total:
            return number, ranked[0][1] / total
    return len(ranked), ranked[0][1] / total
