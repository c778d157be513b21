"""The scanner: cuts a source text into tokens that, joined, are the text again.

The first character of a token shows its kind: ``\\`` a command (or a whole opaque stretch, see
below), ``%`` a comment without its newline, a newline with the white space after it, a special
character such as ``{``, ``&`` or ``^``, a run of hyphens or quotation marks, or ordinary
characters. Verbatim text, listings, comment environments, URLs and ``\\iffalse … \\fi`` are one
token each, so that nothing inside them is read. Every pattern here is linear in the length of the
text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate

from ieeelint.paper.source import Span
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Set
    from typing import Any

    from ieeelint.paper.source import Source

TOKEN = re.compile(
    r"[^\\%{}\[\]$&#^_~\"`'\r\n-]+"  # ordinary characters
    r"|(?:\r\n?|\n)[ \t\r\n]*"
    r"|\\(?:[a-zA-Z@]+(?:\*(?=[ \t]*[\[{]))?|[^a-zA-Z@]|\Z)"
    r"|[{}\[\]]|\$\$?|%[^\r\n]*|-+|''|'|``|`|#[1-9]|.",
    re.DOTALL,
)

# Environments whose content TeX does not read as text.
OPAQUE_ENVIRONMENTS = (
    "verbatim Verbatim BVerbatim LVerbatim SaveVerbatim lstlisting minted comment filecontents "
    "alltt code pycode pyconsole sageblock luacode asy gnuplot dot2tex tcblisting"
).split()
OPAQUE_ENVIRONMENTS += [name + "*" for name in ("verbatim", "Verbatim", "filecontents", "luacode")]
OPENER = (
    r"\\(?:verb\*?(?=[^a-zA-Z\s*])|(lstinline|mintinline|mint|url|nolinkurl|path|href"
    r"|code)(?![a-zA-Z@])"
    r"|(iffalse)(?![a-zA-Z@])|begin[ \t]*\{(%s)\}|.)|%%[^\r\n]*"
)
NEW_OPAQUE = (
    r"\\(?:lstnewenvironment|DefineVerbatimEnvironment|excludecomment"
    r"|newtcblisting)\s*\{([a-zA-Z*]{1,40})\}"
    r"|\\newminted(?:\[([a-zA-Z]{1,40})\])?\{([a-zA-Z]{1,40})\}"
)
CONDITIONAL = re.compile(r"\\(if[a-zA-Z@]*|else|fi)(?![a-zA-Z@])|\\.|%[^\r\n]*", re.DOTALL)
BLANK_LINE = r"\n[ \t\r]*\n"
NEW_CONDITIONAL = r"\\newif\s*\\if([a-zA-Z@]+)"
BRACE = re.compile(r"[{}\r\n]")
LONGEST_INLINE = 2000  # characters of a URL or inline code
# The conditionals of TeX and of IEEEtran; others are switches that \newif makes.
CONDITIONALS = frozenset(
    "if ifx ifnum ifdim ifodd ifcat ifcase iftrue iffalse ifmmode ifhmode ifvmode ifinner ifvoid"
    " ifhbox ifvbox ifeof ifdefined ifcsname ifpdf ifCLASSINFOpdf ifCLASSOPTIONcompsoc"
    " ifCLASSOPTIONconference ifCLASSOPTIONcaptionsoff ifCLASSOPTIONjournal ifCLASSOPTIONonecolumn"
    " ifCLASSOPTIONtwocolumn ifCLASSOPTIONpeerreview ifCLASSOPTIONdraftcls".split()
)
# Commands that begin with \if but do not open a conditional.
NO_CONDITIONALS = frozenset(
    "iff ifthenelse ifstrequal ifstrempty ifblank ifnotblank ifdefempty ifdef ifundef ifcsdef"
    " ifbool ifboolexpr iftoggle ifdefstring ifpackageloaded ifemptyarg ifnumcomp ifnumequal".split()  # noqa: E501
)


def tokenize(text: str, extra_opaque: Iterable[str] = ()) -> list[str]:
    """Cut ``text`` into tokens; ``"".join(tokenize(text)) == text`` always holds."""
    names = list(extra_opaque)
    if "\\lstnew" in text or "\\newmint" in text or "\\Define" in text or "\\exclude" in text:
        for match in pattern(NEW_OPAQUE).finditer(text):
            plain, alias, language = match.groups()
            names.append(plain or alias or f"{language}code")
    stretches = list(_opaque_stretches(text, [*OPAQUE_ENVIRONMENTS, *names]))
    if not stretches:
        return TOKEN.findall(text)
    tokens: list[str] = []
    at = 0
    for start, end in stretches:
        tokens += TOKEN.findall(text[at:start])
        tokens.append(text[start:end])
        at = end
    return tokens + TOKEN.findall(text[at:])


def _opaque_stretches(text: str, names: list[str]) -> Iterable[tuple[int, int]]:
    """Start and end of each opaque stretch, in order."""
    if len(names) == len(OPAQUE_ENVIRONMENTS):
        opener = _opener()
    else:
        opener = re.compile(OPENER % "|".join(map(re.escape, names)), re.DOTALL)
    at = 0
    unclosed: set[str] = set()  # environments without an end, not searched again
    while match := opener.search(text, at):
        at = match.end()
        start = match.start()
        inline, iffalse, environment = match.groups()
        word = match.group()
        if environment:
            ending = f"\\end{{{environment}}}"
            end = -1 if ending in unclosed else text.find(ending, at)
            if end < 0:
                unclosed.add(ending)
                continue
            if _begins_again(text, environment, at, end):
                continue
            at = end + len(ending)
        elif iffalse:
            if text[max(start - 12, 0) : start].rstrip().endswith("\\unless"):
                continue
            at = _end_of_conditional(text, at)
        elif inline:
            inline_end = _end_of_inline(text, at, inline)
            if inline_end is None:
                continue
            at = inline_end
        elif word.startswith("\\verb"):
            end = text.find(text[at], at + 1)
            line_end = min(
                (e for e in (text.find("\n", at), text.find("\r", at)) if e >= 0), default=len(text)
            )
            if end < 0 or end > line_end:
                continue
            at = end + 1
        else:
            continue
        yield start, at


def _begins_again(text: str, environment: str, at: int, end: int) -> bool:
    """True if the environment opened before ``at`` begins again, on a new line and after a
    blank line, before the ``end``: then the first has none.
    """
    again = text.find(f"\n\\begin{{{environment}}}", at, end)
    return again >= 0 and pattern(BLANK_LINE).search(text, at, again + 1) is not None


_OPENER: list[re.Pattern[str]] = []


def _opener() -> re.Pattern[str]:
    if not _OPENER:
        _OPENER.append(
            re.compile(OPENER % "|".join(map(re.escape, OPAQUE_ENVIRONMENTS)), re.DOTALL)
        )
    return _OPENER[0]


def _end_of_conditional(text: str, at: int) -> int:
    """The end of the dead branch of a conditional opened before ``at``: after ``\\else`` or
    ``\\fi``; without one, the end of the paragraph.
    """
    end = _matching_end(text, at, None)
    if end is None:
        # A macro of another meaning may begin with \if: count only real conditionals.
        switches = {f"if{name}" for name in pattern(NEW_CONDITIONAL).findall(text)}
        end = _matching_end(text, at, CONDITIONALS | switches)
    if end is None:
        blank = pattern(BLANK_LINE).search(text, at)
        end = blank.start() if blank else len(text)
    return end


def _matching_end(text: str, at: int, conditionals: Set[str] | None) -> int | None:
    """The end of the dead branch, if only these are conditionals, or all that look like one."""
    depth = 1
    for match in CONDITIONAL.finditer(text, at):
        word = match.group(1)
        if word == "else" and depth == 1:
            return match.end()
        if word == "fi":
            depth -= 1
            if not depth:
                return match.end()
        elif (
            word not in (None, "else")
            and word not in NO_CONDITIONALS
            and (conditionals is None or word in conditionals)
        ):
            depth += 1
    return None


def _end_of_inline(text: str, at: int, command: str) -> int | None:
    """The end of an inline verbatim argument, or None when it does not end on its line."""
    if command == "code":  # \code{…} is usually a macro of the draft: an ordinary command
        return None
    if text[at : at + 1] == "[":
        at = text.find("]", at, at + 200) + 1
        if not at:
            return None
    if command in ("mintinline", "mint"):
        closing = text.find("}", at, at + 60)
        if text[at : at + 1] != "{" or closing < 0:
            return None
        at = closing + 1
    while text[at : at + 1] in (" ", "\t"):
        at += 1
    if text[at : at + 1] != "{":
        if command in ("url", "nolinkurl", "href") or at >= len(text) or text[at].isspace():
            return None
        end = text.find(text[at], at + 1, at + 2000)
        return end + 1 if end >= 0 and "\n" not in text[at:end] else None
    depth = 0
    for match in BRACE.finditer(text, at, min(len(text), at + LONGEST_INLINE)):
        if match.group() == "{":
            depth += 1
            if depth > 20:
                return None
        elif match.group() == "}":
            depth -= 1
            if not depth:
                return match.end()
        elif command not in ("url", "href", "nolinkurl", "path"):
            return None
    return None


def is_blank(token: str) -> bool:
    """True for a newline with a blank line after it, which ends the paragraph."""
    return token[0] in "\r\n" and (token.count("\n") + token.count("\r") - token.count("\r\n") > 1)


class Stream:
    """Tokens with their offsets, matching braces (``closers``) and brackets.

    ``fixed`` is the location of all tokens if they come from a macro; otherwise each token is at
    its own location in ``source``. ``order`` is the location of the file in the joined document.
    """

    __slots__ = (
        "source",
        "tokens",
        "starts",
        "closers",
        "brackets",
        "unmatched",
        "fixed",
        "arguments",
        "order",
        "no_end",
        "pairs",
    )

    def __init__(
        self,
        source: Source,
        tokens: list[str],
        fixed: Span | None = None,
        arguments: list[Range] | None = None,
        order: tuple[int, ...] = (),
    ) -> None:
        self.source = source
        self.tokens = tokens
        self.starts = list(accumulate(map(len, tokens), initial=0))
        self.fixed = fixed
        self.arguments = arguments or []
        self.order = order
        self.no_end: set[str] = set()
        self.pairs: Any = None  # written by ``pairing``
        self.closers: dict[int, int] = {}
        self.brackets: dict[int, int] = {}
        self.unmatched: list[int] = []  # braces without a partner
        self._pair()

    def _pair(self) -> None:
        """Match braces, and brackets within the same pair of braces."""
        braces: list[int] = []
        brackets: list[list[int]] = [[]]
        for index, token in enumerate(self.tokens):
            if token == "{":
                braces.append(index)
                brackets.append([])
            elif token == "}":
                if braces:
                    self.closers[braces.pop()] = index
                    brackets.pop()
                else:
                    self.unmatched.append(index)
            elif token == "[":
                brackets[-1].append(index)
            elif token == "]" and brackets[-1]:
                self.brackets[brackets[-1].pop()] = index
        self.unmatched += braces

    def text(self, first: int, last: int) -> str:
        """The characters of tokens ``first`` to ``last`` (exclusive)."""
        return "".join(self.tokens[first:last])

    def span(self, first: int, last: int) -> Span:
        """The location of tokens ``first`` to ``last`` (exclusive) in the source."""
        if self.fixed is not None:
            return self.fixed
        return Span(self.source, self.starts[first], self.starts[max(first, last)])

    def token_at(self, offset: int) -> int:
        """Index of the token that starts at ``offset``, or of the first after it."""
        return bisect_left(self.starts, offset)


class Range:
    """Tokens ``first`` to ``last`` (exclusive) of a stream: an argument, a body."""

    __slots__ = ("stream", "first", "last")

    def __init__(self, stream: Stream, first: int, last: int) -> None:
        self.stream = stream
        self.first = first
        self.last = last

    @property
    def text(self) -> str:
        """The source characters."""
        return self.stream.text(self.first, self.last)

    @property
    def span(self) -> Span:
        """The location of the characters."""
        return self.stream.span(self.first, self.last)
