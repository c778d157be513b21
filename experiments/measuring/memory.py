"""The memory of one run: what operations allocate while they run, and what is kept for the
gradient.
"""

from __future__ import annotations

import weakref
from typing import Any

import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

from experiments.measuring.subject import Subject

METHOD = {
    "cpu": "storages returned by operations, live at once; scratch inside an operation not counted",
    "meta": (
        "storages returned by operations, live at once; scratch inside an operation not counted"
    ),
    "cuda": "allocator peak less what was allocated before; library workspaces not counted",
}


class AllocationLog(TorchDispatchMode):
    """Follows every storage that an operation returns until it is freed; ``peak`` in bytes."""

    def __init__(self) -> None:
        super().__init__()
        self.live = self.peak = 0
        self.known: dict[int, weakref.ref[Any]] = {}
        self.kernels: set[str] = set()

    def __torch_dispatch__(
        self, function: Any, types: Any, arguments: Any = (), options: Any = None
    ) -> Any:
        before = {
            id(value.untyped_storage())
            for value in tree_leaves(arguments)
            if isinstance(value, Tensor)
        }
        result = function(*arguments, **(options or {}))
        name = function.name()
        if "scaled_dot_product" in name and "backward" not in name:
            self.kernels.add(name.removeprefix("aten::").lstrip("_"))
        for value in tree_leaves(result):
            if isinstance(value, Tensor) and id(value.untyped_storage()) not in before:
                self._add(value.untyped_storage())
        return result

    def _add(self, storage: Any) -> None:
        key = id(storage)
        if key in self.known:
            return
        size = storage.nbytes()

        def freed(_: Any) -> None:
            if self.known.pop(key, None) is not None:
                self.live -= size

        self.known[key] = weakref.ref(storage, freed)
        self.live += size
        self.peak = max(self.peak, self.live)


def memory(subject: Subject) -> tuple[dict[str, Any], str | None]:
    """Peak and saved bytes of one run, and the attention kernel that PyTorch chose in it."""
    case = subject.case
    with AllocationLog() as log:
        (subject.run if case.backend == "compile" else subject.open_run)()
    kernel = ", ".join(sorted(log.kernels)) or None
    device = subject.inputs.device.type
    peak, reserved = log.peak, None
    if device == "cuda":
        torch.cuda.synchronize()
        torch.cuda.reset_peak_memory_stats()
        before = torch.cuda.memory_allocated()
        subject.run()
        torch.cuda.synchronize()
        peak = torch.cuda.max_memory_allocated() - before
        reserved = torch.cuda.max_memory_reserved()
    result = {
        "peak_bytes": peak,
        "saved_bytes": saved(subject) if case.mode != "forward" else 0,
        "reserved_bytes": reserved,
        "method": METHOD[device],
    }
    return result, kernel


def resident(subject: Subject) -> int:
    """Bytes that a subject keeps between runs: input, weights, the output's gradient and, if only
    the backward pass is run, the recorded graph with its output.
    """
    tensors = [subject.inputs, *subject.module.parameters(), *subject.module.buffers()]
    if subject.direction is not None:
        tensors.append(subject.direction)
    kept = sum(tensor.nbytes for tensor in tensors)
    if subject.case.mode == "backward" and subject.direction is not None:
        kept += saved(subject) + subject.direction.nbytes
    return kept


def saved(subject: Subject) -> int:
    """Bytes of the tensors that a forward pass keeps for the backward pass, without input and
    parameters.
    """
    own = {id(value.untyped_storage()) for value in (subject.inputs, *subject.parameters)}
    kept: dict[int, Any] = {}

    def pack(tensor: Tensor) -> Tensor:
        storage = tensor.untyped_storage()
        kept[id(storage)] = storage  # alive, so that no other storage gets its place
        return tensor

    x = subject.inputs.detach().requires_grad_(True)
    own.add(id(x.untyped_storage()))
    with torch.autograd.graph.saved_tensors_hooks(pack, lambda tensor: tensor):
        out = subject.module(x)
    total = sum(storage.nbytes() for place, storage in kept.items() if place not in own)
    del out
    return total
