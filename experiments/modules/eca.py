"""Efficient channel attention: a gate per channel from the means of its k neighbors in channel
order.

    z = mean over places of x,   s = sigmoid(conv1d_k(z)),   y_c = s_c x_c

The convolution runs along the channel axis, zero-padded.  The order of the channels
matters.  k grows with C: |log2(C) / gamma + b / gamma| is cut to an integer, and 1 is added if that
is even; gamma = 2, b = 1.  So k = 3 for C = 64 (3.5), and 5 for C = 256 (4.5) and 512 (5).

Shapes for C = 64, x: (2, 64, 8, 8)

    z         (2, 64)
    conv1d    (2, 1, 64)        the channels are the places of a sequence with one feature
    y         (2, 64, 8, 8)

Source: Q. Wang et al., "ECA-Net: Efficient channel attention for deep convolutional
neural networks," in Proc. CVPR, 2020, eqs. (9), (12).
"""

from __future__ import annotations

import math

from torch import Tensor, nn
from torch.nn import functional as F

from experiments.errors import ShapeError
from experiments.modules.base import AttentionModule
from experiments.modules.fused import excite, squeeze
from experiments.modules.layers import as_map


def adaptive_kernel(channels: int, gamma: int = 2, b: int = 1) -> int:
    """k of eq. (12): t = |log2(C) + b| / gamma cut to an integer, plus 1 if that is even."""
    size = int(abs((math.log2(channels) + b) / gamma))
    return size if size % 2 else size + 1


class ECA(AttentionModule):
    """(B, C, H, W) -> (B, C, H, W).

    ``reference`` has a bias and k = 3 whatever the number of channels.
    """

    variants = {"paper": {"bias": False}, "reference": {"bias": True, "kernel": 3}}

    def __init__(
        self,
        channels: int,
        *,
        kernel: int | None = None,
        variant: str = "paper",
        impl: str = "eager",
    ) -> None:
        super().__init__(channels, variant, impl)
        self.kernel = kernel or self.differs.get("kernel") or adaptive_kernel(channels)
        if self.kernel % 2 == 0:
            raise ShapeError(f"ECA needs an odd kernel, not {self.kernel}.")
        self.conv = nn.Conv1d(
            1, 1, self.kernel, padding=self.kernel // 2, bias=self.differs["bias"]
        )

    def eager(self, x: Tensor) -> Tensor:
        means = x.mean(dim=(2, 3))  # (B, C)
        gate = self.conv(means[:, None]).squeeze(1).sigmoid()
        return x * as_map(gate)

    def fast(self, x: Tensor) -> Tensor:
        """The means of a batch are one image of one channel, (1, 1, B, C): its convolution by
        one row of weights is the same, and libraries do it in one step instead of sample by
        sample.
        """
        x, means = squeeze(x)
        gate = F.conv2d(
            means[None, None], self.conv.weight[None], self.conv.bias, padding=(0, self.kernel // 2)
        )
        return excite(x, gate[0, 0].sigmoid())

    def parameter_count(self) -> int:
        """k, and a bias in ``reference``."""
        return self.kernel + int(self.differs["bias"])

    def multiply_adds(self, shape: tuple[int, ...]) -> int:
        """k C."""
        return self.kernel * self.channels
