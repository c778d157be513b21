"""Convolutional block attention: a gate per channel, then a gate per place.

    M_c = sigmoid(MLP(mean over places of x) + MLP(max over places of x)),   F' = M_c x
    M_s = sigmoid(BN(conv_7x7([max over channels of F'; mean over channels of F'])))
    y   = M_s F'

The MLP C -> C/r -> C is shared by both poolings. The paper writes the mean first; both codes put
the maximum first, which only permutes the kernel's two input channels.

Shapes for C = 64, r = 16, x: (2, 64, 8, 8)

    means       (2, 64)          and as many maxima; both go through the same MLP
    hidden      (2, 4)
    F'          (2, 64, 8, 8)
    statistics  (2, 2, 8, 8)     for each place, the maximum and the mean over channels
    M_s         (2, 1, 8, 8)     one gate for each place
    y           (2, 64, 8, 8)

Source: S. Woo, J. Park, J.-Y. Lee, and I. S. Kweon, "CBAM: Convolutional block attention
module," in Proc. ECCV, 2018, eqs. (1)-(3); batch normalization as in the authors' code.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from experiments.errors import ShapeError
from experiments.modules.base import AttentionModule, divides
from experiments.modules.layers import as_map, conv_multiply_adds, normalized_convolution


class CBAM(AttentionModule):
    """(B, C, H, W) -> (B, C, H, W).

    ``reference`` adds x to the output, has no biases in the MLP, and a bias instead of the batch
    normalization.
    """

    variants = {
        "paper": {"normalized": True, "residual": False},
        "reference": {"normalized": False, "residual": True},
    }

    def __init__(
        self,
        channels: int,
        *,
        reduction: int = 16,
        kernel: int = 7,
        variant: str = "paper",
        impl: str = "eager",
    ) -> None:
        super().__init__(channels, variant, impl)
        if kernel % 2 == 0:
            raise ShapeError(
                f"CBAM needs an odd kernel, not {kernel}: an even one changes the map's size."
            )
        self.width = divides(reduction, channels, "CBAM", "reduction")
        normalized = self.differs["normalized"]
        self.mlp1 = nn.Linear(channels, self.width, bias=normalized)
        self.mlp2 = nn.Linear(self.width, channels, bias=normalized)
        self.spatial = nn.Conv2d(2, 1, kernel, padding=kernel // 2, bias=not normalized)
        if normalized:
            self.spatial_bn = nn.BatchNorm2d(1, momentum=0.01)

    def check(self, x: Tensor) -> None:
        super().check(x)
        if self.differs["normalized"]:
            self.check_statistics(x.shape[0] * x.shape[2] * x.shape[3], "the spatial gate")

    def eager(self, x: Tensor) -> Tensor:
        pooled = self._mlp(x.mean(dim=(2, 3))) + self._mlp(x.amax(dim=(2, 3)))  # (B, C)
        refined = x * as_map(pooled.sigmoid())
        statistics = torch.cat(
            [refined.amax(1, keepdim=True), refined.mean(1, keepdim=True)], dim=1
        )
        gate = self.spatial(statistics)  # (B, 1, H, W)
        if self.differs["normalized"]:
            gate = self.spatial_bn(gate)
        y = refined * gate.sigmoid()
        return x + y if self.differs["residual"] else y

    def fast(self, x: Tensor) -> Tensor:
        """The MLP processes both poolings as one batch; gate and residual are one pass."""
        pooled = torch.stack([x.mean(dim=(2, 3)), x.amax(dim=(2, 3))])  # (2, B, C)
        hidden = self.mlp1(pooled).relu_().sum(dim=0)
        gate = nn.functional.linear(hidden, self.mlp2.weight)
        if self.mlp2.bias is not None:
            gate = gate + 2 * self.mlp2.bias
        refined = x * as_map(gate.sigmoid_())
        statistics = torch.stack([refined.amax(1), refined.mean(1)], dim=1)
        if self.differs["normalized"]:
            places = normalized_convolution(self.spatial, self.spatial_bn, statistics).sigmoid_()
        else:
            places = self.spatial(statistics).sigmoid_()
        if self.differs["residual"]:
            return torch.addcmul(x, refined, places)
        return refined * places if torch.is_grad_enabled() else refined.mul_(places)

    def _mlp(self, pooled: Tensor) -> Tensor:
        return self.mlp2(self.mlp1(pooled).relu())

    def parameter_count(self) -> int:
        """2 C^2/r + 2 k^2, and C + C/r + 2 (biases, normalization) or 1 (a bias)."""
        c, w, k = self.channels, self.width, self.spatial.kernel_size[0]
        return 2 * c * w + 2 * k * k + (c + w + 2 if self.differs["normalized"] else 1)

    def multiply_adds(self, shape: tuple[int, ...]) -> int:
        """4 C^2/r for the MLP, twice; 2 k^2 H W for the convolution."""
        mlp = 4 * self.channels * self.width
        return mlp + conv_multiply_adds(self.spatial, shape[1], shape[2])
