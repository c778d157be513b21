"""Lines of author blocks: words, spans, addresses and places, for the AUT rules."""

from __future__ import annotations

from ieeelint.paper.text import CODE
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper
    from ieeelint.paper.source import Span
    from ieeelint.paper.zones import Passage

EMAIL = r"[\w.+{},| -]{1,80}@|\[at\]|\be-?mail\b"
ORCID = r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]|orcid"


def words_of(passage: Passage | None) -> str:
    """The words of a line with single spaces; empty without a line."""
    return " ".join(passage.plain.split()) if passage is not None else ""


def line_span(paper: Paper, passage: Passage) -> Span:
    """The span of a line without the whitespace around it."""
    start = passage.start + len(passage.plain) - len(passage.plain.lstrip())
    return paper.text.span(start, start + len(passage.plain.strip()))


def is_address(words: str) -> bool:
    """True for a line with an e-mail address, an ORCID or a URL."""
    return bool(pattern(EMAIL, 2).search(words) or pattern(ORCID, 2).search(words)) or CODE in words


def ends_in_country(words: str, countries: frozenset[str]) -> bool:
    """True when a line names a country, alone or after a comma, or has the code of a country or a
    state after a comma: "Vienna, AT", "Reno, NV 89501", "Reno, NV USA". A short line need not have
    the comma: "Porto Portugal".
    """
    words = pattern(r"\s?\([^()]*\)").sub("", words)
    last = words.split()
    if len(last) in (2, 3) and "of" not in last and last[-1].strip(".").lower() in countries:
        return True
    return any(
        part.strip(" .0123456789-–").lower() in countries or part.strip().lower() in countries
        for part in pattern(r",\s?[A-Z]{2}\s").sub(",", words).split(",")
    ) or bool(pattern(r"[^,]*[a-z][^,]*,\s?[A-Z]{2}(?:[\s-][\d -]{3,12})?\.?$").match(words))


def may_name_place(words: str) -> bool:
    """True for lines with several commas or in another script, whose places are not checked."""
    return words.count(",") > 1 or any(
        "\u0370" <= letter < "\ue000" and letter.isalpha() for letter in words
    )
