"""pre-commit runs the hooks of ``.pre-commit-hooks.yaml`` in a separate repository."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.thorough

TOP = Path(__file__).resolve().parent.parent
DRAFT = """\\documentclass[conference]{IEEEtran}
\\begin{document}
\\title{Steady Flow in Narrow Pipes}
\\maketitle
\\section{Introduction}
The ratio is .25 here, and the the end is near.
\\end{document}
"""


def git(folder: Path, *words: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@a.example", *words],
        cwd=folder,
        check=True,
        capture_output=True,
    )


@pytest.fixture(scope="module")
def hooks(tmp_path_factory) -> Path:
    """A repository with our hooks and package, as pre-commit clones it."""
    folder = tmp_path_factory.mktemp("hooks")
    for name in (
        "ieeelint",
        "templates",
        "docs/ieeelint.1",
        "pyproject.toml",
        "README.md",
        "LICENSE",
        ".pre-commit-hooks.yaml",
    ):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["cp", "-r", str(TOP / name), str(target)], check=True)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "hooks")
    return folder


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> str:
    """The folder for installations of pre-commit, shared by all tests of this module."""
    return str(tmp_path_factory.mktemp("store"))


def pre_commit(
    folder: Path, hooks: Path, store: str, hook: str, *files: str
) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "try-repo", str(hooks), hook, "--files", *files],
        cwd=folder,
        capture_output=True,
        text=True,
        env=os.environ | {"PRE_COMMIT_HOME": store},
    )


@pytest.fixture
def paper(tmp_path) -> Path:
    (tmp_path / "paper.tex").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "note.md").write_text("No draft.\n", encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    return tmp_path


def test_the_check_hook_reports_findings(paper, hooks, store):
    done = pre_commit(paper, hooks, store, "ieeelint", "paper.tex", "note.md")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "UNT005" in done.stdout and "note.md" not in done.stdout
    assert (paper / "paper.tex").read_text(encoding="utf-8") == DRAFT


def test_the_fix_hook_applies_safe_fixes(paper, hooks, store):
    done = pre_commit(paper, hooks, store, "ieeelint-fix", "paper.tex")
    assert done.returncode == 1 and "files were modified by this hook" in done.stdout
    text = (paper / "paper.tex").read_text(encoding="utf-8")
    assert "is 0.25 here, and the end is near" in text


def test_the_roots_hook_checks_all_drafts(paper, hooks, store):
    done = pre_commit(paper, hooks, store, "ieeelint-roots", "note.md")
    assert done.returncode == 0 and "Skipped" in done.stdout
    done = pre_commit(paper, hooks, store, "ieeelint-roots", "paper.tex")
    assert done.returncode == 1 and "UNT005" in done.stdout
