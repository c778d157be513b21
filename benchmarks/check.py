"""Measure the time of ``ieeelint check``, in ratios that do not depend on the machine.

    python benchmarks/check.py            # the complete table; takes some minutes
    python benchmarks/check.py --quick    # the 70 kB draft only

The times are of whole processes, medians of several runs, with files and byte code in the cache.
"floor" is ``python -c pass``; "unchanged" is a check whose result an earlier one has stored;
"walker" is the time of ``LatexWalker`` of pylatexenc alone for the same text in a running process
(without its import).
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
} | {"PYTHONPATH": TOP, "XDG_CACHE_HOME": tempfile.mkdtemp()}
SIZES = (70_000, 200_000, 1_000_000, 3_000_000, 10_000_000)
RULE_TIMES = """
import gc, sys, time
gc.disable()
from ieeelint import draft_checking, rules
from ieeelint.readers.latex.reading import read
from ieeelint.settings import Settings
rules.load()
start = time.perf_counter()
draft = read(sys.argv[1])
print("reader", time.perf_counter() - start)
context = draft_checking.context_for(draft, Settings())
start = time.perf_counter()
context.index.words
print("index", time.perf_counter() - start)
for rule in rules.every_rule():
    start = time.perf_counter()
    draft_checking.run_rule(rule, context)
    print(rule.code, time.perf_counter() - start)
"""


def median(action: Callable[[], object], runs: int) -> float:
    """The median seconds of ``action`` over ``runs`` runs, after a warm-up run."""
    times = []
    action()
    for _ in range(runs):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


# The program, as the console script that pip installs.
PROGRAM = "from ieeelint.__main__ import run; raise SystemExit(run())"


def process(*words: str) -> Callable[[], object]:
    """An action that runs Python with these arguments."""
    command = [sys.executable, *words]
    return lambda: subprocess.run(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, check=False)


def output(*words: str) -> tuple[str, str]:
    """Standard output and standard error of a Python process."""
    result = subprocess.run(
        [sys.executable, *words], env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    return result.stdout, result.stderr


def walker_time(text: str) -> float:
    """The seconds of the walker of pylatexenc for the text; the best of three."""
    from pylatexenc.latexwalker import LatexWalker

    times = []
    for _ in range(3):
        start = time.perf_counter()
        LatexWalker(text).get_latex_nodes()
        times.append(time.perf_counter() - start)
    return min(times)


def slowest_imports(path: str, count: int = 12) -> list[tuple[float, str]]:
    """The slowest imports of a check, in milliseconds without nested imports."""
    _, errors = output("-X", "importtime", "-c", PROGRAM, "check", "--isolated", "--no-cache", path)
    rows = []
    for line in errors.splitlines():
        cells = line.removeprefix("import time:").split("|")
        if len(cells) == 3 and cells[0].strip().isdigit():
            rows.append((int(cells[0]) / 1000, cells[2].strip()))
    return sorted(rows, reverse=True)[:count]


def slowest_parts(path: str, count: int = 15) -> list[tuple[float, str]]:
    """The slowest parts of a check, in milliseconds in a new process."""
    rows = [line.split() for line in output("-c", RULE_TIMES, path)[0].splitlines()]
    return sorted(((float(row[1]) * 1000, row[0]) for row in rows), reverse=True)[:count]


def main() -> None:
    """Print the tables."""
    quick = "--quick" in sys.argv[1:]
    folder = tempfile.mkdtemp()
    floor = median(process("-c", "pass"), 25)
    print(f"Python {sys.version.split()[0]}; floor (python -c pass) {floor * 1000:.1f} ms\n")
    print(
        "| draft | process / floor | unchanged / floor | process / walker"
        " | reader, rules and output, MB/s |"
    )
    print("| --- | --- | --- | --- | --- |")
    start_up = median(process("-c", PROGRAM, "--version"), 15)
    for size in SIZES[:1] if quick else SIZES:
        text = draft(size)
        path = os.path.join(folder, f"{size}.tex")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        runs = 15 if size < 500_000 else 3 if size < 5_000_000 else 1
        seconds = median(process("-c", PROGRAM, "check", "--isolated", "--no-cache", path), runs)
        unchanged = median(process("-c", PROGRAM, "check", "--isolated", path), runs)
        ratio = f"{seconds / walker_time(text):.2f}" if size <= 1_000_000 else "–"
        rate = len(text) / 1e6 / max(seconds - start_up, 1e-9)
        print(
            f"| {len(text) / 1000:,.0f} kB | {seconds / floor:.1f} | {unchanged / floor:.1f}"
            f" | {ratio} | {rate:.2f} |",
            flush=True,
        )
    path = os.path.join(folder, f"{SIZES[0]}.tex")
    print(f"\nStart-up (ieeelint --version): {start_up / floor:.1f} x floor")
    print("\nSlowest imports of a check (ms, without nested imports):")
    for milliseconds, name in slowest_imports(path):
        print(f"  {milliseconds:6.2f}  {name}")
    print("\nSlowest parts of a check of the 70 kB draft (ms, first use):")
    for milliseconds, name in slowest_parts(path):
        print(f"  {milliseconds:6.2f}  {name}")


if __name__ == "__main__":
    main()
