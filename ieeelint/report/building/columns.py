"""The columns of a table during the build: the measure, the header and the unit of each."""

from __future__ import annotations

from dataclasses import dataclass

from ieeelint.report import grid as g
from ieeelint.report.building.headers import Leaf
from ieeelint.report.building.naming import shown_number, slug, unique
from ieeelint.report.building.notes import completed
from ieeelint.report.building.rows import values_of
from ieeelint.report.numbers.units import advice, spelling
from ieeelint.report.records import ReportError
from ieeelint.report.words import Words, plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.report.building.finder import Finder
    from ieeelint.report.building.measuring import Outcome
    from ieeelint.report.records import Key
    from ieeelint.report.specification.model import Axis, Measure, Specification, Table

UNIT = "{unit}"  # the placeholder in headers


@dataclass(slots=True, eq=False)
class TableColumn:
    """A column during the build.

    ``measure`` is the measure of its cells, ``where`` selects its records in addition to the row;
    ``outcomes`` and ``cells`` are in the order of the rows.
    """

    name: str
    measure: Measure
    leaf: Leaf
    where: dict[str, Key | list[Key]]
    cells: list[g.Cell]
    outcomes: list[Outcome]


def columns_of(table: Table, finder: Finder, specification: Specification) -> list[TableColumn]:
    """The columns of the specification, or one column for each value of the pivot's key.

    Raises ReportError.
    """
    if table.pivot is None or table.cell is None:
        return _listed_columns(table, specification)
    return _pivot_columns(table.pivot, table.cell, finder, specification)


def _listed_columns(table: Table, specification: Specification) -> list[TableColumn]:
    names = unique(
        [
            slug(f"{plain(column.group)} {plain(column.header)}".replace(UNIT, ""))
            for column in table.columns
        ]
    )
    return [
        TableColumn(
            name,
            column.measure,
            Leaf(
                column.header,
                short=column.short,
                group=column.group,
                note=_note(column.measure, specification),
                group_has_unit=UNIT in plain(column.group),
                has_unit=UNIT in plain(column.header),
            ),
            {},
            [],
            [],
        )
        for name, column in zip(names, table.columns)
    ]


def _pivot_columns(
    pivot: Axis, measure: Measure, finder: Finder, specification: Specification
) -> list[TableColumn]:
    if isinstance(pivot.order, str) and pivot.order.startswith("value:"):
        raise ReportError(
            f'[pivot] order = "{pivot.order}": only rows can be ordered by the values of a column.'
            ' Write "file", "ascending", "descending" or a list.'
        )
    selected = measure.where.get(pivot.key) or specification.source.where.get(pivot.key, "")
    values = values_of(pivot, finder, [measure], {}, selected)
    if not values:
        raise ReportError(
            f'no record has the pivot key "{pivot.key}", so the table has no columns. Check key'
            " under [pivot]."
        )
    names = unique([slug(f"{pivot.key} {value}") for value in values])
    group_has_unit = UNIT in plain(pivot.header)
    note = _note(measure, specification)
    return [
        TableColumn(
            name,
            measure,
            Leaf(
                shown_number(value, specification.names),
                group=pivot.header,
                note=note,
                group_has_unit=group_has_unit,
            ),
            {pivot.key: value},
            [],
            [],
        )
        for name, value in zip(names, values)
    ]


def _note(measure: Measure, specification: Specification) -> Words:
    if not measure.note:
        return ()
    if measure.note not in specification.notes:
        raise ReportError(f'unknown note "{measure.note}". Add it to [notes].')
    return specification.notes[measure.note]


def refuse_two_units(column: TableColumn) -> None:
    """Raises ReportError if cells of a column would print different units."""
    units: dict[str, Outcome] = {}
    for outcome in column.outcomes:
        if outcome.value is not None:
            units.setdefault(outcome.value.unit, outcome)
    if len(units) > 1:
        examples = " and ".join(
            f'"{unit}" ({outcome.series[0].locations[0]})'
            for unit, outcome in list(units.items())[:2]
        )
        raise ReportError(
            f"{plain(column.leaf.whole)}: results have the units {examples}. {advice(units)}"
        )


def unit_of(column: TableColumn) -> str:
    """The unit of its values."""
    return next(
        (outcome.value.unit for outcome in column.outcomes if outcome.value is not None), ""
    )


def put_units(columns: list[TableColumn]) -> None:
    """Set the unit of each header.  A column without values has the unit of another column of the
    same metric.  Raises ReportError if a header has {unit} but there is none.
    """
    known: dict[int, str] = {}  # by the identity of the measure
    for column in columns:
        known.setdefault(id(column.measure), "")
        known[id(column.measure)] = known[id(column.measure)] or unit_of(column)
    for column in columns:
        leaf = column.leaf
        leaf.unit = unit_of(column)
        if not leaf.unit and not column.measure.ratio:
            leaf.unit = spelling(column.measure.unit)
        has_values = any(outcome.value is not None for outcome in column.outcomes)
        if not leaf.unit and not has_values:
            leaf.unit = known[id(column.measure)]
        if (leaf.group_has_unit or leaf.has_unit) and not leaf.unit:
            raise ReportError(_without_unit(plain(leaf.whole), has_values))
        leaf.group, leaf.header, leaf.short = (
            completed(words, {"unit": leaf.unit}) for words in (leaf.group, leaf.header, leaf.short)
        )


def _without_unit(header: str, has_values: bool) -> str:
    """The message about a header with {unit}."""
    if has_values:
        return f'"{header}" has {UNIT}, but its values have no unit. Delete {UNIT}.'
    return f'"{header}" has {UNIT}, but its column has no values. Write the unit: unit = "…".'


def grid_column(column: TableColumn, table: Table) -> g.Column:
    """The column of the grid."""
    align = g.RIGHT if table.align == "right" else g.DECIMAL
    return g.Column(column.name, align, column.leaf.whole, column.leaf.unit)
