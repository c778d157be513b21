"""Sentences that say who paid for the work."""

from __future__ import annotations

from ieeelint.paper.zones import ABSTRACT, CAPTION, FOOTNOTE, PROSE, TABLE_NOTE, THANKS
from ieeelint.patterns import any_of, pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.zones import Passage

ZONES = (PROSE, ABSTRACT, CAPTION, FOOTNOTE, TABLE_NOTE, THANKS)
PAID = (
    r"(?i:supported|funded|financed|sponsored|subsidi[sz]ed|financial\ssupport|funding|grants?"
    r"|scholarship|fellowship)"
)
# "This work was partially supported by", "The authors acknowledge the funding of"
OWN = (
    r"\b(?:(?:[Tt]his|[Tt]he\spresent|[Oo]ur|[Tt]he\s(?:reported|underlying))\s(?:\w+\s){0,2}?"
    r"(?:work|research|study|project|paper|article|material|publication|investigation)s?"
    r"|[Tt]he\s(?:\w+\s)?authors?|[Ww]e|[Rr]esearch|[Ww]ork)\b"
)
BETWEEN = r"(?:\s[\w(),*-]+){0,9}?\s"
NOBODY = r"\b(?:no|not|any)\s(?:\w+\s){0,3}?(?:funding|grants?|support(?:ed)?|funded)\b"
RECEIVED = r"\b(?:received|acknowledges?|acknowledged|thanks?|gratefully)\b"
BY = r"(?:\s[\w(),-]+){0,4}?\s(?:by|from|under|through|of|via|within|with)\b"
NUMBER = (
    r"\b(?:[Gg]rants?|[Aa]wards?|[Cc]ontracts?|[Pp]roject|[Ff]unding)\s(?:[Aa]greement\s|[Rr]eference\s)?"
    r"(?:(?:[Nn]os?\.|[Nn]umbers?|ID|\#)\s?)?[\w/.-]*\d[\w/.-]*\d"
)


def funding_sentences(context: Context) -> Iterator[tuple[int, int, Passage]]:
    """Start and end of each sentence about funding, outside the Acknowledgment, and its passage."""
    paper, plain = context.paper, context.paper.text.plain
    seen = -1
    for passage in paper.passages_in(*ZONES):
        for match in pattern(rf"\b{PAID}\b", 2).finditer(passage.plain):
            at = passage.start + match.start()
            if at < seen:
                continue
            start, end = context.index.sentence(at)
            start, end = max(start, passage.start), min(end, passage.end)
            if names_sponsor(context, plain[start:end], passage.zone == THANKS):
                seen = end
                yield start, end, passage


def names_sponsor(context: Context, sentence: str, is_note: bool) -> bool:
    """True if a sentence says that somebody paid for this work; ``is_note`` for a note of the first
    page, where the subject may be anything.
    """
    if pattern(NOBODY).search(sentence):
        return False
    if not any(pattern(expression).search(sentence) for expression in _claims(is_note)):
        return False
    sponsors = any_of(context.vocabulary.acknowledgment.sponsors)
    signs = r"[A-Z]{3,}|[A-Z][a-z]+[A-Z]|\b[Nn]o\.|[a-z]\s[A-Z][a-z]+\s[A-Z]"
    return pattern(rf"\b{sponsors}\b|{signs}").search(sentence) is not None


def _claims(is_note: bool) -> tuple[str, ...]:
    paid_by = rf"{PAID}{BY}"
    claims = (
        rf"{OWN}{BETWEEN}{paid_by}",
        rf"{OWN}{BETWEEN}{RECEIVED}{BETWEEN}{PAID}\b",
        rf"{PAID}\b.{{0,200}}?{NUMBER}",
    )
    return (*claims, rf"\b{paid_by}", NUMBER) if is_note else claims
