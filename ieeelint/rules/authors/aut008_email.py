"""AUT008: the e-mail address of an author."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.source import Span
from ieeelint.paper.text import LINK
from ieeelint.paper.zones import REFERENCE
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.author_lines import words_of
from ieeelint.rules.support.citation_marks import is_partial

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

# An address, one with several names, an obfuscated one, or an ORCID.
ADDRESS = (
    r"[\w}\])]\s?@\s?[\w(\[{]|[Oo][Rr][Cc][Ii][Dd]|\w\s?[\[(]at[\])]\s?\w"
    r"|[0-9]{4}-[0-9]{4}-[0-9]{4}-"
)
# The numbers that ORCID gives; others hold a place.
ORCID = r"(?<![\w-])000(?:0-000[1-3]|9-00\d\d)-\d{4}-\d{3}[\dXx](?![\w-])"
# Commands that print an address or an icon for it.
COMMANDS = ("email", "ead", "orcidlink", "orcidID", "orcid", "IEEEauthoremail", "corresp", "Email")


@rule(
    "AUT008",
    "author-email",
    WARNING,
    "IEEE conference template, authors: email address or ORCID",
    bad=[
        "%! author\n\\IEEEauthorblockN{Ana Lima}\n\\IEEEauthorblockA{Porto, ORCID"
        " ⟦0000-0002-1825-0079⟧}",
        "%! author\n\\IEEEauthorblockN{⟦Ana Lima⟧}\n\\IEEEauthorblockA{Porto, Portugal}",
    ],
    good=[
        "%! author\n\\IEEEauthorblockN{Ana Lima}\n\\IEEEauthorblockA{ORCID: 0000-0002-1694-233X}"
        "\n%! body\nThe number 0000-0000-0000-0000 holds a place. % 0000-0002-1825-0098",
        "%! author\n\\IEEEauthorblockN{Ana Lima}\n\\IEEEauthorblockA{Porto\\\\ a@flow.example}",
        "%! author\n\\IEEEauthorblockN{Ana Lima}\n\\IEEEauthorblockA{\\{ana, bo\\}@flow.example}",
        "%! author\n\\IEEEauthorblockN{Ana Lima}\n\\IEEEauthorblockA{ORCID: 0000-0002-1825-0097}",
        "%! author\n\\IEEEauthorblockN{Ana Lima\\thanks{E-mail: ana@flow.example.}}\n"
        "\\IEEEauthorblockA{Porto, Portugal}",
        "%! author\n\\IEEEauthorblockN{Ana Lima}\n\\IEEEauthorblockA{Porto\\\\"
        "\\href{mailto:ana@flow.example}{e-mail}}",
        "%! author\n\\IEEEauthorblockN{Ana Lima}\n\\IEEEauthorblockA{Porto\\\\ ana\\\\@flow.example"
        "}",
        "%! author\n\\IEEEauthorblockN{Ana Lima}\n\\IEEEauthorblockA{Porto} % old\n%! body\n"
        "\\input{part}\n%! file part.tex\nAna Lima has ORCID 0000-0002-1694-233X.",
        "%! class\n\\documentclass[peerreview]{IEEEtran}\n%! author\nAna Lima",
        "%! author\n\\IEEEauthorblockN{Anonymous Authors}",
    ],
)
def email(context: Context) -> Iterator[Finding]:
    """At least one author gives an e-mail address or an ORCID. Each ORCID has its check digit.

    Readers need an address of the corresponding author. Drafts for anonymous review have none.
    """
    paper = context.paper
    block = paper.author_block
    profile = context.profile
    if block is None or profile.anonymous or profile.peer_review or is_partial(paper):
        return
    yield from _wrong_digits(context)
    names = [author.names for author in block.authors if words_of(author.names)]
    words = " ".join(map(words_of, block.passages))
    if not words or not names or pattern(ADDRESS).search(words):
        return  # also an address that is broken into two lines
    for passage in paper.passages:
        if passage.zone != REFERENCE and pattern(ADDRESS).search(passage.plain):
            return
    if any("mailto:" in str(mark.data) for mark in paper.text.marks_of(LINK)):
        return
    view = context.latex
    if view is not None:
        if view.commands(*COMMANDS) or "mailto:" in block.span.text:
            return
        if pattern(ADDRESS).search(block.span.text):
            return
    if names[0] is not None:
        yield Finding(
            names[0].span,
            "No author gives an e-mail address. Add that of the corresponding author, or an ORCID.",
        )


def _wrong_digits(context: Context) -> Iterator[Finding]:
    """ORCIDs with a wrong digit, in the text or in the argument of a command."""
    comments = context.latex.comments if context.latex is not None else []
    for source in context.paper.sources:
        for match in pattern(ORCID).finditer(source.text):
            span = Span(source, *match.span())
            is_comment = any(
                one.source is source and one.start <= span.start < one.end for one in comments
            )
            if not is_comment and not _fits(match.group().replace("-", "").upper()):
                yield Finding(span, "A digit of this ORCID is wrong: its check digit does not fit.")


def _fits(number: str) -> bool:
    """True if the last digit is the check digit of the others, by ISO 7064."""
    total = 0
    for digit in number[:-1]:
        total = (total + int(digit)) * 2
    return number[-1] == "0123456789X"[(12 - total % 11) % 11]
