"""Units of results: exact factors between units of one family, from ``data/units.toml``."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

from ieeelint.phrases import nearest_sentence
from ieeelint.report.numbers.digits import WIDE


class UnitError(ValueError):
    """Units that are not known or not of one family; the message says which are."""


def converted(value: Decimal, given: str, wanted: str) -> Decimal:
    """``value`` in ``given`` as ``wanted``; both of one family.  Exact but for divisions that do
    not end, which have 60 digits.

    Raises UnitError for an unknown unit and for units of different families.
    """
    if given == wanted:
        return value
    over, under = _sizes(given, wanted)
    return WIDE.divide(WIDE.multiply(value, over), under)


def is_unit(text: str) -> bool:
    """True for a unit of some family; none at all is not one."""
    return bool(text) and any(spelling(text) in family for family in _families().values())


def family(unit: str) -> list[str]:
    """The units of the same family; none for an unknown one."""
    return next((list(one) for one in _families().values() if spelling(unit) in one), [])


def spelling(unit: str) -> str:
    """The unit as it is printed: "us" is "µs"."""
    return _spellings().get(unit, unit)


def _sizes(given: str, wanted: str) -> tuple[Decimal, Decimal]:
    given, wanted = spelling(given), spelling(wanted)
    families = _families()
    for unit in (given, wanted):
        if not any(unit in family for family in families.values()):
            known = [one for family in families.values() for one in family if one]
            raise UnitError(
                f'"{unit}" is no unit known'
                f" here.{nearest_sentence(unit, known) or ' Known are ' + ', '.join(known) + '.'}"
            )
    for family in families.values():
        if given in family and wanted in family:
            return family[given], family[wanted]
    if not given:
        raise UnitError(
            f'the value has no unit, and "{wanted}" is asked for. Name the unit in the file, as in'
            f' "latency ({wanted})" or by a column unit; or take unit out here, and say it in the'
            " header."
        )
    raise UnitError(f'"{given}" cannot be converted to "{wanted or "no unit"}".')


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
