"""EQN005, 007: the letters in formulas, which are variables, and which are functions and
words.
"""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.formula import (
    COMMAND,
    LETTERS,
    NUMBER,
    SPACE,
    formulas,
    inner_span,
    is_as_typed,
    is_in_words,
    shown,
    tokenize,
)
from ieeelint.paper.model import RUNNING
from ieeelint.paper.text import ITALIC, MATH
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.formula import Token
    from ieeelint.paper.model import Equation, Math

    Formula = Math | Equation

CLAUSE = "IEEE conference template, sec. III-C"
# Functions that LaTeX sets upright by a command of their own.
FUNCTIONS = frozenset(
    """
    sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth log ln lg exp max min sup
    inf lim det dim ker deg gcd arg Pr hom limsup liminf
    """.split()
)
# Of these only one with an argument right behind it is surely the function.
SHORT = frozenset("ln lg Pr sec deg arg dim hom ker inf lim".split())
UNITS = frozenset("min sec deg".split())  # after a number
GREEK = frozenset(
    """
    alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu
    xi rho varrho sigma tau upsilon phi varphi chi psi omega Gamma Theta Lambda Xi Upsilon Phi
    Psi Omega
    """.split()
)
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
VARIABLES = (
    r"(?:variables?|parameters?|constants?|coefficients?|matrix|vectors?|scalars?|index"
    r"|indices|exponent|integers?)"
)
SPOKEN = r"[\s\u00a0](?:is|are|denotes?|be|represents?|stands for)\b"


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
    """The symbols of an equation are said in the text, before it or right after.

    Reported for letters that no formula within the text holds, each once. Off
    by default: which symbols are bound or well known cannot be told for sure.
    """
    paper = context.paper
    known = {"\\pi", "d", "e", "i", "j", "E", "P", "O", "T"}
    for mark in paper.text.marks_of(MATH):
        if mark.data is not None:
            known.update(symbol for symbol, _ in _symbols(tokenize(mark.data.content)))
    words = context.index.words
    for equation in paper.equations:
        tokens = tokenize(equation.content)
        bound = _bound(tokens)
        for symbol, start in _symbols(tokens):
            if symbol in known or symbol in bound or symbol.lower() in words:
                continue
            known.add(symbol)
            yield Finding(
                inner_span(equation, start, start + len(symbol)),
                f"The text never says what {shown(symbol, paper)} is. Say it before the equation or"
                " right after.",
            )


def _symbols(tokens: list[Token]) -> Iterator[tuple[str, int]]:
    """The letters and Greek commands on the line of a formula, with their places; words and
    functions left out.
    """
    for token in tokens:
        if token.is_words or token.script:
            continue
        if token.kind == COMMAND and token.text[1:] in GREEK:
            yield token.text, token.start
        elif token.kind == LETTERS and token.text not in FUNCTIONS and len(token.text) < 3:
            for offset, letter in enumerate(token.text):
                yield letter, token.start + offset


def _bound(tokens: list[Token]) -> set[str]:
    """Letters below a sum and the like, differentials, and arguments such as x in f(x)."""
    found: set[str] = set()
    texts = [token.text for token in tokens if token.kind != SPACE]
    if BOUND.intersection(texts):
        found.update(token.text for token in tokens if token.kind == LETTERS and token.script)
    for at in range(1, len(texts) - 1):
        if texts[at - 1] == "(" and texts[at + 1] in (")", ","):
            found.add(texts[at])
        if texts[at - 1] == "d" or (texts[at].startswith("d") and len(texts[at]) == 2):
            found.add(texts[at][-1:] if texts[at - 1] != "d" else texts[at])
    return found


@rule(
    "EQN007",
    "variable-italic",
    INFO,
    CLAUSE + "; IEEE Editing Mathematics",
    bad=[
        "The flow rate is high: $⟦rate⟧ > 3$.",
        "The MSE is low: $⟦MSE⟧ < 3$.",
        "Let $k$ be large, where ⟦k⟧ is the rate.",
        "The matrix $Q$ is red; the matrix ⟦Q⟧ is full.",
        "It is $⟦ln⟧(x)$ of it.",
    ],
    good=[
        (
            "It is $\\sin x$ of $abc$ and $\\mathrm{MSE}$, $\\text{loss}$ and $Re$, $NaCl$. The MSE"
            " and the loss are low."
        ),
        (
            "It is $\\operatorname{rank} A$, the rank, and $\\mathit{rate}$ the rate; {\\rm cos}"
            " and $5\\,min$."
        ),
        "It is $sinus$ and $logs$, $\\mathbf{max}$, $inf$, $\\label{max}x$.",
        "Take vitamin C, where $C$ is large, from the node C. A pipe is red, where $A$ and $a$ is.",
        (
            "Let $k$ be large, where \\textit{k} is the rate and ``k is'' quoted; where k. Lima is"
            " the author."
        ),
    ],
    fixes=[
        ("It is $⟦sin⟧ x$.", "It is $\\sin x$."),
        ("It is $2⟦log⟧(x) + log y$.", "It is $2\\log(x) + \\log y$."),
        ("It is $x_{⟦max⟧}$.", "It is $x_{\\max}$."),
    ],
)
def italic(context: Context) -> Iterator[Finding]:
    """Variables are italic, also in the text; functions and words inside formulas are upright.

    Write \\sin, \\log, \\max; set words as \\mathrm{…} or \\text{…}, since plain
    letters in a row print as a product of variables. A word is reported when
    the text uses it too, and each once with all its places.
    """
    yield from _upright(context)
    yield from _variables(context)


def _upright(context: Context) -> Iterator[Finding]:
    """Functions and words typed as plain letters in formulas, each once."""
    paper = context.paper
    runs = pattern(r"(?<![\\A-Za-z@])[A-Za-z]{2,}")
    words = context.index.words
    found: dict[str, list[tuple[Formula, Token]]] = {}
    for formula in formulas(paper):
        content = formula.content
        candidates = {
            run.group()
            for run in runs.finditer(content)
            if _may_be_word(run.group(), words) and not is_in_words(content, run.start())
        }
        if not candidates:
            continue
        tokens = tokenize(formula.content)
        for at, token in enumerate(tokens):
            if token.kind != LETTERS or token.is_words or token.text not in candidates:
                continue
            if (token.text in FUNCTIONS and not _is_function(tokens, at)) or (
                at and tokens[at - 1].text == "\\_"
            ):
                continue
            found.setdefault(token.text, []).append((formula, token))
    for word, places in found.items():
        edits = []
        is_function = word in FUNCTIONS
        for formula, token in places:
            if is_as_typed(formula):
                after = formula.content[token.end : token.end + 1]
                new = (
                    "\\" + word + (" " if after.isalpha() else "")
                    if is_function
                    else f"\\mathrm{{{word}}}"
                )
                edits.append(Edit(inner_span(formula, token.start, token.end), new))
        fix = Fix(*edits, safe=is_function) if edits and paper.format == "latex" else None
        again = f" ({len(places)} places)" if len(places) > 1 else ""
        if paper.format == "latex":
            how = f"write \\{word}" if is_function else f"write \\mathrm{{{word}}}"
        else:
            how = "set it upright"
        what = (
            "functions are upright"
            if is_function
            else "in italics it reads as a product of variables"
        )
        formula, token = places[0]
        yield Finding(
            inner_span(formula, token.start, token.end),
            f'"{word}" in a formula{again}: {what}; {how}.',
            fix,
        )


def _may_be_word(run: str, words: dict[str, list[int]]) -> bool:
    """True for a function's name, and for an abbreviation or word that the text uses."""
    if run in FUNCTIONS:
        return True
    if len(run) < 3 or run.lower() not in words:
        return False
    return run.isupper() or (len(run) > 3 and run[1:].islower())


def _is_function(tokens: list[Token], at: int) -> bool:
    """False for "5 min" and for short names that no argument follows."""
    name = tokens[at].text
    before = next(
        (
            one
            for one in reversed(tokens[max(0, at - 3) : at])
            if one.kind != SPACE and one.text not in ("\\,", "\\ ", "\\;")
        ),
        None,
    )
    if name in UNITS and before is not None and before.kind == NUMBER:
        return False
    if name not in SHORT:
        return True
    after = next((one.text for one in tokens[at + 1 : at + 4] if one.kind != SPACE), "")
    return after in (
        "(",
        "[",
        "|",
        "\\left",
        "\\big",
        "\\Big",
        "\\bigl",
        "\\Bigl",
        "\\{",
        "\\lvert",
        "\\Big(",
    )


def _variables(context: Context) -> Iterator[Finding]:
    """Letters that are variables in formulas, as plain letters in the text."""
    paper = context.paper
    known = {
        mark.data.content.strip()
        for mark in paper.text.marks_of(MATH)
        if mark.data is not None and len(mark.data.content) < 4
    }
    plain = paper.text.plain
    for letter in sorted(known):
        if len(letter) != 1 or not letter.isalpha() or not letter.isascii() or letter in "aAI":
            continue
        for at in context.index.words.get(letter.lower(), ()):
            if plain[at] != letter or not plain[max(0, at - 1)].isspace():
                continue
            if (
                not pattern(r"[\s\u00a0,;:)]|\.(?:\s|$)").match(plain, at + 1)
                or paper.passage_at(at).zone not in RUNNING
            ):
                continue
            before = plain[max(0, at - 16) : at]
            is_named = pattern(r"\b" + VARIABLES + r"[\s\u00a0]\Z").search(before) is not None
            is_said = before.rstrip().lower().endswith((" where", " let")) and pattern(
                SPOKEN
            ).match(plain, at + 1)
            if (
                not (is_named or is_said)
                or paper.text.is_within(at, ITALIC)
                or context.index.is_mention(at)
            ):
                continue
            span = paper.text.span(at, at + 1)
            is_latex = paper.format == "latex" and paper.text.is_typed(at, at + 1)
            fix = Fix(Edit(span, f"${letter}$"), safe=False) if is_latex else None
            how = f"write ${letter}$" if paper.format == "latex" else "set it in italics"
            yield Finding(
                span, f'The variable "{letter}" is italic in formulas and upright here: {how}.', fix
            )
