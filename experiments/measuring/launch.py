"""The part of a measurement that one process does: correctness first, then time, then memory.

A GPU that has failed once may fail in all later calls of its process. After an error on a GPU, the
answer therefore ends with that case ("ended"), and another process measures the others.
"""

from __future__ import annotations

import gc
from dataclasses import dataclass
from typing import Any

import torch

from experiments.cases import Case
from experiments.errors import ExperimentError
from experiments.free_memory import free_memory
from experiments.measuring.clocks import Sampler, sampler_of, timed
from experiments.measuring.judging import check, passes, repeat_limit
from experiments.measuring.memory import memory
from experiments.measuring.refusals import cache_size, refusals
from experiments.measuring.subject import Subject, ready
from experiments.suites import Settings

Row = dict[str, Any]


@dataclass
class Ready:
    """A case that has passed its check, and its sampler."""

    row: Row
    subject: Subject
    sampler: Sampler


class DeviceLost(Exception):
    """The GPU of this process is gone, or never was there."""


def measure(cases: list[dict[str, Any]], settings: dict[str, Any]) -> dict[str, Any]:
    """The results of this process for each case: status, check, samples in nanoseconds, memory; the
    state of the GPU after the last sample; and whether the process must end. Raises DeviceLost.
    """
    chosen, device = Settings(**settings), cases[0]["device"]
    if device == "cpu":
        torch.set_num_threads(chosen.threads)
    elif not torch.cuda.is_available():
        raise DeviceLost
    if any(axes["backend"] == "compile" for axes in cases):
        torch.compiler.reset()  # only a limited number of versions of a function is kept
    rows: list[Row] = []
    prepared: list[Ready] = []
    cache = cache_size() if device == "cuda" else 0
    refused = refusals([Case.of(axes) for axes in cases], free_memory(device), cache)
    for axes in cases:
        case = Case.of(axes)
        row, subject = prepare(case, refused.get(case.id), chosen)
        rows.append(row)
        if subject is not None:
            prepared.append(subject)
        if row.get("ended"):
            return {"results": rows, "state": None, "ended": True}
    state = None
    if prepared:
        samples, met = timed([one.sampler for one in prepared], chosen)
        state = _state(device)
        for one, values in zip(prepared, samples, strict=True):
            one.row |= {"samples": values, "criterion_met": met, "notes": one.sampler.notes()}
            one.row |= dict.fromkeys(("memory", "kernel", "kernel_launches"))
        ended = not all(_describe(one) for one in prepared)
    else:
        ended = False
    prepared.clear()
    _free()
    return {"results": rows, "state": state, "ended": ended}


def prepare(case: Case, refused: str | None, settings: Settings) -> tuple[Row, Ready | None]:
    """The case, checked and ready, or a row with the reason why it is not."""
    row: Row = {"id": case.id, "status": "ok", "reason": None, "check": None}
    if refused:
        return {**row, "status": "skipped", "reason": refused}, None
    try:
        subject = ready(case)
        row["check"] = check(subject)
        if not passes(row["check"]):
            return {**row, "status": "mismatch", "reason": mismatch(row["check"])}, None
        sampler = sampler_of(subject, settings, repeat_limit(row["check"], case.dtype))
        _synchronize(case.device)
    except (MemoryError, torch.OutOfMemoryError) as error:
        _free()
        return {**row, "status": "oom", "reason": first_line(error)}, None
    except ExperimentError as error:
        return {**row, "status": "skipped", "reason": str(error)}, None
    except Exception as error:  # a compiler or a library may raise anything
        return {**row, **_failure(case, error)}, None
    return row, Ready(row, subject, sampler)


def mismatch(error: dict[str, Any]) -> str:
    """The reason of a row whose result is wrong."""
    if not error["finite"]:
        return "the result has values that are not finite"
    return (
        f"relative L2 error {error['relative_l2']:.2g} against float64, more than"
        f" {error['limit']:.2g} ({error['judged_in']})"
    )


def _failure(case: Case, error: Exception) -> Row:
    """Status and reason of an unexpected error, and whether the process must end."""
    reason = first_line(error)
    if "allocate memory" in reason or "out of memory" in reason:
        return {"status": "oom", "reason": reason}
    if "No available kernel" in reason or "No viable backend" in reason:
        return {"status": "skipped", "reason": f"no {case.backend} kernel for this case"}
    row: Row = {"status": "error", "reason": f"{type(error).__name__}: {reason}"}
    if type(error).__name__ == "GraphDiffers":
        row["status"] = "mismatch"
    elif case.device == "cuda":
        row["ended"] = True
    return row


def _describe(one: Ready) -> bool:
    """Add memory and kernels to a row; False if the GPU failed, which leaves the times as they
    are.
    """
    try:
        one.row["memory"], one.row["kernel"] = memory(one.subject)
        one.row["kernel_launches"] = kernel_launches(one.subject)
        _synchronize(one.subject.case.device)
    except (MemoryError, torch.OutOfMemoryError):
        return True
    except RuntimeError:
        return False
    return True


def kernel_launches(subject: Subject) -> int | None:
    """Kernels started in one run; None on a CPU, or if the profiler cannot count (CUPTI may be
    missing, or locked by the administrator).
    """
    if subject.case.device != "cuda":
        return None
    try:
        from torch.profiler import ProfilerActivity, profile

        with profile(activities=[ProfilerActivity.CPU, ProfilerActivity.CUDA]) as profiler:
            subject.run()
            torch.cuda.synchronize()
        count = sum(event.device_type.name == "CUDA" for event in profiler.events() or [])
    except Exception:
        return None
    return count or None


def _state(device: str) -> dict[str, Any] | None:
    """The state of the GPU right after the last sample."""
    if device != "cuda":
        return None
    from experiments import device_state

    name = torch.cuda.get_device_name(0)
    return {"name": name, **device_state.state(device_state.uuid())}


def _synchronize(device: str) -> None:
    if device == "cuda":
        torch.cuda.synchronize()


def _free() -> None:
    """Free the memory that cases before have left."""
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()


def first_line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0][:300]
