"""The judge: compares the run that is timed with the definition in float64.

The definition has the case's weights and inputs, rounded to the case's data type, so that the error
is that of the run and not that of the type. It runs in the same mode as the case. If it does not
fit in memory, it judges fewer samples at a time, then fewer rows of an attention map at a time, and
at last it runs on the CPU: the judge never ends the measurement of a run that fits.

In train mode, batch normalization of a few values can amplify rounding errors without limit. The
limit is then three times the error of the definition itself, computed in the case's data type. If
that error is above 10 %, a comparison in this type would say nothing: the same call is judged in
float32, and the run itself must only be finite.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Tensor, nn

from experiments.errors import ExperimentError
from experiments.free_memory import free_memory
from experiments.measuring.prediction import definition_bytes
from experiments.measuring.subject import Subject, module_of, ready
from experiments.modules import AttentionModule

# largest relative L2 error against float64 with which a timing is recorded
TOLERANCE = {
    torch.float64: 1e-9,
    torch.float32: 1e-4,
    torch.bfloat16: 2e-2,
    torch.float16: 5e-3,
}
SHARE = 0.5  # of the free memory, for the judge
SPREAD = 3.0  # how many times the error of the definition in the same type
ILL_CONDITIONED = 0.1  # error of the definition from which its type says nothing
FEW = 2  # samples that are judged if all would take long
CHEAP = {"cpu": 10**10, "cuda": 2 * 10**12}  # multiply-adds in float64 that take seconds
LEAST_ROWS = 16


class JudgeTooLarge(ExperimentError):
    """The definition in float64 fits neither on the device nor on the CPU."""


@dataclass(frozen=True)
class Results:
    """Output, input gradient, and the gradients of all parameters as one vector; None if there is
    none.
    """

    out: Tensor
    input_gradient: Tensor | None = None
    parameter_gradients: Tensor | None = None

    def pairs(self, expected: Results) -> Iterator[tuple[Tensor, Tensor]]:
        """These results next to the expected ones, for the samples that were judged."""
        count = len(expected.out)
        yield self.out[:count], expected.out
        if self.input_gradient is not None and expected.input_gradient is not None:
            yield self.input_gradient[:count], expected.input_gradient
        if self.parameter_gradients is not None and expected.parameter_gradients is not None:
            yield self.parameter_gradients, expected.parameter_gradients


def check(subject: Subject) -> dict[str, Any]:
    """The error of the timed run, with the limit that it must not exceed. Raises ExperimentError if
    it cannot be judged.
    """
    case, module = subject.case, subject.module
    if getattr(module, "dropout", 0.0) and case.mode != "forward":
        raise ExperimentError("Dropout makes the result random, so it cannot be checked.")
    actual = results(subject)
    finite = all(bool(part.isfinite().all()) for part in vars(actual).values() if part is not None)
    tolerance = TOLERANCE[getattr(torch, case.dtype)] * module.digits_lost
    found: dict[str, Any] = {"reference": "float64", "relative_l2": None, "largest": None}
    found |= {"finite": finite, "limit": tolerance, "definition_l2": None, "judged_in": case.dtype}
    if not finite:
        return found
    expected = judged(subject)
    found["samples"] = len(expected.out)
    found["relative_l2"], found["largest"] = errors(actual, expected)
    if found["relative_l2"] <= tolerance:
        return found
    own = own_error(subject, expected)
    found["definition_l2"] = own
    if own <= ILL_CONDITIONED:
        found["limit"] = max(tolerance, SPREAD * own)
    elif case.dtype in ("bfloat16", "float16"):
        found |= _in_float32(subject)
    return found


def passes(error: dict[str, Any]) -> bool:
    """True if the error is small enough for a timing to be recorded."""
    return bool(error["finite"] and error["relative_l2"] <= error["limit"])


def repeat_limit(error: dict[str, Any], dtype: str) -> float:
    """The largest difference of two runs that both pass the check; infinity if the check in their
    type says nothing.
    """
    return 2 * error["limit"] if error["judged_in"] == dtype else math.inf


def _in_float32(subject: Subject) -> dict[str, Any]:
    """The check of the same call on the same weights and inputs, all in float32."""
    case = replace(subject.case, dtype="float32")
    module = module_of(case)
    module.load_state_dict(subject.module.state_dict())
    try:
        twin = check(ready(case, subject.inputs, module))
    except torch.OutOfMemoryError:
        raise JudgeTooLarge("The check in float32 does not fit in the memory.") from None
    return {key: twin[key] for key in ("relative_l2", "largest", "limit", "judged_in", "samples")}


def results(subject: Subject) -> Results:
    """What the timed call returns, in the case's data type."""
    return as_results(subject, subject.run())


def as_results(subject: Subject, returned: tuple[Any, ...]) -> Results:
    """The values that a run has returned, as parts that can be compared."""
    out, *gradients = returned
    if not gradients:
        return Results(out)
    return Results(out.detach(), gradients[0], _joined(gradients[1:], subject.parameters))


def errors(actual: Results, expected: Results) -> tuple[float, float]:
    """The largest relative L2 error of the parts, and the largest absolute error."""
    relative, largest = [], []
    for left, right in actual.pairs(expected):
        difference = left.to(right.device).double() - right
        relative.append((difference.norm() / (right.norm() + 1e-300)).item())
        largest.append(difference.abs().max().item() if difference.numel() else 0.0)
    return max(relative), max(largest)


def judged(subject: Subject) -> Results:
    """The results of the definition in float64. Raises JudgeTooLarge."""
    case, module = subject.case, subject.module
    batch, whole = case.shape[0], normalizes_batch(module)
    cheap = module.multiply_adds(case.shape[1:]) * batch < CHEAP[subject.inputs.device.type]
    samples = batch if whole or cheap else min(FEW, batch)
    devices = dict.fromkeys([subject.inputs.device.type, "cpu"])
    for device in devices:
        plan = portions(subject, samples, room(device))
        if plan is None:
            continue
        try:
            return run_definition(subject, device, torch.float64, samples, plan)
        except torch.OutOfMemoryError:
            torch.cuda.empty_cache()
    needed = definition_bytes(case, samples if whole else 1) / 2**30
    raise JudgeTooLarge(
        f"The definition in float64 needs about {needed:.1f} GiB to check this case, which is more"
        " than half of the free memory of the device and of the machine."
    )


def own_error(subject: Subject, expected: Results) -> float:
    """The error of the definition itself in the case's data type; 0 if it does not fit."""
    case, samples = subject.case, len(expected.out)
    plan = portions(subject, samples, room(case.device))
    if plan is None:
        return 0.0
    dtype = getattr(torch, case.dtype)
    return errors(run_definition(subject, case.device, dtype, samples, plan), expected)[0]


def room(device: str) -> int | None:
    """Bytes that the judge may use; None if unknown."""
    free = free_memory(device)
    return None if free is None else int(SHARE * free)


@dataclass(frozen=True)
class Portion:
    """How many samples, and how many rows of an attention map (None: all), the definition processes
    at a time.
    """

    samples: int
    rows: int | None = None


def portions(subject: Subject, samples: int, room: int | None) -> Portion | None:
    """The largest portion that fits in ``room`` bytes; None if even the smallest one does not."""
    case, module = subject.case, subject.module
    if room is None or definition_bytes(case, samples) <= room:
        return Portion(samples)
    if normalizes_batch(module):
        return None
    single = definition_bytes(case, 1)
    if single <= room:
        return Portion(min(samples, room // single))
    places = case.shape[1] if len(case.shape) == 3 else case.shape[2] * case.shape[3]
    rows = places * room // (2 * single)
    if rows < LEAST_ROWS or type(module).definition is AttentionModule.definition:
        return None
    return Portion(1, rows)


def normalizes_batch(module: nn.Module) -> bool:
    """True if the samples of a batch are not independent in the module's mode."""
    kinds = (nn.BatchNorm1d, nn.BatchNorm2d)
    return module.training and any(isinstance(part, kinds) for part in module.modules())


def run_definition(
    subject: Subject, device: str, dtype: torch.dtype, samples: int, portion: Portion
) -> Results:
    """The definition's results for the first ``samples`` samples, with the weights and statistics
    that the subject has.
    """
    definition = module_of(subject.case, subject.module.implementations[0]).to(device, dtype)
    definition.load_state_dict(subject.module.state_dict())
    definition.train(subject.module.training)
    parameters = list(definition.parameters())
    outs, input_gradients, total = [], [], None
    for first in range(0, samples, portion.samples):
        part = slice(first, min(first + portion.samples, samples))
        x = subject.inputs[part].detach().to(device, dtype)
        if subject.direction is None:
            with torch.no_grad():
                outs.append(definition.definition(x, portion.rows))
            continue
        x.requires_grad_(True)
        out = definition.definition(x, portion.rows)
        direction = subject.direction[part].to(device, dtype)
        gradients = torch.autograd.grad(out, [x, *parameters], direction, allow_unused=True)
        outs.append(out.detach())
        input_gradients.append(gradients[0])
        joined = _joined(gradients[1:], parameters)
        total = joined if total is None else total + joined
    if subject.direction is None:
        return Results(torch.cat(outs))
    complete = samples == len(subject.inputs)
    return Results(torch.cat(outs), torch.cat(input_gradients), total if complete else None)


def _joined(gradients: Any, parameters: list[nn.Parameter]) -> Tensor:
    """Gradients as one vector; 0 for a parameter without effect."""
    parts = [
        torch.zeros_like(parameter).reshape(-1) if gradient is None else gradient.reshape(-1)
        for gradient, parameter in zip(gradients, parameters, strict=True)
    ]
    return torch.cat(parts) if parts else torch.zeros(0)
