"""Statistics are scipy's to 1e-12, and no interval is made up."""

from __future__ import annotations

import math
from array import array

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from ieeelint.report.numbers import significance, statistics
from ieeelint.report.numbers.statistics import StatisticError, estimate
from ieeelint.report.records import Summary
from ieeelint.report.series import Series

NUMBERS = st.lists(
    st.floats(-1e6, 1e6).map(lambda number: round(number, 3)), min_size=2, max_size=40
)


def series(*values: float) -> Series:
    return Series("ms", array("d", values))


@pytest.mark.parametrize("freedom", [1, 2, 3, 7, 19, 20, 41, 500, 100_000])
@pytest.mark.parametrize("probability", [0.9, 0.95, 0.975, 0.995])
def test_quantiles_of_student_are_scipys(probability, freedom):
    assert statistics.t_quantile(probability, freedom) == pytest.approx(
        stats.t.ppf(probability, freedom), rel=1e-12
    )


@settings(max_examples=60, deadline=None)
@given(NUMBERS)
def test_mean_deviation_and_quartiles_are_numpys(values):
    mean = estimate(series(*values), "mean", "ci")
    assert float(mean.value) == pytest.approx(np.mean(values), rel=1e-12, abs=1e-9)
    if np.std(values) > 0:
        low, high = stats.t.interval(0.95, len(values) - 1, np.mean(values), stats.sem(values))
        assert float(mean.low) == pytest.approx(low, rel=1e-12, abs=1e-7)
        assert float(mean.high) == pytest.approx(high, rel=1e-12, abs=1e-7)
    middle = estimate(series(*values), "median", "iqr")
    assert float(middle.value) == pytest.approx(np.median(values), rel=1e-12, abs=1e-9)
    assert [float(middle.low), float(middle.high)] == pytest.approx(
        np.percentile(values, [25, 75]), rel=1e-12, abs=1e-9
    )
    spread = estimate(series(*values), "mean", "sd")
    assert float(spread.high - spread.value) == pytest.approx(
        np.std(values, ddof=1), rel=1e-9, abs=1e-9
    )


@pytest.mark.parametrize("count", [*range(1, 40), 575, 577, 1100, 5000, 100_000])
def test_the_interval_of_a_median_covers_it_and_is_the_narrowest_that_does(count):
    rank = statistics.median_rank(count, 0.95)
    if count < 6:
        assert rank == 0
        return
    assert 1 - 2 * stats.binom.cdf(rank - 1, count, 0.5) >= 0.95
    assert 1 - 2 * stats.binom.cdf(rank, count, 0.5) < 0.95


def test_an_interval_of_eight_repeats_runs_from_the_first_to_the_last_but_none():
    # P(X <= 0) for Bin(8, 1/2) is 0.0039, P(X <= 1) is 0.035 > 0.025: the 1st and the 8th
    found = estimate(series(5, 3, 8, 1, 9, 2, 7, 4), "median", "ci")
    assert (float(found.value), float(found.low), float(found.high)) == (4.5, 1, 9)
    assert estimate(series(5, 3, 8, 1, 9), "median", "ci").low is None


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.integers(0, 30), min_size=1, max_size=14),
    st.lists(st.integers(0, 30), min_size=1, max_size=14),
)
def test_mann_whitney_is_scipys(one, other):
    if len({*one, *other}) == 1:
        assert significance.mann_whitney(one, other) == 1
        return
    assert significance.mann_whitney(one, other) == pytest.approx(
        stats.mannwhitneyu(one, other).pvalue, abs=1e-12
    )


@pytest.mark.thorough
@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 25), st.integers(0, 25)), min_size=2, max_size=30))
def test_wilcoxon_is_scipys(pairs):
    one, other = zip(*pairs)
    if all(a == b for a, b in pairs):
        assert significance.wilcoxon(one, other) == 1
        return
    assert significance.wilcoxon(one, other) == pytest.approx(
        stats.wilcoxon(one, other).pvalue, abs=1e-12
    )


def test_holm_steps_down():
    # 0.01 * 3, then max(0.03, 0.02 * 2), then max(0.04, 0.03 * 1)
    assert significance.holm([0.03, 0.01, 0.02]) == pytest.approx([0.04, 0.03, 0.04])


def test_a_recorded_summary_answers_what_it_can():
    kept = Series(
        "ms",
        array("d", [1.0, 2.0, 3.0]),
        summary=Summary("median", 700, 1.5, 2.5, 0.95),
        summarised=2.0,
    )
    found = estimate(kept, "median", "ci")
    assert (found.count, float(found.low), float(found.high)) == (700, 1.5, 2.5)
    assert float(estimate(kept, "max").value) == 3.0
    untold = Series(
        "ms", summary=Summary("median", 700, 1.5, 2.5), summarised=2.0
    )  # an interval, and nobody says of what level
    with pytest.raises(StatisticError, match='no "ci" interval at 95%'):
        estimate(untold, "median", "ci")
    bare = Series("ms", summary=Summary("median", 700, 1.5, 2.5, 0.95), summarised=2.0)
    with pytest.raises(StatisticError, match="keeps the median"):
        estimate(bare, "mean")
    with pytest.raises(StatisticError, match='"ci" interval at 99%'):
        estimate(bare, "median", "ci", 0.99)


def test_only_wants_equal_repeats():
    assert float(estimate(series(5, 5, 5), "only").value) == 5
    with pytest.raises(StatisticError, match="from 5.0 to 6.0"):
        estimate(series(5, 6), "only")


@given(st.permutations([0.1, 0.2, 0.3, 1e16, -1e16, 7.5, 0.7]))
def test_the_order_of_repeats_changes_nothing(values):
    wanted = estimate(series(0.1, 0.2, 0.3, 1e16, -1e16, 7.5, 0.7), "mean", "sd")
    assert estimate(series(*values), "mean", "sd") == wanted
    assert math.isfinite(float(wanted.value))
