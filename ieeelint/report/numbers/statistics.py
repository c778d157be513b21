"""Compute one value with an interval from repeats.

Sources: order-statistic interval of the median: H. A. David and H. N. Nagaraja, "Order
Statistics," 3rd ed., sec. 7.1; interval of the mean: Student's t with n - 1 degrees of
freedom; its distribution by the regularized incomplete beta function, whose continued
fraction is in NIST's Digital Library of Mathematical Functions, eq. 8.17.22.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

from ieeelint.report.numbers.digits import WIDE, exact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ieeelint.report.series import Series


PERCENTILES = {"p90": 90, "p95": 95, "p99": 99}


@dataclass(slots=True, frozen=True)
class Estimate:
    """A value of ``count`` repeats, in the unit of the series; ``low`` and ``high`` bound its
    interval, if it has one.
    """

    value: Decimal
    count: int | None
    low: Decimal | None = None
    high: Decimal | None = None


class StatisticError(ValueError):
    """A statistic that cannot be computed from the repeats; the message has the reason."""


def estimate(series: Series, stat: str, interval: str = "none", level: float = 0.95) -> Estimate:
    """The ``stat`` ("median", "mean", "min", "max", "only") and the ``interval`` ("none", "ci",
    "iqr", "sd", "error") of a series.  An "error" is the one that the file has.

    If the file has a summary with this statistic and interval, they are used.  Too few repeats
    have no interval.  Raises StatisticError if the file does not store the repeats that the
    statistic needs, and for "only" if repeats differ.
    """
    if series.summary is not None and series.summarized is not None:
        recorded = _recorded(series, stat, interval, level)
        if recorded is not None:
            return recorded
    values = sorted(series.values)
    if not values:
        stored = series.summary.statistic if series.summary else "nothing"
        raise StatisticError(
            f"the file stores only the {stored}, not the individual repeats, so"
            f' "{stat}" cannot be computed'
        )
    value = _value(values, stat)
    low, high = _bounds(values, value, stat, interval, level)
    return Estimate(value, len(values), low, high)


def _recorded(series: Series, stat: str, interval: str, level: float) -> Estimate | None:
    """The value of the summary in the file, if it is this statistic with this interval."""
    summary, value = series.summary, series.summarized
    assert summary is not None and value is not None
    if stat != summary.statistic and not (stat == "only" and not series.values):
        return None
    if interval == "none":
        return Estimate(exact(value), summary.count)
    margin = {"sd": summary.spread, "error": summary.error}.get(interval)
    if margin is not None:
        spread = exact(margin)
        return Estimate(exact(value), summary.count, exact(value) - spread, exact(value) + spread)
    if (
        interval == "ci"
        and summary.low is not None
        and summary.high is not None
        and summary.level == level
    ):
        return Estimate(exact(value), summary.count, exact(summary.low), exact(summary.high))
    if interval == "error":
        return Estimate(exact(value), summary.count)
    if not series.values:
        if interval == "sd" and summary.error is not None:
            raise StatisticError(
                "the file stores an error, but does not say that it is a standard deviation. Write"
                ' interval = "error"'
            )
        raise StatisticError(
            f'the file stores neither a "{interval}" interval at {level:.0%} nor the individual'
            " repeats, so the interval cannot be computed"
        )
    return None


def _value(values: Sequence[float], stat: str) -> Decimal:
    """``values`` are sorted."""
    if stat == "median":
        return _quantile(values, 1, 2)
    if stat == "mean":
        return exact(math.fsum(values) / len(values))
    if stat == "geometric-mean":
        if values[0] <= 0:
            raise StatisticError("a geometric mean needs positive values")
        return exact(math.exp(math.fsum(map(math.log, values)) / len(values)))
    if stat in PERCENTILES:
        return _quantile(values, PERCENTILES[stat], 100)
    if stat == "only" and values[0] != values[-1]:
        raise StatisticError(
            f"all repeats must be equal, but they range from {values[0]} to {values[-1]}"
        )
    return exact(values[-1] if stat == "max" else values[0])


def _bounds(
    values: Sequence[float], value: Decimal, stat: str, interval: str, level: float
) -> tuple[Decimal | None, Decimal | None]:
    count = len(values)
    if interval not in ("none", "error") and stat not in ("median", "mean"):
        raise StatisticError(f'only the median and the mean have an interval, not "{stat}"')
    if interval == "iqr" and count > 1:
        return _quantile(values, 1, 4), _quantile(values, 3, 4)
    if interval == "sd" and count > 1:
        spread = exact(deviation(values))
        return value - spread, value + spread
    if interval == "ci" and stat == "median":
        rank = median_rank(count, level)
        return (exact(values[rank - 1]), exact(values[count - rank])) if rank else (None, None)
    if interval == "ci" and stat == "mean" and count > 1:
        half = exact(t_quantile((1 + level) / 2, count - 1) * deviation(values) / math.sqrt(count))
        return value - half, value + half
    return None, None


def _quantile(values: Sequence[float], over: int, under: int) -> Decimal:
    """The quantile over/under of sorted values, with linear interpolation (type 7)."""
    whole, rest = divmod((len(values) - 1) * over, under)
    low = exact(values[whole])
    if not rest:
        return low
    step = WIDE.multiply(WIDE.subtract(exact(values[whole + 1]), low), Decimal(rest))
    return WIDE.add(low, WIDE.divide(step, Decimal(under)))


def deviation(values: Sequence[float]) -> float:
    """The standard deviation of a sample, with the divisor n - 1."""
    mean = math.fsum(values) / len(values)
    return math.sqrt(math.fsum((value - mean) ** 2 for value in values) / (len(values) - 1))


def median_rank(count: int, level: float) -> int:
    """The largest k such that the kth smallest and the kth largest of ``count`` values enclose the
    median with a probability of at least ``level``; 0 if there is none (for 95%, with fewer than
    6 values).
    """
    # the terms far from the middle are negligible, and 0.5**count would underflow
    first = max(0, int(count / 2 - 12 * math.sqrt(count)))
    logarithm = math.lgamma(count + 1) - math.lgamma(first + 1) - math.lgamma(count - first + 1)
    term = math.exp(logarithm - count * math.log(2)) if first else 0.5**count
    tail, rank = 0.0, first
    for k in range(first, count // 2):
        tail += term
        if 2 * tail > (1 - level) * (1 + 1e-12):
            break
        rank = k + 1
        term *= (count - k) / (k + 1)
    return rank


def t_quantile(probability: float, freedom: float) -> float:
    """The quantile of Student's t for ``probability`` > 0.5, by bisection."""
    tail = 1 - probability
    low, high = 0.0, 1.0
    while t_tail(high, freedom) > tail:
        high *= 2
    while True:
        middle = (low + high) / 2
        if middle in (low, high):
            return middle
        if t_tail(middle, freedom) > tail:
            low = middle
        else:
            high = middle


def t_tail(t: float, freedom: float) -> float:
    """The probability that Student's t exceeds ``t`` >= 0: half of I_x(freedom/2, 1/2) at
    x = freedom / (freedom + t^2).
    """
    if not t:
        return 0.5
    a, b = freedom / 2, 0.5
    log_x = -math.log1p(t * t / freedom)
    log_y = math.log(t * t / freedom) + log_x
    front = math.exp(_log_gamma_step(a) - math.lgamma(b) + a * log_x + b * log_y)
    x, y = freedom / (freedom + t * t), t * t / (freedom + t * t)
    if x <= (a + 1) / (a + b + 2):
        return front * _fraction(a, b, x) / a / 2
    return (1 - front * _fraction(b, a, y) / b) / 2


def _log_gamma_step(a: float) -> float:
    """log(gamma(a + 1/2) / gamma(a)); for large ``a`` by its asymptotic series, because a
    difference would lose digits.
    """
    if a < 20:
        return math.lgamma(a + 0.5) - math.lgamma(a)
    return math.log(a) / 2 - 1 / (8 * a) + 1 / (192 * a**3) - 1 / (640 * a**5) + 17 / (14336 * a**7)


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of the incomplete beta function, by Lentz's method."""
    tiny = 1e-300
    c, d = 1.0, 1 / _away(1 - (a + b) * x / (a + 1), tiny)
    fraction = d
    for m in range(1, 10_000):
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _away(1 + term * d, tiny)
            c = _away(1 + term / c, tiny)
            fraction *= c * d
        if abs(c * d - 1) < 1e-16:
            break
    return fraction


def _away(value: float, tiny: float) -> float:
    return value if abs(value) > tiny else tiny
