"""The works that Zotero and Mendeley store in a Word draft, as CSL JSON and as a .bib file."""

from __future__ import annotations

import base64
import json
import zipfile

import pytest
from bibtexparser import parse_string

from ieeelint.starters.word import document

LIMA = {
    "id": 12,
    "type": "article-journal",
    "title": "Slow flow of CO\u003csub\u003e2\u003c/sub\u003e in pipes",
    "container-title": "Journal of Flow & Sand",
    "volume": "3",
    "issue": 2,
    "page": "7-19",
    "DOI": "10.1109/JFS.2020.1234567",
    "URL": "https://flow.example/lima",
    "author": [
        {"family": "Lima", "given": "Ana"},
        {"family": "Beek", "given": "Jan", "non-dropping-particle": "van der"},
        {"family": "Šimić", "given": "Ž.", "suffix": "Jr."},
    ],
    "issued": {"date-parts": [["2020", 7, 3]]},
}
REIS = {
    "id": "ITEM-1",
    "type": "webpage",
    "title": "Sand",
    "author": [{"literal": "Institute of Flow"}],
    "URL": "https://flow.example/sand",
    "issued": {"raw": "2021-05"},
    "accessed": {"date-parts": [[2024, 3, 5]]},
}
THESIS = {
    "id": "ITEM-1",
    "type": "thesis",
    "title": "Mud",
    "genre": "Master thesis",
    "publisher": "Univ. Porto",
    "author": [{"family": "Costa", "given": "Bo"}],
    "issued": {"date-parts": [[2019]]},
}


def citation(*works: dict) -> str:
    return (
        json.dumps({"citationItems": [{"id": 1, "itemData": work} for work in works]})
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
    )


@pytest.fixture
def refs(tmp_path, run):
    """The output of ``refs`` on a Word draft with these paragraphs, and the messages."""

    def call(form: str, *paragraphs: str) -> tuple[str, str]:
        path = tmp_path / "draft.docx"
        lines = "".join(f"[Body Text] {paragraph}\n" for paragraph in paragraphs)
        path.write_bytes(
            document(
                f"[paper title] Flow\n[heading 1] Pipes\n{lines}[heading 5] References\n"
                "[references] A. Lima, “Slow flow,” <i>J. Flow</i>, vol. 3, 2020.\n"
                "[references] B. Reis, “Sand,” <i>J. Flow</i>, vol. 3, 2021.\n"
            )
        )
        _, out, err = run("refs", "--to", form, str(path))
        return out, err

    return call


ZOTERO = (
    f"Water <field ADDIN ZOTERO_ITEM CSL_CITATION {citation(LIMA)}>[1]</field> flows, as"
    f" <field ADDIN ZOTERO_ITEM CSL_CITATION {citation(LIMA, REIS)}>[1], [2]</field> say."
)


def test_the_works_are_written_as_they_are_stored(refs):
    out, message = refs("csl-json", ZOTERO)
    lima, reis = json.loads(out)
    assert {**lima, "id": 12} == LIMA and {**reis, "id": "ITEM-1"} == REIS
    assert lima["id"] == "lima2020slow" and message == ""


def test_the_works_become_entries(refs):
    out, _ = refs("bibtex", ZOTERO)
    lima, reis = parse_string(out).entries
    assert (lima.entry_type, lima.key) == ("article", "lima2020slow")
    fields = {field.key: field.value for field in lima.fields}
    assert fields["title"] == "Slow flow of {CO\\textsubscript{2}} in pipes"
    assert fields["author"] == r"Lima, Ana and van der Beek, Jan and {\v{S}}imi{\'c}, Jr., {\v{Z}}."
    assert fields["journal"] == r"Journal of Flow \& Sand"
    assert (fields["pages"], fields["number"], fields["month"]) == ("7--19", "2", "jul")
    assert fields["doi"] == "10.1109/JFS.2020.1234567" and "url" not in fields
    fields = {field.key: field.value for field in reis.fields}
    assert reis.entry_type == "online" and fields["author"] == "{Institute of Flow}"
    assert (fields["year"], fields["month"], fields["urldate"]) == ("2021", "may", "2024-03-05")


def test_mendeley_uses_one_identifier_for_several_works(refs):
    first = f"Water <field ADDIN CSL_CITATION {citation(REIS)}>[1]</field> flows."
    out, _ = refs("bibtex", first, f"<field ADDIN CSL_CITATION {citation(THESIS)}>[2]</field>.")
    assert [entry.entry_type for entry in parse_string(out).entries] == ["online", "mastersthesis"]
    assert "school = {Univ. Porto}" in out


def test_content_controls_of_mendeley_cite(refs, tmp_path, run):
    refs("text", "Water [1] flows.")
    path, other = tmp_path / "draft.docx", tmp_path / "other.docx"
    data = base64.b64encode(citation(LIMA).encode()).decode().rstrip("=")
    control = (
        f'<w:sdt><w:sdtPr><w:tag w:val="MENDELEY_CITATION_v3_{data}"/></w:sdtPr><w:sdtContent>'
        "<w:p><w:r><w:t>As [1] says.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = content.replace(b"<w:body>", b"<w:body>" + control.encode(), 1)
            new.writestr(name, content)
    assert json.loads(run("refs", "--to", "csl-json", str(other))[1])[0]["DOI"] == LIMA["DOI"]


@pytest.mark.parametrize(
    "data",
    [
        '{"citationItems": [{"id": 1',
        '{"citationItems": 3}',
        '{"citationItems": [[], {"itemData": 4}]}',
    ],
)
def test_damaged_data(refs, data):
    out, message = refs(
        "bibtex", f"Water <field ADDIN ZOTERO_ITEM CSL_CITATION {data}>[1]</field>."
    )
    assert "the works of 1 citation cannot be read" in message
    assert len(parse_string(out).entries) == 2  # the typed list


def test_works_that_the_list_lacks_are_counted(refs):
    _, message = refs(
        "bibtex", f"Water <field ADDIN CSL_CITATION {citation(LIMA, REIS, THESIS)}>[1]</field>."
    )
    assert "the list has 2 references" in message and "have 3 works" in message
