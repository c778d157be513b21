"""The tokens of a formula, each with its depth of scripts, and whether it is upright text."""

from __future__ import annotations

from ieeelint.paper.source import Span
from ieeelint.paper.text import MATH
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.blocks import Equation
    from ieeelint.paper.model import Paper
    from ieeelint.paper.placeholders import Math

# Kinds of tokens.
COMMAND = "command"  # \alpha, \, and the like
LETTERS = "letters"  # adjacent letters: x, sin, MSE
NUMBER = "number"
OPEN = "{"
CLOSE = "}"
SUPERSCRIPT = "^"
SUBSCRIPT = "_"
SPACE = "space"  # white space, ties, comments
ALIGN = "&"
ROW = "row"  # the end of a row: \\
SIGN = "sign"  # any other character

TOKEN = r"\\(?:[A-Za-z@]+|[^A-Za-z@]|\Z)|[^\W\d_]+|[0-9]+(?:[.,][0-9]+)*|(?:[\s~]|%[^\r\n]*)+|."
DOTALL = 16  # re.DOTALL, without importing re

# Commands whose argument is upright text, or does not print: its letters are not variables.
WORDS = frozenset(
    "text textrm textnormal textup textsf texttt textit textbf textsc mbox hbox fbox intertext"
    " shortintertext mathrm mathsf mathtt mathit mathbf mathup operatorname label tag ref eqref"
    " cite begin end color textcolor hspace vspace phantom hphantom vphantom SI si qty unit num ang"
    " symup symrm symit symbf symsf class href url includegraphics".split()
)
# Switches: the letters to the end of the group are not variables.
SWITCHES = frozenset("rm bf sf tt it sc".split())
# Commands that print nothing, alone or with an argument.
BLANK = frozenset(
    "nonumber notag IEEEnonumber IEEEyesnumber IEEEyessubnumber qedhere hfill displaystyle"
    " allowbreak quad qquad thinspace medspace thickspace enspace space , ; : ! > /".split()
) | {" "}
BLANK_WITH_ARGUMENT = frozenset("label tag end hspace vspace".split())
TAILS = (150, 2500)  # characters searched for the last symbol of a formula, in two attempts


class Token:
    """A piece of a formula, characters ``start`` to ``end`` of its content.

    ``script`` is its depth of scripts (0 on the line); ``is_words`` is true inside
    ``\\text{…}``, ``\\mathrm{…}``, ``\\label{…}`` and the like.
    """

    __slots__ = ("kind", "text", "start", "end", "script", "is_words")

    def __init__(self, kind: str, text: str, start: int, script: int, is_words: bool) -> None:
        self.kind = kind
        self.text = text
        self.start = start
        self.end = start + len(text)
        self.script = script
        self.is_words = is_words

    def __repr__(self) -> str:
        words = ", words" if self.is_words else ""
        return f"Token({self.kind}, {self.text!r}, {self.script}{words})"


def tokenize(content: str) -> list[Token]:
    """The tokens of a formula, which together are its content.  Takes linear time."""
    tokens: list[Token] = []
    groups: list[tuple[int, bool]] = []  # script and words around each open brace
    script, is_words = 0, False
    raised = argument = False  # the next atom is a script; is the argument of \text or the like
    at = 0
    for text in pattern(TOKEN, DOTALL).findall(content):
        kind = _kind(text)
        if kind == SPACE or (argument and text == "*"):
            tokens.append(Token(kind, text, at, script, is_words))
        elif kind == CLOSE:
            if groups:
                script, is_words = groups.pop()
            tokens.append(Token(kind, text, at, script, is_words))
            raised = argument = False
        elif kind in (SUPERSCRIPT, SUBSCRIPT):
            tokens.append(Token(kind, text, at, script, is_words))
            raised = not is_words
        elif kind == OPEN:
            tokens.append(Token(kind, text, at, script, is_words))
            groups.append((script, is_words))
            script += raised
            is_words |= argument
            raised = argument = False
        elif kind == COMMAND and text[1:] in SWITCHES:
            tokens.append(Token(kind, text, at, script, is_words))
            is_words |= bool(groups)
        elif (raised or argument) and kind in (LETTERS, NUMBER) and len(text) > 1:
            # x_ab: only the first letter is in the script
            tokens.append(Token(kind, text[0], at, script + raised, is_words or argument))
            tokens.append(Token(kind, text[1:], at + 1, script, is_words))
            raised = argument = False
        else:
            tokens.append(Token(kind, text, at, script + raised, is_words or argument))
            argument = kind == COMMAND and text[1:] in WORDS
            raised &= argument
        at += len(text)
    return tokens


def _kind(text: str) -> str:
    first = text[0]
    if first == "\\":
        return ROW if text == "\\\\" else COMMAND
    if first in "{}^_&":
        return first
    if first.isalpha():
        return LETTERS
    if first in "0123456789":
        return NUMBER
    if first.isspace() or first in "~%":
        return SPACE
    return SIGN


def is_in_words(content: str, at: int) -> bool:
    """True when ``at`` is in the braces of ``\\text{…}``, ``\\label{…}`` and the like.

    A quick check without tokens, which sees no nested braces.
    """
    brace = content.rfind("{", max(0, at - 80), at)
    if brace < 0 or content.find("}", brace, at) >= 0:
        return False
    slash = content.rfind("\\", max(0, brace - 24), brace)
    return slash >= 0 and content[slash + 1 : brace].rstrip(" *") in WORDS


def last_sign_end(content: str, inside: bool = True) -> int:
    """The end of the last symbol that a formula prints; 0 for a formula that prints nothing.

    Labels, tags, spaces, row ends and comments after it are skipped; with
    ``inside`` also closing braces and ``\\end{…}``, so that it may be in the
    last group.
    """
    end = 0
    for tail in TAILS:
        first = max(0, len(content) - tail)
        end = _last_sign_end(content, first, inside)
        if end != first or not first:
            break
    return end


def _last_sign_end(content: str, first: int, inside: bool) -> int:
    """The same in the content after ``first``; ``first`` itself without a symbol."""
    tokens = pattern(TOKEN, DOTALL).findall(content[first:])
    end = len(content)
    i = len(tokens) - 1
    edge = 8 if first else -1  # near the cut, a command may be incomplete
    while i >= 0:
        text = tokens[i]
        low = i
        if i <= edge:
            return first
        if text[0] == "\\":
            name = text[1:]
            if name != "\\" and name not in BLANK:
                return end
        elif text == "}":
            opening = _opening(tokens, i, "{", "}")
            if first and opening <= edge:
                return first
            before = _before(tokens, opening, "*")
            if before >= 0 and tokens[before][1:] in BLANK_WITH_ARGUMENT:
                low = before
            if not inside and (low == i or tokens[low] == "\\end"):
                return end
        elif text == "]":
            opening = _opening(tokens, i, "[", "]")
            low = _row_end(tokens, opening - 1)
            if low < 0:
                return end
        elif text == "*":
            low = _row_end(tokens, i)
            if low < 0:
                return end
        elif text == ".":
            before = _before(tokens, i, "")
            if before < 0 or tokens[before] != "\\right" or not inside:
                return end
            low = before
        elif text not in "&$" and not text[0].isspace() and text[0] not in "~%":
            return end
        end -= sum(map(len, tokens[low : i + 1]))
        i = low - 1
    return first


def _opening(tokens: list[str], closing: int, left: str, right: str) -> int:
    """Index of the opening bracket for the one at ``closing``; -1 when it is far away."""
    depth = 0
    for i in range(closing, max(closing - 80, -1), -1):
        depth += (tokens[i] == right) - (tokens[i] == left)
        if not depth:
            return i
    return -1


def _row_end(tokens: list[str], index: int) -> int:
    """Index of the ``\\\\`` that ends at ``index``, perhaps with its star; -1 for other tokens."""
    if index > 0 and tokens[index] == "*":
        index -= 1
    return index if index >= 0 and tokens[index] == "\\\\" else -1


def _before(tokens: list[str], index: int, skipped: str) -> int:
    """Index of the token before ``index``, without whitespace and ``skipped``."""
    index -= 1
    while index >= 0 and (tokens[index] == skipped or tokens[index][0].isspace()):
        index -= 1
    return index


def formulas(paper: Paper) -> Iterator[Math | Equation]:
    """The formulas of the paper: first those in the text, then displays."""
    for mark in paper.text.marks_of(MATH):
        if mark.data is not None:
            yield mark.data
    yield from paper.equations


def place(formula: Math | Equation) -> Span:
    """The source of the content of a formula."""
    content: Span = getattr(formula, "content_span", formula.span)
    return content


def is_as_typed(formula: Math | Equation) -> bool:
    """True when offsets in the content are offsets in its source."""
    whole = place(formula)
    return whole.end - whole.start == len(formula.content)


def inner_span(formula: Math | Equation, start: int, end: int) -> Span:
    """The source of a range of the content; the whole formula where a macro prints it."""
    if not is_as_typed(formula):
        return formula.span
    whole = place(formula)
    return Span(whole.source, whole.start + start, whole.start + end)


def shown(symbol: str, paper: Paper) -> str:
    """A symbol as authors see it in this format: ``\\kappa`` in LaTeX, κ in Word."""
    if paper.format == "latex" or not symbol.startswith("\\"):
        return symbol
    from unicodedata import lookup

    name = symbol.strip("\\{} ").removeprefix("var")
    try:
        kind = "CAPITAL" if name[:1].isupper() else "SMALL"
        return lookup(f"GREEK {kind} LETTER {name.upper().replace('LAMBDA', 'LAMDA')}")
    except KeyError:
        return name
