"""Work and memory of a case before it runs: operations are traced only on shapes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import torch

from experiments.cases import Case
from experiments.measuring.attention_paths import AttentionPath
from experiments.measuring.memory import AllocationLog, resident
from experiments.measuring.subject import ready
from experiments.measuring.work import work
from experiments.modules.base import traced_for


@dataclass(frozen=True)
class Needs:
    """Bytes that stay while a case is measured, and bytes that a run adds to them."""

    resident: int
    run: int

    @property
    def peak(self) -> int:
        return self.resident + self.run


def predicted(case: Case) -> dict[str, Any]:
    """Work and peak memory of a case. Raises ShapeError if the module is not defined for it.

    The peak is unknown (None) for the backend "compile": a compiler joins operations.
    """
    expected = needs(case)
    return {**work(case), "peak_bytes": None if expected is None else expected.peak}


def needs(case: Case, sets: int = 1) -> Needs | None:
    """The memory of a case with as many sets of inputs and weights as its timing uses."""
    if case.backend == "compile":
        return None
    one = _traced(case)
    return Needs(one.resident * sets, one.run)


def definition_bytes(case: Case, samples: int) -> int:
    """The peak memory of the definition in float64 on ``samples`` samples, with its input and
    weights, and with its gradients unless inference is measured.
    """
    from experiments.modules import implementations_of

    definition = replace(
        case,
        implementation=implementations_of(case.module)[0],
        backend="plain",
        dtype="float64",
        shape=(samples, *case.shape[1:]),
        mode="forward" if case.mode == "forward" else "both",
    )
    return _traced(definition).peak


def _traced(case: Case) -> Needs:
    """The case on the meta device, and what it needs there."""
    backend = case.backend if case.backend == "channels_last" else "plain"
    with traced_for(case.device), AttentionPath(case.device, case.backend):
        subject = ready(replace(case, backend=backend), torch.empty(case.shape, device="meta"))
        with AllocationLog() as log:
            subject.open_run()
        return Needs(resident(subject), log.peak)
