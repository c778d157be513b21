"""Write the digits of a column, by one rule for all its cells."""

from __future__ import annotations

from decimal import Decimal

from ieeelint.report.grid import Cell, Value
from ieeelint.report.numbers import digits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def half_width(value: Value) -> Decimal | None:
    """The half-width that is printed after a plus-minus sign: the larger side of the interval."""
    if value.low is None or value.high is None:
        return None
    return max(value.high - value.number, value.number - value.low)


def write(cells: Sequence[Cell], rule: str, *, as_range: bool = False) -> None:
    """Write the digits of every cell with a value by ``rule``; see ``specification.vocabulary``.

    "uncertainty" depends on the median half-width of all cells, "uncertainty-cell" on the
    half-width of each cell.  Without a half-width, cells have three significant digits.
    """
    shown = [(cell, cell.value) for cell in cells if cell.value is not None]
    halves = sorted(half for _, value in shown if (half := half_width(value)))
    common = None
    if rule == "uncertainty" and halves:
        middle = len(halves) // 2
        median = halves[middle] if len(halves) % 2 else (halves[middle - 1] + halves[middle]) / 2
        common = digits.places_of_uncertainty(median)
    for cell, value in shown:
        _write(cell, value, _places(value, rule, common), as_range)


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
    return digits.places_of_significant(value.number, 3)


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
