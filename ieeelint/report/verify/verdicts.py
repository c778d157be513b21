"""Whether a printed number agrees with a result, computed in ``Decimal`` from text.

A printed number with d decimals agrees if it is the value rounded to d decimals, half to even or
half up.  Binary floating point is never used.
"""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from ieeelint.report.numbers.digits import WIDE, places_of_uncertainty

FIRST_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
HUNDRED = Decimal(100)
AGREES = "agrees"
TRUNCATED = "truncated"
LAST_DIGIT = "last digit"
DRIFT = "drift"
CONTRADICTS = "contradicts"
OVER_PRECISE = "over-precise"


def verdict(
    token: str, value: Decimal, low: Decimal | None = None, high: Decimal | None = None
) -> str:
    """The verdict on a printed number ("0.054", "-1.2") for a value with the interval ``low`` to
    ``high``.

    ``agrees``: it is the rounded value; ``truncated``: the truncated value; ``last digit``: off
    by one in the last digit; ``drift``: different, but within the interval; else ``contradicts``.
    """
    printed = Decimal(token)
    unit = Decimal(1).scaleb(-decimals(token))
    for rounding in (ROUND_HALF_EVEN, ROUND_HALF_UP):
        if value.quantize(unit, rounding=rounding, context=WIDE) == printed:
            return AGREES
    if value.quantize(unit, rounding=ROUND_DOWN, context=WIDE) == printed:
        return TRUNCATED
    if abs(value.quantize(unit, rounding=ROUND_HALF_EVEN, context=WIDE) - printed) == unit:
        return LAST_DIGIT
    if (
        low is not None
        and high is not None
        and low <= printed + unit / 2
        and printed - unit / 2 <= high
    ):
        return DRIFT
    return CONTRADICTS


def over_precise(
    token: str, pinned: str, value: Decimal, low: Decimal | None, high: Decimal | None
) -> str:
    """The message for a number with more digits than its interval supports, else an empty string.

    Digits below a hundredth of the half interval are too many.  Digits that the results print,
    in the text ``pinned``, are never too many.
    """
    if low is None or high is None or not high > low:
        return ""
    half = max(high - value, value - low)
    number = FIRST_NUMBER.search(pinned)
    unit = Decimal(1).scaleb(-decimals(token))
    if half < HUNDRED * unit or decimals(token) <= (decimals(number.group()) if number else 0):
        return ""
    places = max(places_of_uncertainty(half), 0)
    return (
        f"its interval (±{half.normalize():.3g}) supports only"
        f" {rounded(value, '0.' + '0' * places if places else '0')}."
    )


def decimals(token: str) -> int:
    """The number of digits after the decimal point."""
    return len(token.partition(".")[2])


def rounded(value: Decimal, token: str) -> str:
    """The value with as many decimals as ``token`` has."""
    return format(
        value.quantize(Decimal(1).scaleb(-decimals(token)), rounding=ROUND_HALF_EVEN, context=WIDE),
        "f",
    )
