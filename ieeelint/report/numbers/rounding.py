"""Write the digits of a column, by one rule for all its cells."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ieeelint.report.grid import Cell, Value
from ieeelint.report.numbers import digits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


SCIENTIFIC = "sci:"
LARGE, SMALL = 9, -6  # powers of ten of the largest number of a column


def half_width(value: Value) -> Decimal | None:
    """The half-width that is printed after a plus-minus sign: the larger side of the interval."""
    if value.low is None or value.high is None:
        return None
    return max(value.high - value.number, value.number - value.low)


def write(cells: Sequence[Cell], rule: str, *, as_range: bool = False) -> None:
    """Write the digits of every cell with a value by ``rule``; see ``specification.vocabulary``.

    "uncertainty" depends on the median half-width of all cells, without those that are zero,
    "uncertainty-cell" on the half-width of each cell.  Without a half-width, cells have three
    significant digits.
    """
    shown = [(cell, cell.value) for cell in cells if cell.value is not None]
    halves = sorted(half for _, value in shown if (half := half_width(value)))
    common = None
    if rule == "uncertainty" and halves:
        middle = len(halves) // 2
        median = halves[middle] if len(halves) % 2 else (halves[middle - 1] + halves[middle]) / 2
        common = digits.places_of_uncertainty(median)
    elif rule == "uncertainty" and any(half_width(value) is not None for _, value in shown):
        # all repeats were equal
        common = max(_significant(value.number) for _, value in shown)
    for cell, value in shown:
        if rule.startswith(SCIENTIFIC):
            significant = int(rule.removeprefix(SCIENTIFIC))
            cell.power = _power(value, significant)
            _write(cell, _scaled(value, -cell.power), significant - 1, as_range)
        else:
            _write(cell, value, _places(value, rule, common), as_range)


def by_magnitude(cells: Sequence[Cell], rule: str) -> str:
    """``rule``, or powers of ten for numbers that have too many digits or zeros without them."""
    sizes = [cell.value.number.adjusted() for cell in cells if cell.value and cell.value.number]
    is_extreme = bool(sizes) and (max(sizes) >= LARGE or max(sizes) <= SMALL)
    return f"{SCIENTIFIC}3" if is_extreme else rule


def _power(value: Value, significant: int) -> int:
    """The power of ten with which a number has one digit before the point."""
    if not value.number:
        return 0
    places = digits.places_of_significant(value.number, significant)
    return digits.at_places(value.number, places).adjusted()


def _scaled(value: Value, power: int) -> Value:
    low, high = (None if end is None else end.scaleb(power) for end in (value.low, value.high))
    return replace(value, number=value.number.scaleb(power), low=low, high=high)


def _places(value: Value, rule: str, common: int | None) -> int:
    kind, _, count = rule.partition(":")
    if kind == "places":
        return int(count)
    if kind == "sig":
        return digits.places_of_significant(value.number, int(count))
    if common is not None:
        return common
    half = half_width(value)
    if half:
        return digits.places_of_uncertainty(half)
    return _significant(value.number)


def _significant(number: Decimal) -> int:
    """The decimals that show three significant digits."""
    return digits.places_of_significant(number, 3)


def _write(cell: Cell, value: Value, places: int, as_range: bool) -> None:
    half = half_width(value)
    if digits.prints_as_zero(value.number, places) and not (
        half and digits.at_places(half, places)
    ):
        cell.digits, cell.below = ("-" if value.number < 0 else "") + digits.smallest(places), True
        return
    # a value that rounds to zero prints as "0.0±1.3" if it has an interval
    cell.digits = digits.text(value.number, places)
    if half is None or value.low is None or value.high is None:
        return
    if as_range:
        cell.ends = digits.text(value.low, places), digits.text(value.high, places)
    elif digits.prints_as_zero(half, places) or not half:
        # a half-width of zero does not mean certainty: it is less than one unit in the last decimal
        cell.half, cell.half_below = digits.smallest(places), True
    else:
        cell.half = digits.text(half, places)
