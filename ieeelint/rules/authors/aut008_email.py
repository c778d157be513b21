"""AUT008: the e-mail address of an author."""

from __future__ import annotations

from ieeelint.finding import Finding
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
# Commands that print an address or an icon for it.
COMMANDS = ("email", "ead", "orcidlink", "orcidID", "orcid", "IEEEauthoremail", "corresp", "Email")


@rule(
    "AUT008",
    "author-email",
    WARNING,
    "IEEE conference template, authors: email address or ORCID",
    bad=["%! author\n\\IEEEauthorblockN{⟦Ana Lima⟧}\n\\IEEEauthorblockA{Porto, Portugal}"],
    good=[
        "%! author\n\\IEEEauthorblockN{Ana Lima}\n\\IEEEauthorblockA{Porto\\\\ a@flow.example}",
        "%! author\n\\IEEEauthorblockN{Ana Lima}\n\\IEEEauthorblockA{\\{ana, bo\\}@flow.example}",
        "%! author\n\\IEEEauthorblockN{Ana Lima}\n\\IEEEauthorblockA{ORCID: 0000-0002-1825-0097}",
        "%! author\n\\IEEEauthorblockN{Ana Lima\\thanks{E-mail: ana@flow.example.}}\n"
        "\\IEEEauthorblockA{Porto, Portugal}",
        "%! author\n\\IEEEauthorblockN{Ana Lima}\n\\IEEEauthorblockA{Porto\\\\"
        "\\href{mailto:ana@flow.example}{e-mail}}",
        "%! class\n\\documentclass[peerreview]{IEEEtran}\n%! author\nAna Lima",
        "%! author\n\\IEEEauthorblockN{Anonymous Authors}",
    ],
)
def email(context: Context) -> Iterator[Finding]:
    """At least one author gives an e-mail address or an ORCID.

    Readers need an address of the corresponding author. Drafts for anonymous review have none.
    """
    paper = context.paper
    block = paper.author_block
    profile = context.profile
    if block is None or profile.anonymous or profile.peer_review or is_partial(paper):
        return
    names = [author.names for author in block.authors if words_of(author.names)]
    words = " ".join(map(words_of, block.passages))
    if not words or "anonym" in words.lower() or not names:
        return
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
