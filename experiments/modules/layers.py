"""Small parts that several modules share."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

FOLDED_FROM = 1024  # places in a batch; below, six small operations cost more than one pass


def as_map(gate: Tensor) -> Tensor:
    """A gate per channel (B, C) as a map (B, C, 1, 1) that broadcasts over places."""
    return gate[:, :, None, None]


def folded(weight: Tensor, bias: Tensor | None, norm: nn.BatchNorm2d) -> tuple[Tensor, Tensor]:
    """Weight and bias of one layer that does what the layer and then ``norm`` in eval mode do.

    BN(W x + b) = g (W x + b - mean) / sqrt(var + eps) + beta, linear in x.  Output
    channels are the first dimension of ``weight``.
    """
    assert norm.running_mean is not None and norm.running_var is not None
    scale = norm.weight * torch.rsqrt(norm.running_var + norm.eps)
    shift = torch.addcmul(norm.bias, norm.running_mean, scale, value=-1)
    if bias is not None:
        shift = torch.addcmul(shift, bias, scale)
    return weight * scale.view(-1, *(1,) * (weight.dim() - 1)), shift


def normalized_convolution(conv: nn.Conv2d, norm: nn.BatchNorm2d, x: Tensor) -> Tensor:
    """``norm(conv(x))``; in eval mode by one convolution, where that saves more than the folding
    costs.
    """
    if norm.training or x.shape[0] * x.shape[2] * x.shape[3] < FOLDED_FROM:
        return norm(conv(x))
    weight, bias = folded(conv.weight, conv.bias, norm)
    return F.conv2d(x, weight, bias, conv.stride, conv.padding, conv.dilation, conv.groups)


def conv_parameters(conv: nn.Conv2d) -> int:
    """c_out (c_in / groups) k_h k_w, and c_out biases if there are any."""
    height, width = conv.kernel_size
    weights = conv.out_channels * (conv.in_channels // conv.groups) * height * width
    return weights + (conv.out_channels if conv.bias is not None else 0)


def conv_multiply_adds(conv: nn.Conv2d, height: int, width: int) -> int:
    """Multiply-adds of one sample: every weight once for each output pixel (padding included)."""
    rows, columns = conv_size(conv, height, width)
    per_pixel = conv.out_channels * (conv.in_channels // conv.groups)
    return rows * columns * per_pixel * conv.kernel_size[0] * conv.kernel_size[1]


def conv_size(conv: nn.Conv2d, height: int, width: int) -> tuple[int, int]:
    """Height and width of the convolution's output."""
    assert not isinstance(conv.padding, str)
    sizes = []
    for axis, size in enumerate((height, width)):
        reach = conv.dilation[axis] * (conv.kernel_size[axis] - 1) + 1
        sizes.append((size + 2 * conv.padding[axis] - reach) // conv.stride[axis] + 1)
    return sizes[0], sizes[1]


def float32_at_least(dtype: torch.dtype) -> torch.dtype:
    """float32 for 16-bit types, in which logits overflow and small differences are lost; others
    as they are.
    """
    return torch.float32 if dtype in (torch.float16, torch.bfloat16) else dtype
