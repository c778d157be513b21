"""Efficient multi-head self-attention of ResT: keys and values from a smaller map, heads mixed.

    Q from the n tokens;  K, V from LN(conv_{s+1, stride s}(x)): n' tokens, depthwise convolution
    P_i = IN(softmax(sum_g w_ig Q_g K_g^T / sqrt(d_k) + b_i))       (n, n') for each head
    out = concat_i(P_i V_i) W^O + b^O

IN, the instance normalization, gives each head's whole map P_i zero mean and unit
variance, so its rows no longer sum to 1.

Shapes for d = 64, h = 8, s = 2 and two samples of n = 64 tokens (8 by 8), x: (2, 64, 64)

    conv(x)   (2, 64, 4, 4)      so n' = 16
    Q         (2, 8, 64, 8)
    K, V      (2, 8, 16, 8)
    P         (2, 8, 64, 16)     n by n' for each head
    out       (2, 64, 64)

Source: Q. Zhang and Y.-B. Yang, "ResT: An efficient transformer for visual recognition,"
in Proc. NeurIPS, 2021, eqs. (3)-(5).
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from experiments.errors import ShapeError
from experiments.modules.base import AttentionModule, divides, like_input, map_size, tokens_of
from experiments.modules.layers import conv_multiply_adds, conv_size, float32_at_least

EPSILON = 1e-5


class EMSA(AttentionModule):
    """(B, n, d) -> (B, n, d) with n = H W, or (B, d, H, W) -> the same.

    Queries may look at another map, the ``context``. Tokens of which keys are made need
    ``size=(H, W)`` unless they form a square. There is no mask, because it has no meaning
    with mixed heads and instance normalization. ``reference`` has biases in the projections of
    queries, keys and values.

    The bias of the head mixing has no effect, in either implementation: it is the same
    for all keys, and the softmax cancels it.
    """

    layout = "tokens"
    digits_lost = 5.0  # all but the differences from 1/n' is taken away from P
    variants = {"paper": {"bias": False}, "reference": {"bias": True}}

    def __init__(
        self,
        channels: int,
        *,
        heads: int = 8,
        key_width: int | None = None,
        value_width: int | None = None,
        ratio: int = 2,
        variant: str = "paper",
        impl: str = "eager",
    ) -> None:
        super().__init__(channels, variant, impl)
        self.heads = heads
        self.key_width = key_width or divides(heads, channels, "EMSA", "heads")
        self.value_width = value_width or divides(heads, channels, "EMSA", "heads")
        self.ratio = ratio
        bias = self.differs["bias"]
        self.fc_q = nn.Linear(channels, heads * self.key_width, bias=bias)
        self.fc_k = nn.Linear(channels, heads * self.key_width, bias=bias)
        self.fc_v = nn.Linear(channels, heads * self.value_width, bias=bias)
        self.fc_o = nn.Linear(heads * self.value_width, channels)
        self.sr_conv = nn.Conv2d(channels, channels, ratio + 1, ratio, ratio // 2, groups=channels)
        self.sr_ln = nn.LayerNorm(channels)
        self.transform = nn.Conv2d(heads, heads, 1)

    def forward(
        self,
        x: Tensor,
        context: Tensor | None = None,
        size: tuple[int, int] | None = None,
    ) -> Tensor:
        """The attended tokens: queries from ``x``, keys and values from ``context``, tokens
        (B, m, d) or a map, or from ``x`` too.

        ``size`` is (H, W) of the tokens that the keys are made from, if they are not a square.
        Raises ShapeError if they do not form such a map, or the context has other samples or
        channels.
        """
        self.check(x)
        if context is not None:
            self.check_context(context, x)
        source = x if context is None else context
        height, width = size or map_size(tuple(source.shape[1:]), "EMSA")
        tokens = tokens_of(source)
        if height * width != tokens.shape[1]:
            raise ShapeError(f"EMSA: size {height}x{width} does not give {tokens.shape[1]} tokens.")
        if min(conv_size(self.sr_conv, height, width)) < 1:
            raise ShapeError(
                f"EMSA with ratio {self.ratio} leaves nothing of a {height}x{width} map; use a"
                " smaller ratio."
            )
        image = (
            tokens.transpose(1, 2).unflatten(2, (height, width)) if source.dim() == 3 else source
        )
        out = self._attend(tokens_of(x), image, self.impl == "fast")
        return like_input(out, x)

    def _attend(self, tokens: Tensor, image: Tensor, fast: bool) -> Tensor:
        reduced = self.sr_ln(self.sr_conv(image).flatten(2).transpose(1, 2))  # (B, n', d)
        query = self._heads(self.fc_q(tokens), self.key_width)  # (B, h, n, d_k)
        key = self._heads(self.fc_k(reduced), self.key_width)  # (B, h, n', d_k)
        value = self._heads(self.fc_v(reduced), self.value_width)
        heads = self._fast_heads if fast else self._eager_heads
        return self.fc_o(heads(query, key, value).transpose(1, 2).flatten(2))

    def _eager_heads(self, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        """IN(P) V as the formula reads."""
        logits = query @ key.transpose(-2, -1) / math.sqrt(self.key_width)  # (B, h, n, n')
        attention = self.transform(logits).softmax(dim=-1)
        variance, mean = torch.var_mean(attention, dim=(2, 3), correction=0, keepdim=True)
        return (attention - mean) * torch.rsqrt(variance + EPSILON) @ value

    def _fast_heads(self, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        """Rows of P sum to 1, so its mean is 1/n', and with V' = V - mean over keys of V IN(P) V
        = P V' / sqrt(mean(P^2) - 1/n'^2 + eps): the n' values are normalized instead of the n x
        n' map, if they are fewer, and the scale of the logits is part of the weights that mix
        the heads.
        """
        places, keys = query.shape[2], key.shape[2]
        weight = self.transform.weight * (1 / math.sqrt(self.key_width))
        mixed = F.conv2d(query @ key.transpose(-2, -1), weight, self.transform.bias)
        attention = mixed.softmax(dim=-1)
        wide = float32_at_least(attention.dtype)
        norm = torch.linalg.vector_norm(attention, dim=(2, 3), keepdim=True, dtype=wide)
        variance = norm.square() / (places * keys) - 1 / keys**2
        scale = torch.rsqrt(variance.clamp(min=0) + EPSILON).to(value.dtype)
        if places < self.value_width:  # the map is smaller than the values
            return torch.addcmul(scale * (-1 / keys), attention, scale) @ value
        return attention @ ((value - value.mean(dim=2, keepdim=True)) * scale)

    def _heads(self, x: Tensor, width: int) -> Tensor:
        return x.unflatten(2, (self.heads, width)).transpose(1, 2)

    def parameter_count(self) -> int:
        """d h (2 d_k + d_v) (+ h (2 d_k + d_v)), (h d_v + 1) d, ((s + 1)^2 + 1) d, 2 d, (h + 1)
        h.
        """
        d, h = self.channels, self.heads
        inputs = (d + int(self.differs["bias"])) * h * (2 * self.key_width + self.value_width)
        reduction = ((self.ratio + 1) ** 2 + 1) * d + 2 * d
        return inputs + (h * self.value_width + 1) * d + reduction + (h + 1) * h

    def multiply_adds(self, shape: tuple[int, ...]) -> int:
        """n d h d_k + n' d h (d_k + d_v) + n h d_v d, n' d (s + 1)^2, n n' h (d_k + d_v + h)."""
        height, width = map_size(shape, "EMSA")
        d, h, n = self.channels, self.heads, height * width
        rows, columns = conv_size(self.sr_conv, height, width)
        keys = rows * columns
        projections = d * h * (n * (self.key_width + self.value_width))
        projections += d * h * keys * (self.key_width + self.value_width)
        attention = n * keys * h * (self.key_width + self.value_width + h)
        return projections + conv_multiply_adds(self.sr_conv, height, width) + attention
