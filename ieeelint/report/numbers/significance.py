"""Test if two samples differ: rank tests and the adjustment of their p values.

Sources: H. B. Mann and D. R. Whitney, Ann. Math. Stat., vol. 18, 1947; F. Wilcoxon,
Biometrics Bull., vol. 1, 1945; S. Holm, Scand. J. Stat., vol. 6, 1979.  All tests are two-sided.
"""

from __future__ import annotations

import math

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

EXACT_TO = 8  # Mann-Whitney: the smaller sample, without ties
EXACT_PAIRS_TO = 50  # Wilcoxon, without ties and zeros
EXACT_TIED_PAIRS_TO = 13  # Wilcoxon, with ties or zeros


def mann_whitney(first: Sequence[float], second: Sequence[float]) -> float:
    """p of the Mann-Whitney U test of two independent samples, neither empty.

    Exact if the smaller sample has at most eight values and there are no ties; otherwise by the
    normal approximation, corrected for ties and continuity.
    """
    n, m = len(first), len(second)
    ranks, ties = _ranks([*first, *second])
    u = math.fsum(ranks[:n]) - n * (n + 1) / 2
    u = max(u, n * m - u)
    if not ties and min(n, m) <= EXACT_TO:
        counts = _ways(n, m)
        return min(1.0, 2 * sum(counts[math.ceil(u) :]) / float(math.comb(n + m, n)))
    total = n + m
    correction = sum(t**3 - t for t in ties) / (total * (total - 1))
    spread = math.sqrt(n * m / 12 * (total + 1 - correction))
    if not spread:
        return 1.0
    return min(1.0, math.erfc((u - n * m / 2 - 0.5) / spread / math.sqrt(2)))


def wilcoxon(first: Sequence[float], second: Sequence[float]) -> float:
    """p of the Wilcoxon signed-rank test of pairs; equal pairs are left out.

    Exact up to 50 pairs if no differences are tied or zero, and up to 13 pairs otherwise; for
    more pairs by the normal approximation, corrected for ties.
    """
    all_pairs = [a - b for a, b in zip(first, second, strict=True)]
    differences = [d for d in all_pairs if d]
    n = len(differences)
    if not n:
        return 1.0
    ranks, ties = _ranks([abs(d) for d in differences])
    plus = math.fsum(rank for rank, d in zip(ranks, differences) if d > 0)
    minus = n * (n + 1) / 2 - plus
    limit = EXACT_TIED_PAIRS_TO if ties or n < len(all_pairs) else EXACT_PAIRS_TO
    if len(all_pairs) <= limit:
        counts = _sums([round(2 * rank) for rank in ranks])
        return min(1.0, 2 * sum(counts[: round(2 * min(plus, minus)) + 1]) / 2.0**n)
    variance = n * (n + 1) * (2 * n + 1) / 24 - sum(t**3 - t for t in ties) / 48
    if not variance:
        return 1.0
    return math.erfc(abs(plus - n * (n + 1) / 4) / math.sqrt(variance) / math.sqrt(2))


def holm(values: Sequence[float]) -> list[float]:
    """The p values adjusted by Holm's step-down method, in their order."""
    adjusted = [0.0] * len(values)
    least = 0.0
    for rank, index in enumerate(sorted(range(len(values)), key=lambda index: values[index])):
        least = max(least, min(1.0, (len(values) - rank) * values[index]))
        adjusted[index] = least
    return adjusted


def _ranks(values: Sequence[float]) -> tuple[list[float], list[int]]:
    """Ranks from 1, averaged over equal values, and the sizes of groups of equal values."""
    order = sorted(range(len(values)), key=lambda index: values[index])
    ranks = [0.0] * len(values)
    ties = []
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and values[order[end]] == values[order[start]]:
            end += 1
        for index in order[start:end]:
            ranks[index] = (start + 1 + end) / 2
        if end - start > 1:
            ties.append(end - start)
        start = end
    return ranks, ties


def _ways(n: int, m: int) -> list[int]:
    """The number of orders of n and m values in which U is 0, 1, …: the coefficients of a
    Gaussian binomial.
    """
    counts = [1] + [0] * (n * m)
    for i in range(1, n + 1):
        for at in range(n * m, m + i - 1, -1):  # times 1 - q^(m+i)
            counts[at] -= counts[at - m - i]
        for at in range(i, n * m + 1):  # over 1 - q^i
            counts[at] += counts[at - i]
    return counts


def _sums(numbers: Sequence[int]) -> list[int]:
    """The number of subsets with the sum 0, 1, …"""
    counts = [1]
    for number in numbers:
        longer = counts + [0] * number
        for at, count in enumerate(counts):
            longer[at + number] += count
        counts = longer
    return counts
