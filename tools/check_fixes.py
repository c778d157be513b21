"""Verify on real drafts that no fix damages a draft: compile, fix, compile again, and compare.

    python -m tools.check_fixes FOLDER… [--json FILE] [--cache FOLDER]

Each LaTeX draft in the folders is copied to a temporary folder; the drafts are only read.
CONTRIBUTING.md explains what is compared.  The exit status is 1 if a fix damages a draft.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from ieeelint.readers.folders import walk
from tools import progress
from tools.compiling import Compiled
from tools.fix_promises import MODES, TOP, Checked, check_draft, read_bytes

CODE = ("ieeelint", "tools")


def main(words: list[str]) -> int:
    """Check all drafts; returns the exit status."""
    options = _options(words)
    roots = _roots(options.paths)
    if not roots:
        print("check_fixes: these folders contain no LaTeX draft", file=sys.stderr)
        return 2
    if shutil.which("pdflatex") is None or shutil.which("pdftotext") is None:
        print("check_fixes: pdflatex and pdftotext are required", file=sys.stderr)
        return 2
    cache = Cache(Path(options.cache))
    results: list[dict[str, Any]] = []
    for number, root in enumerate(roots, 1):
        progress.show(f"[{number}/{len(roots)}] {root}")
        results.append(cache.result(root))
        progress.show("")
        print(line(results[-1]), flush=True)
        if options.json:
            write(Path(options.json), results)
    print(table(results), end="")
    return 1 if any(damage(result) for result in results) else 0


def _options(words: list[str]) -> argparse.Namespace:
    assert __doc__
    parser = argparse.ArgumentParser(
        "check_fixes", description=__doc__.split("\n")[0], allow_abbrev=False
    )
    parser.add_argument("paths", nargs="+", metavar="FOLDER", help="folder with drafts, or a draft")
    parser.add_argument("--json", metavar="FILE", help="file to write all results to")
    default = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ieeelint-fixes"
    parser.add_argument(
        "--cache",
        metavar="FOLDER",
        default=str(default),
        help="folder of finished results, to continue an interrupted run (default: %(default)s)",
    )
    return parser.parse_args(words)


def _roots(paths: list[str]) -> list[Path]:
    roots = []
    for path in paths:
        names = walk(path).latex if os.path.isdir(path) else [path]
        roots += [Path(name) for name in names]
    return list(dict.fromkeys(roots))


class Cache:
    """Finished results by the content of the draft and of the programs that judge it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.programs = _digest(
            path.read_bytes() for name in CODE for path in sorted((TOP / name).rglob("*.py"))
        )
        folder.mkdir(parents=True, exist_ok=True)

    def result(self, root: Path) -> dict[str, Any]:
        """The result of the draft, from the cache if nothing has changed."""
        parts = [self.programs.encode(), root.name.encode(), str(os.environ.get("PATH")).encode()]
        for path, content in read_bytes(root.resolve().parent).items():
            parts += [path.encode(), content]
        file = self.folder / f"{_digest(parts)}.json"
        try:
            stored: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            with tempfile.TemporaryDirectory(prefix="check-fixes-") as work:
                stored = as_dict(check_draft(root, Path(work)))
            write(file, stored)
        return {**stored, "root": str(root)}


def write(path: Path, content: Any) -> None:
    """Write JSON completely or not at all: the run may be interrupted at any time."""
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    partial.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    partial.replace(path)


def _digest(parts: Any) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()[:32]


def as_dict(checked: Checked) -> dict[str, Any]:
    """The result for JSON, without the printed texts."""
    outcomes = {
        mode: {**vars(outcome), "compiled": _compiled(outcome.compiled)}
        for mode, outcome in checked.outcomes.items()
    }
    return {**vars(checked), "before": _compiled(checked.before), "outcomes": outcomes}


def _compiled(compiled: Compiled | None) -> dict[str, Any] | None:
    if compiled is None:
        return None
    return {
        "errors": compiled.errors,
        "undefined": sorted(compiled.undefined),
        "problem": compiled.problem,
    }


def damage(result: dict[str, Any]) -> dict[str, list[str]]:
    """The damage of each mode that did some."""
    return {
        mode: outcome["damage"] for mode, outcome in result["outcomes"].items() if outcome["damage"]
    }


def line(result: dict[str, Any]) -> str:
    """One line about a draft."""
    before = result["before"]
    errors = sum(before["errors"].values())
    state = before["problem"] or (f"{errors} TeX errors before" if errors else "compiles")
    parts = []
    for mode in MODES:
        outcome = result["outcomes"][mode]
        kinds = Counter(entry.split(":")[0] for entry in outcome["damage"])
        found = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
        words = f", {len(outcome['words'])} words to read" if outcome["words"] else ""
        rules = f" (rules {' '.join(outcome['blame']) or 'unknown'})" if found else ""
        parts.append(f"{mode}: {f'DAMAGE {found}' if found else 'ok'}{rules}{words}")
    return f"{result['root']}: {state}; {'; '.join(parts)}"


def table(results: list[dict[str, Any]]) -> str:
    """The damage by rule and kind, with the number of drafts and one entry."""
    rows: dict[tuple[str, str, str], list[str]] = {}
    for result in results:
        for mode, outcome in result["outcomes"].items():
            blamed = {entry for entries in outcome["blame"].values() for entry in entries}
            alone = [entry for entry in outcome["damage"] if entry not in blamed]
            for code, entries in [*outcome["blame"].items(), *([("?", alone)] if alone else [])]:
                for kind in {entry.split(":")[0] for entry in entries}:
                    sample = next(entry for entry in entries if entry.startswith(kind))
                    rows.setdefault((mode, code, kind), []).append(f"{result['root']}: {sample}")
    before = Counter(
        "no PDF" if one["before"]["problem"] else "errors" if one["before"]["errors"] else "clean"
        for one in results
    )
    lines = [
        f"\n{len(results)} drafts: {before['clean']} compile cleanly, {before['errors']} with TeX"
        f" errors, {before['no PDF']} not at all; {sum(map(bool, map(damage, results)))} damaged"
    ]
    lines += [
        f"{mode:7} {code:7} {kind:10} {len(drafts):4} drafts, such as {drafts[0]}"
        for (mode, code, kind), drafts in sorted(rows.items())
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    try:
        raise SystemExit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
