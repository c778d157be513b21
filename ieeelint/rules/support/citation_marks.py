"""Periods of abbreviations before citations, and drafts that were read only in part."""

from __future__ import annotations

from ieeelint.paper.citation_marks import LONGEST_WORD
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context
    from ieeelint.paper.model import Paper


def follows_abbreviation(context: Context, stop: int) -> bool:
    """True if the period before ``stop`` belongs to "al.", "Inc.", an initial or an ellipsis."""
    match = pattern(r"([\w.]+)[ \u00a0]?\.\Z").search(
        context.paper.text.plain, max(0, stop - LONGEST_WORD), stop
    )
    if match is None:
        return False
    word = match[1]
    if word.endswith(".."):
        return True
    word = word.removesuffix(".")  # "et al.." has one period too many
    last = word.rpartition(".")[2]
    if len(last) == 1 and "A" <= last <= "Z":
        return True
    abbreviations = context.vocabulary.citations.citations.abbreviations
    return any(word == known or word.endswith("." + known) for known in abbreviations)


def is_partial(paper: Paper) -> bool:
    """True if a part of the draft could not be read, so that nothing counts as missing."""
    return paper.is_fragment or any(
        problem.kind in ("missing-file", "unreadable", "cycle") for problem in paper.problems
    )
