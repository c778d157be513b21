"""Count the work of a check: a number that does not depend on the machine.

    python benchmarks/work.py            # print the counts, and how they differ from work.toml
    python benchmarks/work.py --write    # write work.toml

The work is the number of functions that ``ieeelint`` calls in a new process, Python's and C's; the
modules of ``ieeelint`` that are imported; and the regular expressions that are compiled if none is
kept from an earlier process.  A test compares the counts with ``work.toml``.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
import tomllib

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FILE = os.path.join(TOP, "benchmarks", "work.toml")
COUNTS = "calls", "modules", "expressions"
COUNT = """
import json, os, re, sys
top, path = sys.argv[1:]
sys.path.insert(0, top)
sys.dont_write_bytecode = True  # then no expressions are kept, either
package = os.path.join(top, "ieeelint") + os.sep
calls = expressions = 0
compile_expression = re._compiler.compile
def compiling(*words):
    global expressions
    expressions += 1
    return compile_expression(*words)
re._compiler.compile = compiling
def note(frame, event, argument):
    global calls
    if event == "call" or event == "c_call":
        calls += frame.f_code.co_filename.startswith(package)
sys.setprofile(note)
from ieeelint.cli import main
sys.stdout = open(os.devnull, "w")
main(["check", "--isolated", "--no-cache", path])
sys.setprofile(None)
modules = sum(name.partition(".")[0] == "ieeelint" for name in sys.modules)
print(json.dumps([calls, modules, expressions]), file=sys.__stdout__)
"""


def drafts(folder: str) -> dict[str, str]:
    """Write the drafts to count; returns their paths by name."""
    sys.path[:0] = [TOP, os.path.join(TOP, "benchmarks"), os.path.join(TOP, "tests")]
    from bibtex import database
    from drafts import draft
    from word_twin import sketch_of

    from ieeelint.readers import read
    from ieeelint.starters.word import document

    files = {
        "LaTeX, 71 kB": "paper.tex",
        "Word, 71 kB": "paper.docx",
        "BibTeX, 500 entries": "refs.bib",
    }
    paths = {name: os.path.join(folder, file) for name, file in files.items()}
    latex, word, bibtex = paths.values()
    with open(latex, "w", encoding="utf-8") as file:
        file.write(draft(70_000))
    with open(word, "wb") as file:
        file.write(document(sketch_of(read(latex).paper)))
    with open(bibtex, "w", encoding="utf-8") as file:
        file.write(database(500))
    return paths


def counted() -> dict[str, dict[str, int]]:
    """The counts of each draft."""
    counts = {}
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, ".git"))  # the project ends here, whatever is above
        for name, path in drafts(folder).items():
            command = [sys.executable, "-c", COUNT, TOP, path]
            environment = os.environ | {"PYTHONHASHSEED": "0"}
            done = subprocess.run(command, capture_output=True, text=True, env=environment)
            done.check_returncode()
            counts[name] = dict(zip(COUNTS, json.loads(done.stdout)))
    return counts


def committed() -> tuple[str, dict[str, dict[str, int]]]:
    """The version of Python and the counts in ``work.toml``."""
    with open(FILE, "rb") as file:
        content = tomllib.load(file)
    return content["python"], content["counts"]


def main(words: list[str]) -> int:
    """Print or write the counts; returns the exit status."""
    new = counted()
    old = committed()[1] if os.path.exists(FILE) else {}
    for name, counts in new.items():
        for count, number in counts.items():
            before = old.get(name, {}).get(count, 0)
            change = f"{number / before - 1:+.1%}" if before else "new"
            print(f"{name}: {number:,} {count} ({change})")
    if "--write" in words:
        python = ".".join(platform.python_version_tuple()[:2])
        lines = ["# Written by `python benchmarks/work.py --write`.", f'python = "{python}"', ""]
        for name, counts in new.items():
            lines.append(f'[counts."{name}"]')
            lines += [f"{count} = {number:_}" for count, number in counts.items()]
            lines.append("")
        with open(FILE, "w", encoding="utf-8", newline="\n") as file:
            file.write("\n".join(lines[:-1]) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
