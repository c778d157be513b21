"""The files around the code: forms, workflows, hooks, and the example of CONTRIBUTING.md."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ieeelint import rules

TOP = Path(__file__).resolve().parent.parent
GITHUB = TOP / ".github"
FORMS = ("false-alarm", "missed", "crash")
SCHEMAS = {
    ".github/workflows/ci.yml": "github-workflows",
    ".github/ISSUE_TEMPLATE/config.yml": "github-issue-config",
    **{f".github/ISSUE_TEMPLATE/{form}.yml": "github-issue-forms" for form in FORMS},
}


def run(*words: str, cwd: Path = TOP) -> subprocess.CompletedProcess[str]:
    """A program of this Python."""
    command = [sys.executable, "-m", *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


@pytest.mark.thorough
@pytest.mark.parametrize("name", SCHEMAS)
def test_files_for_github_meet_their_schemas(name):
    done = run("check_jsonschema", "--builtin-schema", f"vendor.{SCHEMAS[name]}", name)
    assert done.returncode == 0, done.stdout


@pytest.mark.thorough
def test_pre_commit_takes_our_files():
    for kind, name in (
        ("config", ".pre-commit-config.yaml"),
        ("manifest", ".pre-commit-hooks.yaml"),
    ):
        done = run("pre_commit", f"validate-{kind}", name)
        assert done.returncode == 0, done.stdout


def test_every_yaml_file_is_checked():
    found = {path.relative_to(TOP).as_posix() for path in GITHUB.rglob("*.y*ml")}
    assert found == set(SCHEMAS)


@pytest.mark.parametrize("form", FORMS)
def test_forms_ask_for_what_is_needed_to_reproduce(form):
    text = (GITHUB / f"ISSUE_TEMPLATE/{form}.yml").read_text(encoding="utf-8")
    for item in re.split(r"\n  - type: ", text):
        if re.search(r"id: (input|command|version)$", item, re.MULTILINE):
            assert "required: true" in item
    assert {"input", "command", "version"} <= set(re.findall(r"id: (\w+)", text))


def test_the_gates_run_everywhere():
    workflow = (GITHUB / "workflows/ci.yml").read_text(encoding="utf-8")
    script = (TOP / ".ci/run").read_text(encoding="utf-8")
    hooks = (TOP / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    for gate in ("ruff check", "ruff format", "mypy", "lint-imports"):
        assert gate in workflow and gate in script and gate in hooks


def test_formatting_commits_are_known_to_git():
    lines = (TOP / ".git-blame-ignore-revs").read_text(encoding="utf-8").splitlines()
    hashes = [line for line in lines if line and not line.startswith("#")]
    assert hashes and all(re.fullmatch("[0-9a-f]{40}", one) for one in hashes)
    for one in hashes:
        shown = subprocess.run(
            ["git", "log", "-1", "--format=%s", one], cwd=TOP, capture_output=True, text=True
        )
        if shown.returncode:
            pytest.skip("the history is not here")
        assert shown.stdout.startswith("style: "), shown.stdout


@pytest.mark.thorough
def test_the_example_rule_of_contributing_works_as_it_says(tmp_path):
    pytest.importorskip("ieeelint.context")
    text = (TOP / "CONTRIBUTING.md").read_text(encoding="utf-8")
    example = next(
        block for block in re.findall(r"```python\n(.*?)```", text, re.DOTALL) if "@rule(" in block
    )
    module = re.search(r"`ieeelint/rules/(\w+/\w+)\.py`", text)
    entry = re.search(r'`"(\w+\.\w+)"`', text)
    assert module and entry and module.group(1).replace("/", ".") == entry.group(1)
    code = re.search(r'^    "([A-Z]{3}\d{3})",$', example, re.MULTILINE)
    assert code and code.group(1) not in {rule.code for rule in rules.every_rule()}
    for name in ("ieeelint", "templates", "tests", "docs", "pyproject.toml"):
        source, target = TOP / name, tmp_path / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    (tmp_path / f"ieeelint/rules/{module.group(1)}.py").write_text(example, encoding="utf-8")
    registry = tmp_path / "ieeelint/rules/__init__.py"
    area, (_, modules) = next(
        item for item in rules.AREAS.items() if item[0] == code.group(1).rstrip("0123456789")
    )
    before = registry.read_text(encoding="utf-8")
    last = f'"{modules[-1]}",'
    registry.write_text(before.replace(last, f'{last}\n"{entry.group(1)}",'), encoding="utf-8")
    done = run("ieeelint.documentation", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / f"docs/rules/{code.group(1)}.md").exists()
    done = run("pytest", "-k", code.group(1), "tests/rules", cwd=tmp_path)
    assert done.returncode == 0 and "passed" in done.stdout, done.stdout
