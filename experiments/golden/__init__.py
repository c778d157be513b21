"""Golden values: the expected results of each module for weights and inputs from an integer hash.

``cases.json`` holds 26 cases: roles (names of parameters) with their shapes, counts and
multiply-adds for all, statistics of outputs and input gradients in float64 for 17.
``variants.toml`` maps each case to one of our modules.
"""

from __future__ import annotations

import json
import os
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from experiments.errors import ExperimentError
from experiments.modules import AttentionModule, build

HERE = Path(__file__).parent
VARIABLE = "ATTENTION_GOLDEN"
SCHEMA = "ieeelint.attention-golden/1"
INPUT, PROBE = 255, 254  # positions of the input and the probe vector in the hash
RELATIVE, ABSOLUTE = 1e-9, 1e-11


@dataclass(frozen=True)
class GoldenCase:
    """One case: a module with its configuration and its expected values."""

    module: str
    name: str
    facts: dict[str, Any]

    def build(self, impl: str) -> AttentionModule:
        """The module in float64 and eval mode, with weights filled by role."""
        with open(HERE / "variants.toml", "rb") as file:
            known = tomllib.load(file).get(self.module, {}).get(self.name)
        if known is None:
            raise ExperimentError(
                f"{self.module}/{self.name}: variants.toml does not map this case to one of our"
                " modules."
            )
        module = build(
            self.module,
            known["channels"],
            known.get("variant", "paper"),
            impl,
            **known.get("options", {}),
        )
        module = module.double().eval()
        fill(module, {role: row["kind"] for role, row in self.facts["roles"].items()})
        return module


def load(path: str | os.PathLike[str] | None = None) -> list[GoldenCase]:
    """The cases in ``path``, else in the file that ATTENTION_GOLDEN names, else the built-in
    cases.
    """
    file = Path(path or os.environ.get(VARIABLE) or HERE / "cases.json")
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ExperimentError(f"{file}: cannot be read: {error.strerror}.") from None
    except ValueError as error:
        raise ExperimentError(f"{file}: is not valid JSON: {error}.") from None
    if not isinstance(content, dict) or content.get("schema") != SCHEMA:
        raise ExperimentError(f"{file}: is not a file of golden values ({SCHEMA}).")
    return [GoldenCase(case["module"], case["variant"], case) for case in content["cases"]]


def role(name: str) -> str:
    """The role of a parameter: its name with positions joined to words, ``branch0.conv`` for
    ``branch.0.conv``.
    """
    return re.sub(r"\.(\d+)\b", r"\1", name)


def roles(module: nn.Module) -> dict[str, tuple[int, ...]]:
    """Every parameter's role and shape."""
    return {role(name): tuple(value.shape) for name, value in module.named_parameters()}


def hashed(position: int, shape: tuple[int, ...]) -> Tensor:
    """Values in [-1, 1) for element 1 ... n in row-major order, float64, bit for bit on any
    machine.
    """
    count = int(np.prod(shape))
    mask = np.uint64(0xFFFFFFFF)
    x = (np.arange(1, count + 1, dtype=np.uint64) + np.uint64(1000003 * (position + 1))) & mask
    for factor, shift in ((0x7FEB352D, 16), (0x846CA68B, 15)):
        x ^= x >> np.uint64(shift)
        x = (x * np.uint64(factor)) & mask
    x ^= x >> np.uint64(16)
    return torch.from_numpy(2 * x.astype(np.float64) / 2.0**32 - 1).reshape(shape)


def scaled(kind: str, values: Tensor) -> Tensor:
    """Hash values as weights of a kind: w (matrix), b (bias), g (norm scale), r (scalar gate)."""
    if kind == "w":
        fan_in = int(np.prod(values.shape[1:]))
        return values * (3 / fan_in) ** 0.5
    return {"b": 0.1 * values, "g": 1 + 0.1 * values, "r": 0.5 + 0.25 * values}[kind]


def fill(module: nn.Module, kinds: dict[str, str]) -> None:
    """Set every parameter; the position in the hash is the index of its role in the sorted list of
    roles.
    """
    place = {name: index for index, name in enumerate(sorted(kinds))}
    with torch.no_grad():
        for name, value in module.named_parameters():
            key = role(name)
            value.copy_(scaled(kinds[key], hashed(place[key], tuple(value.shape))))


def golden_input(case: GoldenCase, dtype: torch.dtype = torch.float64) -> Tensor:
    """The case's input, two samples: (2, *sample_shape)."""
    shape = (
        case.facts["golden"]["batch"] if case.facts.get("golden") else 2,
        *case.facts["sample_shape"],
    )
    return (hashed(INPUT, shape) * 3**0.5).to(dtype)


def statistics(values: Tensor) -> dict[str, Any]:
    """Mean, population standard deviation and the first eight values in row-major order."""
    flat = values.detach().double().reshape(-1)
    return {
        "mean": flat.mean().item(),
        "std": flat.std(correction=0).item(),
        "first8": flat[:8].tolist(),
    }


def measured(module: nn.Module, x: Tensor) -> dict[str, dict[str, Any]]:
    """Statistics of the output, and of the gradient at ``x`` of the output's product with the probe
    vector.
    """
    x = x.clone().requires_grad_(True)
    out = module(x)
    probe = (out * hashed(PROBE, tuple(out.shape)).to(out.dtype)).sum()
    (gradient,) = torch.autograd.grad(probe, x)
    return {
        "out": {**statistics(out), "probe": probe.item()},
        "grad_input": statistics(gradient),
    }


def differences(actual: dict[str, dict[str, Any]], expected: dict[str, Any]) -> list[str]:
    """Differences between two sets of statistics of more than 1e-9 relative and 1e-11 absolute."""
    mismatches = []
    for part, values in actual.items():
        for name, value in values.items():
            pairs = zip(np.atleast_1d(value), np.atleast_1d(expected[part][name]), strict=True)
            for index, (number, golden) in enumerate(pairs):
                if not abs(number - golden) <= ABSOLUTE + RELATIVE * abs(golden):
                    mismatches.append(f"{part} {name}[{index}]: {number!r}, golden {golden!r}")
    return mismatches
