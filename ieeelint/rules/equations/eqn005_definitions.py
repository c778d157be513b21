"""EQN005: the text defines the symbols of an equation."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.formula import (
    COMMAND,
    LETTERS,
    SPACE,
    inner_span,
    shown,
    tokenize,
)
from ieeelint.paper.text import MATH
from ieeelint.rules import INFO, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.formula import Token

CLAUSE = "IEEE conference template, sec. III-C"
# Commands that print a Greek letter.
GREEK = frozenset(
    """
    alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu
    xi rho varrho sigma tau upsilon phi varphi chi psi omega Gamma Theta Lambda Xi Upsilon Phi
    Psi Omega
    """.split()
)
# Commands whose scripts bind a variable.
BOUND = frozenset(
    (
        "\\sum",
        "\\prod",
        "\\int",
        "\\bigcup",
        "\\bigcap",
        "\\max",
        "\\min",
        "\\sup",
        "\\inf",
        "\\lim",
        "\\forall",
    )
)


@rule(
    "EQN005",
    "eq-symbol-defined-nearby",
    INFO,
    CLAUSE,
    default=False,
    bad=[
        "The law is\n\\begin{equation}a=⟦\\kappa⟧ b.\\end{equation}\nHere $a$ is red and $b$ blue.",
        "The law is\n\\begin{equation}a=b⟦Q⟧.\\end{equation}\nHere $a$ is red and $b$ blue.",
    ],
    good=[
        "The law is\n\\begin{equation}a=b,\\end{equation}\nwhere $a$ is red and $b$ blue.",
        (
            "Let $f$ be\n"
            "\\[f(x)=2\\pi\\sum_{i=1}^{9} i \\mathrm{e}^{x} + \\int g(t)\\,dt,\\]\n"
            "where $g$ is red."
        ),
    ],
)
def defined_nearby(context: Context) -> Iterator[Finding]:
    """Define the symbols of an equation in the text just before or after it.

    Each letter that no formula in the text contains is reported once. Off by
    default, because bound and well-known symbols cannot be detected reliably.
    """
    paper = context.paper
    vocabulary = context.vocabulary.equations
    known = set(vocabulary.well_known)
    for mark in paper.text.marks_of(MATH):
        if mark.data is not None:
            tokens = tokenize(mark.data.math)
            known.update(symbol for symbol, _ in _symbols(tokens, vocabulary.functions))
    words = context.index.words
    for equation in paper.equations:
        tokens = tokenize(equation.math)
        bound = _bound(tokens)
        for symbol, start in _symbols(tokens, vocabulary.functions):
            if symbol in known or symbol in bound or symbol.lower() in words:
                continue
            known.add(symbol)
            yield Finding(
                inner_span(equation, start, start + len(symbol)),
                f"The text does not define {shown(symbol, paper)}. Define it just before or after"
                " the equation.",
            )


def _symbols(tokens: list[Token], functions: frozenset[str]) -> Iterator[tuple[str, int]]:
    """The letters and Greek commands of a formula with their offsets, without scripts, words and
    functions.
    """
    for token in tokens:
        if token.is_words or token.script:
            continue
        if token.kind == COMMAND and token.text[1:] in GREEK:
            yield token.text, token.start
        elif token.kind == LETTERS and token.text not in functions and len(token.text) < 3:
            for offset, letter in enumerate(token.text):
                yield letter, token.start + offset


def _bound(tokens: list[Token]) -> set[str]:
    """Letters below a sum or the like, differentials, and arguments such as x in f(x)."""
    bound: set[str] = set()
    texts = [token.text for token in tokens if token.kind != SPACE]
    if BOUND.intersection(texts):
        bound.update(token.text for token in tokens if token.kind == LETTERS and token.script)
    for at in range(1, len(texts) - 1):
        if texts[at - 1] == "(" and texts[at + 1] in (")", ","):
            bound.add(texts[at])
        if texts[at - 1] == "d" or (texts[at].startswith("d") and len(texts[at]) == 2):
            bound.add(texts[at][-1:] if texts[at - 1] != "d" else texts[at])
    return bound
