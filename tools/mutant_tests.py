"""Which tests can notice a change of a module, in stages: the likely and quick ones first."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ieeelint.rules import every_rule

EXAMPLES = ("tests/rules/test_examples.py", "tests/rules/test_recorded_examples.py")
TWINS = ("tests/rules/test_word_twins.py", "tests/rules/test_words.py")
# Where tests of single rules are.
OF_RULES = (
    *("tests/rules/test_*.py", "tests/paper/test_*.py", "tests/report/test_verify_*.py"),
    *("tests/readers/**/test_*.py", "tests/test_bib_files.py", "tests/test_three_forms.py"),
)
LATEX = (
    ("tests/readers/test_*.py",),
    (*EXAMPLES, "tests/rules/test_latex_*.py", "tests/rules/test_recovery.py", "tests/paper"),
)
WORD = (
    ("tests/readers/word", "tests/readers/test_readings.py"),
    (*EXAMPLES, "tests/rules/test_word_*.py", "tests/test_word_*.py", "tests/fixes/test_word*.py"),
)


class Stage(NamedTuple):
    """Files of tests, and an expression for ``-k``; all tests of the files if it is empty."""

    files: tuple[str, ...]
    words: str = ""


def all_stages(root: Path) -> list[Stage]:
    """Stages with every test that some mutant needs."""
    files = {file for stage in (*_files(root, LATEX), *_files(root, WORD)) for file in stage.files}
    codes = {rule.code for rule in every_rule()}
    return [Stage(tuple(sorted(files | set(TWINS) | set(_mentioning(root, codes)))))]


def stages(root: Path, path: str) -> list[Stage]:
    """The stages for a module of the project in ``root``; the examples of rules ran before."""
    if path.startswith("ieeelint/readers/latex/"):
        return _files(root, LATEX)
    if path.startswith("ieeelint/readers/word/"):
        return _files(root, WORD)
    codes = codes_of(root, path)
    words = " or ".join(sorted(codes)) if len(codes) < len(list(every_rule())) // 2 else ""
    return [Stage(TWINS, words), Stage(_mentioning(root, codes))]


def codes_of(root: Path, path: str) -> set[str]:
    """The codes of the rules in a module, or of the rules whose modules use it."""
    modules = modules_using(root, path)
    return {rule.code for rule in every_rule() if rule.check.__module__ in modules}


def modules_using(root: Path, path: str) -> list[str]:
    """A module of rules, and the modules of rules that import it, directly or not."""
    importing = _importing(root)
    modules: list[str] = []
    waiting = [path.removesuffix(".py").replace("/", ".")]
    while waiting:
        module = waiting.pop(0)
        if module not in modules:
            modules.append(module)
            waiting += [other for other, imported in importing.items() if module in imported]
    return modules


@cache
def _importing(root: Path) -> dict[str, set[str]]:
    """The modules that each module of a rule imports, or takes names from."""
    imports: dict[str, set[str]] = {}
    for path in (root / "ieeelint" / "rules").glob("*/*.py"):
        names = imports.setdefault(f"ieeelint.rules.{path.parent.name}.{path.stem}", set())
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module)
                names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return imports


def _mentioning(root: Path, codes: set[str]) -> tuple[str, ...]:
    """The files of tests that mention a code, except those that run the examples."""
    found = []
    for pattern in OF_RULES:
        for path in sorted(root.glob(pattern)):
            name = path.relative_to(root).as_posix()
            text = path.read_text(encoding="utf-8")
            if name not in (*EXAMPLES, *TWINS) and any(code in text for code in codes):
                found.append(name)
    return tuple(found)


def _files(root: Path, patterns: tuple[tuple[str, ...], ...]) -> list[Stage]:
    """A stage for each tuple of patterns of files."""
    return [
        Stage(
            tuple(
                path.relative_to(root).as_posix()
                for pattern in stage
                for path in sorted(root.glob(pattern))
            )
        )
        for stage in patterns
    ]
