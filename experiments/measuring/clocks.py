"""Timing of subjects in turn, A B A B, so that a drift of the machine affects all of them
equally.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from typing import Any

import torch

from experiments.measuring.statistics import half_width
from experiments.measuring.subject import Subject, input_of, ready
from experiments.suites import Settings

LEAST_SAMPLES = 10
BLOCK_TIME = 0.005  # least seconds of one sample on a CPU, so that the timer costs nothing
MOST_SETS = 64
Sampler = Callable[[], float]  # nanoseconds of one run


def timed(subjects: list[Subject], settings: Settings) -> tuple[list[list[float]], bool]:
    """Nanoseconds per run for each subject, and whether the noise criterion was met.

    Samples are taken until each median's 95 % interval is narrow enough, for at least
    ``least_time`` and at most ``most_time`` seconds per subject.
    """
    samplers = [sampler_of(subject, settings) for subject in subjects]
    samples: list[list[float]] = [[] for _ in subjects]
    met = False
    for sampler in samplers:
        sampler()
    start = time.perf_counter()
    for turn in itertools.count():
        for index in range(len(samplers)):
            # rotate the order, so that no subject always follows the same other
            place = (index + turn) % len(samplers)
            samples[place].append(samplers[place]())
        spent = (time.perf_counter() - start) / len(subjects)
        met = all(half_width(values) <= settings.noise for values in samples)
        enough = len(samples[-1]) >= LEAST_SAMPLES and spent >= settings.least_time
        if (enough and met) or spent >= settings.most_time:
            break
    return samples, met


def sampler_of(subject: Subject, settings: Settings) -> Sampler:
    """Warm up, and return the sampler for the case's ``timing``."""
    for _ in range(3):
        subject.run()
    if subject.case.device == "cpu":
        return _cpu(subject, settings.threads)
    torch.cuda.synchronize()
    return _graph(subject) if subject.case.timing == "graph" else _cold(subject)


def _cpu(subject: Subject, threads: int) -> Sampler:
    """torch.utils.benchmark's timer, over as many runs as fill a block."""
    from torch.utils.benchmark import Timer

    timer: Any = Timer("run()", globals={"run": subject.run}, num_threads=threads)
    once = timer.timeit(1).median
    number = max(1, round(BLOCK_TIME / max(once, 1e-9)))
    return lambda: timer.timeit(number).median * 1e9


def _cold(subject: Subject) -> Sampler:
    """CUDA events around one run, with the level-2 cache overwritten before."""
    size = torch.cuda.get_device_properties(0).L2_cache_size
    spoiler = torch.empty(2 * size, dtype=torch.uint8, device="cuda")

    def sample() -> float:
        start, end = (torch.cuda.Event(enable_timing=True) for _ in range(2))
        spoiler.zero_()  # the host queues the run during this
        start.record()
        subject.run()
        end.record()
        end.synchronize()
        return start.elapsed_time(end) * 1e6

    return sample


def _graph(subject: Subject) -> Sampler:
    """Replay of one CUDA graph that holds runs on several inputs, together larger than the
    level-2 cache.
    """
    size = torch.cuda.get_device_properties(0).L2_cache_size
    count = min(MOST_SETS, max(2, -(-3 * size // subject.inputs.nbytes)))
    subjects = [subject]
    for seed in range(1, count):
        subjects.append(ready(subject.case, input_of(subject.case, seed)))
    stream = torch.cuda.Stream()
    stream.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(stream):
        for each in subjects:
            each.run()
    torch.cuda.current_stream().wait_stream(stream)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        for each in subjects:
            each.run()
    graph.replay()
    torch.cuda.synchronize()

    def sample() -> float:
        start, end = (torch.cuda.Event(enable_timing=True) for _ in range(2))
        start.record()
        graph.replay()
        end.record()
        end.synchronize()
        return start.elapsed_time(end) * 1e6 / count

    return sample
