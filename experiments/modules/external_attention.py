"""External attention: two small learned memories, shared by all samples, instead of keys and
values.

    A = norm(F M_k^T),   F_out = A M_v          F: (n, d), M_k: (S, d), M_v: (S, d)

``norm`` is the double normalization: a softmax over the n *tokens* of each memory
slot, and then each token's row divided by its sum over the S slots.  The cost is
linear in n.

Shapes for d = 64, S = 64 and two samples of n = 49 tokens, F: (2, 49, 64)

    F M_k^T   (2, 49, 64)     one column for each of the S slots
    A         (2, 49, 64)     each column is a softmax over 49 tokens; then each row sums to 1
    F_out     (2, 49, 64)

Source: M.-H. Guo, Z.-N. Liu, T.-J. Mu, and S.-M. Hu, "Beyond self-attention: External
attention using two linear layers for visual tasks," IEEE TPAMI, 2023, eqs. (5)-(7).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from experiments.modules.base import AttentionModule, device_kind, like_input, tokens_of


class ExternalAttention(AttentionModule):
    """(B, n, d) -> (B, n, d), or (B, d, H, W) -> the same with n = H W.

    ``eager`` divides 0 by 0 where every slot's softmax underflows in a token's row (one token
    far larger than the rest); ``fast`` uses logarithms and does not. The authors' code adds 1e-9
    to the divisor instead, which changes the function.
    """

    layout = "tokens"

    def __init__(
        self, channels: int, *, memory: int = 64, variant: str = "paper", impl: str = "eager"
    ) -> None:
        super().__init__(channels, variant, impl)
        self.memory = memory
        self.mk = nn.Linear(channels, memory, bias=False)  # M_k: (S, d)
        self.mv = nn.Linear(memory, channels, bias=False)  # M_v^T: (d, S)

    def eager(self, x: Tensor) -> Tensor:
        attention = self.mk(tokens_of(x)).softmax(dim=1)  # over the tokens: (B, n, S)
        attention = attention / attention.sum(dim=2, keepdim=True)
        return like_input(self.mv(attention), x)

    def fast(self, x: Tensor) -> Tensor:
        """With l the logits: softmax over tokens, then L1 over slots, is softmax_S(l -
        logsumexp_tokens(l)): the first softmax in logarithms makes the second exact. On a CPU, a
        second exponential costs more than a check of the smallest divisor.
        """
        logits = F.linear(tokens_of(x), self.mk.weight)
        if device_kind(x) == "cpu" and not torch.compiler.is_compiling():
            attention = logits.softmax(dim=1)
            del logits
            total = attention.sum(dim=2, keepdim=True)
            least = 0.1 if x.dtype == torch.float16 else 1e-30
            if x.is_meta or total.amin().item() > least:
                attention = attention / total if attention.requires_grad else attention.div_(total)
                return like_input(F.linear(attention, self.mv.weight), x)
            logits = F.linear(tokens_of(x), self.mk.weight)
        return like_input(self.mv(logits.log_softmax(dim=1).softmax(dim=2)), x)

    def parameter_count(self) -> int:
        """2 d S."""
        return 2 * self.channels * self.memory

    def multiply_adds(self, shape: tuple[int, ...]) -> int:
        """2 n d S."""
        tokens = shape[0] if len(shape) == 2 else shape[1] * shape[2]
        return 2 * tokens * self.channels * self.memory
