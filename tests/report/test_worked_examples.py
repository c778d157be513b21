"""Three complete tables from result files are the same as the tables made by hand."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from example_grids import GROUPS, MODULES, SCALING, groups, modules, scaling

from ieeelint.report.building import build
from ieeelint.report.specification import load
from ieeelint.report.writers import latex

TOP = Path(__file__).resolve().parents[2]
REPEATS = 50
BEST = 'interval = "ci95"\ndigits = "uncertainty"\nbest = "min"\nnote = "latency"\nunit = "ms"'

COST = f"""
[source]
files = ["results/*.jsonl"]
where = {{ device = "H200" }}
[table]
label = "tab:cost"
title = "Cost of Eleven Attention Modules on One GPU"
rows = {{ key = "module", header = "Module", order = "file" }}
[[column]]
header = "Parameters"
short = "Params."
metric = "parameters"
unit = "M"
stat = "only"
digits = "places:3"
[[column]]
header = "FLOPs"
metric = "flops"
unit = "G"
stat = "only"
digits = "places:3"
[[column]]
group = "Latency"
header = "Forward"
metric = "latency_forward"
{BEST}
[[column]]
group = "Latency"
header = "Backward"
metric = "latency_backward"
{BEST}
[[column]]
header = "Memory"
metric = "peak_memory"
unit = "MiB"
stat = "max"
digits = "places:0"
best = "min"
note = "memory"
[notes]
latency = "Median of {{n}} repeats {{pm}} half-width of the {{level}} confidence interval."
memory = "Peak allocated device memory, forward and backward."
"""

GROWTH = """
[source]
files = ["results/*.csv"]
where = { metric = "latency_forward" }
[table]
label = "tab:scaling"
title = "Forward Latency as the Sequence Grows"
rows = { key = "module", header = "Module", order = "file" }
legend = true
[pivot]
key = "seq_len"
header = "Forward Latency ({unit}) at Sequence Length"
order = "ascending"
[cell]
unit = "ms"
stat = "median"
digits = "sig:3"
best = "min"
mark = "bold+underline"
[missing]
oom = { text = "OOM", note = "Out of memory (141 GB device)." }
absent = { text = "---", note = "Not run." }
failed = "error"
"""


def repeats(value: float, half: float = 0.0) -> list[float]:
    """Fifty values with this median whose interval by order statistics, the 18th to the 33rd, is
    value ± half.
    """
    return [round(one, 9) for one in [value - half] * 18 + [value] * 14 + [value + half] * 18]


def number(text: str) -> tuple[float, float]:
    value, _, half = text.strip("*_<").partition("±")
    return float(value), float(half or 0)


def rows(grid) -> list[str]:
    """The lines of a table's body and notes, provenance left out."""
    return [
        line
        for line in latex.table(grid).splitlines()
        if line.endswith((r"\\", r"\tabularnewline"))
    ]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "results").mkdir()
    return tmp_path


def test_eleven_modules_in_one_column(folder):
    with (folder / "results" / "cost.jsonl").open("w", encoding="utf-8") as file:
        for line in MODULES.splitlines():
            module, parameters, flops, forward, backward, memory = line.split()
            # ECA has five parameters: they print as less than 0.001 M
            once = {
                "parameters": (5 if "<" in parameters else round(number(parameters)[0] * 1e6), ""),
                "flops": (number(flops)[0] * 1e9, ""),
                "peak_memory": (number(memory)[0] * 2**20, "B"),
            }
            records = [(metric, value, unit, 0) for metric, (value, unit) in once.items()]
            for metric, shown in (("latency_forward", forward), ("latency_backward", backward)):
                records += [
                    (metric, one, "ms", repeat)
                    for repeat, one in enumerate(repeats(*number(shown)))
                ]
            for metric, value, unit, repeat in records:
                row = {
                    "module": module,
                    "device": "H200",
                    "metric": metric,
                    "value": value,
                    "unit": unit,
                    "repeat": repeat,
                }
                file.write(json.dumps(row) + "\n")
    (folder / "cost.toml").write_text(COST, "utf-8")
    built = build(load(folder / "cost.toml"))
    assert rows(built.grid) == rows(modules())


def test_growth_with_missing_cells(folder):
    with (folder / "results" / "growth.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["module", "seq_len", "metric", "value", "unit", "repeat", "status"])
        for line in SCALING.splitlines():
            module, *values = line.split()
            for tokens, text in zip((1024, 2048, 4096, 8192, 16384), values):
                if text.startswith("OOM"):
                    writer.writerow([module, tokens, "latency_forward", "", "us", 0, "oom"])
                elif not text.startswith("---"):
                    for repeat, one in enumerate(repeats(number(text)[0] * 1000)):
                        writer.writerow(
                            [module, tokens, "latency_forward", one, "us", repeat, "ok"]
                        )
    (folder / "growth.toml").write_text(GROWTH, "utf-8")
    assert rows(build(load(folder / "growth.toml")).grid) == rows(scaling())


ABLATION_HEAD = """
[source]
files = ["results/*.json"]
[table]
label = "tab:acmix"
title = "Ablation of ACmix"
span = "page"
rows = { key = "variant", header = "Variant" }
"""
ABLATION_TAIL = """
[[column]]
header = "Parameters"
metric = "parameters"
unit = "M"
stat = "only"
digits = "places:2"
[[column]]
group = "Latency"
header = "Forward"
metric = "forward"
unit = "ms"
interval = "ci95"
digits = "uncertainty"
note = "latency"
[[column]]
group = "Latency"
header = "Speed-Up"
ratio = { metric = "forward", of = "baseline/this" }
digits = "places:2"
[[column]]
group = "Latency"
header = "Backward"
metric = "backward"
unit = "ms"
interval = "ci95"
digits = "uncertainty"
note = "latency"
[[column]]
group = "Latency"
header = "Speed-Up"
ratio = { metric = "backward", of = "baseline/this" }
digits = "places:2"
[[column]]
group = "Peak Memory"
header = ""
metric = "memory"
unit = "MiB"
stat = "max"
digits = "places:0"
[[column]]
group = "Peak Memory"
header = "Relative"
ratio = { metric = "memory", of = "this/baseline" }
digits = "places:2"
[notes]
general = "Speed-up and relative memory are against the baseline of each group."
latency = "Median of {n} repeats {pm} half-width of the {level} confidence interval."
"""


def test_an_ablation_in_groups(folder):
    text, records, group = ABLATION_HEAD, [], ""
    names = {}
    for line in GROUPS.splitlines():
        if line.startswith("# "):
            group = line[2:]
            text += (
                f'[[rowgroup]]\ntitle = "{group}"\nwhere = {{ study = "{group}" }}\nbaseline = {{'
                f' variant = "BASE-{group}" }}\n'
            )
            continue
        name, *shown = line.split()
        bare = name.removesuffix("_(baseline)").replace("_", " ")
        if name.endswith("(baseline)"):
            text = text.replace(f"BASE-{group}", bare)
        names[bare] = bare
        parameters, forward, _, backward, _, memory, _ = (
            number(one.partition("^")[0]) for one in shown
        )
        keys = {"variant": bare, "study": group}
        records.append({**keys, "metric": "parameters", "value": parameters[0] * 1e6, "unit": ""})
        records.append({**keys, "metric": "memory", "value": memory[0], "unit": "MiB"})
        for metric, (value, half) in (("forward", forward), ("backward", backward)):
            records += [
                {**keys, "metric": metric, "value": one, "unit": "ms", "repeat": at}
                for at, one in enumerate(repeats(value, half))
            ]
    (folder / "results" / "ablation.json").write_text(json.dumps(records), "utf-8")
    (folder / "ablation.toml").write_text(
        text + '\n[names]\nbaseline_suffix = " (baseline)"\n' + ABLATION_TAIL, "utf-8"
    )
    by_hand = [
        line.replace(r"$^{\mathrm{b}}$", "").replace(r"\phantom{$^{\mathrm{b}}$}", "")
        for line in rows(groups())
    ]
    made = rows(build(load(folder / "ablation.toml")).grid)
    assert made == [
        line.replace(r"\phantom{}", "") for line in by_hand if "Not distinguishable" not in line
    ]


@pytest.mark.thorough
def test_bytes_do_not_depend_on_hash_seeds_and_the_locale(folder):
    test_growth_with_missing_cells(folder)
    outputs = set()
    for seed, locale in (("0", "C"), ("1", "C.UTF-8"), ("2", "de_DE.UTF-8")):
        environment = os.environ | {
            "PYTHONHASHSEED": seed,
            "LC_ALL": locale,
            "PYTHONPATH": str(TOP),
        }
        command = [
            sys.executable,
            "-m",
            "ieeelint",
            "report",
            "growth.toml",
            "--to",
            "latex,word,markdown,html",
            "--out",
            f"out{seed}",
        ]
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
        outputs.add(tuple(path.read_bytes() for path in sorted((folder / f"out{seed}").iterdir())))
    assert len(outputs) == 1
