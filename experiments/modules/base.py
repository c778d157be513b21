"""The base of all modules: one class for each module, two implementations of the same function,
and closed forms.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from typing import Any, ClassVar

import torch
from torch import Tensor, nn
from torch.utils.checkpoint import checkpoint

from experiments.errors import ShapeError, UnknownName

IMPLEMENTATIONS = ("eager", "fast")
_traced_for: ContextVar[str | None] = ContextVar("_traced_for", default=None)


@contextlib.contextmanager
def traced_for(device: str) -> Iterator[None]:
    """Inputs on the ``meta`` device take the path that they would take on ``device``."""
    token = _traced_for.set(device)
    try:
        yield
    finally:
        _traced_for.reset(token)


def device_kind(x: Tensor) -> str:
    """The kind of device on which ``x`` is, or for which it is traced: cpu, cuda, ..."""
    return (_traced_for.get() if x.is_meta else None) or x.device.type


class AttentionModule(nn.Module):
    """A module from the literature, for feature maps (B, C, H, W) or tokens (B, n, C).

    ``eager`` is the definition, written as the formula reads.  ``fast`` is the same
    function, computed with less memory traffic.  Both use the same parameters;
    ``impl`` says which of them ``forward`` calls.

    ``variant`` chooses between sources that disagree: ``paper`` (always there),
    ``official`` (the authors' code) and ``reference`` (the collection
    xmu-xiaoma666/External-Attention-pytorch), where they differ.

    ``layout`` is "map" for modules that need H and W, "tokens" for those that ignore the place
    of a token; these accept maps too, as n = H W tokens.
    """

    layout: ClassVar[str] = "map"
    variants: ClassVar[Mapping[str, Mapping[str, Any]]] = {"paper": {}}
    implementations: ClassVar[tuple[str, ...]] = IMPLEMENTATIONS  # the first is the definition
    digits_lost: ClassVar[float] = (
        1.0  # factor by which the definition itself increases rounding errors
    )

    def __init__(self, channels: int, variant: str, impl: str) -> None:
        super().__init__()
        if variant not in self.variants:
            raise UnknownName(f"variant of {type(self).__name__}", variant, self.variants)
        if impl not in self.implementations:
            raise UnknownName("implementation", impl, self.implementations)
        if channels < 1:
            raise ShapeError(f"{type(self).__name__} needs at least one channel, not {channels}.")
        self.channels = channels
        self.variant = variant
        self.impl = impl

    @property
    def differs(self) -> Mapping[str, Any]:
        """The settings in which the chosen variant differs from the others."""
        return self.variants[self.variant]

    def forward(self, x: Tensor) -> Tensor:
        """The module's output for a map (B, C, H, W) or, if it accepts them, tokens (B, n, C)."""
        self.check(x)
        out: Tensor = getattr(self, self.impl)(x)
        return out

    def eager(self, x: Tensor) -> Tensor:
        """The definition."""
        raise NotImplementedError

    def fast(self, x: Tensor) -> Tensor:
        """The same function, computed faster."""
        raise NotImplementedError

    def definition(self, x: Tensor, rows: int | None = None) -> Tensor:
        """The output of a module that is built as its first implementation. With ``rows``, a module
        whose map grows with the square of the places computes that many rows of the map at a time,
        also for the gradient.
        """
        assert self.impl == self.implementations[0]
        return self.forward(x)

    def parameter_count(self) -> int:
        """Learned scalars, in closed form."""
        raise NotImplementedError

    def multiply_adds(self, shape: tuple[int, ...]) -> int:
        """Multiply-adds for ONE sample of the shape (C, H, W) or (n, C), in closed form.

        Matrix products, convolutions and neighborhood attention count; pooling,
        softmax, normalization and element-wise work do not: they are memory traffic.
        """
        raise NotImplementedError

    def check(self, x: Tensor) -> None:
        """Raises ShapeError if the module is not defined for ``x``."""
        name = type(self).__name__
        if x.dim() == 4:
            actual = x.shape[1]
        elif x.dim() == 3 and self.layout == "tokens":
            actual = x.shape[2]
        else:
            expected = "(B, C, H, W)" if self.layout == "map" else "(B, n, C) or (B, C, H, W)"
            raise ShapeError(f"{name} takes {expected}, not {tuple(x.shape)}.")
        if actual != self.channels:
            raise ShapeError(
                f"{name} was built for {self.channels} channels; the input {tuple(x.shape)} has"
                f" {actual}."
            )
        if x.numel() == 0:
            raise ShapeError(f"{name} needs a non-empty input, not {tuple(x.shape)}.")

    def check_context(self, context: Tensor, x: Tensor) -> None:
        """Raises ShapeError if ``context`` cannot be looked at from ``x``."""
        self.check(context)
        if len(context) != len(x) or context.dtype != x.dtype:
            raise ShapeError(
                f"{type(self).__name__}: the context needs as many samples as the input and the"
                f" same data type, {len(x)} of {x.dtype}, not {len(context)} of {context.dtype}."
            )

    def check_statistics(self, values: int, what: str) -> None:
        """Raises ShapeError if batch normalization would train on a single value per channel."""
        if self.training and values < 2:
            raise ShapeError(
                f"{type(self).__name__} normalizes {what} over the batch, but there is only"
                " one value: train with a batch of 2 or more, or call eval()."
            )

    def initialize(self) -> None:
        """Xavier weights, zero biases, for training; scalar gates and normalizations keep their
        initial values.
        """
        for module in self.modules():
            if isinstance(module, nn.Linear | nn.Conv1d | nn.Conv2d):
                nn.init.xavier_uniform_(module.weight)
                if module.bias is not None:
                    nn.init.zeros_(module.bias)


def tokens_of(x: Tensor) -> Tensor:
    """Tokens (B, n, C) of a map (B, C, H, W), n = H W row by row; tokens stay as they are."""
    return x if x.dim() == 3 else x.flatten(2).transpose(1, 2)


def like_input(tokens: Tensor, x: Tensor) -> Tensor:
    """Tokens (B, n, C) in the form of ``x``: a map if it was one, in its memory format."""
    if x.dim() == 3:
        return tokens
    image = tokens.transpose(1, 2).reshape(tokens.shape[0], tokens.shape[2], *x.shape[2:])
    return image.contiguous(memory_format=memory_format(x))


def memory_format(x: Tensor) -> torch.memory_format:
    """Channels-last if that is the map's only memory format, else contiguous."""
    if x.dim() == 4 and not x.is_contiguous():
        if x.is_contiguous(memory_format=torch.channels_last):
            return torch.channels_last
    return torch.contiguous_format


def map_size(shape: tuple[int, ...], name: str) -> tuple[int, int]:
    """(H, W) of one sample: of a map (C, H, W), or of tokens (n, C) that form a square."""
    if len(shape) == 3:
        return shape[1], shape[2]
    side = math.isqrt(shape[0])
    if side * side != shape[0]:
        raise ShapeError(
            f"{name} needs the height and width of its {shape[0]} tokens, which are not a square: "
            "pass size=(H, W), or a map (B, C, H, W)."
        )
    return side, side


def in_row_blocks(
    attend: Callable[..., Tensor], query: Tensor, rows: int, *fixed: Tensor
) -> Tensor:
    """``attend(query, *fixed)`` for ``rows`` queries (dimension -2) at a time, joined again. The
    backward pass computes each block again, so that no more than one is kept.
    """
    parts = [
        checkpoint(attend, part, *fixed, use_reentrant=False) for part in query.split(rows, dim=-2)
    ]
    return torch.cat(parts, dim=-2)


def divides(divisor: int, number: int, name: str, what: str) -> int:
    """``number // divisor``; raises ShapeError if there is a remainder."""
    if divisor < 1 or number % divisor:
        raise ShapeError(f"{name}: {what} ({divisor}) must divide {number}.")
    return number // divisor
