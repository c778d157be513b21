"""Cases that are not tried, each for its own reason: those next to it in its group are measured."""

from __future__ import annotations

import torch

from experiments.cases import Case, unsupported
from experiments.errors import ExperimentError
from experiments.measuring.prediction import Needs, needs

# part of the free memory that the cases of a group may use together; a GPU that is full only fails
# this case, but on a CPU, the system ends the process or another one
SHARE = {"cpu": 0.8, "cuda": 0.9}
MOST_SETS = 64  # inputs of one graph, with their weights
TIMES_CACHE = 3  # size of all inputs of a graph, in caches


def refusals(cases: list[Case], free: int | None, cache: int) -> dict[str, str]:
    """Reasons not to try a case, by id: a pair of axes or a shape that is not defined, or more than
    its SHARE of the ``free`` bytes (None if unknown), with what the other cases of the group keep.

    ``cache`` is the size of the GPU's level-2 cache in bytes.
    """
    reasons: dict[str, str] = {}
    known: dict[str, Needs] = {}
    for case in cases:
        reason = unsupported(case)
        try:
            expected = None if reason else needs(case, sets_of(case, cache))
        except ExperimentError as error:
            reason = str(error)
        if reason:
            reasons[case.id] = reason
        elif expected is not None:
            known[case.id] = expected
    return reasons | too_large(known, free, SHARE[cases[0].device])


def too_large(known: dict[str, Needs], free: int | None, share: float) -> dict[str, str]:
    """Refusals of the cases that do not fit next to each other in a ``share`` of the ``free``
    bytes; the largest is refused first, because the others may fit without it.
    """
    reasons: dict[str, str] = {}
    left = dict(known)
    while free is not None and left:
        kept = sum(each.resident for each in left.values())
        key = max(left, key=lambda key: left[key].peak)
        needed = kept + left.pop(key).run
        if needed <= share * free:
            break
        reasons[key] = (
            f"needs about {needed / 2**30:.1f} GiB, more than {share:.0%} of the"
            f" {free / 2**30:.1f} GiB that are free"
        )
    return reasons


def sets_of(case: Case, cache: int) -> int:
    """How many inputs with their weights the case's timing uses."""
    if case.timing != "graph":
        return 1
    inputs: int = getattr(torch, case.dtype).itemsize
    for size in case.shape:
        inputs *= size
    return graph_sets(inputs, cache)


def graph_sets(inputs: int, cache: int) -> int:
    """How many inputs of as many bytes one graph holds, to exceed a cache."""
    return min(MOST_SETS, max(2, -(-TIMES_CACHE * cache // inputs)))


def cache_size() -> int:
    """Bytes of the level-2 cache of the GPU."""
    size: int = torch.cuda.get_device_properties(0).L2_cache_size
    return size
