"""A case that is ready to run: module, inputs, and the call that is timed."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from experiments.cases import Case
from experiments.modules import AttentionModule, build

SDPA = {
    "math": "MATH",
    "efficient": "EFFICIENT_ATTENTION",
    "flash": "FLASH_ATTENTION",
    "cudnn": "CUDNN_ATTENTION",
}
# largest relative L2 error against float64 with which a timing is recorded
TOLERANCE = {
    torch.float64: 1e-9,
    torch.float32: 1e-4,
    torch.bfloat16: 2e-2,
    torch.float16: 5e-3,
}


@dataclass
class Subject:
    """A case that is ready for timing: one call of ``run`` is one run."""

    case: Case
    module: AttentionModule
    inputs: Tensor
    run: Callable[[], Any]

    @property
    def parameters(self) -> list[nn.Parameter]:
        return list(self.module.parameters())


def module_of(case: Case, implementation: str | None = None) -> AttentionModule:
    """The case's module in float64, with weights that depend only on the seed; no gate is 0."""
    channels = case.shape[1] if len(case.shape) == 4 else case.shape[2]
    generator = torch.random.fork_rng(devices=[])
    with generator:
        torch.manual_seed(case.seed)
        module = build(
            case.module,
            channels,
            case.variant,
            implementation or case.implementation,
            **case.options,
        ).double()
        with torch.no_grad():
            for value in module.parameters():
                if value.dim() < 2:
                    value.add_(0.1 * torch.randn_like(value))
    return module


def input_of(case: Case, seed: int = 0) -> Tensor:
    """Normal random input in float64 on the CPU."""
    generator = torch.Generator().manual_seed(case.seed + 1 + seed)
    return torch.randn(case.shape, generator=generator, dtype=torch.float64)


def ready(case: Case, inputs: Tensor | None = None) -> Subject:
    """The case on its device with its data type; inputs on the ``meta`` device stay there."""
    dtype = getattr(torch, case.dtype)
    place = torch.device("meta") if inputs is not None and inputs.is_meta else case.device
    module: Any = module_of(case).to(device=place, dtype=dtype)
    module.train(case.mode != "forward")
    x = (input_of(case) if inputs is None else inputs).to(device=place, dtype=dtype)
    if case.backend == "channels_last":
        module = module.to(memory_format=torch.channels_last)
        x = x.contiguous(memory_format=torch.channels_last) if x.dim() == 4 else x
    call: Any = torch.compile(module) if case.backend == "compile" else module
    run = {"forward": forward, "backward": backward, "both": both}[case.mode](call, x)
    if case.backend in SDPA:
        run = within(run, SDPA[case.backend])
    return Subject(case, module, x, run)


def forward(module: nn.Module, x: Tensor) -> Callable[[], Any]:
    """Inference: eval mode, without recording a graph."""

    def run() -> Any:
        with torch.inference_mode():
            return module(x)

    return run


def both(module: nn.Module, x: Tensor) -> Callable[[], Any]:
    """A training step without the optimizer: forward in train mode, gradients of input and
    parameters.
    """
    x = x.detach().requires_grad_(True)
    targets = [x, *module.parameters()]
    out = module(x)
    direction = torch.ones_like(out)

    def run() -> Any:
        return torch.autograd.grad(module(x), targets, direction, allow_unused=True)

    return run


def backward(module: nn.Module, x: Tensor) -> Callable[[], Any]:
    """Only the gradients, over a graph that is recorded once."""
    x = x.detach().requires_grad_(True)
    targets = [x, *module.parameters()]
    out = module(x)
    direction = torch.ones_like(out)

    def run() -> Any:
        return torch.autograd.grad(out, targets, direction, retain_graph=True, allow_unused=True)

    return run


def within(run: Callable[[], Any], backend: str) -> Callable[[], Any]:
    """``run`` with only one kernel of scaled dot-product attention allowed."""
    from torch.nn.attention import SDPBackend, sdpa_kernel

    allowed = getattr(SDPBackend, backend)

    def inside() -> Any:
        with sdpa_kernel(allowed):
            return run()

    return inside


def check(subject: Subject) -> dict[str, Any]:
    """The error of output and (unless inference is measured) input gradient against the definition
    in float64.

    Computed in eval mode, on the whole batch if that is cheap, else on two samples.
    """
    case, module = subject.case, subject.module
    cheap = module.multiply_adds(case.shape[1:]) * case.shape[0] < 10**10
    x = subject.inputs if cheap else subject.inputs[:2]
    baseline = module.implementations[0]
    definition = module_of(case, baseline).to(x.device).eval()
    for name, value in module.named_buffers():  # training runs have changed the running statistics
        definition.get_buffer(name).copy_(value)
    wide = x.detach().double().requires_grad_(case.mode != "forward")
    narrow = x.detach().clone().requires_grad_(case.mode != "forward")
    training = module.training
    module.eval()
    context = torch.inference_mode() if case.mode == "forward" else contextlib.nullcontext()
    with context:
        actual, expected = [module(narrow)], [definition(wide)]
    if case.mode != "forward":
        direction = torch.randn(expected[0].shape, generator=torch.Generator().manual_seed(3)).to(
            wide
        )
        actual += torch.autograd.grad(actual[0], narrow, direction.to(narrow.dtype))
        expected += torch.autograd.grad(expected[0], wide, direction)
    module.train(training)
    pairs = [
        (left.detach().double(), right.detach())
        for left, right in zip(actual, expected, strict=True)
    ]
    errors = [((left - right).norm() / (right.norm() + 1e-300)).item() for left, right in pairs]
    finite = all(bool(left.isfinite().all()) for left, _ in pairs)
    return {
        "reference": "float64",
        "relative_l2": max(errors) if finite else None,
        "largest": (
            max((left - right).abs().max().item() for left, right in pairs) if finite else None
        ),
        "finite": finite,
    }


def passes(subject: Subject, error: dict[str, Any]) -> bool:
    """True if the error is small enough for a timing to be recorded."""
    limit = TOLERANCE[getattr(torch, subject.case.dtype)] * subject.module.digits_lost
    return error["finite"] and error["relative_l2"] <= limit
