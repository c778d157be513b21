"""2x2 maximum pooling and ReLU, in either order: the same function, since ReLU never decreases.

    max over places of relu(x)  =  relu(max over places of x)

Shapes for x: (2, 64, 8, 8)

    y         (2, 64, 4, 4)

If pooling is first, the ReLU processes only a quarter of the map. The identity is true only for
monotone functions: not for GELU or SiLU.
"""

from __future__ import annotations

from torch import Tensor
from torch.nn import functional as F

from experiments.modules.base import AttentionModule


class PoolAndReLU(AttentionModule):
    """(B, C, H, W) -> (B, C, H // 2, W // 2); nothing is learned."""

    implementations = ("relu_pool", "pool_relu")

    def __init__(self, channels: int, *, variant: str = "paper", impl: str = "relu_pool") -> None:
        super().__init__(channels, variant, impl)

    def relu_pool(self, x: Tensor) -> Tensor:
        return F.max_pool2d(x.relu(), 2)

    def pool_relu(self, x: Tensor) -> Tensor:
        return F.max_pool2d(x, 2).relu()

    def parameter_count(self) -> int:
        """0."""
        return 0

    def multiply_adds(self, shape: tuple[int, ...]) -> int:
        """0: comparisons only."""
        return 0
