"""TPL005: the notice of IEEE's templates, filler text and markers of unfinished work."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.zones import CELL, REFERENCE
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, WARNING, rule
from ieeelint.rules.support.leftovers import condemned_by
from ieeelint.rules.support.template_phrases import WORDS, hits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper


@rule(
    "TPL005",
    "template-red-notice-and-markers",
    WARNING,
    "IEEE conference template, closing notice; convention",
    bad=[
        "The gain is high. ⟦TODO⟧: measure it.",
        "⟦\\todo⟧{measure}",
        "See Fig.~⟦??⟧.",
        "The gain is high⟦????⟧",
        "IEEE ⟦conference⟧ templates contain guidance text for composing papers.",
    ],
    good=[
        "The tool counts \\texttt{TODO} comments in code.",
        "Developers write ``TODO'' in comments.",
        "Nobody asked why (??) was printed.",
    ],
    in_condemned=True,
)
def markers(context: Context) -> Iterator[Finding]:
    """The paper contains no filler text and no markers of unfinished work.

    Markers are TODO, FIXME, XXX, TBD, todo notes, lorem ipsum and "??" for an
    unresolved cross-reference. Finish the work, and delete the marker.
    """
    paper = context.paper
    vocabulary = context.vocabulary.template.markers
    for word in vocabulary.words:
        for start in context.index.words.get(word.lower(), ()):
            end = start + len(word)
            if paper.text.plain[start:end] != word or paper.passage_at(start).zone not in WORDS:
                continue
            if (
                context.index.is_quoted(start)
                or _is_topic(context, start, word)
                or _is_cell(paper, start)
            ):
                continue
            yield Finding(
                paper.text.span(start, end),
                f'"{word}" marks unfinished work. Finish it and delete the marker.',
            )
    yield from _notice(context)
    for start, end, phrase in hits(context, vocabulary.phrases, WORDS):
        yield Finding(
            paper.text.span(start, end), f'"{phrase}" is filler text. Replace it with your own.'
        )
    for match in (
        paper.find(pattern(r"\?{3,}"), WORDS - {CELL}) if "???" in paper.text.plain else ()
    ):
        yield Finding(
            paper.text.span(match.start(), match.end()),
            f'"{match.group()}" marks unfinished work. Finish it and delete the question marks.',
        )
    if "??" in paper.text.plain:
        expression = pattern(
            r"(?:Figs?|Tables?|Tab|Eqs?|Sections?|Sec|Refs?)\.?[\s\u00a0]{0,3}(\?\?)"
            r"|[\[](\?{1,2})\]"
        )
        for match in paper.find(expression, WORDS):
            start, end = match.span(1 if match.group(1) else 2)
            yield Finding(
                paper.text.span(start, end),
                f'"{match.group(1) or match.group(2)}" is an unresolved cross-reference or'
                " citation. Refer to an existing label or key.",
            )
    if context.latex is not None:
        for use in context.latex.commands(*vocabulary.commands):
            if not use.in_definition and not use.in_preamble:
                message = f"\\{use.name} marks unfinished work or prints filler text. Delete it."
                yield Finding(use.name_span, message)


def _notice(context: Context) -> Iterator[Finding]:
    """The notice at the end of the template, once in each passage."""
    paper = context.paper
    seen: set[int] = set()
    for start, end, _ in hits(context, context.vocabulary.template.notice, WORDS | {REFERENCE}):
        passage = paper.passage_at(start)
        if passage.start not in seen:
            seen.add(passage.start)
            yield Finding(
                paper.text.span(start, end),
                "This is the notice at the end of the template. Delete it; IEEE does not publish"
                " papers that contain it.",
                severity=ERROR,
                condemned=condemned_by(context, start, end),
            )


def _is_topic(context: Context, start: int, word: str) -> bool:
    """True in a paper about markers: "TODO comments", or many uses of the word."""
    end = start + len(word)
    following = context.paper.text.plain[end : end + 12].lower().lstrip()
    nouns = tuple(context.vocabulary.template.markers.nouns)
    return len(context.index.words.get(word.lower(), ())) > 5 or following.startswith(nouns)


def _is_cell(paper: Paper, start: int) -> bool:
    """True for a table cell of only "XXX" or "TBD", which may mask a value."""
    passage = paper.passage_at(start)
    return passage.zone == CELL and len(passage.plain.strip()) <= 4
