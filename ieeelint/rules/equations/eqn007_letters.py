"""EQN007: variables are italic; functions and words in formulas are upright."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.formula import (
    LETTERS,
    NUMBER,
    SPACE,
    formulas,
    inner_span,
    is_as_typed,
    is_in_words,
    tokenize,
)
from ieeelint.paper.text import BOLD, ITALIC, MATH
from ieeelint.paper.zones import ALGORITHM, RUNNING
from ieeelint.patterns import any_of, pattern
from ieeelint.rules import INFO, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.blocks import Equation
    from ieeelint.paper.formula import Token
    from ieeelint.paper.model import Paper
    from ieeelint.paper.placeholders import Math
    from ieeelint.tables.text_views import Equations

    Formula = Math | Equation

CLAUSE = "IEEE conference template, sec. III-C"
# A verb after a variable that the text defines.
DEFINING = r"[\s\u00a0](?:is|are|denotes?|be|represents?|stands for)\b"


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
        "It is $⟦log⟧10(x)$ and $x = log2y$.",
        "\\begin{algorithmic}\n\\STATE $⟦rate⟧ = 3$\n\\STATE $k_{rate} = \\max$, $max(k)$\n"
        "\\end{algorithmic}\nThe rate is high.",
        "The rate-loss pair is low: $d_{⟦rate-loss⟧} < 3$.",
        "The rate is high, the loss low: $⟦rate⟧-loss < 3$.",
        "The rate is high: $k = 3.⟦rate⟧.$",
        "The rate is low: $d_{⟦rate-low⟧} < 3$ and $d_{⟦rate⟧-3} < 3$.",
        "The rate is in the field $⟦rate\\_of\\_flow⟧$, from $⟦rate\\_of⟧()$.",
        "The rate is $x_{⟦ZF-rate⟧} = a-⟦rate⟧$ or $x_{2-⟦rate⟧}$ or $x_{⟦max-rate⟧}$.",
        (
            "It is $⟦sin⟧ x$, $max(x)$, $log x$, $\\sin x$, $\\mathrm{sin} x$, and "
            "$x_{\\text{max}}$."
        ),
        ("The flow is wet. It is $⟦flow⟧$, $Flow$, $FLOW$, $flOw$, $sand$, $fl$, and $a\\_flow$."),
        (
            "It is $x$ and $k$. The parameter ⟦k⟧ is small, where x is the flow. Let "
            "k be it. A parameter k-x, the parameter kx, and k is not."
        ),
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
        "The rate of pump.rate: $pump.rate.high$, $r.rate$.",
        "Let $k$ be large. The function has the parameter \\textbf{k}.",
        "It is $sinus$ and $logs$, $\\mathbf{max}$, $inf$, $\\label{max}x$.",
        "Take vitamin C, where $C$ is large, from the node C. A pipe is red, where $A$ and $a$ is.",
        (
            "Let $k$ be large, where \\textit{k} is the rate and ``k is'' quoted; where k. Lima is"
            " the author."
        ),
        "It is $5\\,min$, $5 min$, $arg$, $Re$, $\\min$, $5\\ min$, $2 sec$.",
        (
            "It is $k$ and $a$ and $A$ and $I$. The parameter a, the parameter "
            "``k'', the parameter \\emph{k}, and the parameter K. So k is it.\n"
            "\n"
            "\\section{The Parameter k}"
        ),
    ],
    fixes=[
        ("It is $⟦sin⟧ x$.", "It is $\\sin x$."),
        ("It is $2⟦log⟧(x) + log y$.", "It is $2\\log(x) + \\log y$."),
        ("It is $x_{⟦max⟧}$.", "It is $x_{\\max}$."),
        ("It is $⟦sin⟧2x$.", "It is $\\sin2x$."),
        (
            "The rate is high: $x_{⟦rate\\_of\\_flow⟧}$.",
            "The rate is high: $x_{\\mathrm{rate\\_of\\_flow}}$.",
        ),
    ],
)
def italic(context: Context) -> Iterator[Finding]:
    """Variables are italic, also in the text; functions and words in formulas are upright.

    Write \\sin, \\log, \\max, and words as \\mathrm{…} or \\text{…}: plain letters in a
    row print as a product of variables. A word is reported if the text uses
    it, too.
    """
    yield from _upright(context)
    yield from _variables(context)


def _upright(context: Context) -> Iterator[Finding]:
    """Functions and words typed as plain letters in formulas."""
    paper = context.paper
    runs = pattern(r"(?<![\\A-Za-z@])[A-Za-z]{2,}")
    words = context.index.words
    vocabulary = context.vocabulary.equations
    plain = ""
    starts: dict[int, int] = {}
    for formula in formulas(paper):
        content = formula.math
        candidates = {
            run.group()
            for run in runs.finditer(content)
            if _may_be_word(run.group(), words, vocabulary.functions)
            and not is_in_words(content, run.start())
        }
        if not candidates:
            continue
        tokens = tokenize(formula.math)
        end = 0
        for at, token in enumerate(tokens):
            if token.kind != LETTERS or token.is_words or token.text not in candidates:
                continue
            if (
                (token.text in vocabulary.functions and not _is_function(vocabulary, tokens, at))
                or (at and tokens[at - 1].text == "\\_")
                or token.start < end
                or _is_member(tokens, at)
            ):
                continue
            plain = plain or paper.text.plain.lower()
            end = _compound_end(tokens, at, plain)
            first = tokens[_compound_start(tokens, at)]
            is_function = token.text in vocabulary.functions and end - first.start == len(
                token.text
            )
            starts = starts or {id(mark.data): mark.start for mark in paper.text.marks_of(MATH)}
            start = starts.get(id(formula))
            if (
                start is not None
                and not is_function
                and not token.script
                and paper.passage_at(start).zone == ALGORITHM
            ):
                yield _name_in_algorithm(formula, first.start, end)
            else:
                yield _italic_word(paper, formula, first, end, is_function)


def _is_member(tokens: list[Token], at: int) -> bool:
    """True for a part of a name in a program, ``pump.rate``."""
    texts = [token.text for token in tokens[max(0, at - 2) : at + 3]]
    at = min(at, 2)
    before, after = texts[:at], texts[at + 1 :]
    return (before[-1:] == ["."] and before[0][-1:].isalpha()) or (
        after[:1] == ["."] and after[-1][-1:].isalpha()
    )


def _compound_start(tokens: list[Token], at: int) -> int:
    """The first part of a compound in a script: the ZF of ``x_{ZF-gain}``."""
    while (
        at > 1
        and tokens[at].script > 0
        and tokens[at - 1].text == "-"
        and tokens[at - 2].kind == LETTERS
    ):
        at -= 2
    return at


def _compound_end(tokens: list[Token], at: int, plain: str) -> int:
    """The end of a word with its parts after ``\\_``, or after a hyphen in a script, where nobody
    subtracts words, or if the text, ``plain``, has the whole with this hyphen too.
    """
    last = at
    while last + 2 < len(tokens) and tokens[last + 2].kind == LETTERS:
        sign, part = tokens[last + 1].text, tokens[last + 2].text
        whole = f"{tokens[last].text}-{part}".lower()
        is_hyphen = sign == "-" and (tokens[at].script > 0 or whole in plain)
        if sign != "\\_" and not is_hyphen:
            break
        last += 2
    return tokens[last].end


def _name_in_algorithm(formula: Formula, start: int, end: int) -> Finding:
    """A variable of an algorithm, which is a word in italics."""
    span = inner_span(formula, start, end)
    typed = formula.math[start:end]
    name = typed.replace("\\_", "_")
    return Finding(
        span,
        f'"{name}" prints as a product of variables. Write \\mathit{{{typed}}}.',
        Fix(Edit(span, f"\\mathit{{{typed}}}"), safe=False) if is_as_typed(formula) else None,
    )


def _italic_word(
    paper: Paper, formula: Formula, token: Token, end: int, is_function: bool
) -> Finding:
    """A function or a word in plain letters; ``end`` is that of the whole compound."""
    typed = formula.math[token.start : end]
    word = typed.replace("\\_", "_")
    span = inner_span(formula, token.start, end)
    upright = f"\\{word}" if is_function else f"\\mathrm{{{typed}}}"
    if "-" in typed:  # in \mathrm it would be a minus sign
        upright = f"\\text{{{typed}}}"
    how, fix = "set it upright", None
    if paper.format == "latex":
        how = f"write {upright}"
        if "\\_" in typed and formula.math.strip().removesuffix("()") == typed:
            message = (
                f'"{word}" is a name, but prints as a product of variables. Write it without a'
                f" formula: \\texttt{{{typed}}}."
            )
            return Finding(span, message)
        after = formula.math[token.end : token.end + 1]
        is_base = word == "log" and after.isdigit()  # log2x may be the logarithm to the base 2
        if is_base:
            how += " with a subscript for its base, if the number is one"
        elif is_as_typed(formula):
            upright += " " if is_function and after.isalpha() else ""
            fix = Fix(Edit(span, upright), safe=is_function)
    what = "Functions are upright" if is_function else "It reads as a product of variables"
    return Finding(span, f'"{word}" is italic in this formula. {what}; {how}.', fix)


def _may_be_word(run: str, words: dict[str, list[int]], functions: frozenset[str]) -> bool:
    """True for the name of a function, and for an abbreviation or word that the text uses."""
    if run in functions:
        return True
    if len(run) < 3 or run.lower() not in words:
        return False
    return run.isupper() or (len(run) > 3 and run[1:].islower())


def _is_function(vocabulary: Equations, tokens: list[Token], at: int) -> bool:
    """False for "5 min" and for short names that no argument follows."""
    name = tokens[at].text
    before = next(
        (
            token
            for token in reversed(tokens[max(0, at - 3) : at])
            if token.kind != SPACE and token.text not in ("\\,", "\\ ", "\\;")
        ),
        None,
    )
    if name in vocabulary.function_units and before is not None and before.kind == NUMBER:
        return False
    if name not in vocabulary.short_functions:
        return True
    after = next((token.text for token in tokens[at + 1 : at + 4] if token.kind != SPACE), "")
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
    """Plain letters in the text that are variables in formulas."""
    paper = context.paper
    known = {
        mark.data.content.strip()
        for mark in paper.text.marks_of(MATH)
        if mark.data is not None and len(mark.data.content) < 4
    }
    plain = paper.text.plain
    nouns = any_of(context.vocabulary.equations.variable_nouns)
    named = pattern(rf"\b{nouns}[\s\u00a0]\Z")
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
            is_named = named.search(before) is not None
            is_defined = before.rstrip().lower().endswith((" where", " let")) and pattern(
                DEFINING
            ).match(plain, at + 1)
            if (
                not (is_named or is_defined)
                or paper.text.is_within(at, ITALIC)
                or paper.text.is_within(at, BOLD)
                or context.index.is_mention(at)
            ):
                continue
            span = paper.text.span(at, at + 1)
            is_latex = paper.format == "latex" and paper.text.is_typed(at, at + 1)
            fix = Fix(Edit(span, f"${letter}$"), safe=False) if is_latex else None
            how = f"write ${letter}$" if paper.format == "latex" else "set it in italics"
            yield Finding(
                span, f'The variable "{letter}" is italic in formulas but upright here: {how}.', fix
            )
