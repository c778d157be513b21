"""Golden values: what each module must give for weights and inputs made by an integer hash.

``cases.json`` holds 26 cases: roles (names of parameters) with their shapes, counts and
multiply-adds for all, statistics of outputs and input gradients in float64 for 17.
``variants.toml`` says which module of ours each case is.
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
    """One case: a module with its configuration, and what is known of it."""

    module: str
    name: str
    facts: dict[str, Any]

    def build(self, impl: str) -> AttentionModule:
        """The module, in float64 and eval mode, filled by role."""
        with open(HERE / "variants.toml", "rb") as file:
            known = tomllib.load(file).get(self.module, {}).get(self.name)
        if known is None:
            raise ExperimentError(
                f"{self.module}/{self.name}: variants.toml does not say which module of ours"
                " this is."
            )
        made = build(
            self.module,
            known["channels"],
            known.get("variant", "paper"),
            impl,
            **known.get("options", {}),
        )
        made = made.double().eval()
        fill(made, {role: row["kind"] for role, row in self.facts["roles"].items()})
        return made


def load(path: str | os.PathLike[str] | None = None) -> list[GoldenCase]:
    """The cases of ``path``, else of the file that ATTENTION_GOLDEN names, else the ones that
    come along.
    """
    file = Path(path or os.environ.get(VARIABLE) or HERE / "cases.json")
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ExperimentError(f"{file}: cannot be read: {error.strerror}.") from None
    except ValueError as error:
        raise ExperimentError(f"{file}: is no JSON: {error}.") from None
    if not isinstance(content, dict) or content.get("schema") != SCHEMA:
        raise ExperimentError(f"{file}: is no file of golden values ({SCHEMA}).")
    return [GoldenCase(case["module"], case["variant"], case) for case in content["cases"]]


def role(name: str) -> str:
    """The role of a parameter: its name with positions joined on, ``branch.0.conv`` as
    ``branch0.conv``.
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
    """Give every parameter its value; its role's place in the sorted list of roles is the hash's
    position.
    """
    place = {name: index for index, name in enumerate(sorted(kinds))}
    with torch.no_grad():
        for name, value in module.named_parameters():
            one = role(name)
            value.copy_(scaled(kinds[one], hashed(place[one], tuple(value.shape))))


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
    """Statistics of the output and of the gradient that its product with the probe vector sends
    to ``x``.
    """
    x = x.clone().requires_grad_(True)
    out = module(x)
    probe = (out * hashed(PROBE, tuple(out.shape)).to(out.dtype)).sum()
    (gradient,) = torch.autograd.grad(probe, x)
    return {
        "out": {**statistics(out), "probe": probe.item()},
        "grad_input": statistics(gradient),
    }


def differences(found: dict[str, dict[str, Any]], wanted: dict[str, Any]) -> list[str]:
    """Where two sets of statistics differ by more than 1e-9 relative and 1e-11 absolute; empty
    when nowhere.
    """
    wrong = []
    for part, values in found.items():
        for name, value in values.items():
            pairs = zip(np.atleast_1d(value), np.atleast_1d(wanted[part][name]), strict=True)
            for index, (one, other) in enumerate(pairs):
                if not abs(one - other) <= ABSOLUTE + RELATIVE * abs(other):
                    wrong.append(f"{part} {name}[{index}]: {one!r}, golden {other!r}")
    return wrong
