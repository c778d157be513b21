"""FTN002, 003: footnotes are not on headings or references, and follow punctuation."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.paper.text import MATH, NOTE, QUANTITY, SUPERSCRIPT
from ieeelint.paper.zones import HEADING, PROSE, REFERENCE
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, INFO, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

STOPS = (".", ",", ";", ":")
CLAUSE = "IEEE conference template, References (footnotes)"


@rule(
    "FTN002",
    "footnote-not-in-abstract-or-references",
    ERROR,
    CLAUSE,
    bad=[
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima⟦\\footnote{In Porto.}⟧, ``Pipes,'' \\emph{J. Flow}, vol. 1, "
            "2020."
        ),
        "\\section{Method⟦\\footnote{Ours.}⟧}",
        "\\subsection[Method]{Method⟦\\footnotemark⟧}",
    ],
    good=["Water flows.\\footnote{Slowly.}", "%! title\nPipes\\thanks{By Lima.}"],
)
def not_in_references(context: Context) -> Iterator[Finding]:
    """Put no footnote on an entry of the reference list or on a heading.

    Write the words in the entry, or put the footnote on a word of the text
    below the heading. ABS003 and TTL003 report footnotes in the abstract and
    the title.
    """
    for note in context.paper.footnotes:
        if note.command == "thanks":
            continue
        if note.zone == REFERENCE:
            yield Finding(
                note.span,
                "A reference list has no footnotes. Write the words in the entry or in the text.",
            )
        elif note.zone == HEADING:
            message = "Do not put a footnote on a heading. Attach it to the text below."
            yield Finding(note.span, message, None, WARNING)


@rule(
    "FTN003",
    "footnote-mark-position",
    INFO,
    "IEEE Editorial Style Manual; The Chicago Manual of Style",
    bad=[
        "Water flows⟦\\footnotemark⟧, sand does not.\\footnotetext{Slowly.}",
        (
            "It leaks.\\footnotemark[2] It"
            " flows.⟦\\footnotemark[1]⟧\\footnotetext[1]{Old.}\\footnotetext[2]{New.}"
        ),
    ],
    good=[
        "Water flows.\\footnote{Slowly.} It does (in pipes\\footnote{Narrow ones.}).",
        "Water flows---slowly\\footnote{Very.}---in pipes. It has \\footnotesize small letters.",
        (
            "It has $x$ pipes\\footnote{Many.} and sand, $y$\\footnote{Few.}, of"
            " 5~m\\footnote{Long.} length."
        ),
        (
            "It flows.\\footnote{Slowly.}\\textsuperscript{,}\\footnote{Very.} It ends%\n"
            "\\footnote{Soon.} here."
        ),
        (
            "L'eau coule dans les tuyaux de la maison et ne gèle pas en hiver, car elle est dans le"
            " sol avec le sable\\footnote{Lentement.}. Il est clair que le sable ne coule pas."
        ),
        "Water flows\\footnote{Slowly.}... and stops. It is\\footnotemark.5 of it.",
        "It flows.\\footnotemark[1] It leaks.\\footnotemark[2] It ends.\\footnotemark[2]",
    ],
    fixes=[
        (
            "Water flows⟦\\footnote{Slowly.}⟧. Sand does not.",
            "Water flows.\\footnote{Slowly.} Sand does not.",
        ),
        ("Water flows ⟦\\footnote{Slowly.}⟧ in pipes.", "Water flows\\footnote{Slowly.} in pipes."),
        (
            "Water flows.⟦\\footnote{Slowly.}⟧. Sand does not.",
            "Water flows.\\footnote{Slowly.} Sand does not.",
        ),
        (
            "Water flows ⟦\\footnote{Slowly.}⟧. Sand does not.",
            "Water flows.\\footnote{Slowly.} Sand does not.",
        ),
        ("It flows, sinks, ⟦\\footnote{Slowly.}⟧.", "It flows, sinks,\\footnote{Slowly.}."),
    ],
)
def mark_position(context: Context) -> Iterator[Finding]:
    """Put the mark of a footnote directly after its word and after punctuation, but before a dash.

    Marks come in the order of their numbers. In other languages than English, the mark may come
    before the punctuation.
    """
    paper = context.paper
    plain = paper.text.plain
    highest = 0
    for note in paper.footnotes:
        at = note.position
        if at < 1 or note.zone != PROSE or note.command not in ("footnote", "footnotemark"):
            continue
        number = pattern(r"\\footnotemark\s{0,3}\[\s{0,3}([0-9]{1,3})\s{0,3}\]").match(
            note.span.source.text, note.span.start
        )
        if number:
            if int(number.group(1)) < highest:
                yield Finding(
                    note.span,
                    f"The mark {number.group(1)} comes after {highest}. Number the marks in order.",
                )
            highest = max(highest, int(number.group(1)))
        start = at
        while start and plain[start - 1] in " \n\u00a0\u2009":
            start -= 1
        before, after = plain[start - 1 : start], plain[at + 1 : at + 2]
        if not before or before == NOTE or start <= paper.passage_at(at).start:
            continue
        point = Span(note.span.source, note.span.start, note.span.start)
        gap = [Edit(paper.text.span(start, at), "")] if start < at else []
        if (
            after in (".", ",", ";")
            and not (after == "." and plain[at + 2 : at + 3] in tuple(".0123456789"))  # … and .5
            and before not in (MATH, QUANTITY)
            and not paper.text.is_within(at + 1, SUPERSCRIPT)
            and context.index.languages.of_passage(paper.passage_at(at)) == "en"
            and (before not in STOPS or before == after)  # "pipes, \\footnote{…}." ends in ",."
        ):
            edits = [Edit(paper.text.span(at + 1, at + 2), "")]
            message = f'Delete the "{after}" after the footnote mark: one is before it.'
            if before != after:
                message = f'Put the footnote mark after the "{after}", not before it.'
                moved = Edit(paper.text.span(start, at), after) if gap else Edit(point, after)
                edits.insert(0, moved)
            is_typed = paper.text.is_typed(at + 1, at + 2)
            yield Finding(note.span, message, Fix(*edits) if is_typed else None)
        elif (
            gap
            and before not in (MATH, QUANTITY)
            and paper.text.span(start, at).source is note.span.source
        ):
            yield Finding(note.span, "Delete the space before the footnote mark.", Fix(*gap))
