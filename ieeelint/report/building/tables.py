"""A table's grid: rows and columns, each cell measured, rounded, marked and noted."""

from __future__ import annotations

from dataclasses import dataclass

from ieeelint.report import grid as g
from ieeelint.report.building.comparing import compare, mark_best
from ieeelint.report.building.heads import Leaf, heads
from ieeelint.report.building.measuring import Outcome, outcome
from ieeelint.report.building.naming import shown, shown_number, slug, unique
from ieeelint.report.building.notes import Notes, completed, span
from ieeelint.report.building.rows import RowOf, values_of
from ieeelint.report.numbers import rounding
from ieeelint.report.numbers.units import spelling
from ieeelint.report.records import ReportError
from ieeelint.report.words import Words, plain, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.report.building.finding_series import Finder
    from ieeelint.report.records import Key
    from ieeelint.report.series import Series
    from ieeelint.report.specification.model import Measure, RowGroup, Specification, Table


UNIT = "{unit}"  # in words of heads


@dataclass(slots=True, eq=False)
class ColumnWith:
    """A column while it is built: what it measures, what else its records have, its cells by row."""

    name: str
    measure: Measure
    leaf: Leaf
    where: dict[str, Key | list[Key]]
    cells: list[g.Cell]
    outcomes: list[Outcome]


def table(specification: Specification, finder: Finder) -> tuple[g.Grid, dict[str, list[Series]]]:
    """The grid, and the series behind each cell by "row.column".  Raises ReportError."""
    wanted = specification.table
    assert wanted is not None
    columns = _columns(wanted, finder, specification)
    rows = _rows(wanted, finder, specification, [column.measure for column in columns])
    _measure(columns, rows, finder, specification, wanted)
    names = _row_names(rows)
    notes = Notes()
    for column in columns:
        _finish(column, names, specification, notes)
    _complete_notes(columns, rows, specification)
    for within, cells, measure in _competitions(columns, rows):
        mark_best(cells, measure, within, notes)
    for column in columns:
        compare(column.cells, column.outcomes, rows, column.measure, specification, notes)
    _put_units(columns)
    over, noted = heads(wanted.rows.header, [column.leaf for column in columns])
    for head, note in noted:
        notes.attach(head, note)
    made = g.Grid(
        wanted.label,
        wanted.title,
        [g.Column("row", g.LEFT, wanted.rows.header), *(_column(column, wanted) for column in columns)],
        over,
        _grid_rows(columns, rows, names, wanted, specification),
        span=wanted.span,
    )
    lettered = notes.lettered(made.heads, made.cells)
    made.notes = [*_general(specification, wanted, columns), *lettered]
    behind = {
        f"{cell.row}.{cell.column}": found.series
        for column in columns
        for cell, found in zip(column.cells, column.outcomes)
    }
    return made, behind


def _columns(wanted: Table, finder: Finder, specification: Specification) -> list[ColumnWith]:
    if wanted.pivot is None or wanted.cell is None:
        names = unique([slug(f"{plain(one.group)} {plain(one.header)}".replace(UNIT, "")) for one in wanted.columns])
        return [
            ColumnWith(
                name, one.measure,
                Leaf(
                    one.header, short=one.short, group=one.group, note=_note(one.measure, specification),
                    group_has_unit=UNIT in plain(one.group), has_unit=UNIT in plain(one.header),
                ), {}, [], [],
            )
            for name, one in zip(names, wanted.columns)
        ]  # fmt: skip
    if isinstance(wanted.pivot.order, str) and wanted.pivot.order.startswith("value:"):
        raise ReportError(f'[pivot] order = "{wanted.pivot.order}": only rows are ordered by the values of a column.')
    values = values_of(wanted.pivot, finder, [wanted.cell], {})
    if not values:
        raise ReportError(f"the results have no {wanted.pivot.key}: nothing to make columns of.")
    names = unique([slug(f"{wanted.pivot.key} {value}") for value in values])
    group = wanted.pivot.header
    told = UNIT in plain(group)
    note = _note(wanted.cell, specification)
    return [
        ColumnWith(
            name, wanted.cell,
            Leaf(shown_number(value, specification.names), group=group, note=note, group_has_unit=told),
            {wanted.pivot.key: value}, [], [],
        )
        for name, value in zip(names, values)
    ]  # fmt: skip


def _note(measure: Measure, specification: Specification) -> Words:
    if not measure.note:
        return ()
    if measure.note not in specification.notes:
        raise ReportError(f'there is no note "{measure.note}". Add it to [notes].')
    return specification.notes[measure.note]


def _rows(wanted: Table, finder: Finder, specification: Specification, measures: list[Measure]) -> list[RowOf]:
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
        raise ReportError(f"no record fits: there is nothing with {key} and what the columns show. Check where.")
    return rows


def _refuse_ungrouped(wanted: Table, finder: Finder, measures: list[Measure]) -> None:
    """Raises ReportError for records that are in no group: their rows would be dropped unseen."""
    for measure in measures if wanted.groups else ():
        metric = measure.ratio.metric if measure.ratio else measure.metric
        grouped = {
            id(series) for group in wanted.groups for _, series in finder.all(metric, {**group.where, **measure.where})
        }
        left = [entry for entry in finder.all(metric, measure.where) if id(entry[1]) not in grouped]
        if left:
            values, series = left[0]
            keys = ", ".join(f"{key} = {value!r}" for key, value in zip(finder.collection.keys, values) if value is not None)
            raise ReportError(
                f"{metric}: records with {keys} ({series.places[0]}) are in no [[rowgroup]]. Add a group for them, "
                "or leave them out by where under [source]."
            )


def _measure(
    columns: list[ColumnWith], rows: list[RowOf], finder: Finder, specification: Specification, wanted: Table
) -> None:
    """Fill every column's outcomes, and order the rows by a column where that is asked for."""
    for column in columns:
        column.outcomes = [
            outcome(column.measure, finder, {**row.where, **column.where}, row.baseline) for row in rows
        ]
        _one_unit(column)
        for row, found in zip(rows, column.outcomes):
            if found.state == g.MISSING and specification.missing[found.status].refused:
                place = f" ({found.series[0].places[0]})" if found.series else ""
                raise ReportError(
                    f"{row.value}, {plain(column.leaf.whole)}: {found.status}{place}, and [missing] refuses that."
                )
    if all(found.state == g.MISSING and not found.series for column in columns for found in column.outcomes):
        raise ReportError("no record fits any cell. Check where, and the metrics of the columns.")
    order = wanted.rows.order
    if isinstance(order, str) and order.startswith("value:"):
        _order_by(order.removeprefix("value:"), columns, rows)


def _order_by(name: str, columns: list[ColumnWith], rows: list[RowOf]) -> None:
    """Sort rows, within their groups, by the values of a column; those without one come last."""
    column = next((one for one in columns if one.name == slug(name)), None)
    if column is None:
        raise ReportError(f'order = "value:{name}" names no column; there are {", ".join(one.name for one in columns)}.')
    groups = list(dict.fromkeys(id(row.group) for row in rows))

    def rank(number: int) -> tuple[object, ...]:
        value = column.outcomes[number].value
        return groups.index(id(rows[number].group)), value is None, value.number if value else 0, number

    order = sorted(range(len(rows)), key=rank)
    rows[:] = [rows[number] for number in order]
    for one in columns:
        one.outcomes = [one.outcomes[number] for number in order]


def _one_unit(column: ColumnWith) -> None:
    """Raises ReportError when cells of a column would print different units."""
    units: dict[str, Outcome] = {}
    for found in column.outcomes:
        if found.value is not None:
            units.setdefault(found.value.unit, found)
    if len(units) > 1:
        told = " and ".join(f'"{unit}" ({found.series[0].places[0]})' for unit, found in list(units.items())[:2])
        raise ReportError(f"{plain(column.leaf.whole)}: results have the units {told}. Say which to print: unit = \"…\".")


def _row_names(rows: list[RowOf]) -> list[str]:
    names = [slug(str(row.value)) for row in rows]
    if any(row.group for row in rows):
        names = [f"{slug(plain(row.group.title))}-{name}" if row.group else name for row, name in zip(rows, names)]
    return unique(names)


def _finish(column: ColumnWith, names: list[str], specification: Specification, notes: Notes) -> None:
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


def _complete_notes(columns: list[ColumnWith], rows: list[RowOf], specification: Specification) -> None:
    """Fill the placeholders of the heads' notes: a note's counts are those of all its columns."""
    baselines = {plain(shown(row.value, specification.names)) for row in rows if row.is_baseline(_key(specification))}
    for column in columns:
        sharing = [one for one in columns if one.measure.note == column.measure.note]
        values = [found.value for one in sharing for found in one.outcomes if found.value is not None]
        column.leaf.note = completed(
            column.leaf.note,
            {
                "n": span(value.count for value in values),
                "level": _level(column, sharing),
                "baseline": " or ".join(sorted(baselines)) or "the baseline",
            },
        )


def _level(column: ColumnWith, sharing: list[ColumnWith]) -> str:
    """The confidence that a note may speak of.  Raises ReportError where the columns that have the note
    print no confidence interval, or another one."""
    levels = {f"{round(one.measure.level * 100)}%" for one in sharing if one.measure.interval == "ci"}
    other = next((one.measure.interval for one in sharing if one.measure.interval in ("sd", "iqr")), "")
    if any("{level}" in said for piece in column.leaf.note for said in (piece.text, piece.tex or "")) and (other or not levels):
        raise ReportError(
            f'{plain(column.leaf.whole)}: the note "{column.measure.note}" tells a {{level}}, and the column\'s interval is '
            f'"{other or "none"}". Write interval = "ci95", or take {{level}} out of the note.'
        )
    return " or ".join(sorted(levels))


def _key(specification: Specification) -> str:
    assert specification.table is not None
    return specification.table.rows.key


def _competitions(columns: list[ColumnWith], rows: list[RowOf]) -> list[tuple[str, list[tuple[g.Cell, Outcome]], Measure]]:
    """Sets of cells among which the best is marked."""
    found: list[tuple[str, list[tuple[g.Cell, Outcome]], Measure]] = []
    for column in columns:
        if column.measure.best == "none":
            continue
        pairs = list(zip(column.cells, column.outcomes))
        if column.measure.within == "rowgroup":
            for group in {id(row.group): row.group for row in rows}.values():
                found.append(("rowgroup", [pair for pair, row in zip(pairs, rows) if row.group is group], column.measure))
        elif column.measure.within == "column":
            found.append(("column", pairs, column.measure))
    across = [column for column in columns if column.measure.best != "none" and column.measure.within == "row"]
    for column in across[1:]:
        if (column.measure.best, _unit(column)) != (across[0].measure.best, _unit(across[0])):
            raise ReportError(
                f'within = "row": {plain(across[0].leaf.whole)} and {plain(column.leaf.whole)} '
                "must have one unit and one direction of best to be compared."
            )
    for number in range(len(rows) if across else 0):
        pairs = [(column.cells[number], column.outcomes[number]) for column in across]
        found.append(("row", pairs, across[0].measure))
    return found


def _unit(column: ColumnWith) -> str:
    """The one unit of its values."""
    return next((found.value.unit for found in column.outcomes if found.value is not None), "")


def _put_units(columns: list[ColumnWith]) -> None:
    for column in columns:
        column.leaf.unit = _unit(column) or ("" if column.measure.ratio else spelling(column.measure.unit))
        leaf = column.leaf
        if (leaf.group_has_unit or leaf.has_unit) and not leaf.unit:
            raise ReportError(f'"{plain(leaf.whole)}" has {UNIT}, and its values have no unit. Take {UNIT} out.')
        leaf.group, leaf.header, leaf.short = (completed(one, {"unit": leaf.unit}) for one in (leaf.group, leaf.header, leaf.short))


def _column(column: ColumnWith, wanted: Table) -> g.Column:
    align = g.RIGHT if wanted.align == "right" else g.DECIMAL
    return g.Column(column.name, align, column.leaf.whole, column.leaf.unit)


def _grid_rows(
    columns: list[ColumnWith], rows: list[RowOf], names: list[str], wanted: Table, specification: Specification
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
        made.append(g.Row(name, [first, *(column.cells[number] for column in columns)], indented=group is not None))
    return made


STATISTIC_WORDS = {"median": "Median", "mean": "Mean", "min": "Least", "max": "Greatest"}
ENDS = {"min": ("lowest", "second lowest"), "max": ("highest", "second highest")}


def _general(specification: Specification, wanted: Table, columns: list[ColumnWith]) -> list[g.Note]:
    """Notes without a letter: the specification's own, and the legend of marks."""
    notes = []
    if "general" in specification.notes:
        notes.append(g.Note("", completed(specification.notes["general"], {})))
    marked = [column for column in columns if column.measure.best != "none"]
    if wanted.legend and marked:
        ends = {column.measure.best for column in marked}
        first, second = ENDS[ends.pop()] if len(ends) == 1 else ("best", "second best")
        legend = f"Bold: {first}." + (f" Underline: {second}." if any(one.measure.second for one in marked) else "")
        statistics = {column.measure.stat for column in marked}
        stat = STATISTIC_WORDS.get(statistics.pop()) if len(statistics) == 1 else None
        counts = span(found.value.count for column in marked for found in column.outcomes if found.value)
        if stat and counts not in ("1", "several"):
            legend += f" {stat} of {counts} repeats."
        notes.append(g.Note("", words(legend)))
    return notes
