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
    ".github/workflows/site.yml": "github-workflows",
    ".github/workflows/web.yml": "github-workflows",
    ".github/ISSUE_TEMPLATE/config.yml": "github-issue-config",
    **{f".github/ISSUE_TEMPLATE/{form}.yml": "github-issue-forms" for form in FORMS},
}


def run(*words: str, cwd: Path = TOP) -> subprocess.CompletedProcess[str]:
    """Run a module with this Python."""
    command = [sys.executable, "-m", *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


@pytest.mark.thorough
@pytest.mark.parametrize("name", SCHEMAS)
def test_files_for_github_match_their_schemas(name):
    done = run("check_jsonschema", "--builtin-schema", f"vendor.{SCHEMAS[name]}", name)
    assert done.returncode == 0, done.stdout


@pytest.mark.thorough
def test_pre_commit_accepts_our_files():
    for kind, name in (
        ("config", ".pre-commit-config.yaml"),
        ("manifest", ".pre-commit-hooks.yaml"),
    ):
        done = run("pre_commit", f"validate-{kind}", name)
        assert done.returncode == 0, done.stdout


def test_every_yaml_file_is_checked():
    files = {path.relative_to(TOP).as_posix() for path in GITHUB.rglob("*.y*ml")}
    assert files == set(SCHEMAS)


@pytest.mark.parametrize("form", FORMS)
def test_forms_require_the_input_to_reproduce_a_problem(form):
    text = (GITHUB / f"ISSUE_TEMPLATE/{form}.yml").read_text(encoding="utf-8")
    for item in re.split(r"\n  - type: ", text):
        if re.search(r"id: (input|command|version)$", item, re.MULTILINE):
            assert "required: true" in item
    assert {"input", "command", "version"} <= set(re.findall(r"id: (\w+)", text))


GATES = {"ruff check", "ruff format", "mypy", "lint-imports"}


def gates_in(commands: list[str]) -> set[str]:
    """The gates that commands run; other words, and comments, do not count."""
    words = [command.split() for command in commands]
    found = set()
    for first, *rest in filter(None, words):
        program = first.rpartition("/")[2]
        found.add(f"{program} {rest[0]}" if program == "ruff" and rest else program)
    return found & GATES


def test_the_gates_run_everywhere():
    workflow = (GITHUB / "workflows/ci.yml").read_text(encoding="utf-8")
    assert gates_in(re.findall(r"^ *- run: (.+)$", workflow, re.MULTILINE)) == GATES
    script = (TOP / ".ci/run").read_text(encoding="utf-8")
    assert gates_in(script.splitlines()) == GATES
    hooks = (TOP / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert gates_in(re.findall(r"^ *entry: (.+)$", hooks, re.MULTILINE)) == GATES


def test_a_gate_that_is_only_mentioned_does_not_count():
    mentioned = ["# mypy", "echo mypy", "ruff", "pip install lint-imports", "ruffian check"]
    assert gates_in(mentioned) == set()
    assert gates_in([".venv/bin/ruff check .", "  mypy"]) == {"ruff check", "mypy"}


def test_formatting_commits_are_known_to_git():
    lines = (TOP / ".git-blame-ignore-revs").read_text(encoding="utf-8").splitlines()
    hashes = [line for line in lines if line and not line.startswith("#")]
    assert hashes and all(re.fullmatch("[0-9a-f]{40}", commit) for commit in hashes)
    for commit in hashes:
        shown = subprocess.run(
            ["git", "log", "-1", "--format=%s", commit], cwd=TOP, capture_output=True, text=True
        )
        if shown.returncode:
            pytest.skip("the history is not available")
        assert shown.stdout.startswith("style: "), shown.stdout


COPIED = (
    "benchmarks",
    "ieeelint",
    "templates",
    "tests",
    "tools",
    "docs",
    "README.md",
    "pyproject.toml",
)


@pytest.fixture
def copy(tmp_path) -> Path:
    """A copy of the project, for the first rule of a new contributor."""
    for name in COPIED:
        if (TOP / name).is_dir():
            no_caches = shutil.ignore_patterns("__pycache__")
            shutil.copytree(TOP / name, tmp_path / name, ignore=no_caches)
        else:
            shutil.copy(TOP / name, tmp_path / name)
    return tmp_path


@pytest.mark.thorough
def test_the_example_rule_of_contributing_works(copy):
    text = (TOP / "CONTRIBUTING.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    (example,) = [block for block in blocks if "@rule(" in block]
    ((path, entry),) = re.findall(r"`(ieeelint/rules/\S+\.py)`.*?`\"(\w+\.\w+)\"`", text, re.DOTALL)
    (code,) = re.findall(r'^    "([A-Z]{3}\d{3})",$', example, re.MULTILINE)
    assert code not in {rule.code for rule in rules.every_rule()}  # else choose another example
    (copy / path).write_text(example, encoding="utf-8")
    registry = copy / "ieeelint/rules/areas.py"
    last = f'"{rules.AREAS[code[:3]][1][-1]}",'
    before = registry.read_text(encoding="utf-8")
    registry.write_text(before.replace(last, f'{last}\n"{entry}",'), encoding="utf-8")
    done = run("ieeelint.documentation", cwd=copy)
    assert done.returncode == 0, done.stderr
    assert (copy / f"docs/rules/{code}.md").exists()
    done = run("tools.golden", code[:3], cwd=copy)
    assert done.returncode == 0, done.stderr
    done = run("pytest", "-k", code, "tests/rules", cwd=copy)
    assert done.returncode == 0 and "passed" in done.stdout, done.stdout
