"""Faults planted in typed references are found, each in its entry."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from ieeelint.draft_checking import check_draft
from ieeelint.readers import read
from ieeelint.settings import Settings

FAULTS = tomllib.loads((Path(__file__).parent / "typed_faults.toml").read_text(encoding="utf-8"))[
    "fault"
]
OF_LISTS = ("REF001", "REF010")  # about order and citations


def in_tex(typed: str) -> str:
    typed = re.sub(r"\*([^*]+)\*", r"\\emph{\1}", typed)
    typed = re.sub(r"([&%#_])", r"\\\1", typed)
    return typed.replace("“", "``").replace("”", "''").replace("–", "--")


@pytest.fixture(scope="module")
def lines(tmp_path_factory):
    """The codes of the findings on each fault, by its number."""
    head = "\\documentclass{IEEEtran}\n\\begin{document}\nSand.\n\\begin{thebibliography}{99}\n"
    items = [
        f"\\bibitem{{k{number}}} {in_tex(fault['reference'])}\n"
        for number, fault in enumerate(FAULTS)
    ]
    path = tmp_path_factory.mktemp("faults") / "paper.tex"
    path.write_text(
        head + "".join(items) + "\\end{thebibliography}\n\\end{document}\n", encoding="utf-8"
    )
    found: dict[int, list[str]] = {}
    for finding in check_draft(read(str(path)), Settings()):
        if finding.code.startswith(("REF", "BIB")) and finding.code not in OF_LISTS:
            line = finding.span.source.locate(finding.span.start)[0]
            found.setdefault(line - head.count("\n") - 1, []).append(finding.code)
    return found


@pytest.mark.parametrize("number", range(len(FAULTS)), ids=[fault["what"] for fault in FAULTS])
def test_a_planted_fault_is_found(lines, number):
    is_missed = FAULTS[number].get("known") == "missed"
    assert (number in lines) != is_missed, lines.get(number)


def test_four_of_five_faults_are_found():
    assert sum("known" not in fault for fault in FAULTS) >= 0.8 * len(FAULTS)


@pytest.mark.parametrize(
    ("reference", "is_safe"),
    [
        ("A. Lima, *Sand in Pipes*, Springer, 2014.", True),
        ("A. Lima, “Sand in Pipes,” Springer, 2014.", False),
    ],
)
def test_a_fix_that_deletes_quotation_marks_is_not_safe(tmp_path, reference, is_safe):
    """The author must set the title in italics, which the fix cannot."""
    path = tmp_path / "paper.tex"
    path.write_text(
        "\\documentclass{IEEEtran}\n\\begin{document}\nSand~\\cite{a}.\n"
        f"\\begin{{thebibliography}}{{9}}\n\\bibitem{{a}} {in_tex(reference)}\n"
        "\\end{thebibliography}\n\\end{document}\n",
        encoding="utf-8",
    )
    fixes = [
        finding.fix
        for finding in check_draft(read(str(path)), Settings())
        if finding.code in ("REF011", "REF015") and finding.fix
    ]
    assert [fix.safe for fix in fixes] == [is_safe]
