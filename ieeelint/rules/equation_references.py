"""EQN002, EQN003, EQN006, EQN010: how the text refers to equations, minus signs, typed numbers."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.model import ALGORITHM_FLOAT, CELL, EQUATION, FIGURE, RUNNING, SECTION, TABLE
from ieeelint.paper.text import CITE
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.model import Paper
    from ieeelint.paper.references_use import ReferenceUse

CLAUSE = "IEEE conference template, sec. III-C"
LABELLED = "\\begin{equation}a=b.\\label{eq:a}\\end{equation}\n"


@rule(
    "EQN002",
    "eq-reference-form",
    WARNING,
    CLAUSE,
    bad=[
        LABELLED + "The law in ⟦Equation~\\ref{eq:a}⟧ holds.",
        "%! preamble\n\\usepackage{hyperref}\n%! body\n" + LABELLED + "The law in ⟦\\autoref{eq:a}⟧ holds.",
        "The law of ⟦eq. (2)⟧ holds.",
    ],
    good=[
        LABELLED + "Equation~\\eqref{eq:a} holds, and by~\\eqref{eq:a} all is well.",
        LABELLED + "See \\cite[eq. (3)]{lima} for the equation of state (1) and problem~(4).",
        "%! preamble\n\\usepackage{cleveref}\\crefname{equation}{}{}\n%! body\n" + LABELLED + "The law in~\\cref{eq:a} holds.",
        "Write ``(1)'', not ``Eq. (1)''.",
    ],
    fixes=[
        (LABELLED + "The law in ⟦Eq.⟧~\\eqref{eq:a} holds.", LABELLED + "The law in \\eqref{eq:a} holds."),
        (LABELLED + "The law of ⟦equation⟧ (\\ref{eq:a}) holds.", LABELLED + "The law of (\\ref{eq:a}) holds."),
    ],
    english=True,
)
def reference_form(paper: Paper) -> Iterator[Finding]:
    """Within a sentence write "(1)", not "Eq. (1)" or "equation (1)".

    Use \\eqref, which sets the parentheses. At the start of a sentence the word
    stays: "Equation (1) is".
    """
    for use in _equations(paper):
        if use.leader is not None or not use.word:
            continue
        if use.at_sentence_start and use.word.lower().startswith("equation"):
            continue
        if use.at_sentence_start and use.parenthesized:
            continue  # EQN003 asks for the full word
        number = use.number or "1"
        span = paper.text.span(use.start, use.end)
        fix = None
        exact = paper.text.is_typed(use.word_start, use.word_end)
        if use.parenthesized and exact and not use.at_sentence_start:
            stop = use.word_end + len(use.separator)
            fix = Fix(Edit(paper.text.span(use.word_start, stop), ""))
            span = paper.text.span(use.word_start, use.end)
        shown = " ".join(paper.text.plain[use.word_start : use.word_end].split())
        message = f'Write "({number})" alone, not "{shown} ({number})".'
        yield Finding(span, message, fix)


def _equations(paper: Paper) -> Iterator[ReferenceUse]:
    """References to equations in running text, those of quoted or cited works left out."""
    for use in paper.index.references:
        if use.kind != EQUATION or paper.passage_at(use.start).zone not in RUNNING:
            continue
        if paper.index.is_mention(use.start) or of_another_work(paper, use):
            continue
        yield use


def of_another_work(paper: Paper, use: ReferenceUse) -> bool:
    """ "Fig. 3 of [5]", "Table 2 in [7]", "[3, eq. (2)]": a number in a cited work."""
    plain = paper.text.plain
    following = plain[use.end : use.end + 24]
    match = pattern(r"(?:\([a-z]\))?,?[\s\u00a0]{1,3}(?:of|in|from)[\s\u00a0]{1,3}(?:the[\s\u00a0]|Ref|ref|\[|" + CITE + "|.{0,16}et al)").match(following)
    if match and not match.group().rstrip().endswith("the"):
        return True
    before = plain[max(0, use.start - 24) : use.start].rstrip(" \u00a0(,")
    return before.endswith((CITE, "]"))


@rule(
    "EQN003",
    "eq-reference-sentence-start",
    WARNING,
    CLAUSE,
    bad=[LABELLED + "It holds. ⟦\\eqref{eq:a}⟧ gives the rate."],
    good=[
        LABELLED + "It holds. Equation~\\eqref{eq:a} is linear, as~\\eqref{eq:a} shows.",
        "There are two: (1) sand and (2) water. (a) is first.",
        "\\begin{itemize}\n\\item (1) sand\n\\end{itemize}",
    ],
    fixes=[
        (LABELLED + "It holds. ⟦\\eqref{eq:a}⟧ is linear.", LABELLED + "It holds. Equation~\\eqref{eq:a} is linear."),
        (LABELLED + "It holds. ⟦Eq.⟧~\\eqref{eq:a} is linear.", LABELLED + "It holds. Equation~\\eqref{eq:a} is linear."),
    ],
    english=True,
)
def sentence_start(paper: Paper) -> Iterator[Finding]:
    """At the start of a sentence write "Equation (1)", neither a bare number nor "Eq. (1)"."""
    verb = pattern(
        r",?[\s\u00a0]{1,3}(?:is|are|was|were|shows?|gives?|holds?|can|has|means?|states?|describes?|defines?|represents?|"
        r"implies|yields?|becomes?|may|must|will|follows?|reduces?|ensures?|expresses|denotes?|requires?|also|and|to)\b"
    )
    plain = paper.text.plain
    for use in _equations(paper):
        if use.leader is not None or not use.at_sentence_start or not use.parenthesized:
            continue
        number = use.number or "1"
        if use.word:
            if use.word.lower().startswith("equation"):
                continue
            fix = None
            if paper.text.is_typed(use.word_start, use.word_end):
                plural = "s" if use.word.lower().rstrip(".").endswith("s") else ""
                fix = Fix(Edit(paper.text.span(use.word_start, use.word_end), f"Equation{plural}"))
            message = f'Write "Equation ({number})" at the start of a sentence, not "{use.word} ({number})".'
            yield Finding(paper.text.span(use.word_start, use.end), message, fix)
            continue
        passage = paper.passage_at(use.start)
        if passage.is_item and use.start <= passage.start + 2:
            continue
        if use.cross_reference is None and not verb.match(plain, use.end):
            continue
        if not verb.match(plain, use.end):
            continue
        span = paper.text.span(use.start, use.end)
        point = type(span)(span.source, span.start, span.start)
        fix = Fix(Edit(point, "Equation~")) if paper.latex is not None else None
        yield Finding(span, f'Write "Equation ({number})" at the start of a sentence.', fix)


@rule(
    "EQN006",
    "minus-not-hyphen",
    WARNING,
    CLAUSE,
    good=[
        "The range 3--5 and the flag \\texttt{-1} are fine; so is $-5$~dB.",
        "Call 555-1234 or use the 16-QAM of 802.11-2020.",
        "\\begin{itemize}\\item[-] 5 pipes\n\\end{itemize}",
        "Take pp. 3-5 of it.",
    ],
    fixes=[("The gain is ⟦-5⟧~dB.", "The gain is $-5$~dB."), ("The gain (⟦-0.5⟧~dB) is low.", "The gain ($-0.5$~dB) is low.")],
)
def minus(paper: Paper) -> Iterator[Finding]:
    """A minus is a minus sign, not a hyphen.

    In LaTeX set the number in math, $-5$; in Word type U+2212. In tables the
    hyphen is reported once.
    """
    if " -" not in paper.text.plain and "(-" not in paper.text.plain and "\n-" not in paper.text.plain:
        return
    told = False
    unit = r"(?=[ \u00a0\u2009]{0,2}(?:dB[a-z]{0,2}|[munkMG]?[VAWsmK]|°|%|[kMG]?Hz|mm|eV|ppm)(?![\w-])|[\s,;).\]]|$)"
    for match in paper.find(pattern(r"(?<=[ (\n\u00a0=<>\[,])-(\d{1,9}(?:\.\d{1,9})?)" + unit), RUNNING | {CELL}):
        start, end = match.start(), match.end(1)
        zone = paper.passage_at(start).zone
        if zone == CELL:
            cell = paper.passage_at(start).plain.strip()
            if told or not pattern(r"-\d{1,9}(?:\.\d{1,9})?[%\s]{0,3}$").match(cell):
                continue
            told = True
        before = paper.text.plain[max(0, start - 3) : start]
        after = paper.text.plain[match.end(1) : match.end(1) + 1]
        if pattern(r"[\d\w][ \u00a0]$").search(before) and before[-2:-1].isdigit() or after == "-":
            continue  # "5 -3": a range or a list of numbers
        span = paper.text.span(start, end)
        fix = None
        if paper.text.is_typed(start, end):
            new = f"$-{match.group(1)}$" if paper.latex is not None else "\u2212" + match.group(1)
            fix = Fix(Edit(span, new))
        yield Finding(span, f'"-{match.group(1)}" has a hyphen for a minus sign: write $-{match.group(1)}$.', fix)


@rule(
    "EQN010",
    "eq-hard-coded-number",
    WARNING,
    "IEEE conference template, sec. III-D",
    bad=["See ⟦Fig.~3⟧ for the flow.", "⟦Section II⟧ reviews pipes.", "The law of ⟦eq. (2)⟧ holds."],
    good=[
        "See Fig.~3 of~\\cite{lima} and Table 12.4 in~\\cite{lima}.",
        "\\begin{figure}[!t]\\includegraphics{a}\\caption{Flow.}\\label{fig:a}\\end{figure}See Fig.~\\ref{fig:a}(b).",
        "As \\cite[Fig. 3]{lima} shows, it flows.",
        "Type I errors and Class II pipes differ. There are (1) sand and (2) water.",
    ],
    formats=("latex",),
)
def hard_coded_number(paper: Paper) -> Iterator[Finding]:
    """Figures, tables, sections and equations are referred to by their labels, not by typed numbers.

    A typed number goes wrong when a figure is added. Give the thing a \\label
    and write \\ref or \\eqref.
    """
    names = {FIGURE: "figure", TABLE: "table", SECTION: "section", EQUATION: "equation", ALGORITHM_FLOAT: "algorithm"}
    for use in paper.index.references:
        if use.cross_reference is not None or use.kind not in names or not use.number:
            continue
        if use.leader is not None or not use.word or paper.passage_at(use.start).zone not in RUNNING:
            continue
        if paper.index.is_mention(use.start) or of_another_work(paper, use) or _is_foreign(paper, use):
            continue
        macro = "\\eqref" if use.kind == EQUATION else "\\ref"
        message = f"The {names[use.kind]}'s number is typed: give it a \\label and write {macro}, so that it stays right."
        yield Finding(paper.text.span(use.start, use.end), message)


def _is_foreign(paper: Paper, use: ReferenceUse) -> bool:
    """A number the draft cannot have: "Table 12.4", "Section 5 of the standard", a standard's clause."""
    if "." in use.number or use.word[:1].islower() and use.kind in (SECTION, ALGORITHM_FLOAT):
        return True
    following = paper.text.plain[use.end : use.end + 30].lower()
    return pattern(r"[\s\u00a0]of the (?:standard|act|code|book|regulation|directive|manual|rfc|supplement|specification)").match(following) is not None


