"""ACmix: one set of projections feeds a window self-attention and a convolution.

Stage I:   q, k, v = three 1x1 convolutions of x, each cut in N heads of C/N channels.

Stage II, attention, over the 7x7 window around each place i (padded by reflection):

    a_ij = softmax_j((C/N)^-1/2 q_i . (k_j + p_i - p_j)),   F_att(i) = sum_j a_ij v_j

with p a 1x1 convolution of the two coordinates in [-1, 1], shared by the heads.

Stage II, convolution: for each channel c of a head, a linear map from the 3N maps
q, k, v to 9 maps f_1 ... f_9 (the same for all c); f_s is shifted by the s-th offset of
a 3x3 kernel, and the nine are summed.  Shifts and sum are one convolution in C/N groups
of 9 inputs and N outputs, learned, with kernels that start as shifts.

    y = alpha F_att + beta F_conv,       alpha = beta = 0.5 at the start

Shapes for C = 64, N = 4, x: (2, 64, 8, 8)

    q, k, v   (2, 64, 8, 8)
    windows   (2, 4, 16, 49, 8, 8)    of k: the 49 neighbors of each place, for each of 4 heads
    a         (2, 4, 49, 8, 8)
    maps      (2, 12, 16, 64)         3N maps for each of the C/N channels of a head, 64 places
    f         (2, 9, 16, 64)
    y         (2, 64, 8, 8)

Source: X. Pan et al., "On the integration of self-attention and convolution," in Proc.
CVPR, 2022, eqs. (7)-(13).  The linear map is 3N x 9; the paper's text has a misprint there.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from experiments.errors import ShapeError, UnknownName
from experiments.modules.base import AttentionModule, device_kind, divides
from experiments.modules.windows import unfolded, window_attention

JOINS = ("free", "convex", "sum", "attention", "convolution")


class ACmix(AttentionModule):
    """(B, C_in, H, W) -> (B, C, ceil(H / stride), ceil(W / stride)), C = ``out_channels`` or C_in.

    ``official`` lacks the bias of the group convolution, which the authors' code loses when it
    sets the kernels.

    ``join`` says how the paths meet (the paper's Table 6): "free", the default, is alpha
    and beta; "convex" alpha and 1 - alpha; "sum" 1 and 1; "attention" and "convolution"
    are one path alone, without the other's parameters.

    Biases of k and p have no effect on the attention path, because they are the same for all
    places of a window; k's bias has an effect on the convolution path.
    """

    variants = {"paper": {"bias": True}, "official": {"bias": False}}

    def __init__(
        self,
        channels: int,
        *,
        out_channels: int | None = None,
        heads: int = 4,
        window: int = 7,
        stride: int = 1,
        join: str = "free",
        variant: str = "paper",
        impl: str = "eager",
    ) -> None:
        super().__init__(channels, variant, impl)
        if window % 2 == 0:
            raise ShapeError(f"ACmix needs an odd window, not {window}.")
        if join not in JOINS:
            raise UnknownName("way to join ACmix's paths", join, JOINS)
        self.out_channels = out = out_channels or channels
        self.heads, self.window, self.stride, self.join = heads, window, stride, join
        self.width = divides(heads, out, "ACmix", "heads")
        self.conv_q = nn.Conv2d(channels, out, 1)
        self.conv_k = nn.Conv2d(channels, out, 1)
        self.conv_v = nn.Conv2d(channels, out, 1)
        if join != "convolution":
            self.conv_pos = nn.Conv2d(2, self.width, 1)
        if join != "attention":
            self.fc = nn.Conv2d(3 * heads, 9, 1, bias=False)
            self.group_conv = nn.Conv2d(
                9 * self.width, out, 3, stride, 1, groups=self.width, bias=self.differs["bias"]
            )
        if join in ("free", "convex"):
            self.alpha = nn.Parameter(torch.full((1,), 0.5))
        if join == "free":
            self.beta = nn.Parameter(torch.full((1,), 0.5))
        self._start_as_shifts()

    def _gates(self) -> tuple[Tensor | float, Tensor | float]:
        """The factors of the two paths: alpha and beta."""
        if self.join == "free":
            return self.alpha, self.beta
        if self.join == "convex":
            return self.alpha, 1 - self.alpha
        return 1.0, 1.0

    def _start_as_shifts(self) -> None:
        """The s-th input of each group is shifted by the s-th offset: a kernel with one 1."""
        if self.join == "attention":
            return
        with torch.no_grad():
            self.group_conv.weight.copy_(
                torch.eye(9).view(9, 3, 3).expand(self.out_channels, -1, -1, -1)
            )
            if self.group_conv.bias is not None:
                self.group_conv.bias.zero_()

    def initialize(self) -> None:
        super().initialize()
        self._start_as_shifts()

    def check(self, x: Tensor) -> None:
        super().check(x)
        if min(x.shape[2:]) <= self.window // 2:
            raise ShapeError(
                f"ACmix pads by reflection: a {self.window}x{self.window} window needs maps of at"
                f" least {self.window // 2 + 1}x{self.window // 2 + 1}, not"
                f" {x.shape[2]}x{x.shape[3]}; use a smaller window."
            )

    def eager(self, x: Tensor) -> Tensor:
        query, key, value = self.conv_q(x), self.conv_k(x), self.conv_v(x)
        if self.join == "convolution":
            return self._convolution(query, key, value)
        attended = self._attention(query, key, value, self._position(x))
        if self.join == "attention":
            return attended
        alpha, beta = self._gates()
        return alpha * attended + beta * self._convolution(query, key, value)

    def _position(self, x: Tensor) -> Tensor:
        """p: (1, C/N, H, W), from the x and y coordinates of each place."""
        rows, columns = (
            torch.linspace(-1, 1, size, device=x.device, dtype=x.dtype) for size in x.shape[2:]
        )
        coordinates = torch.stack(
            [columns.expand(len(rows), -1), rows[:, None].expand(-1, len(columns))]
        )
        return self.conv_pos(coordinates[None])

    def _attention(self, query: Tensor, key: Tensor, value: Tensor, position: Tensor) -> Tensor:
        batch, step = len(query), self.stride
        query = query[:, :, ::step, ::step].unflatten(1, (self.heads, -1))  # (B, N, c, H', W')
        here = position[:, :, ::step, ::step]  # p_i
        keys, values, there = (unfolded(part, self.window, step) for part in (key, value, position))
        keys = keys.unflatten(1, (self.heads, -1))  # (B, N, c, 49, H', W')
        terms = keys + here[:, None, :, None] - there[:, None]
        logits = (query[:, :, :, None] * terms).sum(dim=2) * self.width**-0.5  # (B, N, 49, H', W')
        attention = logits.softmax(dim=2)[:, :, None]
        out = (attention * values.unflatten(1, (self.heads, -1))).sum(dim=3)
        return out.reshape(batch, self.out_channels, *out.shape[3:])

    def _convolution(self, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        maps = torch.cat(
            [part.unflatten(1, (self.heads, -1)) for part in (query, key, value)], dim=1
        )
        mixed = self.fc(maps.flatten(3))  # (B, 9, C/N, H W)
        return self.group_conv(mixed.transpose(1, 2).reshape(len(query), -1, *query.shape[2:]))

    def fast(self, x: Tensor) -> Tensor:
        """q . p_i is the same for the whole window, so the softmax cancels it: k - p is made
        once, before any window. The linear map becomes part of the group convolution's kernels.
        """
        projected = F.conv2d(x, *self._projections())
        alpha, beta = self._gates()
        convolved = None if self.join == "attention" else self._fast_convolution(x, projected, beta)
        if self.join == "convolution":
            assert convolved is not None
            return convolved
        query, key, value = projected.chunk(3, dim=1)
        near = key.unflatten(1, (self.heads, self.width)) - self._position(x)[:, None]
        query = query[:, :, :: self.stride, :: self.stride] * self.width**-0.5
        attended = window_attention(
            query, near.flatten(1, 2), value, self.heads, self.window, self.stride
        )
        if convolved is None:
            return attended
        if isinstance(alpha, float):
            return attended + convolved
        return torch.addcmul(convolved, alpha, attended)

    def _fast_convolution(self, x: Tensor, projected: Tensor, beta: Tensor | float) -> Tensor:
        """beta F_conv: on a GPU, without gradients, from x by one dense kernel; else by groups."""
        if device_kind(x) == "cuda" and not torch.is_grad_enabled():
            return self.dense_convolution(x)
        maps = projected.unflatten(1, (3 * self.heads, self.width)).transpose(1, 2).flatten(1, 2)
        kernels, bias = self._group_kernels() * beta, self.group_conv.bias
        bias = None if bias is None else bias * beta
        return F.conv2d(maps, kernels, bias, self.stride, 1, groups=self.width)

    def _projections(self) -> tuple[Tensor, Tensor]:
        """Weights and biases of q, k and v as one 1x1 convolution."""
        parts = (self.conv_q, self.conv_k, self.conv_v)
        biases = [part.bias for part in parts if part.bias is not None]
        return torch.cat([part.weight for part in parts]), torch.cat(biases)

    def _group_kernels(self) -> Tensor:
        """The linear map and the group convolution as one: (C, 3N, 3, 3) in C/N groups."""
        kernels = self.fc.weight[:, :, 0, 0].t() @ self.group_conv.weight.flatten(2)
        return kernels.unflatten(2, (3, 3))

    def dense_convolution(self, x: Tensor) -> Tensor:
        """beta F_conv as one dense 3x3 convolution of x: more multiply-adds, one kernel.

        The 1x1 projections' biases act only where the shifted place is inside the map: a map of
        biases, the same for all samples, is added.
        """
        weight, bias = self._projections()
        per_channel = weight[:, :, 0, 0].view(3 * self.heads, self.width, -1)  # (3N, C/N, C_in)
        beta = self._gates()[1]
        kernels = (self._group_kernels() * beta).unflatten(0, (self.width, -1))
        dense = torch.einsum("gnmyx,mgi->gniyx", kernels, per_channel).flatten(0, 1)
        inside = torch.einsum("gnmyx,mg->gnyx", kernels, bias.view(-1, self.width)).flatten(0, 1)
        ones = torch.ones((1, 1, *x.shape[2:]), device=x.device, dtype=x.dtype)
        border = F.conv2d(ones, inside[:, None], None, self.stride, 1)
        last = None if self.group_conv.bias is None else self.group_conv.bias * beta
        return F.conv2d(x, dense, last, self.stride, 1) + border

    def parameter_count(self) -> int:
        """3 (C_in + 1) C; attention 3 C/N; convolution 27 N, 81 C (+ C); as many gates as are
        learned.
        """
        out = self.out_channels
        attention = 0 if self.join == "convolution" else 3 * self.width
        convolution = 27 * self.heads + 81 * out + (out if self.differs["bias"] else 0)
        convolution = 0 if self.join == "attention" else convolution
        gates = {"free": 2, "convex": 1}.get(self.join, 0)
        return 3 * (self.channels + 1) * out + attention + convolution + gates

    def multiply_adds(self, shape: tuple[int, ...]) -> int:
        """H W 3 C_in C (stage I), 27 C H W (linear map); 2 k_a^2 C and 81 C for each output
        place. p is the same for all samples and does not count.
        """
        places, out = shape[1] * shape[2], self.out_channels
        outputs = -(-shape[1] // self.stride) * -(-shape[2] // self.stride)
        total = places * 3 * self.channels * out
        if self.join != "convolution":
            total += outputs * 2 * self.window**2 * out
        if self.join != "attention":
            total += places * 27 * out + outputs * 81 * out
        return total
