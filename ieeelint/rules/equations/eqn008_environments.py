"""EQN008: obsolete environments and commands for equations."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.formula import COMMAND, inner_span, is_as_typed, tokenize
from ieeelint.paper.source import Span
from ieeelint.paper.text import MATH
from ieeelint.paper.zones import RUNNING
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.blocks import Equation
    from ieeelint.paper.placeholders import Math


@rule(
    "EQN008",
    "eq-obsolete-environment",
    WARNING,
    "IEEE conference template, sec. III-D; IEEEtran how-to, obsolete coding",
    bad=[
        "The law is ⟦\\begin{eqnarray}⟧a&=&b.\\end{eqnarray}",
        "The law is $a⟦\\over⟧ b$.",
        "The law is ⟦$$⟧a=b.\\eqno{(1)}$$",
        "The law is \\[{a⟦\\over⟧ b}.\\]",
        (
            "The law is\n"
            "\\begin{equation}\\begin{array}{c}a=b,⟦\\nonumber⟧\\\\c=d.\\end{array}"
            "\\end{equation}"
        ),
        (
            "%! preamble\n"
            "\\def\\be{\\begin{eqnarray}}\\def\\ee{\\end{eqnarray}}\n"
            "%! body\n"
            "The law is ⟦\\be⟧ a&=&b. \\ee"
        ),
    ],
    good=[
        "The law is \\begin{IEEEeqnarray}{rCl}a&=&b.\\end{IEEEeqnarray}",
        "\\verb|$$a$$| and \\verb|eqnarray| are old.",
        "It is $\\overline{a}$ and $\\overset{a}{b}$.",
        "The law is\n\\begin{align}a&=b,\\nonumber\\\\c&=d.\\end{align}",
        "%! preamble\n\\newcommand{\\old}{$$a=b$$}",
        "We pay 5\\$\\$ for it.",
    ],
    fixes=[
        ("The law is ⟦$$⟧a=b.$$", "The law is \\[a=b.\\]"),
        (
            "The law is ⟦\\begin{eqnarray}⟧a&=&b.\\end{eqnarray}",
            "The law is \\begin{IEEEeqnarray}{rCl}a&=&b.\\end{IEEEeqnarray}",
        ),
    ],
    formats=("latex",),
)
def obsolete(context: Context) -> Iterator[Finding]:
    """Do not use eqnarray, $$, \\over, or \\nonumber inside array.

    Use equation, align, IEEEeqnarray, \\[ \\] and \\frac. eqnarray sets wrong gaps
    around relation signs, $$ ignores the spacing of the class, and \\nonumber
    inside array may remove the number of the whole equation.
    """
    paper = context.paper
    for equation in paper.equations:
        if equation.environment == "$$":
            zone = paper.passage_at(equation.position).zone if equation.position >= 0 else ""
            yield _dollars(equation.span, zone in RUNNING)
        elif equation.environment in ("eqnarray", "eqnarray*"):
            yield _eqnarray(context, equation)
        if "array}" in equation.content and "\\no" in equation.content:
            yield from _silenced_array(equation)
        if "\\over" in equation.content:
            yield from _over(equation)
    for mark in paper.text.marks_of(MATH):
        if mark.data is not None and "\\over" in mark.data.content:
            yield from _over(mark.data)


def _dollars(span: Span, is_in_text: bool) -> Finding:
    fix = None
    if (
        is_in_text
        and len(span.text) > 4
        and span.text.startswith("$$")
        and span.text.endswith("$$")
    ):
        first = Span(span.source, span.start, span.start + 2)
        last = Span(span.source, span.end - 2, span.end)
        fix = Fix(Edit(first, "\\[", on_source=True), Edit(last, "\\]", on_source=True))
    begin = Span(span.source, span.start, min(span.end, span.start + 2))
    if "eqno" in span.text:
        return Finding(
            begin,
            "Write \\begin{equation} … \\end{equation}, not $$ … \\eqno … $$: LaTeX then counts the"
            " numbers, and the spacing of the class applies.",
        )
    return Finding(
        begin,
        "Write \\[ … \\], not $$ … $$: a plain TeX display ignores the spacing of the class.",
        fix,
    )


def _eqnarray(context: Context, equation: Equation) -> Finding:
    star = "*" if equation.environment.endswith("*") else ""
    span = equation.span
    opened, closed = f"\\begin{{{equation.environment}}}", f"\\end{{{equation.environment}}}"
    begin = Span(span.source, span.start, max(equation.content_span.start, span.start))
    fix = None
    view = context.latex
    if view is not None and view.class_name == "IEEEtran" and _has_three_columns(equation):
        if span.text.startswith(opened) and span.text.endswith(closed):
            begin = Span(span.source, span.start, span.start + len(opened))
            end = Span(span.source, span.end - len(closed), span.end)
            fix = Fix(
                Edit(begin, f"\\begin{{IEEEeqnarray{star}}}{{rCl}}", on_source=True),
                Edit(end, f"\\end{{IEEEeqnarray{star}}}", on_source=True),
                safe=False,
            )
    message = (
        f"Use align{star} or IEEEeqnarray{star}: {equation.environment} sets wrong gaps around the"
        " relation signs."
    )
    return Finding(begin, message, fix)


def _has_three_columns(equation: Equation) -> bool:
    """True when no row has more than the three columns of eqnarray, so that IEEEeqnarray can
    replace it.
    """
    return all(row.count("&") - row.count("\\&") <= 2 for row in equation.content.split("\\\\"))


def _over(formula: Math | Equation) -> Iterator[Finding]:
    for token in tokenize(formula.content):
        if token.kind == COMMAND and token.text == "\\over":
            yield Finding(
                inner_span(formula, token.start, token.end), "Write \\frac{a}{b}, not {a \\over b}."
            )


def _silenced_array(equation: Equation) -> Iterator[Finding]:
    """\\nonumber between \\begin{array} and \\end{array}."""
    arrays = pattern(r"\\(begin|end)\s{0,3}\{array\}|\\(?:nonumber|notag)(?![a-zA-Z])")
    depth = 0
    for match in arrays.finditer(equation.content):
        if match.group(1):
            depth += 1 if match.group(1) == "begin" else -1
        elif depth > 0:
            span = inner_span(equation, match.start(), match.end())
            yield Finding(
                span,
                f"Delete {match.group()}: inside array it does nothing or removes the number of the"
                " whole equation.",
                Fix(Edit(span, "", on_source=True), safe=False) if is_as_typed(equation) else None,
            )
