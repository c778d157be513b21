"""Selective kernel: branches with kernels of several sizes, mixed channel by channel.

    split:   U_m = relu(BN(conv_m(x))),  m = 1 ... M
    fuse:    s = mean over places of sum_m U_m,   z = relu(BN(W s)),  W: (d, C), d = max(C/r, L)
    select:  a_m = exp(A_m z) / sum_j exp(A_j z)   for each channel,   V = sum_m a_m U_m

Shapes for C = 64, M = 2, d = 32, x: (2, 64, 8, 8)

    U_m       (2, 64, 8, 8)        each branch keeps the size of the map
    s         (2, 64)              one mean for each channel
    z         (2, 32)
    a         (2, 2, 64)           (M, B, C): for each channel, the weights of the branches sum to 1
    V         (2, 64, 8, 8)

The paper's branches are 3x3 convolutions in 32 groups; the second one has a dilation of 2 and so
replaces 5x5.

Source: X. Li, W. Wang, X. Hu, and J. Yang, "Selective kernel networks," in Proc. CVPR,
2019, eqs. (1)-(6).
"""

from __future__ import annotations

from typing import cast

import torch
from torch import Tensor, nn

from experiments.errors import ShapeError
from experiments.modules.base import AttentionModule, divides
from experiments.modules.layers import (
    as_map,
    conv_multiply_adds,
    conv_parameters,
    normalized_convolution,
)


class Branch(nn.Module):
    """One kernel size: a convolution and its batch normalization."""

    def __init__(self, channels: int, kernel: int, groups: int, bias: bool, dilated: bool) -> None:
        super().__init__()
        dilation = kernel // 2 if dilated else 1
        size = 3 if dilated else kernel
        padding = dilation * (size // 2)
        self.conv = nn.Conv2d(
            channels, channels, size, 1, padding, dilation, groups=groups, bias=bias
        )
        self.bn = nn.BatchNorm2d(channels)


class SK(AttentionModule):
    """(B, C, H, W) -> (B, C, H, W).

    ``reference`` has four dense branches (1, 3, 5, 7) with biases, and neither
    normalization nor ReLU on z.
    """

    variants = {
        "paper": {"kernels": (3, 5), "groups": 32, "bias": False, "normalized": True},
        "reference": {"kernels": (1, 3, 5, 7), "groups": 1, "bias": True, "normalized": False},
    }

    def __init__(
        self,
        channels: int,
        *,
        kernels: tuple[int, ...] | None = None,
        groups: int | None = None,
        reduction: int = 16,
        least: int = 32,
        variant: str = "paper",
        impl: str = "eager",
    ) -> None:
        super().__init__(channels, variant, impl)
        kernels = tuple(kernels or self.differs["kernels"])
        groups = groups or self.differs["groups"]
        divides(groups, channels, "SK", "groups")
        if any(kernel % 2 == 0 for kernel in kernels):
            raise ShapeError(f"SK needs odd kernels, not {kernels}.")
        bias, dilated = self.differs["bias"], self.differs["normalized"]
        self.width = max(channels // reduction, least)
        self.branch = nn.ModuleList(
            Branch(channels, kernel, groups, bias, dilated) for kernel in kernels
        )
        self.reduce = nn.Linear(channels, self.width, bias=bias)
        if self.differs["normalized"]:
            self.reduce_bn = nn.BatchNorm1d(self.width)
        self.select = nn.ModuleList(nn.Linear(self.width, channels, bias=bias) for _ in kernels)

    def check(self, x: Tensor) -> None:
        super().check(x)
        self.check_statistics(x.shape[0] * x.shape[2] * x.shape[3], "its branches")
        if self.differs["normalized"]:
            self.check_statistics(x.shape[0], "z")

    def eager(self, x: Tensor) -> Tensor:
        branches = torch.stack([branch.bn(branch.conv(x)).relu() for branch in self._branches()])
        means = branches.sum(dim=0).mean(dim=(2, 3))  # (B, C)
        z = self.reduce(means)
        if self.differs["normalized"]:
            z = self.reduce_bn(z).relu()
        weights = torch.stack([select(z) for select in self.select]).softmax(dim=0)  # (M, B, C)
        return (branches * weights[..., None, None]).sum(dim=0)

    def fast(self, x: Tensor) -> Tensor:
        """Branches are never stacked: their means are added, and so are their weighted maps. In
        eval mode, the normalizations are folded into the convolutions.
        """
        maps = []
        for branch in self._branches():
            maps.append(normalized_convolution(branch.conv, branch.bn, x).relu_())
        means = sum(branch_map.mean(dim=(2, 3)) for branch_map in maps)
        if self.differs["normalized"]:
            z = self.reduce_bn(self.reduce(means)).relu_()
        else:
            z = self.reduce(means)
        weights = torch.stack([select(z) for select in self.select]).softmax(dim=0)
        out = maps[0] * as_map(weights[0])
        for branch_map, weight in zip(maps[1:], weights[1:], strict=True):
            out = torch.addcmul(out, branch_map, as_map(weight))
        return out

    def _branches(self) -> list[Branch]:
        return cast("list[Branch]", list(self.branch))

    def parameter_count(self) -> int:
        """Convolutions C^2/G sum k^2 (+ M C), normalizations 2 M C, W and A_m (1 + M) C d (+ d +
        M C), + 2 d.
        """
        m, c, d = len(self.branch), self.channels, self.width
        convolutions = sum(conv_parameters(branch.conv) for branch in self._branches())
        linear = (1 + m) * c * d + ((d + m * c) if self.differs["bias"] else 0)
        return convolutions + 2 * m * c + linear + (2 * d if self.differs["normalized"] else 0)

    def multiply_adds(self, shape: tuple[int, ...]) -> int:
        """H W C^2/G sum k^2 and (1 + M) C d."""
        convolutions = sum(
            conv_multiply_adds(branch.conv, shape[1], shape[2]) for branch in self._branches()
        )
        return convolutions + (1 + len(self.branch)) * self.channels * self.width
