"""A case that is ready to run: module, inputs, and the call that is timed."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
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


Run = Callable[[], tuple[Any, ...]]
Around = Callable[[], AbstractContextManager[Any]]


@dataclass
class Subject:
    """A case that is ready for timing: one call of ``run`` is one run.

    ``run`` returns the output and, unless inference is measured, the gradients of the input and of
    each parameter (None for a parameter without effect), for the output's gradient ``direction``.
    ``open_run`` is the same, but never in inference mode, which hides the parts of some operations.
    """

    case: Case
    module: AttentionModule
    inputs: Tensor
    run: Run
    open_run: Run
    direction: Tensor | None = None

    @property
    def parameters(self) -> list[nn.Parameter]:
        return list(self.module.parameters())


def channels_of(case: Case) -> int:
    """The channels of a map (B, C, H, W) or of tokens (B, n, C)."""
    return case.shape[1] if len(case.shape) == 4 else case.shape[2]


def module_of(case: Case, implementation: str | None = None) -> AttentionModule:
    """The case's module in float64, with weights that depend only on the seed; no gate is 0."""
    name = implementation or case.implementation
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(case.seed)
        module = build(case.module, channels_of(case), case.variant, name, **case.options).double()
        with torch.no_grad():
            for value in module.parameters():
                if value.dim() < 2:
                    value.add_(0.1 * torch.randn_like(value))
    return module


def input_of(case: Case, seed: int = 0) -> Tensor:
    """Normal random input in float64 on the CPU."""
    generator = torch.Generator().manual_seed(case.seed + 1 + seed)
    return torch.randn(case.shape, generator=generator, dtype=torch.float64)


def ready(
    case: Case, inputs: Tensor | None = None, module: AttentionModule | None = None
) -> Subject:
    """The case on its device with its data type; inputs on the ``meta`` device stay there.

    ``module`` is used instead of a new one, with the weights that it has.
    """
    dtype = getattr(torch, case.dtype)
    place = torch.device("meta") if inputs is not None and inputs.is_meta else case.device
    if module is None:
        with torch.device("meta") if place != case.device else contextlib.nullcontext():
            module = module_of(case)
    own: Any = module.to(device=place, dtype=dtype)
    own.train(case.mode != "forward")
    x = (input_of(case) if inputs is None else inputs).to(device=place, dtype=dtype)
    if case.backend == "channels_last":
        own = own.to(memory_format=torch.channels_last)
        x = x.contiguous(memory_format=torch.channels_last) if x.dim() == 4 else x
    call = compiled(own) if case.backend == "compile" else own
    around = surroundings(case.backend)
    if case.mode == "forward":
        run, open_run = (
            _forward(call, x, around, mode) for mode in (torch.inference_mode, torch.no_grad)
        )
        return Subject(case, own, x, run, open_run)
    direction = _direction(own, x, around)
    record = {"backward": _backward, "both": _both}[case.mode]
    run = record(call, own, x, direction, around)
    return Subject(case, own, x, run, run, direction)


def surroundings(backend: str) -> Around:
    """The context of each run: one kernel of scaled dot-product attention, or cuDNN's search."""
    if backend in SDPA:
        from torch.nn.attention import SDPBackend, sdpa_kernel

        allowed = getattr(SDPBackend, SDPA[backend])
        return lambda: sdpa_kernel(allowed)
    return cudnn_search if backend == "cudnn_benchmark" else contextlib.nullcontext


@contextlib.contextmanager
def cudnn_search() -> Iterator[None]:
    """cuDNN tries its algorithms for a new shape, and takes the fastest from then on."""
    before, torch.backends.cudnn.benchmark = torch.backends.cudnn.benchmark, True
    try:
        yield
    finally:
        torch.backends.cudnn.benchmark = before


def compiled(module: nn.Module) -> Any:
    """``module`` compiled as a whole for one shape; without a graph for one part or for any
    shape.
    """
    return torch.compile(module, fullgraph=True, dynamic=False)


def _direction(module: nn.Module, x: Tensor, around: Around) -> Tensor:
    """The output's gradient in runs with gradients: random, because the gradient of a sum is zero
    after some normalizations.
    """
    generator = torch.Generator().manual_seed(3)
    with around(), torch.no_grad():
        shape = module(x).shape
    if x.is_meta:
        return torch.empty(shape, dtype=x.dtype, device=x.device)
    return torch.randn(shape, generator=generator).to(x)


def _forward(call: Any, x: Tensor, around: Around, mode: Any) -> Run:
    """Inference: eval mode, without recording a graph."""

    def run() -> tuple[Any, ...]:
        with around(), mode():
            return (call(x),)

    return run


def _both(call: Any, module: nn.Module, x: Tensor, direction: Tensor, around: Around) -> Run:
    """A training step without the optimizer: forward in train mode, gradients of input and
    parameters.
    """
    x = x.detach().requires_grad_(True)
    targets = [x, *module.parameters()]

    def run() -> tuple[Any, ...]:
        with around():
            out = call(x)
            return (out, *torch.autograd.grad(out, targets, direction, allow_unused=True))

    return run


def _backward(call: Any, module: nn.Module, x: Tensor, direction: Tensor, around: Around) -> Run:
    """Only the gradients, over a graph that is recorded once."""
    x = x.detach().requires_grad_(True)
    targets = [x, *module.parameters()]
    with around():
        out = call(x)

    def run() -> tuple[Any, ...]:
        with around():
            gradients = torch.autograd.grad(
                out, targets, direction, retain_graph=True, allow_unused=True
            )
            return (out, *gradients)

    return run
