"""``\\if… \\else \\fi``: the walk reads the branch that applies, or both if that is not known."""

from __future__ import annotations

from ieeelint.patterns import pattern
from ieeelint.readers.latex.opaque import CONDITIONALS, MOST_ENDLESS, NO_CONDITIONALS
from ieeelint.readers.latex.registry import CONDITIONAL, command
from ieeelint.readers.latex.tokens import is_blank

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Set

    from ieeelint.readers.latex.cursor import Frame
    from ieeelint.readers.latex.walk import Walker

# The numbers that \ifnum compares: 3, \count, \value{page}.
NUMBER = r"(-?[0-9]+|\\[a-zA-Z@]+(?:\{[a-zA-Z]{1,30}\}|[0-9]+)?)"
COMPARISON = rf"\s*{NUMBER}\s*([<=>])\s*{NUMBER} ?"
LENGTH = r"(?:-?[0-9.]+\s*[a-z]{2}|-?[0-9.]*\\[a-zA-Z@]+)"
LENGTHS = rf"\s*{LENGTH}\s*[<=>]\s*{LENGTH} ?"


@command("newif")
def new_if(walker: Walker, name: str) -> None:
    """``\\newif\\ifname`` is false until ``\\nametrue``."""
    frame = walker.frame
    if frame.i < frame.end and frame.stream.tokens[frame.i].startswith("\\if"):
        base = frame.stream.tokens[frame.i][3:]
        frame.i += 1
        walker.conditions.switches[base] = False

        def set_true(walker: Walker, name: str) -> None:
            walker.conditions.switches[base] = True

        def set_false(walker: Walker, name: str) -> None:
            walker.conditions.switches[base] = False

        walker.macros.commands[base + "true"] = set_true
        walker.macros.commands[base + "false"] = set_false


@command("unless")
def unless(walker: Walker, name: str) -> None:
    """``\\unless\\if…``: the opposite."""
    walker.conditions.negated = True


@command(CONDITIONAL)
def conditional(walker: Walker, name: str) -> None:
    """``\\if…``: read the branch that applies, or both if that is not known."""
    truth = _truth(walker, name[2:])
    if walker.conditions.negated:
        walker.conditions.negated = False
        truth = None if truth is None else not truth
    walker.conditions.open.append(truth)
    if truth is False:
        skip_branch(walker)


def _truth(walker: Walker, test: str) -> bool | None:
    """Whether the test holds, as far as that is known; skips its arguments."""
    frame = walker.frame
    if test == "true":
        return True
    if test == "false":
        return False
    if test in walker.conditions.switches:
        return walker.conditions.switches[test]
    if test.startswith("CLASSOPTION"):
        return walker.view.has_class_option(test[len("CLASSOPTION") :])
    if test == "":
        return _same_characters(frame)
    if test == "num":
        return _comparison(frame)
    if test == "dim":
        match = pattern(LENGTHS).match(frame.ahead())
        frame.skip_characters(match.end() if match is not None else 0)
    elif test == "defined":
        first = _command(frame)
        return True if first in walker.macros.definitions else None
    elif test == "x":
        first, second = _command(frame), _command(frame)
        if second == "undefined" and first in walker.macros.definitions:
            return False
    elif test == "cat":
        _skip(frame, 2)
    elif test in ("odd", "case"):
        match = pattern(rf"\s*{NUMBER} ?").match(frame.ahead())
        frame.skip_characters(match.end() if match is not None else 0)
    return None


def _skip(frame: Frame, count: int) -> None:
    """Skip this many tokens as TeX counts them: characters and commands."""
    for _ in range(count):
        following = frame.ahead()
        if following:
            step = len(frame.stream.tokens[frame.i]) if following[0] == "\\" else 1
            frame.skip_characters(step)


def _command(frame: Frame) -> str:
    """The name of the command that follows, which is skipped."""
    at = frame.i
    _skip(frame, 1)
    token = frame.stream.tokens[at] if at < frame.end else ""
    return token[1:] if token[:1] == "\\" else ""


def _same_characters(frame: Frame) -> bool | None:
    """``\\if0`` and ``\\if 0``: whether the next two characters are the same; None before a
    command, which TeX would expand.
    """
    following = frame.ahead()[:2].replace("\n", " ").replace("\r", " ")
    if len(following) < 2 or "\\" in following or following[0] in "{}%#$":
        _skip(frame, 2)
        return None
    frame.skip_characters(2 if following[1] not in " {}" else 1)
    return following[0] == following[1]


def _comparison(frame: Frame) -> bool | None:
    """``\\ifnum``: known if both sides are numerals."""
    match = pattern(COMPARISON).match(frame.ahead())
    if match is None:
        return None
    frame.skip_characters(match.end())
    left, relation, right = match.groups()
    if "\\" in left + right:
        return None
    first, second = int(left[:12]), int(right[:12])
    return {"<": first < second, "=": first == second, ">": first > second}[relation]


def skip_branch(walker: Walker) -> None:
    """Skip the tokens up to the matching ``\\else`` or ``\\fi``; without one, to the end of the
    paragraph.
    """
    frame = walker.frame
    start = frame.i
    searches = walker.conditions.endless < MOST_ENDLESS
    at = _branch_end(frame, None) if searches else None
    if at is None and searches:
        # A macro of another meaning may begin with \if: count only real conditionals.
        switches = {f"if{name}" for name in walker.conditions.switches}
        at = _branch_end(frame, CONDITIONALS | switches)
    if at is None:
        walker.conditions.endless += 1
        tokens = frame.stream.tokens
        if frame.stream.fixed is None and frame.scopes < 0:  # a macro may have it elsewhere
            message = f'This "{tokens[start - 1]}" has no \\fi, so TeX skips the rest. Add it.'
            walker.problem("unbalanced", message, frame.stream.span(start - 1, start))
        at = next((i for i in range(start, frame.end) if is_blank(tokens[i])), frame.end)
    closes = at == frame.end or frame.stream.tokens[at - 1] not in ("\\else", "\\or")
    if closes and walker.conditions.open:
        walker.conditions.open.pop()
    walker.kill(start, at)
    frame.i = at
    frame.skip = 0


def _branch_end(frame: Frame, conditionals: Set[str] | None) -> int | None:
    """The index after the end of the branch, if only these are conditionals, or all that look like
    one.
    """
    tokens = frame.stream.tokens
    depth = 0
    for at in range(frame.i, frame.end):
        token = tokens[at]
        if token[0] != "\\":
            continue
        if token == "\\fi":
            if not depth:
                return at + 1
            depth -= 1
        elif token in ("\\else", "\\or") and not depth:
            return at + 1
        elif (
            token.startswith("\\if")
            and token[1:] not in NO_CONDITIONALS
            and len(token) < 40
            and (conditionals is None or token[1:] in conditionals)
        ):
            depth += 1
    return None


@command("else")
def other_branch(walker: Walker, name: str) -> None:
    """The walk reaches ``\\else`` after the first branch; if that one applies, this one is dead."""
    if walker.conditions.open and walker.conditions.open[-1]:
        skip_branch(walker)


@command("or")
def next_case(walker: Walker, name: str) -> None:
    """``\\or`` between the cases of ``\\ifcase``: all of them are read."""


@command("fi")
def end_condition(walker: Walker, name: str) -> None:
    """The conditional ends."""
    if walker.conditions.open:
        walker.conditions.open.pop()


@command("ifmmode")
def in_math(walker: Walker, name: str) -> None:
    """Never true in text: continue at ``\\else``."""
    walker.conditions.open.append(False)
    skip_branch(walker)
