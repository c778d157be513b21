"""``\\if… \\else \\fi``: the branch that holds is read, both when that cannot be told."""

from __future__ import annotations

from ieeelint.readers.latex.tokens import NO_CONDITIONALS
from ieeelint.readers.latex.walk import Walker, command


@command("newif")
def new_if(walker: Walker, name: str) -> None:
    """``\\newif\\ifname`` is false until ``\\nametrue``."""
    frame = walker.frame
    if frame.i < frame.end and frame.stream.tokens[frame.i].startswith("\\if"):
        base = frame.stream.tokens[frame.i][3:]
        frame.i += 1
        walker.switches[base] = False

        def set_true(walker: Walker, name: str) -> None:
            walker.switches[base] = True

        def set_false(walker: Walker, name: str) -> None:
            walker.switches[base] = False

        walker.own_commands[base + "true"] = set_true
        walker.own_commands[base + "false"] = set_false


def conditional(walker: Walker, name: str) -> None:
    """``\\if…``: the branch that holds is read; both when it cannot be told."""
    test = name[2:]
    truth: bool | None
    if test == "true":
        truth = True
    elif test == "false":
        truth = False
    elif test in walker.switches:
        truth = walker.switches[test]
    elif test.startswith("CLASSOPTION"):
        truth = walker.view.has_class_option(test[len("CLASSOPTION") :])
    else:
        truth = None
    walker.conditions.append(truth)
    if truth is False:
        skip_branch(walker)


def skip_branch(walker: Walker) -> None:
    """Pass over tokens up to the matching ``\\else`` or ``\\fi``."""
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
                if walker.conditions:
                    walker.conditions.pop()
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
    """Reached only when the first branch was read: the other is dead if that one held."""
    if walker.conditions and walker.conditions[-1]:
        skip_branch(walker)


@command("fi")
def end_condition(walker: Walker, name: str) -> None:
    """The conditional ends."""
    if walker.conditions:
        walker.conditions.pop()
