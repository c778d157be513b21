"""The order of figures and tables in the draft, and the order of their citations."""

from __future__ import annotations

from bisect import bisect_right

from ieeelint.paper.seeking import items_from
from ieeelint.paper.zones import ABSTRACT, BODY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.floats import Float
    from ieeelint.paper.model import Paper
    from ieeelint.rules.support.floats import Numbered, Use


def is_teaser(paper: Paper, item: Numbered) -> bool:
    """True for a float before the first heading: a teaser or graphical abstract."""
    return not paper.headings or item.holder.order < paper.headings[0].order


def first_in_text(paper: Paper, item: Numbered) -> Use | None:
    """The first citation in running text, not in captions and tables."""
    for use in item.uses:
        if use.position >= 0:
            zone = paper.passage_at(use.position).zone
            if zone in BODY or zone == ABSTRACT:
                return use
    return None


def out_of_order(paper: Paper, items: list[Numbered]) -> list[tuple[Numbered, Use, Numbered]]:
    """The fewest items whose first citation breaks the order of the numbers.

    Each comes with that citation and with a neighbor on the wrong side of it.
    """
    cited = [(item, use) for item in items if (use := first_in_text(paper, item)) is not None]
    # The longest increasing sequence, from the end: of two exchanged figures the first is kept.
    tails: list[int] = []  # the last citation (negated) of the best sequence of each length
    ends: list[int] = []  # and its index in ``cited``
    previous: list[int] = []
    for back, (_, use) in enumerate(reversed(cited)):
        i = len(cited) - 1 - back
        length = bisect_right(tails, -use.position)
        previous.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [-use.position]
        ends[length : length + 1] = [i]
    previous.reverse()
    kept = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.add(at)
        at = previous[at]
    broken = []
    for i, (item, use) in enumerate(cited):
        if i in kept:
            continue
        late = [
            other for j, (other, cite) in enumerate(cited) if j < i and cite.position > use.position
        ]
        early = [
            other for j, (other, cite) in enumerate(cited) if j > i and cite.position < use.position
        ]
        broken.append((item, use, late[0] if late else early[-1]))
    return broken


def is_early(paper: Paper, item: Numbered, starts: list[int]) -> bool:
    """True when the float comes well before its first citation; ``starts`` are those of passages.

    A float that LaTeX may move can come one paragraph early: it prints at the
    top of the next page anyway.
    """
    use = first_in_text(paper, item)
    caption = item.caption.passage
    if use is None or use.position < caption.start or caption.start == caption.end:
        return False
    if use.span.source is item.holder.span.source and use.span.start < item.holder.span.end:
        return False
    grace = 0 if is_here(item.holder) or paper.format != "latex" else 1
    for passage in items_from(paper.passages, bisect_right(starts, caption.start)):
        if passage.zone in BODY:
            if use.position < passage.end + 2:
                return grace < 1
            if grace < 1:
                return True
            grace -= 1
    return True


def is_here(holder: Float) -> bool:
    """True for a placement that allows only "here": ``h``, ``h!``, ``H``."""
    letters = (holder.placement or "").replace("!", "").replace(" ", "")
    return "H" in letters or letters == "h"
