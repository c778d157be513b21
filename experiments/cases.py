"""Cases, each one point on every axis, and groups of cases that differ only in implementation."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from experiments.errors import ExperimentError

DTYPES = ("float64", "float32", "bfloat16", "float16")
DEVICES = ("cpu", "cuda")
MODES = ("forward", "backward", "both")
TIMINGS = ("warm", "cold", "graph")
BACKENDS = (
    "plain",
    "channels_last",
    "compile",  # torch.compile of the whole module
    "math",  # scaled dot-product attention by this kernel only, as the next three
    "efficient",
    "flash",
    "cudnn",
    "cudnn_benchmark",  # cuDNN tries its convolutions first (torch.backends.cudnn.benchmark)
)


@dataclass(frozen=True)
class Case:
    """One point: a module in one implementation, on one shape (batch first), timed in one way."""

    module: str
    variant: str
    options: dict[str, Any] = field(hash=False)
    implementation: str
    backend: str
    shape: tuple[int, ...]
    dtype: str
    device: str
    mode: str
    timing: str
    seed: int = 0

    def axes(self) -> dict[str, Any]:
        """The case as JSON; its digest identifies the row."""
        return {**asdict(self), "shape": list(self.shape)}

    @property
    def id(self) -> str:
        return digest(self.axes())

    @property
    def group_id(self) -> str:
        """The same for all cases that are compared in one process."""
        axes = self.axes()
        del axes["implementation"], axes["backend"]
        return digest(axes)

    @property
    def label(self) -> str:
        size = "x".join(map(str, self.shape))
        variant = "" if self.variant == "paper" else f"/{self.variant}"
        return f"{self.module}{variant} {size} {self.dtype} {self.mode} {self.timing}"

    @classmethod
    def of(cls, axes: dict[str, Any]) -> Case:
        return cls(**{**axes, "shape": tuple(axes["shape"])})


def unsupported(case: Case) -> str | None:
    """Why the axes of a case exclude each other; None if they do not."""
    if case.mode == "backward" and case.timing == "graph":
        return (
            "a graph cannot hold a backward pass without its forward pass: use the mode both, or"
            " the timing cold"
        )
    if case.backend == "cudnn_benchmark" and case.device == "cpu":
        return "cuDNN is for GPUs only"
    if case.backend in ("flash", "cudnn") and case.device == "cuda":
        if case.dtype not in ("bfloat16", "float16"):
            return f"the {case.backend} kernel is for bfloat16 and float16 only"
    return None


@dataclass(frozen=True)
class Group:
    """Cases measured in turn in the same processes; the others are compared to the first."""

    id: str
    cases: tuple[Case, ...]

    @property
    def label(self) -> str:
        return self.cases[0].label


def groups_of(cases: Iterable[Case]) -> list[Group]:
    """Cases by group, in the order of their first cases, without duplicates."""
    groups: dict[str, dict[str, Case]] = {}
    for case in cases:
        groups.setdefault(case.group_id, {})[case.id] = case
    return [Group(key, tuple(members.values())) for key, members in groups.items()]


def sharded(groups: list[Group], shard: str | None) -> list[Group]:
    """The groups of shard ``i/k``, i = 1 ... k; a group's shard depends only on the group."""
    if shard is None:
        return groups
    first, _, last = shard.partition("/")
    if not (first.isdigit() and last.isdigit() and 1 <= int(first) <= int(last)):
        raise ExperimentError(
            f'Write a shard as i/k with i from 1 to k, such as 2/8, not "{shard}".'
        )
    return [group for group in groups if int(group.id, 16) % int(last) == int(first) - 1]


def digest(content: Any) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of canonical JSON."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
