"""EQN005, EQN007, EQN011, TXT007: the signs inside formulas."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.formula import COMMAND, LETTERS, inner_span, is_as_typed, tokenize
from ieeelint.paper.text import MATH
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.model import Equation, Math, Paper

CLAUSE = "IEEE conference template, sec. III-C"
# Functions that LaTeX sets upright by a command of their own.
FUNCTIONS = frozenset(
    """sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth log ln lg exp max min sup inf lim det dim ker deg
    gcd arg Pr hom limsup liminf""".split()
)
# Runs of letters that are abbreviations or words, wrong in italics.
WORDS_IN_MATH = frozenset(
    """accuracy precision recall loss error train test total input output score rate softmax argmax argmin sigmoid tanh
    ReLU MSE RMSE MAE SNR TP FP FN TN true false otherwise where for and if subject Precision Recall Accuracy Loss
    Attention Softmax Concat FFN MLP LayerNorm relu avg mean std sign sgn diag rank trace""".split()
)


def formulas(paper: Paper) -> Iterator[Math | Equation]:
    """Inline and displayed formulas of the paper, in order."""
    for mark in paper.text.marks_of(MATH):
        if mark.data is not None:
            yield mark.data
    yield from paper.equations


@rule(
    "EQN005",
    "eq-symbol-defined-nearby",
    INFO,
    CLAUSE,
    default=False,
    bad=["The law is\n\\begin{equation}a=⟦\\kappa⟧ b.\\end{equation}\nHere $a$ is red and $b$ blue."],
    good=["The law is\n\\begin{equation}a=b,\\end{equation}\nwhere $a$ is red and $b$ blue."],
)
def defined_nearby(paper: Paper) -> Iterator[Finding]:
    """The symbols of an equation are said in the text, before it or right after.

    Reported for Greek letters that no formula within the text mentions. Off by
    default: bound variables and constants cannot be told.
    """
    inline = " ".join(mark.data.content for mark in paper.text.marks_of(MATH) if mark.data is not None)
    known = set(pattern(r"\\[a-zA-Z]+").findall(inline)) | {"\\pi", "\\Delta", "\\nabla", "\\Sigma", "\\Pi"}
    greek = pattern(
        r"\\(?:alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|kappa|lambda|mu|nu|xi|rho|sigma|tau|phi|varphi|chi|psi|"
        r"omega|Gamma|Theta|Lambda|Xi|Phi|Psi|Omega)(?![a-zA-Z])"
    )
    told: set[str] = set()
    for equation in paper.equations:
        for match in greek.finditer(equation.content):
            if match.group() not in known and match.group() not in told:
                told.add(match.group())
                message = f"The text never says what {match.group()} is. Define it next to the equation."
                yield Finding(inner_span(equation, match.start(), match.end()), message)


@rule(
    "EQN007",
    "variable-italic",
    INFO,
    CLAUSE + "; IEEE Editing Mathematics",
    bad=["The $⟦accuracy⟧$ is high."],
    good=[
        "It is $\\sin x$ of $abc$ and $\\mathrm{MSE}$, $\\text{loss}$ and $Re$.",
        "Let $x_{max}$ be red; $\\operatorname{rank} A$.",
        "It is $sinus$ and $logs$.",
    ],
    fixes=[("It is $⟦sin⟧ x$.", "It is $\\sin x$."), ("It is $2⟦log⟧(x)$.", "It is $2\\log(x)$.")],
)
def italic(paper: Paper) -> Iterator[Finding]:
    """Variables are italic; functions and words inside formulas are upright.

    Write \\sin, \\log, \\max; set words as \\text{…} or \\mathrm{…}. Plain
    letters in a row print as a product of variables.
    """
    for formula in formulas(paper):
        if not any(character.isalpha() for character in formula.content):
            continue
        for token in tokenize(formula.content):
            if token.kind != LETTERS or token.is_words or token.script or len(token.text) < 2:
                continue
            if token.text in FUNCTIONS and len(token.text) > 1:
                if token.text in ("deg", "dim", "arg", "hom", "ker", "sec", "inf", "Pr", "lg", "lim") and not _is_applied(formula, token.end):
                    continue
                span = inner_span(formula, token.start, token.end)
                fix = None
                if is_as_typed(formula):
                    after = formula.content[token.end : token.end + 1]
                    fix = Fix(Edit(span, "\\" + token.text + (" " if after.isalpha() else "")))
                yield Finding(span, f"Write \\{token.text}: functions are upright.", fix)
            elif token.text in WORDS_IN_MATH and len(token.text) > 3:
                span = inner_span(formula, token.start, token.end)
                fix = Fix(Edit(span, f"\\text{{{token.text}}}"), safe=False) if is_as_typed(formula) else None
                yield Finding(span, f'Set the word "{token.text}" upright: \\text{{{token.text}}}.', fix)


def _is_applied(formula: Math | Equation, at: int) -> bool:
    """True when an argument in parentheses or braces follows."""
    return formula.content[at : at + 8].lstrip(" ~\\,")[:1] in ("(", "\\", "[", "{")


@rule(
    "EQN011",
    "eq-compact",
    INFO,
    CLAUSE,
    default=False,
    bad=["It is $⟦\\frac⟧{a}{b}$."],
    good=["It is $a/b$ and $x^{\\frac{1}{2}}$, $\\tfrac{1}{2}$."],
)
def compact(paper: Paper) -> Iterator[Finding]:
    """Formulas within the text stay compact: a solidus or exp instead of tall fractions.

    Off by default, since the class sets small fractions well enough.
    """
    for mark in paper.text.marks_of(MATH):
        if mark.data is None or "\\frac" not in mark.data.content and "\\dfrac" not in mark.data.content:
            continue
        for token in tokenize(mark.data.content):
            if token.kind == COMMAND and token.text in ("\\frac", "\\dfrac") and not token.script:
                span = inner_span(mark.data, token.start, token.end)
                yield Finding(span, "Within the text write the fraction with a solidus: a/b.")


@rule(
    "TXT007",
    "text-subscript-zero",
    WARNING,
    "IEEE conference template, sec. III-E",
    good=["It is $\\mu_0$ and $\\lambda_o$, the output; $\\mu_{out}$."],
    fixes=[("It is $\\mu_⟦o⟧$.", "It is $\\mu_0$."), ("It is $\\varepsilon_{⟦o⟧}E$.", "It is $\\varepsilon_{0}E$.")],
)
def subscript_zero(paper: Paper) -> Iterator[Finding]:
    """The subscript of the permeability of vacuum and kin is a zero, not the letter o."""
    for formula in formulas(paper):
        if "_" not in formula.content:
            continue
        expression = pattern(r"\\(?:mu|varepsilon|epsilon)\s{0,3}_\s{0,3}(?:\{\s{0,3}(?:\\(?:mathrm|text|rm)\s{0,2}\{?\s{0,2})?)?([oO])(?![a-zA-Z])")
        for match in expression.finditer(formula.content):
            span = inner_span(formula, match.start(1), match.end(1))
            fix = Fix(Edit(span, "0")) if is_as_typed(formula) else None
            yield Finding(span, 'The subscript of a vacuum constant is a zero, "0", not the letter o.', fix)


