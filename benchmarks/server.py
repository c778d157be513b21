"""Measure the time of the language server from a keystroke to findings.

    python benchmarks/server.py

The time runs from the change of a buffer to the findings of the whole project, in a running
process, without the delay until the author stops typing; the results are medians.  "walker" is the
time of ``LatexWalker`` of pylatexenc alone for the same text in the same process.
"""

from __future__ import annotations

import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable

from drafts import draft

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, TOP)

SIZES = (20_000, 100_000, 300_000)
KEYSTROKES = 40


def milliseconds(action: Callable[[int], object], times: int) -> float:
    """The median time of ``times`` calls; ``action`` receives the number of the call."""
    seconds = []
    for number in range(times):
        start = time.perf_counter()
        action(number)
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds) * 1000


def main() -> None:
    """Print the table."""
    from pylatexenc.latexwalker import LatexWalker

    from ieeelint.server.projects import Projects

    print(f"Python {platform.python_version()}\n")
    print("| draft | a keystroke, ms | unchanged, ms | walker, ms | keystroke / walker |")
    print("| --- | --- | --- | --- | --- |")
    for size in SIZES:
        text = draft(size)
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.realpath(os.path.join(folder, "paper.tex"))
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            projects = Projects()
            middle = text.index("\n\n", size // 2)

            def type_words(number: int) -> None:
                typed = text[:middle] + "word " * number + text[middle:]  # noqa: B023
                projects.buffers[path] = typed  # noqa: B023
                projects.check(path)  # noqa: B023

            type_words(0)
            stroke = milliseconds(type_words, KEYSTROKES)
            unchanged = milliseconds(lambda _: projects.check(path), KEYSTROKES)  # noqa: B023
        walker = milliseconds(lambda _: LatexWalker(text).get_latex_nodes(), 5)  # noqa: B023
        row = (
            f"{len(text) / 1000:.0f} kB | {stroke:.1f} | {unchanged:.2f} | {walker:.0f} |"
            f" {stroke / walker:.2f}"
        )
        print(f"| {row} |")


if __name__ == "__main__":
    main()
