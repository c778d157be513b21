"""What one cell shows: a value in the unit that is printed, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from ieeelint.report.adapters.values import EMPTY as NOTHING_RECORDED
from ieeelint.report.grid import EMPTY, MISSING, VALUE, Value
from ieeelint.report.numbers.digits import WIDE
from ieeelint.report.numbers.statistics import Estimate, StatisticError, estimate
from ieeelint.report.numbers.units import UnitError, converted, spelling
from ieeelint.report.records import FAILED, OUT_OF_MEMORY, SKIPPED, TIMEOUT, ReportError
from ieeelint.report.specification.filling import ABSENT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ieeelint.report.building.finding_series import Finder
    from ieeelint.report.records import Key
    from ieeelint.report.series import Series
    from ieeelint.report.specification.model import Measure

    Where = Mapping[str, "Key | list[Key]"]

# what became of some repeats while others have values; the first is the gravest
ENDED = {
    OUT_OF_MEMORY: "ran out of memory",
    TIMEOUT: "reached the time limit",
    FAILED: "failed",
    SKIPPED: "was not applicable",
}


@dataclass(slots=True, eq=False)
class Outcome:
    """A cell before its digits.

    ``state`` is that of the grid; ``status`` says why a MISSING one has no value, ``reason`` in
    the file's words.  ``remarks`` are notes that the cell needs whatever the specification
    says.  ``series`` are what it was made of: this one, and the baseline of a ratio.
    """

    state: str
    value: Value | None = None
    status: str = ""
    reason: str = ""
    remarks: list[str] = field(default_factory=list)
    series: list[Series] = field(default_factory=list)


def outcome(measure: Measure, finder: Finder, where: Where, baseline: Where) -> Outcome:
    """What ``measure`` makes of the records that fit ``where``; ``baseline`` replaces keys for
    ratios.

    Raises ReportError for several series that fit, statistics that cannot be had, units that
    do not convert, and a ratio without a baseline.
    """
    if measure.ratio:
        return _ratio(measure, finder, where, baseline)
    series = finder.one(measure.metric, {**where, **measure.where})
    found = _of(series, measure)
    if found.state == VALUE:
        assert series is not None and found.value is not None
        found.value = _converted(found.value, series.unit, measure.unit, series)
    return found


def _of(series: Series | None, measure: Measure) -> Outcome:
    """The outcome of one series, in its own unit."""
    if series is None:
        return Outcome(MISSING, status=ABSENT)
    if not series.values and series.summarised is None:
        status = next(one for one in ENDED if one in series.failures)
        failure = series.failures[status]
        if failure.reason == NOTHING_RECORDED:
            status = ABSENT
        return Outcome(MISSING, status=status, reason=failure.reason, series=[series])
    try:
        found = estimate(series, measure.stat, measure.interval, measure.level)
    except StatisticError as error:
        first = series.places[0]
        raise ReportError(f"{measure.metric}: {error}.", first.path, first.line) from None
    return Outcome(
        VALUE,
        _value(found, series.unit, measure),
        remarks=_remarks(series, found, measure),
        series=[series],
    )


def _value(found: Estimate, unit: str, measure: Measure) -> Value:
    level = (
        f"{round(measure.level * 100)}%"
        if measure.interval == "ci" and found.low is not None
        else ""
    )
    kind = measure.interval if found.low is not None else ""
    return Value(found.value, unit, found.low, found.high, found.count, level, kind)


def _remarks(series: Series, found: Estimate, measure: Measure) -> list[str]:
    remarks = []
    if measure.interval != "none" and found.low is None and found.count is not None:
        repeats = "One repeat only" if found.count == 1 else f"{found.count} repeats only, too few"
        remarks.append(f"{repeats}: no interval.")
    total = len(series.values) + sum(failure.count for failure in series.failures.values())
    for status, ended in ENDED.items():
        if status in series.failures and series.failures[status].reason != NOTHING_RECORDED:
            remarks.append(f"{series.failures[status].count} of {total} repeats {ended}.")
    return remarks


def _converted(value: Value, given: str, wanted: str, series: Series) -> Value:
    wanted = spelling(wanted or given)
    try:
        numbers = [
            None if one is None else converted(one, given, wanted)
            for one in (value.number, value.low, value.high)
        ]
    except UnitError as error:
        first = series.places[0]
        raise ReportError(str(error), first.path, first.line) from None
    number, low, high = numbers
    assert number is not None
    return Value(
        number, "" if wanted == "1" else wanted, low, high, value.count, value.level, value.kind
    )


def _ratio(measure: Measure, finder: Finder, where: Where, baseline: Where) -> Outcome:
    """A ratio of unrounded values; its interval is the widest that both intervals allow."""
    assert measure.ratio is not None
    if not baseline:
        raise ReportError(
            "a ratio needs a baseline: write baseline = { … } in [[rowgroup]] or at the top."
        )
    metric = measure.ratio.metric
    series = finder.one(metric, {**where, **measure.where})
    base = finder.one(metric, {**where, **measure.where, **baseline})
    if base is None:
        named = ", ".join(f"{key} = {value!r}" for key, value in baseline.items())
        raise ReportError(
            f"{metric}: the baseline ({named}) has no records. Check its keys, or leave the ratio"
            " out."
        )
    this, reference = _of(series, measure), _of(base, measure)
    found = [one for one in (series, base) if one is not None]
    if this.state != VALUE:
        this.series = found
        return this
    if reference.state != VALUE:
        ended = ENDED.get(reference.status, "was not run")
        return Outcome(EMPTY, remarks=[f"No ratio: the baseline {ended}."], series=found)
    assert this.value is not None and reference.value is not None and series is not None
    here = this.value
    there = _converted(reference.value, base.unit, series.unit, base)
    over, under = (there, here) if measure.ratio.of == "baseline/this" else (here, there)
    if not under.number:
        which = "the baseline" if under is there else "the value"
        return Outcome(EMPTY, remarks=[f"No ratio: {which} is zero."], series=found)
    if measure.ratio.of == "percent-change" and there.number < 0:  # from -10 to -8 would be -20 %
        return Outcome(
            EMPTY, remarks=["No change in per cent: the baseline is negative."], series=found
        )
    same = series is base
    value = _quotient(over, under, here.count, measure, same=same)
    remarks = list(this.remarks)
    if here.low is not None and value.low is None and not same:
        remarks.append(
            "No interval:"
            f" {'too few repeats of the baseline' if there.low is None else 'what it is divided by may be zero'}."  # noqa: E501
        )
    return Outcome(VALUE, value, remarks=remarks, series=found)


def _quotient(
    over: Value, under: Value, count: int | None, measure: Measure, *, same: bool
) -> Value:
    """``same`` is the baseline over itself: one, without an interval."""
    number = WIDE.divide(over.number, under.number)
    low: Decimal | None = None
    high: Decimal | None = None
    if (
        over.low is not None
        and over.high is not None
        and under.low
        and under.high
        and under.low > 0
        and not same
    ):
        ends = [
            WIDE.divide(one, other)
            for one in (over.low, over.high)
            for other in (under.low, under.high)
        ]
        low, high = min(ends), max(ends)
    assert measure.ratio is not None
    unit = ""
    if measure.ratio.of == "percent-change":
        number, unit = _change(number), "%"
        low, high = (None if one is None else _change(one) for one in (low, high))
    return Value(number, unit, low, high, count, over.level, over.kind)


def _change(ratio: Decimal) -> Decimal:
    """A ratio as a change in per cent."""
    return WIDE.multiply(WIDE.subtract(ratio, Decimal(1)), Decimal(100))
