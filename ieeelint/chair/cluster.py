"""Papers on the machines of a Ray cluster, in the same processes as on one machine.

Ray places one station on each processor of the cluster; a station runs its papers one after another
with the limits of time and memory (:class:`ieeelint.workers.Station`).  If a machine is lost, its
papers are tried again on another one.  All machines must see the submissions under the same path,
and have the same version of ieeelint.
"""

from __future__ import annotations

import logging
import os
from collections import Counter, deque

from ieeelint.settings import SettingsError
from ieeelint.workers import DIED, TRIES, Lost, Station

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from typing import Any


class RayStation(Station):
    """A station, which Ray can ask whether it runs."""

    def is_running(self) -> bool:
        """True, as soon as Ray has a processor for it."""
        return True


def results(
    function: Callable[[Any], Any],
    items: Sequence[Any],
    jobs: int,
    seconds: float,
    memory: int = 0,
) -> Generator[tuple[int, Any], None, None]:
    """The same as :func:`ieeelint.workers.results`, on a cluster.

    Raises SettingsError if Ray is not installed.
    """
    ray = started()
    stations = _Stations(ray, function, memory)
    waiting = deque(range(len(items)))
    tries: Counter[int] = Counter()
    try:
        for _ in range(min(jobs, len(items))):
            stations.add()
        finished: list[tuple[int, Any]] = []
        while waiting or stations.has_work or finished:
            while waiting and stations.idle:
                number = waiting.popleft()
                stations.give(number, items[number], seconds)
            yield from finished  # the stations do not wait until the results are used
            finished.clear()
            for number, answer in stations.finished() if stations.has_work or waiting else ():
                if answer is None:
                    tries[number] += 1
                    if tries[number] < TRIES:
                        waiting.append(number)
                        continue
                finished.append((number, Lost(DIED) if answer is None else answer[0]))
    finally:
        stations.end()


class _Stations:
    """The stations of a batch on the machines of the cluster."""

    def __init__(self, ray: Any, function: Callable[[Any], Any], memory: int) -> None:
        self._ray = ray
        self._make = ray.remote(num_cpus=1)(RayStation).remote
        self._words = function, memory
        self._all: list[Any] = []
        self._busy: dict[Any, tuple[Any, int | None]] = {}  # by Ray's reference to the result
        self.idle: list[Any] = []

    def add(self) -> None:
        """Start a station; it is idle when it runs, which may be never if no place is free."""
        station = self._make(*self._words)
        self._all.append(station)
        self._busy[station.is_running.remote()] = station, None

    def give(self, number: int, item: Any, seconds: float) -> None:
        """Let an idle station work on an item."""
        station = self.idle.pop()
        self._busy[station.run.remote(item, seconds)] = station, number

    @property
    def has_work(self) -> bool:
        """True while a station works on an item."""
        return any(number is not None for _, number in self._busy.values())

    def finished(self) -> Iterator[tuple[int, tuple[Any] | None]]:
        """Wait for some; yields the numbers of their items with the results, or None if the machine
        is lost.
        """
        for reference in self._ray.wait(list(self._busy))[0]:
            station, number = self._busy.pop(reference)
            answer = None
            try:
                answer = (self._ray.get(reference),)
                self.idle.append(station)
            except self._ray.exceptions.RayError:
                self._all.remove(station)
                self.add()
            if number is not None:
                yield number, answer

    def end(self) -> None:
        """Give all places back."""
        for station in self._all:
            self._ray.kill(station)


def started() -> Any:
    """The module of Ray, connected to the cluster of RAY_ADDRESS, or to one on this machine."""
    try:
        import ray
    except ImportError:
        raise SettingsError("--engine ray needs Ray; install it with: pip install ray") from None
    if not ray.is_initialized():
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        ray.init(log_to_driver=False, logging_level=logging.ERROR)
    return ray


def processors() -> int:
    """The number of processors of the cluster."""
    return max(1, int(started().cluster_resources().get("CPU", 1)))
