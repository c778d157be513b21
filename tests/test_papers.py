"""Whole drafts of our own: the sample with its planted errors, and clean ones on which nothing may be said."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

PAPERS = Path(__file__).parent / "papers"
SILENT = sorted(
    path.name for path in PAPERS.iterdir() if path.is_dir() and path.name != "sample" and list(path.glob("*.tex"))
)


def root_of(name: str) -> str:
    """The root document of a folder of drafts."""
    folder = PAPERS / name
    return str(next(folder / file for file in ("paper.tex", "main.tex", "root.tex") if (folder / file).is_file()))


def test_sample_has_exactly_its_planted_errors(run):
    path = PAPERS / "sample" / "paper.tex"
    status, out, _ = run("check", "--isolated", "--output-format", "json", str(path))
    assert status == 1
    found = [(one["line"], one["code"], one) for one in json.loads(out)["findings"]]
    expected = tomllib.loads((PAPERS / "sample" / "expected.toml").read_text(encoding="utf-8"))["expected"]
    assert sorted((line, code) for line, code, _ in found) == sorted((line, code) for line, code, _ in expected)
    lines = path.read_text(encoding="utf-8").split("\n")
    words = {(line, code): text for line, code, text in expected}
    for line, code, one in found:
        shown = lines[line - 1][one["column"] - 1 :]
        assert shown.startswith(words[line, code]) or code == "EQN004", (code, shown)


@pytest.mark.parametrize("name", SILENT)
def test_clean_drafts_stay_silent(name, run):
    _, out, _ = run("check", "--isolated", "--output-format", "concise", root_of(name))
    assert out == ""


@pytest.mark.parametrize("name", ["sample", "clean"])
def test_drafts_compile(name, tmp_path):
    if shutil.which("pdflatex") is None:
        assert not os.environ.get("CI"), "CI installs TeX"
        pytest.skip("no TeX here")
    ran = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", f"-output-directory={tmp_path}", root_of(name)],
        capture_output=True, cwd=PAPERS / name,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout[-2000:].decode(errors="replace")
    assert (tmp_path / "paper.pdf").stat().st_size > 10_000
