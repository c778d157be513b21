"""Citations by author and year: "(Lima et al., 2019)", "Lima and Costa (2019)"."""

from __future__ import annotations

from ieeelint.paper.zones import RUNNING
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context

NAME = r"[A-Z\u00c0-\u024f][^\W\d_]{1,20}(?:-[A-Z][^\W\d_]{1,20})?"
OTHERS = rf",?\set\sal\.?|(?:,\s{NAME}){{0,3}},?\s(?:and|&)\s{NAME}"
YEAR = r"(?P<year>(?:19|20)[0-9]{2})[a-z]?"
# "(see Lima et al., 2019; Costa, 2020)"
IN_PARENTHESES = (
    rf"\((?:e\.g\.,?\s|see\s|cf\.\s)?(?P<name>{NAME})(?P<others>{OTHERS})?,\s{YEAR}"
    r"(?:\)|(?P<more>[;,]\s[A-Z]))"
)
# "Lima et al. (2019)"
IN_SENTENCE = rf"\b(?P<name>{NAME})(?P<others>{OTHERS})?\s\({YEAR}\)"
FEWEST = 2


class AuthorYear:
    """A citation from ``start`` to ``end``; ``numbers`` are those of the entries of the list that
    have the name and the year.
    """

    __slots__ = ("start", "end", "numbers")

    def __init__(self, start: int, end: int, numbers: list[int]) -> None:
        self.start = start
        self.end = end
        self.numbers = numbers


def author_year_citations(context: Context) -> list[AuthorYear]:
    """The citations by author and year; empty if there are less than two.

    "(Porto, 2019)" and "Porto (2019)" cite only if the list has such a work. A name before a
    number in brackets is part of a numbered citation.
    """
    paper = context.paper
    plain = paper.text.plain
    if not pattern(r"[ (](?:19|20)[0-9]{2}[a-z]?[);,]").search(plain):
        return []
    entries = [entry.passage.plain for entry in paper.references]
    numbered = {paper.passage_at(place.start).start for place in context.index.citations.places()}
    found = []
    for expression in (IN_PARENTHESES, IN_SENTENCE):
        for match in paper.find(pattern(expression), RUNNING):
            numbers = _cited(entries, match["name"], match["year"])
            is_sure = match["others"] or numbers or match.groupdict().get("more")
            if not is_sure or context.index.is_mention(match.start()):
                continue
            if expression == IN_SENTENCE and paper.passage_at(match.start()).start in numbered:
                continue
            found.append(AuthorYear(match.start(), match.end(), numbers))
    found.sort(key=lambda citation: citation.start)
    return found if len(found) >= FEWEST else []


def cited_by_year(context: Context) -> set[int]:
    """The numbers of the entries that the draft cites by author and year."""
    return {number for citation in author_year_citations(context) for number in citation.numbers}


def _cited(entries: list[str], name: str, year: str) -> list[int]:
    """The numbers of the entries with this name and year."""
    word = pattern(r"\w+").findall
    return [
        number
        for number, words in enumerate(entries, 1)
        if year in words and name in words and set(word(name)) <= set(word(words))
    ]
