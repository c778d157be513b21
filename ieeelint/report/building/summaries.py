"""The last column and the last rows of a table: averages, or average ranks, over all others."""

from __future__ import annotations

import math
from decimal import Decimal

from ieeelint.report.building.columns import TableColumn, unit_of
from ieeelint.report.building.headers import Leaf
from ieeelint.report.building.measuring import Outcome
from ieeelint.report.building.naming import slug, unique
from ieeelint.report.grid import EMPTY, VALUE, Value
from ieeelint.report.numbers.digits import WIDE, exact
from ieeelint.report.records import ReportError
from ieeelint.report.words import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ieeelint.report.specification.model import Specification, Summary, Table

RANK, GEOMETRIC = "rank", "geometric-mean"


def summary_column(
    summary: Summary, columns: Sequence[TableColumn], specification: Specification
) -> TableColumn:
    """The column, from unrounded values.  A row with a missing value has none, which a note says.

    Raises ReportError if the columns have different units, or no best value to rank by.
    """
    measure = summary.measure
    if measure.note and measure.note not in specification.notes:
        raise ReportError(f'unknown note "{measure.note}". Add it to [notes].')
    numbers = _ranks(columns) if summary.of == RANK else _values(columns)
    unit = "" if summary.of == RANK else unit_of(columns[0])
    names = unique([*(column.name for column in columns), slug(plain(summary.header))])
    note = specification.notes.get(measure.note, ())
    outcomes = [_outcome(row, summary.of, unit) for row in zip(*numbers)]
    return TableColumn(names[-1], measure, Leaf(summary.header, note=note), {}, [], outcomes)


def add_summary_rows(
    table: Table, columns: Sequence[TableColumn], names: Sequence[str]
) -> list[str]:
    """Add an outcome for each summary to each column, and return the names of these rows.

    ``names`` are those of the rows before.  Raises ReportError for ranks of columns that cannot be
    compared.
    """
    added: list[str] = []
    has_ranks = table.summary is not None and table.summary.of == RANK
    for summary in table.row_summaries:
        ranks = _ranks_in_rows(columns, len(names)) if summary.of == RANK else {}
        added.append(unique([*names, *added, slug(plain(summary.header))])[-1])
        for column in columns:
            values = ranks.get(id(column), [])
            if summary.of != RANK:
                values = [_number(outcome) for outcome in column.outcomes[: len(names)]]
            unit = "" if summary.of == RANK else unit_of(column)
            if has_ranks and not column.measure.metric:
                values = []  # the average of ranks says nothing
            column.outcomes.append(_of_rows(values, summary.of, unit) if values else Outcome(EMPTY))
    return added


def _of_rows(values: Sequence[Decimal | None], of: str, unit: str) -> Outcome:
    if of == GEOMETRIC and any(value is not None and value <= 0 for value in values):
        return Outcome(EMPTY, remarks=["No geometric mean: a value is not positive."])
    return _outcome(values, of, unit)


def _ranks_in_rows(columns: Sequence[TableColumn], count: int) -> dict[int, list[Decimal | None]]:
    """The ranks in each of the first ``count`` rows, by the identity of the column.  Raises
    ReportError.
    """
    ranked = [column for column in columns if column.measure.metric]
    first, *others = ranked
    for column in (first, *others):
        if column.measure.best == "none" or (column.measure.best, unit_of(column)) != (
            first.measure.best,
            unit_of(first),
        ):
            raise ReportError(
                f'[[rowsummary]] of = "rank": "{plain(first.leaf.whole)}" and'
                f' "{plain(column.leaf.whole)}" must have the same unit and the same best.'
            )
    ranks: dict[int, list[Decimal | None]] = {id(column): [] for column in ranked}
    sign = -1 if first.measure.best == "max" else 1
    for at in range(count):
        values = [_number(column.outcomes[at]) for column in ranked]
        known = [sign * value for value in values if value is not None]
        for column, value in zip(ranked, values):
            ranks[id(column)].append(None if value is None else _rank(sign * value, known))
    return ranks


def _values(columns: Sequence[TableColumn]) -> list[list[Decimal | None]]:
    """The values of each column.  Raises ReportError if their units differ."""
    units = {unit_of(column): column for column in columns}
    if len(units) > 1:
        first, second = (plain(column.leaf.whole) for column in list(units.values())[:2])
        raise ReportError(
            f'[summary]: "{first}" and "{second}" have different units, so they have no average.'
            ' Write of = "rank".'
        )
    return [[_number(outcome) for outcome in column.outcomes] for column in columns]


def _ranks(columns: Sequence[TableColumn]) -> list[list[Decimal | None]]:
    """The ranks of the rows in each column, from 1 for the best; equal values share theirs."""
    ranks = []
    for column in columns:
        if column.measure.best == "none":
            raise ReportError(
                f'[summary]: "{plain(column.leaf.whole)}" has no best value to rank by. Write best'
                ' = "min" or "max".'
            )
        sign = -1 if column.measure.best == "max" else 1
        values = [_number(outcome) for outcome in column.outcomes]
        known = [sign * value for value in values if value is not None]
        ranks.append([None if value is None else _rank(sign * value, known) for value in values])
    return ranks


def _rank(value: Decimal, values: Sequence[Decimal]) -> Decimal:
    better = sum(other < value for other in values)
    same = sum(other == value for other in values)
    return better + Decimal(same + 1) / 2


def _number(outcome: Outcome) -> Decimal | None:
    return outcome.value.number if outcome.state == VALUE and outcome.value else None


def _outcome(row: Sequence[Decimal | None], of: str, unit: str) -> Outcome:
    values = [value for value in row if value is not None]
    if len(values) < len(row):
        noun = "rank" if of == RANK else "average"
        return Outcome(EMPTY, remarks=[f"No {noun}: a value is missing."])
    if of == GEOMETRIC:
        if min(values) <= 0:
            raise ReportError("[summary]: a geometric mean needs positive values.")
        number = exact(math.exp(math.fsum(math.log(value) for value in values) / len(values)))
    elif of == "median":
        ordered, half = sorted(values), len(values) // 2
        number = (ordered[half] + ordered[-half - 1]) / 2
    else:
        number = WIDE.divide(sum(values, Decimal(0)), Decimal(len(values)))
    return Outcome(VALUE, Value(number, unit))
