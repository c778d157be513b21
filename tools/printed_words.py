"""Compares the words that two versions of a draft print with the words that its source changed."""

from __future__ import annotations

import difflib
import re
from collections import Counter

HYPHEN = re.compile(r"[-\u00ad\u2010\u2011\u2013\u2014]\s*")
WORD = re.compile(r"[^\W_]+|[?]{2}")
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})


def printed_changes(before: str, after: str) -> tuple[Counter[str], Counter[str]]:
    """The words that are no longer printed, and those that are new, wherever they are printed.

    The order of words does not count, because a changed line moves floats; hyphens do not count,
    because words are hyphenated elsewhere.
    """
    old, new = _words(before), _words(after)
    return old - new, new - old


def unexplained(
    printed: tuple[Counter[str], Counter[str]], before: str, after: str
) -> tuple[list[str], list[str]]:
    """The changes of printed words that no change of the source contains."""
    lost, new = changed_source(before, after)
    missing = [word for word in _without(printed[0], lost + new) if word != "??"]
    return missing, _without(printed[1], lost + new)


def changed_source(before: str, after: str) -> tuple[str, str]:
    """The lines that differ, joined to one text each, without hyphens and spaces."""
    old, new = before.splitlines(), after.splitlines()
    lost, gained = [], []
    for mark, a, b, c, d in difflib.SequenceMatcher(None, old, new, False).get_opcodes():
        if mark != "equal":
            lost += old[a:b]
            gained += new[c:d]
    return _solid(lost), _solid(gained)


def _without(words: Counter[str], source: str) -> list[str]:
    """The words that are not in the changed source; a number may be one of another kind."""
    return sorted(word for word in words.elements() if word.lower() not in source)


def _solid(lines: list[str]) -> str:
    text = " ".join(lines).lower()
    return text + " " + re.sub(r"[^\w?]+", "", text)


def _words(text: str) -> Counter[str]:
    return Counter(WORD.findall(HYPHEN.sub("", text.translate(LIGATURES))))
