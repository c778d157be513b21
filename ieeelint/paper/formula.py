"""What a formula is made of: its content cut into tokens that know their braces, scripts and words."""

from __future__ import annotations

from ieeelint.paper.source import Span
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Equation, Math

# Kinds of tokens.
COMMAND = "command"  # \alpha, \, and the like
LETTERS = "letters"  # adjacent letters: x, sin, MSE
NUMBER = "number"
OPEN = "{"
CLOSE = "}"
SUPERSCRIPT = "^"
SUBSCRIPT = "_"
SPACE = "space"  # white space, a tie, a comment
ALIGN = "&"
ROW = "row"  # the end of a row: \\
SIGN = "sign"  # anything else, one character

# Commands whose argument prints upright words, or prints nothing: no letter in it is a variable.
WORDS = frozenset(
    "text textrm textnormal textup textsf texttt textit textbf textsc mbox hbox fbox intertext shortintertext mathrm "
    "mathsf mathtt mathit mathbf mathup operatorname operatorname* label tag tag* ref eqref cite begin end color "
    "textcolor hspace hspace* vspace phantom hphantom vphantom SI si qty unit num ang ensuremath@ mathop@ bf@ "
    "DeclareMathOperator symup symrm symit symbf symsf tagdesc nonumber@ class id href url includegraphics".split()
)
# Switches: letters are upright to the end of the group.
SWITCHES = frozenset("rm bf sf tt it sc textstyle@ mathstrut@".split())
TOKEN = r"\\(?:[A-Za-z@]+|[^A-Za-z@]|\Z)|[^\W\d_]+|[0-9]+(?:[.,][0-9]+)*|(?:\s|~|(?<!\\)%[^\r\n]*)+|."

# What may stand behind the last sign of a formula without printing anything there.
ENDINGS = (
    r"\\(?:nonumber|notag|IEEEnonumber|IEEEyesnumber|IEEEyessubnumber|qedhere|hfill|displaystyle|allowbreak|quad|qquad"
    r"|(?:thin|med|thick|neg|enspace|en|nega)?space|tag\*?\s{0,9}\{[^{}]{0,80}\}|label\s{0,9}\{[^{}]{0,200}\}"
    r"|[hv]space\*?\s{0,9}\{[^{}]{0,40}\}|end\s{0,9}\{[a-zA-Z*]{1,30}\}|[,;:!>/ ]|right\s{0,9}\.|\\(?:\s{0,9}\[[^\[\]]{0,20}\])?)\Z"
)


class Token:
    """A piece of a formula, characters ``start`` to ``end`` of its content.

    ``script`` counts the scripts it stands in (0 on the line); ``is_words`` is
    true inside ``\\text{…}``, ``\\mathrm{…}``, ``\\label{…}`` and their kin.
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
        return f"Token({self.kind}, {self.text!r}, {self.script}{', words' if self.is_words else ''})"


def tokenize(content: str) -> list[Token]:
    """The tokens of a formula; their texts joined are the content.  Linear in its length."""
    found: list[Token] = []
    groups: list[tuple[int, bool]] = []  # script and words around each open brace
    script, is_words = 0, False
    raised = argument = False  # the next atom is a script, is the argument of \text
    at = 0
    for text in pattern(TOKEN, 16).findall(content):  # 16: re.DOTALL
        kind = _kind(text)
        inner_script, inner_words = script + raised, is_words or argument
        if kind == SPACE:
            found.append(Token(kind, text, at, script, is_words))
        elif kind == OPEN:
            found.append(Token(kind, text, at, script, is_words))
            groups.append((script, is_words))
            script, is_words = inner_script, inner_words
            raised = argument = False
        elif kind == CLOSE:
            if groups:
                script, is_words = groups.pop()
            found.append(Token(kind, text, at, script, is_words))
            raised = argument = False
        elif kind in (SUPERSCRIPT, SUBSCRIPT):
            found.append(Token(kind, text, at, script, is_words))
            raised = not is_words
        elif kind in (LETTERS, NUMBER) and (raised or argument) and len(text) > 1 and not is_words:
            found.append(Token(kind, text[0], at, inner_script, inner_words))
            found.append(Token(kind, text[1:], at + 1, script, is_words))
            raised = argument = False
        else:
            found.append(Token(kind, text, at, inner_script, inner_words))
            name = text[1:]
            if kind == COMMAND and name in WORDS:
                argument = True
            elif kind == COMMAND and name in SWITCHES and groups:
                is_words, raised, argument = True, False, False
            elif text != "*" or not argument:
                raised = argument = False
        at += len(text)
    return found


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


def last_sign_end(content: str) -> int:
    """Where the last printed sign of a formula ends; 0 for one that prints nothing.

    Labels, tags, spaces, row ends, closing braces, ``\\end{…}`` and comments
    behind it are passed over.
    """
    end = len(content)
    endings = pattern(ENDINGS)
    for _ in range(60):
        before = end
        while end and (content[end - 1].isspace() or content[end - 1] in "}~&$"):
            end -= 1
            if content[end] == "}" and _closes_ending(content, end + 1):
                end += 1
                break
            if content[end] == "}" and content[end - 1 : end] == "\\":
                return end + 1  # \} prints a brace
        line = max(content.rfind("\n", 0, end), content.rfind("\r", 0, end)) + 1
        comment = _comment(content, line, end)
        if comment >= 0:
            end = comment
            continue
        low = max(0, end - 230)
        slash = content.rfind("\\", low, end)
        while slash >= 0:
            match = endings.match(content, slash, end)
            if match is not None:
                end = slash
                break
            if content[slash:end].count("\\") > 2:
                break
            slash = content.rfind("\\", low, slash)
        if end == before:
            return end
    return end


def _closes_ending(content: str, end: int) -> bool:
    """True when the brace before ``end`` closes a silent command such as ``\\label{…}``."""
    opening = content.rfind("{", max(0, end - 220), end)
    if opening < 0:
        return False
    slash = content.rfind("\\", max(0, opening - 24), opening)
    return slash >= 0 and pattern(ENDINGS).match(content, slash, end) is not None


def _comment(content: str, line: int, end: int) -> int:
    """Where a comment begins in the last line; -1 when there is none."""
    at = content.find("%", line, end)
    while at > 0 and content[at - 1] == "\\":
        at = content.find("%", at + 1, end)
    return at


def place(formula: Math | Equation) -> Span:
    """Where the content of a formula stands in the source."""
    found: Span = getattr(formula, "content_span", None) or formula.span  # type: ignore[assignment]
    return found


def is_as_typed(formula: Math | Equation) -> bool:
    """True when offsets into the content are offsets into its place in the source."""
    whole = place(formula)
    return whole.end - whole.start == len(formula.content)


def inner_span(formula: Math | Equation, start: int, end: int) -> Span:
    """The source of a range of the content; the whole formula where it is not typed there."""
    whole = place(formula)
    if not is_as_typed(formula):
        return formula.span
    return Span(whole.source, whole.start + start, whole.start + end)
