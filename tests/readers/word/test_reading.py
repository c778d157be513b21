"""The paper in a Word draft, and what a check says of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ieeelint.cli import main
from ieeelint.readers.word.reading import read_document
from ieeelint.starters.word import document
from tests.readers.word.drafts import draft, paper, paragraph

FLOATS = (
    paragraph("Flow is shown in Fig. 1 and Table I."),
    paragraph("Flow in a pipe.", "figurecaption"),
    paragraph("Flow and Friction", "tablehead"),
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
)


def check(
    capsys: pytest.CaptureFixture[str], file: Path, content: bytes
) -> tuple[int, list[dict[str, object]]]:
    """Exit status and findings of a check of ``content``."""
    file.write_bytes(content)
    status = main(["check", "--isolated", "--output-format", "json", str(file)])
    return status, json.loads(capsys.readouterr().out)["findings"]


def test_the_parts_of_a_paper() -> None:
    read = read_document("draft.docx", draft(*paper(*FLOATS))).paper
    assert read.title is not None and read.title.plain == "Steady Flow in Narrow Pipes"
    assert [(one.plain, one.level, one.number) for one in read.headings] == [
        ("Introduction", 1, "I"),
        ("References", 1, ""),
    ]
    assert read.abstracts[0].passages[0].plain.startswith("Water moves")
    assert read.keywords[0].label == "Keywords"
    assert [(one.captions[0].plain, one.number) for one in read.figures] == [
        ("Flow in a pipe.", "1")
    ]
    assert [(one.captions[0].plain, one.number) for one in read.tables] == [
        ("Flow and Friction", "I")
    ]
    assert [one.key for one in read.references] == ["1"]
    assert [one.plain for one in read.passages_in("cell")] == ["12"]


@pytest.mark.parametrize(
    ("label", "caption"), [("TABLE I", "Flow"), ("Table 1.", "Flow of Ice"), ("TABLE I", "flow")]
)
def test_a_table_belongs_to_a_caption_of_two_lines(label: str, caption: str) -> None:
    body = [paragraph(label, "Normal"), paragraph(caption, "Normal"), FLOATS[-1]]
    tables = read_document("draft.docx", draft(*paper(*body))).paper.tables
    assert [len(table.grids) for table in tables] == [1]
    assert tables[0].captions[0].plain == caption


@pytest.mark.parametrize("label", ["Figure 1", "Fig. 1.", "TABLE I", "Table 1:"])
def test_a_label_without_a_caption_is_reported(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, label: str
) -> None:
    body = [*FLOATS[:1], paragraph(label, "Normal"), paragraph("Next", "Heading1"), FLOATS[0]]
    _, findings = check(capsys, tmp_path / "draft.docx", draft(*paper(*body)))
    codes = {finding["code"] for finding in findings}
    assert "SRC003" not in codes, findings
    assert codes & {"FIG003", "TAB006", "FIG004", "TAB002"}


def test_roles_by_words_when_no_style_tells_them() -> None:
    body = [
        paragraph(words, "Normal")
        for words in ("Abstract—Short.", "Index Terms—Flow", "Fig. 1. Flow.", "Fig. 2 shows more.")
    ]
    read = read_document("draft.docx", draft(*body)).paper
    assert [one.zone for one in read.passages] == ["abstract", "keywords", "caption", "prose"]


def test_a_clean_draft_has_no_findings(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert check(capsys, tmp_path / "draft.docx", draft(*paper(*FLOATS))) == (0, [])


def test_findings_are_placed_by_paragraph(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    body = (*FLOATS, paragraph("The colour in Figure 1 isn't blue."))
    for strict in (False, True):
        content = draft(*paper(*body), strict=strict)
        status, findings = check(capsys, tmp_path / "draft.docx", content)
        assert status == 1
        assert [(one["code"], one["paragraph"], one["column"]) for one in findings] == [
            ("TXT004", 11, 5),
            ("FIG001", 11, 15),
            ("TXT013", 11, 24),
        ]


def test_people_read_the_section_and_the_words(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(draft(*paper(paragraph("The colour is blue."))))
    assert main(["check", "--isolated", str(file)]) == 1
    assert 'draft.docx: I, "The colour is blue." warning' in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "save it in Word as .docx"),
        ("locked.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "without a password"),
        ("cut.docx", draft(*paper())[:900], "damaged or incomplete"),
        ("text.docx", b"Hello", "not a Word document"),
    ],
)
def test_what_cannot_be_read_is_said_and_the_rest_is_checked(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.docx").write_bytes(draft(*paper()))
    main(["check", "--isolated", str(tmp_path / "good.docx"), str(tmp_path / name)])
    shown = capsys.readouterr()
    assert words in shown.out + shown.err
    assert "Traceback" not in shown.out + shown.err


def test_a_folder_is_searched_for_word_drafts(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "a.docx").write_bytes(draft(*paper(paragraph("The colour is blue."))))
    (tmp_path / "~$a.docx").write_bytes(b"lock")
    assert main(["check", "--isolated", "--output-format", "concise", str(tmp_path)]) == 1
    assert "TXT004" in capsys.readouterr().out


def test_a_label_typed_beside_the_automatic_one_is_found(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    body = (FLOATS[0], FLOATS[1], paragraph("TABLE I. Flow and Friction", "tablehead"), FLOATS[3])
    _, findings = check(capsys, tmp_path / "draft.docx", draft(*paper(*body)))
    assert [(one["code"], one["paragraph"]) for one in findings] == [("TAB006", 9)]


UNSTYLED = """[Normal size=20] Steady Flow in Narrow Pipes
[Normal] Ana Lima, University of Porto
[Normal] Abstract—Water is wet and flows through pipes.
[Normal bold] I. INTRODUCTION
[Normal] Pipes are everywhere [1].
[Normal italic] A. Sand and Water
[Normal] Sand is dry.
[Normal] Fig. 1. Rain over time.
[Normal bold] REFERENCES
[Normal] [1] A. Lima, “Pipes and sand,” J. Flow, vol. 1, no. 2, pp. 3–9, Mar. 2020.
"""


def test_a_draft_without_styles_is_told_by_its_look() -> None:
    found = read_document("draft.docx", document(UNSTYLED)).paper
    assert found.title is not None and found.title.plain == "Steady Flow in Narrow Pipes"
    assert found.author_block is not None
    assert [one.plain for one in found.abstracts[0].passages] == [
        "Water is wet and flows through pipes."
    ]
    assert [(one.level, one.plain) for one in found.headings] == [
        (1, "I. INTRODUCTION"),
        (2, "A. Sand and Water"),
        (1, "REFERENCES"),
    ]
    assert [one.captions[0].plain for one in found.figures] == ["Rain over time."]
    assert [one.key for one in found.references] == ["1"]
    assert [one.passage.plain for one in found.paragraphs] == [
        "Pipes are everywhere [1].",
        "Sand is dry.",
    ]


def test_notes_tables_and_formulas_have_their_places() -> None:
    sketch = """[paper title] Flow
[Abstract] <i>Abstract</i>—Water is wet.
[heading 1] Method
[Body Text] The law is
[equation] <tab/><math>a=b</math>,<tab/>(1)
[Body Text] where <math>a</math> is red<note>As a rose.</note>.
[table head] Flow of Water
| Bore (mm) | Flow |
| 10 | 4.1 |
[Normal] <chart Time|Flow/>
[figure caption] Flow over time.
"""
    found = read_document("draft.docx", document(sketch)).paper
    equation = found.equations[0]
    assert (equation.content, equation.numbers) == ("a=b,", ["1"])
    assert found.text.plain[equation.position] == "\ue001"
    assert (
        found.passage_at(equation.position).plain
        == "The law is\n\ue001\nwhere \ue000 is red\ue006."
    )
    note = found.footnotes[0]
    assert note.passage is not None and note.passage.plain == "As a rose."
    rows = [[cell.plain for cell in row] for row in found.tables[0].grids[0].rows]
    assert rows == [["Bore (mm)", "Flow"], ["10", "4.1"]]
    assert [(one.kind, one.options) for one in found.figures[0].graphics] == [
        ("chart", "xlabel={Time}, ylabel={Flow}")
    ]


def test_authors_are_told_apart_where_each_has_a_paragraph() -> None:
    sketch = """[paper title] Flow
[Author] Ana Lima<br/>University of Porto<br/>Porto, Portugal
[Author] Bo Costa<br/>University of Faro<br/>Faro, Portugal
[Abstract] <i>Abstract</i>—Water is wet.
"""
    block = read_document("draft.docx", document(sketch)).paper.author_block
    assert block is not None and block.style == "blocks"
    assert [one.names.plain for one in block.authors if one.names] == ["Ana Lima", "Bo Costa"]
    assert [line.plain for line in block.authors[1].lines] == [
        "University of Faro",
        "Faro, Portugal",
    ]
