"""References for reference managers: every field of an entry, and typed lists as well."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def item(run, tmp_path):
    """The only reference of a database, without its key."""

    def made(entry: str) -> dict:
        path = tmp_path / "refs.bib"
        path.write_text(entry, encoding="utf-8")
        (found,) = json.loads(run("refs", "--to", "csl-json", str(path))[1])
        found.pop("id")
        return found

    return made


def test_a_preprint_however_it_is_typed(item):
    expected = {
        "type": "article",
        "title": "Flow",
        "number": "arXiv:2401.00001",
        "publisher": "arXiv",
        "issued": {"date-parts": [[2024]]},
    }
    for fields in (
        "eprint = {2401.00001}, archiveprefix = {arXiv}",
        "journal = {CoRR}, volume = {abs/2401.00001}",
        "journal = {arXiv preprint arXiv:2401.00001}",
        "note = {arXiv:2401.00001}",
    ):
        assert (
            item("@article{a, title = {{Flow}}, year = 2024, %s}".replace("%s", fields)) == expected
        ), fields


def test_names_of_biblatex_and_dates(item):
    found = item(
        "@online{a, title = {{Flow}}, organization = {Flow Society}, date = {2024-03-05}, url ="
        " {https://a.example/b_c}, urldate = {2024-06-07}}"
    )
    assert found == {
        "type": "webpage",
        "title": "Flow",
        "publisher": "Flow Society",
        "URL": "https://a.example/b_c",
        "issued": {"date-parts": [[2024, 3, 5]]},
        "accessed": {"date-parts": [[2024, 6, 7]]},
    }


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("@phdthesis{a, title = {{Flow}}, school = {Univ. Porto}}", "Ph.D. dissertation"),
        ("@mastersthesis{a, title = {{Flow}}, school = {Univ. Porto}}", "M.S. thesis"),
        ("@phdthesis{a, title = {{Flow}}, type = {Habilitation}}", "Habilitation"),
    ],
)
def test_theses(item, entry, expected):
    found = item(entry)
    assert (found["type"], found["genre"]) == ("thesis", expected)


def test_numbers_of_reports_and_articles(item):
    report = item("@techreport{a, title = {{Flow}}, number = {TR-7}, institution = {Flow Lab}}")
    assert (report["number"], report["publisher"]) == ("TR-7", "Flow Lab")
    article = item("@article{a, title = {{Flow}}, journal = {J. Flow}, number = 2, eid = {17}}")
    assert (article["issue"], article["number"]) == ("2", "17")
    months = item("@article{a, title = {{Flow}}, month = {jul/aug}, year = 2024}")
    assert months["issued"] == {"date-parts": [[2024]]}
    assert "issued" not in item("@article{a, title = {{Flow}}, year = {in press}}")


def test_a_parent_gives_its_fields(item, run, tmp_path):
    path = tmp_path / "refs.bib"
    path.write_text(
        "@inproceedings{a, title = {{Flow}}, crossref = {p}}\n"
        "@proceedings{p, booktitle = {Proc. Flow}, year = 2024}",
        "utf-8",
    )
    found = json.loads(run("refs", "--to", "csl-json", str(path))[1])
    assert found[0]["container-title"] == "Proc. Flow"


TYPED = (
    "A. B. Lima and B. Costa, “Steady flow of sand in pipes,” <i>J. Flow</i>, vol. 3, no. 2, pp."
    " 1–9, Mar. 2024, doi: 10.1000/f_1."
)


@pytest.mark.parametrize("form", ["latex", "word"])
def test_a_typed_list_is_divided_into_fields(run, draft, tmp_path, form):
    if form == "word":
        from ieeelint.starters.word import document

        path = tmp_path / "draft.docx"
        path.write_bytes(document(f"[heading 5] References\n[references] {TYPED}\n"))
    else:
        words = TYPED.replace("“", "``").replace("”", "''").replace("–", "--").replace("_", "\\_")
        words = words.replace("<i>", "\\emph{").replace("</i>", "}")
        path = draft(
            "%! document\n\\documentclass{IEEEtran}\n\\begin{document}\nIt flows~\\cite{lima}.\n"
            "\\begin{thebibliography}{1}\n\\bibitem{lima} " + words + "\n\\end{thebibliography}\n"
            "\\end{document}"
        )
    (found,) = json.loads(run("refs", "--to", "csl-json", str(path))[1])
    assert found == {
        "id": "lima2024steady" if form == "word" else "lima",
        "type": "article-journal",
        "title": "Steady flow of sand in pipes",
        "container-title": "J. Flow",
        "volume": "3",
        "issue": "2",
        "page": "1-9",
        "author": [{"given": "A. B.", "family": "Lima"}, {"given": "B.", "family": "Costa"}],
        "issued": {"date-parts": [[2024, 3]]},
        "DOI": "10.1000/f_1",
    }


def test_a_reference_that_cannot_be_divided_keeps_its_words(run, tmp_path):
    from ieeelint.starters.word import document

    path = tmp_path / "draft.docx"
    path.write_bytes(document("[heading 5] References\n[references] Told by a friend in Porto\n"))
    (found,) = json.loads(run("refs", "--to", "csl-json", str(path))[1])
    assert found["type"] == "document"
    assert found["note"] == "Told by a friend in Porto"
