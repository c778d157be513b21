"""The part of a measurement that one process does: correctness first, then time, then memory."""

from __future__ import annotations

from typing import Any

import torch

from experiments.cases import Case
from experiments.errors import ExperimentError
from experiments.measuring.clocks import timed
from experiments.measuring.memory import memory
from experiments.measuring.subject import Subject, check, passes, ready
from experiments.suites import Settings


def measure(cases: list[dict[str, Any]], settings: dict[str, Any]) -> list[dict[str, Any]]:
    """The results of this process for each case: status, check, samples in nanoseconds, memory."""
    chosen = Settings(**settings)
    if cases[0]["device"] == "cpu":
        torch.set_num_threads(chosen.threads)
    results: list[dict[str, Any]] = []
    subjects: list[Subject] = []
    for axes in cases:
        row, subject = prepared(Case.of(axes))
        results.append(row)
        if subject is not None:
            subjects.append(subject)
    if subjects:
        samples, met = timed(subjects, chosen)
        rows = [row for row in results if row["status"] == "ok"]
        for row, subject, values in zip(rows, subjects, samples, strict=True):
            row["samples"], row["criterion_met"] = values, met
            row["memory"], row["kernel"] = memory(subject)
            row["kernel_launches"] = kernel_launches(subject)
    return results


def prepared(case: Case) -> tuple[dict[str, Any], Subject | None]:
    """The case, checked and ready, or a row with the reason why it is not."""
    row: dict[str, Any] = {"id": case.id, "status": "ok", "reason": None, "check": None}
    try:
        if case.device == "cuda" and not torch.cuda.is_available():
            raise ExperimentError("There is no GPU here that PyTorch can use.")
        subject = ready(case)
        subject.run()
        row["check"] = check(subject)
    except (MemoryError, torch.OutOfMemoryError) as error:
        return {**row, "status": "oom", "reason": first_line(error)}, None
    except ExperimentError as error:
        return {**row, "status": "skipped", "reason": str(error)}, None
    except RuntimeError as error:
        full = "allocate memory" in str(error) or "out of memory" in str(error)
        return {**row, "status": "oom" if full else "error", "reason": first_line(error)}, None
    if not passes(subject, row["check"]):
        reason = f"relative L2 error {row['check']['relative_l2']} against float64"
        return {**row, "status": "mismatch", "reason": reason}, None
    return row, subject


def kernel_launches(subject: Subject) -> int | None:
    """Kernels started in one run; None on a CPU."""
    if subject.case.device != "cuda":
        return None
    from torch.profiler import ProfilerActivity, profile

    with profile(activities=[ProfilerActivity.CPU, ProfilerActivity.CUDA]) as profiler:
        subject.run()
        torch.cuda.synchronize()
    events = profiler.events() or []
    return sum(event.device_type.name == "CUDA" for event in events)


def first_line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0][:300]
