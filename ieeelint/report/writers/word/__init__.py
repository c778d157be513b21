"""Write tables and numbers to Word: as a new file, or at the markers of a draft."""

from __future__ import annotations

from ieeelint.report.writers.word.controls import number_control, tag_of, tag_of_cell
from ieeelint.report.writers.word.documents import document
from ieeelint.report.writers.word.filling import fill, has_markers, unfilled, unplaced

__all__ = [
    "document",
    "fill",
    "has_markers",
    "number_control",
    "tag_of",
    "tag_of_cell",
    "unfilled",
    "unplaced",
]
