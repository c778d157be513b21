"""Finds the ends of an environment whose content is not walked, such as a formula or a drawing."""

from __future__ import annotations

from ieeelint.readers.latex.macros import closed_environment, opened_environment
from ieeelint.readers.latex.pairing import pairs_of
from ieeelint.readers.latex.tokens import Range

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.source import Span
    from ieeelint.readers.latex.tokens import Stream
    from ieeelint.readers.latex.walk import Walker


def begin_of(walker: Walker) -> int:
    """Index of the ``\\begin`` of the environment that begins here."""
    frame = walker.frame
    at = walker.call_start()
    while at > 0 and frame.stream.tokens[at] != "\\begin" and frame.i - at < 10:
        at -= 1
    return max(at, 0)


def environment_content(walker: Walker, name: str) -> tuple[Span, Range] | None:
    """Skip the environment that begins here; returns its span and its content.

    The end must be in the same file or macro body; user macros that abbreviate ``\\end{…}`` count.
    None when there is no end.
    """
    frame = walker.frame
    stream = frame.stream
    start = frame.i
    while start > 0 and stream.tokens[start - 1] != "\\begin" and frame.i - start < 12:
        start -= 1
        if (
            walker.macros.definitions
            and stream.tokens[start][1:] in walker.macros.definitions
            and opened_environment(walker.macros.definitions[stream.tokens[start][1:]])
        ):
            break
    else:
        start = max(start - 1, 0)
    tokens = stream.tokens
    if tokens[start] == "\\begin":
        end = pairs_of(stream).ends.get(start)
        if end is not None and end < frame.end:
            content = Range(stream, frame.i, end)
            frame.i = stream.closers.get(_brace_after(stream, end), end) + 1
            return stream.span(start, frame.i), content
    closers = {
        "\\" + d.name for d in walker.macros.definitions.values() if closed_environment(d) == name
    }
    at = frame.i
    depth = 1
    while at < frame.end and (closers or tokens[start] != "\\begin") and name not in stream.no_end:
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
