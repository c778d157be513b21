"""Dual attention as the collection xmu-xiaoma666/External-Attention-pytorch has it: not the
paper's module.

    P   = W_o softmax(Q K^T / sqrt(C)) V + b_o     over n places; Q, K, V from Y_p = conv_3x3(x):
    (n, C) Ch  = softmax(Y_c Y_c^T / sqrt(n)) Y_c W^T + b  over C channels; Y_c = conv_3x3(x): (C,
    n), W: (n, n) out = P + Ch

There is no gate and no residual. The linear layer over places restricts the module to one size
of map.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from experiments.errors import ShapeError
from experiments.modules.base import AttentionModule
from experiments.modules.layers import conv_multiply_adds, conv_parameters


class PlaceBranch(nn.Module):
    """A 3x3 convolution and self-attention over places with one head."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(channels, channels, 3, padding=1)
        self.fc_q = nn.Linear(channels, channels)
        self.fc_k = nn.Linear(channels, channels)
        self.fc_v = nn.Linear(channels, channels)
        self.fc_o = nn.Linear(channels, channels)


class ChannelBranch(nn.Module):
    """A 3x3 convolution, attention over channels, and a linear layer over places."""

    def __init__(self, channels: int, places: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(channels, channels, 3, padding=1)
        self.fc_o = nn.Linear(places, places)


class DANetReference(AttentionModule):
    """(B, C, H, W) -> (B, C, H, W) for the one ``size`` (H, W) it was built for."""

    variants = {"reference": {}}

    def __init__(
        self,
        channels: int,
        *,
        size: tuple[int, int] = (7, 7),
        variant: str = "reference",
        impl: str = "eager",
    ) -> None:
        super().__init__(channels, variant, impl)
        self.size = tuple(size)
        self.pam = PlaceBranch(channels)
        self.cam = ChannelBranch(channels, self.size[0] * self.size[1])

    def check(self, x: Tensor) -> None:
        super().check(x)
        if tuple(x.shape[2:]) != self.size:
            raise ShapeError(
                f"DANet's reference variant was built for {self.size[0]}x{self.size[1]} maps, not "
                f"{x.shape[2]}x{x.shape[3]}: it has a linear layer over places. Build it with "
                f'size={tuple(x.shape[2:])}, or use variant="paper".'
            )

    def eager(self, x: Tensor) -> Tensor:
        tokens = self.pam.conv(x).flatten(2).transpose(1, 2)  # (B, n, C)
        query, key, value = self.pam.fc_q(tokens), self.pam.fc_k(tokens), self.pam.fc_v(tokens)
        places = (query @ key.transpose(1, 2) / math.sqrt(self.channels)).softmax(dim=2)
        position = self.pam.fc_o(places @ value).transpose(1, 2)  # (B, C, n)
        rows = self.cam.conv(x).flatten(2)  # (B, C, n)
        channels = (rows @ rows.transpose(1, 2) / math.sqrt(rows.shape[2])).softmax(dim=2)
        return (position + self.cam.fc_o(channels @ rows)).reshape(x.shape)

    def fast(self, x: Tensor) -> Tensor:
        """Scales multiply the small factors; the output's projection is channel-major, so that
        its sum with the other branch is part of the product.
        """
        tokens = self.pam.conv(x).flatten(2).transpose(1, 2)
        query = self.pam.fc_q(tokens) * (1 / math.sqrt(self.channels))
        key, value = self.pam.fc_k(tokens), self.pam.fc_v(tokens)
        attended = (query @ key.transpose(1, 2)).softmax(dim=2) @ value  # (B, n, C)
        rows = self.cam.conv(x).flatten(2)
        scaled = rows * (1 / math.sqrt(rows.shape[2]))
        channels = (scaled @ rows.transpose(1, 2)).softmax(dim=2)
        out = self.cam.fc_o(channels @ rows) + self.pam.fc_o.bias[:, None]
        weight = self.pam.fc_o.weight.expand(x.shape[0], -1, -1)
        return torch.baddbmm(out, weight, attended.transpose(1, 2)).view(x.shape)

    def parameter_count(self) -> int:
        """2 (9 C + 1) C for the convolutions, 4 (C + 1) C for places, (n + 1) n for channels."""
        c, n = self.channels, self.size[0] * self.size[1]
        return 2 * conv_parameters(self.pam.conv) + 4 * (c + 1) * c + (n + 1) * n

    def multiply_adds(self, shape: tuple[int, ...]) -> int:
        """18 n C^2 + 4 n C^2 + 2 n^2 C for places, 2 n C^2 + n^2 C for channels."""
        c, n = self.channels, shape[1] * shape[2]
        convolutions = 2 * conv_multiply_adds(self.pam.conv, shape[1], shape[2])
        return convolutions + 4 * n * c * c + 2 * n * n * c + 2 * n * c * c + n * n * c
