"""The kernel of scaled dot-product attention that a case will run, and its memory in closed form.

The meta device has no fused kernel: it falls back to products whose n x n maps are in memory. A
prediction for another device therefore replaces the call by a function with the memory of the
kernel that PyTorch chooses there (aten/src/ATen/native/transformers/sdp_utils_cpp.cpp and
cuda/sdp_utils.cpp).
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from torch.autograd import Function
from torch.nn import functional as F
from torch.overrides import TorchFunctionMode

HALF = (torch.float16, torch.bfloat16)
FLASH_WIDTH = 256  # widest head of the flash kernels on a GPU


def kernel(
    device: str,
    backend: str,
    dtype: torch.dtype,
    key_width: int,
    value_width: int,
    masked: bool = False,
    dropout: float = 0.0,
) -> str:
    """flash, efficient, cudnn or math: the kernel for heads of these widths.

    ``backend`` is the one that a case allows, or any other word if it allows all.
    """
    if backend in ("math", "flash", "efficient", "cudnn"):
        return backend
    same = key_width == value_width
    if device == "cpu":
        return "flash" if same and not dropout else "math"
    if dtype in HALF and same and key_width <= FLASH_WIDTH and key_width % 8 == 0 and not masked:
        return "flash"
    aligned = 8 if dtype in HALF else 4
    if dtype != torch.float64 and key_width % aligned == value_width % aligned == 0:
        return "efficient"
    return "math"


class FusedMemory(Function):
    """A tensor with the shape of fused attention's result, and its memory in both directions.

    Saved: query, key, value, output, and one float32 for each query, the logarithm of its sum. On a
    GPU, the backward pass adds up the queries' gradients in float32. No n x n map.
    """

    @staticmethod
    def forward(ctx: Any, query: Tensor, key: Tensor, value: Tensor, device: str) -> Tensor:
        ctx.device = device
        heads, places = query.shape[
            -3:-1
        ]  # kernels write (B, n, h, d_v), which joins without a copy
        out = query.new_empty((*query.shape[:-3], places, heads, value.shape[-1])).transpose(-3, -2)
        sums = query.new_empty(query.shape[:-1], dtype=torch.float32)
        ctx.save_for_backward(query, key, value, out, sums)
        return out

    @staticmethod
    def backward(ctx: Any, grad: Tensor) -> tuple[Tensor, Tensor, Tensor, None]:
        query, key, value, _, sums = ctx.saved_tensors
        work = []
        if ctx.device == "cuda":
            work = [torch.empty_like(query, dtype=torch.float32), torch.empty_like(sums)]
        gradients = torch.empty_like(query), torch.empty_like(key), torch.empty_like(value)
        del work
        return (*gradients, None)


class AttentionPath(TorchFunctionMode):
    """Calls of scaled dot-product attention on the meta device take the memory that they will take
    on ``device``, with the kernels that ``backend`` allows.
    """

    def __init__(self, device: str, backend: str) -> None:
        super().__init__()
        self.device, self.backend = device, backend

    def __torch_function__(
        self, function: Any, types: Any, arguments: Any = (), options: Any = None
    ) -> Any:
        options = options or {}
        if function is F.scaled_dot_product_attention and arguments[0].is_meta:
            return self._attention(*arguments, **options)
        return function(*arguments, **options)

    def _attention(
        self,
        query: Tensor,
        key: Tensor,
        value: Tensor,
        attn_mask: Tensor | None = None,
        dropout_p: float = 0.0,
        is_causal: bool = False,
        **options: Any,
    ) -> Any:
        chosen = kernel(
            self.device,
            self.backend,
            query.dtype,
            query.shape[-1],
            value.shape[-1],
            attn_mask is not None,
            dropout_p,
        )
        if chosen == "math":
            return torch.ops.aten._scaled_dot_product_attention_math(
                query, key, value, attn_mask, dropout_p, is_causal, **options
            )[0]
        if attn_mask is not None and attn_mask.dtype == torch.bool:
            attn_mask = attn_mask.to(query.dtype)  # as PyTorch adds it to the logits
        return FusedMemory.apply(query, key, value, self.device)
