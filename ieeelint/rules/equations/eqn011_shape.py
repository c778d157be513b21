"""EQN011: formulas in the text are compact, and displays are not shrunk."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.formula import (
    CLOSE,
    COMMAND,
    LETTERS,
    NUMBER,
    OPEN,
    SPACE,
    inner_span,
    is_as_typed,
    tokenize,
)
from ieeelint.paper.text import MATH
from ieeelint.paper.zones import CELL, RUNNING
from ieeelint.rules import INFO, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.formula import Token
    from ieeelint.paper.placeholders import Math

CLAUSE = "IEEE conference template, sec. III-C"


@rule(
    "EQN011",
    "eq-compact",
    INFO,
    CLAUSE,
    default=False,
    bad=[
        "It is $⟦\\frac⟧{a+c}{b}$.",
        "It is $⟦\\displaystyle⟧ x$.",
        "It is $\\sum⟦\\limits⟧_i x_i$.",
        "It is $⟦\\begin⟧{pmatrix} a \\\\ b\\end{pmatrix}$.",
        "The law is\n\\begin{equation}⟦\\resizebox⟧{.9\\hsize}{!}{$a=b$}.\\end{equation}",
    ],
    good=[
        "It is $a/b$ and $x^{\\frac{1}{2}}$, $\\tfrac{1}{2}$, $\\sum_i x_i$, $\\int_0^1 x\\,dx$.",
        "It is $\\left(\\begin{smallmatrix}a\\\\b\\end{smallmatrix}\\right)$.",
        "The law is\n\\[\\frac{a}{b}=c.\\]",
    ],
    fixes=[("It is $⟦\\frac⟧{a}{b}$.", "It is $a/b$.")],
)
def compact(context: Context) -> Iterator[Finding]:
    """Keep formulas in the text compact: write a slash, exp, and exponents, not tall fractions and
    limits.

    Do not shrink a display: break it into lines. Off by default, because the
    class sets small fractions well enough.
    """
    paper = context.paper
    for mark in paper.text.marks_of(MATH):
        if (
            mark.data is None
            or "\\" not in mark.data.content
            or paper.passage_at(mark.start).zone not in RUNNING - {CELL}
        ):
            continue
        content = mark.data.content
        if not any(
            name in content for name in ("frac", "\\displaystyle", "\\limits", "matrix}", "{array}")
        ):
            continue
        tokens = tokenize(content)
        for at, token in enumerate(tokens):
            if token.kind != COMMAND or token.script:
                continue
            span = inner_span(mark.data, token.start, token.end)
            if token.text in ("\\frac", "\\dfrac", "\\cfrac"):
                yield Finding(
                    span,
                    "In the text, write the fraction with a slash: a/b.",
                    _slash(mark.data, tokens, at),
                )
            elif token.text in ("\\displaystyle", "\\limits"):
                yield Finding(
                    span,
                    f"{token.text} makes the line taller. Leave it out in the text, or display the"
                    " formula.",
                )
            elif (
                token.text == "\\begin" and "smallmatrix" not in content[token.end : token.end + 14]
            ):
                yield Finding(
                    span,
                    "A matrix in the text makes the line spacing uneven. Use a displayed equation.",
                )
    for equation in paper.equations:
        for name in ("\\resizebox", "\\scalebox", "\\tiny", "\\scriptsize"):
            at = equation.content.find(name)
            if at >= 0:
                span = inner_span(equation, at, at + len(name))
                yield Finding(
                    span,
                    f"{name} makes the formula smaller than the text. Break it into lines instead.",
                )


def _slash(formula: Math, tokens: list[Token], at: int) -> Fix | None:
    """a/b for a fraction of two single symbols without other factors."""
    shape = [token for token in tokens[at + 1 : at + 8] if token.kind != SPACE]
    if [token.kind for token in shape[:1] + shape[2:4] + shape[5:6]] != [OPEN, CLOSE, OPEN, CLOSE]:
        return None
    if any(
        token.kind not in (LETTERS, NUMBER) or (token.kind == LETTERS and len(token.text) > 1)
        for token in (shape[1], shape[4])
    ):
        return None
    after = next(
        (token for token in tokens if token.start >= shape[5].end and token.kind != SPACE), None
    )
    if after is not None and after.text not in (
        "=",
        "+",
        "-",
        ",",
        ")",
        "<",
        ">",
        ".",
        "\\le",
        "\\ge",
    ):
        return None
    if not is_as_typed(formula):
        return None
    return Fix(
        Edit(
            inner_span(formula, tokens[at].start, shape[5].end), f"{shape[1].text}/{shape[4].text}"
        ),
        safe=False,
    )
