"""Lists of phrases from the tables as regular expressions."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def phrases(words: Iterable[str]) -> str:
    """An expression for any of these phrases, the longest first.

    The first letter may be a capital, and any whitespace may separate the words.
    """
    longest_first = sorted(words, key=len, reverse=True)
    expressions = (
        f"[{phrase[0].upper()}{phrase[0]}]{re.escape(phrase[1:])}"
        for phrase in longest_first
        if phrase
    )
    return "(?:" + "|".join(expressions).replace("\\ ", r"\s") + ")"
