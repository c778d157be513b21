"""AUT006, 007: short affiliations, and no degrees."""

from __future__ import annotations

from re import escape

from ieeelint.finding import Finding
from ieeelint.patterns import any_of, pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.author_lines import (
    is_address,
    line_span,
    words_of,
)

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.tables.part_views import Authors

CLAUSE = "IEEE conference template, authors"

# The grades of IEEE's members.
GRADES = (
    r"(?:Senior|Student|Graduate Student|Life)\s(?:Member|Fellow)(?:,\s?IEEE)?"
    r"|(?:Member|Fellow),\s?IEEE"
)


@rule(
    "AUT006",
    "affiliation-succinct",
    INFO,
    CLAUSE,
    bad=[
        (
            "%! author\n"
            "\\IEEEauthorblockN{Ana Lima}\n"
            "\\IEEEauthorblockA{Dept. of Water\\\\ University of Porto\\\\ Porto, Portugal}\n"
            "\\and\n"
            "\\IEEEauthorblockN{Bo Costa}\n"
            "\\IEEEauthorblockA{⟦Dept. of Sand⟧\\\\ University of Porto\\\\ Porto, Portugal}"
        ),
    ],
    good=[
        (
            "%! author\n"
            "\\IEEEauthorblockN{Ana Lima}\n"
            "\\IEEEauthorblockA{Dept. of Water\\\\ University of Porto\\\\ Porto, Portugal}\n"
            "\\and\n"
            "\\IEEEauthorblockN{Bo Costa}\n"
            "\\IEEEauthorblockA{Dept. of Water\\\\ University of Porto\\\\ Porto, Portugal}"
        ),
    ],
    english=True,
)
def succinct(context: Context) -> Iterator[Finding]:
    """Affiliations are short: they do not distinguish departments of one organization.

    Give the organization without the department.
    """
    paper = context.paper
    block = paper.author_block
    if block is None or block.style != "blocks" or not context.profile.is_conference:
        return
    words = "|".join(map(escape, context.vocabulary.authors.departments))
    department = pattern(rf"\b(?:{words})\b")
    seen: dict[str, str] = {}
    for author in block.authors:
        lines = [line for line in author.lines if words_of(line)]
        unit = next((line for line in lines if department.search(line.plain)), None)
        others = [
            words_of(line).lower()
            for line in lines
            if line is not unit and not is_address(words_of(line))
        ]
        if unit is None or not others:
            continue
        organization = others[0]
        name = words_of(unit).lower()
        if organization in seen and seen[organization] != name:
            message = (
                "The affiliations name different departments of one organization. Shorten them to"
                " the organization."
            )
            yield Finding(line_span(paper, unit), message)
            return
        seen.setdefault(organization, name)


@rule(
    "AUT007",
    "author-no-degree-or-lockout",
    WARNING,
    "How to Use the IEEEtran LaTeX Class; IEEE Editorial Style Manual, byline",
    bad=[
        "%! author\n\\IEEEauthorblockN{⟦Prof.⟧ Ana Lima}\n\\IEEEauthorblockA{Porto, Portugal}",
        "%! author\n\\IEEEauthorblockN{Ana Lima, ⟦Ph.D.⟧}\n\\IEEEauthorblockA{Porto, Portugal}",
        "%! author\n\\IEEEauthorblockN{Ana Lima (⟦Guide⟧)}\n\\IEEEauthorblockA{Porto, Portugal}",
        "%! author\n\\IEEEauthorblockN{Ana Lima, ⟦Student⟧}\n\\IEEEauthorblockA{Porto, Portugal}",
    ],
    good=[
        (
            "%! author\n"
            "\\IEEEauthorblockN{Md. Prof Student Lima}\n"
            "\\IEEEauthorblockA{12 Dr. King Street\\\\ Porto, Portugal}"
        ),
        (
            "%! class\n"
            "\\documentclass[journal]{IEEEtran}\n"
            "%! author\n"
            "Ana Lima,~\\IEEEmembership{Senior Member,~IEEE}"
        ),
        "%! anonymous\n%! author\n\\IEEEauthorblockN{Prof. Ana Lima}",
    ],
)
def no_degree(context: Context) -> Iterator[Finding]:
    """Author names in a conference paper have no degrees, job titles, or membership grades.

    Membership grades are for journals. A draft for double-anonymous review has no names (ANO001).
    """
    paper = context.paper
    block = paper.author_block
    if block is None or not context.profile.is_conference or context.profile.anonymous:
        return
    expression = pattern(_additions(context.vocabulary.authors))
    for author in block.authors:
        if author.names is None:
            continue
        match = expression.search(author.names.plain)
        if match:
            group = match.lastgroup or 1
            start, end = match.span(group)
            span = paper.text.span(author.names.start + start, author.names.start + end)
            yield Finding(
                span,
                f'Delete "{match[group]}". Names have no degrees, job titles, or membership'
                " grades here.",
            )


def _additions(vocabulary: Authors) -> str:
    """The expression for titles, degrees and membership grades around a name."""
    titles = "|".join(map(escape, vocabulary.titles))
    degrees = "|".join(
        r"\s?".join(map(escape, degree.removesuffix(".").split(" ")))
        + (r"\.?" if degree.endswith(".") else "")
        for degree in vocabulary.degrees
    )
    positions = any_of(vocabulary.positions)
    return (
        rf"(?:^|[\s,(])((?:{titles})(?=\s)|{degrees}|{GRADES})"
        rf"|(?:[(\[]|,\s)(?P<position>{positions})(?=[)\],]|\s*\Z)"
    )
