"""How wide words are in Times New Roman, in points: for column widths, since Word is told them in advance."""

from __future__ import annotations

import unicodedata

# Advance widths in thousandths of the size, U+0020 to U+007E, then others.
REGULAR = (
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722,
    611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444,
    500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722,
    500, 500, 444, 480, 200, 480, 541,
)  # fmt: skip
BOLD = (
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778,
    667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500,
    556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722,
    500, 500, 444, 394, 220, 394, 520,
)  # fmt: skip
OTHERS = {
    "\u00a0": 250, "\u2009": 200, "±": 549, "×": 570, "\u2212": 570, "–": 500, "—": 1000, "‘": 333, "’": 333,
    "“": 500, "”": 500, "…": 1000, "·": 333, "≤": 549, "≥": 549, "≈": 549, "µ": 576, "°": 400, "†": 500,
}  # fmt: skip
UNKNOWN = 600  # Greek, Cyrillic
WIDE = 1000  # ideographs, emoji
RAISED = 0.65  # of the size, for superscripts


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line of text of ``size`` points."""
    table = BOLD if bold else REGULAR
    total = 0
    for character in unicodedata.normalize("NFD", text):
        code = ord(character)
        if 32 <= code < 127:
            total += table[code - 32]
        elif character in OTHERS:
            total += OTHERS[character]
        elif unicodedata.combining(character) == 0:
            wide = unicodedata.east_asian_width(character) in ("W", "F") or code > 0xFFFF
            total += WIDE if wide else UNKNOWN
    return total * size / 1000
