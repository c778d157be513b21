"""Expressions in pins: keys of results, numbers, ``+ - * /``, ``ratio``, ``percent_change``,
``min`` and ``max``.

``min`` and ``max`` take expressions, and keys with "*" for a part: ``max(cost.*.latency)``.  A
minus sign has a space on both sides, because keys may contain hyphens.
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
    """An invalid expression; the message says why."""


@dataclass(slots=True, frozen=True)
class Term:
    """A number with its unit, which is empty for ratios and for typed numbers."""

    number: Decimal
    unit: str = ""


def split_pin(text: str) -> list[str]:
    """The expressions in a pin, which commas outside of parentheses separate."""
    parts, depth = [""], 0
    for character in text:
        depth += (character == "(") - (character == ")")
        if character == "," and depth <= 0:
            parts.append("")
        else:
            parts[-1] += character
    return [part.strip() for part in parts if part.strip()]


def resolve(text: str, lock: Lock) -> Entry:
    """The entry of a key, with its interval, or the value of an expression.

    Raises ExpressionError for an unknown key, an invalid expression and units that cannot be
    combined.
    """
    entry = lock.number(text)
    if entry is not None:
        return entry
    value = _Evaluator(text, lock).whole()
    return Entry("value", text, value.number if is_usable(value.number) else None, value.unit)


def keys_in(text: str, lock: Lock) -> list[str]:
    """The keys in an expression; a pattern gives all keys that it matches."""
    if lock.number(text) is not None:
        return [text]
    names = [
        token["name"]
        for token in TOKEN.finditer(text)
        if token["name"] and token["name"] not in FUNCTIONS
    ]
    return [key for name in names for key in (_matching(name, lock) if "*" in name else [name])]


def _matching(pattern: str, lock: Lock) -> list[str]:
    """The keys that a pattern matches, with "*" for one part."""
    patterns = pattern.split(".")
    return [
        key
        for key in lock.number_keys()
        if len(parts := key.split(".")) == len(patterns) and all(map(fnmatchcase, parts, patterns))
    ]


class _Evaluator:
    """Evaluates an expression from left to right."""

    def __init__(self, text: str, lock: Lock) -> None:
        self.text = text
        self.lock = lock
        self.at = 0
        self.depth = 0

    def whole(self) -> Term:
        value = self.sum()
        if rest := self.text[self.at :].strip():
            raise ExpressionError(f'unexpected "{rest}" at the end.')
        return value

    def peek(self) -> re.Match[str] | None:
        return TOKEN.match(self.text, self.at)

    def accept(self, *signs: str) -> str:
        """The next token if it is one of these signs, else an empty string."""
        token = self.peek()
        if token is None or token["sign"] not in signs:
            return ""
        self.at = token.end()
        return str(token["sign"])

    def sum(self) -> Term:
        self.depth += 1
        if self.depth > DEEPEST:
            raise ExpressionError(f"parentheses are nested more than {DEEPEST} deep.")
        value = self.product()
        while sign := self.accept("+", "-"):
            number = _in_unit(self.product(), value.unit)
            combine = WIDE.add if sign == "+" else WIDE.subtract
            value = Term(combine(value.number, number), value.unit)
        self.depth -= 1
        return value

    def product(self) -> Term:
        value = self.factor()
        while sign := self.accept("*", "/"):
            other = self.factor()
            if sign == "/":
                value = _divided(value, other)
            elif value.unit and other.unit:
                raise ExpressionError(f"the unit {value.unit} × {other.unit} is not supported.")
            else:
                value = Term(WIDE.multiply(value.number, other.number), value.unit or other.unit)
        return value

    def factor(self) -> Term:
        if self.accept("("):
            value = self.sum()
            self.close()
            return value
        token = self.peek()
        if token is None or token["sign"]:
            rest = self.text[self.at :].strip()
            where = f'before "{rest}"' if rest else "at the end"
            raise ExpressionError(f"a key or a number is missing {where}.")
        self.at = token.end()
        if token["number"]:
            return Term(Decimal(token["number"]))
        name = token["name"]
        if name in FUNCTIONS and self.accept("("):
            return self.call(name)
        return self.value(name)

    def close(self) -> None:
        if not self.accept(")"):
            raise ExpressionError("a closing parenthesis is missing.")

    def call(self, name: str) -> Term:
        arguments: list[Term] = []
        while True:
            token = self.peek()
            if token is not None and token["name"] and "*" in token["name"]:
                self.at = token.end()
                arguments += self.matching(token["name"])
            else:
                arguments.append(self.sum())
            if not self.accept(","):
                break
        self.close()
        if name in ("min", "max"):
            choose: Callable[..., Decimal] = min if name == "min" else max
            unit = arguments[0].unit
            return Term(choose(_in_unit(argument, unit) for argument in arguments), unit)
        if len(arguments) != 2:
            raise ExpressionError(f"{name} takes 2 values, not {len(arguments)}.")
        if name == "ratio":
            return _divided(arguments[0], arguments[1])
        change = _divided(arguments[1], arguments[0])  # from the first to the second
        return Term(WIDE.multiply(WIDE.subtract(change.number, Decimal(1)), Decimal(100)), "%")

    def matching(self, pattern: str) -> list[Term]:
        """The values of all keys that a pattern matches."""
        values = [self.value(key) for key in _matching(pattern, self.lock)]
        if not values:
            raise ExpressionError(f'no key of the results matches "{pattern}".')
        return values

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


def _divided(dividend: Term, divisor: Term) -> Term:
    unit, number = dividend.unit, divisor.number
    if divisor.unit:
        number, unit = _in_unit(divisor, dividend.unit), ""
    if not number:
        raise ExpressionError("it divides by zero.")
    return Term(WIDE.divide(dividend.number, number), unit)
