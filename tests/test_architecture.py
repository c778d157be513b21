"""The walls of the house: who may import whom, and what a check may load."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent
PACKAGE = TOP / "ieeelint"

# folder or module -> what it must not import at run time
FORBIDDEN = {
    "paper": ("ieeelint.readers", "ieeelint.output", "ieeelint.checking", "ieeelint.settings"),
    "readers": (
        "ieeelint.output",
        "ieeelint.checking",
        "ieeelint.settings",
        "ieeelint.rules.title.ttl001to006_title",
        "ieeelint.finding",
    ),
    "rules": ("ieeelint.readers", "ieeelint.output", "ieeelint.checking", "ieeelint.settings"),
    "report/specification": (
        "ieeelint.report.writers",
        "ieeelint.report.sources",
        "ieeelint.paper",
        "ieeelint.readers",
    ),
    "report/adapters": (
        "ieeelint.report.sources",
        "ieeelint.report.writers",
        "ieeelint.report.specification",
        "ieeelint.paper",
        "ieeelint.readers",
    ),
    "report/writers": (
        "ieeelint.report.specification",
        "ieeelint.report.sources",
        "ieeelint.report.building",
        "ieeelint.rules",
    ),
    "report/figures": (
        "ieeelint.report.specification",
        "ieeelint.report.sources",
        "ieeelint.report.building",
        "ieeelint.paper",
    ),
    "output": ("ieeelint.readers", "ieeelint.rules.title.ttl001to006_title", "ieeelint.checking"),
}


def imports(path: Path) -> list[str]:
    """Modules imported at run time; those under TYPE_CHECKING do not count."""
    found = []

    def visit(node: ast.AST) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
                continue
            if isinstance(child, ast.Import):
                found.extend(alias.name for alias in child.names)
            elif isinstance(child, ast.ImportFrom) and child.module:
                found.append(child.module)
            visit(child)

    visit(ast.parse(path.read_text(encoding="utf-8")))
    return found


@pytest.mark.parametrize("folder", FORBIDDEN)
def test_data_goes_one_way(folder):
    wrong = []
    for path in (PACKAGE / folder).rglob("*.py"):
        for module in imports(path):
            if module.startswith(FORBIDDEN[folder]):
                wrong.append(f"{path.relative_to(TOP)} imports {module}")
    assert not wrong


def test_the_linter_and_the_experiments_know_nothing_of_each_other():
    wrong = []
    for folder, foreign in (
        ("ieeelint", ("experiments", "torch", "ray")),
        ("experiments", ("ieeelint",)),
    ):
        for path in (TOP / folder).rglob("*.py"):
            for module in imports(path):
                if module.split(".")[0] in foreign:
                    wrong.append(f"{path.relative_to(TOP)} imports {module}")
    assert not wrong


def test_check_loads_nothing_heavy(draft):
    program = (
        "import sys\nfrom ieeelint.cli import main\n"
        f"main(['check', '--isolated', {draft('Water is wet.')!r}])\n"
        "print('LOADED', *sorted(sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-S", "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=TOP,
        env={"PYTHONPATH": str(TOP)},
    )
    loaded = set(ran.stdout.split("LOADED")[1].split())
    heavy = {
        "docx",
        "jinja2",
        "bibtexparser",
        "pylatexenc",
        "argparse",
        "dataclasses",
        "typing",
        "tomllib",
        "json",
        "pathlib",
        "lxml",
    }
    assert not loaded & heavy


def test_every_statement_of_the_template_is_traced():
    from ieeelint.rules import every_rule
    from ieeelint.tables import table

    known = {rule.code for rule in every_rule()}
    rows = table("statements")["statements"]
    assert [row["number"] for row in rows] == list(range(1, 82))
    for row in rows:
        assert row.get("note") or set(row["rules"]) <= known, row


def test_no_rule_lacks_examples_or_words():
    from ieeelint.rules import every_rule

    for rule in every_rule():
        assert rule.summary.endswith((".", ":", '."')), rule.code
        assert rule.bad or rule.fixes, rule.code
        assert rule.good or rule.fixes, rule.code
        assert rule.source, rule.code
