"""FTN001–FTN003: footnotes."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.model import HEADING, PROSE, REFERENCE
from ieeelint.paper.source import Span
from ieeelint.paper.text import MATH, SUPERSCRIPT
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, INFO, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.model import Paper

CLAUSE = "IEEE conference template, footnotes"


@rule(
    "FTN001",
    "footnote-native-numbered",
    WARNING,
    CLAUSE,
    bad=[
        "%! preamble\n⟦\\renewcommand{\\thefootnote}{\\fnsymbol{footnote}}⟧",
        "The pipe is old.⟦\\textsuperscript{1}⟧ It leaks.\n\n\\textsuperscript{1} Very old.",
    ],
    good=["The pipe is old.\\footnote{Very old.} Take 5~m\\textsuperscript{2} of it, the 1\\textsuperscript{st}."],
)
def native(paper: Paper) -> Iterator[Finding]:
    """Footnotes are made with the program's footnote function, numbered 1, 2, 3 in superscripts.

    A typed raised number with its text elsewhere does not stand at the foot of
    the column.
    """
    view = paper.latex
    if view is not None:
        definition = view.definitions.get("thefootnote")
        if definition is not None and definition.command.startswith("renew") and "arabic" not in definition.body:
            in_group = any(note.command == "thanks" for note in paper.footnotes) and "relax" in definition.body
            if not in_group and definition.body.strip():
                yield Finding(definition.span, "Leave the numbers of footnotes, 1, 2, 3, to the class.")
        for name in ("endnotes",):
            if name in view.packages:
                yield Finding(view.packages[name].span, "IEEE has footnotes, not endnotes. Use \\footnote.")
    openings = {}
    raised = [mark for mark in paper.text.marks_of(SUPERSCRIPT) if paper.text.plain[mark.start : mark.end].strip().isdigit()]
    for mark in raised:
        passage = paper.passage_at(mark.start)
        if passage.zone == PROSE and not paper.text.plain[passage.start : mark.start].strip():
            openings[paper.text.plain[mark.start : mark.end].strip()] = mark
    for mark in raised:
        number = paper.text.plain[mark.start : mark.end].strip()
        if number in openings and mark is not openings[number] and paper.passage_at(mark.start).zone == PROSE:
            start = mark.span.source.text.rfind("\\", max(0, mark.span.start - 20), mark.span.start)
            span = Span(mark.span.source, start, mark.span.end + 1) if start >= 0 else mark.span
            yield Finding(span, "Make this a real footnote: \\footnote{…}.")


@rule(
    "FTN002",
    "footnote-not-in-abstract-or-references",
    ERROR,
    CLAUSE,
    bad=[
        "%! references\n\\bibitem{lima} A. Lima⟦\\footnote{In Porto.}⟧, ``Pipes,'' \\emph{J. Flow}, vol. 1, 2020.",
        "\\section{Method⟦\\footnote{Ours.}⟧}",
    ],
    good=["Water flows.\\footnote{Slowly.}"],
)
def not_in_references(paper: Paper) -> Iterator[Finding]:
    """No footnote hangs on an entry of the reference list or on a heading."""
    for note in paper.footnotes:
        if note.zone == REFERENCE:
            yield Finding(note.span, "No footnote in the reference list: put the words into the entry or the text.")
        elif note.zone == HEADING:
            yield Finding(note.span, "No footnote on a heading: put the mark into the text below.", None, WARNING)


@rule(
    "FTN003",
    "footnote-mark-position",
    INFO,
    "convention (Chicago Manual of Style); IEEE Editorial Style Manual",
    bad=["Water flows ⟦\\footnote{Slowly.}⟧ in pipes."],
    good=[
        "Water flows.\\footnote{Slowly.} It does (in pipes\\footnote{Narrow ones.}).",
        "Water flows---slowly\\footnote{Very.}---in pipes.",
        "It has $x$ pipes\\footnote{Many.} and sand.",
    ],
    fixes=[("Water flows⟦\\footnote{Slowly}⟧. Sand does not.", "Water flows.\\footnote{Slowly} Sand does not.")],
)
def mark_position(paper: Paper) -> Iterator[Finding]:
    """The mark of a footnote follows the word, without a space, and the punctuation, except a dash."""
    plain = paper.text.plain
    for note in paper.footnotes:
        at = note.position
        if at < 0 or note.zone not in (PROSE,) or note.command not in ("footnote", "footnotemark"):
            continue
        before, after = plain[at - 1 : at] if at else "", plain[at + 1 : at + 2]
        if after in (".", ",", ";") and after and before not in (MATH,):
            span = note.span
            fix = None
            if paper.text.is_typed(at + 1, at + 2):
                sign = paper.text.span(at + 1, at + 2)
                point = Span(span.source, span.start, span.start)
                fix = Fix(Edit(point, after), Edit(sign, ""))
            yield Finding(span, f'Put the footnote after the "{after}".', fix)
        elif before in (" ", "\n", "\u00a0") and before and pattern(r"\S").match(plain, max(0, at - 2)):
            if paper.passage_at(at).start == at - 1:
                continue
            yield Finding(note.span, "No space before the mark of a footnote.")
