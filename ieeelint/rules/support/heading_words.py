"""Abbreviations in titles and headings: which of them a reader would stumble over."""

from __future__ import annotations

from ieeelint.rules.support.abbreviation_words import is_candidate, is_in_name, known_words, names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Passage


def avoidable(
    context: Context, passage: Passage, tiers: tuple[str, ...] = ("tier_a", "tier_b")
) -> Iterator[tuple[str, int, int]]:
    """The abbreviations of a passage that are in none of the ``tiers``: token, start, end."""
    if passage.plain.isupper():
        return  # typed in capitals throughout: which words are abbreviations cannot be told
    known = known_words(context, tiers) | names(context)
    uses = context.index.abbreviations.uses
    for token in uses:
        for start in uses[token]:
            if not passage.start <= start < passage.end or token in known:
                continue
            if is_candidate(context, token) and not is_in_name(context.paper, token, start):
                yield token, start, start + len(token)
