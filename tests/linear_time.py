"""Checks that work takes linear time, on slow, fast and busy machines.

The processor time for all of the input is compared with the time for a quarter of it, so the speed
of the machine does not matter.  The garbage collector is off, because its time depends on all
objects of the process.  The shortest of several attempts counts, because disturbances only make a
measurement longer.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

GENEROUS = 9  # times as long for four times the input; quadratic work takes sixteen times as long
NOISE = 0.005  # seconds; the ratio of shorter times is random
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
    """The processor time of ``work`` in seconds."""
    start = time.process_time()
    work()
    return time.process_time() - start


def assert_linear(work: Callable[[int], object], size: int) -> None:
    """Fail if ``work(size)`` takes more than GENEROUS times as long as ``work(size // 4)``."""
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
