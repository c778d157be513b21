"""AUT004, 005: rows of author blocks, and slots of the template that are left."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, INFO, rule
from ieeelint.rules.support import word_authors
from ieeelint.rules.support.author_lines import words_of

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

CLAUSE = "IEEE conference template, authors"


@rule(
    "AUT004",
    "author-row-layout",
    INFO,
    CLAUSE,
    bad=[
        "%! author\n"
        + "\\and\n".join(
            f"{'⟦' if n == 4 else ''}\\IEEEauthorblockN{'⟧' if n == 4 else ''}{{A."
            f" N{n}}}\n\\IEEEauthorblockA{{Porto, Portugal}}\n"
            for n in range(1, 6)
        ),
    ],
    good=[
        "%! author\n"
        + "\\and\n".join(
            f"\\IEEEauthorblockN{{A. N{n}}}\n\\IEEEauthorblockA{{Porto, Portugal}}\n"
            for n in range(1, 4)
        ),
        (
            "%! author\n"
            "\\IEEEauthorblockN{A. N1}\n"
            "\\IEEEauthorblockA{Porto, Portugal}\n"
            "\\and\n"
            "\\IEEEauthorblockN{A. N2}\n"
            "\\IEEEauthorblockA{Porto, Portugal}\n"
            "\\and\n"
            "\\IEEEauthorblockN{A. N3}\n"
            "\\IEEEauthorblockA{Porto, Portugal}\n"
            "\\and\n"
            "\\IEEEauthorblockN{A. N4}\n"
            "\\IEEEauthorblockA{Porto, Portugal}"
        ),
        (
            "%! author\n"
            "\\IEEEauthorblockN{A. N1}\n"
            "\\IEEEauthorblockA{Porto, Portugal}\n"
            "\\and\n"
            "\\IEEEauthorblockN{A. N2}\n"
            "\\IEEEauthorblockA{Porto, Portugal}\n"
            "\\and\n"
            "\\IEEEauthorblockN{A. N3}\n"
            "\\IEEEauthorblockA{Porto, Portugal}\n"
            "\\and\n"
            "\\IEEEauthorblockN{A. N4}\n"
            "\\IEEEauthorblockA{Porto, Portugal}\n"
            "\\and\n"
            "\\IEEEauthorblockN{A. N5}\n"
            "\\IEEEauthorblockA{Porto, Portugal}\n"
            "\\and\n"
            "\\IEEEauthorblockN{A. N6}\n"
            "\\IEEEauthorblockA{Porto, Portugal}\n"
            "\\and\n"
            "\\IEEEauthorblockN{A. N7}\n"
            "\\IEEEauthorblockA{Porto, Portugal}\n"
            "\\and\n"
            "\\IEEEauthorblockN{A. N8}\n"
            "\\IEEEauthorblockA{Porto, Portugal}\n"
            "\\and\n"
            "\\IEEEauthorblockN{A. N9}\n"
            "\\IEEEauthorblockA{Porto, Portugal}\n"
            "\\and\n"
            "\\IEEEauthorblockN{A. N10}\n"
            "\\IEEEauthorblockA{Porto, Portugal}\n"
            "\\and\n"
            "\\IEEEauthorblockN{A. N11}\n"
            "\\IEEEauthorblockA{Porto, Portugal}\n"
            "\\and\n"
            "\\IEEEauthorblockN{A. N12}\n"
            "\\IEEEauthorblockA{Porto, Portugal}\n"
            "\\and\n"
            "\\IEEEauthorblockN{A. N13}\n"
            "\\IEEEauthorblockA{Porto, Portugal}"
        ),
        (
            "%! author\n"
            "\\IEEEauthorblockN{A. N1}\n"
            "\\IEEEauthorblockA{Porto, Portugal}\n"
            "\\and\n"
            "\\IEEEauthorblockN{A. N2}\n"
            "\\IEEEauthorblockA{Porto, Portugal}\n"
            "\\and\n"
            "\\IEEEauthorblockN{A. N3}\n"
            "\\IEEEauthorblockA{Porto, Portugal}\n"
            "\\\\\n"
            "\\IEEEauthorblockN{B. N1}\n"
            "\\IEEEauthorblockA{Porto, Portugal}\n"
            "\\and\n"
            "\\IEEEauthorblockN{B. N2}\n"
            "\\IEEEauthorblockA{Porto, Portugal}\n"
            "\\and\n"
            "\\IEEEauthorblockN{B. N3}\n"
            "\\IEEEauthorblockA{Porto, Portugal}"
        ),
        (
            "%! class\n"
            "\\documentclass[journal]{IEEEtran}\n"
            "%! author\n"
            "\\IEEEauthorblockN{A. N1}\n"
            "\\IEEEauthorblockA{Porto, Portugal}\n"
            "\\and\n"
            "\\IEEEauthorblockN{A. N2}\n"
            "\\IEEEauthorblockA{Porto, Portugal}\n"
            "\\and\n"
            "\\IEEEauthorblockN{A. N3}\n"
            "\\IEEEauthorblockA{Porto, Portugal}\n"
            "\\and\n"
            "\\IEEEauthorblockN{A. N4}\n"
            "\\IEEEauthorblockA{Porto, Portugal}\n"
            "\\and\n"
            "\\IEEEauthorblockN{A. N5}\n"
            "\\IEEEauthorblockA{Porto, Portugal}"
        ),
    ],
    formats=("latex", "word"),
)
def row_layout(context: Context) -> Iterator[Finding]:
    """Author blocks go left to right and then down, three in a row, so that they do not run
    together.

    Six authors fill two rows; nine fill three. In LaTeX, a line break between
    the blocks ends a row.
    """
    block = context.paper.author_block
    view = context.latex
    if (
        block is None
        or view is None
        or block.style != "blocks"
        or not context.profile.is_conference
    ):
        return
    if view.commands("IEEEauthorrefmark", "linebreakand", "authorrowbreak", "tabularnewline"):
        return
    named = [author for author in block.authors if words_of(author.names)]
    if len(named) < 5 or len(named) > 12:
        return
    whole = block.span.text
    if "\\\\" in whole.replace("}\\\\", "") and pattern(r"\}\s*\\\\|\\end\{tabular\}").search(
        whole
    ):
        return
    yield Finding(
        named[3].span,
        f"{len(named)} author blocks may not fit in a row. Break the row after the third.",
    )


@rule(
    "AUT005",
    "author-leftover-slots",
    ERROR,
    CLAUSE,
    good=[
        "%! author\n\\IEEEauthorblockN{Ana Lima}\n\\IEEEauthorblockA{Porto, Portugal}",
        (
            "%! word whole\n[paper title] Steady Flow in Pipes\n[section columns=1]\n"
            "[Author] Ana Lima<br/>Porto, Portugal<br/>ana@flow.example\n"
            "[Author] Bo Costa<br/>Lyon, France<br/>bo@flow.example\n[section columns=2]\n"
            "[Abstract] Abstract—Water is wet.\n[Body Text] Rain is wet.\n[section columns=2]"
        ),
        (
            "%! word whole\n[paper title] Steady Flow in Pipes\n[section columns=1]\n"
            "[Author] Ana Lima<br/>ana@flow.example<br/><br/>Bo Costa\n[section columns=2]\n"
            "[Abstract] Abstract—Water is wet.\n[Body Text] Rain is wet."
        ),
        (
            "%! word whole\n[paper title] Steady Flow in Pipes\n[section columns=1]\n"
            "[Author] Ana Lima, Bo Costa<br/>ana@flow.example, bo@flow.example\n"
            "[section columns=2]\n[Abstract] Abstract—Water is wet.\n[Body Text] Rain is wet."
        ),
    ],
    bad=[
        (
            "%! word whole\n[paper title] Steady Flow in Pipes\n[section columns=1]\n"
            "[Author] ⟦Ana Lima⟧<br/>Porto, Portugal<br/>ana@flow.example\n[section columns=3]\n"
            "[Abstract] Abstract—Water is wet.\n[Body Text] Rain is wet."
        ),
        (
            "%! word whole\n[paper title] Steady Flow in Pipes\n[section columns=1]\n"
            "[Author] Ana Lima<br/>ana@flow.example\n[section columns=1]\n"
            "[Author] ⟦<br/>⟧\n[section columns=2]\n"
            "[Abstract] Abstract—Water is wet.\n[Body Text] Rain is wet."
        ),
        (
            "%! author\n"
            "\\IEEEauthorblockN{Ana Lima}\n"
            "\\IEEEauthorblockA{Porto, Portugal}\n"
            "\\and\n"
            "⟦\\IEEEauthorblockN{}⟧\n"
            "\\IEEEauthorblockA{}"
        ),
    ],
)
def leftover_slots(context: Context) -> Iterator[Finding]:
    """The author block has no unused author slots.

    Delete the template's slots that you do not fill.
    """
    yield from word_authors.needless_columns(context)
    block = context.paper.author_block
    if block is None or block.style != "blocks":
        return
    named = [author for author in block.authors if words_of(author.names)]
    for author in block.authors:
        if author in named or any(words_of(line) for line in author.lines) or not named:
            continue
        if author.span.text.startswith("\\and"):
            continue
        first = author.span.text.split("\n")[0]
        span = Span(author.span.source, author.span.start, author.span.start + len(first))
        yield Finding(span, "This author block is empty. Delete it with its \\and.")
