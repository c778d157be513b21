"""Which cells are marked best, and which cannot be told from their baseline."""

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
    from ieeelint.report.building.rows import RowOf
    from ieeelint.report.series import Series
    from ieeelint.report.specification.model import Measure, Specification

LEVEL = 0.05  # of the test that a best mark may require


def mark_best(pairs: Sequence[tuple[Cell, Outcome]], measure: Measure, notes: Notes) -> None:
    """Mark the best of some cells; where a test is required, only what differs from the next."""
    cells = [cell for cell, _ in pairs]
    places = ranked(cells, measure.best)
    if measure.best_requires_test and len(places) > 1:
        samples = {id(cell): found.series[0] for cell, found in pairs if found.series}
        p = max(
            _p("mann-whitney", samples[id(best)], samples[id(next_)])
            for best in places[0]
            for next_ in places[1]
        )
        if p >= LEVEL:
            named = "lowest" if measure.best == "min" else "highest"
            text = (
                f"Not distinguishable from the second {named} (Mann–Whitney, p = {_shown(p)}); no"
                " best is marked."
            )
            for best in places[0]:
                notes.attach(best, words(text))
            return
    mark(cells, measure.best, second=measure.second)


def compare(
    cells: Sequence[Cell],
    outcomes: Sequence[Outcome],
    rows: Sequence[RowOf],
    measure: Measure,
    specification: Specification,
    notes: Notes,
) -> None:
    """Note the cells that a test does not tell from their baseline; p adjusted over the column."""
    if measure.test is None:
        return
    if not measure.ratio:
        raise ReportError("a test compares with the baseline: it stands in a column with ratio.")
    if measure.test.note and measure.test.note not in specification.notes:
        raise ReportError(f'there is no note "{measure.test.note}". Add it to [notes].')
    tested = [
        (cell, found.series)
        for cell, found, row in zip(cells, outcomes, rows)
        if cell.state == VALUE and len(found.series) == 2 and found.series[0] is not found.series[1]
    ]
    values = [_p(measure.test.kind, this, base) for _, (this, base) in tested]
    if measure.test.adjust == "holm":
        from ieeelint.report.numbers.significance import holm

        values = holm(values)
    default = words("Not distinguishable from the baseline (p = {p}).")
    text = specification.notes.get(measure.test.note, default)
    for (cell, _), p in zip(tested, values):
        if p >= measure.test.alpha:
            notes.attach(cell, completed(text, {"p": _shown(p)}))


def _p(kind: str, one: Series, other: Series) -> float:
    for series in (one, other):
        if not series.values:
            place = series.places[0]
            raise ReportError(
                "a test needs the repeats, and the file keeps their summary only.",
                place.path,
                place.line,
            )
    from ieeelint.report.numbers import significance

    values = _in_unit(other, one.unit)
    if kind == "mann-whitney":
        return significance.mann_whitney(one.values, values)
    if one.repeats and sorted(map(str, one.repeats)) == sorted(map(str, other.repeats)):
        by_name = dict(zip(map(str, other.repeats), values))
        return significance.wilcoxon(one.values, [by_name[str(name)] for name in one.repeats])
    place = one.places[0]
    raise ReportError(
        "a Wilcoxon test needs pairs: repeats of the same names in both.", place.path, place.line
    )


def _in_unit(series: Series, unit: str) -> Sequence[float]:
    """The repeats of a series in the unit of the one it is compared with."""
    if series.unit == unit:
        return series.values
    try:
        return [float(converted(exact(value), series.unit, unit)) for value in series.values]
    except UnitError as error:
        place = series.places[0]
        raise ReportError(str(error), place.path, place.line) from None


def _shown(p: float) -> str:
    """p with two decimals; a smaller one with one significant digit."""
    return f"{p:.2f}" if p >= 0.01 else format(Decimal(f"{p:.0e}"), "f")
