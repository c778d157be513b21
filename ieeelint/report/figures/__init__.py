"""Figures from charts, drawn with matplotlib (extra ``[plot]``), and what stands beside them."""

from __future__ import annotations

from ieeelint.report.figures.beside import caption, data
from ieeelint.report.figures.drawing import FORMS, draw, font_in_use

__all__ = ["FORMS", "caption", "data", "draw", "font_in_use"]
