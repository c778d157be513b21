"""Marks in running text where TeX stops, for nothing has opened what they end: ``&``, ``\\]``."""

from __future__ import annotations

from ieeelint.readers.latex import signatures
from ieeelint.readers.latex.registry import command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ieeelint.readers.latex.frames import Frame
    from ieeelint.readers.latex.walk import Walker

# Environments without columns.
PLAIN = (
    frozenset("abstract IEEEkeywords center quote quotation flushleft flushright".split())
    | signatures.LISTS
    | signatures.THEOREMS
)


def misplaced_column(walker: Walker, frame: Frame, i: int) -> None:
    """Note a ``&`` in running text: outside tables and formulas, TeX stops there."""
    if (
        not _is_running(walker, frame)
        or any(scope.name not in PLAIN for scope in walker.scopes[1:])
        or not _is_certain(walker, "&", _is_column_mark)
    ):
        return
    message = 'This "&" is not in a table or an aligned formula, so TeX stops here. Write "\\&".'
    walker.problem("unbalanced", message, frame.stream.span(i, i + 1))


@command("]", ")")
def end_of_formula(walker: Walker, name: str) -> None:
    """``\\]`` in running text: the formula has ended before, or has not begun."""
    frame = walker.frame
    opening, judge = {"]": ("\\[", _is_display_end), ")": ("\\(", _is_inline_end)}[name]
    if not _is_running(walker, frame) or not _is_certain(walker, name, judge):
        return
    at = walker.call_start()
    message = (
        f'This "\\{name}" has no "{opening}" before it, so TeX stops here. Add that, or delete it.'
    )
    walker.problem("unbalanced", message, frame.stream.span(at, at + 1))


def end_of_conditional(walker: Walker) -> None:
    """Note a ``\\fi`` without ``\\if``."""
    frame = walker.frame
    if _is_running(walker, frame) and _is_certain(walker, "fi", _has_more_ends):
        at = walker.call_start()
        message = 'This "\\fi" has no "\\if" before it, so TeX stops here. Delete it.'
        walker.problem("unbalanced", message, frame.stream.span(at, at + 1))


def _is_column_mark(walker: Walker) -> bool:
    """False in a file where ``&`` may have another meaning, or may be in a table of a macro."""
    if "\\catcode" in walker.frame.stream.source.text:
        return False
    return not _opens_in_macro(walker, "\\begin", "\\end")


def _is_display_end(walker: Walker) -> bool:
    """False if a macro may begin the formula."""
    return not _opens_in_macro(walker, "\\[", "\\]")


def _is_inline_end(walker: Walker) -> bool:
    """False if a macro may begin the formula."""
    return not _opens_in_macro(walker, "\\(", "\\)")


def _has_more_ends(walker: Walker) -> bool:
    """True for a file with more ``\\fi`` than beginnings of conditionals."""
    text = walker.frame.stream.source.text
    if "csname" in text or text.count("\\fi") - text.count("\\fi@") <= text.count("\\if"):
        return False
    if _opens_in_macro(walker, "\\if", "\\fi"):
        return False
    tokens = walker.frame.stream.tokens
    ends = sum(token.endswith("\\fi") for token in tokens if token[0] == "\\")
    return ends > sum(token.startswith("\\if") for token in tokens)


def _is_certain(walker: Walker, mark: str, judge: Callable[[Walker], bool]) -> bool:
    """What ``judge`` says of a mark in this file, asked once: it reads the whole file."""
    key = id(walker.frame.stream.source), mark
    if key not in walker.strays:
        walker.strays[key] = judge(walker)
    return walker.strays[key]


def _is_running(walker: Walker, frame: Frame) -> bool:
    """True in the body of the document, outside arguments and macros."""
    return not walker.silent and frame.stream.fixed is None and frame.scopes < 0


def _opens_in_macro(walker: Walker, opening: str, closing: str) -> bool:
    """True if a macro of the draft may open what is closed here."""
    return any(
        definition.body.count(opening) != definition.body.count(closing)
        for definition in walker.macros.definitions.values()
        if opening in definition.body
    )
