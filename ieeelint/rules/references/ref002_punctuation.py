"""REF002: the punctuation around a citation."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.citation_marks import BLANKS
from ieeelint.paper.source import Span
from ieeelint.paper.text import CITE
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.citation_marks import follows_abbreviation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.citation_marks import CitationPlace
    from ieeelint.paper.model import Paper

TYPED = "%! document\n\\documentclass[conference]{IEEEtran}\n\\begin{document}\n%s\n\\end{document}"
# Between two citations of one group: "[1], [2]", "[1]–[3]", "[1][2]".
BETWEEN_CITATIONS = r"[\s\u00a0]{0,2}(?:,|–|-|;|and)?[\s\u00a0]{0,2}\Z"
# After a citation: the end of the paragraph, or whitespace and the start of a sentence.
SENTENCE_ENDS = r"\Z|\n\n|[\s\u00a0]{1,3}(?:[A-Z“(\ue000\u00c0-\u00de]|\Z)"


@rule(
    "REF002",
    "cite-before-punctuation",
    WARNING,
    "IEEE conference template, References; IEEE Reference Guide",
    bad=[
        "It flows. ⟦\\cite{lima}⟧ Sand does not.",
        "It flows.⟦\\cite{lima}⟧ In 2008 it did not.",
        "It flows, ⟦\\cite{lima}⟧.",
        "It flows. ⟦\\cite{lima}⟧. Sand does not.",
        TYPED.replace("%s", "Sand flows [1] and sinks. ⟦[3][4]⟧. It does not [4]."),
        TYPED.replace("%s", "It flows.⟦[3]⟧ Sand does not [4], says Lima [5]."),
    ],
    good=[
        (
            "As Lima et al.~\\cite{lima} wrote, i.e.,~\\cite{lima} and Flow Inc.~\\cite{lima}, it"
            " flows."
        ),
        "It flows. \\cite{lima} says so. In sand, \\cite{lima} found more.",
        (
            "See Fig.~2 of vol.~\\cite{lima}. See pipes, sand, etc.~\\cite{lima}. In"
            " sand,~\\cite{lima} found more."
        ),
        "It flows~\\cite{lima}. Sand does not~\\cite{lima}.",
        "How it flows! \\cite{lima}. So say Lima et al. \\cite{lima}. It flows, etc. \\cite{lima}.",
        "We list some: \\cite{lima}. It flows and flows \\ldots~\\cite{lima}",
        "Put it ``before the period.\\cite{lima}'' or not.",
        "\\begin{itemize}\\item Sand flows. \\item \\cite{lima} Pipes leak.\\end{itemize}",
        "\n\n\\cite{lima} Measures sand. \\cite{costa} Measures water.",
    ],
    fixes=[
        ("It flows.⟦\\cite{lima}⟧ Sand does not.", "It flows~\\cite{lima}. Sand does not."),
        ("It flows. ⟦\\cite{lima}⟧. Sand does.", "It flows \\cite{lima}. Sand does."),
        ("It flows.~⟦\\cite{lima}⟧ Sand does not.", "It flows~\\cite{lima}. Sand does not."),
        (
            "It flows.⟦\\cite{lima}⟧, \\cite{lima}\n\nSand does not.",
            "It flows~\\cite{lima}, \\cite{lima}.\n\nSand does not.",
        ),
    ],
)
def before_punctuation(context: Context) -> Iterator[Finding]:
    """The punctuation of a sentence comes after the citation: "as shown [3]." """
    paper = context.paper
    plain = paper.text.plain
    places = context.index.citations.places()
    at = 0
    while at < len(places):
        first = places[at]
        while at + 1 < len(places) and _is_grouped(plain, places[at], places[at + 1]):
            at += 1
        last = places[at]
        at += 1
        start = stop = first.start
        while stop and plain[stop - 1] in BLANKS:
            stop -= 1
        passage = paper.passage_at(start)
        if (
            stop <= passage.start
            or context.index.is_mention(start)
            or plain[stop - 1] not in ".!?,"
        ):
            continue
        sign = plain[stop - 1]
        if sign == ",":
            # "It flows, [3]." has a comma too many, but not "in sand, [3] found".
            if not pattern(r"\.(?:\Z|\s)").match(plain, last.end) or not _is_plain_comma(
                plain, stop, passage.start
            ):
                continue
            fix = Fix(Edit(paper.text.span(stop - 1, stop), ""), safe=False)
            yield Finding(
                _span(paper, first, last),
                "The citation ends the sentence. Delete the comma before it.",
                fix,
            )
            continue
        if follows_abbreviation(context, stop):
            continue
        if sign == "." and pattern(rf"\.(?:{SENTENCE_ENDS})").match(plain, last.end):
            yield Finding(
                _span(paper, first, last),
                "A period is before and after the citation. Delete the one before it.",
                Fix(Edit(paper.text.span(stop - 1, stop), ""), safe=False),
            )
            continue
        if not pattern(SENTENCE_ENDS).match(plain, last.end):
            continue
        if plain[last.end : passage.end].strip() and _opens_with_citation(plain, passage.start):
            continue  # the bracket may belong to the next sentence, as the first one does
        yield Finding(
            _span(paper, first, last),
            f'Put the "{sign}" after the citation, not before it.',
            _sign_moved(paper, stop, first, last),
        )


def _opens_with_citation(plain: str, start: int) -> bool:
    """True if a citation is the first thing in the paragraph at ``start``."""
    return pattern(rf"\s*(?:{CITE}|\[\d)").match(plain, start) is not None


def _is_grouped(plain: str, left: CitationPlace, right: CitationPlace) -> bool:
    """True if only a separator is between two citations."""
    between = plain[left.end : right.start]
    return len(between) < 8 and pattern(BETWEEN_CITATIONS).match(between) is not None


def _is_plain_comma(plain: str, stop: int, start: int) -> bool:
    """True for a comma after an ordinary word, not for "i.e.," or a comma in an enumeration."""
    words = plain[max(start, stop - 40) : stop - 1].split()
    return bool(words) and words[-1][-1:].isalpha() and "," not in "".join(words[:-1])


def _span(paper: Paper, first: CitationPlace, last: CitationPlace) -> Span:
    return paper.text.span(first.start, last.end)


def _sign_moved(paper: Paper, stop: int, first: CitationPlace, last: CitationPlace) -> Fix | None:
    """The sign moved from before the citations to after them; a tie where there was no space."""
    if not paper.text.is_typed(stop - 1, stop):
        return None
    span = _span(paper, first, last)
    insertion = Edit(Span(span.source, span.end, span.end), paper.text.plain[stop - 1])
    tie = "" if stop < first.start else "~" if paper.format == "latex" else " "
    return Fix(Edit(paper.text.span(stop - 1, stop), tie), insertion)
