"""Complete drafts: the sample has exactly the expected findings, clean drafts have none."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

PAPERS = Path(__file__).resolve().parent / "papers"
CLEAN = sorted(
    path.parent.name for path in PAPERS.glob("*/paper.tex") if path.parent.name != "sample"
)


def findings(run, path: Path) -> list[tuple[str, int]]:
    _, out, err = run("check", str(path), "--isolated", "--output-format", "json")
    report = json.loads(out)
    assert not err
    return sorted((finding["code"], finding["line"]) for finding in report["findings"])


def test_exactly_the_planted_errors_are_reported(run):
    planted = tomllib.loads((PAPERS / "sample" / "expected.toml").read_text(encoding="utf-8"))[
        "expected"
    ]
    expected = sorted((code, line) for line, code, *_ in planted)
    assert findings(run, PAPERS / "sample" / "paper.tex") == expected


def test_planted_errors_are_on_the_listed_lines():
    lines = (PAPERS / "sample" / "paper.tex").read_text(encoding="utf-8").splitlines()
    planted = tomllib.loads((PAPERS / "sample" / "expected.toml").read_text(encoding="utf-8"))[
        "expected"
    ]
    for line, _, words in planted:
        assert words in lines[line - 1], (line, words)


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_draft_has_no_findings(run, name):
    assert findings(run, PAPERS / name / "paper.tex") == []


@pytest.mark.thorough
def test_the_clean_draft_compiles(tmp_path):
    if shutil.which("pdflatex") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("pdflatex is not installed")
        pytest.skip("pdflatex is not installed")
    command = [
        "pdflatex",
        "-interaction=nonstopmode",
        "-halt-on-error",
        f"-output-directory={tmp_path}",
        "paper.tex",
    ]
    for _ in range(2):
        done = subprocess.run(
            command,
            cwd=PAPERS / "clean",
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        assert done.returncode == 0, done.stdout[-2000:]
    log = (tmp_path / "paper.log").read_text(encoding="latin-1")
    assert "undefined" not in log
    assert "Overfull" not in log
