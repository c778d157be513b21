"""Run all benchmarks, one after another, and write benchmarks/results.md.

    python benchmarks/run.py

It takes some minutes; nothing else should run meanwhile.  `python -m ieeelint.documentation` then
copies the figures to the README.
"""

from __future__ import annotations

import datetime
import os
import platform
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
RESULTS = os.path.join(HERE, "results.md")
PARTS = (
    ("check.py", "LaTeX drafts"),
    ("word.py", "Word drafts"),
    ("server.py", "Language server"),
    ("bibtex.py", "BibTeX files"),
    ("records.py", "Long result files"),
    ("report.py", "A table from 1,000 records"),
    ("chair.py", "A batch of submissions"),
)


def main() -> int:
    """Run all parts; the results are written only if none fails."""
    sections = [_header()]
    for name, title in PARTS:
        print(f"{name} …", file=sys.stderr, flush=True)
        ran = subprocess.run(
            [sys.executable, os.path.join(HERE, name)],
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
        if ran.returncode:
            print(f"benchmarks/{name} failed; results.md is as before", file=sys.stderr)
            return 1
        sections.append(f"# {title}\n\n`python benchmarks/{name}`\n\n{ran.stdout.strip()}\n")
    with open(RESULTS, "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(sections))
    return 0


def _header() -> str:
    """When, where, and with which code the figures were measured."""
    commit = _git("rev-parse", "--short=10", "HEAD")
    changed = (
        " with changes" if _git("status", "--porcelain", "--", "ieeelint", "benchmarks") else ""
    )
    return (
        "The figures of one run of `python benchmarks/run.py`:"
        f" {datetime.date.today()}, commit {commit}{changed},"
        f" Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores.\n"
    )


def _git(*words: str) -> str:
    return subprocess.run(
        ["git", *words], cwd=HERE, capture_output=True, text=True, check=True
    ).stdout.strip()


if __name__ == "__main__":
    raise SystemExit(main())
