"""Formulas: inline and displayed, with the numbers LaTeX would give them."""

from __future__ import annotations

import re

from ieeelint.paper import model
from ieeelint.paper.model import Equation, Label, Math
from ieeelint.paper.source import Span
from ieeelint.paper.text import DISPLAY, MATH
from ieeelint.readers.latex import signatures
from ieeelint.readers.latex.macros import closed_environment, opened_environment
from ieeelint.readers.latex.tokens import TOKEN, Range
from ieeelint.readers.latex.walk import SPECIAL, Walker, command, environment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.cursor import Frame
    from ieeelint.readers.latex.tokens import Stream

LABEL = re.compile(r"\\label\s*(?:\[[^\]]{0,80}\])?\{([^{}]{1,200})\}")
TAG = re.compile(r"\\tag(\*?)\s*\{([^{}]{0,80})\}")
COMMENT = re.compile(r"\\.|%[^\r\n]*", re.DOTALL)
PLAIN_NUMBER = re.compile(r"\\(?:nonumber|notag|IEEEnonumber)(?![a-zA-Z])")


def walk_dollar(walker: Walker, frame: Frame, token: str, i: int) -> None:
    """``$…$`` or ``$$…$$``; a dollar without its partner in the paragraph is plain text."""
    frame.skip = 0
    if walker.silent and walker.current is None:
        return
    half = frame.half == i  # the second dollar of "$a$$b$"
    if half:
        token = "$"
    end = _closing_dollar(frame, token)
    if end is None:
        if token == "$$":  # an empty inline formula, as in "C$$"
            return
        walker.add(token, frame.stream.span(i, i + 1))
        return
    stream, first = frame.stream, frame.i
    whole = stream.span(i, end + 1)
    if half and stream.fixed is None:
        whole = Span(whole.source, whole.start + 1, whole.end)
    frame.i = end + 1
    if token == "$" and stream.tokens[end] == "$$":
        frame.i = frame.half = end
        if stream.fixed is None:
            whole = Span(whole.source, whole.start, whole.end - 1)
    if token == "$$":
        _display(walker, "$$", whole, Range(stream, first, end))
    else:
        _inline(walker, whole, Range(stream, first, end))


def _closing_dollar(frame: Frame, token: str) -> int | None:
    """Index of the token that closes the formula opened before ``frame.i``."""
    tokens, stream = frame.stream.tokens, frame.stream
    at = frame.i
    while at < frame.end:
        found = tokens[at]
        if found == token:
            return at
        if token == "$" and found == "$$":
            return None if at == frame.i else at  # "$a$$b$": two formulas side by side
        if found == "{" and at and tokens[at - 1] in TEXT_IN_MATH:
            at = stream.closers.get(at, at)
        elif found[0] in "\r\n" and token == "$":
            ends = found.count("\n") + found.count("\r") - found.count("\r\n")
            if ends > 1:
                return None
        at += 1
    return None


TEXT_IN_MATH = frozenset(
    "\\text \\mbox \\textrm \\hbox \\textnormal \\intertext \\textit \\textbf \\mathrm".split()
)


def _inline(walker: Walker, whole: Span, content: Range) -> None:
    walker.place(
        MATH,
        whole,
        Math(walker.string(content) if content.stream.fixed else content.text, content.span),
    )
    if "\\label" in content.text or "\\ref" in content.text or "\\cite" in content.text:
        walker.harvest(content)


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
    start = frame.i - 1
    stream = frame.stream
    if closing in stream.no_end:
        return
    try:
        end = stream.tokens.index(closing, frame.i, frame.end)
    except ValueError:
        stream.no_end.add(closing)
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
    """``\\ensuremath{…}``: a formula wherever it stands."""
    start = walker.frame.i - 1
    group = walker.group()
    if group is not None:
        _inline(walker, walker.call_span(start), group)


@environment("math")
def math_environment(walker: Walker, name: str) -> None:
    """``\\begin{math}``: an inline formula."""
    found = environment_content(walker, name)
    if found is not None:
        _inline(walker, found[0], found[1])
    walker.close_scopes(len(walker.scopes) - 1)


def display_environment(walker: Walker, name: str) -> None:
    """``equation``, ``align`` and kin."""
    found = environment_content(walker, name)
    walker.close_scopes(len(walker.scopes) - 1)
    if found is not None:
        _display(walker, name, found[0], found[1])


for _name in signatures.DISPLAYS:
    if _name != "math":
        environment(_name)(display_environment)


def environment_content(walker: Walker, name: str) -> tuple[Span, Range] | None:
    """Jump over the environment that just began; gives its whole span and its content.

    The end is looked for in the same file or macro body; user macros that
    abbreviate ``\\end{…}`` count.  None when there is no end.
    """
    frame = walker.frame
    stream = frame.stream
    if name in stream.no_end:
        return None
    start = frame.i
    while start > 0 and stream.tokens[start - 1] != "\\begin" and frame.i - start < 12:
        start -= 1
        if (
            walker.definitions
            and stream.tokens[start][1:] in walker.definitions
            and opened_environment(walker.definitions[stream.tokens[start][1:]])
        ):
            break
    else:
        start = max(start - 1, 0)
    closers = {"\\" + d.name for d in walker.definitions.values() if closed_environment(d) == name}
    tokens = stream.tokens
    at = frame.i
    depth = 1
    while at < frame.end:
        token = tokens[at]
        if token == "\\end" and _named(stream, at, name):
            depth -= 1
            if not depth:
                content = Range(stream, frame.i, at)
                frame.i = stream.closers.get(_brace_after(stream, at), at) + 1
                return stream.span(start, frame.i), content
        elif token == "\\begin" and _named(stream, at, name):
            depth += 1
            if depth > 50:
                break
        elif closers and token in closers:
            content = Range(stream, frame.i, at)
            frame.i = at + 1
            return stream.span(start, frame.i), content
        at += 1
    stream.no_end.add(name)
    span = stream.span(start, frame.i)
    walker.problem(
        "unbalanced", f"\\begin{{{name}}} has no \\end{{{name}}} in this file. Add it.", span
    )
    return None


def _brace_after(stream: Stream, at: int) -> int:
    at += 1
    while at < len(stream.tokens) and not stream.tokens[at].strip():
        at += 1
    return at


def _named(stream: Stream, at: int, name: str) -> bool:
    brace = _brace_after(stream, at)
    closing = stream.closers.get(brace)
    return (
        closing is not None
        and closing - brace < 6
        and stream.text(brace + 1, closing).strip() == name
    )


def _display(walker: Walker, name: str, whole: Span, content: Range) -> None:
    """Put a displayed formula into the text and number it."""
    inner = Span(content.span.source, content.span.start, content.span.end)
    equation = Equation(whole, name, inner)
    equation.order = walker.order
    equation.content = walker.string(content)
    walker.paper.equations.append(equation)
    if walker.zone == model.ABSTRACT and walker.abstract is not None:
        walker.abstract.displays.append(whole)
    _number(walker, equation, signatures.DISPLAYS.get(name, 0))
    walker.place(DISPLAY, whole, equation)
    if "\\ref" in equation.content or "\\eqref" in equation.content or "\\cite" in equation.content:
        walker.harvest(content)


def _number(walker: Walker, equation: Equation, mode: int) -> None:
    """Give each numbered row its number and its labels theirs."""
    content = equation.content
    if "%" in content:  # blanked, so that offsets stay
        content = COMMENT.sub(lambda m: " " * len(m[0]) if m[0][0] == "%" else m[0], content)
    rows = _rows(content) if mode == 2 else [(0, content)]
    sub = walker.equation_parent
    for offset, row in rows:
        number = ""
        tag = TAG.search(row)
        if tag:
            number = tag.group(2)
            at = equation.content_span.start + offset
            equation.tags.append(
                (number, Span(equation.span.source, at + tag.start(), at + tag.end()))
            )
        elif mode and not PLAIN_NUMBER.search(row) and (row.strip() or len(rows) == 1):
            if sub:
                walker.counters["subequation"] = walker.counters.get("subequation", 0) + 1
                number = sub + chr(ord("a") + (walker.counters["subequation"] - 1) % 26)
            else:
                walker.counters["equation"] = walker.counters.get("equation", 0) + 1
                number = str(walker.counters["equation"])
        if number and not tag:
            equation.numbers.append(number)
        for match in LABEL.finditer(row):
            at = equation.content_span.start + offset
            span = Span(equation.span.source, at + match.start(), at + match.end())
            if span.text != match.group():
                span = equation.span
            label = Label(match.group(1).strip(), span, model.EQUATION, equation)
            label.number = number
            equation.labels.append(label)
            add_label(walker, label)


def _rows(content: str) -> list[tuple[int, str]]:
    """The rows of an aligned display, split where ``\\\\`` stands outside inner environments."""
    rows, depth, start, at = [], 0, 0, 0
    for token in TOKEN.findall(content):
        if token == "{" or token == "\\begin":
            depth += 1
        elif token == "}" or token == "\\end":
            depth -= 1
        elif token == "\\\\" and depth <= 0:
            rows.append((start, content[start:at]))
            start = at + 2
        at += len(token)
    last = content[start:]
    if last.strip() or not rows:
        rows.append((start, last))
    return rows


def add_label(walker: Walker, label: Label) -> None:
    """Enter a label; a second one of the same name is kept apart."""
    labels = walker.paper.labels
    if label.key in labels:
        if (
            labels[label.key].span.start != label.span.start
            or labels[label.key].span.source is not label.span.source
        ):
            walker.paper.duplicate_labels.append(label)
        return
    labels[label.key] = label


@environment("subequations")
def subequations(walker: Walker, name: str) -> None:
    """Rows inside are (1a), (1b) …"""
    walker.option()
    walker.counters["equation"] = walker.counters.get("equation", 0) + 1
    walker.counters["subequation"] = 0
    walker.equation_parent = str(walker.counters["equation"])
    before = walker.label_target
    walker.label_target = (model.EQUATION, None, walker.equation_parent)

    def leave() -> None:
        walker.equation_parent = ""
        walker.label_target = before

    walker.at_scope_end(leave)


SPECIAL["$"] = walk_dollar
