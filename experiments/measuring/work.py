"""The least work of a case and the peak speed of the device: the floor under every latency.

    floor = max(flops / peak flops, least bytes / peak bandwidth)

Flops are twice the closed-form multiply-adds; the backward pass counts twice the forward
one.  Least bytes: input, parameters and output are moved once; in the backward pass the
output's gradient, input and parameters are read, and their gradients written.  Both
peaks are measured in the same run, by a large copy and a large matrix product of random
numbers.
"""

from __future__ import annotations

import time
from typing import Any

import torch

from experiments.cases import Case
from experiments.measuring.subject import module_of


def work(case: Case, output_shape: tuple[int, ...] | None = None) -> dict[str, Any]:
    """The work of one run in closed form; ``output_shape`` if it is not that of the input."""
    module = module_of(case)
    parameters = module.parameter_count()
    multiply_adds = module.multiply_adds(case.shape[1:]) * case.shape[0]
    size = getattr(torch, case.dtype).itemsize
    elements = _product(case.shape)
    outputs = _product(output_shape or case.shape)
    forward = elements + parameters + outputs
    backward = outputs + 2 * (elements + parameters)
    moved = {"forward": forward, "backward": backward, "both": forward + backward}[case.mode]
    flops = 2 * multiply_adds * {"forward": 1, "backward": 2, "both": 3}[case.mode]
    return {
        "parameters": parameters,
        "multiply_adds": multiply_adds,
        "flops": flops,
        "least_bytes": moved * size,
    }


def floor(least: dict[str, Any], peaks: dict[str, float] | None) -> dict[str, Any]:
    """The floor in nanoseconds for the work of a case, and which of the two peaks sets it."""
    if not peaks:
        return {"floor_ns": None, "bound": None, "peak_flops": None, "peak_bytes_per_s": None}
    by_flops = least["flops"] / peaks["flops"] * 1e9
    by_bytes = least["least_bytes"] / peaks["bytes_per_s"] * 1e9
    return {
        "floor_ns": round(max(by_flops, by_bytes)),
        "bound": "flops" if by_flops > by_bytes else "bytes",
        "peak_flops": peaks["flops"],
        "peak_bytes_per_s": peaks["bytes_per_s"],
    }


def peaks(device: str, dtype: str, threads: int) -> dict[str, float]:
    """Flop/s of a large matrix product and byte/s of a large copy (read and written), the best of
    several.
    """
    kind = getattr(torch, dtype)
    if device == "cpu":
        torch.set_num_threads(threads)
    side, count = (8192, 1 << 29) if device == "cuda" else (1024, 1 << 25)
    left, right = (torch.randn(side, side, device=device).to(kind) for _ in range(2))
    source = torch.randn(count, device=device).to(kind)
    target = torch.empty_like(source)
    product = _best(lambda: torch.mm(left, right), device)
    copy = _best(lambda: target.copy_(source), device)
    return {"flops": 2 * side**3 / product, "bytes_per_s": 2 * count * kind.itemsize / copy}


def _best(run: Any, device: str, repeats: int = 7) -> float:
    """The seconds of the fastest of several runs."""
    times = []
    for _ in range(repeats):
        if device == "cuda":
            torch.cuda.synchronize()
        start = time.perf_counter()
        run()
        if device == "cuda":
            torch.cuda.synchronize()
        times.append(time.perf_counter() - start)
    return min(times)


def _product(shape: tuple[int, ...]) -> int:
    total = 1
    for size in shape:
        total *= size
    return total
