"""AUT001 to 007: authors and affiliations."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.model import AUTHOR
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, INFO, WARNING, rule
from ieeelint.rules.support import word_clauses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Author, Paper, Passage

CLAUSE = "IEEE conference template, authors"
EMAIL = r"[\w.+{},| -]{1,80}@|\[at\]|\be-?mail\b"
ORCID = r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]|orcid"


def words_of(passage: Passage | None) -> str:
    """The words of a line, blanks put right."""
    return " ".join(passage.plain.split()) if passage is not None else ""


@rule(
    "AUT001",
    "author-present",
    ERROR,
    CLAUSE,
    bad=["%! author\n\n"],
    good=["%! author\nAna Lima"],
)
def present(context: Context) -> Iterator[Finding]:
    """At least one author is named, unless the paper is for double-anonymous review."""
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
    if context.latex is not None and any(one.kind == "missing-file" for one in paper.problems):
        return
    span = block.span if block is not None else paper.title.span
    how = "Fill in \\author" if paper.format == "latex" else 'Name them in the style "Author"'
    yield Finding(span, f"No author is named. {how}, or check with --anonymous.")


@rule(
    "AUT002",
    "author-block-structure",
    WARNING,
    CLAUSE + "; How to Use the IEEEtran LaTeX Class, sec. IV-B",
    bad=[
        "%! author\n⟦Ana Lima⟧ \\\\ University of Porto",
        "%! author\n\\IEEEauthorblockN{Ana Lima}\n\\and\n\\IEEEauthorblockN{⟦Bo Costa⟧}",
    ],
    good=[
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
    ],
    formats=("latex", "word"),
)
def block_structure(context: Context) -> Iterator[Finding]:
    """In a conference paper each author has a name block and an affiliation block.

    Use \\IEEEauthorblockN and \\IEEEauthorblockA, separated by \\and.
    """
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
        passage = next((one for one in block.passages if words_of(one)), None)
        if (
            passage is not None
            and not context.profile.anonymous
            and "anonym" not in passage.plain.lower()
        ):
            start = passage.start + len(passage.plain) - len(passage.plain.lstrip())
            line = passage.plain.strip().split("\n")[0].strip()
            span = paper.text.span(start, start + len(line))
            yield Finding(
                span, "Put names into \\IEEEauthorblockN and affiliations into \\IEEEauthorblockA."
            )
    elif block.style == "blocks" and not view.commands("IEEEauthorrefmark"):
        for author in block.authors[1:] if len(block.authors) > 1 else ():
            if (
                author.names is not None
                and words_of(author.names)
                and not author.lines
                and author is block.authors[-1]
            ):
                yield Finding(
                    author.names.span, "This author has no affiliation: add \\IEEEauthorblockA."
                )


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
    ],
    english=True,
)
def line_order(context: Context) -> Iterator[Finding]:
    """After the name come department and organization, then city and country, then e-mail or
    ORCID.
    """
    paper = context.paper
    block = paper.author_block
    if (
        block is None
        or block.style != "blocks"
        or (context.latex is not None and context.latex.commands("IEEEauthorrefmark"))
    ):
        return
    countries = set(context.vocabulary["places"]["countries"])
    for author in block.authors:
        lines = [line for line in author.lines if words_of(line)]
        if len(lines) < 2:
            continue
        mails = [n for n, line in enumerate(lines) if _is_address(words_of(line))]
        places = [n for n, line in enumerate(lines) if _ends_in_country(words_of(line), countries)]
        if mails and places and places[-1] > mails[-1]:
            yield Finding(
                _line_span(paper, lines[mails[-1]]),
                "Put the e-mail or ORCID last, after city and country.",
            )
        elif not places and mails:
            last = lines[mails[0] - 1] if mails[0] else lines[0]
            if not _is_long(words_of(last)):
                yield Finding(
                    _line_span(paper, last),
                    "No line with city and country follows: it belongs between this line and the"
                    " e-mail.",
                )


def _is_address(words: str) -> bool:
    return (
        bool(pattern(EMAIL, 2).search(words) or pattern(ORCID, 2).search(words))
        or "\ue005" in words
    )


def _ends_in_country(words: str, countries: set[str]) -> bool:
    """True when a line names a country, alone or after a comma."""
    return any(
        part.strip(" .0123456789-–").lower() in countries or part.strip().lower() in countries
        for part in words.split(",")
    )


def _is_long(words: str) -> bool:
    """A line with commas, or in another script, may hold a place in a form not known here."""
    return words.count(",") > 1 or any(
        "\u0370" <= letter < "\ue000" and letter.isalpha() for letter in words
    )


def _line_span(paper: Paper, passage: Passage) -> Span:
    start = passage.start + len(passage.plain) - len(passage.plain.lstrip())
    return paper.text.span(start, start + len(passage.plain.strip()))


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
        )
    ],
    formats=("latex", "word"),
)
def row_layout(context: Context) -> Iterator[Finding]:
    """Names run left to right and then down, three to a row, so that long blocks do not run
    together.

    Six authors fill two rows; from the ninth author on a third row begins. In
    LaTeX a row ends by a line break between the blocks.
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
        f"{len(named)} author blocks in a row may not fit: break the row after the third.",
    )


@rule(
    "AUT005",
    "author-leftover-slots",
    ERROR,
    CLAUSE,
    good=["%! author\n\\IEEEauthorblockN{Ana Lima}\n\\IEEEauthorblockA{Porto, Portugal}"],
    bad=[
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
    """Author slots that are not used are deleted."""
    yield from word_clauses.empty_author_columns(context)
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
    """Affiliations stay short: departments of one organization are not told apart."""
    paper = context.paper
    block = paper.author_block
    if block is None or block.style != "blocks" or not context.profile.is_conference:
        return
    department = pattern(r"\b(?:Dept|Department|School|Faculty|Lab(?:oratory)?|College)\b")
    seen: dict[str, tuple[str, Author]] = {}
    for author in block.authors:
        lines = [line for line in author.lines if words_of(line)]
        unit = next((line for line in lines if department.search(line.plain)), None)
        others = [
            words_of(line).lower()
            for line in lines
            if line is not unit and not _is_address(words_of(line))
        ]
        if unit is None or not others:
            continue
        organization = others[0]
        name = words_of(unit).lower()
        if organization in seen and seen[organization][0] != name:
            message = (
                "One organization needs no different departments: shorten the affiliations to the"
                " organization."
            )
            yield Finding(_line_span(paper, unit), message)
            return
        seen.setdefault(organization, (name, author))


@rule(
    "AUT007",
    "author-no-degree-or-lockout",
    WARNING,
    "How to Use the IEEEtran LaTeX Class; IEEE Editorial Style Manual, byline",
    bad=[
        "%! author\n\\IEEEauthorblockN{⟦Prof.⟧ Ana Lima}\n\\IEEEauthorblockA{Porto, Portugal}",
        "%! author\n\\IEEEauthorblockN{Ana Lima, ⟦Ph.D.⟧}\n\\IEEEauthorblockA{Porto, Portugal}",
        (
            "%! preamble\n"
            "%! anonymous\n"
            "%! author\n"
            "\\IEEEauthorblockN{Anonymous}\n"
            "\\IEEEauthorblockA{⟦ana@flow.example⟧}"
        ),
    ],
    good=[
        (
            "%! author\n"
            "\\IEEEauthorblockN{Md. Prof Lima}\n"
            "\\IEEEauthorblockA{12 Dr. King Street\\\\ Porto, Portugal}"
        ),
        (
            "%! class\n"
            "\\documentclass[journal]{IEEEtran}\n"
            "%! author\n"
            "Ana Lima,~\\IEEEmembership{Senior Member,~IEEE}"
        ),
        "%! preamble\n%! anonymous\n%! author\nAnonymous Authors",
    ],
)
def no_degree(context: Context) -> Iterator[Finding]:
    """Author lines of a conference paper carry no degrees, job titles or membership grades.

    A draft for double-anonymous review carries no e-mail or ORCID at all.
    """
    paper = context.paper
    block = paper.author_block
    if block is None:
        return
    if context.profile.anonymous:
        for passage in paper.passages_in(AUTHOR):
            match = pattern(r"[\w.+-]{1,64}@[\w.-]{3,64}|\d{4}-\d{4}-\d{4}-\d{3}[\dX]").search(
                passage.plain
            )
            if match:
                span = paper.text.span(passage.start + match.start(), passage.start + match.end())
                yield Finding(
                    span,
                    "This gives the author away in a double-anonymous review. Take it out.",
                    None,
                    ERROR,
                )
        return
    if not context.profile.is_conference:
        return
    title = pattern(
        r"(?:^|[\s,(\u00a0])((?:Dr|Prof|Mr|Mrs|Ms|Eng|Assoc\. Prof|Asst\."
        r" Prof)\.(?=\s|\u00a0)|Professor(?=\s)|Ph\.\s?D\.?|PhD|M\.\s?Sc\.?|"
        r"M\.Tech\.?|B\.Tech\.?|B\.\s?Sc\.?|(?:Senior|Student|Graduate"
        r" Student|Life)\s(?:Member|Fellow)(?:,\s?IEEE)?|(?:Member|Fellow),\s?IEEE)"
    )
    for author in block.authors:
        if author.names is None:
            continue
        match = title.search(author.names.plain)
        if match:
            start = author.names.start + match.start(1)
            span = paper.text.span(start, start + len(match.group(1)))
            yield Finding(
                span,
                f'Leave out "{match.group(1)}": names stand without degrees, titles and grades.',
            )
