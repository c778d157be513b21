"""Gates whose forward and backward passes read the feature map as few times as possible.

Automatic differentiation of ``x * sigmoid(f(x.mean((2, 3))))`` reads the map about ten times in
the backward pass. Written out, the gradient needs fewer passes. The functions here can be
differentiated twice, torch.func and vmap accept them, and torch.compile traces them completely.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from torch.autograd import Function
from torch.linalg import vecdot

LARGE = 1 << 17  # numbers in a map; below, calling a custom function costs more than a pass


class _Squeeze(Function):
    """x -> (x, mean over places); both gradients are joined in one pass."""

    generate_vmap_rule = True

    @staticmethod
    def forward(x: Tensor) -> tuple[Tensor, Tensor]:
        return x.view_as(x), x.mean((2, 3))

    @staticmethod
    def setup_context(ctx: Any, inputs: tuple[Tensor], output: Any) -> None:
        ctx.places = inputs[0].shape[2] * inputs[0].shape[3]

    @staticmethod
    def backward(ctx: Any, grad_x: Tensor, grad_mean: Tensor) -> Tensor:
        return grad_x + (grad_mean / ctx.places)[:, :, None, None]


class _Product(Function):
    """A function of (x, gate) whose gradient needs both."""

    generate_vmap_rule = True

    @staticmethod
    def setup_context(ctx: Any, inputs: tuple[Tensor, Tensor], output: Any) -> None:
        ctx.save_for_backward(*inputs)


class _Excite(_Product):
    """(x, gate) -> gate x for one gate a channel; d gate is one product, summed over places."""

    @staticmethod
    def forward(x: Tensor, gate: Tensor) -> Tensor:
        return x * gate[:, :, None, None]

    @staticmethod
    def backward(ctx: Any, grad: Tensor) -> tuple[Tensor, Tensor]:
        x, gate = ctx.saved_tensors
        return grad * gate[:, :, None, None], vecdot(grad.flatten(2), x.flatten(2))


class _Boost(_Product):
    """(x, gate) -> x (1 + gate) for a gate of the map's shape, without a map of 1 + gate."""

    @staticmethod
    def forward(x: Tensor, gate: Tensor) -> Tensor:
        return torch.addcmul(x, x, gate)

    @staticmethod
    def backward(ctx: Any, grad: Tensor) -> tuple[Tensor, Tensor]:
        x, gate = ctx.saved_tensors
        return torch.addcmul(grad, grad, gate), grad * x


def squeeze(x: Tensor) -> tuple[Tensor, Tensor]:
    """The map itself, to be used from here on, and its mean over places: (B, C, H, W), (B, C)."""
    if not torch.is_grad_enabled() or x.numel() < LARGE:
        return x, x.mean((2, 3))
    passed, mean = _Squeeze.apply(x)
    return passed, mean


def excite(x: Tensor, gate: Tensor) -> Tensor:
    """``x`` (B, C, H, W) times one gate a channel (B, C)."""
    if not torch.is_grad_enabled() or x.numel() < LARGE:
        return x * gate[:, :, None, None]
    scaled: Tensor = _Excite.apply(x, gate)
    return scaled


def boost(x: Tensor, gate: Tensor) -> Tensor:
    """``x (1 + gate)``, both (B, C, H, W)."""
    if x.numel() < LARGE:
        return x * (1 + gate)
    if not torch.is_grad_enabled():
        return torch.addcmul(x, x, gate)
    boosted: Tensor = _Boost.apply(x, gate)
    return boosted
