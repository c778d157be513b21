"""Scaled dot-product self-attention with h heads.

    head_i = softmax(Q_i K_i^T / sqrt(d_k)) V_i,    Q_i = X W_i^Q + b_i^Q  (K, V likewise)
    out    = concat(head_1 ... head_h) W^O + b^O

Shapes for d = 64, h = 8 and two samples of n = 49 tokens, X: (2, 49, 64)

    X W^Q             (2, 49, 64)       all heads next to each other
    Q, K, V           (2, 8, 49, 8)     the same numbers, head by head: d_k = d_v = 64 / 8
    Q K^T             (2, 8, 49, 49)    one map of tokens by tokens for each head
    softmax(...) V    (2, 8, 49, 8)
    concat, out       (2, 49, 64)

Source: A. Vaswani et al., "Attention is all you need," in Proc. NeurIPS, 2017, sec. 3.2.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from experiments.errors import ShapeError
from experiments.modules.base import (
    AttentionModule,
    divides,
    in_row_blocks,
    like_input,
    tokens_of,
)


class SelfAttention(AttentionModule):
    """(B, n, d) -> (B, n, d), or (B, d, H, W) -> the same with n = H W.

    ``key_width`` and ``value_width`` are d_k and d_v of ONE head, d / h by default as in the
    paper. A larger width makes a different, more expensive function.

    Queries may look at another sequence or map, the ``context`` of m tokens; by default, they look
    at their own (m = n).

    A mask is boolean, True where a query may look at a key, and is applied before the
    softmax: (n, m), (B, 1, n, m) or (B, h, n, m).  A query that may look at nothing
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

    def forward(
        self, x: Tensor, context: Tensor | None = None, mask: Tensor | None = None
    ) -> Tensor:
        """The attended tokens: queries from ``x``, keys and values from ``context`` (B, m, d), or
        from ``x`` too. ``mask`` is True where a query may look at a key.

        Raises ShapeError if the context has other samples or channels, or the mask is not boolean.
        """
        self.check(x)
        if context is not None:
            self.check_context(context, x)
        if mask is not None and mask.dtype != torch.bool:
            raise ShapeError(f"The mask must be boolean (True = may look), not {mask.dtype}.")
        implementation = self.fast if self.impl == "fast" else self.eager
        return implementation(x, context, mask)

    def eager(self, x: Tensor, context: Tensor | None = None, mask: Tensor | None = None) -> Tensor:
        query, key, value = self._projected(x, context)
        return like_input(self._joined(self._attended(query, key, value, mask)), x)

    def _attended(
        self, query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None = None
    ) -> Tensor:
        """softmax(Q K^T / sqrt(d_k)) V for all heads."""
        logits = query @ key.transpose(-2, -1) / math.sqrt(self.key_width)  # (B, h, n, n)
        if mask is not None:
            logits = logits.masked_fill(~mask, torch.finfo(logits.dtype).min)
        attention = logits.softmax(dim=-1)
        if mask is not None:
            attention = attention * mask.any(dim=-1, keepdim=True)
        attention = F.dropout(attention, self.dropout, self.training)
        return attention @ value

    def definition(self, x: Tensor, rows: int | None = None) -> Tensor:
        if rows is None:
            return super().definition(x)
        query, key, value = self._projected(x, None)
        return like_input(self._joined(in_row_blocks(self._attended, query, rows, key, value)), x)

    def fast(self, x: Tensor, context: Tensor | None = None, mask: Tensor | None = None) -> Tensor:
        """One fused kernel instead of logits, softmax and product. It stores no n x n map if
        d_k = d_v.
        """
        query, key, value = self._projected(x, context)
        dropout = self.dropout if self.training else 0.0
        if mask is None:
            heads = F.scaled_dot_product_attention(query, key, value, None, dropout)
        # the kernel returns NaN for a query that may look at nothing: let it look, then zero it
        else:
            seen = mask.any(dim=-1, keepdim=True)
            heads = F.scaled_dot_product_attention(query, key, value, mask | ~seen, dropout)
            heads = heads * seen
        return like_input(self._joined(heads), x)

    def _projected(self, x: Tensor, context: Tensor | None) -> tuple[Tensor, Tensor, Tensor]:
        """Queries (B, h, n, d_k), keys (B, h, m, d_k) and values (B, h, m, d_v), head by head."""
        tokens = tokens_of(x)
        others = tokens if context is None else tokens_of(context)
        split = (
            fc(source).unflatten(2, (self.heads, width)).transpose(1, 2)
            for fc, source, width in (
                (self.fc_q, tokens, self.key_width),
                (self.fc_k, others, self.key_width),
                (self.fc_v, others, self.value_width),
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
