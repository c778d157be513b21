"""Papers in LaTeX and the same papers in Word have the same findings, except from rules that
concern one format.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from word_twin import sketch_of

from ieeelint.draft_checking import check_draft
from ieeelint.readers.latex.reading import read
from ieeelint.readers.word.reading import read_document
from ieeelint.settings import Settings
from ieeelint.starters.word import document

PAPERS = Path(__file__).parent / "papers"
# Papers with other profiles, and a paper whose macros print abbreviations, do not have a plain
# twin.
NAMES = [
    "sample",
    "clean",
    "conference",
    "journal",
    "gbk",
    "latin1_crlf",
    "multifile",
    "siunitx_code",
    "spanish",
]
# Rules about the file, not about the visible paper: LaTeX, Word, and the placement of floats.
OF_THE_FORMAT = ("TEX", "WRD", "SRC", "TXT003", "FIG005", "FIG006", "TAB004")


def counted(findings):
    """The number of findings for each rule and problem.

    The rest of a message, after its first colon or period, may depend on the format.
    """
    return Counter(
        (finding.code, re.split(r"[:.] ", finding.message)[0])
        for finding in findings
        if not finding.code.startswith(OF_THE_FORMAT)
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_twins_have_the_same_findings(name):
    draft = read(str(PAPERS / name / "paper.tex"))
    settings = Settings(profile="journal" if name == "journal" else "conference")
    latex = counted(check_draft(draft, settings))
    word = counted(
        check_draft(read_document("paper.docx", document(sketch_of(draft.paper))), settings)
    )
    assert word == latex


def test_the_sample_has_findings_of_many_rules():
    paper = read(str(PAPERS / "sample" / "paper.tex")).paper
    word = read_document("paper.docx", document(sketch_of(paper)))
    assert len({finding.code for finding in check_draft(word, Settings())}) > 15
