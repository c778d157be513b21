"""Arguments as xparse and xargs specify them: ``\\NewDocumentCommand{\\gap}{s O{1cm} m}{…}``."""

from __future__ import annotations

from ieeelint.patterns import pattern
from ieeelint.readers.latex.lists import items
from ieeelint.views.latex import Parameter

MISSING = "-NoValue-"  # the value of an option that a call leaves out
TRUE, FALSE = "\\BooleanTrue", "\\BooleanFalse"  # the values of a star
GROUP = r"\s*\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}"
LETTER = (
    rf"\s*(?:[+!=]|>{GROUP}|(?P<plain>[msog])|(?P<filled>[OG])(?P<value>{GROUP})"
    r"|t\s*\{?(?P<sign>[^\s{}\\])\}?"
    rf"|(?P<letter>[rdRD])\s*(?P<first>[^\s{{}}\\])\s*(?P<last>[^\s{{}}\\])(?P<default>{GROUP})?)\s*"
)


def parsed(specification: str) -> tuple[Parameter, ...] | None:
    """The arguments of ``s O{1cm} m``; None if one of them is of a kind that is not read."""
    parameters = []
    at = 0
    while specification[at:].strip():
        match = pattern(LETTER).match(specification, at)
        if match is None:
            return None
        at = match.end()
        if match["plain"]:
            signs = "*" if match["plain"] == "s" else ""
            parameters.append(Parameter(match["plain"], signs, MISSING))
        elif match["filled"]:
            parameters.append(Parameter(match["filled"].lower(), "", match["value"].strip()[1:-1]))
        elif match["sign"]:
            parameters.append(Parameter("s", match["sign"], ""))
        elif match["letter"]:
            has_default = match["letter"].isupper() and match["default"]
            default = match["default"].strip()[1:-1] if has_default else MISSING
            parameters.append(Parameter("d", match["first"] + match["last"], default))
    return tuple(parameters)


def of_xargs(count: str, defaults: str) -> tuple[Parameter, ...] | None:
    """The arguments of ``\\newcommandx{\\gap}[3][1=1cm,3=2cm]{…}``."""
    if not count.isdecimal() or len(count) > 1:
        return None
    options = {}
    for item, _, _ in items(defaults):
        number, _, default = item.partition("=")
        options[number.strip()] = default.strip()
    return tuple(
        Parameter("o" if number in options else "m", "", options.get(number, MISSING))
        for number in map(str, range(1, int(count) + 1))
    )
