"""ANO002: who paid for the work."""

from __future__ import annotations

from ieeelint.paper.zones import THANKS
from ieeelint.rules import ERROR, rule
from ieeelint.rules.support.funding import funding_sentences
from ieeelint.rules.support.leaks import leak, notes_of, replaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.finding import Finding

CALLS = "calls for papers with double-anonymous review"
HIDDEN = "%! anonymous\n%! author\nAnonymous Authors\n"


@rule(
    "ANO002",
    "anonymous-funding",
    ERROR,
    CALLS,
    bad=[
        (
            HIDDEN + "%! title\n"
            "Steady Flow\\thanks{⟦This work was supported by the Flow Foundation.⟧}"
        ),
        (
            HIDDEN + "%! body\n"
            "⟦This research was partially funded by the Sand Council under Grant 42-17.⟧"
        ),
        (
            HIDDEN + "%! body\n"
            "Water is wet. ⟦The authors received funding from the Ministry of Sand.⟧"
        ),
        (
            "%! word\n%! anonymous\n"
            "[Body Text] This study was financed by the Flow Foundation (Grant FF-1234)."
        ),
        HIDDEN + "%! body\n⟦Funding: Flow Foundation, Grant FF-12.⟧",
        "%! word\n%! anonymous\n[sponsors] The pump was financed by the Sand Council.",
    ],
    good=[
        "This research was partially funded by the Sand Council under Grant 42-17.",
        HIDDEN + "%! body\nThe claim is supported by data.",
        (
            HIDDEN + "%! body\n"
            "Dams are often funded by the Ministry of Water, and this work studies them."
        ),
        (HIDDEN + "%! body\nThe bridge is supported by twelve piles."),
        (
            HIDDEN + "%! title\n"
            "Steady Flow\\thanks{This research received no grant from any funding agency.}"
        ),
        "%! word\n%! anonymous\n[Body Text] The model is supported by the data of Lima [1].",
    ],
    english=True,
)
def funding(context: Context) -> Iterator[Finding]:
    """A draft for double-anonymous review does not say who paid for the work.

    Sponsors and numbers of grants show the laboratory. Delete the sentence, and restore it in the
    final paper.
    """
    if not context.profile.anonymous:
        return
    text, notes = context.paper.text, notes_of(context)
    for start, end, passage in funding_sentences(context):
        span = text.span(start, start + len(text.plain[start:end].rstrip()))
        call = notes.around(passage.span) if passage.zone == THANKS else None
        whole = call or (passage.span if passage.zone == THANKS else span)
        message = (
            "This sentence says who paid for the work, which identifies the authors. Delete it, and"
            " restore it after the review."
        )
        yield leak(span, message, [replaced(whole, "")])
