"""The paper in a Word draft, and what a check says of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ieeelint.cli import main
from ieeelint.readers.word.reading import read_document
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
    read = read_document("draft.docx", draft(*paper(*FLOATS)))
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


def test_roles_by_words_when_no_style_tells_them() -> None:
    body = [
        paragraph(words, "Normal")
        for words in ("Abstract—Short.", "Index Terms—Flow", "Fig. 1. Flow.", "Fig. 2 shows more.")
    ]
    read = read_document("draft.docx", draft(*body))
    assert [one.zone for one in read.passages] == ["abstract", "keywords", "caption", "author"]


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


def test_people_are_told_the_paragraph(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(draft(*paper(paragraph("The colour is blue."))))
    assert main(["check", "--isolated", str(file)]) == 1
    assert "draft.docx: paragraph 7, character 5" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "save it in Word as .docx"),
        ("locked.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "without a password"),
        ("cut.docx", draft(*paper())[:900], "cut off"),
        ("text.docx", b"Hello", "no Word document"),
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
