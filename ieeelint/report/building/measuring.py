"""The outcome of one cell: a value in the printed unit, or the reason why it has none."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from ieeelint.phrases import literal
from ieeelint.report.adapters.values import EMPTY as NOT_RECORDED
from ieeelint.report.grid import EMPTY, MISSING, VALUE, Value
from ieeelint.report.numbers.digits import WIDE
from ieeelint.report.numbers.statistics import Estimate, StatisticError, estimate
from ieeelint.report.numbers.units import UnitError, converted, spelling
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

# why repeats have no value, for notes; the most serious status first
ENDED = {
    OUT_OF_MEMORY: "ran out of memory",
    TIMEOUT: "reached the time limit",
    FAILED: "failed",
    SKIPPED: "was not applicable",
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
    if outcome.state == VALUE:
        assert series is not None and outcome.value is not None
        outcome.value = _converted(outcome.value, series.unit, measure.unit, series)
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
        estimated = estimate(series, measure.stat, measure.interval, measure.level)
    except StatisticError as error:
        first = series.locations[0]
        raise ReportError(f"{measure.metric}: {error}.", first.path, first.line) from None
    return Outcome(
        VALUE,
        _value(estimated, series.unit, measure),
        remarks=_remarks(series, estimated, measure),
        series=[series],
    )


def _value(estimated: Estimate, unit: str, measure: Measure) -> Value:
    low, high, count = estimated.low, estimated.high, estimated.count
    is_ci = measure.interval == "ci" and low is not None
    level = f"{round(measure.level * 100)}%" if is_ci else ""
    kind = measure.interval if low is not None else ""
    return Value(estimated.value, unit, low, high, count, level, kind)


def _remarks(series: Series, estimated: Estimate, measure: Measure) -> list[str]:
    remarks = []
    count = estimated.count
    if measure.interval != "none" and estimated.low is None and count is not None:
        repeats = "One repeat only" if count == 1 else f"{count} repeats only, too few"
        remarks.append(f"{repeats}: no interval.")
    total = len(series.values) + sum(failure.count for failure in series.failures.values())
    for status, ended in ENDED.items():
        if status in series.failures and series.failures[status].reason != NOT_RECORDED:
            remarks.append(f"{series.failures[status].count} of {total} repeats {ended}.")
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
    if not baseline:
        raise ReportError(
            "a ratio needs a baseline: write baseline = { … } in [[rowgroup]] or at the top of the"
            " file."
        )
    metric = measure.ratio.metric
    series = finder.single(metric, {**where, **measure.where})
    base = finder.single(metric, {**where, **measure.where, **baseline})
    if base is None:
        keys = ", ".join(f"{key} = {literal(value)}" for key, value in baseline.items())
        raise ReportError(
            f"{metric}: the baseline ({keys}) has no records. Check its keys, or delete ratio."
        )
    this, reference = _outcome(series, measure), _outcome(base, measure)
    sources = [source for source in (series, base) if source is not None]
    if this.state != VALUE:
        this.series = sources
        return this
    if reference.state != VALUE:
        ended = ENDED.get(reference.status, "was not run")
        return Outcome(EMPTY, remarks=[f"No ratio: the baseline {ended}."], series=sources)
    assert this.value is not None and reference.value is not None and series is not None
    value = this.value
    base_value = _converted(reference.value, base.unit, series.unit, base)
    over, under = value, base_value
    if measure.ratio.of == "baseline/this":
        over, under = under, over
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
