"""The words at the beginning of a paragraph that say what it is: "Abstract—", "Fig. 3.", "[7]"."""

from __future__ import annotations

import re

from ieeelint.ooxml.numbering import roman
from ieeelint.paper import word_roles as roles
from ieeelint.patterns import pattern
from ieeelint.tables import table

LABELS: dict[str, list[str]] = table("word_roles")["labels"]


def _any(name: str) -> str:
    """An expression for the words of one list, the longest first, in any case."""
    words = sorted(LABELS[name], key=len, reverse=True)
    return "(?i:" + "|".join(re.escape(word).replace("\\ ", r"\s+") for word in words) + ")"


# A number typed before a heading: "IV.", "3.1", "B)", "2 -".
HEAD_NUMBER = (
    r"(?:(?P<roman>[IVX]{1,5})(?:\s?[.):]\s*|\s?[–—-]\s+|\s+)(?=[^\W\d_])"
    r"|(?P<letter>[A-Z])[.)][\s\u00a0]+(?=[^\W\d_])"
    r"|(?P<parts>\d{1,2}(?:\.\d{1,2}){1,3})[.):]?[\s\u00a0]*(?:[–—-][\s\u00a0]+)?"
    r"(?=[^\W\d_])"
    r"|(?P<whole>\d{1,2})(?:[.)][\s\u00a0]*|[\s\u00a0]?[–—-][\s\u00a0]+|[\s\u00a0]+)"
    r"(?=[^\W\d_]))"
)
# What may close a heading: "Results :-", "References.".
CLOSING = r"[\s\u00a0]*[:.—–-]*[\s\u00a0—–:.-]*\Z"
ABSTRACT_LABEL = rf"\s*{_any('abstract')}\s*(?:[—–:.-]+|\x0b)\s*"
KEYWORDS_LABEL = rf"\s*{_any('keywords')}(?:\s+and phrases)?\s*[—–:.-]+\s*"
FIGURE_LABEL = (
    rf"[\s\ufffc]*\(?{_any('figure')}\b\.?[\s:-]*(\d+(?:\.\d+)*)(?!\s?[–-]\s?\d)\b\s*[.:,—–-]?\s*"
)
TABLE_LABEL = rf"[\s\ufffc]*{_any('table')}\b\.?[\s:-]*([IVXL]+|\d+)\b\s*[.:,—–-]?\s*"
# "Fig. 3, Flow of water": a caption near a picture, but else the beginning of a sentence.
_FIGURE = _any("figure")
COMMA_LABEL = rf"[\s\ufffc]*{_FIGURE}\b\.?\s*\d+\s?,\s+(?=[A-Z\u00c0-\u00de])(?!{_FIGURE}\b)"
# "Figure 3: Shows the flow": a sentence, unless a picture is near.
SENTENCE_AFTER_LABEL = (
    r"(?i:shows?|depicts?|illustrates?|presents?|displays?|represents?|describes?|demonstrates?"
    r"|gives?|is|are|was|were|below|above)\s"
)
# "Equation 1: Flow of water": a caption, but of no figure.
OTHER_LABEL = rf"\s*{_any('others')}\b\.?\s*\(?\d"
# "Fig. Flow of water": the number is missing.
UNNUMBERED_LABEL = r"[\s\ufffc]*Fig(?:ure|\.)[\s:.–—-]+(?=[^\W\d_])"
REFERENCE_LABEL = (
    r"\s*(?:\[\s?(\d{1,3})\s?\]\.?|(\d{1,3})[.)](?=[\s\u00a0]|[A-Z“\"]|http|www\.))\s*"
)
FIRST_LETTERS = {
    name: frozenset(letter for word in LABELS[name] for letter in (word[0], word[0].upper()))
    for name in ("abstract", "keywords", "references", "figure", "table")
}


def bare_head(words: str) -> str:
    """The words of a heading without its number and what closes it: "RESULT :--" is "RESULT"."""
    words = words.strip(" \t\u00a0\x0b.")
    match = pattern(HEAD_NUMBER).match(words)
    words = words[match.end() :] if match else words
    return pattern(CLOSING).sub("", words)


def is_head(name: str, words: str) -> bool:
    """True when the words are one of the headings of the list ``name``, and nothing else."""
    return len(words) < 60 and " ".join(bare_head(words).lower().split()) in LABELS[name]


def own(role: str, printed: str) -> str:
    """The label that the style of a caption prints; empty if it is the label of the other kind."""
    other = "table" if role == roles.FIGURE_CAPTION else "figure"
    return "" if printed.lower().startswith(tuple(LABELS[other])) else printed


def fewer(number: str, by: int) -> str:
    """An Arabic or Roman number that is smaller by ``by``."""
    if not by or not number:
        return number
    if number.isdecimal():
        return str(int(number) - by)
    numerals = [roman(value) for value in range(1, 100)]
    return numerals[numerals.index(number) - by] if number in numerals[by:] else number
