"""The data of the study: nothing is downloaded, and a seed makes the same samples everywhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from experiments.errors import ExperimentError, UnknownName

FAR = 5  # least distance of the markers, along the axis where they are farther apart
COLORS = 3
VOID = -100  # marks a sample without a label: it has no part in loss, weights, counts and accuracy


@dataclass(frozen=True)
class Split:
    """Images (n, channels, H, W) in float32 and labels (n,)."""

    images: Tensor
    labels: Tensor


@dataclass(frozen=True)
class Task:
    """Three parts: for training, for choosing, and for reporting; labels are 0 ... ``classes`` -
    1.
    """

    train: Split
    validation: Split
    test: Split
    classes: int

    def counts(self) -> dict[str, list[int]]:
        """Samples of each class in each part."""
        return {
            name: torch.bincount(part.labels[part.labels != VOID], minlength=self.classes).tolist()
            for name, part in self.parts().items()
        }

    def parts(self) -> dict[str, Split]:
        return {"train": self.train, "validation": self.validation, "test": self.test}


def digits(seed: int) -> Task:
    """1,797 handwritten digits of 8x8 pixels, 60/20/20 by class; the split depends on the seed."""
    from sklearn.datasets import load_digits

    data = load_digits()
    images = torch.from_numpy(data.images.astype(np.float32) / 16)[:, None]
    labels = torch.from_numpy(data.target.astype(np.int64))
    return _parted(images, labels, 10, seed)


def far_match(seed: int, count: int = 2000, size: int = 8) -> Task:
    """Two markers at least 5 apart on a noisy map, one channel for each color; label 1 if their
    colors match.

    A network that sums a function of each place learns nothing here: the equality of two colors is
    not a sum of a function of each color.
    """
    rng = np.random.default_rng(seed)
    labels = np.arange(count) % 2
    rng.shuffle(labels)
    images = rng.normal(0, 0.1, (count, COLORS, size, size)).astype(np.float32)
    for image, label in zip(images, labels, strict=True):
        while True:
            left, right = rng.integers(0, size, (2, 2))
            if np.abs(left - right).max() >= FAR:
                break
        first = rng.integers(0, COLORS)
        second = first if label else (first + rng.integers(1, COLORS)) % COLORS
        image[first, left[0], left[1]] += 1
        image[second, right[0], right[1]] += 1
    return _parted(torch.from_numpy(images), torch.from_numpy(labels.astype(np.int64)), 2, seed)


TASKS: dict[str, Callable[[int], Task]] = {"digits": digits, "far-match": far_match}


def load(name: str, seed: int) -> Task:
    """The task ``name`` with checked labels. Raises ExperimentError."""
    if name not in TASKS:
        raise UnknownName("task", name, TASKS)
    task = TASKS[name](seed)
    check_labels(task)
    return task


def check_labels(task: Task) -> None:
    """Raises ExperimentError if images and labels do not match, or if a part lacks a class; samples
    without a label (VOID) are allowed.
    """
    for name, part in task.parts().items():
        if len(part.images) != len(part.labels):
            raise ExperimentError(
                f"{name}: {len(part.images)} images, but {len(part.labels)} labels."
            )
        present = sorted(set(part.labels.tolist()) - {VOID})
        if present != list(range(task.classes)):
            raise ExperimentError(f"{name}: has classes {present}, not 0 to {task.classes - 1}.")


def _parted(images: Tensor, labels: Tensor, classes: int, seed: int) -> Task:
    """60/20/20 within each class, so that all parts contain the classes in proportion."""
    generator = torch.Generator().manual_seed(seed)
    parts: list[list[Tensor]] = [[], [], []]
    for label in range(classes):
        places = torch.nonzero(labels == label)[:, 0]
        places = places[torch.randperm(len(places), generator=generator)]
        first, second = round(0.6 * len(places)), round(0.8 * len(places))
        for part, chosen in zip(parts, places.tensor_split([first, second]), strict=True):
            part.append(chosen)
    train, validation, test = (
        Split(images[place], labels[place]) for place in (torch.cat(part) for part in parts)
    )
    return Task(train, validation, test, classes)
