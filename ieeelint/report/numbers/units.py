"""Convert units of results by exact factors between units of one family (``data/units.toml``)."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

from ieeelint.phrases import nearest_sentence
from ieeelint.report.numbers.digits import WIDE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# units that a number may be printed in, by the family that it is recorded in
PRINTED = {
    "s": ("s", "ms", "µs", "ns"),
    "B": ("B", "KiB", "MiB", "GiB"),
    "": ("", "k", "M", "G", "T"),
    "FLOP": ("FLOP", "MFLOP", "GFLOP", "TFLOP", "PFLOP", "EFLOP"),
    "FLOP/s": ("FLOP/s", "MFLOP/s", "GFLOP/s", "TFLOP/s"),
    "B/s": ("B/s", "MB/s", "GB/s", "TB/s"),
}
LARGE = 10_000  # a count from here on is printed with a prefix


class UnitError(ValueError):
    """Units that are unknown or not of one family; the message lists alternatives."""


def converted(value: Decimal, unit: str, new_unit: str) -> Decimal:
    """``value`` converted from ``unit`` to ``new_unit``; exact, or with 60 digits if the quotient
    has no end.

    Raises UnitError for an unknown unit and for units of different families.
    """
    if unit == new_unit:
        return value
    over, under = _sizes(unit, new_unit)
    return WIDE.divide(WIDE.multiply(value, over), under)


def is_unit(text: str) -> bool:
    """True for a unit of any family; not for an empty text."""
    return bool(text) and any(spelling(text) in family for family in _families().values())


def family(unit: str) -> list[str]:
    """The units of the same family; an empty list for an unknown unit."""
    return next((list(units) for units in _families().values() if spelling(unit) in units), [])


def spelling(unit: str) -> str:
    """The unit as it is printed: "µs" for "us"."""
    return _spellings().get(unit, unit)


def advice(units: Iterable[str], place: str = "") -> str:
    """What to do about results in several units; ``place`` is the block of the specification."""
    first, *others = units
    if set(others) <= set(family(first)):
        return f'Write which unit to print: unit = "…"{place}.'
    return "They measure different things: select one with where, or correct the units."


def fitting_unit(unit: str, values: Sequence[float]) -> str:
    """The unit to print values in, so that most numbers are neither long nor below 1."""
    size = sorted(abs(value) for value in values)[len(values) // 2] if values else 0.0
    base = next((first for first in PRINTED if unit in PRINTED[first]), None) or next(
        (first for first in PRINTED if unit in family(first)), None
    )
    if base is None or not size or unit == "%" or not unit and size < LARGE:
        return unit
    if unit not in PRINTED[base] and 1 <= size < LARGE:
        return unit
    for candidate in sorted(PRINTED[base], key=lambda other: converted(Decimal(1), base, other)):
        if candidate in PRINTED[base] and converted(Decimal(repr(size)), unit, candidate) >= 1:
            return candidate
    return unit


def _sizes(unit: str, new_unit: str) -> tuple[Decimal, Decimal]:
    unit, new_unit = spelling(unit), spelling(new_unit)
    families = _families()
    for name in (unit, new_unit):
        if not any(name in units for units in families.values()):
            known = [known for units in families.values() for known in units if known]
            hint = nearest_sentence(name, known) or f" Supported units: {', '.join(known)}."
            raise UnitError(f'unknown unit "{name}".{hint}')
    for units in families.values():
        if unit in units and new_unit in units:
            return units[unit], units[new_unit]
    if not unit:
        raise UnitError(
            f'the value has no unit, so it cannot be converted to "{new_unit}". Write the unit in'
            f' the result file, as in "latency ({new_unit})", or in a column "unit". Otherwise'
            " delete unit here, and write it in the header."
        )
    raise UnitError(f'"{unit}" cannot be converted to "{new_unit or "no unit"}".')


@cache
def _table() -> dict[str, dict[str, str]]:
    import tomllib

    return tomllib.loads((Path(__file__).parents[1] / "data" / "units.toml").read_text("utf-8"))


@cache
def _families() -> dict[str, dict[str, Decimal]]:
    return {
        name: {unit: Decimal(size) for unit, size in family.items()}
        for name, family in _table().items()
        if name != "spellings"
    }


def _spellings() -> dict[str, str]:
    return _table()["spellings"]
