"""Acronyms that packages print, wherever the draft declares them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ieeelint.paper.text import OBJECT
from ieeelint.readers.latex.reading import read

USE = "The \\gls{rls} and \\gls{rls} flow."
FULL = "The river level sensor (RLS) and RLS flow."
LIST = "\\newacronym{rls}{RLS}{river level sensor}\n"


def words(folder: Path, body: str, preamble: str = "", **files: str) -> str:
    """The first paragraph of a draft; ``files`` are the other files of its project."""
    for name, text in files.items():
        (folder / f"{name}.tex").write_text(text)
    path = folder / "paper.tex"
    path.write_text(
        f"\\documentclass{{IEEEtran}}\n{preamble}\n\\begin{{document}}\n{body}\n\\end{{document}}\n"
    )
    return read(str(path)).paper.passages[0].plain.strip()


@pytest.mark.parametrize(
    "declaration",
    [
        LIST,
        "\\newabbreviation[long]{rls}{RLS}{river level sensor}",
        "\\acrodef{rls}[RLS]{river level sensor}",
        "\\begin{acronym}\\acro{rls}[RLS]{river level sensor}\\end{acronym}",
        "\\newacro{rls}[RLS]{river level sensor}",
        "\\DeclareAcronym{rls}{short = RLS, long = river level sensor}",
    ],
)
def test_a_list_at_the_end_declares_what_is_used_before(tmp_path, declaration):
    assert words(tmp_path, f"{USE}\n\n{declaration}") == FULL


@pytest.mark.parametrize("command", ["input", "include", "loadglsentries", "loadglsentries[main]"])
def test_a_list_may_be_in_a_later_file(tmp_path, command):
    assert words(tmp_path, f"{USE}\n\n\\{command}{{list}}", list=LIST) == FULL


def test_a_later_file_may_read_the_list(tmp_path):
    files = {"tail": "\\input{tail}\n\\input{list}", "list": LIST}
    assert words(tmp_path, f"{USE}\n\n\\input{{tail}}", **files) == FULL


def test_the_preamble_may_load_the_list(tmp_path):
    assert words(tmp_path, USE, "\\loadglsentries{list}", list=LIST) == FULL


def test_the_list_after_an_included_part_is_read(tmp_path):
    assert words(tmp_path, f"\\input{{part}}\n\n{LIST}", part=USE) == FULL


@pytest.mark.parametrize("tail", ["", f"% {LIST}", "\\input{missing}", "\\input", "\\input{../a}"])
def test_an_acronym_that_nothing_declares_is_an_object(tmp_path, tail):
    assert words(tmp_path, f"{USE}\n\n{tail}") == f"The {OBJECT} and {OBJECT} flow."


def test_a_command_of_the_draft_declares_nothing(tmp_path):
    own = "\\newcommand{\\acro}[1]{\\textsc{#1}}"
    printed = words(tmp_path, f"{USE}\n\n\\acro{{rls}} {{is a river level sensor}}", own)
    assert printed == f"The {OBJECT} and {OBJECT} flow."
