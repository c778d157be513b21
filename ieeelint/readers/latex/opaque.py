"""Finds the stretches of a source that are not read as text: code, URLs, comments, dead text."""

from __future__ import annotations

import re

from ieeelint.patterns import pattern
from ieeelint.readers.latex.signatures import ARGUMENTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Set

# Environments whose content TeX does not read as text.
OPAQUE_ENVIRONMENTS = (
    "verbatim Verbatim BVerbatim LVerbatim SaveVerbatim lstlisting minted comment filecontents "
    "alltt code pycode pyconsole sageblock luacode asy gnuplot dot2tex tcblisting verbatimtab "
    "boxedverbatim verbatimcmd verbatimwrite VerbatimOut"
).split()
OPAQUE_ENVIRONMENTS += [name + "*" for name in ("verbatim", "Verbatim", "filecontents", "luacode")]
OPENER = (
    r"\\(?:[vV]erb\*?(?=[^a-zA-Z\s*])|SaveVerb\s*(?:\[[^\]\r\n]*\]\s*)?\{[^{}\r\n]*\}(?=[^\s{])"
    r"|(lstinline|mintinline|mint|url|nolinkurl|path|href"
    r"|code%s)(?![a-zA-Z@])"
    r"|(iffalse)(?![a-zA-Z@])|begin[ \t]*\{(%s)\}|.)|%%[^\r\n]*"
)
# Before the name of a command that is defined here, not called.
DEFINED = (
    r"\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand|DeclareUrlCommand|def|let)\*?"
    r"\s*\{?\s*\Z"
)
# Characters between which text is code: \MakeShortVerb{\|}, \lstMakeShortInline[language=C]|
SHORT_HINTS = ("ShortVerb", "ShortInline")
SHORT_VERB = (
    r"\\(?:(MakeShortVerb\*?|DefineShortVerb|lstMakeShortInline)"
    r"|DeleteShortVerb|UndefineShortVerb|lstDeleteShortInline)"
    r"[ \t]*(?:\[[^\]\r\n]*\][ \t]*)?(?:\{\\?([^\s\\])\}|\\?([^\sa-zA-Z{\\]))"
)
SHORT_SIGN = r"[^\w\s\\%{}]"
CONDITIONAL = pattern(r"\\(if[a-zA-Z@]*|else|fi)(?![a-zA-Z@])|\\.|%[^\r\n]*", re.DOTALL)
BLANK_LINE = r"\n[ \t\r]*\n"
NEW_CONDITIONAL = r"\\newif\s*\\if([a-zA-Z@]+)"
BRACE = pattern(r"[{}\r\n]")
MOST_ENDLESS = 20  # searches to the end of the text
LONGEST_INLINE = 2000  # characters of a URL or inline code
# The conditionals of TeX and of IEEEtran; others are switches that \newif makes.
CONDITIONALS = frozenset(
    "if ifx ifnum ifdim ifodd ifcat ifcase iftrue iffalse ifmmode ifhmode ifvmode ifinner ifvoid"
    " ifhbox ifvbox ifeof ifdefined ifcsname ifpdf ifCLASSINFOpdf ifCLASSOPTIONcompsoc"
    " ifCLASSOPTIONconference ifCLASSOPTIONcaptionsoff ifCLASSOPTIONjournal ifCLASSOPTIONonecolumn"
    " ifCLASSOPTIONtwocolumn ifCLASSOPTIONpeerreview ifCLASSOPTIONdraftcls".split()
)
# Commands that begin with \if but do not open a conditional: their branches are in braces.
NO_CONDITIONALS = frozenset(
    ["iff", *(name for name, kinds in ARGUMENTS.items() if name.startswith("if") and kinds)]
)
ALIAS = r"\\(?:unless|let\s*\\[a-zA-Z@]+\s*=?)\s*\Z"  # before an \iffalse that hides nothing


def short_verbs(text: str, shorts: str) -> tuple[str, str]:
    """The characters around code at the end of ``text``, and all that it declares; ``shorts`` are
    those at its start.
    """
    declared = ""
    if any(hint in text for hint in SHORT_HINTS):
        for match in pattern(SHORT_VERB + r"|\\.|%[^\r\n]*", re.DOTALL).finditer(text):
            shorts = _with_declared(match, shorts)
            declared += (match[1] and (match[2] or match[3])) or ""
    return shorts, declared


def _with_declared(match: re.Match[str], shorts: str) -> str:
    """The characters around code after a command that changes them."""
    sign = match[2] or match[3]
    if not sign:
        return shorts
    shorts = shorts.replace(sign, "")
    return shorts + sign if match[1] else shorts


def opaque_stretches(text: str, names: list[str], shorts: str = "") -> Iterable[tuple[int, int]]:
    """Start and end of each opaque stretch, in order; ``shorts`` are characters around code, and
    ``names`` environments, and commands with a backslash.
    """
    has_shorts = bool(shorts) or any(hint in text for hint in SHORT_HINTS)
    if has_shorts:
        before, after = SHORT_VERB + "|", "|" + SHORT_SIGN
        opener = pattern(before + _openers(names) + after, re.DOTALL)
    elif len(names) == len(OPAQUE_ENVIRONMENTS):
        opener = _opener()
    else:
        opener = pattern(_openers(names), re.DOTALL)
    at = 0
    endless = 0  # \\iffalse without \\fi
    unclosed: set[str] = set()  # environments without an end, not searched again
    while match := opener.search(text, at):
        at = match.end()
        start = match.start()
        inline, iffalse, environment = match.groups()[-3:]
        word = match.group()
        if has_shorts and (match[2] or match[3] or word[0] not in "\\%"):
            shorts = _with_declared(match, shorts)
            end = _end_of_line_part(text, at, word) if word in shorts else -1
            if end >= 0:
                at = end
                yield start, at
            continue
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
            if hides_nothing(text[max(start - 50, 0) : start], text[at : at + 1]):
                continue
            at, is_closed = _end_of_conditional(text, at, endless < MOST_ENDLESS)
            endless += not is_closed
        elif inline:
            is_own = f"\\{inline}" in names
            if is_own and pattern(DEFINED).search(text, max(start - 40, 0), start):
                continue
            inline_end = _end_of_inline(text, at, "lstinline" if is_own else inline)
            if inline_end is None:
                continue
            at = inline_end
        elif word[1:5] in ("verb", "Verb", "Save"):
            end = _end_of_line_part(text, at + 1, text[at])
            if end < 0:
                continue
            at = end
        else:
            continue
        yield start, at


def hides_nothing(before: str, after: str) -> bool:
    """True if the ``\\iffalse`` between these texts is only the meaning of a name, as in
    ``\\let\\ifdraft\\iffalse`` and ``\\newcommand{\\hide}{\\iffalse}``, or is reversed.
    """
    return after[:1] == "}" or pattern(ALIAS).search(before) is not None


def _end_of_line_part(text: str, at: int, sign: str) -> int:
    """The end of what ``sign`` closes on the line at ``at``; -1 if it does not."""
    end = text.find(sign, at)
    line_end = min(
        (e for e in (text.find("\n", at), text.find("\r", at)) if e >= 0), default=len(text)
    )
    return end + 1 if 0 <= end <= line_end else -1


def _begins_again(text: str, environment: str, at: int, end: int) -> bool:
    """True if the environment opened before ``at`` begins again, on a new line and after a
    blank line, before the ``end``: then the first has none.
    """
    again = text.find(f"\n\\begin{{{environment}}}", at, end)
    return again >= 0 and pattern(BLANK_LINE).search(text, at, again + 1) is not None


_OPENER: list[re.Pattern[str]] = []


def _opener() -> re.Pattern[str]:
    if not _OPENER:
        _OPENER.append(pattern(_openers(OPAQUE_ENVIRONMENTS), re.DOTALL))
    return _OPENER[0]


def _openers(names: list[str]) -> str:
    """The expression for all that begins a stretch."""
    commands = "".join(f"|{name[1:]}" for name in names if name[0] == "\\")
    environments = "|".join(re.escape(name) for name in names if name[0] != "\\")
    return OPENER % (commands, environments)


def _end_of_conditional(text: str, at: int, searches: bool) -> tuple[int, bool]:
    """The end of the dead branch of a conditional opened before ``at``: after ``\\else`` or
    ``\\fi``, and True; without one, or without a search, the end of the paragraph, and False.
    """
    end = _matching_end(text, at, None) if searches else None
    if end is None and searches:
        # A macro of another meaning may begin with \if: count only real conditionals.
        switches = {f"if{name}" for name in pattern(NEW_CONDITIONAL).findall(text)}
        end = _matching_end(text, at, CONDITIONALS | switches)
    if end is None:
        blank = pattern(BLANK_LINE).search(text, at)
        return blank.start() if blank else len(text), False
    return end, True


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
    at = _after_blanks(text, at)
    if text[at : at + 1] == "[":
        at = text.find("]", at, at + 200) + 1
        if not at:
            return None
    if command in ("mintinline", "mint"):
        closing = text.find("}", at, at + 60)
        if text[at : at + 1] != "{" or closing < 0:
            return None
        at = closing + 1
    at = _after_blanks(text, at)
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


def _after_blanks(text: str, at: int) -> int:
    """The first position at or after ``at`` that is not a space or a tab."""
    while text[at : at + 1] in (" ", "\t"):
        at += 1
    return at
