"""The network that hosts a module: two convolutions, the module on a skip connection, one
convolution, means.

x -> [conv, norm, ReLU] x 2 -> x + module(x) -> norm -> conv, ReLU -> mean over places -> linear

The recipe may ask for dropout of whole maps after the module (``spatial_dropout``, a probability)
and for a last convolution with weight-normalized filters (``weight_norm``).
"""

from __future__ import annotations

from typing import Any

from torch import Tensor, nn

from experiments.modules import build

SMALLEST_BATCH = 10  # the smallest batch with good enough statistics


class Host(nn.Module):
    """(B, inputs, H, W) -> (B, classes) with one module, or none, in its slot.

    Group normalization takes its statistics over the whole map, so it carries information from one
    end to the other: a task about distance must not use it.
    """

    def __init__(
        self,
        inputs: int,
        classes: int,
        module: str,
        options: dict[str, Any],
        recipe: dict[str, Any],
    ) -> None:
        super().__init__()
        channels, kernel = recipe["channels"], recipe["kernel"]
        self.skip = recipe["skip"]

        def convolution(before: int) -> nn.Conv2d:
            return nn.Conv2d(before, channels, kernel, padding=kernel // 2, bias=False)

        self.stem = nn.Sequential(
            convolution(inputs),
            norm(channels, recipe["batch"]),
            nn.ReLU(),
            convolution(channels),
            norm(channels, recipe["batch"]),
            nn.ReLU(),
        )
        self.slot = None if module == "none" else build(module, channels, impl="fast", **options)
        if self.slot is not None:
            self.slot.initialize()
        # whole maps are dropped, since places of one map are nearly equal (as after SK's and PSA's
        # branches)
        self.drop = nn.Dropout2d(recipe.get("spatial_dropout", 0.0))
        self.norm = norm(channels, recipe["batch"])
        self.last: nn.Module = nn.Conv2d(channels, channels, kernel, padding=kernel // 2)
        if recipe.get(
            "weight_norm", False
        ):  # the length and the direction of each filter are learned separately
            self.last = nn.utils.parametrizations.weight_norm(self.last)
        self.classify = nn.Linear(channels, classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.stem(x)
        if self.slot is not None:
            out = self.drop(self.slot(x))
            x = x + out if self.skip else out
        return self.classify(self.last(self.norm(x)).relu().mean(dim=(2, 3)))

    def slot_parameters(self) -> int:
        """The number of learned scalars in the module."""
        return 0 if self.slot is None else self.slot.parameter_count()


def norm(channels: int, batch: int) -> nn.Module:
    """Batch normalization for batches of 10 or more, group normalization for smaller batches."""
    return nn.BatchNorm2d(channels) if batch >= SMALLEST_BATCH else nn.GroupNorm(4, channels)
