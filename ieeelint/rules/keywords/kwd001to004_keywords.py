"""KWD001 to 004: the index terms."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.model import ABSTRACT, PROSE
from ieeelint.paper.source import Span
from ieeelint.paper.text import MATH
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Block, Keywords, Paper

TYPED_LABEL = (
    r"\s{0,3}((?:Key\s?-?words|Index Terms|KEYWORDS|INDEX TERMS|Keywords and"
    r" Phrases)\s{0,2}[—–:.-]+)"
)


def terms(keywords: Keywords) -> list[tuple[int, int, str]]:
    """The terms of a list with their place in the text: start, end, words."""
    found = []
    for match in pattern(r"[^,;·•]+").finditer(keywords.passage.plain):
        words = match.group().strip(" .\n\u00a0")
        if words:
            at = match.start() + match.group().index(words[0])
            start = keywords.passage.start + at
            found.append((start, start + len(words), words))
    return found


@rule(
    "KWD001",
    "keywords-present",
    WARNING,
    "IEEE conference template, Keywords; bare_conf.tex",
    bad=[
        (
            "%! document\n"
            "\\documentclass[conference]{IEEEtran}\n"
            "\\begin{document}\n"
            "\\title{Flow}\n"
            "\\author{A}\n"
            "⟦\\begin{abstract}⟧\n"
            "Water flows.\n"
            "\\end{abstract}\n"
            "It flows.\n"
            "\\end{document}"
        )
    ],
    good=["Water is wet."],
)
def present(context: Context) -> Iterator[Finding]:
    """Index terms follow the abstract.

    IEEE Xplore indexes the paper by them. Put them in
    \\begin{IEEEkeywords} … \\end{IEEEkeywords}.
    """
    paper = context.paper
    if paper.keywords or paper.is_fragment or context.profile.peer_review:
        return
    block: Block | None = paper.abstracts[-1] if paper.abstracts else None
    if block is None and context.word is not None and paper.headings:
        block = paper.headings[0]
    if block is None:
        return
    for passage in paper.passages_in(ABSTRACT, PROSE):
        if pattern(TYPED_LABEL).match(passage.plain):
            return  # typed by hand: KWD002
    span = block.span
    shown = Span(span.source, span.start, min(span.end, span.start + len("\\begin{abstract}")))
    how = "in \\begin{IEEEkeywords}" if paper.format == "latex" else 'in the style "Keywords"'
    yield Finding(shown, f"No index terms after the abstract. Add three to ten {how}.")


@rule(
    "KWD002",
    "keywords-label",
    WARNING,
    "IEEEtran.cls, \\IEEEkeywordsname; IEEE Access template",
    bad=[
        "%! body\n\\textbf{⟦Keywords:⟧} flow, pipes, water",
        "%! preamble\n⟦\\renewcommand{\\IEEEkeywordsname}{Keywords}⟧",
    ],
    good=["Keywords are words that open doors."],
)
def label(context: Context) -> Iterator[Finding]:
    """The class prints the head of the index terms; it is neither typed nor renamed."""
    paper = context.paper
    for passage in paper.passages_in(PROSE, ABSTRACT):
        match = pattern(TYPED_LABEL).match(passage.plain)
        if match:
            span = paper.text.span(passage.start + match.start(1), passage.start + match.end(1))
            yield Finding(span, _where_terms_go(paper))
    for keywords in paper.keywords:
        match = pattern(TYPED_LABEL).match(keywords.passage.plain)
        if match:
            start = keywords.passage.start
            span = paper.text.span(start + match.start(1), start + match.end(1))
            yield Finding(
                span, "The class prints the head of the index terms: delete the typed one."
            )
    view = context.latex
    if view is not None and paper.language == "en":
        definition = view.definitions.get("IEEEkeywordsname")
        if definition is not None and definition.command.startswith("renew"):
            yield Finding(
                definition.span, f'Leave the head "{context.profile.keyword_label}" to the class.'
            )


@rule(
    "KWD003",
    "keywords-count",
    INFO,
    "IEEE conference template, Keywords; IEEE Access template",
    bad=["%! keywords\n⟦flow⟧", "%! keywords\n⟦a1⟧, b, c, d, e, f, g, h, i, j, k, l, m"],
    good=["%! keywords\nFlow, friction, pipes, sand, water"],
)
def number(context: Context) -> Iterator[Finding]:
    """There are three to ten index terms; about five are usual."""
    paper = context.paper
    for keywords in paper.keywords:
        found = terms(keywords)
        if 3 <= len(found) <= 10:
            continue
        many = "too few" if len(found) < 3 else "too many"
        message = f"{len(found)} index terms are {many}: give three to ten, about five."
        span = paper.text.span(found[0][0], found[0][1]) if found else keywords.span
        yield Finding(span, message)


@rule(
    "KWD004",
    "keywords-format",
    INFO,
    "IEEE Editorial Style Manual, index terms; IEEE Access template",
    bad=[
        "%! keywords\nFlow, pipes, ⟦$x$⟧-rays",
        "%! class\n\\documentclass[journal]{IEEEtran}\n%! keywords\n⟦Water⟧, flow, pipes",
    ],
    good=[
        "%! keywords\nWater, flow, pipes",
        "%! class\n\\documentclass[journal]{IEEEtran}\n%! keywords\nFlow, pipes, water",
    ],
    fixes=[("%! keywords\nFlow⟦;⟧ pipes; water", "%! keywords\nFlow, pipes, water")],
)
def form(context: Context) -> Iterator[Finding]:
    """Terms are separated by commas, without formulas, in alphabetical order in journals."""
    paper = context.paper
    for keywords in paper.keywords:
        passage = keywords.passage
        separators = [
            passage.start + at for at, character in enumerate(passage.plain) if character in ";·•"
        ]
        if separators:
            edits = [
                Edit(paper.text.span(at, at + 1), ",")
                for at in separators
                if paper.text.plain[at] == ";"
            ]
            fix = Fix(*edits) if edits else None
            yield Finding(
                paper.text.span(separators[0], separators[0] + 1),
                "Separate the terms by commas.",
                fix,
            )
        at = passage.plain.find(MATH)
        if at >= 0:
            yield Finding(
                paper.text.span(passage.start + at, passage.start + at + 1),
                "No formula in the index terms.",
            )
        found = terms(keywords)
        names = [words.lower() for _, _, words in found]
        if context.profile.sorted_keywords and len(names) > 2 and names != sorted(names):
            misplaced = next(n for n in range(len(names) - 1) if names[n] > names[n + 1])
            start, end, _ = found[misplaced]
            yield Finding(paper.text.span(start, end), "Put the terms in alphabetical order.")


def _where_terms_go(paper: Paper) -> str:
    """What to do with index terms that stand in the text."""
    if paper.format == "word":
        return 'Give the index terms the style "Keywords".'
    return "Put the terms into \\begin{IEEEkeywords}; the class prints the head."
