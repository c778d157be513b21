"""ANO001: authors, affiliations, and addresses in the author block."""

from __future__ import annotations

from ieeelint.identity import EMAIL, ORCID, is_placeholder
from ieeelint.paper.zones import AUTHOR
from ieeelint.patterns import pattern
from ieeelint.phrases import quoted
from ieeelint.rules import ERROR, rule
from ieeelint.rules.support.author_lines import line_span
from ieeelint.rules.support.leaks import leak, replaced
from ieeelint.rules.support.nobody import names_nobody

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.finding import Edit, Finding
    from ieeelint.paper.zones import Passage

NOBODY = "Anonymous Authors"
# The commands that name authors and their affiliations, in all classes.
COMMANDS = (
    *("author", "authors", "affil", "affiliation", "address", "IEEEaddress", "institute"),
    *("email", "ead", "corresp", "tfootnote", "orcid", "authornote", "IEEEcompsocitemizethanks"),
)


@rule(
    "ANO001",
    "anonymous-author-block",
    ERROR,
    "calls for papers with double-anonymous review; IEEE conference template, authors",
    bad=[
        "%! anonymous\n%! author\n⟦Ana Lima⟧",
        "%! anonymous\n%! author\n⟦The Pump Group⟧",
        (
            "%! anonymous\n%! class\n\\documentclass[journal]{IEEEtran}\n"
            "\\newcommand{\\who}{\\author{nobody}}\n"
            "%! author\n⟦Ana Lima⟧\\affil{University of Porto}"
        ),
        (
            "%! anonymous\n%! author\n\\IEEEauthorblockN{⟦Ana Lima⟧}\n"
            "\\IEEEauthorblockA{Institute of Flow\\\\ Porto, Portugal}"
        ),
        (
            "%! anonymous\n%! author\n\\IEEEauthorblockN{Anonymous}\n"
            "\\IEEEauthorblockA{⟦ana@flow.example⟧}"
        ),
        (
            "%! anonymous\n%! author\n\\IEEEauthorblockN{Anonymous Authors}\n"
            "\\IEEEauthorblockA{⟦0000-0001-2345-6789⟧}"
        ),
        (
            "%! anonymous\n%! author\n\\IEEEauthorblockN{Anonymous Authors}\n"
            "\\IEEEauthorblockA{⟦University of Porto⟧}"
        ),
        (
            "%! word whole\n%! anonymous\n[paper title] Steady Flow\n[Author] Ana Lima<br/>"
            "University of Porto\n[Abstract] <i>Abstract</i>—Water flows.\n"
            "[heading 1] Introduction\n[Body Text] Water is wet."
        ),
    ],
    good=[
        "%! author\nAna Lima",
        "%! anonymous\n%! author\nAnonymous Authors",
        "%! anonymous\n%! author\nAnonymous Authors \\\\ Paper ID 1234",
        (
            "%! anonymous\n%! author\n\\IEEEauthorblockN{Anonymous Author(s)}\n"
            "\\IEEEauthorblockA{Affiliation\\\\ City, Country\\\\ email}"
        ),
        "%! anonymous\n%! author\nNames omitted for double-blind review",
        "%! anonymous\n%! author\nAuthor Names",
        "%! anonymous\n%! author\n¹ First Name Last Name, ¹ [Name of University]",
        "%! anonymous\n%! author\nAuthor Name\\\\ email@university.edu, a.b@example.com",
        "%! anonymous\n%! author\nAnonymous Authors\\\\ *All authors contributed equally.",
        "%! anonymous\n%! author\nThe authors contributed equally.",
        (
            "%! word whole\n%! anonymous\n[paper title] Steady Flow\n[Author] Anonymous Authors\n"
            "[Abstract] <i>Abstract</i>—Water flows.\n[heading 1] Introduction\n"
            "[Body Text] Water is wet."
        ),
    ],
)
def author_block(context: Context) -> Iterator[Finding]:
    """The author block of a draft for double-anonymous review names nobody.

    Write "Anonymous Authors" for the names, and delete affiliations, e-mail addresses, and ORCIDs.
    ``--fix --unsafe-fixes --anonymous`` does so in a copy of the draft.
    """
    if not context.profile.anonymous:
        return
    edits: list[Edit] = _blank_block(context)
    identity = context.identity
    for passage in context.paper.passages_in(AUTHOR):
        leaks = _leaks(context, passage)
        if leaks:
            words = [" ".join(passage.plain[start:end].split()) for start, end in leaks]
            span = line_span(context.paper, passage)
            if context.says_anonymous:
                start, end = leaks[0]
                span = context.paper.text.span(passage.start + start, passage.start + end)
            message = (
                f"The author block names {quoted(words)}. Write"
                f' "{NOBODY}", without affiliations and addresses.'
            )
            every = (*identity.names, *identity.organizations, *identity.emails)
            yield leak(span, message, edits, every)
            edits = []


def _leaks(context: Context, passage: Passage) -> list[tuple[int, int]]:
    """Start and end, in the passage, of the words that identify somebody."""
    plain = passage.plain
    leaks = {match.span() for match in context.identity.in_text(plain)}
    for match in pattern(rf"{EMAIL}|{ORCID}").finditer(plain):
        if is_placeholder(match[0], context.vocabulary.anonymity.neutral):
            continue
        if not any(start <= match.start() < end for start, end in leaks):
            leaks.add(match.span())
    if not leaks and not context.says_anonymous:
        for match in pattern(r"[^\n]+").finditer(plain):
            if not names_nobody(context, match[0]):
                leaks.add(match.span())
    return sorted(leaks)


def _blank_block(context: Context) -> list[Edit]:
    """The edits that leave nothing of the author block but one line."""
    if context.latex is None:
        spans = [passage.span for passage in context.paper.passages_in(AUTHOR)]
        line = NOBODY
    else:
        commands = context.latex.commands(*COMMANDS)
        spans = [command.span for command in commands if not command.in_definition]
        form = "\\IEEEauthorblockN{%s}" if context.profile.is_conference else "%s"
        line = f"\\author{{{form % NOBODY}}}"
        first = [c.span for c in commands if c.name in ("author", "authors") and c.span in spans]
        spans.sort(key=lambda span: span not in first)
    return [replaced(span, "" if number else line) for number, span in enumerate(spans)]
