"""Measures how many small changes of the rules and the readers the tests notice.

    python -m tools.mutate [--count 60] [--seed 1] [--only PART] [--json FILE]

draws mutants (see tools/mutants.py) of ``ieeelint/rules``, ``ieeelint/readers/latex``, and
``ieeelint/readers/word``, runs the examples and tests that can notice each until one fails, and
prints the mutants that survive, and the fraction that is noticed; those whose tests run out of
time are listed, too, and do not count.  Half of the mutants are of
rules; kinds are drawn alike.  The tests run on a copy of the project, and nobody may change the
code meanwhile; ``--examples`` runs only the
examples of rules.  A mutant that survives shows a missing example or
test, unless the change has no effect that a user could notice.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

from tools.example_mutants import Examples
from tools.mutant_tests import Stage, all_stages, stages
from tools.mutants import KINDS, Mutant, mutants

ROOT = Path(__file__).resolve().parent.parent
# The modules of each part, and its share of the mutants.
PARTS = (
    ("ieeelint/rules", "*/*.py", 0.5),
    ("ieeelint/readers/latex", "*.py", 0.25),
    ("ieeelint/readers/word", "*.py", 0.25),
)
LIMIT = 150  # seconds for the tests of one stage
NOT_COPIED = (".*", "__pycache__", "*.egg-info", "build", "dist", "experiments", "benchmarks")


def main(words: list[str]) -> int:
    """Draw mutants and test them; returns the exit status."""
    options = _options(words)
    chosen = sample(options.seed, options.count, options.only)
    results = Results(options.json, chosen)
    with tempfile.TemporaryDirectory(prefix="mutate-") as folder, Examples(ROOT) as examples:
        copy = Copy(Path(folder) / "project")
        for number, mutant in enumerate(chosen, 1):
            result = results.get(mutant)
            if result is None:
                started = time.monotonic()
                code = (ROOT / mutant.path).read_bytes()
                if mutant.path.startswith("ieeelint/rules") and examples.notice(mutant):
                    outcome = "noticed"
                elif options.examples:
                    outcome = "survived"
                elif copy.is_ready or copy.prepare():
                    outcome = copy.outcome(mutant)
                else:
                    return 2
                seconds = round(time.monotonic() - started, 1)
                result = {"outcome": outcome, "seconds": seconds, "change": mutant.change(code)}
                results.add(mutant, result)
            print(
                f"[{number}/{len(chosen)}] {result['outcome']:8} {result['seconds']:4.0f} s "
                f" {mutant.kind:7} {mutant.path}:{mutant.line}",
                flush=True,
            )
    print(summary(chosen, results))
    return 0


def _options(words: list[str]) -> argparse.Namespace:
    assert __doc__
    parser = argparse.ArgumentParser(
        "mutate", description=__doc__.split("\n")[0], allow_abbrev=False
    )
    parser.add_argument("--count", type=int, default=60, help="number of mutants (default: 60)")
    parser.add_argument("--seed", type=int, default=1, help="another number draws other mutants")
    parser.add_argument("--only", default="", metavar="PART", help="part of the path of a module")
    parser.add_argument("--examples", action="store_true", help="run only the examples of rules")
    parser.add_argument(
        "--json", metavar="FILE", help="file of results, to continue an interrupted run"
    )
    return parser.parse_args(words)


def sample(seed: int, count: int, only: str = "") -> list[Mutant]:
    """Mutants drawn at random; the same for the same seed and code."""
    parts = []
    for folder, names, share in PARTS:
        paths = [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / folder).glob(names))]
        if paths := [path for path in paths if only in path]:
            parts.append((folder, paths, share))
    chosen: list[Mutant] = []
    for folder, paths, share in parts:
        drawn = random.Random(f"{seed} {folder}")
        by_kind: dict[str, list[Mutant]] = {kind: [] for kind in KINDS}
        for path in paths:
            for mutant in mutants(ROOT / path, path):
                by_kind[mutant.kind].append(mutant)
        for kind in KINDS:
            drawn.shuffle(by_kind[kind])
        kinds = cycle(KINDS)
        last = len(chosen) + round(count * share / sum(share for *_, share in parts))
        while len(chosen) < last and any(by_kind.values()):
            if waiting := by_kind[next(kinds)]:
                mutant = waiting.pop()
                if mutant.compiles((ROOT / mutant.path).read_bytes()):
                    chosen.append(mutant)
    return chosen


class Results:
    """The results of mutants, by their content, kept in a file if there is one."""

    def __init__(self, path: str | None, mutants: Sequence[Mutant]) -> None:
        self.path = path
        # The code of today: it may be edited while the tests run on the copy.
        self.keys = {mutant: _key(mutant) for mutant in mutants}
        self.by_key: dict[str, dict[str, Any]] = {}
        if path and os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                self.by_key = json.load(file)

    def get(self, mutant: Mutant) -> dict[str, Any] | None:
        """The result of an earlier run on the same code, if there is one."""
        return self.by_key.get(self.keys[mutant])

    def add(self, mutant: Mutant, result: dict[str, Any]) -> None:
        """Keep a result."""
        self.by_key[self.keys[mutant]] = result
        if self.path:
            with open(f"{self.path}.part", "w", encoding="utf-8") as file:
                json.dump(self.by_key, file, indent=1)
            os.replace(f"{self.path}.part", self.path)


def _key(mutant: Mutant) -> str:
    code = hashlib.sha256((ROOT / mutant.path).read_bytes()).hexdigest()[:12]
    return f"{mutant.path}:{mutant.start}-{mutant.end}:{mutant.text}:{code}"


class Copy:
    """A copy of the project, in which one module at a time is changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.is_ready = False

    def prepare(self) -> bool:
        """Make the copy, and run all tests once; True if they pass on the unchanged code."""
        shutil.copytree(ROOT, self.folder, ignore=shutil.ignore_patterns(*NOT_COPIED))
        # Compiled modules must be checked by their content: a mutant may keep time and size.
        compiling = ["-m", "compileall", "-q", "--invalidation-mode", "checked-hash", "ieeelint"]
        subprocess.run([sys.executable, *compiling], cwd=self.folder, check=True)
        print("running the tests on the unchanged code", flush=True)
        for stage in all_stages(self.folder):
            if (status := self.run(stage, keep=True, limit=3600)) != 0:
                print(f"mutate: {' '.join(stage.files)} fail on the unchanged code ({status})")
                return False
        self.is_ready = True
        return True

    def outcome(self, mutant: Mutant) -> str:
        """Change the module, and run the tests until one fails."""
        path = self.folder / mutant.path
        code = path.read_bytes()
        path.write_bytes(mutant.apply(code))
        try:
            for stage in stages(self.folder, mutant.path):
                if status := self.run(stage):
                    return "timeout" if status < 0 else "noticed"
        finally:
            path.write_bytes(code)
        return "survived"

    def run(self, stage: Stage, keep: bool = False, limit: int = LIMIT) -> int:
        """The exit status of pytest; 0 if it selected no test, and -1 after the time limit."""
        command = [sys.executable, "-m", "pytest", "-x", "-m", "not thorough", *stage.files]
        command += ["-p", "no:cacheprovider", "--tb=no", "-k", stage.words]
        environment = {**os.environ, "PYTHONPATH": str(self.folder)}
        if not keep:
            environment["PYTHONDONTWRITEBYTECODE"] = "1"
        try:
            done = subprocess.run(
                command, cwd=self.folder, env=environment, capture_output=True, timeout=limit
            )
        except subprocess.TimeoutExpired:
            return -1
        return 0 if done.returncode == 5 else done.returncode


def summary(chosen: Sequence[Mutant], results: Results) -> str:
    """The mutants that survived, and how many were noticed, by part and by kind."""
    lines = []
    noticed: Counter[str] = Counter()
    drawn: Counter[str] = Counter()
    for mutant in chosen:
        result = results.get(mutant)
        outcome = result["outcome"] if result is not None else ""
        part = next(folder for folder, *_ in PARTS if mutant.path.startswith(folder))
        for name in (part, mutant.kind, "all"):
            drawn[name] += outcome != "timeout"
            noticed[name] += outcome == "noticed"
        if result is not None and outcome != "noticed":
            lines.append(f"\n{outcome}: {mutant.kind} {mutant.path}:{mutant.line}")
            lines.append(result["change"])
    lines.append("")
    for name in (*(folder for folder, *_ in PARTS), *KINDS, "all"):
        if drawn[name]:
            fraction = noticed[name] / drawn[name]
            lines.append(f"{name:24} {noticed[name]:4} of {drawn[name]:4} noticed ({fraction:.0%})")
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
