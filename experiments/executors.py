"""Executors, which measure groups one after the other on this machine, or on a Ray cluster."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

from experiments.cases import Group
from experiments.errors import ExperimentError

Rows = list[dict[str, Any]]
Measure = Callable[[Group], Rows]


class Executor(Protocol):
    """Yields each group's rows when they are complete; starts no new group if ``halted`` returns
    True.
    """

    def __call__(
        self, groups: Iterable[Group], measure: Measure, halted: Callable[[], bool]
    ) -> Iterator[tuple[Group, Rows]]: ...


def local(
    groups: Iterable[Group], measure: Measure, halted: Callable[[], bool]
) -> Iterator[tuple[Group, Rows]]:
    """One group after the other, each in new processes."""
    for group in groups:
        if halted():
            return
        yield group, measure(group)


def on_ray(address: str | None, slots: int | None, device: str) -> Executor:
    """Distributes groups over a Ray cluster; each group uses a whole GPU, or one CPU slot.

    ``address`` is the address of the cluster ("auto" for the cluster of this machine); None starts
    Ray here with ``slots`` CPU slots.  Raises ExperimentError if Ray is not installed.
    """
    try:
        import ray
    except ImportError:
        raise ExperimentError(
            "Ray is not installed: pip install -e '.[experiments,cluster]', or use --executor"
            " local."
        ) from None

    def execute(
        groups: Iterable[Group], measure: Measure, halted: Callable[[], bool]
    ) -> Iterator[tuple[Group, Rows]]:
        started = not ray.is_initialized()
        if started:
            cpus = None if address else slots
            ray.init(
                address,
                num_cpus=cpus,
                include_dashboard=False,
                log_to_driver=False,
                logging_level=logging.ERROR,
            )
        needs: Any = {"num_gpus": 1, "num_cpus": 0} if device == "cuda" else {"num_cpus": 1}
        remote: Any = ray.remote(max_retries=2, **needs)(lambda group: measure(group))
        waiting = list(groups)
        running: dict[Any, Group] = {}
        try:
            limit = int(ray.cluster_resources().get("GPU" if device == "cuda" else "CPU", 1))
            while (waiting and not halted()) or running:
                while waiting and len(running) < max(1, limit) and not halted():
                    group = waiting.pop(0)
                    running[remote.remote(group)] = group
                done, _ = ray.wait(list(running), num_returns=1, timeout=1.0)
                for reference in done:
                    yield running.pop(reference), ray.get(reference)
        finally:
            if started:
                ray.shutdown()

    return execute
