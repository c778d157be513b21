"""Lists of words from the tables as parts of regular expressions."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

NOTHING = "(?!)"  # matches nowhere: the user has removed every word


def alternatives(words: Iterable[str]) -> str:
    """A group that matches any of ``words``, the longest first; any whitespace separates words."""
    longest_first = sorted(words, key=len, reverse=True)
    return _group(_spaced(re.escape(word)) for word in longest_first)


def phrases(words: Iterable[str]) -> str:
    """Like :func:`alternatives`, but the first letter may also be a capital."""
    longest_first = sorted(words, key=len, reverse=True)
    return _group(
        f"[{word[0].upper()}{word[0]}]{_spaced(re.escape(word[1:]))}" for word in longest_first
    )


def _group(expressions: Iterable[str]) -> str:
    return f"(?:{'|'.join(expressions) or NOTHING})"


def _spaced(expression: str) -> str:
    return expression.replace("\\ ", r"\s")
