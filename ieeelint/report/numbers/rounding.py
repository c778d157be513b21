"""The digits of a column: one rule for all its cells."""

from __future__ import annotations

from decimal import Decimal

from ieeelint.report.grid import Cell, Value
from ieeelint.report.numbers import digits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def half_width(value: Value) -> Decimal | None:
    """Half of an interval that is printed after a plus-minus sign: its larger side."""
    if value.low is None or value.high is None:
        return None
    return max(value.high - value.number, value.number - value.low)


def write(cells: Sequence[Cell], rule: str, *, as_range: bool = False) -> None:
    """Give every cell with a value its digits by ``rule``; see ``specification.vocabulary``.

    "uncertainty" takes the median half-width of all cells, "uncertainty-cell" each cell's own;
    cells without one get three significant digits where no other cell can say.
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
    cell.digits = digits.text(
        value.number, places
    )  # "0.0±1.3" where the interval says how far from zero it may be
    if half is None or value.low is None or value.high is None:
        return
    if as_range:
        cell.ends = digits.text(value.low, places), digits.text(value.high, places)
    elif digits.prints_as_zero(half, places) or not half:
        # a spread of nothing is no certainty: it is less than the last digit shows
        cell.half, cell.half_below = digits.smallest(places), True
    else:
        cell.half = digits.text(half, places)
