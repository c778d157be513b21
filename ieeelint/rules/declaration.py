"""Checks what a local rule passes to ``@rule``; the tests check the rules of ieeelint."""

from __future__ import annotations

from ieeelint.rules.areas import AREAS
from ieeelint.rules.codes import area_of, is_code, is_name
from ieeelint.severities import SEVERITIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.rules import Rule

FORMATS = ("latex", "word")


def fault(rule: Rule) -> str:
    """What is wrong with the arguments of a local rule; empty if they are correct."""
    if not isinstance(rule.code, str) or not is_code(rule.code):
        return f'"{rule.code}" is not a code. Use 3 to 5 capital letters and 3 digits: HSE001.'
    if (area := area_of(rule.code)) in AREAS:
        return f"{area} is a prefix of ieeelint. Choose another prefix for {rule.code}: HSE001."
    if not isinstance(rule.name, str) or not is_name(rule.name):
        return (
            f'"{rule.name}" is not a name. Use lowercase words with hyphens between them:'
            " house-style."
        )
    if rule.severity not in SEVERITIES:
        return f"The severity of {rule.code} must be one of {', '.join(SEVERITIES)}."
    if not isinstance(rule.source, str):
        return f"The source of {rule.code} must be a string."
    for word, examples in (("bad", rule.bad), ("good", rule.good)):
        if not _is_tuple_of(str, examples):
            return f'"{word}" of {rule.code} must be a list of strings.'
    if not _is_tuple_of((tuple, list), rule.fixes) or not all(map(_is_pair, rule.fixes)):
        return f'"fixes" of {rule.code} must be a list of pairs of strings: [("before", "after")].'
    for word, formats in (("formats", rule.formats), ("fix_formats", rule.fix_formats)):
        if not _is_tuple_of(str, formats) or not all(form in FORMATS for form in formats):
            return f'"{word}" of {rule.code} must be a tuple of {" and ".join(FORMATS)}.'
    if rule.reports:
        return f'"reports" is not for local rules. Remove it from {rule.code}.'
    return ""


def _is_tuple_of(kind: type | tuple[type, ...], values: object) -> bool:
    return isinstance(values, tuple) and all(isinstance(value, kind) for value in values)


def _is_pair(values: tuple[str, ...]) -> bool:
    return len(values) == 2 and _is_tuple_of(str, tuple(values))


def line_of(check: object) -> int:
    """The line where the function of a rule begins; 1 for a callable without code."""
    function = getattr(check, "func", check)
    method = vars(type(function)).get("__call__")  # of an object that can be called
    code = getattr(function, "__code__", getattr(method, "__code__", None))
    return code.co_firstlineno if code is not None else 1
