"""Typed citations that lead nowhere: their numbers are beyond the list."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.zones import HEADING, RUNNING
from ieeelint.rules.support.citation_marks import is_partial

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

MOST_SHOWN = 5  # findings; a draft with more has lost part of its list


def beyond_list(context: Context) -> Iterator[Finding]:
    """Numbers in brackets that are larger than the list of references is long."""
    paper = context.paper
    if not paper.references or is_partial(paper):
        return
    citations = context.index.citations
    found = [
        place
        for place in citations.typed(RUNNING | {HEADING})
        if place.beyond and not context.index.is_mention(place.start)
    ]
    most = citations.most
    count = f"has {most} entries" if most > 1 else "has one entry"
    for place in found[:1] if len(found) > MOST_SHOWN else found:
        shown = ", ".join(f"[{number}]" for number in place.beyond[:3])
        more = f" ({len(found)} citations lead nowhere)" if len(found) > MOST_SHOWN else ""
        yield Finding(
            paper.text.span(place.start, place.end),
            f"There is no reference {shown}: the list {count}{more}. Add the entry, or correct"
            " the number.",
        )
