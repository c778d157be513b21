"""Pyramid split attention: kernels of several sizes in parallel, weighted against each other per
channel.

    F_i = conv_{k_i}(x),  i = 0 ... S-1                 k = 3, 5, 7, 9; groups 1, 4, 8, 16
    w_i = sigmoid(W_2 relu(W_1 mean over places of F_i))            one SE for all branches
    y   = concat_i(F_i softmax_i(w_i))                  softmax over the branches

Shapes for C = 64, S = 4, x: (2, 64, 8, 8)

    F_i       (2, 16, 8, 8)
    means     (2, 4, 16)         of the four branches
    w_i       (2, 16)
    softmax_i (2, 4, 16)         for each channel, the weights of the branches sum to 1
    y         (2, 64, 8, 8)

Each F_i has C/S channels and is made from the whole input.

Source: H. Zhang, K. Zu, J. Lu, Y. Zou, and D. Meng, "EPSANet: An efficient pyramid squeeze
attention block on convolutional neural network," in Proc. ACCV, 2022, eqs. (1)-(9).
"""

from __future__ import annotations

from typing import cast

import torch
from torch import Tensor, nn

from experiments.errors import ShapeError
from experiments.modules.base import AttentionModule, divides
from experiments.modules.layers import conv_multiply_adds, conv_parameters


class Branch(nn.Module):
    """One kernel size; in ``reference`` it has its own gate."""

    def __init__(self, conv: nn.Conv2d, gate_width: int | None) -> None:
        super().__init__()
        self.conv = conv
        if gate_width is not None:
            self.se1 = nn.Linear(conv.out_channels, gate_width, bias=False)
            self.se2 = nn.Linear(gate_width, conv.out_channels, bias=False)


class PSA(AttentionModule):
    """(B, C, H, W) -> (B, C, H, W).

    ``official`` concatenates the branches from the last to the first: the same function up to
    the order of its output channels. ``reference`` splits the input's channels among dense
    branches with biases, and gives each branch a separate gate.
    """

    variants = {
        "paper": {"split": False, "reverse": False},
        "official": {"split": False, "reverse": True},
        "reference": {"split": True, "reverse": False},
    }

    def __init__(
        self,
        channels: int,
        *,
        kernels: tuple[int, ...] = (3, 5, 7, 9),
        groups: tuple[int, ...] = (1, 4, 8, 16),
        reduction: int = 16,
        variant: str = "paper",
        impl: str = "eager",
    ) -> None:
        super().__init__(channels, variant, impl)
        self.split = self.differs["split"]
        self.part = divides(len(kernels), channels, "PSA", "the number of branches")
        self.width = divides(reduction, self.part, "PSA", "reduction")
        branches = []
        for index, kernel in enumerate(kernels):
            if kernel % 2 == 0:
                raise ShapeError(f"PSA needs odd kernels, not {tuple(kernels)}.")
            number = 1 if self.split else groups[index]
            divides(number, self.part, "PSA", f"the groups of its {kernel}x{kernel} convolution")
            conv = nn.Conv2d(
                self.part if self.split else channels,
                self.part,
                kernel,
                padding=kernel // 2,
                groups=number,
                bias=self.split,
            )
            branches.append(Branch(conv, self.width if self.split else None))
        self.branch = nn.ModuleList(branches)
        if not self.split:
            self.se1 = nn.Linear(self.part, self.width)
            self.se2 = nn.Linear(self.width, self.part)

    def eager(self, x: Tensor) -> Tensor:
        maps = torch.stack(self._maps(x), dim=1)  # (B, S, C/S, H, W)
        means = maps.mean(dim=(3, 4))
        gates = []
        for index, branch in enumerate(self._branches()):
            first, second = (branch.se1, branch.se2) if self.split else (self.se1, self.se2)
            gates.append(second(first(means[:, index]).relu()).sigmoid())
        weights = torch.stack(gates, dim=1).softmax(dim=1)  # (B, S, C/S)
        y = maps * weights[..., None, None]
        return (y.flip(1) if self.differs["reverse"] else y).flatten(1, 2)

    def fast(self, x: Tensor) -> Tensor:
        """One gate for all branches at once; the maps are joined once, in the order of the
        output, and scaled in place.
        """
        maps = self._maps(x)
        branches = self._branches()
        if self.differs["reverse"]:
            maps, branches = maps[::-1], branches[::-1]
        joined = torch.cat(maps, dim=1)  # (B, C, H, W)
        del maps
        means = joined.mean(dim=(2, 3)).unflatten(1, (len(branches), self.part))  # (B, S, C/S)
        if self.split:
            first = torch.stack([branch.se1.weight for branch in branches])  # (S, w, C/S)
            second = torch.stack([branch.se2.weight for branch in branches])
            hidden = torch.einsum("bsc,swc->bsw", means, first).relu()
            gates = torch.einsum("bsw,scw->bsc", hidden, second)
        else:
            gates = self.se2(self.se1(means).relu_())
        weights = gates.sigmoid().softmax(dim=1).flatten(1)[:, :, None, None]
        return joined * weights if torch.is_grad_enabled() else joined.mul_(weights)

    def _branches(self) -> list[Branch]:
        return cast("list[Branch]", list(self.branch))

    def _maps(self, x: Tensor) -> list[Tensor]:
        """The branches' maps F_i, each (B, C/S, H, W)."""
        inputs = x.chunk(len(self.branch), dim=1) if self.split else [x] * len(self.branch)
        return [branch.conv(part) for branch, part in zip(self._branches(), inputs, strict=True)]

    def parameter_count(self) -> int:
        """C (C/S) sum k_i^2 / G_i, and one SE: 2 (C/S)^2/r + (C/S)/r + C/S."""
        convolutions = sum(conv_parameters(branch.conv) for branch in self._branches())
        gate = 2 * self.part * self.width
        if self.split:
            return convolutions + len(self.branch) * gate
        return convolutions + gate + self.width + self.part

    def multiply_adds(self, shape: tuple[int, ...]) -> int:
        """H W C (C/S) sum k_i^2 / G_i, and S gates of 2 (C/S)^2/r."""
        convolutions = sum(
            conv_multiply_adds(branch.conv, shape[1], shape[2]) for branch in self._branches()
        )
        return convolutions + len(self.branch) * 2 * self.part * self.width
