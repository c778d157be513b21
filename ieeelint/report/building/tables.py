"""Build the grid of a table: rows, columns and cells with their digits, marks and notes."""

from __future__ import annotations

from ieeelint.phrases import literal
from ieeelint.report import grid as g
from ieeelint.report.building.absences import absent_cells
from ieeelint.report.building.columns import (
    TableColumn,
    columns_of,
    grid_column,
    put_units,
    refuse_two_units,
    unit_of,
)
from ieeelint.report.building.comparing import compare, mark_best
from ieeelint.report.building.headers import header_rows
from ieeelint.report.building.legends import complete_notes, general_notes
from ieeelint.report.building.measuring import Outcome, outcome_of, with_percent, with_unit
from ieeelint.report.building.naming import shown, slug, unique
from ieeelint.report.building.notes import Notes
from ieeelint.report.building.rows import TableRow, values_of
from ieeelint.report.building.summaries import add_summary_rows, summary_column
from ieeelint.report.numbers import rounding
from ieeelint.report.records import ReportError
from ieeelint.report.words import plain, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.report.building.finder import Finder
    from ieeelint.report.series import Series
    from ieeelint.report.specification.model import Measure, RowGroup, Specification, Table


def build_table(
    specification: Specification, finder: Finder
) -> tuple[g.Grid, dict[str, list[Series]], list[str]]:
    """The grid, the series of each cell by "row.column", and messages about cells without a value.

    Raises ReportError.
    """
    table = specification.table
    assert table is not None
    columns = columns_of(table, finder, specification)
    rows = _rows(table, finder, specification, [column.measure for column in columns])
    _measure(columns, rows, finder, specification, table)
    if table.summary:
        columns.append(summary_column(table.summary, columns, specification))
    names = _row_names(rows)
    names += add_summary_rows(table, columns, names)
    notes = Notes()
    for column in columns:
        _finish(column, names, specification, notes)
    complete_notes(columns, rows, table.rows.key, specification)
    for competing, measure in _competitions(columns, rows):
        mark_best(competing, measure, notes)
    for column in columns:
        compare(column.cells, column.outcomes, rows, column.measure, specification, notes)
    put_units(columns)
    headers, header_notes = header_rows(table.rows.header, [column.leaf for column in columns])
    for header, note in header_notes:
        notes.attach(header, note)
    grid = g.Grid(
        table.label,
        table.title,
        [
            g.Column("row", g.LEFT, table.rows.header),
            *(grid_column(column, table) for column in columns),
        ],
        headers,
        _grid_rows(columns, rows, names, table, specification),
        span=table.span,
    )
    lettered = notes.lettered(grid.header_rows, grid.cells)
    grid.notes = [*general_notes(specification, table, columns), *lettered]
    cell_series = {
        f"{cell.row}.{cell.column}": outcome.series
        for column in columns
        for cell, outcome in zip(column.cells, column.outcomes)
    }
    statuses = {
        id(cell): outcome.status
        for column in columns
        for cell, outcome in zip(column.cells, column.outcomes)
        if outcome.state == g.MISSING
    }
    return grid, cell_series, list(absent_cells(grid, statuses, cell_series))


def _rows(
    table: Table, finder: Finder, specification: Specification, measures: list[Measure]
) -> list[TableRow]:
    key = table.rows.key
    rows = []
    groups: list[RowGroup | None] = [*table.groups] or [None]
    for group in groups:
        where = dict(group.where) if group else {}
        baseline = (group.baseline if group else {}) or specification.baseline
        selected = "" if group else specification.source.where.get(key, "")
        values = values_of(table.rows, finder, measures, where, selected)
        if group and not values:
            raise ReportError(f'[[rowgroup]] "{plain(group.title)}": no record matches its where.')
        for value in values:
            rows.append(TableRow(value, group, {**where, key: value}, baseline))
    _refuse_ungrouped(table, finder, measures)
    if not rows:
        raise ReportError(
            f'no record has the key "{key}" and a metric of the columns. Check where, and the'
            " metrics of the columns."
        )
    return rows


def _refuse_ungrouped(table: Table, finder: Finder, measures: list[Measure]) -> None:
    """Raises ReportError for records without a group: they would be left out silently."""
    for measure in measures if table.groups else ():
        metric = measure.ratio.metric if measure.ratio else measure.metric
        grouped = {
            id(series)
            for group in table.groups
            for _, series in finder.matching(metric, {**group.where, **measure.where})
        }
        matching = finder.matching(metric, measure.where)
        ungrouped = [entry for entry in matching if id(entry[1]) not in grouped]
        if ungrouped:
            values, series = ungrouped[0]
            keys = ", ".join(
                f"{key} = {literal(value)}"
                for key, value in zip(finder.collection.keys, values)
                if value is not None
            )
            raise ReportError(
                f"{metric}: records with {keys} ({series.locations[0]}) are in no [[rowgroup]]. Add"
                " a group for them, or leave them out with where in [source]."
            )


def _measure(
    columns: list[TableColumn],
    rows: list[TableRow],
    finder: Finder,
    specification: Specification,
    table: Table,
) -> None:
    """Set the outcomes of every column, and sort the rows if their order is that of a column."""
    for column in columns:
        column.measure = with_unit(column.measure, finder, column.where)
        column.measure = with_percent(column.measure, finder, column.where)
        column.outcomes = [
            outcome_of(column.measure, finder, {**row.where, **column.where}, row.baseline)
            for row in rows
        ]
        refuse_two_units(column)
        for row, outcome in zip(rows, column.outcomes):
            if outcome.state == g.MISSING and specification.missing[outcome.status].refused:
                where = f" ({outcome.series[0].locations[0]})" if outcome.series else ""
                raise ReportError(
                    f"{row.value}, {plain(column.leaf.whole)}: {outcome.status}{where}, but"
                    f' [missing] has {outcome.status} = "error".'
                )
    if all(
        outcome.state == g.MISSING and not outcome.series
        for column in columns
        for outcome in column.outcomes
    ):
        raise ReportError(
            "no record matches any cell. Check where, and the metrics of the columns."
        )
    order = table.rows.order
    if isinstance(order, str) and order.startswith("value:"):
        _order_by(order.removeprefix("value:"), columns, rows)


def _order_by(name: str, columns: list[TableColumn], rows: list[TableRow]) -> None:
    """Sort rows, within their groups, by the values of a column; rows without a value are last."""
    column = next((column for column in columns if column.name == slug(name)), None)
    if column is None:
        raise ReportError(
            f'order = "value:{name}": unknown column "{name}"; choose from'
            f" {', '.join(column.name for column in columns)}."
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
    for sorted_column in columns:
        sorted_column.outcomes = [sorted_column.outcomes[number] for number in order]


def _row_names(rows: list[TableRow]) -> list[str]:
    names = [slug(str(row.value)) for row in rows]
    if any(row.group for row in rows):
        names = [
            f"{slug(plain(row.group.title))}-{name}" if row.group else name
            for row, name in zip(rows, names)
        ]
    return unique(names)


def _finish(
    column: TableColumn, names: list[str], specification: Specification, notes: Notes
) -> None:
    """Make the cells of a column with their digits, and attach their notes."""
    for name, outcome in zip(names, column.outcomes):
        cell = g.Cell(name, column.name, outcome.state, value=outcome.value)
        if outcome.state == g.MISSING:
            missing = specification.missing[outcome.status]
            cell.words = missing.words
            if missing.note:
                notes.attach(cell, words(missing.note))
        for remark in outcome.remarks:
            notes.attach(cell, words(remark))
        column.cells.append(cell)
    rule = column.measure.digits
    if not column.measure.has_digits:
        rule = rounding.by_magnitude(column.cells, rule)
    rounding.write(column.cells, rule, as_range=column.measure.range)


def _competitions(
    columns: list[TableColumn], rows: list[TableRow]
) -> list[tuple[list[tuple[g.Cell, Outcome]], Measure]]:
    """The sets of cells whose best is marked."""
    competitions: list[tuple[list[tuple[g.Cell, Outcome]], Measure]] = []
    for column in columns:
        if column.measure.best == "none":
            continue
        pairs = list(zip(column.cells, column.outcomes))[: len(rows)]
        if column.measure.within == "rowgroup":
            for group in {id(row.group): row.group for row in rows}.values():
                members = [pair for pair, row in zip(pairs, rows) if row.group is group]
                competitions.append((members, column.measure))
        elif column.measure.within == "column":
            competitions.append((pairs, column.measure))
    across = [
        column
        for column in columns
        if column.measure.best != "none" and column.measure.within == "row"
    ]
    for column in across[1:]:
        if (column.measure.best, unit_of(column)) != (across[0].measure.best, unit_of(across[0])):
            raise ReportError(
                f'within = "row": {plain(across[0].leaf.whole)} and {plain(column.leaf.whole)} '
                "must have the same unit and the same best to be compared."
            )
    for number in range(len(rows) if across else 0):
        pairs = [(column.cells[number], column.outcomes[number]) for column in across]
        competitions.append((pairs, across[0].measure))
    return competitions


def _grid_rows(
    columns: list[TableColumn],
    rows: list[TableRow],
    names: list[str],
    table: Table,
    specification: Specification,
) -> list[g.Row]:
    grid_rows: list[g.Row] = []
    group = None
    for number, (row, name) in enumerate(zip(rows, names)):
        if row.group is not group:
            group = row.group
            assert group is not None
            grid_rows.append(g.Row(title=group.title))
        header = shown(row.value, specification.names)
        if specification.baseline_suffix and row.is_baseline(table.rows.key):
            header = (*header, *words(specification.baseline_suffix))
        first = g.Cell(name, "row", g.TEXT, words=header)
        grid_rows.append(
            g.Row(
                name,
                [first, *(column.cells[number] for column in columns)],
                indented=group is not None,
            )
        )
    for number, summary in enumerate(table.row_summaries):
        at = len(rows) + number
        first = g.Cell(names[at], "row", g.TEXT, words=summary.header)
        cells = [first, *(column.cells[at] for column in columns)]
        grid_rows.append(g.Row(names[at], cells, is_summary=True))
    return grid_rows
