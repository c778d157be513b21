"""The tool that compares the complaints of BibTeX with our findings."""

from __future__ import annotations

import shutil

import pytest

from tools.bibtex_complaints import complaints_of, main, without_finding

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(shutil.which("bibtex") is None, reason="bibtex is missing"),
]

# One entry for each complaint that BibTeX makes about an entry.
FAULTY = r"""
@string{flow = "J. Flow"}
@article{empty, keywords = {sand}}
@article{newer, author = {A. Lima}, title = {Flow}, journaltitle = {J. Flow}, date = {2020-05}}
@inproceedings{parent, author = {A. Lima}, title = {Flow}, crossref = {nobody}}
@book{edition, author = {A. Lima}, title = {Flow}, publisher = {Rio}, year = 2020, edition = {Rev.}}
@thesis{thesis, author = {A. Lima}, title = {Flow}, school = {Rio}, year = 2020}
@software{software, author = {A. Lima}, title = {Flow}, year = 2020}
@misc{nothing, keywords = {water}}
@misc{month, author = {A. Lima}, title = {Flow}, month = jun}
@patent{patent, author = {A. Lima}, title = {Flow}}
@standard{standard, title = {Flow}, number = {12}}
@article{commas, author = {Lima, Ana, Yu, Bo}, title = {Flow}, journal = flow, year = 2020}
@article{end, author = {Lima, Ana, and Bo Yu}, title = {Flow}, journal = flow, year = 2020}
@article{macro, author = {A. Lima}, title = {Flow}, journal = nosuch, year = 2020}
@article{twice, author = {A. Lima}, title = {Flow}, journal = flow, year = 2020, year = 2021}
@article{commaless, author = {A. Lima} title = {Flow}, journal = flow, year = 2020}
@misc{software, title = {Sand}}
@phdthesis{school, author = {A. Lima}, title = {Flow}, institution = {Rio}, year = 2020}
"""


def test_each_complaint_has_a_finding(tmp_path):
    path = tmp_path / "refs.bib"
    path.write_text(FAULTY, encoding="utf-8")
    complaints = complaints_of(path)
    words = " ".join(complaint.words for complaint in complaints)
    assert len(complaints) > 25
    for part in ("empty journal", "entry type", "Too many commas", "edition", "Repeated", "extra"):
        assert part in words
    assert without_finding(path, complaints) == []


def test_a_complaint_without_a_finding_is_listed(tmp_path, capsys):
    path = tmp_path / "refs.bib"
    path.write_text(
        "% ieeelint: file-ignore[BIB001] of the publisher\n@article{a, title = {Flow}}\n"
    )
    assert main([str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert "a: empty journal" in out and "0 of 3 complaints have a finding (0.0000)" in out
