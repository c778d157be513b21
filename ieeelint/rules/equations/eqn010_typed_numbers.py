"""EQN010: numbers of figures, tables, sections, equations, and references come from labels."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.blocks import ALGORITHM_FLOAT, EQUATION, FIGURE, LISTING, SECTION, TABLE
from ieeelint.paper.zones import CAPTION, REFERENCE, RUNNING, TABLE_NOTE
from ieeelint.patterns import any_of, pattern
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.equation_uses import follows_word
from ieeelint.rules.support.reference_words import is_of_other_work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.references_use import ReferenceUse
    from ieeelint.tables.text_views import Equations

NAMES = {
    FIGURE: "figure",
    TABLE: "table",
    SECTION: "section",
    EQUATION: "equation",
    ALGORITHM_FLOAT: "algorithm",
    LISTING: "listing",
}
NUMBERED = frozenset("equation align gather multline flalign alignat IEEEeqnarray".split())
# A heading after which the draft has a letter, with numbers that its reviewers typed.
LETTER = r"(?:responses?|reply|replies|answers?) to (?:the )?(?:ae|editors?|reviewers?|referees?)\b"
# The end of a quoted title, and what may be between it and the number of that work.
TITLE_BEFORE = r"[,.?!][”\"]\s{1,2}(?:(?:in|under|see)\s{1,2})?\Z|[”\"],\s{1,2}(?:in\s{1,2})?\Z"
BRACKET = r"\[([1-9][0-9]{0,2})\](?![\w({\[])"


@rule(
    "EQN010",
    "eq-hard-coded-number",
    WARNING,
    "IEEE conference template, sec. III-D; IEEEtran how-to, additional advice",
    bad=[
        "See ⟦Fig.~3⟧ for the flow.",
        "⟦Section II⟧ reviews pipes.",
        "⟦Section VIII⟧ reviews pipes.",
        "\\section{Pipes}\n⟦Fig.~3⟧ shows them.\n\\section*{Reply to the Editor}\nIt flows.",
        "The law of ⟦eq. (2)⟧ holds.",
        "\\begin{equation}a=b.\\label{eq:a}\\end{equation}\nThe law in ⟦(1)⟧ holds.",
        "Lima measured it ⟦[1]⟧ first.",
        "\\begin{equation}a=b.⟦\\tag{1}⟧\\end{equation}",
        "\\begin{equation}a=b.⟦\\tag{1}⟧\\label{eq:a}\\end{equation}",
        "\\begin{equation*}a=b.⟦\\tag{1}⟧\\label{eq:a}\\end{equation*}",
        (
            "As in ⟦Fig.~1⟧. See Table~II, (Fig. 2 of the paper by Lima), Fig. 3 of "
            "this paper, Section~IV, section 4, Fig. 1.2, and Fig. 2 in [3]."
        ),
        ("It is so ⟦[1]⟧. It is so [1] in pipes, x[1], see [2], 5 [1], and ``so [1].''"),
        (
            "\\begin{equation}a=b⟦\\tag{1}⟧\\end{equation} "
            "\\begin{equation}a=b\\tag{A}\\end{equation}"
        ),
    ],
    good=[
        "Lima drew it in ``Pipes and Sand,'' Fig.~3.",
        "Lima drew it in ``Pipes and Sand,'' under Fig.~3.",
        "Lima drew it in ``Pipes and Sand'', Fig.~3.",
        "See Fig.~3 of~\\cite{lima} and Table 12.4 in~\\cite{lima}.",
        (
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Flow.}\\label{fig:a}"
            "\\end{figure}See Fig.~\\ref{fig:a}(b)."
        ),
        "\\begin{equation}a=b.\\tag{P1}\\end{equation}\\[c=d.\\tag{\\ref{eq:a}}\\]",
        "As \\cite[Fig. 3]{lima} shows, it flows. See [3, Fig. 2] too.",
        "Type I errors and Class II pipes differ. There are (1) sand and (2) water.",
        (
            "\\begin{equation}a=b.\\end{equation}\n"
            "There are two kinds, made of (1) sand and (2) water."
        ),
        (
            "Section 5 of the IEC standard and Table 3 in the handbook say so; Section 4.2.1 of RFC"
            " 9110 too."
        ),
        "Section 512 requires pipes.",
        "Table S1 has all pipes.",
        "\\section*{Response to Reviewer 1}\nTable 4 shows no pipes.",
        "The interval [0, 1], the entry x[3], the time [5] s and the year [2019].",
        "Do not write ``see Fig. 3''.",
        "Table I has been cross referenced as Table IV-B3.",
        (
            "\\begin{table}[!t]\\caption{As in Table 3 of~\\cite{lima}}\\begin{tabular}{c}1"
            "\\end{tabular}\\end{table}"
        ),
        (
            "See Fig. 2 of~\\cite{lima}, [3, Fig. 2], the words ``Fig. 2'', Fig. 2 in "
            "the book, and Table~1 of the standard.\n"
            "\n"
            "\\section{Fig. 2}"
        ),
    ],
    formats=("latex",),
)
def hard_coded_number(context: Context) -> Iterator[Finding]:
    """Refer to figures, tables, sections, equations, and references by label, not by typed number.

    A typed number becomes wrong when you add a figure. Write a \\label at the
    figure and \\ref or \\eqref in the text; cite with \\cite. Numbers of other
    publications, and those in an answer to reviewers, are not reported.
    """
    paper = context.paper
    end = _letter_start(paper)
    for use in context.index.reference_uses:
        if (
            use.cross_reference is not None
            or use.start > end
            or use.kind not in NAMES
            or not use.number
            or use.leader is not None
        ):
            continue
        passage = paper.passage_at(use.start)
        if (
            passage.zone not in RUNNING
            or context.index.is_mention(use.start)
            or _is_foreign(context, use)
        ):
            continue
        if passage.zone == CAPTION and not passage.plain[: use.start - passage.start].strip():
            continue  # a typed label of the caption, which FIG003 and TAB006 report
        if not use.word and not follows_word(context, use.start, use.end):
            continue
        macro = "\\eqref" if use.kind == EQUATION else "\\ref"
        shown = " ".join(paper.text.plain[use.start : use.end].split())
        yield Finding(
            paper.text.span(use.start, use.end),
            f'The number in "{shown}" is typed by hand. Give the {NAMES[use.kind]} a \\label'
            f" and write {macro}.",
        )
    yield from _typed_citations(context)
    yield from _typed_tags(context)


def _letter_start(paper: Paper) -> int:
    """Where an answer to reviewers begins; the end of a draft without one."""
    for heading in paper.headings:
        if pattern(LETTER).match(heading.plain.lower()):
            return heading.passage.start
    return len(paper.text.plain)


def _is_foreign(context: Context, use: ReferenceUse) -> bool:
    """True for a number that the draft cannot have, or that belongs to another publication."""
    if is_of_other_work(context, use) or "." in use.number:
        return True
    if use.number[0] == "S":
        return True  # in the supplement
    if use.kind == SECTION and len(use.number) > 2 and use.number.isdecimal():
        return True  # no paper has a hundred sections; a law has
    if use.kind in (TABLE, FIGURE) and "-" in use.number and use.number[0].isalpha():
        return True  # "Table IV-B3"
    if use.word[:1].islower() and use.kind in (SECTION, ALGORITHM_FLOAT):
        return True
    plain = context.paper.text.plain
    if pattern(TITLE_BEFORE).search(plain, max(0, use.start - 24), use.start):
        return True
    before = plain[max(0, use.start - 24) : use.start].rstrip(" \n\u00a0(,")
    if before.endswith(("\ue002", "]", "[")) or pattern(r"\[\d{1,3}\Z").search(before):
        return True
    after = plain[use.end : use.end + 90]
    if pattern(_other_documents(context.vocabulary.equations)).match(after):
        return True
    return "cross referenced as" in " ".join(after.split())  # the example of the template


def _other_documents(vocabulary: Equations) -> str:
    """The pattern of words after "Section 5" that name another document."""
    return (
        r"[a-z()]{0,4},?\s(?:of|in|from)\s(?:"
        r"(?:the|an?|this|that|its|their|our|his|her)?\s?(?:[\w.-]{1,30}\s){0,4}"
        rf"{any_of(vocabulary.documents)}\b"
        rf"|(?:the\s)?{any_of(vocabulary.publishers)}\b)"
    )


def _typed_citations(context: Context) -> Iterator[Finding]:
    """[3] typed by hand in a draft that has a reference list."""
    paper = context.paper
    entries = len(paper.references) or len(paper.bibliography.database_keys or ())
    if not entries or "[" not in paper.text.plain:
        return
    plain = paper.text.plain
    zones = (RUNNING - {TABLE_NOTE}) - {REFERENCE}
    for match in paper.find(pattern(BRACKET), zones):
        start = match.start()
        if int(match.group(1)) > entries or start == 0 or context.index.is_mention(start):
            continue
        if plain[start - 1] not in " \n\u00a0" or not pattern(
            r"[.,;:)]|[\s\u00a0]{1,3}[^\W\d_]{2,}|\s?\Z|\n\n"
        ).match(plain, match.end()):
            continue
        if not pattern(r"[^\W\d_]{2,}[,.]?[\s\u00a0]{1,2}\Z").search(
            plain, max(0, start - 30), start
        ):
            continue
        yield Finding(
            paper.text.span(*match.span()),
            f'"{match.group()}" is typed by hand. Cite the reference with \\cite.',
        )


def _typed_tags(context: Context) -> Iterator[Finding]:
    """Numbers in \\tag."""
    for equation in context.paper.equations:
        for number, span in equation.tags:
            if not span.text.startswith("\\tag"):
                continue
            if pattern(r"\s*\(?[0-9]{1,3}\)?\s*\Z").match(number):
                remedy = (
                    "the \\tag, and write a \\label in an environment that numbers the equation."
                )
                if equation.labels and equation.environment in NUMBERED:
                    remedy = "the \\tag: the environment numbers the equation."
                yield Finding(span, f"The number of the equation is typed by hand. Delete {remedy}")
