"""The units in the headers of a draft's table, checked against those of the results."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from ieeelint.report.numbers.units import UnitError, converted, family, is_unit, spelling
from ieeelint.report.verify.verdicts import AGREES, verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ieeelint.report.verify.cell_content import CellContent
    from ieeelint.report.verify.lock import Entry, LockedTable

WORDS = ("min",)  # "(min)" may be the minimum, or minutes


@dataclass(slots=True)
class HeaderUnits:
    """``stated`` has the units in which to compare the numbers of each column. ``wrong`` has the
    columns whose header has another unit than the numbers: (column, unit of the header, unit of
    the numbers).
    """

    stated: dict[str, str] = field(default_factory=dict)
    wrong: list[tuple[str, str, str]] = field(default_factory=list)


def check_units(
    table: LockedTable, headers: Mapping[str, str], contents: Mapping[str, CellContent]
) -> HeaderUnits:
    """Check the units of headers: ``headers`` by column, ``contents`` by cell.

    An author may use another unit of the family and convert the numbers. A header is wrong if its
    unit measures something else, or if the numbers agree only in the unit of the results.
    """
    units = HeaderUnits()
    for column in table.columns:
        name, stated = column.name, spelling(headers.get(column.name, ""))
        cells = [
            (contents[cell].digits, entry)
            for cell, entry in table.column_cells(name).items()
            if cell in contents
            and contents[cell].digits
            and not contents[cell].below
            and not contents[cell].power
            and not contents[cell].unit
            and entry.value is not None
        ]
        unit = next((entry.unit for _, entry in cells if entry.unit), column.unit)
        if not stated and cells and family(unit):
            units.stated |= _unstated(name, cells, unit)
        if not cells or not is_unit(stated) or stated == spelling(unit):
            continue
        try:
            converted(Decimal(1), unit, stated)
        except UnitError:
            if unit and is_unit(unit) and stated not in WORDS:
                units.wrong.append((name, stated, unit))
            continue
        if _agreeing(cells, unit, stated) or not _agreeing(cells, unit, unit):
            units.stated[name] = stated
        elif stated not in WORDS:
            units.wrong.append((name, stated, unit))
    return units


def _unstated(name: str, cells: list[tuple[str, Entry]], unit: str) -> dict[str, str]:
    """The unit of numbers under a header without a unit, if most of them agree in another unit
    than that of the results.
    """
    agreeing = {other: _agreeing(cells, unit, other) for other in family(unit)}
    best = max(agreeing, key=lambda other: agreeing[other])
    if (
        agreeing[best] < 2
        or agreeing[best] * 2 < len(cells)
        or agreeing[best] <= agreeing.get(spelling(unit), 0)
    ):
        return {}
    return {name: best or "1"}


def _agreeing(cells: Iterable[tuple[str, Entry]], unit: str, stated: str) -> int:
    """The count of nonzero numbers that agree if ``stated`` is their unit."""
    count = 0
    for digits, entry in cells:
        if entry.value is not None and Decimal(digits):
            count += verdict(digits, converted(entry.value, unit, stated)) == AGREES
    return count
