"""Measure the time to collect records, compared with polars and a loop over ``json.loads``.

    python benchmarks/records.py [records]

The times are of whole processes, the best of several runs.  JSON Lines, CSV and Parquet files with
a million records in long form (module, tokens, metric, value, unit, repeat; 220 groups) are read by
``collect`` with and without polars, by ``polars.scan_*`` with a group-by that collects values, and
(JSON Lines only) by ``json.loads`` line by line.  Peak memory is that of the process.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import time

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENVIRONMENT = os.environ | {"PYTHONPATH": TOP}
RUNS = 3
MODULES = 11
LENGTHS = 5
METRICS = 4
COLLECT = """
import sys, resource
if sys.argv[2] == "plain": sys.modules["polars"] = None
from pathlib import Path
from ieeelint.report.sources.collecting import collect
collection = collect([sys.argv[1]], keys=["module", "tokens"], metrics=["m0", "m1", "m2", "m3"], root=Path())
print(sum(len(series.values) for series in collection.series.values()), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""  # noqa: E501
POLARS = """
import sys, resource, polars
path = sys.argv[1]
scan = {"jsonl": polars.scan_ndjson, "csv": polars.scan_csv, "parquet": polars.scan_parquet}[path.rpartition(".")[2]]
groups = scan(path).group_by("module", "tokens", "metric", "unit").agg("value", "repeat").collect()
print(groups["value"].list.len().sum(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""  # noqa: E501
LOADS = """
import sys, resource, json
with open(sys.argv[1], "rb") as file: count = sum(1 for line in file if json.loads(line))
print(count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def write(folder: str, records: int) -> list[str]:
    """Write the same records as JSON Lines, CSV and Parquet, and return the paths.

    The values are from a fixed pseudorandom sequence.
    """
    lines, csv = os.path.join(folder, "long.jsonl"), os.path.join(folder, "long.csv")
    state = 1
    with open(lines, "w", encoding="utf-8") as first, open(csv, "w", encoding="utf-8") as second:
        second.write("module,tokens,metric,value,unit,repeat\n")
        for index in range(records):
            state = state * 1103515245 + 12345 & 0x7FFFFFFF
            value = (state >> 8) / 8388608 + 0.5
            group, repeat = (
                index % (MODULES * LENGTHS * METRICS),
                index // (MODULES * LENGTHS * METRICS),
            )
            module, rest = f"module{group % MODULES}", group // MODULES
            tokens, metric = 1024 << rest % LENGTHS, f"m{rest // LENGTHS}"
            first.write(
                f'{{"module": "{module}", "tokens": {tokens}, "metric": "{metric}", "value":'
                f' {value!r}, "unit": "ms", "repeat": {repeat}}}\n'
            )
            second.write(f"{module},{tokens},{metric},{value!r},ms,{repeat}\n")
    parquet = os.path.join(folder, "long.parquet")
    subprocess.run(
        [
            sys.executable,
            "-c",
            f"import polars; polars.scan_csv({csv!r}).sink_parquet({parquet!r})",
        ],
        check=True,
    )
    return [lines, csv, parquet]


def measure(program: str, *arguments: str) -> tuple[float, float]:
    """The seconds of the fastest process, and its peak memory in MiB."""
    times, memory = [], 0.0
    for _ in range(RUNS):
        start = time.perf_counter()
        result = subprocess.run(
            [sys.executable, "-c", program, *arguments],
            env=ENVIRONMENT,
            cwd="/",
            capture_output=True,
            text=True,
            check=True,
        )
        times.append(time.perf_counter() - start)
        memory = int(result.stdout.split()[-1]) / 1024
    return min(times), memory


def main() -> None:
    """Print the table."""
    records = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    print(f"Python {platform.python_version()}, {records:,} records\n")
    print("| file | MB | reader | seconds | seconds / polars | MiB |")
    print("| --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for path in write(folder, records):
            ending = path.rpartition(".")[2]
            readers = [("polars", POLARS, ()), ("collect with polars", COLLECT, ("fast",))]
            if ending != "parquet":
                readers.append(("collect without polars", COLLECT, ("plain",)))
            if ending == "jsonl":
                readers.append(("json.loads", LOADS, ()))
            base = 0.0
            for name, program, more in readers:
                seconds, memory = measure(program, path, *more)
                base = base or seconds
                size = os.path.getsize(path) / 1e6
                print(
                    f"| {ending} | {size:.1f} | {name} | {seconds:.2f} | {seconds / base:.2f} |"
                    f" {memory:.0f} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
