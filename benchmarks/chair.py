"""Measure ``ieeelint batch`` on drafts of nine pages, half of them for Word, each copied many times
with a difference.

    python benchmarks/chair.py [papers ...]

Processor times are of all processes together, as multiples of that of ``python -c pass``;
of several runs, the shortest counts, because other programs only add time.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from zipfile import ZipFile

from drafts import draft
from word import word_draft

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENVIRONMENT = os.environ | {"PYTHONPATH": TOP}
SIZES = (50, 500)
RUNS = {50: 3, 500: 1}  # a long run differs little from the next one
BYTES = 40_000  # of a draft in LaTeX
# Runs the command line, then prints what this process and its workers used: seconds of the
# processors, and the megabytes of the largest process.
PROGRAM = """
import json, os, resource, sys
from ieeelint.cli import main
sys.stdout = open(os.devnull, "w")
status = main(sys.argv[1:])
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
figures = [[one.ru_utime + one.ru_stime, one.ru_maxrss / 1000] for one in used]
sys.__stdout__.write(json.dumps([status, *figures]))
"""


class Run:
    """What one run used: seconds on the clock, and of the processors, in this process and in its
    workers; megabytes of each.
    """

    def __init__(self, words: list[str]) -> None:
        command = [sys.executable, "-c", PROGRAM, *words]
        start = time.perf_counter()
        ran = subprocess.run(
            command, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True
        )
        self.clock = time.perf_counter() - start
        status, (self.main, self.main_memory), (self.workers, self.memory) = json.loads(ran.stdout)
        if status > 1:
            raise SystemExit(f"ieeelint {' '.join(words)} failed")

    @property
    def total(self) -> float:
        """Seconds of the processors."""
        return self.main + self.workers


def make(folder: str, number: int) -> None:
    """Submissions for LaTeX and Word in turn, no two with the same content."""
    text = draft(BYTES)
    word = os.path.join(folder, "draft.docx")
    os.makedirs(folder)
    word_draft(BYTES, word)
    for place in range(number):
        target = os.path.join(folder, str(place + 1))
        os.mkdir(target)
        if place % 2:
            copy = shutil.copy(word, os.path.join(target, "paper.docx"))
            with ZipFile(copy, "a") as archive:
                archive.comment = f"copy {place}".encode()
        else:
            with open(os.path.join(target, "paper.tex"), "w", encoding="utf-8") as file:
                file.write(f"{text}\n% copy {place}\n")
    os.remove(word)


def floor() -> float:
    """Processor seconds of ``python -c pass``."""
    times = []
    for _ in range(20):
        process = subprocess.Popen([sys.executable, "-c", "pass"])
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
        times.append(usage.ru_utime + usage.ru_stime)
    return min(times)


def main() -> None:
    """Print the table."""
    unit = floor()
    sizes = [int(word) for word in sys.argv[1:]] or SIZES
    print(f"Floor (python -c pass): {unit * 1000:.1f} ms of a processor\n")
    print(
        "| papers | processors, a paper / floor | main process, of these | clock, two workers / one"
        " | processors, unchanged papers / floor | memory of the main process, of a worker, MB |"
    )
    print("| --- | --- | --- | --- | --- | --- |")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            papers, out = os.path.join(folder, "papers"), os.path.join(folder, "out")
            make(papers, size)
            runs: dict[str, list[Run]] = {"1": [], "2": [], "again": []}
            for _ in range(RUNS.get(size, 1)):
                for jobs in ("1", "2"):
                    shutil.rmtree(out, ignore_errors=True)
                    runs[jobs].append(Run(["batch", papers, "--out", out, "--jobs", jobs]))
                runs["again"].append(Run(["batch", papers, "--out", out, "--jobs", "1"]))
            one = min(runs["1"], key=lambda run: run.total)
            again = min(runs["again"], key=lambda run: run.total)
            clocks = [min(run.clock for run in runs[jobs]) for jobs in ("1", "2")]
            print(
                f"| {size} | {one.total / size / unit:.1f} | {one.main / one.total:.0%}"
                f" | {clocks[1] / clocks[0]:.2f} | {again.total / unit:.0f}"
                f" | {one.main_memory:.0f}, {one.memory:.0f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
