"""Abbreviations in formulas, where TP + FN are words and not products of letters."""

from __future__ import annotations

from re import escape

from ieeelint.paper.text import MATH
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper


def is_in_formula(paper: Paper, token: str) -> bool:
    """True if an inline or displayed formula contains the token, not as a part of a longer word."""
    word = pattern(rf"(?<![A-Za-z\\]){escape(token)}(?![A-Za-z])")
    return any(word.search(equation.content) for equation in paper.equations) or any(
        word.search(mark.data.content) for mark in paper.text.marks_of(MATH)
    )
