"""Digits of printed numbers, all in ``Decimal`` and rounded half to even.

The rule for uncertainties is that of the Particle Data Group, "Review of Particle Physics",
sec. 5.3.  It depends on the three leading digits of the uncertainty: 100 to 354 are rounded to
two digits, 355 to 949 to one digit, and 950 to 999 up to 1000 with two digits.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal

WIDE = Context(prec=60, rounding=ROUND_HALF_EVEN)
ALL = Context(prec=1000, rounding=ROUND_HALF_EVEN)  # every digit of any float at up to 99 decimals


def exact(number: float | int) -> Decimal:
    """The decimal number of the shortest text of a float; minus zero is zero."""
    value = Decimal(repr(number))
    return value if value else Decimal(0)


def at_places(value: Decimal, places: int) -> Decimal:
    """``value`` rounded to ``places`` decimals; negative ``places`` round before the point."""
    rounded = value.quantize(Decimal(1).scaleb(-places), context=ALL)
    return rounded if rounded else abs(rounded)


def places_of_significant(value: Decimal, digits: int) -> int:
    """The decimals that show ``value`` with ``digits`` significant digits, after rounding: 0.9996
    with three significant digits has two decimals (1.00).
    """
    if not value:
        return digits - 1
    places = digits - 1 - value.adjusted()
    rounded = at_places(value, places)
    return digits - 1 - rounded.adjusted()


def places_of_uncertainty(half: Decimal) -> int:
    """The decimals of a half-width by the rule of this module.  ``half`` > 0."""
    leading = int(at_places(half.scaleb(2 - half.adjusted()), 0))
    digits = 2 if leading < 355 or leading >= 950 else 1
    places = digits - 1 - half.adjusted()
    return places - 1 if leading >= 950 else places


def text(value: Decimal, places: int) -> str:
    """The digits of ``value`` with ``places`` decimals, without grouping."""
    return format(at_places(value, places), "f")


def prints_as_zero(value: Decimal, places: int) -> bool:
    """True for a nonzero number that would print as zero."""
    return bool(value) and not at_places(value, places)


def smallest(places: int) -> str:
    """One unit in the last decimal."""
    return format(Decimal(1).scaleb(-places), "f")
