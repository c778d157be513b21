"""Draw charts with matplotlib (extra ``[plot]``), and write their LaTeX and CSV files."""

from __future__ import annotations

from ieeelint.report.figures.companion_files import caption, data
from ieeelint.report.figures.drawing import FORMS, draw, font_in_use

__all__ = ["FORMS", "caption", "data", "draw", "font_in_use"]
