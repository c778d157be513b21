"""Measure the time of ``ieeelint report`` for a table from 1,000 records.

    python benchmarks/report.py

The times are of whole processes, medians of several runs, with files and byte code in the cache;
"floor" is ``python -c pass``.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENVIRONMENT = {
    key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"
} | {"PYTHONPATH": TOP}
RUNS = 15
SPECIFICATION = """
[source]
files = ["results.jsonl"]
[table]
label = "tab:cost"
title = "Cost"
span = "auto"
rows = { key = "module", header = "Module" }
[pivot]
key = "tokens"
header = "Latency ({unit}) at Tokens"
[cell]
metric = "latency"
unit = "ms"
interval = "ci95"
digits = "uncertainty"
best = "min"
"""


def seconds(command: list[str], folder: str) -> float:
    """The median time of a process."""
    times = []
    for run in range(RUNS + 1):
        start = time.perf_counter()
        subprocess.run(command, cwd=folder, env=ENVIRONMENT, check=True, capture_output=True)
        if run:
            times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    """Print the time for ten modules, five lengths and twenty repeats."""
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "results.jsonl"), "w", encoding="utf-8") as file:
            for number in range(1000):
                module, tokens, repeat = number % 10, 1024 << number // 10 % 5, number // 50
                value = (module + 1) * tokens + number * 7919 % 101
                file.write(
                    f'{{"module": "m{module}", "tokens": {tokens}, "metric": "latency", "value":'
                    f' {value}.5, "unit": "us", "repeat": {repeat}}}\n'
                )
        with open(os.path.join(folder, "cost.toml"), "w", encoding="utf-8") as file:
            file.write(SPECIFICATION)
        floor = seconds([sys.executable, "-c", "pass"], folder)
        whole = seconds(
            [sys.executable, "-m", "ieeelint", "report", "cost.toml", "--out", "out"], folder
        )
    print(f"Python {platform.python_version()}; floor (python -c pass) {floor * 1000:.1f} ms")
    print(f"\na table from 1,000 records: {whole / floor:.1f} x floor")


if __name__ == "__main__":
    main()
