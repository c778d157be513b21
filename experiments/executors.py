"""Where groups are measured: here, one after the other, or by the workers of a Ray cluster."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

from experiments.cases import Group
from experiments.errors import ExperimentError

Rows = list[dict[str, Any]]
Measure = Callable[[Group], Rows]


class Executor(Protocol):
    """Gives each group's rows as soon as they are there; ``halted`` says that no new group is to
    start.
    """

    def __call__(
        self, groups: Iterable[Group], measure: Measure, halted: Callable[[], bool]
    ) -> Iterator[tuple[Group, Rows]]: ...


def local(
    groups: Iterable[Group], measure: Measure, halted: Callable[[], bool]
) -> Iterator[tuple[Group, Rows]]:
    """One group after the other, each in processes of its own."""
    for group in groups:
        if halted():
            return
        yield group, measure(group)


def on_ray(address: str | None, slots: int | None, device: str) -> Executor:
    """Groups spread over a Ray cluster: each holds a whole GPU, or one CPU slot, while it is
    measured.

    ``address`` is the cluster's ("auto" for the one this machine belongs to), None starts
    one here with ``slots`` CPU slots.  Raises ExperimentError when Ray is not there.
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
