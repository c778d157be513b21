"""REF013: several citations in one place."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.citation_marks import BLANKS, citation_places, typed_citations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.rules.support.citation_marks import CitationPlace

MOST_SHOWN = 6  # brackets in a message; the fix has all of them
TYPED = "%! document\n\\documentclass[conference]{IEEEtran}\n\\begin{document}\n%s\n\\end{document}"


@rule(
    "REF013",
    "cite-grouping",
    WARNING,
    "IEEE Reference Guide",
    bad=[
        TYPED.replace("%s", "Pipes leak ⟦[1,2]⟧. They are old [3], [4]."),
        TYPED.replace("%s", "Pipes leak ⟦[1-4]⟧. They are old [3], [4]."),
    ],
    good=[
        (
            "The interval [0, 1] and the list [1, 2] of numbers in x[1,2]. See \\cite{lima},"
            " \\cite{lima}."
        ),
        TYPED.replace("%s", "Pipes leak [1], [2]. They are old [3]–[5], see [3, Fig. 2]."),
        TYPED.replace("%s", "The value lies in [1, 2] or [1, 20]."),
    ],
    fixes=[
        ("See ⟦\\cite{lima}\\cite{costa}⟧.", "See \\cite{lima,costa}."),
        ("See ⟦\\cite{lima} \\cite{costa}⟧.", "See \\cite{lima,costa}."),
        (
            TYPED.replace("%s", "Pipes leak ⟦[1-4]⟧. They are old [3], [4]."),
            TYPED.replace("%s", "Pipes leak [1], [2], [3], [4]. They are old [3], [4]."),
        ),
    ],
)
def grouping(context: Context) -> Iterator[Finding]:
    """Several citations have separate brackets with commas between them: [1], [2].

    In LaTeX, name all keys in one \\cite. The guide of 2025 has no ranges: write
    [1], [2], [3]. The output of the package cite, such as [1]–[3], is accepted.
    """
    paper = context.paper
    plain = paper.text.plain
    commands = [place for place in citation_places(paper) if place.citation is not None]
    at = 0
    while at < len(commands):
        first = at
        while at + 1 < len(commands) and not plain[commands[at].end : commands[at + 1].start].strip(
            BLANKS
        ):
            at += 1
        if at > first and "\n\n" not in plain[commands[first].start : commands[at].end]:
            yield _without_comma(paper, commands[first : at + 1])
        at += 1
    if commands and paper.format == "latex":
        return
    for place in typed_citations(paper):
        if len(place.numbers) < 2:
            continue
        shown = " ".join(plain[place.start : place.end].split())
        span = paper.text.span(place.start, place.end)
        is_range = "–" in shown or "-" in shown
        brackets = [f"[{number}]" for number in place.numbers]
        is_editable = not _has_note(shown) and paper.text.is_typed(place.start, place.end)
        fix = Fix(Edit(span, ", ".join(brackets))) if is_editable else None
        if len(brackets) > MOST_SHOWN:
            brackets[2:-1] = ["…"]
        message = f'Put each citation in its own brackets: "{", ".join(brackets)}", not "{shown}".'
        yield Finding(span, message, fix, INFO if is_range else "")


def _has_note(shown: str) -> bool:
    """True for "[1, 2, Fig. 3]", in which the note belongs to one of the works."""
    return pattern(r"\[[\d\s,;–-]+\]").fullmatch(shown) is None


def _without_comma(paper: Paper, places: list[CitationPlace]) -> Finding:
    """\\cite{a}\\cite{b}: two brackets without a comma."""
    citations = [place.citation for place in places if place.citation is not None]
    span = paper.text.span(places[0].start, places[-1].end)
    fix = None
    if paper.format == "latex" and all(
        citation.command == "cite" and not citation.note and citation.span.text.startswith("\\cite")
        for citation in citations
    ):
        keys = ",".join(key for citation in citations for key, _ in citation.keys)
        fix = Fix(Edit(span, f"\\cite{{{keys}}}", on_source=True))
    return Finding(
        span,
        "A comma is missing between these brackets. Cite these works with one \\cite{…,…}.",
        fix,
        INFO,
    )
