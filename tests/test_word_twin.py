"""Whole papers of ours, in LaTeX and said again in Word: the same findings but for rules of the
format.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from word_twin import sketch_of

from ieeelint.checking import check_draft
from ieeelint.readers.latex import read
from ieeelint.readers.word.reading import read_document
from ieeelint.settings import Settings
from ieeelint.starters.word import document

PAPERS = Path(__file__).parent / "papers"
# Papers of other profiles than the conference's, and one whose macros print abbreviations, have
# no plain twin.
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
# About the file and not about what a reader sees: LaTeX's own, Word's own, where a float is put.
OF_THE_FORMAT = ("TEX", "WRD", "SRC", "TXT003", "FIG005", "FIG006", "TAB004")


def counted(findings):
    """The number of findings by code and fault.

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


def test_the_sample_has_much_to_say():
    paper = read(str(PAPERS / "sample" / "paper.tex")).paper
    word = read_document("paper.docx", document(sketch_of(paper)))
    assert len({one.code for one in check_draft(word, Settings())}) > 15
