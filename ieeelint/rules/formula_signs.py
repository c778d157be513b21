"""EQN005, EQN007, EQN011, TXT007: the signs inside formulas."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.formula import (
    CLOSE,
    COMMAND,
    LETTERS,
    NUMBER,
    OPEN,
    SPACE,
    SUBSCRIPT,
    WORDS,
    inner_span,
    is_as_typed,
    tokenize,
)
from ieeelint.paper.model import CELL, RUNNING
from ieeelint.paper.text import ITALIC, MATH
from ieeelint.paper.text import SUBSCRIPT as LOWERED
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.formula import Token
    from ieeelint.paper.model import Equation, Math, Paper

    Formula = Math | Equation

CLAUSE = "IEEE conference template, sec. III-C"
# Functions that LaTeX sets upright by a command of their own.
FUNCTIONS = frozenset(
    """sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth log ln lg exp max min sup inf lim det dim ker deg
    gcd arg Pr hom limsup liminf""".split()
)
# Of these only one with an argument right behind it is surely the function.
SHORT = frozenset("ln lg Pr sec deg arg dim hom ker inf lim".split())
UNITS = frozenset("min sec deg".split())  # after a number
GREEK = frozenset(
    """alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi rho varrho sigma tau
    upsilon phi varphi chi psi omega Gamma Theta Lambda Xi Upsilon Phi Psi Omega""".split()
)
BOUND = frozenset(("\\sum", "\\prod", "\\int", "\\bigcup", "\\bigcap", "\\max", "\\min", "\\sup", "\\inf", "\\lim", "\\forall"))
VARIABLES = r"(?:variables?|parameters?|constants?|coefficients?|matrix|vectors?|scalars?|index|indices|exponent|integers?)"
SPOKEN = r"[\s\u00a0](?:is|are|denotes?|be|represents?|stands for)\b"


def formulas(paper: Paper) -> Iterator[Formula]:
    """Inline, then displayed formulas of the paper."""
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
    bad=[
        "The law is\n\\begin{equation}a=⟦\\kappa⟧ b.\\end{equation}\nHere $a$ is red and $b$ blue.",
        "The law is\n\\begin{equation}a=b⟦Q⟧.\\end{equation}\nHere $a$ is red and $b$ blue.",
    ],
    good=[
        "The law is\n\\begin{equation}a=b,\\end{equation}\nwhere $a$ is red and $b$ blue.",
        "Let $f$ be\n\\[f(x)=2\\pi\\sum_{i=1}^{9} i \\mathrm{e}^{x} + \\int g(t)\\,dt,\\]\nwhere $g$ is red.",
    ],
)
def defined_nearby(paper: Paper) -> Iterator[Finding]:
    """The symbols of an equation are said in the text, before it or right after.

    Reported for letters that no formula within the text holds, each once. Off
    by default: which symbols are bound or well known cannot be told for sure.
    """
    known = {"\\pi", "d", "e", "i", "j", "E", "P", "O", "T"}
    for mark in paper.text.marks_of(MATH):
        if mark.data is not None:
            known.update(symbol for symbol, _ in _symbols(tokenize(mark.data.content)))
    words = paper.index.words
    for equation in paper.equations:
        tokens = tokenize(equation.content)
        bound = _bound(tokens)
        for symbol, start in _symbols(tokens):
            if symbol in known or symbol in bound or symbol.lower() in words:
                continue
            known.add(symbol)
            yield Finding(
                inner_span(equation, start, start + len(symbol)),
                f"The text never says what {symbol} is. Say it before the equation or right after.",
            )


def _symbols(tokens: list[Token]) -> Iterator[tuple[str, int]]:
    """The letters and Greek commands on the line of a formula, with their places; words and functions left out."""
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
        "It is $\\sin x$ of $abc$ and $\\mathrm{MSE}$, $\\text{loss}$ and $Re$, $NaCl$. The MSE and the loss are low.",
        "It is $\\operatorname{rank} A$, the rank, and $\\mathit{rate}$ the rate; {\\rm cos} and $5\\,min$.",
        "It is $sinus$ and $logs$, $\\mathbf{max}$, $inf$, $\\label{max}x$.",
        "Take vitamin C, where $C$ is large, from the node C. A pipe is red, where $A$ and $a$ is.",
        "Let $k$ be large, where \\textit{k} is the rate and ``k is'' quoted; where k. Lima is the author.",
    ],
    fixes=[
        ("It is $⟦sin⟧ x$.", "It is $\\sin x$."),
        ("It is $2⟦log⟧(x) + log y$.", "It is $2\\log(x) + \\log y$."),
        ("It is $x_{⟦max⟧}$.", "It is $x_{\\max}$."),
    ],
)
def italic(paper: Paper) -> Iterator[Finding]:
    """Variables are italic, also in the text; functions and words inside formulas are upright.

    Write \\sin, \\log, \\max; set words as \\mathrm{…} or \\text{…}, since plain
    letters in a row print as a product of variables. A word is reported when
    the text uses it too, and each once with all its places.
    """
    yield from _upright(paper)
    yield from _variables(paper)


def _upright(paper: Paper) -> Iterator[Finding]:
    """Functions and words typed as plain letters in formulas, each once."""
    runs = pattern(r"(?<![\\A-Za-z@])[A-Za-z]{2,}")
    words = paper.index.words
    found: dict[str, list[tuple[Formula, Token]]] = {}
    for formula in formulas(paper):
        candidates = {run for run in runs.findall(formula.content) if _may_be_word(run, words)}
        if not candidates:
            continue
        tokens = tokenize(formula.content)
        for at, token in enumerate(tokens):
            if token.kind != LETTERS or token.is_words or token.text not in candidates:
                continue
            if token.text in FUNCTIONS and not _is_function(tokens, at):
                continue
            found.setdefault(token.text, []).append((formula, token))
    for word, places in found.items():
        edits = []
        is_function = word in FUNCTIONS
        for formula, token in places:
            if is_as_typed(formula):
                after = formula.content[token.end : token.end + 1]
                new = "\\" + word + (" " if after.isalpha() else "") if is_function else f"\\mathrm{{{word}}}"
                edits.append(Edit(inner_span(formula, token.start, token.end), new))
        fix = Fix(*edits, safe=is_function) if edits and paper.format == "latex" else None
        again = f" ({len(places)} places)" if len(places) > 1 else ""
        if paper.format == "latex":
            how = f"write \\{word}" if is_function else f"write \\mathrm{{{word}}}"
        else:
            how = "set it upright"
        what = "functions are upright" if is_function else "in italics it reads as a product of variables"
        formula, token = places[0]
        yield Finding(inner_span(formula, token.start, token.end), f'"{word}" in a formula{again}: {what}; {how}.', fix)


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
    before = next((one for one in reversed(tokens[max(0, at - 3) : at]) if one.kind != SPACE and one.text not in ("\\,", "\\ ", "\\;")), None)
    if name in UNITS and before is not None and before.kind == NUMBER:
        return False
    if name not in SHORT:
        return True
    after = next((one.text for one in tokens[at + 1 : at + 4] if one.kind != SPACE), "")
    return after in ("(", "[", "|", "\\left", "\\big", "\\Big", "\\bigl", "\\Bigl", "\\{", "\\lvert", "\\Big(")


def _variables(paper: Paper) -> Iterator[Finding]:
    """Letters that are variables in formulas, as plain letters in the text."""
    known = {
        mark.data.content.strip() for mark in paper.text.marks_of(MATH) if mark.data is not None and len(mark.data.content) < 4
    }
    plain = paper.text.plain
    for letter in sorted(known):
        if len(letter) != 1 or not letter.isalpha() or not letter.isascii() or letter in "aAI":
            continue
        for at in paper.index.words.get(letter.lower(), ()):
            if plain[at] != letter or not plain[max(0, at - 1)].isspace():
                continue
            if not pattern(r"[\s\u00a0,;:)]|\.(?:\s|$)").match(plain, at + 1) or paper.passage_at(at).zone not in RUNNING:
                continue
            before = plain[max(0, at - 16) : at]
            is_named = pattern(r"\b" + VARIABLES + r"[\s\u00a0]\Z").search(before) is not None
            is_said = before.rstrip().lower().endswith((" where", " let")) and pattern(SPOKEN).match(plain, at + 1)
            if not (is_named or is_said) or paper.text.is_within(at, ITALIC) or paper.index.is_mention(at):
                continue
            span = paper.text.span(at, at + 1)
            is_latex = paper.format == "latex" and paper.text.is_typed(at, at + 1)
            fix = Fix(Edit(span, f"${letter}$"), safe=False) if is_latex else None
            how = f"write ${letter}$" if paper.format == "latex" else "set it in italics"
            yield Finding(span, f'The variable "{letter}" is italic in formulas and upright here: {how}.', fix)


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
def compact(paper: Paper) -> Iterator[Finding]:
    """Formulas within the text stay compact: a solidus, exp and exponents instead of tall fractions and limits.

    Displays are not shrunk; break a long one instead. Off by default, since the
    class sets small fractions well enough.
    """
    for mark in paper.text.marks_of(MATH):
        if mark.data is None or "\\" not in mark.data.content or paper.passage_at(mark.start).zone not in RUNNING - {CELL}:
            continue
        content = mark.data.content
        if not any(name in content for name in ("frac", "\\displaystyle", "\\limits", "matrix}", "{array}")):
            continue
        tokens = tokenize(content)
        for at, token in enumerate(tokens):
            if token.kind != COMMAND or token.script:
                continue
            span = inner_span(mark.data, token.start, token.end)
            if token.text in ("\\frac", "\\dfrac", "\\cfrac"):
                yield Finding(span, "Within the text write the fraction with a solidus: a/b.", _solidus(mark.data, tokens, at))
            elif token.text in ("\\displaystyle", "\\limits"):
                yield Finding(span, f"{token.text} makes the line taller. Leave it out within the text, or display the formula.")
            elif token.text == "\\begin" and "smallmatrix" not in content[token.end : token.end + 14]:
                yield Finding(span, "A matrix within the text makes the lines uneven: display the formula.")
    for equation in paper.equations:
        for name in ("\\resizebox", "\\scalebox", "\\tiny", "\\scriptsize"):
            at = equation.content.find(name)
            if at >= 0:
                span = inner_span(equation, at, at + len(name))
                yield Finding(span, f"{name} shrinks the formula below the size of the text: break it into lines instead.")


def _solidus(formula: Math, tokens: list[Token], at: int) -> Fix | None:
    """a/b for a fraction of two single signs that stands apart from other factors."""
    shape = [token for token in tokens[at + 1 : at + 8] if token.kind != SPACE]
    if [token.kind for token in shape[:1] + shape[2:4] + shape[5:6]] != [OPEN, CLOSE, OPEN, CLOSE]:
        return None
    if any(token.kind not in (LETTERS, NUMBER) or (token.kind == LETTERS and len(token.text) > 1) for token in (shape[1], shape[4])):
        return None
    after = next((token for token in tokens if token.start >= shape[5].end and token.kind != SPACE), None)
    if after is not None and after.text not in ("=", "+", "-", ",", ")", "<", ">", ".", "\\le", "\\ge"):
        return None
    if not is_as_typed(formula):
        return None
    return Fix(Edit(inner_span(formula, tokens[at].start, shape[5].end), f"{shape[1].text}/{shape[4].text}"), safe=False)


# Signs whose subscript is surely meant to be a zero, and those where it is only if the zero form stands elsewhere.
PERMEABLE = frozenset(("\\mu", "\\epsilon", "\\varepsilon", "μ", "µ", "ε", "ϵ"))
PERHAPS = frozenset(("\\eta", "\\lambda", "\\phi", "\\Phi", "Z", "k", "η", "λ", "φ", "Φ"))


@rule(
    "TXT007",
    "text-subscript-zero",
    WARNING,
    "IEEE conference template, sec. III-E",
    bad=["It is $Z_0$ and $Z_⟦o⟧$.", "The law is\n\\[B=\\mu_{\\mathrm{⟦o⟧}} H.\\]"],
    good=[
        "It is $\\mu_0$ and $\\lambda_o$, the output; $\\mu_{out}$, $\\mu_{o,i}$, $\\epsilon_{opt}$.",
        "The input has $\\mu_i$, the output $\\mu_o$.",
        "It is $Z_0^2$ and $x_o$, $\\mu o$.",
    ],
    fixes=[
        ("It is $\\mu_⟦o⟧$.", "It is $\\mu_0$."),
        ("It is $\\varepsilon_{⟦o⟧}E$.", "It is $\\varepsilon_{0}E$."),
        ("It is $\\epsilon _ { \\rm ⟦O⟧ }$.", "It is $\\epsilon _ { \\rm 0 }$."),
    ],
)
def subscript_zero(paper: Paper) -> Iterator[Finding]:
    """The subscript of the permeability of vacuum and other constants is a zero, not the letter o.

    Reported for μ and ε, unless the draft has an input μ beside the output μ;
    for impedances, wavelengths and the like only when the draft writes the
    zero elsewhere.
    """
    lettered: list[tuple[str, Formula, Token]] = []
    subscripts: set[tuple[str, str]] = set()
    for formula in formulas(paper):
        content = formula.content
        if "_" not in content:
            continue
        for base, inner in _subscripts(content):
            subscripts.add((base, "".join(token.text for token in inner)))
            if len(inner) == 1 and inner[0].text in ("o", "O") and (base in PERMEABLE or base in PERHAPS):
                lettered.append((base, formula, inner[0]))
    for base, formula, token in lettered:
        has_input = any((base, other) in subscripts for other in ("i", "in", "I", "e", "s"))
        if (base, "0") not in subscripts and (base in PERHAPS or has_input):
            continue
        span = inner_span(formula, token.start, token.end)
        fix = Fix(Edit(span, "0"), safe=base in PERMEABLE) if is_as_typed(formula) else None
        yield Finding(span, f'The subscript of {base} is a zero, "0", not the letter "{token.text}".', fix)
    plain = paper.text.plain
    for mark in paper.text.marks_of(LOWERED):
        if plain[mark.start : mark.end] in ("o", "O") and plain[mark.start - 1 : mark.start] in PERMEABLE:
            span = paper.text.span(mark.start, mark.end)
            fix = Fix(Edit(span, "0")) if paper.text.is_typed(mark.start, mark.end) else None
            yield Finding(span, f'The subscript of {plain[mark.start - 1]} is a zero, "0", not the letter "o".', fix)


def _subscripts(content: str) -> Iterator[tuple[str, list[Token]]]:
    """Each sign with the printed tokens of its subscript."""
    if not any(base.lstrip("\\") in content for base in PERMEABLE | PERHAPS):
        return
    tokens = [token for token in tokenize(content) if token.kind != SPACE]
    for at, token in enumerate(tokens):
        if token.kind != SUBSCRIPT or not at or token.is_words:
            continue
        inner: list[Token] = []
        depth = 0
        for one in tokens[at + 1 : at + 12]:
            if one.kind == OPEN:
                depth += 1
            elif one.kind == CLOSE:
                depth -= 1
                if depth <= 0:
                    break
            elif one.kind == COMMAND and (one.text[1:] in WORDS or one.text == "\\rm"):
                continue
            else:
                inner.append(one)
                if not depth:
                    break
        base = tokens[at - 1]
        yield (base.text[-1:] if base.kind == LETTERS else base.text), inner
