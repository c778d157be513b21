"""The runtime dependencies: each is imported by the command that needs it, and none by a check."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from ieeelint.starters.word import document

TOP = Path(__file__).resolve().parent.parent
PACKAGES = {
    "bibtexparser": "bibtexparser",
    "jinja2": "jinja2",
    "pylatexenc": "pylatexenc",
    "python-docx": "docx",
}
BIB = "@article{lima, author = {A. Lima}, title = {Flow in $O(n \\log n)$}, journal = {J. Flow}, year = 2024}"  # noqa: E501
TEX = (
    "\\documentclass{IEEEtran}\n\\begin{document}\nFlow~\\cite{lima} is .25 wide.\n"
    "\\bibliographystyle{IEEEtran}\n\\bibliography{refs}\n\\end{document}\n"
)
WORD = """[heading 5] References
[references] A. Müller, “Flow,” <i>J. Flow</i>, vol. 1, page 2, 2024.
"""
SPECIFICATION = """[source]
files = ["flow.csv"]
[table]
label = "tab:flow"
title = "Flow"
rows = { key = "pipe", header = "Pipe" }
[[column]]
header = "Flow"
metric = "flow"
unit = "m"
digits = "places:2"
"""


@pytest.fixture
def folder(tmp_path):
    """A folder with a LaTeX paper, its database, and a Word draft."""
    (tmp_path / "refs.bib").write_text(BIB, encoding="utf-8")
    (tmp_path / "paper.tex").write_text(TEX, encoding="utf-8")
    (tmp_path / "draft.docx").write_bytes(document(WORD))
    (tmp_path / "table.toml").write_text(SPECIFICATION, encoding="utf-8")
    (tmp_path / "flow.csv").write_text("pipe,metric,value,unit\na,flow,1.5,m\n", encoding="utf-8")
    return tmp_path


def modules_of(words: list[str], folder: Path) -> set[str]:
    """All modules that a command imports."""
    program = (
        f"import sys\nfrom ieeelint.cli import main\nstatus = main({words!r})\n"
        "print('STATUS', status, *sorted(sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        cwd=folder,
        env={"PYTHONPATH": str(TOP), "PYTHONUTF8": "1"},
    )
    status, *modules = ran.stdout.rpartition("STATUS ")[2].split()
    assert status in ("0", "1"), ran.stderr
    return set(modules)


def imported(words: list[str], folder: Path) -> set[str]:
    """The dependencies that a command imports."""
    return {*PACKAGES.values(), "lxml"} & modules_of(words, folder)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("init new.docx", {"docx", "jinja2", "lxml"}),
        ("init new", {"jinja2"}),
        ("refs --to word -o list.docx draft.docx", {"docx", "lxml"}),
        ("refs --to bibtex refs.bib", {"bibtexparser"}),
        ("refs --to bibtex draft.docx", {"bibtexparser", "pylatexenc"}),
        ("refs --to markdown paper.tex", {"pylatexenc"}),
        ("refs --to csl-json paper.tex", {"pylatexenc"}),
        ("refs --to latex paper.tex", set()),
        ("report --to word table.toml", {"docx", "lxml"}),
        ("report --to latex table.toml", {"jinja2"}),
    ],
)
def test_a_command_imports_what_it_needs(folder, words, expected):
    found = imported(words.split(), folder)
    # bibtexparser imports pylatexenc itself.
    assert found - {"pylatexenc"} == expected - {"pylatexenc"}
    assert expected <= found


@pytest.mark.parametrize("name", ["paper.tex", "refs.bib", "draft.docx"])
def test_a_check_imports_none(folder, name):
    assert imported(["check", "--isolated", name], folder) == set()
    assert imported(["check", "--isolated", "--fix", name], folder) == set()


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("paper.tex", ["ieeelint.readers.word.reading", "ieeelint.ooxml.package"]),
        ("draft.docx", ["ieeelint.readers.latex.reading", "ieeelint.readers.latex.walk"]),
    ],
)
def test_a_check_imports_no_reader_of_another_format(folder, name, others):
    """The references of the Word draft are compared with what TeX would print."""
    modules = modules_of(["check", "--isolated", name], folder)
    assert "ieeelint.rules.references.ref015_print" in modules
    assert not modules & set(others)


def test_every_declared_dependency_is_one_that_a_command_imports():
    data = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    declared = {one.partition(">")[0] for one in data["project"]["dependencies"]}
    assert declared == set(PACKAGES)
