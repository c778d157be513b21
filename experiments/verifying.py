"""Golden values and closed forms, for every case and both implementations."""

from __future__ import annotations

from collections.abc import Iterator

from experiments import golden
from experiments.golden import GoldenCase

IMPLEMENTATIONS = ("eager", "fast")


def verify(path: str | None) -> Iterator[tuple[str, list[str]]]:
    """A line on each case of the golden file, and what is wrong with it."""
    for case in golden.load(path):
        wrong = [*closed_forms(case), *numbers(case)]
        name = f"{case.module}/{case.name}"
        what = "output and gradient" if case.facts.get("golden") else "eager against fast"
        yield (
            (
                f"{name:34} {case.facts['params']:>12,} parameters"
                f" {case.facts['macs_per_sample']:>15,} multiply-adds  {what}"
            ),
            wrong,
        )


def closed_forms(case: GoldenCase) -> list[str]:
    """Where roles, shapes, parameters and multiply-adds are not the golden ones."""
    module, facts = case.build("eager"), case.facts
    wanted = {role: tuple(row["shape"]) for role, row in facts["roles"].items()}
    checks = {
        "roles and shapes": (golden.roles(module), wanted),
        "registered parameters": (sum(one.numel() for one in module.parameters()), facts["params"]),
        "parameters in closed form": (module.parameter_count(), facts["params"]),
        "multiply-adds": (
            module.multiply_adds(tuple(facts["sample_shape"])),
            facts["macs_per_sample"],
        ),
    }
    return [f"{what}: {a}, golden {b}" for what, (a, b) in checks.items() if a != b]


def numbers(case: GoldenCase) -> list[str]:
    """Where outputs or input gradients are not the golden ones, or (without numbers) not the
    other's.
    """
    x = golden.golden_input(case)
    found = {impl: golden.measured(case.build(impl), x) for impl in IMPLEMENTATIONS}
    wanted = case.facts.get("golden") or found["eager"]
    return [
        f"{impl}: {line}"
        for impl in IMPLEMENTATIONS
        for line in golden.differences(found[impl], wanted)
    ]
