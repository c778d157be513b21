"""Typed citations that no bracket of the list answers: beyond it, or raised."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.text import SUPERSCRIPT
from ieeelint.paper.zones import HEADING, RUNNING
from ieeelint.patterns import pattern
from ieeelint.rules.support.citation_marks import (
    BRACKET,
    CitationPlace,
    is_partial,
    may_cite,
    typed_citations,
    written_out,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper

MOST_SHOWN = 5  # findings; a draft with more has lost part of its list
LARGEST = 199  # [300] is not a citation of a short list
RAISED = r"\s?\[?\s?[1-9]\d{0,2}(?:\s?[,;–-]\s?[1-9]\d{0,2})*\s?\]?\s?\Z"
FEWEST_RAISED = 2


def beyond_list(context: Context) -> Iterator[Finding]:
    """Numbers in brackets that are larger than the list of references is long."""
    paper = context.paper
    if not paper.references or is_partial(paper):
        return
    if _uses_commands(paper) or paper.format == "latex" and not typed_citations(paper):
        return  # brackets have many other uses
    most = max(len(paper.references), *(_number(entry.key) for entry in paper.references))
    found = list(_beyond(context, most))
    count = f"has {most} entries" if most > 1 else "has one entry"
    for place, numbers in found[:1] if len(found) > MOST_SHOWN else found:
        shown = ", ".join(f"[{number}]" for number in numbers[:3])
        more = f" ({len(found)} citations lead nowhere)" if len(found) > MOST_SHOWN else ""
        yield Finding(
            paper.text.span(place.start, place.end),
            f"There is no reference {shown}: the list {count}{more}. Add the entry, or correct"
            " the number.",
        )


def _uses_commands(paper: Paper) -> bool:
    """True if a LaTeX draft cites with commands."""
    return paper.format == "latex" and any(place.position >= 0 for place in paper.citations)


def _number(key: str) -> int:
    """The number that a typed key is, 0 for another key."""
    return int(key) if key.isascii() and key.isdecimal() and len(key) < 4 else 0


def _beyond(context: Context, most: int) -> Iterator[tuple[CitationPlace, list[int]]]:
    """The places that cite numbers beyond the list, with these numbers."""
    paper = context.paper
    plain = paper.text.plain
    others = context.vocabulary.citations.citations.not_before_citation
    last = 0  # the end of the bracket before, if it is not a citation
    for match in paper.find(pattern(BRACKET), RUNNING | {HEADING}):
        word = pattern(r"(\w+)\s{0,2}\Z").search(plain, max(0, match.start() - 30), match.start())
        follows = last and not plain[last : match.start()].strip(" ,andor")
        if follows or (word and word[1].lower() in others):
            last = match.end()
            continue
        last = 0
        numbers = [number for number in written_out(match[1]) if number > most]
        if (
            numbers
            and max(numbers) <= LARGEST
            and may_cite(plain, match.start(), match.end(), True)
            and not context.index.is_mention(match.start())
        ):
            yield CitationPlace(match.start(), match.end(), None, numbers), numbers


def raised_numbers(paper: Paper) -> list[CitationPlace]:
    """Raised numbers that cite: several, each after a word or a sign, none beyond the list."""
    most = len(paper.references)
    if not most or _uses_commands(paper):
        return []  # in LaTeX, raised numbers next to commands may be notes
    plain = paper.text.plain
    places = []
    for mark in paper.text.marks_of(SUPERSCRIPT):
        words = plain[mark.start : mark.end]
        if len(words) > 30 or not pattern(RAISED).match(words):
            continue
        if not pattern(r"[^\W\d_]{3,}[.,;:]?\s?\Z").search(
            plain, max(0, mark.start - 12), mark.start
        ):
            continue  # 10³, m², x²
        numbers = written_out(words.strip(" []"))
        if numbers and max(numbers) <= most and paper.passage_at(mark.start).zone in RUNNING:
            places.append(CitationPlace(mark.start, mark.end, None, numbers))
    count = sum(len(place.numbers) for place in places)
    return places if count >= FEWEST_RAISED else []
