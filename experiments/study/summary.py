"""The study's rows as a table: medians over seeds, and paired differences from the host without a
module.
"""

from __future__ import annotations

import statistics
from typing import Any

import numpy as np

from experiments.records import latest

RESAMPLES = 10_000


def tables(rows: list[dict[str, Any]]) -> str:
    """One table for each task; a task with a failed control has no table, but the reason."""
    last = list(latest(rows, "attn-train").values())
    compares = len({recipe_label(row.get("recipe", {})) for row in last}) > 1
    tasks: dict[str, dict[str, dict[int, dict[str, Any]]]] = {}
    for row in last:
        module = row["case"]["module"]
        name = row["task"] + (recipe_label(row.get("recipe", {})) if compares else "")
        tasks.setdefault(name, {}).setdefault(module, {})[row["seed"]] = row
    return "\n\n".join(f"Task {name}\n\n{table(modules)}" for name, modules in tasks.items())


def recipe_label(recipe: dict[str, Any]) -> str:
    """The label that distinguishes the recipes of a comparison."""
    return f", {recipe.get('optimizer', 'adamw')}, rate {recipe.get('rate', 0):g}"


def table(modules: dict[str, dict[int, dict[str, Any]]]) -> str:
    """The modules as rows; accuracies in percent of the test part."""
    refused = failed_controls(modules)
    if refused:
        return f"No table: {refused}"
    base = accuracies(modules.get("none", {}))
    lines = [
        (
            "| module | parameters | seeds | accuracy, median [least, greatest] (%) | difference"
            " from none (points) | 95 % interval |"
        ),
        "| --- | ---: | ---: | --- | ---: | --- |",
    ]
    for name, seeds in modules.items():
        scores = accuracies(seeds)
        if not scores:
            row = next(iter(seeds.values()))
            lines.append(f"| {name} | | 0 | {row['status']}: {row['reason']} | | |")
            continue
        values = [100 * value for value in scores.values()]
        cells = [
            name,
            f"{next(iter(seeds.values()))['parameters']:,}",
            str(len(values)),
            f"{statistics.median(values):.2f} [{min(values):.2f}, {max(values):.2f}]",
            "",
            "",
        ]
        pairs = [100 * (scores[seed] - base[seed]) for seed in scores if seed in base]
        if name != "none" and pairs:
            low, high = interval(pairs)
            cells[4:] = [f"{statistics.fmean(pairs):+.2f}", f"{low:+.2f} to {high:+.2f}"]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def accuracies(seeds: dict[int, dict[str, Any]]) -> dict[int, float]:
    return {
        seed: row["test_accuracy"] for seed, row in sorted(seeds.items()) if row["status"] == "ok"
    }


def failed_controls(modules: dict[str, dict[int, dict[str, Any]]]) -> str:
    """Why a task shows nothing about modules; empty if its controls pass, or if it has none."""
    row = next(iter(next(iter(modules.values())).values()))
    for kind, control in row["case"]["controls"].items():
        scores = accuracies(modules.get(control["module"], {}))
        if not scores:
            return f"the {kind} control, {control['module']}, has no result."
        median = statistics.median(scores.values())
        if median > control.get("at_most", 1) or median < control.get("at_least", 0):
            limit = control.get("at_most", control.get("at_least"))
            return (
                f"the {kind} control, {control['module']}, reaches {median:.1%}; the limit is"
                f" {limit:.0%}. The task does not measure what it should."
            )
    return ""


def interval(pairs: list[float]) -> tuple[float, float]:
    """95 % bootstrap interval of the mean of paired differences."""
    rng = np.random.default_rng(0)
    values = np.asarray(pairs)
    means = values[rng.integers(0, len(values), (RESAMPLES, len(values)))].mean(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return float(low), float(high)
