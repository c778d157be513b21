"""Statistics agree with scipy to 1e-12, and intervals need enough repeats."""

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
def test_quantiles_of_student_agree_with_scipy(probability, freedom):
    assert statistics.t_quantile(probability, freedom) == pytest.approx(
        stats.t.ppf(probability, freedom), rel=1e-12
    )


@settings(max_examples=60, deadline=None)
@given(NUMBERS)
def test_mean_deviation_and_quartiles_agree_with_numpy(values):
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
def test_the_interval_of_a_median_is_the_narrowest_that_covers_it(count):
    rank = statistics.median_rank(count, 0.95)
    if count < 6:
        assert rank == 0
        return
    assert 1 - 2 * stats.binom.cdf(rank - 1, count, 0.5) >= 0.95
    assert 1 - 2 * stats.binom.cdf(rank, count, 0.5) < 0.95


def test_the_interval_of_eight_repeats_runs_from_least_to_greatest():
    # P(X <= 0) for Bin(8, 1/2) is 0.0039, P(X <= 1) is 0.035 > 0.025: the 1st and the 8th
    estimated = estimate(series(5, 3, 8, 1, 9, 2, 7, 4), "median", "ci")
    assert (float(estimated.value), float(estimated.low), float(estimated.high)) == (4.5, 1, 9)
    assert estimate(series(5, 3, 8, 1, 9), "median", "ci").low is None


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.integers(0, 30), min_size=1, max_size=14),
    st.lists(st.integers(0, 30), min_size=1, max_size=14),
)
def test_mann_whitney_agrees_with_scipy(first, second):
    if len({*first, *second}) == 1:
        assert significance.mann_whitney(first, second) == 1
        return
    assert significance.mann_whitney(first, second) == pytest.approx(
        stats.mannwhitneyu(first, second).pvalue, abs=1e-12
    )


@pytest.mark.thorough
@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 25), st.integers(0, 25)), min_size=2, max_size=30))
def test_wilcoxon_agrees_with_scipy(pairs):
    first, second = zip(*pairs)
    if all(a == b for a, b in pairs):
        assert significance.wilcoxon(first, second) == 1
        return
    assert significance.wilcoxon(first, second) == pytest.approx(
        stats.wilcoxon(first, second).pvalue, abs=1e-12
    )


def test_holm_steps_down():
    # 0.01 * 3, then max(0.03, 0.02 * 2), then max(0.04, 0.03 * 1)
    assert significance.holm([0.03, 0.01, 0.02]) == pytest.approx([0.04, 0.03, 0.04])


def test_a_stored_summary_gives_only_its_statistics():
    stored = Series(
        "ms",
        array("d", [1.0, 2.0, 3.0]),
        summary=Summary("median", 700, 1.5, 2.5, 0.95),
        summarized=2.0,
    )
    estimated = estimate(stored, "median", "ci")
    assert (estimated.count, float(estimated.low), float(estimated.high)) == (700, 1.5, 2.5)
    assert float(estimate(stored, "max").value) == 3.0
    # an interval with an unknown level
    no_level = Series("ms", summary=Summary("median", 700, 1.5, 2.5), summarized=2.0)
    with pytest.raises(StatisticError, match='neither a "ci" interval at 95%'):
        estimate(no_level, "median", "ci")
    bare = Series("ms", summary=Summary("median", 700, 1.5, 2.5, 0.95), summarized=2.0)
    with pytest.raises(StatisticError, match="stores only the median, not the individual repeats"):
        estimate(bare, "mean")
    with pytest.raises(StatisticError, match='"ci" interval at 99%'):
        estimate(bare, "median", "ci", 0.99)


def test_only_requires_equal_repeats():
    assert float(estimate(series(5, 5, 5), "only").value) == 5
    with pytest.raises(StatisticError, match="from 5.0 to 6.0"):
        estimate(series(5, 6), "only")


@given(st.permutations([0.1, 0.2, 0.3, 1e16, -1e16, 7.5, 0.7]))
def test_the_order_of_repeats_does_not_matter(values):
    expected = estimate(series(0.1, 0.2, 0.3, 1e16, -1e16, 7.5, 0.7), "mean", "sd")
    assert estimate(series(*values), "mean", "sd") == expected
    assert math.isfinite(float(expected.value))
