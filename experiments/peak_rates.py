"""The peak rates of the device for a run, compared with those of earlier rows.

On a busy or throttled machine, the peak is measured too low, and every floor with it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from experiments.errors import ExperimentError

ATTEMPTS = 3
PAUSE = 3.0  # seconds between attempts
MOST = 3.0  # factor between two measurements that is still plausible
RATES = {"flops": ("peak_flops", "flop/s"), "bytes_per_s": ("peak_bytes_per_s", "byte/s")}

Peaks = dict[str, float]


def plausible_peaks(
    measure: Callable[[str], Peaks],
    dtypes: list[str],
    earlier: dict[str, Peaks],
    path: str,
) -> tuple[dict[str, Peaks], list[str]]:
    """The peaks for each data type, the best of several attempts if the first is far below those of
    earlier rows, and warnings about earlier rows with far lower peaks. Raises ExperimentError if
    the peaks stay far below.
    """
    found, warnings = {}, []
    for dtype in dtypes:
        peaks, before = measure(dtype), earlier.get(dtype)
        for _ in range(ATTEMPTS - 1):
            if before is None or not _far_below(peaks, before):
                break
            time.sleep(PAUSE)
            again = measure(dtype)
            peaks = {rate: max(peaks[rate], again[rate]) for rate in RATES}
        if before is not None and (rate := _far_below(peaks, before)):
            raise ExperimentError(
                f"This machine now reaches only {_rate(peaks, rate)} in {dtype}, but rows in {path}"
                f" were measured at {_rate(before, rate)}. Another program uses it, or it is"
                " throttled: times and floors would not be comparable. Try again later, or write to"
                " another file (--output)."
            )
        if before is not None and (rate := _far_below(before, peaks)):
            warnings.append(
                f"rows in {path} have a peak of only {_rate(before, rate)} in {dtype}, but this"
                f" machine now reaches {_rate(peaks, rate)}: it was busy or throttled, and the"
                " floors of those rows are too high. Measure them again (--again)."
            )
        found[dtype] = peaks
    return found, warnings


def earlier_peaks(rows: list[dict[str, Any]], suite: str, host: str) -> dict[str, Peaks]:
    """The highest peaks in a file's rows of the same suite and machine, by data type."""
    best: dict[str, Peaks] = {}
    for row in rows:
        work = row.get("work")
        if not work or not work["peak_flops"] or row["suite"] != suite:
            continue
        if row["run"]["host"] != host:
            continue
        peaks = best.setdefault(row["case"]["dtype"], dict.fromkeys(RATES, 0.0))
        for rate, (field, _) in RATES.items():
            peaks[rate] = max(peaks[rate], work[field])
    return best


def _far_below(peaks: Peaks, other: Peaks) -> str | None:
    """A rate that is implausibly lower than the other one; None if there is none."""
    return next((rate for rate in RATES if MOST * peaks[rate] < other[rate]), None)


def _rate(peaks: Peaks, rate: str) -> str:
    return f"{peaks[rate] / 1e9:,.1f} G{RATES[rate][1]}"
