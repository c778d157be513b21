"""``\\if… \\else \\fi``: the walk reads the branch that applies, or both if that is not known."""

from __future__ import annotations

from ieeelint.readers.latex.registry import CONDITIONAL, command
from ieeelint.readers.latex.tokens import NO_CONDITIONALS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.walk import Walker


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


@command(CONDITIONAL)
def conditional(walker: Walker, name: str) -> None:
    """``\\if…``: read the branch that applies, or both if that is not known."""
    test = name[2:]
    truth: bool | None
    if test == "true":
        truth = True
    elif test == "false":
        truth = False
    elif test in walker.conditions.switches:
        truth = walker.conditions.switches[test]
    elif test.startswith("CLASSOPTION"):
        truth = walker.view.has_class_option(test[len("CLASSOPTION") :])
    else:
        truth = None
    walker.conditions.open.append(truth)
    if truth is False:
        skip_branch(walker)


def skip_branch(walker: Walker) -> None:
    """Skip the tokens up to the matching ``\\else`` or ``\\fi``."""
    frame = walker.frame
    tokens = frame.stream.tokens
    start = at = frame.i
    depth = 0
    while at < frame.end:
        token = tokens[at]
        at += 1
        if token[0] != "\\":
            continue
        if token == "\\fi":
            if not depth:
                if walker.conditions.open:
                    walker.conditions.open.pop()
                break
            depth -= 1
        elif token == "\\else" and not depth:
            break
        elif token.startswith("\\if") and token[1:] not in NO_CONDITIONALS and len(token) < 40:
            depth += 1
    walker.kill(start, at)
    frame.i = at
    frame.skip = 0


@command("else")
def other_branch(walker: Walker, name: str) -> None:
    """The walk reaches ``\\else`` after the first branch; if that one applies, this one is dead."""
    if walker.conditions.open and walker.conditions.open[-1]:
        skip_branch(walker)


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
