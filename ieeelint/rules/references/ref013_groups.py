"""REF013: several citations in one place."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.citation_marks import BLANKS
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.citation_marks import CitationPlace
    from ieeelint.paper.model import Paper

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
        "%! word\n[Body Text] The layers [1] leak ⟦[1][1]⟧.",
        "%! word\n[Body Text] Water leaks ⟦[1] [1]⟧.",
        "%! word\n[Body Text] Water leaks ⟦[1] , [1]⟧.",
    ],
    good=[
        (
            "The interval [0, 1] and the list [1, 2] of numbers in x[1,2]. See \\cite{lima},"
            " \\cite{lima}."
        ),
        TYPED.replace("%s", "Pipes leak [1], [2]. They are old [3]–[5], see [3, Fig. 2]."),
        TYPED.replace("%s", "The value lies in [1, 2] or [1, 20]."),
        TYPED.replace("%s", "The nodes [1,2] and [3,4] are old. Pipes leak [1],~[2]. So is [3]."),
        "%! word\n[Body Text] Water<sup>[1][1]</sup> leaks. The interval [1, 1] of x in [1, 1].",
        TYPED.replace("%s", "The groups [0,1,2], [1,2,3], and [2,3,4] are old [1], [2]."),
    ],
    fixes=[
        ("See ⟦\\cite{lima}\\cite{costa}⟧.", "See \\cite{lima,costa}."),
        ("See ⟦\\cite{lima} \\cite{costa}⟧.", "See \\cite{lima,costa}."),
        ("See ⟦\\cite{lima},\\cite{costa}⟧.", "See \\cite{lima,costa}."),
        (
            TYPED.replace("%s", "Pipes leak ⟦[1-4]⟧. They are old [3], [4]."),
            TYPED.replace("%s", "Pipes leak [1], [2], [3], [4]. They are old [3], [4]."),
        ),
        (
            TYPED.replace("%s", "Pipes leak ⟦[1],[2]⟧, and they are old [3]."),
            TYPED.replace("%s", "Pipes leak [1], [2], and they are old [3]."),
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
    commands = [one for one in context.index.citations.places() if one.citation is not None]
    at = 0
    while at < len(commands):
        first = at
        while at + 1 < len(commands) and _is_joined(
            plain[commands[at].end : commands[at + 1].start]
        ):
            at += 1
        if at > first and "\n\n" not in plain[commands[first].start : commands[at].end]:
            yield _without_comma(paper, commands[first : at + 1])
        at += 1
    if commands and paper.format == "latex":
        return
    places = [place for place in context.index.citations.typed() if not place.is_raised]
    # Without a single number in brackets, they may be something else than citations.
    cites_singly = any(len(place.numbers) == 1 for place in places)
    yield from _separators(paper, places)
    for place in places:
        numbers = place.numbers + place.beyond
        if len(numbers) < 2:
            continue
        shown = " ".join(plain[place.start : place.end].split())
        span = paper.text.span(place.start, place.end)
        is_range = "–" in shown or "-" in shown
        brackets = [f"[{number}]" for number in numbers]
        is_editable = not _has_note(shown) and paper.text.is_typed(place.start, place.end)
        edit = Edit(span, ", ".join(brackets))
        fix = Fix(edit, safe=cites_singly) if is_editable else None
        if len(brackets) > MOST_SHOWN:
            brackets[2:-1] = ["…"]
        message = f'Put each citation in its own brackets: "{", ".join(brackets)}", not "{shown}".'
        yield Finding(span, message, fix, INFO if is_range else "")


def _is_joined(between: str) -> bool:
    """True if nothing separates two citations, or only a comma without a space."""
    return not between.strip(BLANKS) or between == ","


def _separators(paper: Paper, places: list[CitationPlace]) -> Iterator[Finding]:
    """Citations typed one after the other without a comma and a space: "[1][2]", "[1] ,[2]"."""
    plain = paper.text.plain
    for first, second in zip(places, places[1:]):
        between = plain[first.end : second.start]
        if not pattern(r"[ \u00a0]{0,2},?[ \u00a0]{0,2}\Z").match(between) or pattern(
            r",[ \u00a0]\Z"
        ).match(between):
            continue
        one, other = plain[first.start : first.end], plain[second.start : second.end]
        end = paper.text.span(first.start, first.end).end
        gap = paper.text.span(first.start, second.start)
        yield Finding(
            paper.text.span(first.start, second.end),
            f'Put a comma and a space between citations: "{one}, {other}", not'
            f' "{one}{between}{other}".',
            Fix(Edit(Span(gap.source, end, gap.end), ", ")),
        )


def _has_note(shown: str) -> bool:
    """True for "[1, 2, Fig. 3]", in which the note belongs to one of the works."""
    return pattern(r"\[[\d\s,;–-]+\]").fullmatch(shown) is None


def _without_comma(paper: Paper, places: list[CitationPlace]) -> Finding:
    """\\cite{a}\\cite{b}: two brackets without a comma, or without a space after it."""
    citations = [place.citation for place in places if place.citation is not None]
    span = paper.text.span(places[0].start, places[-1].end)
    fix = None
    if paper.format == "latex" and all(
        citation.command == "cite" and not citation.note and citation.span.text.startswith("\\cite")
        for citation in citations
    ):
        keys = ",".join(key for citation in citations for key, _ in citation.keys)
        fix = Fix(Edit(span, f"\\cite{{{keys}}}", on_source=True))
    between = paper.text.plain[places[0].end : places[1].start]
    missing = "space" if between == "," else "comma"
    return Finding(
        span,
        f"A {missing} is missing between these brackets. Cite these works with one \\cite{{…,…}}.",
        fix,
        INFO,
    )
