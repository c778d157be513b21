"""Fixes copies of a LaTeX draft and compares them with the draft: does a fix damage anything?"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from ieeelint.readers.latex.project import is_document
from tools.compiling import Compiled, Substitutes, compile_again, compile_draft, engine_of
from tools.inventory import Inventory, inventory
from tools.printed_words import printed_changes, unexplained
from tools.stated_changes import unstated

TOP = Path(__file__).resolve().parent.parent
SOURCES = (".tex", ".ltx", ".bib")
LARGEST = 20_000_000  # bytes; larger files of a project are not copied
SECONDS = 120  # for one run of ieeelint
PRINTED = ("error", "undefined", "no PDF")  # kinds of damage that only a compiler finds
MODES = {"safe": ("--fix",), "unsafe": ("--fix", "--unsafe-fixes")}


@dataclass
class Outcome:
    """What the fixes of one mode did to a draft.

    ``damage`` breaks the promise; each entry begins with its kind.  ``words`` are changes of the
    printed words that no changed line contains, to be read; ``rules`` have a fix in the draft.
    ``blame`` names the rules whose fixes alone do the same damage, each with the damage.
    """

    rules: list[str] = field(default_factory=list)
    edited: int = 0
    damage: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    blame: dict[str, list[str]] = field(default_factory=dict)
    compiled: Compiled | None = None


@dataclass
class Checked:
    """A draft with what was found: ``before`` is the draft as it was."""

    root: str
    before: Compiled
    outcomes: dict[str, Outcome]
    substitutes: list[str]


class Project:
    """A LaTeX draft, of which copies are made in a temporary folder."""

    def __init__(self, root: Path, work: Path) -> None:
        self.root = root.resolve()
        self.work = work.resolve()
        self.substitutes = Substitutes(self.work / "substitutes")
        self.before = self.copy("before")
        sources = read_sources(self.before.parent)
        others = [text for text in sources.values() if not is_document(text)]
        self.engine = engine_of("\n".join([sources.get(root.name, ""), *others]))
        self.counts = inventories(sources)
        self.compiled = compile_draft(self.before, self.engine, self.substitutes, self.work)

    def copy(self, name: str) -> Path:
        """The root of a new copy of the draft."""
        target = self.work / name / "draft"
        shutil.copytree(self.root.parent, target, ignore=_ignored, copy_function=shutil.copyfile)
        for folder in (target, *(path for path in target.rglob("*") if path.is_dir())):
            folder.chmod(0o755)  # the draft may be read-only
        return target / self.root.name

    def sources(self) -> dict[str, str]:
        """The text of each source as it was."""
        return read_sources(self.before.parent)


def check_draft(root: Path, work: Path, explain: bool = True) -> Checked:
    """Fix copies of the draft in the folder ``work`` and compare.  With ``explain``, find the rules
    to blame for the damage.
    """
    project = Project(root, work)
    outcomes: dict[str, Outcome] = {}
    for mode, options in MODES.items():
        outcome = _fixed(project, mode, options)
        same = [other for other in outcomes.values() if other.damage == outcome.damage]
        if outcome.damage and same:
            outcome.blame = same[0].blame
        elif outcome.damage and explain:
            _find_rules(project, mode, options, outcome)
        outcomes[mode] = outcome
    return Checked(str(root), project.compiled, outcomes, project.substitutes.names)


def _fixed(
    project: Project,
    name: str,
    options: tuple[str, ...],
    codes: list[str] | None = None,
    compiles: bool = True,
) -> Outcome:
    """Fix a copy of the draft, by the rules ``codes`` or by all of them."""
    copy = project.copy(name)
    outcome = Outcome(codes or _rules_with_fixes(copy, "--unsafe-fixes" in options))
    original = read_bytes(copy.parent)
    select = ("--select", ",".join(codes)) if codes else ()
    _, message, notes = _ieeelint(copy, *options, *select)
    outcome.rules = sorted({*outcome.rules, *later_rules(notes)})
    fixed = read_bytes(copy.parent)
    if message:
        outcome.damage.append(f"crash: {message}")
    outcome.edited = sum(fixed.get(path) != data for path, data in original.items())
    for path in sorted(original.keys() ^ fixed.keys()):
        outcome.damage.append(f"file: {path} was created or deleted")
    for path, data in original.items():
        if _newlines(data) != _newlines(fixed.get(path, data)):
            outcome.damage.append(f"bytes: the newlines of {path} changed")
    if not outcome.edited:
        return outcome
    _ieeelint(copy, *options, *select)
    again = read_bytes(copy.parent)
    for path in sorted(path for path in fixed if again.get(path) != fixed[path]):
        outcome.damage.append(f"again: a second run changes {path}")
    for path, content in fixed.items():
        (copy.parent / path).write_bytes(content)
    sources = read_sources(copy.parent)
    counts = inventories(sources)
    outcome.damage += [
        f"source: {change}" for change in unstated(project.counts, counts, outcome.rules)
    ]
    if compiles:
        _compare_printed(project, copy, outcome, sources)
    return outcome


def _compare_printed(
    project: Project, copy: Path, outcome: Outcome, sources: dict[str, str]
) -> None:
    """Compile the fixed copy; add new errors, undefined keys and unexplained words."""
    before = project.compiled
    after = compile_again(project.before, copy, project.engine, project.substitutes, project.work)
    outcome.compiled = after
    if before.gave_up and after.gave_up:
        return
    outcome.damage += [f"error: {error}" for error in sorted(after.errors - before.errors)]
    outcome.damage += [f"undefined: {key}" for key in sorted(after.undefined - before.undefined)]
    if after.problem and not before.problem:
        outcome.damage.append(f"no PDF: {after.problem}")
    if not (before.text and after.text):
        return
    old, new = ("\n".join(texts.values()) for texts in (project.sources(), sources))
    printed = printed_changes(before.text, after.text)
    lost, gained = unexplained(printed, old, new)
    outcome.words = [f"-{word}" for word in lost] + [f"+{word}" for word in gained]


def _find_rules(project: Project, mode: str, options: tuple[str, ...], outcome: Outcome) -> None:
    """Fix by one rule after the other, until each has shown its part of the damage."""
    compiles = any(damage.startswith(PRINTED) for damage in outcome.damage)
    for code in outcome.rules:
        alone = _fixed(project, f"{mode}-{code}", options, [code], compiles)
        shared = [damage for damage in alone.damage if damage in outcome.damage]
        if shared:
            outcome.blame[code] = shared
        shutil.rmtree(project.work / f"{mode}-{code}", ignore_errors=True)


def _rules_with_fixes(root: Path, unsafe: bool) -> list[str]:
    output, _, _ = _ieeelint(root, "--no-group", "--output-format", "json")
    try:
        findings = json.loads(output)["findings"]
    except (ValueError, KeyError):
        return []
    return sorted(
        {
            finding["code"]
            for finding in findings
            if finding["edits"] and (unsafe or all(edit["safe"] for edit in finding["edits"]))
        }
    )


def later_rules(notes: str) -> list[str]:
    """The rules whose findings appeared only after other fixes, as the notes of a fix say."""
    return [
        code
        for codes in re.findall(r"appeared only after other fixes \(([A-Z0-9, ]+)\)", notes)
        for code in codes.split(", ")
    ]


def _ieeelint(root: Path, *options: str) -> tuple[str, str, str]:
    """Standard output of ``ieeelint check``, the message of a crash, and its other messages."""
    command = [sys.executable, "-m", "ieeelint", "check", "--isolated", *options, root.name]
    environment = {**os.environ, "PYTHONPATH": str(TOP), "IEEELINT_RAISE": "1"}
    try:
        done = subprocess.run(
            command, cwd=root.parent, env=environment, capture_output=True, timeout=SECONDS
        )
    except subprocess.TimeoutExpired:
        return "", f"ran for over {SECONDS} seconds", ""
    notes = done.stderr.decode("utf-8", "replace").strip()
    crash = notes.splitlines()[-1] if done.returncode not in (0, 1) and notes else ""
    return done.stdout.decode("utf-8", "replace"), crash, notes


def read_bytes(folder: Path) -> dict[str, bytes]:
    """The content of each source in the folder, by its path in the folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in SOURCES and path.is_file()
    }


def read_sources(folder: Path) -> dict[str, str]:
    """The text of each source; bytes that are not UTF-8 are kept apart as Latin-1."""
    texts = {}
    for path, data in read_bytes(folder).items():
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode("latin-1")
        texts[path] = text.replace("\r\n", "\n").replace("\r", "\n")
    return texts


def inventories(sources: dict[str, str]) -> Inventory:
    """What all sources contain together."""
    total: Inventory = Inventory()
    for path, text in sources.items():
        total.update(inventory(text, path.lower().endswith(".bib")))
    return total


def _newlines(data: bytes) -> set[str]:
    crlf = data.count(b"\r\n")
    kinds = {"CRLF": crlf, "LF": data.count(b"\n") - crlf, "CR": data.count(b"\r") - crlf}
    return {kind for kind, number in kinds.items() if number}


def _ignored(folder: str, names: list[str]) -> set[str]:
    paths = [Path(folder, name) for name in names]
    return {
        path.name
        for path in paths
        if path.name == ".git"
        or path.is_symlink()
        or (path.is_file() and path.stat().st_size > LARGEST)
    }
