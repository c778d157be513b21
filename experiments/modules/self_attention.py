"""Scaled dot-product self-attention with h heads.

    head_i = softmax(Q_i K_i^T / sqrt(d_k)) V_i,    Q_i = X W_i^Q + b_i^Q  (K, V likewise)
    out    = concat(head_1 ... head_h) W^O + b^O

Source: A. Vaswani et al., "Attention is all you need," in Proc. NeurIPS, 2017, sec. 3.2.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from experiments.errors import ShapeError
from experiments.modules.base import AttentionModule, divides, like_input, tokens_of


class SelfAttention(AttentionModule):
    """(B, n, d) -> (B, n, d), or (B, d, H, W) -> the same with n = H W.

    ``key_width`` and ``value_width`` are d_k and d_v of ONE head, d / h by default as in the
    paper. A larger width makes a different, more expensive function.

    A mask is boolean, True where a query may look at a key, and is applied before the
    softmax: (n, n), (B, 1, n, n) or (B, h, n, n).  A query that may look at nothing
    attends to nothing: its heads give zeros.
    """

    layout = "tokens"

    def __init__(
        self,
        channels: int,
        *,
        heads: int = 8,
        key_width: int | None = None,
        value_width: int | None = None,
        dropout: float = 0.0,
        variant: str = "paper",
        impl: str = "eager",
    ) -> None:
        super().__init__(channels, variant, impl)
        self.heads = heads
        self.key_width = key_width or divides(heads, channels, "SelfAttention", "heads")
        self.value_width = value_width or divides(heads, channels, "SelfAttention", "heads")
        self.dropout = dropout
        self.fc_q = nn.Linear(channels, heads * self.key_width)
        self.fc_k = nn.Linear(channels, heads * self.key_width)
        self.fc_v = nn.Linear(channels, heads * self.value_width)
        self.fc_o = nn.Linear(heads * self.value_width, channels)

    def forward(self, x: Tensor, mask: Tensor | None = None) -> Tensor:
        """The attended tokens; ``mask`` is True where a query may look at a key."""
        self.check(x)
        if mask is not None and mask.dtype != torch.bool:
            raise ShapeError(f"The mask must be boolean (True = may look), not {mask.dtype}.")
        return self.fast(x, mask) if self.impl == "fast" else self.eager(x, mask)

    def eager(self, x: Tensor, mask: Tensor | None = None) -> Tensor:
        query, key, value = self._projected(tokens_of(x))
        logits = query @ key.transpose(-2, -1) / math.sqrt(self.key_width)  # (B, h, n, n)
        if mask is not None:
            logits = logits.masked_fill(~mask, torch.finfo(logits.dtype).min)
        attention = logits.softmax(dim=-1)
        if mask is not None:
            attention = attention * mask.any(dim=-1, keepdim=True)
        attention = F.dropout(attention, self.dropout, self.training)
        return like_input(self._joined(attention @ value), x)

    def fast(self, x: Tensor, mask: Tensor | None = None) -> Tensor:
        """One fused kernel instead of logits, softmax and product, so no n x n map is stored.

        On a CPU, the kernel is faster from a few hundred tokens on; below, the only saving is to
        scale the smaller of queries and logits.
        """
        query, key, value = self._projected(tokens_of(x))
        dropout = self.dropout if self.training else 0.0
        if query.is_cuda or mask is not None or dropout or query.shape[2] >= 256:
            if mask is None:
                heads = F.scaled_dot_product_attention(query, key, value, None, dropout)
            # the kernel returns NaN for a query that may look at nothing: let it look, then zero it
            else:
                seen = mask.any(dim=-1, keepdim=True)
                heads = F.scaled_dot_product_attention(query, key, value, mask | ~seen, dropout)
                heads = heads * seen
        else:
            scale = 1 / math.sqrt(self.key_width)
            if query.shape[2] > self.key_width:
                logits = (query * scale) @ key.transpose(-2, -1)
            else:
                logits = (query @ key.transpose(-2, -1)) * scale
            heads = logits.softmax(dim=-1) @ value
        return like_input(self._joined(heads), x)

    def _projected(self, tokens: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Queries, keys and values, head by head: (B, h, n, d_k), the same, (B, h, n, d_v)."""
        split = (
            fc(tokens).unflatten(2, (self.heads, width)).transpose(1, 2)
            for fc, width in (
                (self.fc_q, self.key_width),
                (self.fc_k, self.key_width),
                (self.fc_v, self.value_width),
            )
        )
        query, key, value = split
        return query, key, value

    def _joined(self, heads: Tensor) -> Tensor:
        return self.fc_o(heads.transpose(1, 2).flatten(2))

    def parameter_count(self) -> int:
        """(d + 1) h (2 d_k + d_v) for the inputs, (h d_v + 1) d for the output."""
        d, h = self.channels, self.heads
        inputs = (d + 1) * h * (2 * self.key_width + self.value_width)
        return inputs + (h * self.value_width + 1) * d

    def multiply_adds(self, shape: tuple[int, ...]) -> int:
        """n d h (2 d_k + 2 d_v) for projections, h n^2 (d_k + d_v) for attention."""
        n = shape[0] if len(shape) == 2 else shape[1] * shape[2]
        projections = n * self.channels * self.heads * 2 * (self.key_width + self.value_width)
        return projections + self.heads * n * n * (self.key_width + self.value_width)
