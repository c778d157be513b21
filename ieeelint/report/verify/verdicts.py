"""Whether a printed number says what the results say, all in ``Decimal`` from text.

A printed token with d decimals stands for its value give or take half a unit of the last
place.  Half to even and half up are both right; binary floating point is never asked.
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
    """How ``token`` ("0.054", "-1.2") stands to ``value`` with the interval ``low`` to ``high``.

    ``agrees``: it is the value rounded; ``truncated``: cut off; ``last digit``: one unit of the
    last place off; ``drift``: different, within the interval; else ``contradicts``.
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
    token: str, kept: str, value: Decimal, low: Decimal | None, high: Decimal | None
) -> str:
    """What to say of a number with more digits than its interval supports; empty where nothing is
    to be said.

    Too many are those below a hundredth of the interval's half; never as many as ``kept`` has, what
    the results print themselves.
    """
    if low is None or high is None or not high > low:
        return ""
    half = max(high - value, value - low)
    own = FIRST_NUMBER.search(kept)
    unit = Decimal(1).scaleb(-decimals(token))
    if half < HUNDRED * unit or decimals(token) <= max(0, decimals(own.group()) if own else 0):
        return ""
    places = max(places_of_uncertainty(half), 0)
    return (
        f"its interval, give or take {half.normalize():.3g}, supports"
        f" {rounded(value, '0.' + '0' * places if places else '0')}."
    )


def decimals(token: str) -> int:
    """The digits after the point."""
    return len(token.partition(".")[2])


def rounded(value: Decimal, token: str) -> str:
    """The value at as many decimals as the token has."""
    return format(
        value.quantize(Decimal(1).scaleb(-decimals(token)), rounding=ROUND_HALF_EVEN, context=WIDE),
        "f",
    )
