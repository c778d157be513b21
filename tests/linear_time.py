"""Whether work grows no faster than its input, on a slow or busy machine as on a quick one.

No time is compared with a clock.  Processor seconds for a quarter of the input and for the whole
are taken in turn, without the garbage collector, whose visits go with all that the process holds;
of each the least of several attempts counts, since what disturbs a measurement makes it longer.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

GENEROUS = 9  # times as long for four times the input, where quadratic work takes sixteen times
NOISE = 0.005  # seconds; what takes less at a quarter has a ratio of chance
ATTEMPTS = 12


@contextmanager
def no_collector() -> Iterator[None]:
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def processor_seconds(work: Callable[[], object]) -> float:
    """What ``work`` takes of this process's processor time."""
    start = time.process_time()
    work()
    return time.process_time() - start


def assert_linear(work: Callable[[int], object], size: int) -> None:
    """``work(size)`` takes no more than a generous multiple of four times what ``work(size //
    4)`` takes.
    """
    quarter = whole = float("inf")
    for _attempt in range(ATTEMPTS):
        with no_collector():
            quarter = min(quarter, processor_seconds(lambda: work(size // 4)))
            whole = min(whole, processor_seconds(lambda: work(size)))
        if whole <= max(quarter, NOISE) * GENEROUS:
            return
    raise AssertionError(
        f"more than linear: {quarter:.3f} s for a quarter, {whole:.3f} s for the whole"
    )
