"""Formulas, inline and displayed, with the numbers that LaTeX would give them."""

from __future__ import annotations

import re

from ieeelint.paper import blocks, zones
from ieeelint.paper.blocks import Equation, Label
from ieeelint.paper.placeholders import Math
from ieeelint.paper.source import Span
from ieeelint.paper.text import DISPLAY, MATH
from ieeelint.patterns import pattern
from ieeelint.readers.latex import signatures
from ieeelint.readers.latex.environments import environment_content
from ieeelint.readers.latex.harvest import harvest
from ieeelint.readers.latex.labels import add_label
from ieeelint.readers.latex.lists import without_comments
from ieeelint.readers.latex.registry import command, environment, token
from ieeelint.readers.latex.signatures import ROWS, UNNUMBERED
from ieeelint.readers.latex.tokens import TOKEN, Range, is_blank

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.frames import Frame
    from ieeelint.readers.latex.tokens import Stream
    from ieeelint.readers.latex.walk import Walker

LABEL = pattern(r"\\label\s*(?:\[[^\]]{0,80}\])?\{([^{}]{1,200})\}")
TAG = pattern(r"\\tag(\*?)\s*\{([^{}]{0,80})\}")
COMMENT = pattern(r"\\.|%[^\r\n]*", re.DOTALL)
GROUP = r"\{[^{}]{0,200}\}"
WORDS_OF_TEXT = r"(?<![\\\w])[A-Za-z]{2,20}(?:,?[ \r\n]{1,3}[a-z]{2,20}){2}"
PROSE_TOKENS = 200  # of a text after a blank line, in which its words are looked for
PLAIN_NUMBER = pattern(r"\\(?:nonumber|notag|IEEEnonumber)(?![a-zA-Z])")


@token("$")
def dollar(walker: Walker, frame: Frame, dollars: str, i: int) -> None:
    """``$…$`` or ``$$…$$``; a dollar sign without its partner in the paragraph is plain text."""
    frame.skip = 0
    if walker.silent and walker.current is None:
        return
    half = frame.half == i  # the second dollar of "$a$$b$"
    if half:
        dollars = "$"
    end = _closing_dollar(frame, dollars)
    if end is None:
        _report_open(walker, dollars, dollars, frame.stream.span(i, i + 1))
        if dollars == "$":
            walker.add(dollars, frame.stream.span(i, i + 1))
        return
    stream, first = frame.stream, frame.i
    whole = stream.span(i, end + 1)
    if half and stream.fixed is None:
        whole = Span(whole.source, whole.start + 1, whole.end)
    frame.i = end + 1
    if dollars == "$" and stream.tokens[end] == "$$":
        frame.i = frame.half = end
        if stream.fixed is None:
            whole = Span(whole.source, whole.start, whole.end - 1)
    if dollars == "$$":
        _display(walker, "$$", whole, Range(stream, first, end))
    else:
        _inline(walker, whole, Range(stream, first, end))


def _closing_dollar(frame: Frame, token: str) -> int | None:
    """Index of the token that closes the formula opened before ``frame.i``."""
    tokens, stream = frame.stream.tokens, frame.stream
    at = frame.i
    blank = -1
    while at < frame.end:
        candidate = tokens[at]
        if candidate == token:
            return at if blank < 0 or not _is_prose(stream, blank, at) else None
        if token == "$" and candidate == "$$":
            return None if at == frame.i else at  # "$a$$b$": two formulas side by side
        if candidate == "{" and at and tokens[at - 1] in TEXT_IN_MATH:
            at = stream.closers.get(at, at)
        elif is_blank(candidate):
            if token == "$":
                return None
            blank = at if blank < 0 else blank
        at += 1
    return None


TEXT_IN_MATH = frozenset(
    "\\text \\mbox \\textrm \\hbox \\textnormal \\intertext \\textit \\textbf \\mathrm".split()
)


def _report_open(walker: Walker, opening: str, closing: str, span: Span) -> None:
    """Note that a formula has no end in its paragraph, where TeX stops."""
    if walker.frame.stream.fixed is not None and closing not in ("$", "$$"):
        return  # a macro of the draft opens the formula, and what closes it is elsewhere
    message = f'This "{opening}" has no "{closing}" in its paragraph, so TeX stops here. Add it'
    message += ", or write \\$ for the sign." if opening == "$" else "."
    walker.problem("unbalanced", message, span)


def _is_prose(stream: Stream, first: int, last: int) -> bool:
    """True if these tokens are a text, not the rest of a formula that has a blank line in it."""
    text = stream.text(first, min(last, first + PROSE_TOKENS))
    return pattern(WORDS_OF_TEXT).search(pattern(GROUP).sub("", text)) is not None


def _inline(walker: Walker, whole: Span, content: Range) -> None:
    walker.place(
        MATH,
        whole,
        Math(walker.typed(content) if content.stream.fixed else content.text, content.span),
    )
    if "\\label" in content.text or "\\ref" in content.text or "\\cite" in content.text:
        harvest(walker, content)


@command("(")
def inline_math(walker: Walker, name: str) -> None:
    """``\\( … \\)``."""
    _to_command(walker, "\\)", display=False)


@command("[")
def display_math(walker: Walker, name: str) -> None:
    """``\\[ … \\]``."""
    _to_command(walker, "\\]", display=True)


def _to_command(walker: Walker, closing: str, display: bool) -> None:
    frame = walker.frame
    start = walker.call_start()
    stream = frame.stream
    opened = stream.span(start, start + 1)
    if closing in stream.no_end:
        _report_open(walker, stream.tokens[start], closing, opened)
        return
    first, end = stream.next_ends.get(closing, (0, -1))
    if not first <= frame.i <= end:
        try:
            end = stream.tokens.index(closing, frame.i)
            stream.next_ends[closing] = frame.i, end
        except ValueError:
            stream.no_end.add(closing)
            end = frame.end
    if end >= frame.end:
        _report_open(walker, stream.tokens[start], closing, opened)
        return
    blank = next((at for at in range(frame.i, end) if is_blank(stream.tokens[at])), end)
    if blank < end and _is_prose(stream, blank, end):
        _report_open(walker, stream.tokens[start], closing, opened)
        return
    content = Range(stream, frame.i, end)
    frame.i = end + 1
    whole = stream.span(start, end + 1)
    if display:
        _display(walker, "[", whole, content)
    else:
        _inline(walker, whole, content)


@command("ensuremath")
def ensured_math(walker: Walker, name: str) -> None:
    """``\\ensuremath{…}``: a formula in text and in math."""
    start = walker.call_start()
    group = walker.group()
    if group is not None:
        _inline(walker, walker.call_span(start), group)


@environment("math")
def math_environment(walker: Walker, name: str) -> None:
    """``\\begin{math}``: an inline formula."""
    extent = environment_content(walker, name)
    if extent is not None:
        _inline(walker, extent[0], extent[1])
    walker.close_scopes(len(walker.scopes) - 1)


def display_environment(walker: Walker, name: str) -> None:
    """``equation``, ``align`` and similar environments."""
    extent = environment_content(walker, name)
    walker.close_scopes(len(walker.scopes) - 1)
    if extent is not None:
        _display(walker, name, extent[0], extent[1])


for _name in signatures.DISPLAYS:
    if _name != "math":
        environment(_name)(display_environment)


def _display(walker: Walker, name: str, whole: Span, content: Range) -> None:
    """Add a displayed formula to the text and number it."""
    content, typed_number = _without_number(content)
    inner = Span(content.span.source, content.span.start, content.span.end)
    equation = Equation(whole, name, inner)
    if typed_number is not None:
        words = walker.string(typed_number).strip("{} \t\r\n")
        equation.tags.append((words, typed_number.span))
    equation.order = walker.order
    equation.content = walker.typed(content)
    walker.paper.equations.append(equation)
    if walker.zone == zones.ABSTRACT and walker.front.abstract is not None:
        walker.front.abstract.displays.append(whole)
    _number(walker, equation, signatures.DISPLAYS.get(name, UNNUMBERED))
    walker.place(DISPLAY, whole, equation)
    if "\\ref" in equation.content or "\\eqref" in equation.content or "\\cite" in equation.content:
        harvest(walker, content)


def _without_number(content: Range) -> tuple[Range, Range | None]:
    """The formula without its number by ``\\eqno``, and the number."""
    stream = content.stream
    if "eqno" not in content.text:
        return content, None
    for at in range(content.last - 1, content.first - 1, -1):
        if stream.tokens[at] in ("\\eqno", "\\leqno"):
            return Range(stream, content.first, at), Range(stream, at + 1, content.last)
    return content, None


def _number(walker: Walker, equation: Equation, numbered: str) -> None:
    """Number each row, and give the labels of the row that number."""
    content = equation.content
    if "%" in content:  # blanked, so that offsets do not change
        content = COMMENT.sub(lambda m: " " * len(m[0]) if m[0][0] == "%" else m[0], content)
    rows = _rows(content) if numbered == ROWS else [(0, content)]
    parent = walker.numbering.equation_parent
    for offset, row in rows:
        number = ""
        tag = TAG.search(row)
        if tag:
            number = tag.group(2)
            at = equation.content_span.start + offset
            equation.tags.append(
                (number, Span(equation.span.source, at + tag.start(), at + tag.end()))
            )
        elif numbered != UNNUMBERED and _wants_number(row, len(rows) == 1):
            if parent:
                row_number = walker.numbering.advance("subequation")
                number = parent + chr(ord("a") + (row_number - 1) % 26)
            else:
                number = str(walker.numbering.advance("equation"))
        if number and not tag:
            equation.numbers.append(number)
        for match in LABEL.finditer(row):
            at = equation.content_span.start + offset
            span = Span(equation.span.source, at + match.start(), at + match.end())
            if span.text != match.group():
                span = equation.span
            label = Label(without_comments(match.group(1)).strip(), span, blocks.EQUATION, equation)
            label.number = number
            equation.labels.append(label)
            add_label(walker, label)


def _wants_number(row: str, is_only: bool) -> bool:
    """True if LaTeX numbers this row of an environment with numbered rows."""
    return not PLAIN_NUMBER.search(row) and (is_only or bool(row.strip()))


def _rows(content: str) -> list[tuple[int, str]]:
    """The rows of an aligned display, split at each ``\\\\`` outside inner environments."""
    rows, depth, start, at = [], 0, 0, 0
    for piece in TOKEN.findall(content):
        if piece == "{" or piece == "\\begin":
            depth += 1
        elif piece == "}" or piece == "\\end":
            depth -= 1
        elif piece == "\\\\" and depth <= 0:
            rows.append((start, content[start:at]))
            start = at + 2
        at += len(piece)
    last = content[start:]
    if last.strip() or not rows:
        rows.append((start, last))
    return rows


@environment("subequations")
def subequations(walker: Walker, name: str) -> None:
    """Rows inside are numbered (1a), (1b) …"""
    walker.option()
    numbering = walker.numbering
    numbering.equation_parent = str(numbering.advance("equation"))
    numbering.counters["subequation"] = 0
    before = numbering.label_target
    numbering.label_target = (blocks.EQUATION, None, numbering.equation_parent)

    def leave() -> None:
        numbering.equation_parent = ""
        numbering.label_target = before

    walker.at_scope_end(leave)
