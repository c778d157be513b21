"""How long ``ieeelint check`` takes, in ratios that hold on any machine.

    python benchmarks/check.py            # the whole table, some minutes
    python benchmarks/check.py --quick    # the 70 kB draft only

Whole processes, medians of several runs, files and byte code warm.  "floor" is
``python -c pass``; "walker" is the time that pylatexenc's ``LatexWalker`` alone
takes for the same text inside a running process (without its import).
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable

from drafts import draft

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENVIRONMENT = {
    key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"
} | {"PYTHONPATH": TOP}
SIZES = (70_000, 200_000, 1_000_000, 3_000_000, 10_000_000)
RULE_TIMES = """
import gc, sys, time
gc.disable()
from ieeelint import checking, rules
from ieeelint.readers.latex import read
from ieeelint.settings import Settings
rules.load()
start = time.perf_counter()
draft = read(sys.argv[1])
print("reader", time.perf_counter() - start)
context = checking.context_for(draft, Settings())
start = time.perf_counter()
context.index.words
print("index", time.perf_counter() - start)
for rule in rules.every_rule():
    start = time.perf_counter()
    checking.run_rule(rule, context)
    print(rule.code, time.perf_counter() - start)
"""


def median(action: Callable[[], object], runs: int) -> float:
    """Median seconds of ``action`` over ``runs`` runs, after one that warms up."""
    times = []
    action()
    for _ in range(runs):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


# As the console script that pip installs starts it.
PROGRAM = "from ieeelint.__main__ import run; raise SystemExit(run())"


def process(*words: str) -> Callable[[], object]:
    """Runs Python with these arguments."""
    command = [sys.executable, *words]
    return lambda: subprocess.run(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, check=False)


def output(*words: str) -> tuple[str, str]:
    """Standard output and standard error of a Python process."""
    ran = subprocess.run(
        [sys.executable, *words], env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    return ran.stdout, ran.stderr


def walker_time(text: str) -> float:
    """Seconds of pylatexenc's walker for the text; the best of three."""
    from pylatexenc.latexwalker import LatexWalker

    times = []
    for _ in range(3):
        start = time.perf_counter()
        LatexWalker(text).get_latex_nodes()
        times.append(time.perf_counter() - start)
    return min(times)


def largest_imports(path: str, count: int = 12) -> list[tuple[float, str]]:
    """Milliseconds of the imports of a check that take longest by themselves."""
    _, errors = output("-X", "importtime", "-c", PROGRAM, "check", "--isolated", path)
    rows = []
    for line in errors.splitlines():
        cells = line.removeprefix("import time:").split("|")
        if len(cells) == 3 and cells[0].strip().isdigit():
            rows.append((int(cells[0]) / 1000, cells[2].strip()))
    return sorted(rows, reverse=True)[:count]


def largest_rules(path: str, count: int = 15) -> list[tuple[float, str]]:
    """Milliseconds of the parts of a check that take longest in a fresh process."""
    rows = [line.split() for line in output("-c", RULE_TIMES, path)[0].splitlines()]
    return sorted(((float(row[1]) * 1000, row[0]) for row in rows), reverse=True)[:count]


def main() -> None:
    quick = "--quick" in sys.argv[1:]
    folder = tempfile.mkdtemp()
    floor = median(process("-c", "pass"), 25)
    print(f"Python {sys.version.split()[0]}; floor (python -c pass) {floor * 1000:.1f} ms\n")
    print("| draft | process / floor | process / walker | reader, rules and output, MB/s |")
    print("| --- | --- | --- | --- |")
    start_up = median(process("-c", PROGRAM, "--version"), 15)
    for size in SIZES[:1] if quick else SIZES:
        text = draft(size)
        path = os.path.join(folder, f"{size}.tex")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        check = process("-c", PROGRAM, "check", "--isolated", path)
        took = median(check, 15 if size < 500_000 else 3 if size < 5_000_000 else 1)
        ratio = f"{took / walker_time(text):.2f}" if size <= 1_000_000 else "–"
        rate = len(text) / 1e6 / max(took - start_up, 1e-9)
        print(
            f"| {len(text) / 1000:,.0f} kB | {took / floor:.1f} | {ratio} | {rate:.2f} |",
            flush=True,
        )
    path = os.path.join(folder, f"{SIZES[0]}.tex")
    print(f"\nStart-up (ieeelint --version): {start_up / floor:.1f} x floor")
    print("\nLargest imports of a check, ms by themselves:")
    for took, name in largest_imports(path):
        print(f"  {took:6.2f}  {name}")
    print("\nLargest parts of a check of the 70 kB draft, ms, first use:")
    for took, name in largest_rules(path):
        print(f"  {took:6.2f}  {name}")


if __name__ == "__main__":
    main()
