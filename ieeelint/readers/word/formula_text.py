"""Formulas of Word as an author reads them: on one line, without commands."""

from __future__ import annotations

from re import Match

from ieeelint.patterns import pattern
from ieeelint.readers.word.omml import ACCENTS, DEEPEST, OPERATORS

SIGNS = {command: sign for sign, command in OPERATORS.items()}
# The innermost command, script, or root: its arguments have no braces.
INNER = (
    r"\\(?P<name>[a-z]+)(?:\[(?P<degree>[^{}]*?)\])?\{(?P<first>[^{}]*)\}(?:\{(?P<second>[^{}]*)\})?"
    r"|(?P<sign>[_^])\{(?P<script>[^{}]*)\}|\\(?P<operator>(?!sqrt)[a-z]+)(?![a-z{])|\{\}"
)
TWO_ARGUMENTS = ("frac", "binom")


def readable(formula: str) -> str:
    """The text of a formula in the notation of :func:`~ieeelint.readers.word.omml.linear`: a
    fraction is ``(a+b)/c``, a script ``x_i^2``.
    """
    for _ in range(DEEPEST):
        before, formula = formula, pattern(INNER).sub(_flat, formula)
        if formula == before:
            break
    return " ".join(formula.replace("\\\\", ";").replace(" & ", " ").split())


def _flat(match: Match[str]) -> str:
    """One command as text."""
    name, first, second = match["name"], match["first"], match["second"]
    if match["sign"]:
        return match["sign"] + _grouped(match["script"])
    if match["operator"]:
        return SIGNS.get("\\" + match["operator"], match["operator"])
    if name is None:
        return ""
    if name in TWO_ARGUMENTS and second is not None:
        return f"{_grouped(first)}{'/' if name == 'frac' else ' over '}{_grouped(second)}"
    rest = f"{{{second}}}" if second is not None else ""
    if name == "sqrt":
        degree = f"[{match['degree']}]" if match["degree"] else ""
        return f"√{degree}{_grouped(first)}{rest}"
    if name in ("begin", "end"):
        return ("[" if name == "begin" else "]") + rest
    accent = next((sign for sign, command in ACCENTS.items() if command == name), "")
    return (first + accent if accent else first) + rest


def _grouped(text: str) -> str:
    """Text in parentheses if it has more than one word or number."""
    text = text.strip()
    return text if pattern(r"\w*|\(.*\)").fullmatch(text) else f"({text})"
