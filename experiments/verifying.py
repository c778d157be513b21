"""Golden values and closed forms, for every case and both implementations."""

from __future__ import annotations

from collections.abc import Iterator

from experiments import golden
from experiments.golden import GoldenCase

IMPLEMENTATIONS = ("eager", "fast")


def verify(path: str | None) -> Iterator[tuple[str, list[str]]]:
    """A line about each case of the golden file, and its mismatches."""
    for case in golden.load(path):
        mismatches = [*closed_forms(case), *numbers(case)]
        name = f"{case.module}/{case.name}"
        scope = "output and gradient" if case.facts.get("golden") else "eager against fast"
        yield (
            (
                f"{name:34} {case.facts['params']:>12,} parameters"
                f" {case.facts['macs_per_sample']:>15,} multiply-adds  {scope}"
            ),
            mismatches,
        )


def closed_forms(case: GoldenCase) -> list[str]:
    """Mismatches of roles, shapes, parameters and multiply-adds with the golden values."""
    module, facts = case.build("eager"), case.facts
    shapes = {role: tuple(row["shape"]) for role, row in facts["roles"].items()}
    checks = {
        "roles and shapes": (golden.roles(module), shapes),
        "registered parameters": (
            sum(value.numel() for value in module.parameters()),
            facts["params"],
        ),
        "parameters in closed form": (module.parameter_count(), facts["params"]),
        "multiply-adds": (
            module.multiply_adds(tuple(facts["sample_shape"])),
            facts["macs_per_sample"],
        ),
    }
    return [
        f"{quantity}: {actual}, golden {expected}"
        for quantity, (actual, expected) in checks.items()
        if actual != expected
    ]


def numbers(case: GoldenCase) -> list[str]:
    """Mismatches of outputs and input gradients with the golden values, or with the other
    implementation if there are none.
    """
    x = golden.golden_input(case)
    actual = {impl: golden.measured(case.build(impl), x) for impl in IMPLEMENTATIONS}
    expected = case.facts.get("golden") or actual["eager"]
    return [
        f"{impl}: {line}"
        for impl in IMPLEMENTATIONS
        for line in golden.differences(actual[impl], expected)
    ]
