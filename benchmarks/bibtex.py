"""Measure the time to check a .bib file, compared with parsing it with bibtexparser.

    python benchmarks/bibtex.py

The times are of whole processes, medians of several runs: ``ieeelint check refs.bib`` (all
entries, all rules), and a process that only parses the file with bibtexparser.
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
ENVIRONMENT = os.environ | {"PYTHONPATH": TOP}
SIZES = (100, 1_000, 10_000)
RUNS = 5
PARSE = "import sys, bibtexparser; bibtexparser.parse_file(sys.argv[1])"
ENTRY = """@article{{lima{number},
  author  = {{Lima, Ana B. and Santos, Bruno and de Costa, Carla}},
  title   = {{Steady flow of water number {number} in narrow {{MIMO}} pipes of steel}},
  journal = {{Journal of Flow}},
  volume  = {{{volume}}},
  number  = {{3}},
  pages   = {{{first}{dash}{last}}},
  month   = {month},
  year    = {{{year}}},
  doi     = {{10.1000/flow.{number}}},
}}

"""


def database(entries: int) -> str:
    """A file with ``entries`` entries, one in ten with mistakes."""
    parts = []
    for number in range(entries):
        has_mistakes = number % 10 == 0
        parts.append(
            ENTRY.format(
                number=number,
                volume=number % 90 + 1,
                first=number,
                last=number + 9,
                dash="-" if has_mistakes else "--",
                month="{October}" if has_mistakes else "oct",
                year=1990 + number % 35,
            )
        )
    return "".join(parts)


def seconds(command: list[str]) -> float:
    """The median time of the whole process."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, check=False)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    """Print the table."""
    print(f"Python {platform.python_version()}\n")
    print("| entries | MB | check / bibtexparser's parse |")
    print("| --- | --- | --- |")
    for entries in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "refs.bib")
            text = database(entries)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            check = seconds(
                [
                    sys.executable,
                    "-m",
                    "ieeelint",
                    "check",
                    "--isolated",
                    "--no-cache",
                    "--output-format",
                    "concise",
                    path,
                ]
            )
            parse = seconds([sys.executable, "-c", PARSE, path])
        print(f"| {entries:,} | {len(text) / 1e6:.2f} | {check / parse:.2f} |")


if __name__ == "__main__":
    main()
