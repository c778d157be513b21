"""Measure the time of ``ieeelint check`` for Word drafts, in machine-independent ratios.

    python benchmarks/word.py

The drafts are those of ``benchmarks/check.py``, converted to Word.  The times are of whole
processes, medians of several runs; "floor" is ``python -c pass``.  LibreOffice counts the pages of
the smallest draft; the pages of the others are estimated from their lengths.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile

from check import ENVIRONMENT, PROGRAM, TOP, median, process
from drafts import draft

sys.path[:0] = [TOP, os.path.join(TOP, "tests")]
PAGES = (15, 50, 150, 500)


def pages_of(path: str) -> int:
    """The number of pages of a Word file in LibreOffice; 0 without LibreOffice."""
    office = shutil.which("soffice")
    if office is None:
        return 0
    folder = os.path.dirname(path)
    convert = [office, "--headless", "--convert-to", "pdf", "--outdir", folder, path]
    subprocess.run(convert, check=True, capture_output=True)
    with open(os.path.splitext(path)[0] + ".pdf", "rb") as file:
        content = file.read()
    return content.count(b"/Type/Page") - content.count(b"/Type/Pages")


def peak(path: str) -> int:
    """The peak memory of a check in megabytes."""
    command = [sys.executable, "-c", PROGRAM, "check", "--isolated", "--no-cache", path]
    child = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL)
    _, _, usage = os.wait4(child.pid, 0)
    return round(usage.ru_maxrss / 1024)


def word_draft(size: int, path: str) -> int:
    """Write a LaTeX draft of ``size`` bytes as a Word file; returns the length of its text."""
    from word_twin import sketch_of

    from ieeelint.readers.latex.reading import read
    from ieeelint.starters.word import document

    paper = read("draft.tex", text=draft(size)).paper
    with open(path, "wb") as file:
        file.write(document(sketch_of(paper)))
    return len(paper.text.plain)


def main() -> None:
    """Print the table."""
    folder = tempfile.mkdtemp()
    path = os.path.join(folder, "probe.docx")
    length = word_draft(70_000, path)
    pages = pages_of(path)
    characters_per_page = length / pages if pages else 4_500
    floor = median(process("-c", "pass"), 25)
    print(
        f"Python {sys.version.split()[0]}; floor (python -c pass) {floor * 1000:.1f} ms;", end=" "
    )
    print(f"{characters_per_page:,.0f} characters per page\n")
    print("| pages | process / floor | seconds per page / first row | peak, MB |")
    print("| --- | --- | --- | --- |")
    first = 0.0
    for number in PAGES:
        path = os.path.join(folder, f"{number}.docx")
        word_draft(round(number * characters_per_page * 70_000 / length), path)
        seconds = median(
            process("-c", PROGRAM, "check", "--isolated", "--no-cache", path),
            9 if number < 100 else 3,
        )
        rate = seconds / number
        first = first or rate
        print(
            f"| {number} | {seconds / floor:.1f} | {rate / first:.2f} | {peak(path)} |", flush=True
        )


if __name__ == "__main__":
    main()
