"""TXT007: the subscript zero of physical constants."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.formula import (
    CLOSE,
    COMMAND,
    LETTERS,
    OPEN,
    SPACE,
    SUBSCRIPT,
    WORDS,
    formulas,
    inner_span,
    is_as_typed,
    shown,
    tokenize,
)
from ieeelint.paper.text import SUBSCRIPT as LOWERED
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.blocks import Equation
    from ieeelint.paper.formula import Token
    from ieeelint.paper.model import Paper
    from ieeelint.paper.placeholders import Math

    Formula = Math | Equation

LETTER_SUBSCRIPT = r"_[\s{]{0,4}(?:\\(?:mathrm|text|rm|mbox)[\s{]{0,4})?[oO](?![A-Za-z])"
BASE_OF_LETTER = r"(\\[A-Za-z]+|[^\W\d_])\s{0,3}" + LETTER_SUBSCRIPT
# Symbols whose subscript is surely a zero: permeability and permittivity of vacuum.
CONSTANTS = frozenset(("\\mu", "\\epsilon", "\\varepsilon", "μ", "µ", "ε", "ϵ"))
# Symbols whose subscript is a zero if the draft also writes them with a zero.
POSSIBLE_CONSTANTS = frozenset(
    ("\\eta", "\\lambda", "\\phi", "\\Phi", "Z", "k", "η", "λ", "φ", "Φ")
)
# Subscripts of inputs and states: where they occur, the letter o stands for output.
INPUTS = ("i", "in", "I", "e", "s")


@rule(
    "TXT007",
    "text-subscript-zero",
    WARNING,
    "IEEE conference template, sec. III-E",
    bad=[
        "It is $Z_0$ and $Z_⟦o⟧$.",
        "The law is\n\\[B=\\mu_{\\mathrm{⟦o⟧}} H.\\]",
        "%! word\n[Body Text] It is ⟦μ<sub>o</sub>⟧ here.",
        "%! word\n[Body Text] It is ⟦μ<sub>o</sub>⟧, the output x<sub>o</sub>, and 5<sub>o</sub>.",
    ],
    good=[
        (
            "It is $\\mu_0$ and $\\lambda_o$, the output; $\\mu_{out}$, $\\mu_{o,i}$, "
            "$\\epsilon_{opt}$."
        ),
        "The input has $\\mu_i$, the output $\\mu_o$.",
        "It is $Z_0^2$ and $x_o$, $\\mu o$.",
        ("%! word\n[Body Text] It is μ<sub>0</sub>, x<sub>o</sub>, and μ<sub>r</sub> here."),
    ],
    fixes=[
        ("It is $\\mu_⟦o⟧$.", "It is $\\mu_0$."),
        ("It is $\\varepsilon_{⟦o⟧}E$.", "It is $\\varepsilon_{0}E$."),
        ("It is $\\epsilon _ { \\rm ⟦O⟧ }$.", "It is $\\epsilon _ { \\rm 0 }$."),
        ("It is $\\mu_{\\text{⟦o⟧}}$.", "It is $\\mu_{\\text{0}}$."),
        ("It is $Z_0$ and $Z_⟦o⟧$.", "It is $Z_0$ and $Z_0$."),
    ],
)
def subscript_zero(context: Context) -> Iterator[Finding]:
    """The subscript of the permeability of vacuum and other constants is a zero, not the letter o.

    Reported for μ and ε, unless the draft also has them with a subscript for
    an input. Reported for impedances, wavelengths, and the like only when the
    draft writes the zero elsewhere.
    """
    paper = context.paper
    contents = [formula.math for formula in formulas(paper)]
    if not pattern(LETTER_SUBSCRIPT).search("\n".join(contents)):
        contents = []
    letters: list[tuple[str, Formula, Token]] = []
    subscripts: set[tuple[str, str]] = set()
    for formula, content in zip(formulas(paper), contents):
        if "_" not in content:
            continue
        for base, inner in _subscripts(content):
            subscripts.add((base, "".join(token.text for token in inner)))
            if (
                len(inner) == 1
                and inner[0].text in ("o", "O")
                and (base in CONSTANTS or base in POSSIBLE_CONSTANTS)
            ):
                letters.append((base, formula, inner[0]))
    letter_bases = set(pattern(BASE_OF_LETTER).findall("\n".join(contents)))
    is_safe = letter_bases <= CONSTANTS  # next to x_o and V_o, it may be the letter of the output
    for base, formula, token in letters:
        has_input = any((base, subscript) in subscripts for subscript in INPUTS)
        if (base, "0") not in subscripts and (base in POSSIBLE_CONSTANTS or has_input):
            continue
        span = inner_span(formula, token.start, token.end)
        fix = Fix(Edit(span, "0"), safe=is_safe) if is_as_typed(formula) else None
        yield Finding(
            span,
            f'The subscript of {shown(base, paper)} is the letter "{token.text}". Write the digit'
            ' "0".',
            fix,
        )
    yield from _lowered(paper)


def _lowered(paper: Paper) -> Iterator[Finding]:
    """The same for symbols and subscripts that are typed in the text."""
    plain = paper.text.plain
    marks = [
        mark
        for mark in paper.text.marks_of(LOWERED)
        if plain[mark.start : mark.end] in ("o", "O") and plain[mark.start - 1].isalpha()
    ]
    is_safe = all(plain[mark.start - 1] in CONSTANTS for mark in marks)
    for mark in marks:
        base = plain[mark.start - 1]
        if base in CONSTANTS:
            span = paper.text.span(mark.start, mark.end)
            is_typed = paper.text.is_typed(mark.start, mark.end)
            fix = Fix(Edit(span, "0"), safe=is_safe) if is_typed else None
            message = f'The subscript of {base} is the letter "o". Write the digit "0".'
            yield Finding(span, message, fix)


def _subscripts(content: str) -> Iterator[tuple[str, list[Token]]]:
    """Each symbol with the printed tokens of its subscript."""
    if not any(base.lstrip("\\") in content for base in CONSTANTS | POSSIBLE_CONSTANTS):
        return
    tokens = [token for token in tokenize(content) if token.kind != SPACE]
    for number, token in enumerate(tokens):
        if token.kind != SUBSCRIPT or not number or token.is_words:
            continue
        inner: list[Token] = []
        depth = 0
        for following in tokens[number + 1 : number + 12]:
            if following.kind == OPEN:
                depth += 1
            elif following.kind == CLOSE:
                depth -= 1
                if depth <= 0:
                    break
            elif following.kind == COMMAND and (
                following.text[1:] in WORDS or following.text == "\\rm"
            ):
                continue
            else:
                inner.append(following)
                if not depth:
                    break
        base = tokens[number - 1]
        yield (base.text[-1:] if base.kind == LETTERS else base.text), inner
