"""Attention of each place to the k x k window around it, without a copy of each place's window.

The map is padded by reflection, so a window near the border holds some places twice.

There are two exact forms, both with full matrix products:

* small maps: every place against every place, with log(number of times j occurs in i's
  window) added to the logits, minus infinity for never;
* large maps: tiles of queries, each against its tile of keys with a border of k // 2.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional as F

TILE = 8  # queries along each side of a tile


def unfolded(x: Tensor, kernel: int, stride: int) -> Tensor:
    """Windows of a map padded by reflection: (B, C, H, W) -> (B, C, k k, H', W')."""
    reach = kernel // 2
    padded = F.pad(x, (reach, reach, reach, reach), mode="reflect")
    rows, columns = (math.ceil(size / stride) for size in x.shape[2:])
    windows = F.unfold(padded, kernel, stride=stride)  # (B, C k k, H' W')
    return windows.view(x.shape[0], x.shape[1], kernel * kernel, rows, columns)


def window_attention(
    query: Tensor, key: Tensor, value: Tensor, heads: int, kernel: int, stride: int
) -> Tensor:
    """softmax over each window of q . k, times v.

    ``query`` (B, C, H', W') is already scaled, and taken at every ``stride``-th place; ``key``
    and ``value`` are (B, C, H, W), cut in ``heads`` of C / heads channels. Gives (B, C, H', W').
    """
    halo = (TILE - 1) * stride + kernel
    if key.shape[2] * key.shape[3] <= halo * halo:
        return _dense(query, key, value, heads, kernel, stride)
    return _tiled(query, key, value, heads, kernel, stride)


def _dense(
    query: Tensor, key: Tensor, value: Tensor, heads: int, kernel: int, stride: int
) -> Tensor:
    rows, columns = (
        occurrences(size, kernel, stride, query.device).to(query.dtype) for size in key.shape[2:]
    )
    times = torch.einsum("ya,xb->yxab", rows, columns).flatten(2).flatten(0, 1)  # (n', n)
    bias = times.log()
    split = [part.flatten(2).unflatten(1, (heads, -1)) for part in (query, key, value)]
    logits = split[0].transpose(2, 3) @ split[1] + bias  # (B, N, n', n)
    out = split[2] @ logits.softmax(dim=3).transpose(2, 3)  # (B, N, c, n')
    return out.reshape(query.shape)


def occurrences(size: int, kernel: int, stride: int, device: torch.device) -> Tensor:
    """How often place j occurs in the window around place i along one axis: (ceil(size /
    stride), size).
    """
    reach = kernel // 2
    offsets = torch.arange(-reach, reach + 1, device=device)
    place = (torch.arange(0, size, stride, device=device)[:, None] + offsets).abs()
    place = size - 1 - (size - 1 - place).abs()
    return (place[:, :, None] == torch.arange(size, device=device)).sum(dim=1)


def _tiled(
    query: Tensor, key: Tensor, value: Tensor, heads: int, kernel: int, stride: int
) -> Tensor:
    batch, channels, rows, columns = query.shape
    down, right = (math.ceil(size / TILE) for size in (rows, columns))
    step, halo, reach = TILE * stride, (TILE - 1) * stride + kernel, kernel // 2
    query = F.pad(query, (0, right * TILE - columns, 0, down * TILE - rows))
    query = query.view(batch, heads, channels // heads, down, TILE, right, TILE)
    query = query.permute(0, 3, 5, 1, 4, 6, 2).reshape(-1, heads, TILE * TILE, channels // heads)
    tiles = []
    for part in (key, value):
        part = F.pad(part, (reach, reach, reach, reach), mode="reflect")
        short = [
            (count - 1) * step + halo - size
            for count, size in zip((down, right), part.shape[2:], strict=True)
        ]
        part = F.pad(part, (0, max(0, short[1]), 0, max(0, short[0])))
        part = part.unfold(2, halo, step).unfold(3, halo, step)  # (B, C, down, right, halo, halo)
        part = part[:, :, :down, :right].unflatten(1, (heads, -1)).permute(0, 3, 4, 1, 5, 6, 2)
        tiles.append(part.reshape(-1, heads, halo * halo, channels // heads))
    inside = _inside(kernel, stride, query.device)
    out = F.scaled_dot_product_attention(query, tiles[0], tiles[1], inside, scale=1.0)
    out = out.view(batch, down, right, heads, TILE, TILE, channels // heads)
    out = out.permute(0, 3, 6, 1, 4, 2, 5).reshape(batch, channels, down * TILE, right * TILE)
    return out[:, :, :rows, :columns]


def _inside(kernel: int, stride: int, device: torch.device) -> Tensor:
    """Whether a key of a tile is in a query's window: (TILE^2, halo^2)."""
    halo = (TILE - 1) * stride + kernel
    start = torch.arange(TILE, device=device)[:, None] * stride
    key = torch.arange(halo, device=device)
    along = (key >= start) & (key < start + kernel)  # (TILE, halo)
    both = along[:, None, :, None] & along[None, :, None, :]
    return both.reshape(TILE * TILE, halo * halo)
