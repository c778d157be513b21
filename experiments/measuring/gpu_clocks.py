"""The two ways to time a GPU: one run with a cold cache, and the replay of a CUDA graph."""

from __future__ import annotations

import copy
import time
from typing import Any

import torch

from experiments.measuring.judging import as_results, errors, results
from experiments.measuring.refusals import cache_size, graph_sets
from experiments.measuring.subject import Subject, input_of, ready

FASTEST_CLOCK = 2.2e9  # Hz; a slower clock makes the pause longer, which does no harm
LAUNCH = 100e-6  # seconds; a graph starts in less
ATTEMPTS = 10


class GraphDiffers(RuntimeError):
    """The replay of a graph does not give the results of the run that was checked."""


class ColdTimer:
    """CUDA events around one run, with nothing of it in the level-2 cache.

    First one buffer is overwritten and another is read, so that the cache holds neither data of
    the run nor values that must still be written back. Then the GPU waits while the host queues the
    run: the events measure the device, and not how fast Python launches kernels. If the GPU has
    started before everything was in the queue, the pause is doubled and the sample is repeated;
    samples for which this did not help count as ``host_bound``.
    """

    def __init__(self, subject: Subject) -> None:
        self.run = subject.run
        size = cache_size()
        self.written = torch.empty(2 * size, dtype=torch.uint8, device="cuda")
        self.read = torch.zeros(size, dtype=torch.float32, device="cuda")  # four caches
        torch.cuda.synchronize()
        start = time.perf_counter()
        self.run()
        self.pause = max(50e-6, 2 * (time.perf_counter() - start))  # seconds
        torch.cuda.synchronize()
        self.host_bound = 0
        self.attempts = ATTEMPTS

    def __call__(self) -> float:
        pause = self.pause
        for _ in range(self.attempts):
            start, end = (torch.cuda.Event(enable_timing=True) for _ in range(2))
            self.written.zero_()
            self.read.sum()
            wait(pause)
            start.record()
            self.run()
            end.record()
            queued_in_time = not start.query()
            end.synchronize()
            if queued_in_time:
                self.pause = pause
                return start.elapsed_time(end) * 1e6
            pause *= 2
        self.attempts = 1  # the run itself waits for the device: no pause is long enough
        self.host_bound += 1
        return start.elapsed_time(end) * 1e6

    def notes(self) -> dict[str, Any]:
        return {"host_bound": self.host_bound}


class GraphTimer:
    """Replay of one CUDA graph that holds runs on several inputs, together larger than the
    level-2 cache unless they are very small. Forward and backward are both recorded in the graph.

    Raises GraphDiffers if the results of the graph's first run differ from those of the checked run
    by more than ``limit`` (relative L2).
    """

    def __init__(self, subject: Subject, limit: float) -> None:
        self.size = subject.inputs.nbytes
        self.count = graph_sets(self.size, cache_size())
        self.subjects = [subject, *(_another(subject, seed) for seed in range(1, self.count))]
        stream = torch.cuda.Stream()
        stream.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(stream):
            for each in self.subjects:
                each.run()
        torch.cuda.current_stream().wait_stream(stream)
        torch.cuda.synchronize()
        self.graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(self.graph, stream=stream):
            returned = subject.run()
            for each in self.subjects[1:]:
                each.run()
        self.graph.replay()
        torch.cuda.synchronize()
        difference = errors(as_results(subject, returned), results(subject))[0]
        if not difference <= limit:
            raise GraphDiffers(
                f"the replayed graph differs from the checked run by {difference:.2g} (relative L2)"
            )

    def __call__(self) -> float:
        start, end = (torch.cuda.Event(enable_timing=True) for _ in range(2))
        wait(LAUNCH)
        start.record()
        self.graph.replay()
        end.record()
        end.synchronize()
        return start.elapsed_time(end) * 1e6 / self.count

    def notes(self) -> dict[str, Any]:
        return {"sets": self.count, "exceeds_cache": self.count * self.size > cache_size()}


def _another(subject: Subject, seed: int) -> Subject:
    """The same case on another input, with a copy of the weights, so that neither stays in the
    cache.
    """
    return ready(subject.case, input_of(subject.case, seed), copy.deepcopy(subject.module))


def wait(seconds: float) -> None:
    """Let the GPU wait for at least so long, before all that is queued after it."""
    torch.cuda._sleep(int(seconds * FASTEST_CLOCK))
