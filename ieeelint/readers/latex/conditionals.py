"""``\\if… \\else \\fi``: the walk reads the branch that applies, or both if that is not known."""

from __future__ import annotations

from ieeelint.patterns import pattern
from ieeelint.readers.latex.macros import is_conditional
from ieeelint.readers.latex.opaque import CONDITIONALS, MOST_ENDLESS
from ieeelint.readers.latex.registry import CONDITIONAL, command
from ieeelint.readers.latex.stray import end_of_conditional
from ieeelint.readers.latex.tokens import is_blank

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Set

    from ieeelint.readers.latex.frames import Frame
    from ieeelint.readers.latex.walk import Walker

# The numbers that \ifnum compares: 3, \count, \value{page}.
NUMBER = r"(-?[0-9]+|\\[a-zA-Z@]+(?:\{[a-zA-Z]{1,30}\}|[0-9]+)?)"
COMPARISON = rf"\s*{NUMBER}\s*([<=>])\s*{NUMBER} ?"
ONE_NUMBER = rf"\s*{NUMBER} ?"
NAMED = r"\s*([^\\{}]{1,60})\\endcsname ?"
MACRO = r"\s*\\([a-zA-Z@]+) ?"
# 5mm, .5\hsize, \wd0, \ht\box, \dimen2, \dimexpr 5mm+\x\relax
LENGTH = (
    r"-?(?:[0-9.]+\s*(?:true\s*)?[a-z]{2}"
    r"|\\dimexpr(?![a-zA-Z@])[^<=>{}\n]{0,80}?(?:\\relax(?![a-zA-Z@])|(?=[<=>]))"
    r"|\\(?:wd|ht|dp|dimen|skip)\s*(?:[0-9]{1,3}|\\[a-zA-Z@]+)"
    r"|[0-9.]*\\[a-zA-Z@]+)"
)
LENGTHS = rf"\s*{LENGTH}\s*[<=>]\s*{LENGTH} ?"


@command("newif")
def new_if(walker: Walker, name: str) -> None:
    """``\\newif\\ifname`` is false until ``\\nametrue``."""
    frame = walker.frame
    if frame.i < frame.end and frame.stream.tokens[frame.i].startswith("\\if"):
        base = frame.stream.tokens[frame.i][3:]
        frame.i += 1
        declare(walker, base)


def declare(walker: Walker, switch: str) -> None:
    """Begin to know a switch; ``\\nametrue`` and ``\\namefalse`` set it."""
    assign(walker, switch, False)
    walker.macros.commands[switch + "true"] = lambda walker, name: assign(walker, switch, True)
    walker.macros.commands[switch + "false"] = lambda walker, name: assign(walker, switch, False)


def assign(walker: Walker, switch: str, value: bool | None) -> None:
    """Set a switch; in a branch that may not apply, its value becomes unknown."""
    if None in walker.conditions.open and walker.conditions.switches.get(switch, value) != value:
        value = None
    walker.conditions.switches[switch] = value


def _edge(walker: Walker) -> None:
    """Here a branch begins or ends that may not print."""
    at = walker.call_start()
    walker.branch_edge(walker.frame.stream.span(at, at + 1))


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
    elif truth is None:
        _edge(walker)


def _truth(walker: Walker, test: str) -> bool | None:
    """Whether the test holds, as far as that is known; skips its arguments."""
    frame = walker.frame
    if test in ("true", "false"):
        return test == "true"
    definitions = walker.macros.definitions
    alias = definitions["if" + test].body if "if" + test in definitions else ""
    if alias in ("\\iftrue", "\\iffalse"):  # \let\ifdraft\iftrue
        return alias == "\\iftrue"
    if test in walker.conditions.switches:
        return walker.conditions.switches[test]
    if test.startswith("CLASSOPTION"):
        return walker.view.has_class_option(test[len("CLASSOPTION") :])
    if test == "":
        return _same_characters(walker)
    if test in ("num", "odd"):
        return _comparison(walker, test)
    if test == "dim":
        match = pattern(LENGTHS).match(frame.ahead())
        frame.skip_characters(match.end() if match is not None else 0)
    elif test == "defined":
        return True if _command(frame) in definitions else None
    elif test == "csname":
        match = pattern(NAMED).match(frame.ahead())
        frame.skip_characters(match.end() if match is not None else 0)
        return True if match is not None and match[1] in definitions else None
    elif test == "x":
        return _same_meaning(walker, _command(frame), _command(frame))
    elif test == "cat":
        _skip(frame, 2)
    return None


def _same_meaning(walker: Walker, first: str, second: str) -> bool | None:
    """``\\ifx``: known for two macros of the draft, or for one and a command that is empty or not
    defined.
    """
    macros = [walker.macros.definitions.get(name) for name in (first, second)]
    bodies = [(macro.arguments, macro.body) for macro in macros if macro is not None]
    if not bodies or any(macro is not None and macro.command == "let" for macro in macros):
        return None
    for name in (first, second):
        if name == "undefined":
            return False
        if name in ("empty", "@empty"):
            bodies.append((0, ""))
    return bodies[0] == bodies[1] if len(bodies) == 2 else None


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


def _same_characters(walker: Walker) -> bool | None:
    """``\\if0`` and ``\\if 0``: whether the next two characters are the same; None before a
    command that is not a macro of the draft.
    """
    frame = walker.frame
    following = frame.ahead()
    macro = pattern(MACRO).match(following)
    if macro is not None and (body := _body(walker, macro[1])):
        frame.skip_characters(macro.end())
        if len(body) > 1:
            return body[0] == body[1]
        following = body + frame.ahead()
    following = following[:2].replace("\n", " ").replace("\r", " ")
    is_known = len(following) == 2 and "\\" not in following and following[0] not in "{}%#$"
    if not is_known:
        _skip(frame, 2 - (macro is not None and following[:1] != "\\"))
        return None
    read = 2 if following[1] not in " {}" else 1
    frame.skip_characters(read - (macro is not None))
    return following[0] == following[1]


def _body(walker: Walker, name: str) -> str:
    """The characters that a macro of the draft stands for; empty if it is more than that."""
    macro = walker.macros.definitions.get(name)
    body = macro.body if macro is not None and not macro.arguments else ""
    return body if body and not any(sign in "\\{}#%$ " for sign in body) else ""


def _comparison(walker: Walker, test: str) -> bool | None:
    """``\\ifnum`` and ``\\ifodd``: known if all sides are numerals, or macros of the draft that
    stand for one.
    """
    frame = walker.frame
    match = pattern(COMPARISON if test == "num" else ONE_NUMBER).match(frame.ahead())
    if match is None:
        return None
    frame.skip_characters(match.end())
    sides = [_body(walker, side[1:]) if side[0] == "\\" else side for side in match.groups()[::2]]
    if not all(pattern(r"-?[0-9]{1,9}\Z").match(side) for side in sides):
        return None
    first, second = int(sides[0]), int(sides[-1])
    if test == "odd":
        return first % 2 == 1
    return {"<": first < second, "=": first == second, ">": first > second}[match[2]]


@command("ifcase")
def cases(walker: Walker, name: str) -> None:
    """``\\ifcase 1 zero\\or one\\else more\\fi``: read the case that applies, or all."""
    frame = walker.frame
    match = pattern(ONE_NUMBER).match(frame.ahead())
    frame.skip_characters(match.end() if match is not None else 0)
    number = match[1] if match is not None else ""
    if number[:1] == "\\":
        number = _body(walker, number[1:])
    is_known = number.isdecimal() and len(number) < 4
    walker.conditions.open.append(True if is_known else None)
    if not is_known:
        _edge(walker)
    for _ in range(int(number) if is_known else 0):
        if skip_branch(walker) != "\\or":
            break


def skip_branch(walker: Walker) -> str:
    """Skip the tokens up to the matching ``\\or``, ``\\else`` or ``\\fi``, and return it; without
    one, skip to the end of the paragraph.
    """
    frame = walker.frame
    start = frame.i
    searches = walker.conditions.endless < MOST_ENDLESS
    at = _branch_end(walker, None) if searches else None
    if at is None and searches:
        # A macro of another meaning may begin with \if: count only real conditionals.
        switches = {f"if{name}" for name in walker.conditions.switches}
        at = _branch_end(walker, CONDITIONALS | switches)
    if at is None:
        walker.conditions.endless += 1
        tokens = frame.stream.tokens
        if frame.stream.fixed is None and frame.scopes < 0:  # a macro may have it elsewhere
            message = f'This "{tokens[start - 1]}" has no \\fi, so TeX skips the rest. Add it.'
            walker.problem("unbalanced", message, frame.stream.span(start - 1, start))
        at = next((i for i in range(start, frame.end) if is_blank(tokens[i])), frame.end)
    ending = frame.stream.tokens[at - 1] if at > start else ""
    closes = ending not in ("\\else", "\\or")
    if closes and walker.conditions.open:
        walker.conditions.open.pop()
    walker.kill(start, at)
    frame.i = at
    frame.skip = 0
    return ending


def _branch_end(walker: Walker, conditionals: Set[str] | None) -> int | None:
    """The index after the end of the branch, if only these are conditionals, or all that look like
    one.
    """
    frame = walker.frame
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
            and (
                token[3:] in walker.conditions.switches
                or is_conditional(token[1:], walker.macros.definitions)
            )
            and (conditionals is None or token[1:] in conditionals)
        ):
            depth += 1
    return None


@command("else")
def other_branch(walker: Walker, name: str) -> None:
    """The walk reaches ``\\else`` after the first branch; if that one applies, this one is dead."""
    if walker.conditions.open and walker.conditions.open[-1]:
        skip_branch(walker)
    else:
        _edge(walker)


@command("or")
def next_case(walker: Walker, name: str) -> None:
    """``\\or`` after a case of ``\\ifcase``: if that one applies, the others are dead."""
    if walker.conditions.open and walker.conditions.open[-1]:
        while skip_branch(walker) in ("\\or", "\\else"):
            pass
    else:
        _edge(walker)


@command("fi")
def end_condition(walker: Walker, name: str) -> None:
    """The conditional ends."""
    if not walker.conditions.open:
        end_of_conditional(walker)
    elif walker.conditions.open.pop() is None:
        _edge(walker)


@command("ifmmode")
def in_math(walker: Walker, name: str) -> None:
    """Never true in text: continue at ``\\else``."""
    walker.conditions.open.append(False)
    skip_branch(walker)
