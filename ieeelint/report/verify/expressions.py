"""The little language of pins: keys of results, numbers, ``+ - * /``, ``ratio``,
``percent_change``, ``min`` and ``max``.

``min`` and ``max`` take expressions, and keys with "*" for a part: ``max(cost.*.latency)``.  A
minus sign has a space on both sides, for keys hold hyphens.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fnmatch import fnmatchcase

from ieeelint.report.numbers.digits import WIDE
from ieeelint.report.numbers.units import UnitError, converted
from ieeelint.report.verify.lock import Entry, is_usable, unknown_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ieeelint.report.verify.lock import Lock

KEY = r"[A-Za-z_][\w-]*(?:\.(?:\*|[\w-]+(?:\.\d+(?![\w-]))?))*"
TOKEN = re.compile(
    rf"\s*(?:(?P<number>\d+(?:\.\d+)?)(?![\w.])|(?P<name>{KEY})|(?P<sign>[-+*/(),]))"
)
FUNCTIONS = ("ratio", "percent_change", "min", "max")
DEEPEST = 50


class ExpressionError(ValueError):
    """An expression that means nothing; the message says why."""


@dataclass(slots=True, frozen=True)
class Term:
    """A number with its unit, empty for ratios and for numbers as typed."""

    number: Decimal
    unit: str = ""


def parts_of(text: str) -> list[str]:
    """The expressions of a pin, which commas outside of parentheses part."""
    found, depth = [""], 0
    for character in text:
        depth += (character == "(") - (character == ")")
        if character == "," and depth <= 0:
            found.append("")
        else:
            found[-1] += character
    return [one.strip() for one in found if one.strip()]


def resolved(text: str, lock: Lock) -> Entry:
    """What the lock has for a key, with its interval, or the value of an expression.

    Raises ExpressionError for an unknown key, for what is no expression and for units that do not
    go together.
    """
    entry = lock.number(text)
    if entry is not None:
        return entry
    value = _Reader(text, lock).whole()
    return Entry("value", text, value.number if is_usable(value.number) else None, value.unit)


def keys_in(text: str, lock: Lock) -> list[str]:
    """The keys that an expression speaks of, patterns taken as all that they fit."""
    if lock.number(text) is not None:
        return [text]
    names = [
        found["name"]
        for found in TOKEN.finditer(text)
        if found["name"] and found["name"] not in FUNCTIONS
    ]
    return [key for name in names for key in (_fitting(name, lock) if "*" in name else [name])]


def _fitting(pattern: str, lock: Lock) -> list[str]:
    """The keys that a pattern fits, "*" for one part."""
    wanted = pattern.split(".")
    return [
        key
        for key in lock.number_keys()
        if len(parts := key.split(".")) == len(wanted) and all(map(fnmatchcase, parts, wanted))
    ]


class _Reader:
    """Reads an expression from left to right."""

    def __init__(self, text: str, lock: Lock) -> None:
        self.text = text
        self.lock = lock
        self.at = 0
        self.depth = 0

    def whole(self) -> Term:
        found = self.sum()
        if self.text[self.at :].strip():
            raise ExpressionError(
                f'"{self.text}" makes no sense from "{self.text[self.at :].strip()}" on.'
            )
        return found

    def peek(self) -> re.Match[str] | None:
        return TOKEN.match(self.text, self.at)

    def takes(self, *signs: str) -> str:
        found = self.peek()
        if found is None or found["sign"] not in signs:
            return ""
        self.at = found.end()
        return str(found["sign"])

    def sum(self) -> Term:
        self.depth += 1
        if self.depth > DEEPEST:
            raise ExpressionError("this is too deep.")
        found = self.product()
        while sign := self.takes("+", "-"):
            other = _in_unit(self.product(), found.unit)
            found = Term(
                (WIDE.add if sign == "+" else WIDE.subtract)(found.number, other), found.unit
            )
        self.depth -= 1
        return found

    def product(self) -> Term:
        found = self.factor()
        while sign := self.takes("*", "/"):
            other = self.factor()
            if sign == "/":
                found = _divided(found, other)
            elif found.unit and other.unit:
                raise ExpressionError(f"{found.unit} times {other.unit} is no unit known here.")
            else:
                found = Term(WIDE.multiply(found.number, other.number), found.unit or other.unit)
        return found

    def factor(self) -> Term:
        if self.takes("("):
            found = self.sum()
            self.close()
            return found
        token = self.peek()
        if token is None or token["sign"]:
            raise ExpressionError(
                f'"{self.text}" lacks a key or a number{" at its end" if token is None else ""}.'
            )
        self.at = token.end()
        if token["number"]:
            return Term(Decimal(token["number"]))
        name = token["name"]
        if name in FUNCTIONS and self.takes("("):
            return self.call(name)
        return self.value(name)

    def close(self) -> None:
        if not self.takes(")"):
            raise ExpressionError(f'"{self.text}" lacks a closing parenthesis.')

    def call(self, name: str) -> Term:
        given: list[Term] = []
        while True:
            token = self.peek()
            if token is not None and token["name"] and "*" in token["name"]:
                self.at = token.end()
                given += self.fitting(token["name"])
            else:
                given.append(self.sum())
            if not self.takes(","):
                break
        self.close()
        if name in ("min", "max"):
            choose: Callable[..., Decimal] = min if name == "min" else max
            return Term(choose(_in_unit(one, given[0].unit) for one in given), given[0].unit)
        if len(given) != 2:
            raise ExpressionError(f"{name} takes two values.")
        if name == "ratio":
            return _divided(given[0], given[1])
        change = _divided(given[1], given[0])  # from the first to the second
        return Term(WIDE.multiply(WIDE.subtract(change.number, Decimal(1)), Decimal(100)), "%")

    def fitting(self, pattern: str) -> list[Term]:
        """The values of all keys that a pattern fits, "*" for one part."""
        found = [self.value(key) for key in _fitting(pattern, self.lock)]
        if not found:
            raise ExpressionError(f'no key of the results fits "{pattern}".')
        return found

    def value(self, key: str) -> Term:
        entry = self.lock.number(key)
        if entry is None:
            raise ExpressionError(unknown_key(key, self.lock))
        if entry.value is None:
            raise ExpressionError(
                f'The results have no value for "{key}": {entry.why or entry.text}.'
            )
        return Term(entry.value, entry.unit)


def _in_unit(term: Term, unit: str) -> Decimal:
    try:
        return converted(term.number, term.unit, unit)
    except UnitError as error:
        raise ExpressionError(str(error)) from None


def _divided(one: Term, other: Term) -> Term:
    unit = one.unit
    number = other.number
    if other.unit:
        number, unit = _in_unit(other, one.unit), ""
    if not number:
        raise ExpressionError("this divides by zero.")
    return Term(WIDE.divide(one.number, number), unit)
