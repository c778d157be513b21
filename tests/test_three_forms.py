"""One reference list in BibTeX, ``thebibliography`` and Word has the same entries and findings."""

from __future__ import annotations

import json

import pytest

from ieeelint.paper.reference_fields import authors_of, fields_of, kind_of
from ieeelint.paper.reference_parts import typed_entries
from ieeelint.printing.lists import items_of
from ieeelint.printing.writers import bibitem, word
from ieeelint.readers import read

LIST = r"""
@article{lima, author = {Ana B. Lima and Bruno Santos and Carla de Costa}, title = {Steady flow of water in narrow pipes},
  journal = {J. Flow}, volume = 12, number = 3, pages = {45--67}, month = mar, year = 2024}
@inproceedings{rocha, author = {Dora Rocha and Eva Silva}, title = {Sand in pipes}, booktitle = {Proc. Int. Conf. Flow},
  address = {Porto, Portugal}, month = jun, year = 2022, pages = {1--9}}
@book{pinto, author = {F. Pinto}, title = {Pipes and Water}, edition = {Second}, address = {Porto, Portugal}, publisher = {Rio Press}, year = 2023}
@phdthesis{gama, author = {G. Gama}, title = {On flow}, school = {Univ. Porto}, address = {Porto, Portugal}, year = 2021}
@techreport{horta, author = {H. Horta}, title = {Flow in steel}, institution = {Flow Lab}, number = 5, year = 2020}
@article{izar, author = {I. Izar}, title = {Entropy of sand}, journal = {IEEE Transactions on Information Theory}, volume = 3, pages = {7--8}, year = 2019}
@article{jota, author = {J. Jota}, title = {Flow to come}, journal = {J. Flow}, note = {to appear}, year = 2025}
@misc{kilo, author = {K. Kilo}, title = {Flow to be judged}, note = {under review}, year = 2025}
"""  # noqa: E501
EXPECTED = {
    "lima": (
        "article",
        ["A. B. Lima", "B. Santos", "C. de Costa"],
        {
            "title": "Steady flow of water in narrow pipes",
            "container": "J. Flow",
            "volume": "12",
            "number": "3",
            "pages": "45–67",
            "month": "Mar",
            "year": "2024",
        },
    ),
    "rocha": (
        "inproceedings",
        ["D. Rocha", "E. Silva"],
        {
            "title": "Sand in pipes",
            "container": "Proc. Int. Conf. Flow",
            "pages": "1–9",
            "month": "Jun",
            "year": "2022",
        },
    ),
    "pinto": (
        "book",
        ["F. Pinto"],
        {
            "title": "Pipes and Water",
            "edition": "2",
            "address": "Porto, Portugal",
            "publisher": "Rio Press",
            "year": "2023",
        },
    ),
    "gama": ("thesis", ["G. Gama"], {"title": "On flow", "year": "2021"}),
    "horta": ("techreport", ["H. Horta"], {"title": "Flow in steel", "year": "2020"}),
    "izar": (
        "article",
        ["I. Izar"],
        {"title": "Entropy of sand", "volume": "3", "pages": "7–8", "year": "2019"},
    ),
    "jota": (
        "unknown",
        ["J. Jota"],
        {"title": "Flow to come", "container": "J. Flow", "year": "2025"},
    ),
    "kilo": ("unknown", ["K. Kilo"], {"title": "Flow to be judged", "year": "2025"}),
}
KEYS = ",".join(EXPECTED)
OPENING = "\\documentclass{IEEEtran}\n\\begin{document}\nIt flows~\\cite{" + KEYS + "}.\n"


@pytest.fixture
def forms(tmp_path):
    """The paths of the three files."""
    for name in ("bib", "list", "word"):
        (tmp_path / name).mkdir()
    (tmp_path / "bib/refs.bib").write_text(LIST, encoding="utf-8")
    root = tmp_path / "bib/paper.tex"
    root.write_text(
        OPENING + "\\bibliographystyle{IEEEtran}\n\\bibliography{refs}\n\\end{document}\n",
        encoding="utf-8",
    )
    items, notes = items_of(read(str(root)).paper, "citation", False, False)
    assert not notes
    typed = tmp_path / "list/paper.tex"
    body = bibitem(items, False)
    typed.write_text(
        f"{OPENING}\\begin{{thebibliography}}{{9}}\n{body}\\end{{thebibliography}}\n"
        f"\\end{{document}}\n",
        encoding="utf-8",
    )
    document = tmp_path / "word/paper.docx"
    document.write_bytes(word(items))
    return root, typed, document


@pytest.mark.parametrize("form", [1, 2], ids=["thebibliography", "word"])
def test_all_forms_have_the_same_entries(forms, form):
    entries = typed_entries(read(str(forms[form])).paper)
    assert len(entries) == len(EXPECTED)
    for (_, parts), (kind, authors, expected) in zip(entries, EXPECTED.values(), strict=True):
        fields = fields_of(parts)
        words = {name: field.words for name, field in fields.items()}
        assert authors_of(words["author"]) == authors
        assert {name: words.get(name, "") for name in expected} == expected
        assert kind_of(parts) == kind
        for field in fields.values():  # every field has its location
            text = parts.plain[slice(*field.place)].replace("\u00a0", " ")
            assert text.strip(" ,.") == field.words


def test_all_forms_have_the_same_findings(forms, run):
    findings = []
    for path in forms:
        out = run(
            "check",
            "--isolated",
            "--select",
            "REF006,REF007,REF008,BIB005",
            "--output-format",
            "json",
            str(path),
        )[1]
        findings.append(
            [(item["code"], item["message"].split(":")[0]) for item in json.loads(out)["findings"]]
        )
    assert [code for code, _ in findings[0]] == ["BIB005", "REF007", "REF006"]
    assert findings[0] == findings[1] == findings[2]
