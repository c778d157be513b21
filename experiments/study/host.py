"""The network that hosts a module: two convolutions, the module on a skip connection, one
convolution, means.

x -> [conv, norm, ReLU] x 2 -> x + module(x) -> norm -> conv, ReLU -> mean over places -> linear

The recipe may ask for dropout of whole maps behind the module (``spatial_dropout``, a
probability) and for a last convolution whose filters are weight-normalised (``weight_norm``).
"""

from __future__ import annotations

from typing import Any

from torch import Tensor, nn

from experiments.modules import build

SMALLEST_BATCH = 10  # from here on statistics over the batch are good enough


class Host(nn.Module):
    """(B, inputs, H, W) -> (B, classes) with one module, or none, in its slot.

    Group normalisation takes its statistics over the whole map, and so carries knowledge from
    one end to the other: a task about distance must not use it.
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
            self.slot.initialise()
        # whole maps are dropped: places of one map say nearly the same (as after SK's and PSA's
        # branches)
        self.drop = nn.Dropout2d(recipe.get("spatial_dropout", 0.0))
        self.norm = norm(channels, recipe["batch"])
        self.last: nn.Module = nn.Conv2d(channels, channels, kernel, padding=kernel // 2)
        if recipe.get("weight_norm", False):  # length and direction of each filter learnt apart
            self.last = nn.utils.parametrizations.weight_norm(self.last)
        self.classify = nn.Linear(channels, classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.stem(x)
        if self.slot is not None:
            out = self.drop(self.slot(x))
            x = x + out if self.skip else out
        return self.classify(self.last(self.norm(x)).relu().mean(dim=(2, 3)))

    def slot_parameters(self) -> int:
        """Learned scalars of the module alone."""
        return 0 if self.slot is None else self.slot.parameter_count()


def norm(channels: int, batch: int) -> nn.Module:
    """Batch normalisation for batches of 10 and more, group normalisation for smaller ones."""
    return nn.BatchNorm2d(channels) if batch >= SMALLEST_BATCH else nn.GroupNorm(4, channels)
