"""Medians with intervals from samples of several processes."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 2000
Samples = list[list[float]]  # one list for each process


def half_width(samples: list[float]) -> float:
    """Half the width of the median's 95 % interval, from order statistics, relative to the median;
    infinity for fewer than 6 samples.
    """
    if len(samples) < 6:
        return math.inf
    ordered = sorted(samples)
    reach = 0.98 * math.sqrt(len(ordered))
    low = ordered[max(0, math.floor(len(ordered) / 2 - reach))]
    high = ordered[min(len(ordered) - 1, math.ceil(len(ordered) / 2 + reach))]
    return (high - low) / 2 / ordered[len(ordered) // 2]


def medians(samples: Samples, rng: np.random.Generator, chosen: NDArray[np.int64]) -> NDArray[Any]:
    """Resampled medians: of the processes in ``chosen`` (RESAMPLES, processes), then of samples in
    each.
    """
    arrays = [np.asarray(values) for values in samples]
    drawn = [
        np.median(values[rng.integers(0, len(values), (RESAMPLES, len(values)))], axis=1)
        for values in arrays
    ]
    per_process = np.stack(drawn, axis=1)  # (RESAMPLES, processes)
    return np.median(np.take_along_axis(per_process, chosen, axis=1), axis=1)


def summary(samples: Samples) -> dict[str, Any]:
    """Median of the processes' medians with its 95 % bootstrap interval, quartiles and extremes, as
    integers.
    """
    rng = np.random.default_rng(0)
    chosen = rng.integers(0, len(samples), (RESAMPLES, len(samples)))
    low, high = np.percentile(medians(samples, rng, chosen), [2.5, 97.5])
    launches = [float(np.median(values)) for values in samples]
    every = np.concatenate([np.asarray(values) for values in samples])
    q1, q3 = np.percentile(every, [25, 75])
    return {
        "median": round(float(np.median(launches))),
        "ci95": [round(float(low)), round(float(high))],
        "q1": round(float(q1)),
        "q3": round(float(q3)),
        "min": round(float(every.min())),
        "mean": round(float(every.mean())),
        "samples": len(every),
        "launches": [round(launch) for launch in launches],
    }


def ratio(base: Samples, other: Samples) -> dict[str, Any]:
    """How many times faster ``other`` is than ``base``, with a 95 % bootstrap interval.

    Samples of one process were taken in turn, so the same processes are drawn for both. The verdict
    is "same" if the interval contains 1.
    """
    rng = np.random.default_rng(0)
    chosen = rng.integers(0, len(base), (RESAMPLES, len(base)))
    quotients = medians(base, rng, chosen) / medians(other, rng, chosen)
    low, high = (float(value) for value in np.percentile(quotients, [2.5, 97.5]))
    pairs = [np.median(left) / np.median(right) for left, right in zip(base, other, strict=True)]
    verdict = "faster" if low > 1 else "slower" if high < 1 else "same"
    return {
        "median": round(float(np.median(pairs)), 4),
        "ci95": [round(low, 4), round(high, 4)],
        "verdict": verdict,
    }
