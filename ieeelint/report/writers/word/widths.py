"""Measure text in Times New Roman, for the column widths of Word tables."""

from __future__ import annotations

import unicodedata

from ieeelint.report.writers import faces
from ieeelint.report.writers.faces import FIRST

STRAIGHT = {"regular": 180, "bold": 278}  # the straight apostrophe, which is not in TeX fonts
OTHERS = {
    " ": 250,
    "\u00a0": 250,
    "\u2009": 200,
    "±": 549,
    "×": 570,
    "\u2212": 570,
    "–": 500,
    "—": 1000,
    "‘": 333,
    "’": 333,
    "“": 500,
    "”": 500,
    "…": 1000,
    "·": 333,
    "≤": 549,
    "≥": 549,
    "≈": 549,
    "µ": 576,
    "°": 400,
    "†": 500,
}
UNKNOWN = 600  # Greek, Cyrillic
WIDE = 1000  # ideographs, emoji
RAISED = 0.65  # of the size, for superscripts


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line of text of ``size`` points."""
    style = "bold" if bold else "regular"
    widths = faces.style("times", style).widths
    total = 0
    for character in unicodedata.normalize("NFD", text):
        code = ord(character)
        if character in OTHERS:
            total += OTHERS[character]
        elif character == "'":
            total += STRAIGHT[style]
        elif FIRST <= code < 127:
            total += widths[code - FIRST]
        elif unicodedata.combining(character) == 0:
            wide = unicodedata.east_asian_width(character) in ("W", "F") or code > 0xFFFF
            total += WIDE if wide else UNKNOWN
    return total * size / 1000
