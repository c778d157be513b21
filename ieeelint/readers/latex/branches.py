"""Tests with their branches in braces, of ifthen and etoolbox: ``\\ifthenelse{test}{yes}{no}``."""

from __future__ import annotations

from ieeelint.patterns import pattern
from ieeelint.readers.latex import signatures
from ieeelint.readers.latex.conditionals import assign, declare
from ieeelint.readers.latex.registry import COMMANDS, CONDITIONAL, command
from ieeelint.readers.latex.specifications import FALSE, MISSING, TRUE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.walk import Walker

TOGGLE = "toggle "  # before the name of a toggle, whose names are apart from those of booleans
NAMES = tuple(
    name
    for name, kinds in signatures.ARGUMENTS.items()
    if name.startswith(("if", "If", "not"))
    and kinds.endswith("tt")
    and kinds.strip("t").strip("x") == ""
)
# Those of xparse with one branch: \IfBooleanT{#1}{yes}
SINGLE = tuple(
    name
    for name, kinds in signatures.ARGUMENTS.items()
    if name.startswith("If") and name[-1] in "TF" and kinds == "xt"
)
COMPARISON = r"(-?\d{1,9})\s*([<=>])\s*(-?\d{1,9})\Z"
BOOLEAN = r"\\boolean\s*\{([^{}\\]{1,60})\}\Z"
EQUAL = r"\\equal\s*\{([^{}\\#]*)\}\s*\{([^{}\\#]*)\}\Z"
MACRO = r"\\([a-zA-Z]{1,40})[ \t]{0,9}"
PLAIN = r"[^{}\\#%$&~]{1,100}"
NOT = r"\\(?:NOT|not)(?![a-zA-Z])\s*"
RELATIONS = {"ifnumequal": "=", "ifnumgreater": ">", "ifnumless": "<"}


@command("newboolean", "provideboolean", "newbool", "providebool", "newtoggle", "providetoggle")
def new_switch(walker: Walker, name: str) -> None:
    """``\\newboolean{name}`` and ``\\newtoggle{name}`` are false until they are set."""
    declare(walker, _prefix(name) + walker.string(walker.group()).strip())


@command("setboolean", "setbool", "settoggle")
def set_switch(walker: Walker, name: str) -> None:
    """``\\setboolean{name}{true}``."""
    switch = walker.string(walker.group()).strip()
    value = walker.string(walker.group()).strip()
    known = {"true": True, "false": False}.get(value)
    assign(walker, _prefix(name) + switch, known)


@command("booltrue", "boolfalse", "toggletrue", "togglefalse")
def turn_switch(walker: Walker, name: str) -> None:
    """``\\toggletrue{name}``."""
    assign(walker, _prefix(name) + walker.string(walker.group()).strip(), name.endswith("true"))


def _prefix(name: str) -> str:
    return TOGGLE if "toggle" in name else ""


@command(*NAMES, *SINGLE)
def choose(walker: Walker, name: str) -> None:
    """Read the branch that applies, or both if that is not known."""
    if name.removeprefix("if") in walker.conditions.switches:  # \newif\ifkeyword
        COMMANDS[CONDITIONAL](walker, name)
        return
    kinds = signatures.ARGUMENTS[name]
    tests: list[str] = []
    for _ in range(kinds.count("x")):
        group = walker.group()
        if group is None:
            return
        tests.append(walker.string(group).strip())
    start = walker.call_start()
    first = None if name in SINGLE and name[-1] == "F" else walker.group()
    second = None if name in SINGLE and name[-1] == "T" else walker.group()
    truth = _truth(walker, name, tests)
    call = walker.call_span(start)

    def edge() -> None:
        walker.branch_edge(call)

    if truth is None:
        edge()
    for branch, applies in ((second, truth is not True), (first, truth is not False)):
        if branch is None:
            continue
        if applies:  # no group: what a branch opens may end after it
            on_exit = edge if truth is None else None
            walker.push(branch.stream, branch.first, branch.last, on_exit)
        else:
            walker.log.skip(branch.stream, branch.first, branch.last)


def _truth(walker: Walker, name: str, tests: list[str]) -> bool | None:
    """Whether the test holds; None if the draft does not say."""
    switches = walker.conditions.switches
    first = tests[0] if tests else ""
    if name.startswith("IfBoolean"):
        return {TRUE: True, FALSE: False}.get(first)
    if name.startswith(("IfValue", "IfNoValue")):
        return None if "#" in first else (first == MISSING) is ("No" in name)
    if name == "IfFileExists":
        return None  # a class or a package may be installed
    if name == "ifthenelse":
        return _formula(walker, first)
    if name in ("ifbool", "notbool", "iftoggle", "nottoggle"):
        value = switches.get(_prefix(name) + first)
        return value if value is None or name.startswith("if") else not value
    if name in ("ifdef", "ifcsdef", "ifundef", "ifcsundef"):
        is_defined = first.removeprefix("\\") in walker.macros.definitions
        return "undef" not in name if is_defined else None
    if any("\\" in test or "#" in test for test in tests):
        return None
    if name in ("ifblank", "notblank", "ifstrempty"):
        return (first == "") is (name != "notblank")
    if name in ("ifstrequal", "IfStrEq"):
        return first == tests[1]
    if name in RELATIONS:
        return _comparison(f"{first}{RELATIONS[name]}{tests[1]}")
    return _comparison("".join(tests)) if name == "ifnumcomp" else None


def _formula(walker: Walker, test: str) -> bool | None:
    """Whether a test of ``\\ifthenelse`` holds; None for one that is not known or has parts."""
    negation = pattern(NOT).match(test)
    if negation is not None:
        value = _formula(walker, test[negation.end() :])
        return None if value is None else not value
    boolean = pattern(BOOLEAN).match(test)
    if boolean is not None:
        return walker.conditions.switches.get(boolean[1].strip())
    test = pattern(MACRO).sub(lambda macro: _value(walker, macro[1]) or macro[0], test)
    equal = pattern(EQUAL).match(test)
    return equal[1] == equal[2] if equal is not None else _comparison(test)


def _value(walker: Walker, name: str) -> str:
    """What a macro without arguments prints if that is plain text; else empty."""
    macro = walker.macros.definitions.get(name)
    if macro is None or macro.arguments or macro.parameters:
        return ""
    body = macro.body.strip()
    return body if pattern(PLAIN).fullmatch(body) else ""


def _comparison(test: str) -> bool | None:
    """Whether ``1 < 2``; None if a side is not a numeral."""
    match = pattern(COMPARISON).match(test)
    if match is None:
        return None
    first, second = int(match[1]), int(match[3])
    return {"<": first < second, "=": first == second, ">": first > second}[match[2]]
