"""Abbreviations that are probably slips of the keyboard for others of the same draft."""

from __future__ import annotations

from ieeelint.paper.expansions import spells
from ieeelint.patterns import pattern
from ieeelint.rules.support.abbreviation_words import known_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context

SHORTEST = 4  # letters; two short abbreviations may differ by chance
USES = 3  # of the right one: it is not a slip itself


def slip_for(context: Context, token: str) -> str:
    """A frequent abbreviation of the draft with two neighboring letters the other way round, or the
    plural of a known one that is typed in capitals: URLS.

    Empty for a token that is used as often itself.
    """
    uses = context.index.abbreviations.uses
    if len(token) < SHORTEST or len(uses.get(token, ())) >= USES:
        return ""
    one = token[:-1]
    if token[-1] == "S" and (one in known_words(context) or len(uses.get(one, ())) >= USES):
        return one + "s"
    for at in range(len(token) - 1):
        swapped = token[:at] + token[at + 1] + token[at] + token[at + 2 :]
        if swapped != token and len(uses.get(swapped, ())) >= USES:
            return swapped
    return ""


def misspelled_definitions(context: Context) -> list[tuple[str, int, str]]:
    """Token, position, and the abbreviation that the words before it spell instead: "root mean
    square error (EMSE)" in a draft with "root mean square error (RMSE)".
    """
    abbreviations = context.index.abbreviations
    small_words = context.vocabulary.abbreviations.small_words
    plain = context.paper.text.plain
    right = {d.token: d.expansion for d in abbreviations.definitions if d.is_strong}
    gaps: dict[str, list[str]] = {}
    for other in right if abbreviations.alone else ():
        for gap in _with_gaps(other):
            gaps.setdefault(gap, []).append(other)
    found = []
    for token, places in abbreviations.alone.items():
        if token in right:
            continue
        alike = [other for gap in _with_gaps(token) for other in gaps.get(gap, ())]
        for place in places if alike else ():
            before = pattern(r"[\w\s-]+$").search(plain, max(0, place - 120), place - 1)
            words = before[0].split() if before else []
            for other in alike:
                count = len(right[other].split())
                if len(words) >= count and spells(
                    other, " ".join(words[-count:]), small_words, True
                ):
                    found.append((token, place, other))
    return found


def _with_gaps(token: str) -> list[str]:
    """The token without each of its letters; one with another letter there has the same gap."""
    if len(token) <= 2:
        return []
    return [f"{token[:at]} {token[at + 1 :]}" for at in range(len(token))]
