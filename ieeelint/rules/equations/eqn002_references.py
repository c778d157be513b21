"""EQN002: within a sentence the text refers to an equation by its number in parentheses."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.blocks import EQUATION
from ieeelint.paper.text import REF
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.equation_uses import (
    all_parentheses,
    equation_uses,
    macro_fix,
    parentheses,
    printed_number,
    printed_numbers,
    shown,
)
from ieeelint.rules.support.formats import tie
from ieeelint.rules.support.mismatched_words import mismatches, other_kind
from ieeelint.rules.support.reference_words import printing_command, replaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Match

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.references_use import ReferenceUse

POSSESSIVE = ("'s", "’s", "s'", "s’")
COMPLEMENT = r"[ \u00a0]of (?:state|motion|continuity|balance|equilibrium)\b"
CLAUSE = "IEEE conference template, sec. III-C"
ONE = "\\begin{equation}a=b.\\label{eq:a}\\end{equation}\n"
TWO = ONE + "\\begin{equation}c=d.\\label{eq:c}\\end{equation}\n"
PIPE = "\n\\begin{figure}[!t]\\includegraphics{a}\\caption{Pipe.}\\label{pipe}\\end{figure}"
CLEVEREF = "%! preamble\n\\usepackage{amsmath,cleveref}\n%! body\n"


@rule(
    "EQN002",
    "eq-reference-form",
    WARNING,
    CLAUSE,
    bad=[
        ONE + "The law in ⟦Equation~\\ref{eq:a}⟧ holds.",
        "The law of ⟦eq. (2)⟧ holds.",
        "It is wet (see ⟦eq.~\\ref{pipe}⟧). Equation~\\ref{pipe} holds." + PIPE,
        "The law of ⟦eq.~\\eqref{eq:lost}⟧ holds.",
        TWO + "The laws ⟦Eqns.~\\eqref{eq:a}⟧ and \\eqref{eq:c} hold.",
        CLEVEREF + TWO + "The laws in ⟦\\cref{eq:a,eq:c}⟧ hold.",
        CLEVEREF + TWO + "The laws in ⟦\\crefrange{eq:a}{eq:c}⟧ hold.",
        "%! preamble\n\\newcommand{\\eqnref}[1]{Eq.~(\\ref{#1})}\n%! body\n"
        + ONE
        + "The law in ⟦\\eqnref{eq:a}⟧ holds.",
        ONE + "⟦The equation~\\eqref{eq:a}⟧ holds.",
        "%! preamble\n\\newcommand{\\thelaw}{The}\n%! body\n"
        + ONE
        + "⟦\\thelaw{} equation~\\eqref{eq:a}⟧ holds.",
        ONE + "The ⟦equation~\\eqref{eq:a}⟧ of motion holds.",
        ONE + "It is ``wet''; see The ⟦equation~\\eqref{eq:a}⟧ of it.",
        ONE + "Balance ⟦equation (\\ref{eq:a})⟧ holds.",
        ONE + "The heat ⟦equation~\\eqref{eq:a}⟧ holds.",
        ONE + "The law in ⟦\\ref{eq:a}⟧ holds.",
        (
            "\\begin{equation}a=b.\\label{eq:a}\\end{equation}\n"
            "It is as in ⟦\\ref{eq:a}⟧, and in (see \\ref{eq:a}), and in pipes (wet) "
            "\\ref{eq:a}."
        ),
        (
            "\\begin{equation}a=b.\\label{eq:a}\\end{equation}\n"
            "It is as in the heat ⟦equation~\\eqref{eq:a}⟧, the wave "
            "equation~\\eqref{eq:a}, and solving equation~\\eqref{eq:a}, as the method "
            "solves equation~\\eqref{eq:a}, and mostly equation~\\eqref{eq:a}."
        ),
        (
            "\\begin{equation}a=b.\\label{eq:a}\\end{equation}\n"
            "It is as in the ⟦equation~\\eqref{eq:a}⟧."
        ),
        ONE + "The flow in this ⟦equation~\\eqref{eq:a}⟧ is high.",
        ONE + "The system of ⟦equations~\\eqref{eq:a}⟧ is solved.",
        TWO + "It follows by solving group ⟦equations~\\eqref{eq:a}⟧ and \\eqref{eq:c}.",
        ONE + "The two ⟦equations~\\eqref{eq:a}⟧ hold.",
        ONE + "We solve Kirchhoff's ⟦equations~\\eqref{eq:a}⟧ here.",
        ONE + "We solve the pipes' ⟦equations~\\eqref{eq:a}⟧ here.",
        ONE + "We solve Euler--Lagrange's ⟦equation~\\eqref{eq:a}⟧ here.",
        ONE + "The number of ⟦equations~\\eqref{eq:a}⟧ is two.",
        ONE + "We replace the ⟦equation~\\eqref{eq:a}⟧ of motion.",
        ONE + "The flow in the heat ⟦Eq.~\\eqref{eq:a}⟧ is high.",
        ONE + "The terms of ⟦equation~\\eqref{eq:a}⟧'s left side are known.",
    ],
    good=[
        ONE + "Equation~\\eqref{eq:a} holds, and by~\\eqref{eq:a} all is well.",
        ONE + "See \\cite[eq. (3)]{lima} for the equation of state (1), problem~(4), and the"
        " inequality~\\eqref{eq:a}.",
        ONE + "As Eq.~(3) of~\\cite{lima} shows, it holds. See [3, eq. (2)].",
        CLEVEREF.replace("\n%! body", "\\crefname{equation}{}{}\n%! body")
        + ONE
        + "The law in~\\cref{eq:a} holds.",
        CLEVEREF.replace("\n%! body", "\\crefformat{equation}{(#2#1#3)}\n%! body")
        + ONE
        + "The law in~\\cref{eq:a} holds.",
        "Write ``(1)'', not ``Eq. (1)'' or ``equation (1)''.",
        TWO + "By (\\ref{eq:a}--\\ref{eq:c}) and (\\ref{eq:a}, \\ref{eq:c}) it holds.",
        "We solve the equation 3 times and the equation 2 more times.",
    ],
    fixes=[
        (ONE + "⟦The equation~\\eqref{eq:a}⟧ holds.", ONE + "Equation~\\eqref{eq:a} holds."),
        (ONE + "⟦The Eq. \\ref{eq:a}⟧ holds.", ONE + "Equation~(\\ref{eq:a}) holds."),
        (
            TWO + "⟦The equations \\eqref{eq:a}⟧ and \\eqref{eq:c} hold.",
            TWO + "Equations~\\eqref{eq:a} and \\eqref{eq:c} hold.",
        ),
        (
            ONE + "The law (⟦Eq.~\\ref{eq:a}⟧) holds, and (the equation~\\eqref{eq:a}) is short.",
            ONE + "The law (\\ref{eq:a}) holds, and \\eqref{eq:a} is short.",
        ),
        (ONE + "The law (⟦equation (\\ref{eq:a})⟧) holds.", ONE + "The law (\\ref{eq:a}) holds."),
        (
            TWO + "The laws (⟦Eqs.~\\eqref{eq:a}⟧ and \\eqref{eq:c}) hold.",
            TWO + "The laws (\\eqref{eq:a} and \\eqref{eq:c}) hold.",
        ),
        (
            ONE + "The law in the ⟦Eq.~\\eqref{eq:a}⟧ holds.",
            ONE + "The law in \\eqref{eq:a} holds.",
        ),
        (ONE + "The law in ⟦Eq.~\\eqref{eq:a}⟧ holds.", ONE + "The law in \\eqref{eq:a} holds."),
        (
            ONE + "The law of ⟦equation (\\ref{eq:a})⟧ holds.",
            ONE + "The law of (\\ref{eq:a}) holds.",
        ),
        (
            ONE + "The law in the ⟦equation~\\eqref{eq:a}⟧ holds.",
            ONE + "The law in \\eqref{eq:a} holds.",
        ),
        (
            TWO + "By ⟦Eqs.~\\ref{eq:a}⟧ and~\\ref{eq:c} it holds.",
            TWO + "By (\\ref{eq:a}) and~(\\ref{eq:c}) it holds.",
        ),
        ("The law of ⟦eq. 2⟧ holds.", "The law of (2) holds."),
        ("By ⟦eq. 3⟧, 5-kHz signals pass.", "By (3), 5-kHz signals pass."),
        ("By ⟦eqs. 4⟧ and 5, 6-bit codes do.", "By (4) and (5), 6-bit codes do."),
        ("By ⟦eqs. 4⟧, 5, 6-$\\mu$m gaps do.", "By (4), (5), 6-$\\mu$m gaps do."),
        ("By ⟦eqs. 1⟧ and 2, 3 pipes leak.", "By (1) and (2), 3 pipes leak."),
        ("By ⟦eqs. 1⟧, 2, and 3, it leaks.", "By (1), (2), and (3), it leaks."),
        ("By ⟦eqs. 1⟧--2, 10\\% leak.", "By (1)--(2), 10\\% leak."),
        ("By ⟦eqs. 1⟧--2, 10--20\\% leak.", "By (1)--(2), 10--20\\% leak."),
        (
            TWO + "By ⟦Eqs.~(\\ref{eq:a}⟧, \\ref{eq:c}) it holds.",
            TWO + "By (\\ref{eq:a}, \\ref{eq:c}) it holds.",
        ),
        (
            "%! preamble\n\\usepackage{amsmath,hyperref}\n%! body\n"
            + ONE
            + "The law in ⟦\\autoref{eq:a}⟧ holds.",
            "%! preamble\n\\usepackage{amsmath,hyperref}\n%! body\n"
            + ONE
            + "The law in \\eqref{eq:a} holds.",
        ),
    ],
    english=True,
)
def reference_form(context: Context) -> Iterator[Finding]:
    """Within a sentence write "(1)", not "Eq. (1)" or "equation (1)".

    \\eqref prints the parentheses; \\autoref and \\cref print a word unless you
    change that. At the start of a sentence keep the word: "Equation (1) is".
    Where the equation has a name, as in "the heat equation (1)", the severity
    is info.
    """
    paper = context.paper
    yield from mismatches(context, EQUATION)
    for use in equation_uses(context):
        if use.at_sentence_start or other_kind(paper, use):
            continue
        if not use.word:
            if _is_bare(paper, use):
                number = printed_number(paper, use)
                yield Finding(
                    paper.text.span(use.start, use.end),
                    f'This prints "{number}" alone. Put the number of an equation in parentheses:'
                    f' "({number})".',
                    Fix(*parentheses(paper, use)),
                )
            continue
        numbers, printed = printed_numbers(context, use), shown(context, use)
        span = paper.text.span(use.start, use.end)
        command = printing_command(paper, use)
        if command:
            yield Finding(
                span,
                f'"\\{command}" prints "{printed}" here. Inside a sentence IEEE prints "{numbers}"'
                f" alone: {_advice(command)}",
                macro_fix(context, use, command, ""),
            )
        elif article := _opening_article(context, use):
            yield _at_start(context, use, article.start(), numbers)
        elif _is_named(context, use):
            yield Finding(
                span,
                f'IEEE refers to an equation by its number alone, "{numbers}". '
                f'Keep the word of "{printed}" only if the name matters.',
                severity=INFO,
                condemned=replaced(paper, use),
            )
        else:
            message = f'Inside a sentence write "{numbers}" alone, not "{printed}".'
            condemned = replaced(paper, use)
            yield Finding(span, message, _typed_fix(context, use), condemned=condemned)


def _opening_article(context: Context, use: ReferenceUse) -> Match[str] | None:
    """The "The" of "The equation (1) shows", if a sentence begins with it."""
    article = pattern(r"\bThe[\s\u00a0]{1,3}\Z").search(
        context.paper.text.plain, max(0, use.start - 6), use.start
    )
    if article is None or pattern(COMPLEMENT).match(context.paper.text.plain, use.end):
        return None
    return article if context.index.starts_sentence(article.start()) else None


def _at_start(context: Context, use: ReferenceUse, start: int, numbers: str) -> Finding:
    """The finding for "The equation (1)": without "The", the word stays before the number."""
    paper = context.paper
    right = "Equations" if use.word.rstrip(".").lower().endswith("s") else "Equation"
    fix = None
    if paper.text.is_typed(start, use.word_end):
        stop = use.word_end + len(use.separator)
        span = paper.text.span(start, stop)
        fix = Fix(Edit(span, right + tie(paper)), *all_parentheses(context, use))
    return Finding(
        paper.text.span(start, use.end),
        f'At the start of a sentence write "{right} {numbers}", not "The {shown(context, use)}".',
        fix,
        condemned=replaced(paper, use),
    )


def _advice(command: str) -> str:
    if command in ("autoref", "autoref*"):
        return "use \\eqref."
    if command.lower() == "crefrange":
        return "write \\eqref{…}--\\eqref{…}."
    if command.lower().startswith("cref"):
        return "use \\eqref, or write \\crefformat{equation}{(#2#1#3)} in the preamble."
    return f"use \\eqref, or change the definition of \\{command}."


def _is_bare(paper: Paper, use: ReferenceUse) -> bool:
    """True for a \\ref to an equation of the paper without a parenthesis before it."""
    reference = use.cross_reference
    if (
        reference is None
        or use.parenthesized
        or reference.command != "ref"
        or len(reference.keys) != 1
    ):
        return False
    label = paper.labels.get(reference.keys[0][0])
    if label is None or label.kind != EQUATION or reference.span.text[:4] != "\\ref":
        return False
    before = paper.text.plain[max(0, use.start - 80) : use.start].rpartition("\n\n")[2]
    if before.endswith("-") and before[-2:-1] not in (REF, ")"):
        return False  # a compound; but both ends of a range need parentheses
    return before.count("(") <= before.count(")") and not before.endswith(".")


def _is_named(context: Context, use: ReferenceUse) -> bool:
    """True where the words before name the equation: "the heat equation (1)"."""
    vocabulary = context.vocabulary.equations
    start = context.index.sentence(use.start)[0]
    words = context.paper.text.plain[max(start, use.start - 60) : use.start].split()
    if pattern(COMPLEMENT).match(context.paper.text.plain, use.end):
        return True  # the equation (1) of state
    if not words or not pattern(r"[^\W\d_]{2,}(?:[’'–-][^\W\d_]+)*[’']?\Z").match(words[-1]):
        return False
    last = words[-1].lower()
    if last == "of" and " ".join(words[-2:-1]).lower() in vocabulary.groups:
        return True  # the system of equations (1)
    if last in vocabulary.groups:
        return True  # solving the group equations (1) and (2)
    if last in vocabulary.determiners:
        return last != "the"  # "in this equation (1)" is not "in this (1)"
    if last.endswith(POSSESSIVE):
        return True  # Maxwell's equations (1)
    if last in vocabulary.no_names or last.endswith(("ing", "ly")):
        return False
    if last.endswith("s") and not last.endswith(("ss", "ics", "'s", "’s", "us")):
        return False  # a verb or a plural: "the method solves equation (3)"
    for word in reversed(words[-4:-1]):
        if word.lower() in vocabulary.determiners:
            return True
        if word.lower() in vocabulary.no_names or not word[-1:].isalpha():
            return False
    return len(words) == 1 and words[-1][0].isupper()


def _typed_fix(context: Context, use: ReferenceUse) -> Fix | None:
    """Delete the word with its article, and put all numbers of the list in parentheses.

    In "(equation 3)" the parentheses are there already, and in "(equation (3))" twice.
    """
    paper = context.paper
    if not paper.text.is_typed(use.word_start, use.word_end):
        return None
    if paper.text.plain[use.end : use.end + 1] in ("'", "’"):
        return None  # "equation (1)'s terms" needs the word
    start = use.word_start
    article = pattern(r"\bthe[\s\u00a0]{1,3}\Z").search(paper.text.plain, max(0, start - 6), start)
    if article:
        start = article.start()
    stop = use.word_end + len(use.separator)
    plain = paper.text.plain
    if plain[start - 1 : start] == "(" and plain[use.end : use.end + 1] == ")":
        if not use.parenthesized:
            return Fix(Edit(paper.text.span(start, stop), ""))
        outer = paper.text.span(start - 1, stop), paper.text.span(use.end, use.end + 1)
        return Fix(*(Edit(span, "") for span in outer))
    return Fix(Edit(paper.text.span(start, stop), ""), *all_parentheses(context, use))
