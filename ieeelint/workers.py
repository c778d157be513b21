"""Runs a function on many items in several processes, of which any may die or hang.

A process that dies costs its item one more try; one that takes too long is killed.  All other items
are not affected.
"""

from __future__ import annotations

import signal
import sys
import time
from collections import deque
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import wait

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from multiprocessing.connection import Connection
    from typing import Any

TRIES = 2
DIED = "ended the process that checked it, perhaps because it needs too much memory"


class Lost:
    """Why there is no result for an item."""

    def __init__(self, reason: str) -> None:
        self.reason = reason


class Worker:
    """A process, and the item that it works on."""

    def __init__(self, function: Callable[[Any], Any], memory: int = 0) -> None:
        # "fork" would copy the locks of threads; "spawn" does the same on all systems
        context = get_context("spawn")
        self.connection, other = context.Pipe()
        self.process = context.Process(target=_serve, args=(other, function, memory), daemon=True)
        with _uninterrupted():
            self.process.start()
        other.close()  # so that the death of the process ends the connection
        self.item: tuple[int, Any] | None = None
        self.deadline = 0.0

    def give(self, item: tuple[int, Any], seconds: float) -> None:
        """Let the process work on an item for some time."""
        self.item = item
        self.deadline = time.monotonic() + seconds
        with suppress(OSError):  # it has died; the result will not come
            self.connection.send(item[1])

    def end(self, now: bool = False) -> None:
        """End the process, at once or when it is idle."""
        if now:
            self.process.kill()
        else:
            with suppress(OSError):
                self.connection.send(None)
        self.connection.close()
        self.process.join()


class Station:
    """One process that works on one item after another, and is replaced if it dies or hangs."""

    def __init__(self, function: Callable[[Any], Any], memory: int = 0) -> None:
        self._function = function
        self._memory = memory
        self._worker: Worker | None = None

    def run(self, item: Any, seconds: float) -> Any:
        """The result of the function for an item, or :class:`Lost`."""
        for _ in range(TRIES):
            worker = self._worker or Worker(self._function, self._memory)
            worker.give((0, item), seconds)
            _ready([worker])
            answer = _answer(worker, seconds)
            self._worker = worker if worker.item is None else None
            if answer is not None:
                return answer[0]
        return Lost(DIED)


def results(
    function: Callable[[Any], Any],
    items: Sequence[Any],
    jobs: int,
    seconds: float,
    memory: int = 0,
) -> Generator[tuple[int, Any], None, None]:
    """The number of each item and the result of ``function`` for it, or :class:`Lost`, in the order
    in which they come; at most ``jobs`` items at the same time, and each for ``seconds``.

    A process has at most ``memory`` bytes, if that is not 0 and the system can limit it; then
    allocating more raises MemoryError in it.

    The function is defined in a module; an item is never None.
    """
    waiting = deque(enumerate(items))
    tries = [0] * len(items)
    workers: list[Worker] = []
    try:
        while waiting or any(worker.item is not None for worker in workers):
            while waiting and len(workers) < jobs:
                workers.append(Worker(function, memory))
            for worker in workers:
                if worker.item is None and waiting:
                    worker.give(waiting.popleft(), seconds)
            for worker in _ready(workers):
                assert worker.item is not None
                number, item = worker.item
                answer = _answer(worker, seconds)
                if worker.item is not None:  # it cannot go on
                    workers.remove(worker)
                    tries[number] += 1
                    if answer is None and tries[number] < TRIES:
                        waiting.append((number, item))
                        continue
                elif waiting:  # it does not wait until the result is used
                    worker.give(waiting.popleft(), seconds)
                yield number, Lost(DIED) if answer is None else answer[0]
    finally:
        for worker in workers:
            worker.end(now=worker.item is not None)


def _ready(workers: list[Worker]) -> list[Worker]:
    """The workers with a result, or without hope for one; waits until there are some."""
    busy = [worker for worker in workers if worker.item is not None]
    now = time.monotonic()
    next_deadline = min(worker.deadline for worker in busy)
    ready = wait([worker.connection for worker in busy], max(0.0, next_deadline - now))
    now = time.monotonic()
    return [worker for worker in busy if worker.connection in ready or worker.deadline <= now]


def _answer(worker: Worker, seconds: float) -> tuple[Any] | None:
    """The result of a ready worker, which is then idle; None if it died.

    A process without a result is ended.
    """
    try:
        if worker.connection.poll():
            answer = worker.connection.recv()
            worker.item = None
            return (answer,)
        reason = Lost(f"took more than {seconds:.0f} s, so its check was given up")
    except (EOFError, OSError):
        worker.end(now=True)
        return None
    worker.end(now=True)
    return (reason,)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """A process that starts meanwhile is never interrupted, not even before it can say so."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def limit_memory(most: int) -> None:
    """Limit the bytes of this process, where the system can do that (not on Windows)."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _serve(connection: Connection, function: Callable[[Any], Any], memory: int) -> None:
    """The life of a process: one item after another, until there is none."""
    if memory:
        limit_memory(memory)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted, and ends this process
    with suppress(EOFError, OSError):  # the parent has died
        while (item := connection.recv()) is not None:
            connection.send(function(item))
