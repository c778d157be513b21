"""Timing of subjects in turn, A B A B, so that a drift of the machine affects all of them
equally.
"""

from __future__ import annotations

import itertools
import time
from typing import Any, Protocol

import torch

from experiments.measuring.statistics import half_width
from experiments.measuring.subject import Subject
from experiments.suites import Settings

LEAST_SAMPLES = 10
BLOCK_TIME = 0.005  # least seconds of one sample on a CPU, so that the timer costs nothing


class Sampler(Protocol):
    """Takes one sample at each call; ``notes`` describes how the samples were taken."""

    def __call__(self) -> float:
        """Nanoseconds of one run."""
        ...

    def notes(self) -> dict[str, Any]:
        """Facts for the row, after the last sample."""
        ...


def timed(samplers: list[Sampler], settings: Settings) -> tuple[list[list[float]], bool]:
    """Nanoseconds per run for each subject, and whether the noise criterion was met.

    Samples are taken until each median's 95 % interval is narrow enough, for at least
    ``least_time`` and at most ``most_time`` seconds per subject.
    """
    samples: list[list[float]] = [[] for _ in samplers]
    met = False
    for sampler in samplers:
        sampler()
    start = time.perf_counter()
    for turn in itertools.count():
        for index in range(len(samplers)):
            # rotate the order, so that no subject always follows the same other
            place = (index + turn) % len(samplers)
            samples[place].append(samplers[place]())
        spent = (time.perf_counter() - start) / len(samplers)
        met = all(half_width(values) <= settings.noise for values in samples)
        enough = len(samples[-1]) >= LEAST_SAMPLES and spent >= settings.least_time
        if (enough and met) or spent >= settings.most_time:
            break
    return samples, met


def sampler_of(subject: Subject, settings: Settings, limit: float) -> Sampler:
    """Warm up, and return the sampler for the case's ``timing``; the results of a recorded graph
    may differ by ``limit`` from those of the run.
    """
    for _ in range(3):
        subject.run()
    if subject.case.device == "cpu":
        return BlockTimer(subject, settings.threads)
    from experiments.measuring.gpu_clocks import ColdTimer, GraphTimer

    torch.cuda.synchronize()
    return GraphTimer(subject, limit) if subject.case.timing == "graph" else ColdTimer(subject)


class BlockTimer:
    """torch.utils.benchmark's timer on a CPU, over as many runs as fill a block."""

    def __init__(self, subject: Subject, threads: int) -> None:
        from torch.utils.benchmark import Timer

        self.timer: Any = Timer("run()", globals={"run": subject.run}, num_threads=threads)
        once = self.timer.timeit(1).median
        self.number = max(1, round(BLOCK_TIME / max(once, 1e-9)))

    def __call__(self) -> float:
        return self.timer.timeit(self.number).median * 1e9

    def notes(self) -> dict[str, Any]:
        return {}
