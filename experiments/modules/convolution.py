"""The baselines: a 3x3 convolution, and a depthwise-separable one.

    dense:      y_o(p) = sum_c sum_d W_oc(d) x_c(p + d) + b_o       9 C^2 multiply-adds a place
    separable:  u_c(p) = sum_d D_c(d) x_c(p + d),  y = P u + b      9 C + C^2 multiply-adds a place

Shapes for x: (2, 64, 8, 8)

    y         (2, 64, 8, 8)    in both

Source of the second: A. G. Howard et al., "MobileNets," arXiv:1704.04861, 2017, sec. 3.1.
"""

from __future__ import annotations

from torch import Tensor, nn

from experiments.modules.base import AttentionModule
from experiments.modules.layers import conv_multiply_adds, conv_parameters


class Convolution(AttentionModule):
    """(B, C, H, W) -> (B, C, H, W) by one dense 3x3 convolution with biases."""

    implementations = ("eager",)

    def __init__(self, channels: int, *, variant: str = "paper", impl: str = "eager") -> None:
        super().__init__(channels, variant, impl)
        self.conv = nn.Conv2d(channels, channels, 3, padding=1)

    def eager(self, x: Tensor) -> Tensor:
        return self.conv(x)

    def parameter_count(self) -> int:
        """(9 C + 1) C."""
        return conv_parameters(self.conv)

    def multiply_adds(self, shape: tuple[int, ...]) -> int:
        """9 H W C^2."""
        return conv_multiply_adds(self.conv, shape[1], shape[2])


class SeparableConvolution(AttentionModule):
    """(B, C, H, W) -> (B, C, H, W) by a depthwise 3x3 and a pointwise 1x1 convolution."""

    implementations = ("eager",)

    def __init__(self, channels: int, *, variant: str = "paper", impl: str = "eager") -> None:
        super().__init__(channels, variant, impl)
        self.depthwise = nn.Conv2d(channels, channels, 3, padding=1, groups=channels)
        self.pointwise = nn.Conv2d(channels, channels, 1)

    def eager(self, x: Tensor) -> Tensor:
        return self.pointwise(self.depthwise(x))

    def parameter_count(self) -> int:
        """(9 + 1) C + (C + 1) C."""
        return conv_parameters(self.depthwise) + conv_parameters(self.pointwise)

    def multiply_adds(self, shape: tuple[int, ...]) -> int:
        """H W (9 C + C^2)."""
        first = conv_multiply_adds(self.depthwise, shape[1], shape[2])
        return first + conv_multiply_adds(self.pointwise, shape[1], shape[2])
