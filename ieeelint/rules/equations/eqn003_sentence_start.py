"""EQN003: a sentence that begins with an equation begins with the word "Equation"."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.equation_uses import (
    all_parentheses,
    equation_uses,
    macro_fix,
    printed_numbers,
    shown,
)
from ieeelint.rules.support.formats import tie
from ieeelint.rules.support.mismatched_words import other_kind
from ieeelint.rules.support.reference_words import joined, printing_command, replaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.references_use import ReferenceUse

CLAUSE = "IEEE conference template, sec. III-C"
ONE = "\\begin{equation}a=b.\\label{eq:a}\\end{equation}\n"
TWO = ONE + "\\begin{equation}c=d.\\label{eq:c}\\end{equation}\n"
CLEVEREF = "%! preamble\n\\usepackage{amsmath,cleveref}\n%! body\n"
# Words after a number that is the subject of its sentence.
VERBS = (
    r",?[\s\u00a0]{1,3}(?:is|are|was|were|shows?|gives?|holds?|can|has|have|means?|states?"
    r"|describes?|defines?|represents?|"
    r"implies|imply|yields?|becomes?|may|must|will|follows?|reduces?|ensures?|expresses|denotes?"
    r"|requires?|also|then|"
    r"and|to|indicates?|tells?|says?|contains?|leads?|allows?|calculates?|computes?|corresponds?"
    r"|does)\b"
)
# The end of a text that is not the end of a sentence: a tie, or a single word with a period.
ABBREVIATION = r"\.\u00a0\Z|(?:\A|[.!?]\s{1,3})[A-Z][a-z]{1,8}\.\s\Z"
# A second number after the first, so that the word is "Equations".
FURTHER = (
    r"(?:\s?[,–—-]|\s(?:and|or|to|through)\b)[\s,\u00a0]{0,3}(?:and\s|or\s)?\(?(?:\ue003"
    r"|[0-9]{1,3}[a-z]?\))"
)


@rule(
    "EQN003",
    "eq-reference-sentence-start",
    WARNING,
    CLAUSE,
    bad=[
        ONE + "It holds. ⟦\\eqref{eq:a}⟧ gives the rate.",
        "%! preamble\n\\usepackage{hyperref}\n%! body\n" + ONE + "⟦\\autoref{eq:a}⟧ holds.",
        ONE + "⟦Equation~\\ref{eq:a}⟧ holds.",
        ONE + "⟦(1)⟧ is linear.",
        ONE + "It holds. ⟦Equ.~\\ref{eq:a}⟧ is linear.",
    ],
    good=[
        ONE + "It holds. Equation~\\eqref{eq:a} is linear, as~\\eqref{eq:a} shows.",
        TWO + "Equations~\\eqref{eq:a} and~\\eqref{eq:c} hold (see Fig. 2). (They are linear.)",
        CLEVEREF + ONE + "\\Cref{eq:a} holds.",
        "There are two: (1) sand and (2) water. (a) is first.",
        ONE + "There are two. (1) sand and (2) water.",
        "\\begin{itemize}\n\\item (1) sand\n\\end{itemize}",
        ONE + "See, e.g., \\eqref{eq:a}. It holds, cf. \\eqref{eq:a} above. It is linear."
        " \\eqref{eq:a}",
        ONE + "Eqt. (1) is linear. Eqt.~(\\ref{eq:a}) is linear.",
        ONE + "It holds. Eq.~\\ref{pipe} is wet.\n\\begin{figure}[!t]\\includegraphics{a}"
        "\\caption{Pipe.}\\label{pipe}\\end{figure}",
        ONE + "It holds. Eqtn. \\eqref{eq:a} is linear.",
        ONE + "Write it out. ``\\eqref{eq:a} is linear'' is wrong.",
    ],
    fixes=[
        (
            ONE + "It holds. ⟦\\eqref{eq:a}⟧ is linear.",
            ONE + "It holds. Equation~\\eqref{eq:a} is linear.",
        ),
        (
            ONE + "It holds. ⟦Eq.~\\eqref{eq:a}⟧ is linear.",
            ONE + "It holds. Equation~\\eqref{eq:a} is linear.",
        ),
        (
            TWO + "It holds. ⟦(\\ref{eq:a})⟧ and (\\ref{eq:c}) hold.",
            TWO + "It holds. Equations~(\\ref{eq:a}) and (\\ref{eq:c}) hold.",
        ),
        (
            TWO + "⟦Eqs. \\ref{eq:a}⟧ and \\ref{eq:c} hold.",
            TWO + "Equations~(\\ref{eq:a}) and (\\ref{eq:c}) hold.",
        ),
        (
            CLEVEREF + ONE + "It flows. ⟦\\cref{eq:a}⟧ holds.",
            CLEVEREF + ONE + "It flows. Equation~\\eqref{eq:a} holds.",
        ),
    ],
    english=True,
)
def sentence_start(context: Context) -> Iterator[Finding]:
    """At the start of a sentence write "Equation (1)", neither a bare number nor "Eq. (1)".

    A sentence does not begin with a symbol. Keep the parentheses of the number.
    """
    paper = context.paper
    plain = paper.text.plain
    for use in equation_uses(context):
        if not use.at_sentence_start or other_kind(paper, use):
            continue
        several = pattern(FURTHER).match(plain, use.end) is not None or (
            use.cross_reference is not None and len(use.cross_reference.keys) > 1
        )
        right = "Equations" if several or use.word.rstrip(".").lower().endswith("s") else "Equation"
        numbers = printed_numbers(context, use)
        span = paper.text.span(use.start, use.end)
        if not use.word:
            if _opens(paper, use):
                point = Span(span.source, span.start, span.start)
                fix = Fix(Edit(point, right + tie(paper)), *all_parentheses(context, use))
                yield Finding(
                    span,
                    f'Do not begin a sentence with a number: write "{right} {numbers}".',
                    fix,
                )
            continue
        is_right_word = use.word in ("Equation", "Equations")
        if is_right_word and use.parenthesized:
            continue
        command = printing_command(paper, use)
        severity = INFO if is_right_word else ""
        if command:
            message = (
                f'"\\{command}" prints "{shown(context, use)}" here. At the start of a sentence'
                f' IEEE prints "{right} {numbers}".'
            )
            yield Finding(
                span, message, macro_fix(context, use, command, right + tie(paper)), severity
            )
            continue
        typed_fix: Fix | None = None
        if paper.text.is_typed(use.word_start, use.word_end):
            end, tie_between = joined(paper, use)
            edits = (
                []
                if is_right_word and not tie_between
                else [Edit(paper.text.span(use.word_start, end), right + tie_between)]
            )
            typed_fix = Fix(*edits, *all_parentheses(context, use))
        message = (
            f'At the start of a sentence write "{right} {numbers}", not "{shown(context, use)}".'
        )
        yield Finding(span, message, typed_fix, severity, replaced(paper, use))


def _opens(paper: Paper, use: ReferenceUse) -> bool:
    """True when a number without a word is the subject of a sentence.

    False for the mark of a list item, and for a reference after the period of the sentence before.
    """
    plain = paper.text.plain
    passage = paper.passage_at(use.start)
    at_begin = not plain[passage.start : use.start].strip()
    if passage.is_item and at_begin:
        return False
    if pattern(ABBREVIATION).search(plain[max(passage.start, use.start - 30) : use.start]):
        return False  # a word for the number that is in no list: "Equat.~(1)"
    if pattern(VERBS).match(plain, use.end):
        return use.cross_reference is not None or " (2) " not in plain[
            use.end : use.end + 300
        ].replace("\u00a0", " ")
    if use.cross_reference is None or at_begin:
        return False
    return pattern(r",?[\s\u00a0]{1,3}[a-z]{2,}").match(plain, use.end) is not None
