"""The columns of a table while it is built: what each measures, its head and its one unit."""

from __future__ import annotations

from dataclasses import dataclass

from ieeelint.report import grid as g
from ieeelint.report.building.headers import Leaf
from ieeelint.report.building.naming import shown_number, slug, unique
from ieeelint.report.building.notes import completed
from ieeelint.report.building.rows import values_of
from ieeelint.report.numbers.units import spelling
from ieeelint.report.records import ReportError
from ieeelint.report.words import Words, plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.report.building.finding_series import Finder
    from ieeelint.report.building.measuring import Outcome
    from ieeelint.report.records import Key
    from ieeelint.report.specification.model import Measure, Specification, Table

UNIT = "{unit}"  # in words of heads


@dataclass(slots=True, eq=False)
class ColumnWith:
    """A column while it is built: what it measures, what else its records have, its cells by
    row.
    """

    name: str
    measure: Measure
    leaf: Leaf
    where: dict[str, Key | list[Key]]
    cells: list[g.Cell]
    outcomes: list[Outcome]


def columns_of(wanted: Table, finder: Finder, specification: Specification) -> list[ColumnWith]:
    """Those that a specification names, or one for each value of the pivot's key.  Raises
    ReportError.
    """
    if wanted.pivot is None or wanted.cell is None:
        names = unique(
            [
                slug(f"{plain(one.group)} {plain(one.header)}".replace(UNIT, ""))
                for one in wanted.columns
            ]
        )
        return [
            ColumnWith(
                name,
                one.measure,
                Leaf(
                    one.header,
                    short=one.short,
                    group=one.group,
                    note=_note(one.measure, specification),
                    group_has_unit=UNIT in plain(one.group),
                    has_unit=UNIT in plain(one.header),
                ),
                {},
                [],
                [],
            )
            for name, one in zip(names, wanted.columns)
        ]
    if isinstance(wanted.pivot.order, str) and wanted.pivot.order.startswith("value:"):
        raise ReportError(
            f'[pivot] order = "{wanted.pivot.order}": only rows are ordered by the values of a'
            " column."
        )
    values = values_of(wanted.pivot, finder, [wanted.cell], {})
    if not values:
        raise ReportError(f"the results have no {wanted.pivot.key}: nothing to make columns of.")
    names = unique([slug(f"{wanted.pivot.key} {value}") for value in values])
    group = wanted.pivot.header
    told = UNIT in plain(group)
    note = _note(wanted.cell, specification)
    return [
        ColumnWith(
            name,
            wanted.cell,
            Leaf(
                shown_number(value, specification.names),
                group=group,
                note=note,
                group_has_unit=told,
            ),
            {wanted.pivot.key: value},
            [],
            [],
        )
        for name, value in zip(names, values)
    ]


def _note(measure: Measure, specification: Specification) -> Words:
    if not measure.note:
        return ()
    if measure.note not in specification.notes:
        raise ReportError(f'there is no note "{measure.note}". Add it to [notes].')
    return specification.notes[measure.note]


def refuse_two_units(column: ColumnWith) -> None:
    """Raises ReportError when cells of a column would print different units."""
    units: dict[str, Outcome] = {}
    for found in column.outcomes:
        if found.value is not None:
            units.setdefault(found.value.unit, found)
    if len(units) > 1:
        told = " and ".join(
            f'"{unit}" ({found.series[0].places[0]})' for unit, found in list(units.items())[:2]
        )
        raise ReportError(
            f"{plain(column.leaf.whole)}: results have the units {told}. Say which to print: unit ="
            ' "…".'
        )


def unit_of(column: ColumnWith) -> str:
    """The one unit of its values."""
    return next((found.value.unit for found in column.outcomes if found.value is not None), "")


def put_units(columns: list[ColumnWith]) -> None:
    """Give each head its unit.  Raises ReportError where its words tell one and there is none."""
    for column in columns:
        column.leaf.unit = unit_of(column) or (
            "" if column.measure.ratio else spelling(column.measure.unit)
        )
        leaf = column.leaf
        if (leaf.group_has_unit or leaf.has_unit) and not leaf.unit:
            raise ReportError(
                f'"{plain(leaf.whole)}" has {UNIT}, and its values have no unit. Take {UNIT} out.'
            )
        leaf.group, leaf.header, leaf.short = (
            completed(one, {"unit": leaf.unit}) for one in (leaf.group, leaf.header, leaf.short)
        )


def grid_column(column: ColumnWith, wanted: Table) -> g.Column:
    """The column as the grid has it."""
    align = g.RIGHT if wanted.align == "right" else g.DECIMAL
    return g.Column(column.name, align, column.leaf.whole, column.leaf.unit)
