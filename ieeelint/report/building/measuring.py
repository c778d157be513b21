"""The outcome of one cell: a value in the printed unit, or the reason why it has none."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal

from ieeelint.phrases import literal
from ieeelint.report.adapters.values import EMPTY as NOT_RECORDED
from ieeelint.report.grid import EMPTY, MISSING, VALUE, Value
from ieeelint.report.numbers.digits import WIDE, exact
from ieeelint.report.numbers.statistics import Estimate, StatisticError, estimate
from ieeelint.report.numbers.units import (
    UnitError,
    converted,
    fitting_unit,
    is_unit,
    spelling,
)
from ieeelint.report.records import FAILED, OUT_OF_MEMORY, SKIPPED, TIMEOUT, ReportError
from ieeelint.report.specification.defaults import ABSENT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ieeelint.report.building.finder import Finder
    from ieeelint.report.records import Key
    from ieeelint.report.series import Series
    from ieeelint.report.specification.model import Measure

    Where = Mapping[str, "Key | list[Key]"]

AUTO = "auto"  # a unit that is chosen by the size of the values

# why a repeat, or several, have no value, for notes; the most serious status first
ENDED = {
    OUT_OF_MEMORY: ("ran out of memory", "ran out of memory"),
    TIMEOUT: ("reached the time limit", "reached the time limit"),
    FAILED: ("failed", "failed"),
    SKIPPED: ("was not measured", "were not measured"),
}


@dataclass(slots=True, eq=False)
class Outcome:
    """A cell before rounding.

    ``state`` is the state of the grid cell.  If it is MISSING, ``status`` is the status of the
    records, and ``reason`` is the text in the file.  ``remarks`` are automatic notes, in addition
    to the notes of the specification.  ``series`` has the series of the cell, and the baseline of
    a ratio.
    """

    state: str
    value: Value | None = None
    status: str = ""
    reason: str = ""
    remarks: list[str] = field(default_factory=list)
    series: list[Series] = field(default_factory=list)


def outcome_of(measure: Measure, finder: Finder, where: Where, baseline: Where) -> Outcome:
    """The outcome of ``measure`` for the records that match ``where``.

    ``baseline`` has the keys of the baseline of a ratio, which replace those of ``where``.
    Raises ReportError if several series match, for statistics that cannot be computed, for units
    that cannot be converted, and for a ratio without a baseline.
    """
    if measure.ratio:
        return _ratio(measure, finder, where, baseline)
    series = finder.single(measure.metric, {**where, **measure.where})
    outcome = _outcome(series, measure)
    if measure.test and series is not None:
        outcome.series = [series, _baseline_of(measure, finder, where, baseline)]
    if outcome.state == VALUE:
        assert series is not None and outcome.value is not None
        unit = "%" if measure.is_percent and not series.unit else series.unit
        outcome.value = _converted(outcome.value, unit, measure.unit, series)
    return outcome


def _outcome(series: Series | None, measure: Measure) -> Outcome:
    """The outcome of one series, in the unit of the series."""
    if series is None:
        return Outcome(MISSING, status=ABSENT)
    if not series.values and series.summarized is None:
        status = next(status for status in ENDED if status in series.failures)
        failure = series.failures[status]
        if failure.reason == NOT_RECORDED:
            status = ABSENT
        return Outcome(MISSING, status=status, reason=failure.reason, series=[series])
    try:
        stat = statistic_of(series, measure)
        estimated = estimate(series, stat, measure.interval, measure.level)
    except StatisticError as error:
        first = series.locations[0]
        raise ReportError(f"{measure.metric}: {error}.", first.path, first.line) from None
    return Outcome(
        VALUE,
        _value(estimated, series.unit, measure),
        remarks=_remarks(series, estimated, measure),
        series=[series],
    )


def with_unit(measure: Measure, finder: Finder, where: Where) -> Measure:
    """The measure, with the unit that fits the size of its values if its unit is "auto"."""
    if measure.unit != AUTO:
        return measure
    found = [series for _, series in finder.matching(measure.metric, {**where, **measure.where})]
    recorded = next((series.unit for series in found if series.values), "")
    values = [
        float(converted(exact(value), series.unit, recorded))
        for series in found
        for value in series.values
        if series.unit == recorded or is_unit(series.unit) and is_unit(recorded)
    ]
    return replace(measure, unit=fitting_unit(recorded, values))


def with_percent(measure: Measure, finder: Finder, where: Where) -> Measure:
    """The measure, with ``is_percent`` if it prints percent and some of its values without a unit
    exceed 1: they are percent already, not ratios.
    """
    is_difference = measure.ratio is not None and measure.ratio.of == "difference"
    if spelling(measure.unit) != "%" or measure.ratio and not is_difference:
        return measure
    bare = [
        series
        for _, series in finder.matching(measure.metric, {**where, **measure.where})
        if not series.unit
    ]
    values = [value for series in bare for value in (*series.values, series.summarized or 0.0)]
    return replace(measure, is_percent=any(abs(value) > 1 for value in values))


def statistic_of(series: Series, measure: Measure) -> str:
    """The statistic of a cell: that of the specification, else that which the file stores instead
    of its repeats, else the median.
    """
    if not measure.has_stat and series.summary is not None and not series.values:
        return series.summary.statistic
    return measure.stat


def _value(estimated: Estimate, unit: str, measure: Measure) -> Value:
    low, high, count = estimated.low, estimated.high, estimated.count
    is_ci = measure.interval == "ci" and low is not None
    level = f"{round(measure.level * 100)}%" if is_ci else ""
    kind = measure.interval if low is not None else ""
    return Value(estimated.value, unit, low, high, count, level, kind)


def _remarks(series: Series, estimated: Estimate, measure: Measure) -> list[str]:
    remarks = []
    count = estimated.count
    if measure.interval == "error" and estimated.low is None:
        remarks.append("No error recorded.")
    elif measure.interval != "none" and estimated.low is None and count is not None:
        repeats = "One repeat only" if count == 1 else f"{count} repeats only, too few"
        remarks.append(f"{repeats}: no interval.")
    total = len(series.values) + sum(failure.count for failure in series.failures.values())
    for status, (one, several) in ENDED.items():
        if status in series.failures and series.failures[status].reason != NOT_RECORDED:
            lost = series.failures[status].count
            remarks.append(f"{lost} of {total} repeats {one if lost == 1 else several}.")
    return remarks


def _converted(value: Value, unit: str, new_unit: str, series: Series) -> Value:
    new_unit = spelling(new_unit or unit)
    try:
        numbers = [
            None if number is None else converted(number, unit, new_unit)
            for number in (value.number, value.low, value.high)
        ]
    except UnitError as error:
        first = series.locations[0]
        raise ReportError(str(error), first.path, first.line) from None
    number, low, high = numbers
    assert number is not None
    return Value(
        number, "" if new_unit == "1" else new_unit, low, high, value.count, value.level, value.kind
    )


def _ratio(measure: Measure, finder: Finder, where: Where, baseline: Where) -> Outcome:
    """A ratio of unrounded values.  Its interval is the widest that the two intervals allow."""
    assert measure.ratio is not None
    metric = measure.ratio.metric
    base = _baseline_of(measure, finder, where, baseline)
    series = finder.single(metric, {**where, **measure.where})
    this, reference = _outcome(series, measure), _outcome(base, measure)
    sources = [source for source in (series, base) if source is not None]
    if this.state != VALUE:
        this.series = sources
        return this
    if reference.state != VALUE:
        ended, _ = ENDED.get(reference.status, ("has no result", ""))
        return Outcome(EMPTY, remarks=[f"No ratio: the baseline {ended}."], series=sources)
    assert this.value is not None and reference.value is not None and series is not None
    value = this.value
    base_value = _converted(reference.value, base.unit, series.unit, base)
    over, under = value, base_value
    if measure.ratio.of == "baseline/this":
        over, under = under, over
    if measure.ratio.of == "difference":
        return _difference(value, base_value, measure, list(this.remarks), sources)
    if not under.number:
        which = "the baseline" if under is base_value else "the value"
        return Outcome(EMPTY, remarks=[f"No ratio: {which} is zero."], series=sources)
    # from -10 to -8 would be -20%
    if measure.ratio.of == "percent-change" and base_value.number < 0:
        return Outcome(
            EMPTY, remarks=["No percent change: the baseline is negative."], series=sources
        )
    is_baseline = series is base
    quotient = _quotient(over, under, value.count, measure, is_baseline=is_baseline)
    remarks = list(this.remarks)
    if value.low is not None and quotient.low is None and not is_baseline:
        has_interval = base_value.low is not None
        why = "the divisor may be zero" if has_interval else "too few repeats of the baseline"
        remarks.append(f"No interval: {why}.")
    return Outcome(VALUE, quotient, remarks=remarks, series=sources)


def _baseline_of(measure: Measure, finder: Finder, where: Where, baseline: Where) -> Series:
    """The series of the baseline of a ratio or a test.  Raises ReportError if there is none."""
    name = "ratio" if measure.ratio else "test"
    if not baseline:
        raise ReportError(
            f"a {name} needs a baseline: write baseline = {{ … }} in [[rowgroup]] or at the top of"
            " the file."
        )
    metric = measure.ratio.metric if measure.ratio else measure.metric
    base = finder.single(metric, {**where, **measure.where, **baseline})
    if base is None:
        keys = ", ".join(f"{key} = {literal(value)}" for key, value in baseline.items())
        raise ReportError(
            f"{metric}: the baseline ({keys}) has no records. Check its keys, or delete {name}."
        )
    return base


def _difference(
    value: Value, base: Value, measure: Measure, remarks: list[str], sources: list[Series]
) -> Outcome:
    """A value minus its baseline, in the printed unit; percent become points.  The baseline itself
    has no interval.
    """
    unit = "%" if measure.is_percent and not value.unit else value.unit
    value, base = (_converted(side, unit, measure.unit, sources[0]) for side in (value, base))
    low: Decimal | None = None
    high: Decimal | None = None
    ends = (value.low, value.high, base.low, base.high)
    if len({id(series) for series in sources}) > 1 and None not in ends:
        assert value.low is not None and value.high is not None
        assert base.low is not None and base.high is not None
        low, high = value.low - base.high, value.high - base.low
    unit = "points" if value.unit == "%" else value.unit
    number = value.number - base.number
    kind, level = (value.kind, value.level) if low is not None else ("", "")
    return Outcome(
        VALUE,
        Value(number, unit, low, high, value.count, level, kind),
        remarks=remarks,
        series=sources,
    )


def _quotient(
    over: Value, under: Value, count: int | None, measure: Measure, *, is_baseline: bool
) -> Value:
    """A quotient of two values.  The baseline over itself has no interval: it is exactly 1."""
    number = WIDE.divide(over.number, under.number)
    low: Decimal | None = None
    high: Decimal | None = None
    if (
        over.low is not None
        and over.high is not None
        and under.low
        and under.high
        and under.low > 0
        and not is_baseline
    ):
        ends = [
            WIDE.divide(dividend, divisor)
            for dividend in (over.low, over.high)
            for divisor in (under.low, under.high)
        ]
        low, high = min(ends), max(ends)
    assert measure.ratio is not None
    unit = ""
    if measure.ratio.of == "percent-change":
        number, unit = _change(number), "%"
        low, high = (None if end is None else _change(end) for end in (low, high))
    return Value(number, unit, low, high, count, over.level, over.kind)


def _change(ratio: Decimal) -> Decimal:
    """A ratio as a change in percent."""
    return WIDE.multiply(WIDE.subtract(ratio, Decimal(1)), Decimal(100))
