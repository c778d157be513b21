"""Shift and sum, as in ACmix's second stage: nine maps per channel, each moved by one place of a
3x3 kernel.

    y_c(p) = sum_s x_{9c+s}(p + d_s),   d_s in {-1, 0, 1}^2, zero outside

The ways to compute it, all the same function: moving slices; ``roll`` with the wrapped
border set to zero; a depthwise convolution with one-hot kernels and a sum; one
convolution in C groups.

Shapes for C = 7, x: (2, 63, 8, 8)

    maps      (2, 7, 9, 10, 10)    padded by one place, nine for each channel
    y         (2, 7, 8, 8)

Source: X. Pan et al., "On the integration of self-attention and convolution," in Proc.
CVPR, 2022, sec. 4.3 and Table 7.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from experiments.modules.base import AttentionModule, divides

OFFSETS = [(row - 1, column - 1) for row in range(3) for column in range(3)]


class ShiftSum(AttentionModule):
    """(B, 9 C, H, W) -> (B, C, H, W); nothing is learned."""

    implementations = ("slices", "roll", "depthwise", "group")
    kernels: Tensor

    def __init__(self, channels: int, *, variant: str = "paper", impl: str = "slices") -> None:
        super().__init__(channels, variant, impl)
        self.outputs = divides(9, channels, "ShiftSum", "nine maps a channel")
        self.register_buffer("kernels", torch.eye(9).view(9, 3, 3).repeat(self.outputs, 1, 1))

    def slices(self, x: Tensor) -> Tensor:
        """Nine views of the padded map, added."""
        height, width = x.shape[2:]
        maps = F.pad(x, (1, 1, 1, 1)).unflatten(1, (self.outputs, 9))
        moved = (
            maps[:, :, s, 1 + down : 1 + down + height, 1 + right : 1 + right + width]
            for s, (down, right) in enumerate(OFFSETS)
        )
        total = next(moved).clone()
        for view in moved:
            total = total + view
        return total

    def roll(self, x: Tensor) -> Tensor:
        """Nine maps rolled around the border, with the wrapped values set to zero."""
        height, width = x.shape[2:]
        rows = torch.arange(height, device=x.device)[:, None]
        columns = torch.arange(width, device=x.device)
        maps = x.unflatten(1, (self.outputs, 9))
        total = torch.zeros_like(maps[:, :, 0])
        for s, (down, right) in enumerate(OFFSETS):
            inside = (rows + down >= 0) & (rows + down < height)
            inside = inside & (columns + right >= 0) & (columns + right < width)
            total = total + maps[:, :, s].roll((-down, -right), (2, 3)) * inside
        return total

    def depthwise(self, x: Tensor) -> Tensor:
        """A one-hot kernel for each map, then the sum of nine."""
        moved = F.conv2d(x, self.kernels[:, None], None, 1, 1, groups=self.channels)
        return moved.unflatten(1, (self.outputs, 9)).sum(dim=2)

    def group(self, x: Tensor) -> Tensor:
        """One convolution whose groups are the channels' nine maps: moves and adds in one step."""
        kernels = self.kernels.view(self.outputs, 9, 3, 3)
        return F.conv2d(x, kernels, None, 1, 1, groups=self.outputs)

    def parameter_count(self) -> int:
        """0."""
        return 0

    def multiply_adds(self, shape: tuple[int, ...]) -> int:
        """0: the function is nine additions a place; what a convolution multiplies is ones and
        zeros.
        """
        return 0
