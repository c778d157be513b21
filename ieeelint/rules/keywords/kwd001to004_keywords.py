"""KWD001 to 004: the index terms."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.paper.text import MATH
from ieeelint.paper.zones import ABSTRACT, PROSE
from ieeelint.patterns import pattern
from ieeelint.phrases import plural
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.citation_marks import is_partial
from ieeelint.rules.support.keyword_labels import TYPED_LABEL
from ieeelint.rules.support.latex_class import is_paperplaza
from ieeelint.rules.support.word_drafts import own_style

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.blocks import Block, Keywords
    from ieeelint.paper.model import Paper


def terms(keywords: Keywords) -> list[tuple[int, int, str]]:
    """The start, end and words of each index term."""
    result = []
    for match in pattern(r"[^,;·•]+").finditer(keywords.passage.plain):
        words = match.group().strip(" .\n\u00a0")
        if words:
            offset = match.start() + match.group().index(words[0])
            start = keywords.passage.start + offset
            result.append((start, start + len(words), words))
    return result


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
    good=[
        "Water is wet.",
        (
            "%! document\n"
            "\\documentclass[conference]{IEEEtran}\n"
            "\\begin{document}\n"
            "\\title{Flow}\n"
            "\\begin{abstract}\n"
            "Water flows.\n"
            "\\end{abstract}\n"
            "\\input{terms}\n"
            "\\end{document}"
        ),
    ],
)
def present(context: Context) -> Iterator[Finding]:
    """Index terms follow the abstract.

    IEEE Xplore indexes the paper by them. Put them into
    \\begin{IEEEkeywords} … \\end{IEEEkeywords}.
    """
    paper = context.paper
    if paper.keywords or is_partial(paper) or context.profile.peer_review:
        return
    if is_paperplaza(context.latex):
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
    opening = Span(span.source, span.start, min(span.end, span.start + len("\\begin{abstract}")))
    style = own_style(context, "Keywords")
    where = "in \\begin{IEEEkeywords}" if paper.format == "latex" else f'in the style "{style}"'
    yield Finding(opening, f"The paper has no index terms. Add three to ten {where}.")


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
    """The class prints the label of the index terms; do not type or rename it."""
    paper = context.paper
    for passage in paper.passages_in(PROSE, ABSTRACT):
        match = pattern(TYPED_LABEL).match(passage.plain)
        if match:
            span = paper.text.span(passage.start + match.start(1), passage.start + match.end(1))
            yield Finding(span, _remedy(paper))
    for keywords in paper.keywords:
        match = pattern(TYPED_LABEL).match(keywords.passage.plain)
        if match:
            start = keywords.passage.start
            span = paper.text.span(start + match.start(1), start + match.end(1))
            yield Finding(
                span, "The class prints the label of the index terms. Delete the typed label."
            )
    view = context.latex
    if view is not None and paper.language == "en":
        definition = view.definitions.get("IEEEkeywordsname")
        if definition is not None and definition.command.startswith("renew"):
            yield Finding(
                definition.span,
                f'The class prints the label "{context.profile.keyword_label}". Delete this'
                " redefinition.",
            )


@rule(
    "KWD003",
    "keywords-count",
    INFO,
    "IEEE conference template, Keywords; IEEE Access template",
    bad=[
        "%! keywords\n",
        "%! keywords\n⟦flow⟧",
        "%! keywords\n⟦a1⟧, b, c, d, e, f, g, h, i, j, k, l, m",
        "%! keywords\n⟦Flow⟧, pipes, water\n%! file venue.toml\nkeywords = [4, 6]\n",
        "%! keywords\n⟦Flow⟧, pipes, water\n%! file venue.toml\nkeywords = [1, 2]\n",
    ],
    good=[
        "%! keywords\nFlow, friction, pipes, sand, water",
        "%! keywords\nFlow, pipes\n%! file venue.toml\nkeywords = [2, 6]\n",
    ],
)
def number(context: Context) -> Iterator[Finding]:
    """The paper has three to ten index terms; five is typical.

    A venue file may set other limits; then this is a warning.
    """
    paper, venue = context.paper, context.venue
    least, most = venue.keywords or (3, 10)
    for keywords in paper.keywords:
        listed = terms(keywords)
        count = len(listed)
        if least <= count <= most:
            continue
        many = "too few" if count < least else "too many"
        verb = "is" if count == 1 else "are"
        wrong = (
            f"{plural(count, 'index term')} {verb} {many}" if count else "Index terms are missing"
        )
        message = f"{wrong}. Give three to ten; five is typical."
        if venue.keywords:
            message = (
                f"{wrong}: {venue.label} asks for {least} to {most} {venue.because('keywords')}."
            )
        span = paper.text.span(listed[0][0], listed[0][1]) if listed else keywords.span
        yield Finding(span, message, severity=WARNING if venue.keywords else "")


@rule(
    "KWD004",
    "keywords-format",
    INFO,
    "IEEE Editorial Style Manual, index terms; IEEE Access template",
    bad=[
        "%! keywords\nFlow, pipes, ⟦$x$⟧-rays",
        "%! keywords\nFlow⟦,⟧Sand, pipes",
        "%! class\n\\documentclass[journal]{IEEEtran}\n%! keywords\n⟦Water⟧, flow, pipes",
    ],
    good=[
        "%! keywords\nWater, flow, pipes",
        "%! class\n\\documentclass[journal]{IEEEtran}\n%! keywords\nFlow, pipes, water",
    ],
    fixes=[
        ("%! keywords\nFlow⟦,⟧pipes, water", "%! keywords\nFlow, pipes, water"),
        ("%! keywords\nFlow⟦;⟧ pipes; water", "%! keywords\nFlow, pipes, water"),
    ],
)
def form(context: Context) -> Iterator[Finding]:
    """Commas separate the index terms; they have no formulas and, in journals, are in alphabetical
    order.
    """
    paper = context.paper
    for keywords in paper.keywords:
        passage = keywords.passage
        separators = [
            passage.start + offset
            for offset, character in enumerate(passage.plain)
            if character in ";·•"
        ]
        if separators:
            edits = [
                Edit(paper.text.span(position, position + 1), ",")
                for position in separators
                if paper.text.plain[position] == ";"
            ]
            fix = Fix(*edits) if edits else None
            yield Finding(
                paper.text.span(separators[0], separators[0] + 1),
                "Separate the index terms with commas.",
                fix,
            )
        glued = pattern(r"(?<=[a-z]{2}),(?=[^\W\d_]{2})").search(passage.plain)
        if glued is not None:
            span = paper.text.span(passage.start + glued.start(), passage.start + glued.end())
            yield Finding(span, "Put a space after the comma.", Fix(Edit(span, ", ")))
        offset = passage.plain.find(MATH)
        if offset >= 0:
            start = passage.start + offset
            yield Finding(
                paper.text.span(start, start + 1),
                "The index terms contain a formula. Use words.",
            )
        listed = terms(keywords)
        names = [words.lower() for _, _, words in listed]
        if context.profile.sorted_keywords and len(names) > 2 and names != sorted(names):
            misplaced = next(n for n in range(len(names) - 1) if names[n] > names[n + 1])
            start, end, _ = listed[misplaced]
            yield Finding(paper.text.span(start, end), "Put the index terms in alphabetical order.")


def _remedy(paper: Paper) -> str:
    """How to mark index terms that are in the text."""
    if paper.format == "word":
        return 'Give the index terms the style "Keywords".'
    return "Put the index terms into \\begin{IEEEkeywords}. The class prints the label."
