"""A table's grid: rows and columns, each cell measured, rounded, marked and noted."""

from __future__ import annotations

from ieeelint.report import grid as g
from ieeelint.report.building.columns import (
    ColumnWith,
    columns_of,
    grid_column,
    put_units,
    refuse_two_units,
    unit_of,
)
from ieeelint.report.building.comparing import compare, mark_best
from ieeelint.report.building.headers import heads
from ieeelint.report.building.legends import complete_notes, general_notes
from ieeelint.report.building.measuring import Outcome, outcome
from ieeelint.report.building.naming import shown, slug, unique
from ieeelint.report.building.notes import Notes
from ieeelint.report.building.rows import RowOf, values_of
from ieeelint.report.numbers import rounding
from ieeelint.report.records import ReportError
from ieeelint.report.words import plain, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.report.building.finding_series import Finder
    from ieeelint.report.series import Series
    from ieeelint.report.specification.model import Measure, RowGroup, Specification, Table


def table(specification: Specification, finder: Finder) -> tuple[g.Grid, dict[str, list[Series]]]:
    """The grid, and the series behind each cell by "row.column".  Raises ReportError."""
    wanted = specification.table
    assert wanted is not None
    columns = columns_of(wanted, finder, specification)
    rows = _rows(wanted, finder, specification, [column.measure for column in columns])
    _measure(columns, rows, finder, specification, wanted)
    names = _row_names(rows)
    notes = Notes()
    for column in columns:
        _finish(column, names, specification, notes)
    complete_notes(columns, rows, wanted.rows.key, specification)
    for competing, measure in _competitions(columns, rows):
        mark_best(competing, measure, notes)
    for column in columns:
        compare(column.cells, column.outcomes, rows, column.measure, specification, notes)
    put_units(columns)
    over, noted = heads(wanted.rows.header, [column.leaf for column in columns])
    for head, note in noted:
        notes.attach(head, note)
    made = g.Grid(
        wanted.label,
        wanted.title,
        [
            g.Column("row", g.LEFT, wanted.rows.header),
            *(grid_column(column, wanted) for column in columns),
        ],
        over,
        _grid_rows(columns, rows, names, wanted, specification),
        span=wanted.span,
    )
    lettered = notes.lettered(made.heads, made.cells)
    made.notes = [*general_notes(specification, wanted, columns), *lettered]
    behind = {
        f"{cell.row}.{cell.column}": found.series
        for column in columns
        for cell, found in zip(column.cells, column.outcomes)
    }
    return made, behind


def _rows(
    wanted: Table, finder: Finder, specification: Specification, measures: list[Measure]
) -> list[RowOf]:
    key = wanted.rows.key
    rows = []
    groups: list[RowGroup | None] = [*wanted.groups] or [None]
    for group in groups:
        where = dict(group.where) if group else {}
        baseline = (group.baseline if group else {}) or specification.baseline
        values = values_of(wanted.rows, finder, measures, where)
        if group and not values:
            raise ReportError(f'[[rowgroup]] "{plain(group.title)}": no record fits its where.')
        for value in values:
            rows.append(RowOf(value, group, {**where, key: value}, baseline))
    _refuse_ungrouped(wanted, finder, measures)
    if not rows:
        raise ReportError(
            f"no record fits: there is nothing with {key} and what the columns show. Check where."
        )
    return rows


def _refuse_ungrouped(wanted: Table, finder: Finder, measures: list[Measure]) -> None:
    """Raises ReportError for records that are in no group: their rows would be dropped unseen."""
    for measure in measures if wanted.groups else ():
        metric = measure.ratio.metric if measure.ratio else measure.metric
        grouped = {
            id(series)
            for group in wanted.groups
            for _, series in finder.all(metric, {**group.where, **measure.where})
        }
        left = [entry for entry in finder.all(metric, measure.where) if id(entry[1]) not in grouped]
        if left:
            values, series = left[0]
            keys = ", ".join(
                f"{key} = {value!r}"
                for key, value in zip(finder.collection.keys, values)
                if value is not None
            )
            raise ReportError(
                f"{metric}: records with {keys} ({series.places[0]}) are in no [[rowgroup]]. Add a"
                " group for them, or leave them out by where under [source]."
            )


def _measure(
    columns: list[ColumnWith],
    rows: list[RowOf],
    finder: Finder,
    specification: Specification,
    wanted: Table,
) -> None:
    """Fill every column's outcomes, and order the rows by a column where that is asked for."""
    for column in columns:
        column.outcomes = [
            outcome(column.measure, finder, {**row.where, **column.where}, row.baseline)
            for row in rows
        ]
        refuse_two_units(column)
        for row, found in zip(rows, column.outcomes):
            if found.state == g.MISSING and specification.missing[found.status].refused:
                place = f" ({found.series[0].places[0]})" if found.series else ""
                raise ReportError(
                    f"{row.value}, {plain(column.leaf.whole)}: {found.status}{place}, and [missing]"
                    " refuses that."
                )
    if all(
        found.state == g.MISSING and not found.series
        for column in columns
        for found in column.outcomes
    ):
        raise ReportError("no record fits any cell. Check where, and the metrics of the columns.")
    order = wanted.rows.order
    if isinstance(order, str) and order.startswith("value:"):
        _order_by(order.removeprefix("value:"), columns, rows)


def _order_by(name: str, columns: list[ColumnWith], rows: list[RowOf]) -> None:
    """Sort rows, within their groups, by the values of a column; those without one come last."""
    column = next((one for one in columns if one.name == slug(name)), None)
    if column is None:
        raise ReportError(
            f'order = "value:{name}" names no column; there are'
            f" {', '.join(one.name for one in columns)}."
        )
    groups = list(dict.fromkeys(id(row.group) for row in rows))

    def rank(number: int) -> tuple[object, ...]:
        value = column.outcomes[number].value
        return (
            groups.index(id(rows[number].group)),
            value is None,
            value.number if value else 0,
            number,
        )

    order = sorted(range(len(rows)), key=rank)
    rows[:] = [rows[number] for number in order]
    for one in columns:
        one.outcomes = [one.outcomes[number] for number in order]


def _row_names(rows: list[RowOf]) -> list[str]:
    names = [slug(str(row.value)) for row in rows]
    if any(row.group for row in rows):
        names = [
            f"{slug(plain(row.group.title))}-{name}" if row.group else name
            for row, name in zip(rows, names)
        ]
    return unique(names)


def _finish(
    column: ColumnWith, names: list[str], specification: Specification, notes: Notes
) -> None:
    """The column's cells with their digits, and their notes of what is missing or odd."""
    for name, found in zip(names, column.outcomes):
        cell = g.Cell(name, column.name, found.state, value=found.value)
        if found.state == g.MISSING:
            missing = specification.missing[found.status]
            cell.words = missing.words
            if missing.note:
                notes.attach(cell, words(missing.note))
        for remark in found.remarks:
            notes.attach(cell, words(remark))
        column.cells.append(cell)
    rounding.write(column.cells, column.measure.digits, as_range=column.measure.range)


def _competitions(
    columns: list[ColumnWith], rows: list[RowOf]
) -> list[tuple[list[tuple[g.Cell, Outcome]], Measure]]:
    """Sets of cells among which the best is marked."""
    found: list[tuple[list[tuple[g.Cell, Outcome]], Measure]] = []
    for column in columns:
        if column.measure.best == "none":
            continue
        pairs = list(zip(column.cells, column.outcomes))
        if column.measure.within == "rowgroup":
            for group in {id(row.group): row.group for row in rows}.values():
                found.append(
                    ([pair for pair, row in zip(pairs, rows) if row.group is group], column.measure)
                )
        elif column.measure.within == "column":
            found.append((pairs, column.measure))
    across = [
        column
        for column in columns
        if column.measure.best != "none" and column.measure.within == "row"
    ]
    for column in across[1:]:
        if (column.measure.best, unit_of(column)) != (across[0].measure.best, unit_of(across[0])):
            raise ReportError(
                f'within = "row": {plain(across[0].leaf.whole)} and {plain(column.leaf.whole)} '
                "must have one unit and one direction of best to be compared."
            )
    for number in range(len(rows) if across else 0):
        pairs = [(column.cells[number], column.outcomes[number]) for column in across]
        found.append((pairs, across[0].measure))
    return found


def _grid_rows(
    columns: list[ColumnWith],
    rows: list[RowOf],
    names: list[str],
    wanted: Table,
    specification: Specification,
) -> list[g.Row]:
    made: list[g.Row] = []
    group = None
    for number, (row, name) in enumerate(zip(rows, names)):
        if row.group is not group:
            group = row.group
            assert group is not None
            made.append(g.Row(title=group.title))
        head = shown(row.value, specification.names)
        if specification.baseline_suffix and row.is_baseline(wanted.rows.key):
            head = (*head, *words(specification.baseline_suffix))
        first = g.Cell(name, "row", g.TEXT, words=head)
        made.append(
            g.Row(
                name,
                [first, *(column.cells[number] for column in columns)],
                indented=group is not None,
            )
        )
    return made
