"""The table of arguments: every known command is in it, and LaTeX agrees with it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ieeelint.readers.latex import reading, registry, signatures

TOP = Path(__file__).resolve().parents[2]
CHECK = TOP / "tools" / "check_arities.py"
BASE = (  # of LaTeX itself, IEEEtran, graphics and hyperref, which every TeX system has
    "vspace setlength addtocounter fontsize cite caption footnote section emph rule includegraphics"
    " resizebox textcolor href usepackage newcommand newtheorem markboth IEEEPARstart bibitem"
    " IEEEauthorblockN raisebox hline noindent frac sqrt"
).split()


def test_every_handled_command_is_in_the_table():
    assert reading.read is not None  # its import registers the handlers
    known = {*registry.COMMANDS, *signatures.CITATIONS, *signatures.REFERENCES, *signatures.STYLES}
    known |= {*signatures.SWITCHES, *signatures.HEADING_LEVELS, *signatures.CODE_COMMANDS}
    known |= signatures.BARE_ARGUMENTS | signatures.PRINTED_OPTIONS
    known -= {*"()[]", registry.CONDITIONAL, "ifcase"}
    missing = {
        name
        for name in known
        if not {name, name.rstrip("*")} & set(signatures.ARGUMENTS) and "@" not in name
    }
    assert not missing


def test_a_command_is_in_one_list_of_the_table():
    from ieeelint.tables import table

    names = [name for names in table("signatures")["arguments"].values() for name in names]
    assert len(names) == len(set(names))


def ask_latex(*names: str) -> str:
    if shutil.which("pdflatex") is None:
        pytest.fail("pdflatex is not installed")
    command = [sys.executable, str(CHECK), *names]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


@pytest.mark.thorough
def test_latex_agrees_with_the_table():
    answer = ask_latex(*BASE)
    assert [line for line in answer.splitlines() if "known:" not in line] == []


@pytest.mark.thorough
def test_a_wrong_number_is_reported(tmp_path):
    program = (
        "import runpy, sys; from ieeelint.readers.latex import signatures as s;"
        "s.ARGUMENTS.update(vspace='xx', rule='x', emph='t'); sys.argv = ['x', 'vspace', 'rule',"
        f" 'emph']; runpy.run_path({str(CHECK)!r}, run_name='__main__')"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=TOP
    )
    assert run.returncode == 1
    assert run.stdout.splitlines() == [
        "\\rule: LaTeX takes 2 arguments; the table has 1",
        "\\vspace: LaTeX takes 1 arguments; the table has 2",
    ]
