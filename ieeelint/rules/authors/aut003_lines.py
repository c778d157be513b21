"""AUT003: the lines of an author block, in order."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.rules import INFO, rule
from ieeelint.rules.support.author_lines import (
    ends_in_country,
    is_address,
    line_span,
    may_name_place,
    words_of,
)

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.blocks import Author
    from ieeelint.paper.model import Paper
    from ieeelint.paper.zones import Passage

CLAUSE = "IEEE conference template, authors"


@rule(
    "AUT003",
    "author-lines-order",
    INFO,
    CLAUSE,
    bad=[
        (
            "%! author\n"
            "\\IEEEauthorblockN{Ana Lima}\n"
            "\\IEEEauthorblockA{Institute of Flow\\\\ ⟦ana@flow.example⟧\\\\ Porto, Portugal}"
        ),
        (
            "%! author\n"
            "\\IEEEauthorblockN{Ana Lima}\n"
            "\\IEEEauthorblockA{⟦Institute of Flow⟧\\\\ ana@flow.example}"
        ),
        (
            "%! word whole\n[paper title] Steady Flow in Pipes\n"
            "[Author] ⟦Ana Lima⟧<br/>ana@flow.example\n"
            "[Abstract] Abstract—Water is wet.\n[Body Text] Rain is wet."
        ),
        (
            "%! word whole\n[paper title] Steady Flow in Pipes\n"
            "[Author] ⟦Ana Lima⟧<br/>Institute of Flow<br/>Group of Sand\n"
            "[Abstract] Abstract—Water is wet.\n[Body Text] Rain is wet."
        ),
    ],
    good=[
        (
            "%! author\n"
            "\\IEEEauthorblockN{Ana Lima}\n"
            "\\IEEEauthorblockA{Institute of Flow\\\\ Univ. of Porto\\\\ Porto, Portugal\\\\ "
            "ana@flow.example}"
        ),
        (
            "%! author\n"
            "\\IEEEauthorblockN{Ana Lima}\n"
            "\\IEEEauthorblockA{Univ. of Flow\\\\ Singapore\\\\ ana@flow.example}"
        ),
        (
            "%! author\n"
            "\\IEEEauthorblockN{Ana Lima}\n"
            "\\IEEEauthorblockA{Univ. of Flow\\\\ Boston, MA 02134, USA}"
        ),
        (
            "%! author\n\\IEEEauthorblockN{Ana Lima}\n"
            "\\IEEEauthorblockA{Univ. of Flow\\\\ Old Reno Falls, NV USA\\\\ ana@flow.example}"
        ),
        (
            "%! author\n\\IEEEauthorblockN{Ana Lima}\n"
            "\\IEEEauthorblockA{Univ. of Flow\\\\ Porto Portugal\\\\ ana@flow.example}"
        ),
        (
            "%! author\n"
            "\\IEEEauthorblockN{Ana Lima}\n"
            "\\IEEEauthorblockA{Univ. of Flow\\\\ Taoyuan, Taiwan (R.O.C)\\\\ ana@flow.example}"
        ),
        (
            "%! word whole\n[paper title] Steady Flow in Pipes\n"
            "[Author] Ana Lima<br/>Institute of Flow<br/>Sandport, Flowland\n"
            "[Abstract] Abstract—Water is wet.\n[Body Text] Rain is wet."
        ),
        (
            "%! word whole\n[paper title] Steady Flow in Pipes\n"
            "[Author] Ana Lima<br/>1 Long Road, Sand, Flowland\n"
            "[Abstract] Abstract—Water is wet.\n[Body Text] Rain is wet."
        ),
        "%! author\n\\IEEEauthorblockN{Ana Lima}\n\\IEEEauthorblockA{ana@flow.example}",
        "%! author\n\\IEEEauthorblockN{Ana Lima}",
        (
            "%! author\n"
            "\\IEEEauthorblockN{Ana Lima}\n"
            "\\IEEEauthorblockA{1 Long Road, Sand, Flowland\\\\ ana@flow.example}"
        ),
        (
            "%! author\n"
            "\\IEEEauthorblockN{Ana Lima}\n"
            "\\IEEEauthorblockA{Univ. of Flow\\\\ Porto, PT\\\\ ana@flow.example}\n"
            "\\and\n"
            "\\IEEEauthorblockN{Bo Costa}\n"
            "\\IEEEauthorblockA{Univ. of Flow\\\\ Reno, NV 89501\\\\ bo@flow.example}"
        ),
    ],
    english=True,
    any_language=True,
)
def line_order(context: Context) -> Iterator[Finding]:
    """After the name come the department and organization, then the city and country, then the
    e-mail address or ORCID.
    """
    paper = context.paper
    block = paper.author_block
    if (
        block is None
        or block.style != "blocks"
        or (context.latex is not None and context.latex.commands("IEEEauthorrefmark"))
    ):
        return
    countries = context.vocabulary.places.countries
    for author in block.authors:
        lines = [line for line in author.lines if words_of(line)]
        addresses = [n for n, line in enumerate(lines) if is_address(words_of(line))]
        places = [n for n, line in enumerate(lines) if ends_in_country(words_of(line), countries)]
        if addresses and places and places[-1] > addresses[-1]:
            yield Finding(
                line_span(paper, lines[addresses[-1]]),
                "Put the e-mail address or ORCID last, after the city and country.",
            )
        elif not places and len(lines) > 1 and addresses:
            last = lines[addresses[0] - 1] if addresses[0] else lines[0]
            if not may_name_place(words_of(last)):
                finding = Finding(
                    line_span(paper, last),
                    "The city and country are missing. Add a line for them after this line, before"
                    " the e-mail address or ORCID.",
                )
                # A line between the name and the address is the organization in any language.
                is_alone = addresses[0] == 1 and "," not in words_of(last)
                finding.any_language = paper.format == "word" and is_alone
                yield finding
        elif not places and lines and paper.format == "word":
            yield from _incomplete(paper, author, lines, bool(addresses))


def _incomplete(
    paper: Paper, author: Author, lines: list[Passage], has_address: bool
) -> Iterator[Finding]:
    """An author of a Word draft with an address alone, or without place and address."""
    if author.names is None or any(may_name_place(words_of(line)) for line in lines):
        return
    if has_address:
        message = (
            "The affiliation of this author is missing. Add lines with the organization, and with"
            " the city and country, after the name."
        )
    elif any("," in words_of(line) for line in lines):
        return  # perhaps a place that is not in our list
    else:
        message = (
            "The city and country of this author are missing, and the e-mail address or ORCID. Add"
            " a line for each after the affiliation."
        )
    finding = Finding(line_span(paper, author.names), message)
    finding.any_language = has_address
    yield finding
