"""AUT010: the corresponding author of an article in IEEE Access."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.author_lines import words_of
from ieeelint.rules.support.citation_marks import is_partial
from ieeelint.rules.support.latex_source import Regions
from ieeelint.rules.support.person_names import author_names, key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

ACCESS = "%! class\n\\documentclass{ieeeaccess}\n%! author\n"
PREAMBLE = "\n%%! preamble\n\\corresp{%s}"


@rule(
    "AUT010",
    "author-corresponding",
    WARNING,
    "IEEE Access template, \\corresp",
    bad=[
        ACCESS + "\\uppercase{⟦Ana Lima} and \\uppercase{Bo Costa}⟧",
        ACCESS
        + "Ana Lima"
        + PREAMBLE % "⟦Corresponding author: Cy Silva⟧ (e-mail: cy@flow.example).",
        ACCESS + "Ana Lima" + PREAMBLE % "⟦Corresponding author: Ana Lima.⟧",
    ],
    good=[
        "%! author\n\\IEEEauthorblockN{Ana Lima}\n\\IEEEauthorblockA{Porto, Portugal}",
        ACCESS
        + "\\uppercase{Ana Lima}"
        + PREAMBLE % "Corresponding author: A. Lima\n(a@flow.example).",
        ACCESS
        + "Ana Líma and Bo Costa"
        + PREAMBLE % "Correspondence: Ana L{\\'\\i}ma, a@flow.example",
        ACCESS + "Group" + PREAMBLE % "Corresponding author: Ana Lima (a@flow.example)",
        ACCESS + "Ana Lima" + "\n%! preamble\n\\corresp{}\n%! body\n\\input{more}",
        ACCESS + "Anonymous Authors\n%! anonymous",
    ],
    formats=("latex",),
)
def corresponding_author(context: Context) -> Iterator[Finding]:
    """An article in IEEE Access names one of its authors as the corresponding author, with an
    e-mail address.

    Write \\corresp{Corresponding author: Ana Lima (e-mail: ana@flow.example).} A missing line or
    address is info.
    """
    paper, view = context.paper, context.latex
    authors = author_names(context)
    if view is None or context.profile.name != "access" or context.profile.anonymous:
        return
    if not authors or is_partial(paper):
        return
    lines = Regions(use.span for use in view.commands("corresp"))
    passage = next((each for each in paper.passages if lines.cover(each.span)), None)
    if passage is None:
        yield Finding(
            paper.text.span(authors[0][1], authors[-1][2]),
            "IEEE Access names the corresponding author. Add \\corresp{Corresponding author: NAME"
            " (e-mail: ADDRESS).}",
            severity=INFO,
        )
        return
    words = set(key(passage.plain).split())
    if words.isdisjoint(key(name).split()[-1] for name, _, _ in authors):
        yield Finding(
            passage.span, "This line names none of the authors. Write a name of the byline."
        )
    elif "@" not in passage.span.text:
        message = f'"{words_of(passage)}" has no e-mail address. Add it.'
        yield Finding(passage.span, message, severity=INFO)
