"""Mark the best cells, and note cells that are not distinguishable from their baseline."""

from __future__ import annotations

from decimal import Decimal

from ieeelint.report.building.notes import Notes, completed
from ieeelint.report.grid import VALUE, Cell
from ieeelint.report.numbers.digits import exact
from ieeelint.report.numbers.marks import mark, ranked
from ieeelint.report.numbers.units import UnitError, converted
from ieeelint.report.records import ReportError
from ieeelint.report.words import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ieeelint.report.building.measuring import Outcome
    from ieeelint.report.building.rows import TableRow
    from ieeelint.report.series import Series
    from ieeelint.report.specification.model import Measure, Specification

LEVEL = 0.05  # of the test that a best mark may require
STARS = (0.05, 0.01, 0.001)  # below each of these levels, p has one star more


def mark_best(pairs: Sequence[tuple[Cell, Outcome]], measure: Measure, notes: Notes) -> None:
    """Mark the best cells; a required test must show that they differ from the second best."""
    cells = [cell for cell, _ in pairs]
    ranks = ranked(cells, measure.best)
    if measure.best_requires_test and len(ranks) > 1:
        samples = {id(cell): outcome.series[0] for cell, outcome in pairs if outcome.series}
        p = max(
            _p("mann-whitney", samples[id(best)], samples[id(next_)])
            for best in ranks[0]
            for next_ in ranks[1]
        )
        if p >= LEVEL:
            extreme = "lowest" if measure.best == "min" else "highest"
            text = (
                f"Not distinguishable from the second {extreme} (Mann–Whitney, p = {_shown(p)}); no"
                " best is marked."
            )
            for best in ranks[0]:
                notes.attach(best, words(text))
            return
    mark(cells, measure.best, second=measure.second)


def compare(
    cells: Sequence[Cell],
    outcomes: Sequence[Outcome],
    rows: Sequence[TableRow],
    measure: Measure,
    specification: Specification,
    notes: Notes,
) -> None:
    """Note the cells that a test does not distinguish from their baseline.  The p values are
    adjusted over the column.
    """
    if measure.test is None:
        return
    if measure.test.note and measure.test.note not in specification.notes:
        raise ReportError(f'unknown note "{measure.test.note}". Add it to [notes].')
    tested = [
        (cell, outcome.series)
        for cell, outcome, row in zip(cells, outcomes, rows)
        if cell.state == VALUE
        and len(outcome.series) == 2
        and outcome.series[0] is not outcome.series[1]
        and (outcome.series[1].values or outcome.series[1].summarized is not None)
    ]
    values = [_p(measure.test.kind, series, base) for _, (series, base) in tested]
    if measure.test.adjust == "holm":
        from ieeelint.report.numbers.significance import holm

        values = holm(values)
    default = words("Not distinguishable from the baseline (p = {p}).")
    text = specification.notes.get(measure.test.note, default)
    for (cell, _), p in zip(tested, values):
        if measure.test.stars:
            cell.stars = sum(p < level for level in STARS)
        elif p >= measure.test.alpha:
            notes.attach(cell, completed(text, {"p": _shown(p)}))


def _p(kind: str, first: Series, second: Series) -> float:
    for series in (first, second):
        if not series.values:
            location = series.locations[0]
            raise ReportError(
                "a test needs all repeats, but the file stores only their summary.",
                location.path,
                location.line,
            )
    from ieeelint.report.numbers import significance

    values = _in_unit(second, first.unit)
    if kind == "mann-whitney":
        return significance.mann_whitney(first.values, values)
    if first.repeats and sorted(map(str, first.repeats)) == sorted(map(str, second.repeats)):
        by_name = dict(zip(map(str, second.repeats), values))
        return significance.wilcoxon(first.values, [by_name[str(name)] for name in first.repeats])
    location = first.locations[0]
    raise ReportError(
        "a Wilcoxon test needs pairs, but the two series have different repeats.",
        location.path,
        location.line,
    )


def _in_unit(series: Series, unit: str) -> Sequence[float]:
    """The repeats of a series, converted to ``unit``."""
    if series.unit == unit:
        return series.values
    try:
        return [float(converted(exact(value), series.unit, unit)) for value in series.values]
    except UnitError as error:
        location = series.locations[0]
        raise ReportError(str(error), location.path, location.line) from None


def _shown(p: float) -> str:
    """p with two decimals; a smaller one with one significant digit."""
    return f"{p:.2f}" if p >= 0.01 else format(Decimal(f"{p:.0e}"), "f")
