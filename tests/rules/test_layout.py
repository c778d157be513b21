"""The rules' folders: a file's name and first line say its codes, and none is left out."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from ieeelint.rules import AREAS

RULES = Path(__file__).resolve().parents[2] / "ieeelint" / "rules"
FILES = sorted(path for path in RULES.glob("*/*.py") if path.name != "__init__.py")
SUPPORT = [path for path in FILES if path.parent.name == "support"]
HOLDERS = [path for path in FILES if path.parent.name != "support"]


def codes_of(path: Path) -> list[str]:
    """The codes that the decorators of a file register."""
    return [
        decorator.args[0].value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        for decorator in node.decorator_list
        if isinstance(decorator, ast.Call) and getattr(decorator.func, "id", "") == "rule"
    ]


def codes_in_name(name: str) -> list[str]:
    """``fig002_004to006_floats`` -> FIG002, FIG004, FIG005, FIG006."""
    match = re.fullmatch(r"([a-z]{3})(\d{3}(?:(?:_|to)\d{3})*)(?:_[a-z]+)+", name)
    if match is None:
        return []
    codes = []
    for part in match[2].split("_"):
        first, _, last = part.partition("to")
        codes += [f"{match[1].upper()}{n:03}" for n in range(int(first), int(last or first) + 1)]
    return codes


@pytest.mark.parametrize("path", HOLDERS, ids=lambda path: path.stem)
def test_a_file_of_rules_says_its_codes(path):
    codes = sorted(codes_of(path))
    assert codes
    assert codes_in_name(path.stem) == codes
    first_line = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split(":")
    assert codes_in_name(first_line[0].lower().replace(", ", "_").replace(" to ", "to") + "_x") == (
        codes
    )


def test_every_file_of_rules_is_registered():
    registered = [module for _, modules in AREAS.values() for module in modules]
    assert sorted(registered) == sorted(f"{path.parent.name}.{path.stem}" for path in HOLDERS)


def test_a_file_is_registered_under_the_prefix_of_its_codes():
    for area, (_, modules) in AREAS.items():
        for module in modules:
            assert module.partition(".")[2].upper().startswith(area)


@pytest.mark.parametrize("path", SUPPORT, ids=lambda path: path.stem)
def test_support_holds_no_rule(path):
    assert codes_of(path) == []


def foreign_imports(code: str) -> list[str]:
    """The modules of rules that a file imports, and each relative import, which could be one."""
    found = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level:
            names = ["." * node.level + (node.module or "")]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        found += [name for name in names if name.startswith(".") or FOREIGN.match(name)]
    return found


AREA_FOLDERS = sorted({path.parent.name for path in HOLDERS})
FOREIGN = re.compile(rf"ieeelint\.rules\.(?:{'|'.join(AREA_FOLDERS)})\b")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_rules_share_code_through_support_only(path):
    assert foreign_imports(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("import ieeelint.rules.figures.fig001_words", ["ieeelint.rules.figures.fig001_words"]),
        ("from ieeelint.rules import figures", ["ieeelint.rules.figures"]),
        ("from ieeelint.rules.figures import x", ["ieeelint.rules.figures.x"]),
        ("from .fig001_words import x", [".fig001_words"]),
        ("from . import x", ["."]),
        ("from ieeelint.rules import WARNING, rule", []),
        ("from ieeelint.rules.support import floats", []),
        ("from ieeelint.rules.events import FAILED_RULE", []),
        ("import ieeelint.rules.support.floats", []),
    ],
)
def test_an_import_of_other_rules_is_detected(line, found):
    assert foreign_imports(line) == found
