"""Dual attention: every place looks at all places, every channel at all channels.

Position attention, with q, k: (C/8, n), v: (C, n) from 1x1 convolutions of A: (C, n):

    S = softmax(q^T k) over the second index        (n, n), without 1/sqrt(d)
    E_p = gamma_p v S^T + A

Channel attention, from the map itself:

    X = softmax(AA^T) over the second index        (C, C)
    E_c = gamma_c X A + A

Shapes for C = 64, x: (2, 64, 8, 8), so n = 64 places

    A         (2, 64, 64)        C by n
    q, k      (2, 8, 64)         C/8 by n
    S         (2, 64, 64)        n by n
    X         (2, 64, 64)        C by C
    E_p + E_c (2, 64, 8, 8)

The output is E_p + E_c.  Both gamma start at 0.

Source: J. Fu et al., "Dual attention network for scene segmentation," in Proc. CVPR,
2019, eqs. (1)-(4).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from experiments.modules.base import AttentionModule, divides, in_row_blocks
from experiments.modules.layers import float32_at_least

BLOCK = 512  # rows of the position map that are computed at the same time


def projected(linear: nn.Linear, features: Tensor) -> Tensor:
    """A 1x1 convolution: W A + b for A (B, C, n)."""
    return linear.weight @ features + linear.bias[:, None]


class PositionAttention(nn.Module):
    """The 1x1 convolutions, as matrices, and the gate of position attention."""

    def __init__(self, channels: int, reduction: int) -> None:
        super().__init__()
        width = divides(reduction, channels, "DANet", "reduction")
        self.q = nn.Linear(channels, width)
        self.k = nn.Linear(channels, width)
        self.v = nn.Linear(channels, channels)
        self.gamma = nn.Parameter(torch.zeros(1))


class ChannelAttention(nn.Module):
    """The gate of channel attention, which has no projections."""

    def __init__(self) -> None:
        super().__init__()
        self.gamma = nn.Parameter(torch.zeros(1))


class DANet(AttentionModule):
    """(B, C, H, W) -> (B, C, H, W).

    ``official`` takes the softmax of -AA^T, so that unlike channels weigh more; the
    authors' code does so "for convergence".  ``reference`` is another module under the
    same name: see danet_reference.py.
    """

    variants = {"paper": {"sign": 1}, "official": {"sign": -1}}

    def __init__(
        self, channels: int, *, reduction: int = 8, variant: str = "paper", impl: str = "eager"
    ) -> None:
        super().__init__(channels, variant, impl)
        self.reduction = reduction
        self.pam = PositionAttention(channels, reduction)
        self.cam = ChannelAttention()

    def eager(self, x: Tensor) -> Tensor:
        features = x.flatten(2)  # A: (B, C, n)
        query, key, value = self._projected(features)
        places = (query.transpose(1, 2) @ key).softmax(dim=2)  # S: (B, n, n)
        return self._joined(features, value @ places.transpose(1, 2)).view_as(x)

    def _projected(self, features: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        return (
            projected(self.pam.q, features),
            projected(self.pam.k, features),
            projected(self.pam.v, features),
        )

    def _joined(self, features: Tensor, attended: Tensor) -> Tensor:
        """E_p + E_c, with v S^T."""
        position = self.pam.gamma * attended + features
        channel = self.cam.gamma * (self._channel_map(features) @ features) + features
        return position + channel

    def definition(self, x: Tensor, rows: int | None = None) -> Tensor:
        if rows is None:
            return super().definition(x)
        self.check(x)
        features = x.flatten(2)
        query, key, value = self._projected(features)

        def attended(query: Tensor, key: Tensor, value: Tensor) -> Tensor:
            return (query @ key).softmax(dim=2) @ value

        by_place = in_row_blocks(
            attended, query.transpose(1, 2), rows, key, value.transpose(1, 2)
        )  # (B, n, C)
        return self._joined(features, by_place.transpose(1, 2)).view_as(x)

    def fast(self, x: Tensor) -> Tensor:
        """2 A + (gamma_c X) A + (gamma_p v) S^T as two products that add in place: gates
        multiply the small factors, and no sum needs a separate pass. Without gradients, S is
        computed in blocks of rows and is never completely in memory. Under autocast, products that
        add in place would round A to 16 bits, so the definition is used.
        """
        if not x.is_meta and torch.is_autocast_enabled(x.device.type):
            return self.eager(x)
        features = x.flatten(2)
        query, key, value = self._projected(features)
        channels, place_count = features.shape[1:]
        weights, scaled = self._channel_map(features), features
        if place_count < channels:
            scaled = self.cam.gamma * features
        else:
            weights = self.cam.gamma * weights
        out = torch.baddbmm(features, weights, scaled, beta=2)
        value = self.pam.gamma * value
        if torch.is_grad_enabled() or place_count <= BLOCK:
            places = (query.transpose(1, 2) @ key).softmax(dim=2)
            out = torch.baddbmm(out, value, places.transpose(1, 2))
        else:
            for first in range(0, place_count, BLOCK):
                rows = slice(first, first + BLOCK)
                places = (query[:, :, rows].transpose(1, 2) @ key).softmax(dim=2)
                out[:, :, rows].baddbmm_(value, places.transpose(1, 2))
        return out.view_as(x)

    def _channel_map(self, features: Tensor) -> Tensor:
        """X: (B, C, C).  Its logits grow with n, so 16-bit inputs are multiplied in float32."""
        wide = features.to(float32_at_least(features.dtype))
        logits = self.differs["sign"] * (wide @ wide.transpose(1, 2))
        return logits.softmax(dim=2).to(features.dtype)

    def parameter_count(self) -> int:
        """2 (C + 1) C/8 + (C + 1) C + 2."""
        c = self.channels
        return 2 * (c + 1) * (c // self.reduction) + (c + 1) * c + 2

    def multiply_adds(self, shape: tuple[int, ...]) -> int:
        """n C (2 C/8 + C) projections, n^2 (C/8 + C) position attention, 2 n C^2 channel
        attention.
        """
        c, n, width = self.channels, shape[1] * shape[2], self.channels // self.reduction
        return n * c * (2 * width + c) + n * n * (width + c) + 2 * n * c * c
