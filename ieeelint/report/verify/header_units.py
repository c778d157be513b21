"""The units that the heads of a draft's table state, beside those of the results."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from ieeelint.report.numbers.units import UnitError, converted, family, is_unit, spelling
from ieeelint.report.verify.verdicts import AGREES, verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ieeelint.report.verify.lock import Entry, LockedTable
    from ieeelint.report.verify.reading_back import Reading

WORDS = ("min",)  # "(min)" may be the minimum, or minutes


@dataclass(slots=True)
class Units:
    """``stated`` are the units to compare a column's numbers in; ``wrong`` the columns whose head
    names another unit than their numbers have, with both units: (column, stated, theirs).
    """

    stated: dict[str, str] = field(default_factory=dict)
    wrong: list[tuple[str, str, str]] = field(default_factory=list)


def settle(table: LockedTable, heads: Mapping[str, str], readings: Mapping[str, Reading]) -> Units:
    """What to make of the units that heads state: ``heads`` by column, ``readings`` by cell.

    An author may state another unit of the family and convert the numbers; a head whose numbers
    agree only in the unit of the results, or whose unit measures something else, is wrong.
    """
    units = Units()
    for column in table.columns:
        name, stated = column.name, spelling(heads.get(column.name, ""))
        cells = [
            (readings[cell].digits, entry)
            for cell, entry in table.column_cells(name).items()
            if cell in readings
            and readings[cell].digits
            and not readings[cell].unit
            and entry.value is not None
        ]
        given = next((entry.unit for _, entry in cells if entry.unit), column.unit)
        if not stated and cells and family(given):
            units.stated |= _unsaid(name, cells, given)
        if not cells or not is_unit(stated) or stated == spelling(given):
            continue
        try:
            converted(Decimal(1), given, stated)
        except UnitError:
            if given and is_unit(given) and stated not in WORDS:
                units.wrong.append((name, stated, given))
            continue
        if _agreeing(cells, given, stated) or not _agreeing(cells, given, given):
            units.stated[name] = stated
        elif stated not in WORDS:
            units.wrong.append((name, stated, given))
    return units


def _unsaid(name: str, cells: list[tuple[str, Entry]], given: str) -> dict[str, str]:
    """The unit of numbers under a head without one, where most of them agree in another than the
    results have.
    """
    agreeing = {unit: _agreeing(cells, given, unit) for unit in family(given)}
    best = max(agreeing, key=lambda unit: agreeing[unit])
    if (
        agreeing[best] < 2
        or agreeing[best] * 2 < len(cells)
        or agreeing[best] <= agreeing.get(spelling(given), 0)
    ):
        return {}
    return {name: best or "1"}


def _agreeing(cells: Iterable[tuple[str, Entry]], given: str, stated: str) -> int:
    """How many numbers other than zero agree when they are read as ``stated``."""
    count = 0
    for digits, entry in cells:
        if entry.value is not None and Decimal(digits):
            count += verdict(digits, converted(entry.value, given, stated)) == AGREES
    return count
