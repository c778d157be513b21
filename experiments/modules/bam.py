"""Bottleneck attention: one gate from a channel branch and a spatial branch together.

    M_c = BN(W_1 relu(BN(W_0 z))),  z = mean over places of x                    (B, C, 1, 1)
    M_s = BN(conv_1x1(conv_3x3(conv_3x3(conv_1x1(x)))))                          (B, 1, H, W)
    y   = x (1 + sigmoid(M_c + M_s))

The channel branch goes C -> C/r -> C, the spatial branch C -> C/r -> C/r -> C/r -> 1 with
dilation 4 in its 3x3 convolutions; each hidden convolution is followed by BN and ReLU.

Shapes for C = 64, r = 16, x: (2, 64, 8, 8)

    W_0 z       (2, 4)
    M_c         (2, 64)
    conv_3x3    (2, 4, 8, 8)
    M_s         (2, 1, 8, 8)
    M_c + M_s   (2, 64, 8, 8)    each is the same for all places, or for all channels
    y           (2, 64, 8, 8)

Source: J. Park, S. Woo, J.-Y. Lee, and I. S. Kweon, "BAM: Bottleneck attention module," in
Proc. BMVC, 2018, eqs. (1)-(4).
"""

from __future__ import annotations

from typing import Any

from torch import Tensor, nn

from experiments.errors import ShapeError
from experiments.modules.base import AttentionModule, divides
from experiments.modules.fused import boost
from experiments.modules.layers import (
    as_map,
    conv_size,
    normalized_convolution,
)


class ChannelBranch(nn.Module):
    """C -> C/r (-> C/r ...) -> C on the means."""

    def __init__(self, channels: int, width: int, hidden: int, out_norm: bool) -> None:
        super().__init__()
        sizes = [channels] + [width] * hidden
        self.fc = nn.ModuleList(
            nn.Linear(before, after) for before, after in zip(sizes, sizes[1:], strict=False)
        )
        self.bn = nn.ModuleList(nn.BatchNorm1d(width) for _ in range(hidden))
        self.last = nn.Linear(width, channels)
        self.out_bn = nn.BatchNorm1d(channels) if out_norm else None


class SpatialBranch(nn.Module):
    """C -> C/r by a 1x1 convolution, dilated 3x3 convolutions, one map by a 1x1 convolution."""

    def __init__(
        self, channels: int, width: int, dilated: int, dilation: int, padding: int, out_norm: bool
    ) -> None:
        super().__init__()
        self.reduce = nn.Conv2d(channels, width, 1)
        self.reduce_bn = nn.BatchNorm2d(width)
        self.conv = nn.ModuleList(
            nn.Conv2d(width, width, 3, padding=padding, dilation=dilation) for _ in range(dilated)
        )
        self.bn = nn.ModuleList(nn.BatchNorm2d(width) for _ in range(dilated))
        self.last = nn.Conv2d(width, 1, 1)
        self.out_bn = nn.BatchNorm2d(1) if out_norm else None

    def dilated(self) -> list[tuple[nn.Conv2d, nn.BatchNorm2d]]:
        """The 3x3 convolutions, each with its normalization."""
        pairs: Any = zip(self.conv, self.bn, strict=True)
        return list(pairs)


class BAM(AttentionModule):
    """(B, C, H, W) -> (B, C, H, W).

    ``official`` multiplies the branches before the sigmoid, where the paper adds them, and
    does not normalize their outputs.  ``reference`` has three hidden layers and three
    convolutions of dilation 2 padded by 1, so that its spatial branch shrinks the map by
    2 each time: it is defined for 7x7 maps only, and its spatial gate is one number.
    """

    variants = {
        "paper": {"hidden": 1, "dilated": 2, "dilation": 4, "padding": 4, "normalized": True},
        "official": {"hidden": 1, "dilated": 2, "dilation": 4, "padding": 4, "normalized": False},
        "reference": {"hidden": 3, "dilated": 3, "dilation": 2, "padding": 1, "normalized": False},
    }

    def __init__(
        self, channels: int, *, reduction: int = 16, variant: str = "paper", impl: str = "eager"
    ) -> None:
        super().__init__(channels, variant, impl)
        self.width = divides(reduction, channels, "BAM", "reduction")
        differs = self.differs
        self.ch = ChannelBranch(channels, self.width, differs["hidden"], differs["normalized"])
        self.sp = SpatialBranch(
            channels,
            self.width,
            differs["dilated"],
            differs["dilation"],
            differs["padding"],
            differs["normalized"],
        )

    def check(self, x: Tensor) -> None:
        super().check(x)
        self.check_statistics(x.shape[0], "its channel branch")
        if self._spatial_sizes(x.shape[2], x.shape[3])[-1] not in ((1, 1), tuple(x.shape[2:])):
            raise ShapeError(
                f"BAM's reference variant shrinks {x.shape[2]}x{x.shape[3]} maps to a size that "
                'does not fit the input again; use a 7x7 map or variant="paper".'
            )

    def eager(self, x: Tensor) -> Tensor:
        channel = x.mean(dim=(2, 3))
        for fc, bn in zip(self.ch.fc, self.ch.bn, strict=True):
            channel = bn(fc(channel)).relu()
        channel = self.ch.last(channel)
        spatial = self.sp.reduce_bn(self.sp.reduce(x)).relu()
        for conv, bn in self.sp.dilated():
            spatial = bn(conv(spatial)).relu()
        spatial = self.sp.last(spatial)
        if self.ch.out_bn is not None and self.sp.out_bn is not None:
            channel, spatial = self.ch.out_bn(channel), self.sp.out_bn(spatial)
        product = self.variant == "official"
        gate = as_map(channel) * spatial if product else as_map(channel) + spatial
        return x * (1 + gate.sigmoid())

    def fast(self, x: Tensor) -> Tensor:
        """x + x gate in one pass; in eval mode, normalizations are folded into large
        convolutions.
        """
        channel = x.mean(dim=(2, 3))
        for fc, bn in zip(self.ch.fc, self.ch.bn, strict=True):
            channel = bn(fc(channel)).relu_()
        spatial = normalized_convolution(self.sp.reduce, self.sp.reduce_bn, x).relu_()
        for conv, bn in self.sp.dilated():
            spatial = normalized_convolution(conv, bn, spatial).relu_()
        if self.ch.out_bn is not None and self.sp.out_bn is not None:
            channel = self.ch.out_bn(self.ch.last(channel))
            spatial = normalized_convolution(self.sp.last, self.sp.out_bn, spatial)
        else:
            channel, spatial = self.ch.last(channel), self.sp.last(spatial)
        product = self.variant == "official"
        gate = as_map(channel) * spatial if product else as_map(channel) + spatial
        return boost(x, gate.sigmoid_())

    def _spatial_sizes(self, height: int, width: int) -> list[tuple[int, int]]:
        """Map sizes after each dilated convolution."""
        sizes = []
        for conv, _ in self.sp.dilated():
            height, width = conv_size(conv, height, width)
            sizes.append((height, width))
        return sizes

    def parameter_count(self) -> int:
        """With w = C/r: paper 2 C w + 2 C + C + 2 w + w (channel: layers, biases, normalizations),
        C w + 18 w^2 + w + 1 + 3 w + 6 w + 2 (spatial)."""
        c, w = self.channels, self.width
        hidden, dilated = self.differs["hidden"], self.differs["dilated"]
        channel = (c + 1) * w + (hidden - 1) * (w + 1) * w + 2 * hidden * w + (w + 1) * c
        spatial = (c + 1) * w + dilated * (9 * w + 1) * w + 2 * (dilated + 1) * w + w + 1
        return channel + spatial + (2 * c + 2 if self.differs["normalized"] else 0)

    def multiply_adds(self, shape: tuple[int, ...]) -> int:
        """2 C w for the channel branch (paper), H W (C w + 18 w^2 + w) for the spatial one."""
        c, w = self.channels, self.width
        sizes = self._spatial_sizes(shape[1], shape[2])
        channel = 2 * c * w + (self.differs["hidden"] - 1) * w * w
        dilated = sum(9 * w * w * rows * columns for rows, columns in sizes)
        return channel + shape[1] * shape[2] * c * w + dilated + sizes[-1][0] * sizes[-1][1] * w
