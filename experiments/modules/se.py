"""Squeeze-and-excitation: a gate per channel from the map's means.

    z = mean over places of x,   s = sigmoid(W_2 relu(W_1 z)),   y_c = s_c x_c
    W_1: (C/r, C),  W_2: (C, C/r)

Shapes for C = 64, r = 16, x: (2, 64, 8, 8)

    z         (2, 64)           one mean for each channel
    W_1 z     (2, 4)
    s         (2, 64)           one gate for each channel
    y         (2, 64, 8, 8)     each map times its gate

Source: J. Hu, L. Shen, and G. Sun, "Squeeze-and-excitation networks," in Proc. CVPR,
2018, eqs. (2)-(4).
"""

from __future__ import annotations

from torch import Tensor, nn

from experiments.modules.base import AttentionModule, divides
from experiments.modules.fused import excite, squeeze
from experiments.modules.layers import as_map


class SE(AttentionModule):
    """(B, C, H, W) -> (B, C, H, W)."""

    def __init__(
        self, channels: int, *, reduction: int = 16, variant: str = "paper", impl: str = "eager"
    ) -> None:
        super().__init__(channels, variant, impl)
        self.reduction = reduction
        width = divides(reduction, channels, "SE", "reduction")
        self.fc1 = nn.Linear(channels, width, bias=False)
        self.fc2 = nn.Linear(width, channels, bias=False)

    def eager(self, x: Tensor) -> Tensor:
        means = x.mean(dim=(2, 3))  # (B, C)
        gate = self.fc2(self.fc1(means).relu()).sigmoid()
        return x * as_map(gate)

    def fast(self, x: Tensor) -> Tensor:
        """Two passes forward, like the definition; the gradient joins its parts without maps
        between them.
        """
        x, means = squeeze(x)
        return excite(x, self.fc2(self.fc1(means).relu_()).sigmoid_())

    def parameter_count(self) -> int:
        """2 C^2 / r."""
        return 2 * self.channels * self.channels // self.reduction

    def multiply_adds(self, shape: tuple[int, ...]) -> int:
        """2 C^2 / r, whatever the size of the map."""
        return 2 * self.channels * self.channels // self.reduction
