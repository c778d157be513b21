"""AUT001, 002: authors are there, each with an affiliation in a block."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.rules import ERROR, WARNING, rule
from ieeelint.rules.support import word_authors
from ieeelint.rules.support.author_lines import is_address, words_of
from ieeelint.rules.support.word_drafts import own_style

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.blocks import Author

CLAUSE = "IEEE conference template, authors"


@rule(
    "AUT001",
    "author-present",
    ERROR,
    CLAUSE,
    bad=[
        "%! author\n\n",
        "%! author\n\\IEEEauthorblockN{}\n\\IEEEauthorblockA{}",
    ],
    good=[
        "%! author\nAna Lima",
        "%! anonymous\n%! author",
    ],
)
def present(context: Context) -> Iterator[Finding]:
    """The paper names at least one author, unless it is for double-anonymous review."""
    paper = context.paper
    if (
        paper.is_fragment
        or paper.title is None
        or context.profile.anonymous
        or context.profile.peer_review
    ):
        return
    block = paper.author_block
    if block is not None and any(words_of(passage) for passage in block.passages):
        return
    if context.latex is not None and any(
        problem.kind == "missing-file" for problem in paper.problems
    ):
        return
    span = block.span if block is not None else paper.title.span
    style = own_style(context, "Author")
    how = "Fill in \\author" if paper.format == "latex" else f'Add them in the style "{style}"'
    yield Finding(span, f"The paper names no author. {how}, or check with --anonymous.")


@rule(
    "AUT002",
    "author-block-structure",
    WARNING,
    CLAUSE + "; How to Use the IEEEtran LaTeX Class, sec. IV-B",
    bad=[
        "%! author\n⟦Ana Lima⟧ \\\\ University of Porto",
        "%! author\n\\IEEEauthorblockN{⟦Ana Lima⟧}\n\\and\n\\IEEEauthorblockN{Bo Costa}",
        "%! author\n\\IEEEauthorblockN{Ana Lima}\n\\IEEEauthorblockA{Porto}\n\\and\n"
        "\\IEEEauthorblockN{⟦Bo Costa⟧}",
        "%! author\n\\IEEEauthorblockN{⟦Ana Lima⟧}",
        (
            "%! author\n"
            "\\IEEEauthorblockN{Ana Lima}\n"
            "\\IEEEauthorblockA{Porto, Portugal}\n"
            "\\and\n"
            "\\IEEEauthorblockN{⟦Bo Costa⟧}\n"
            "\\and\n"
            "\\IEEEauthorblockN{Cy Silva}"
        ),
        "%! author\n\\IEEEauthorblockN{⟦Eva Dias⟧}\n\\IEEEauthorblockA{\\textit{}\\\\ \\\\}",
        "%! author\n\\IEEEauthorblockN{⟦Cy Faro⟧}\n\\IEEEauthorblockA{cy@flow.example}",
        "%! author\n\\IEEEauthorblockN{⟦Di Reis⟧}\n\\IEEEauthorblockA{di@flow.example}\n\\and\n"
        "\\IEEEauthorblockN{Bo Costa}\n\\IEEEauthorblockA{bo@flow.example}",
        (
            "%! word whole\n[paper title] Steady Flow in Pipes\n"
            "[Normal] ⟦Ana Lima and Bo Costa⟧\n[Normal] University of Porto\n"
            "[Abstract] Abstract—Water is wet.\n[Body Text] Rain is wet."
        ),
        (
            "%! word whole\n[paper title] Steady Flow in Pipes\n"
            "| ⟦Ana Lima⟧ | Bo Costa |\n| ana@flow.example | bo@flow.example |\n"
            "[Abstract] Abstract—Water is wet.\n[Body Text] Rain is wet."
        ),
    ],
    good=[
        "%! author\n\\IEEEauthorblockN{Ana Lima}\n\\and\n\\IEEEauthorblockN{Bo Costa}\n"
        "\\IEEEauthorblockA{Porto}",
        (
            "%! author\n"
            "\\IEEEauthorblockN{Ana Lima\\IEEEauthorrefmark{1} and Bo "
            "Costa\\IEEEauthorrefmark{2}}\n"
            "\\IEEEauthorblockA{\\IEEEauthorrefmark{1}Porto, Portugal}\n"
            "\\IEEEauthorblockA{\\IEEEauthorrefmark{2}Lyon, France}"
        ),
        (
            "%! class\n"
            "\\documentclass[journal]{IEEEtran}\n"
            "%! author\n"
            "Ana Lima,~\\IEEEmembership{Member,~IEEE}"
        ),
        "%! author\n\\IEEEauthorblockN{Ana Lima}\n\\IEEEauthorblockA{ana@flow.example}\n\\and\n"
        "\\IEEEauthorblockN{Bo Costa}\n\\IEEEauthorblockA{Porto, Portugal}",
        "%! author\nAnonymous Authors",
        (
            "%! word whole\n[paper title] Steady Flow in Pipes\n"
            "[Normal] Ana Lima<br/>University of Porto<br/>Porto, Portugal\n"
            "[Abstract] Abstract—Water is wet.\n[Body Text] Rain is wet."
        ),
        (
            "%! word whole\n[paper title] Steady Flow in Pipes\n"
            "[Author] Ana Lima and Bo Costa\n[Affiliation] University of Porto\n"
            "[Abstract] Abstract—Water is wet.\n[Body Text] Rain is wet."
        ),
    ],
    formats=("latex", "word"),
)
def block_structure(context: Context) -> Iterator[Finding]:
    """In a conference paper, each author has a name block and an affiliation block.

    Use \\IEEEauthorblockN and \\IEEEauthorblockA, separated by \\and. In Word, each author is one
    paragraph in the style "Author", with line breaks (Shift+Enter) between its lines.
    """
    yield from word_authors.structure(context)
    paper = context.paper
    block = paper.author_block
    view = context.latex
    if (
        block is None
        or view is None
        or view.class_name != "IEEEtran"
        or not view.has_class_option("conference")
    ):
        return
    if block.style == "plain":
        passage = next((passage for passage in block.passages if words_of(passage)), None)
        if passage is not None and not context.profile.anonymous:
            start = passage.start + len(passage.plain) - len(passage.plain.lstrip())
            line = passage.plain.strip().split("\n")[0].strip()
            span = paper.text.span(start, start + len(line))
            yield Finding(
                span, "Put names into \\IEEEauthorblockN and affiliations into \\IEEEauthorblockA."
            )
    elif block.style == "blocks" and not view.commands("IEEEauthorrefmark"):
        yield from _without_affiliation(block.authors)


def _without_affiliation(authors: list[Author]) -> Iterator[Finding]:
    """The authors at the end of the block without an affiliation; one before them may share that of
    the next author.
    """
    named = [author for author in authors if words_of(author.names)]
    last: list[Author] = []
    for author in reversed(named):
        lines = [words for words in map(words_of, author.lines) if words]
        if not all(map(is_address, lines)):
            break
        last.append(author)
    names = last[-1].names if last else None
    if names is None:
        return
    if any(map(words_of, last[-1].lines)):
        whose = "This author gives" if len(last) == 1 else f"{len(last)} authors give"
        message = f"{whose} only an address. Add the organization, city, and country before it."
        yield Finding(names.span, message)
        return
    message = "This author has no affiliation. Add \\IEEEauthorblockA."
    if len(last) == len(named) and len(named) > 1:
        message = "No author has an affiliation. Add \\IEEEauthorblockA to each."
    elif len(last) > 1:
        message = f"The last {len(last)} authors have no affiliation. Add \\IEEEauthorblockA."
    yield Finding(names.span, message)
