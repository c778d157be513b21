"""Titles, captions, and citations in drafts as Word authors make them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docx.shared import Pt

from ieeelint.readers.word.reading import read_document
from tests.readers.word.authored import ABSTRACT, Draft
from tests.readers.word.role_drafts import (
    CITES,
    OFF,
    Body,
    draft,
    said,
)

HEADERS = [
    ("Steady Flow in Narrow Pipes", 20, "The title and the authors are in the header"),
    ("Pipes of Porto: A Study", 14, "The title and the authors are in the header"),
    ("Flow 7", 20, "The draft has no title"),
    ("Laboratory of Flow, Porto, 2020", 9, "The draft has no title"),
]


@pytest.mark.parametrize(("words", "size", "message"), HEADERS)
def test_a_title_in_the_header(
    capsys: Any, tmp_path: Path, words: str, size: int, message: str
) -> None:
    made = Draft()
    made.add("Abstract", ("italic", "Abstract"), "—" + ABSTRACT)
    made.add("Keywords", ("italic", "Keywords"), "—Flow, friction, pipes, sand, water")
    made.add("Heading 1", "Introduction")
    made.add(*CITES)
    made.references(2)
    header = made.docx.sections[0].header.paragraphs[0]
    header.add_run(words).font.size = Pt(size)
    lines = said(capsys, tmp_path, made)
    assert [line for line in lines if line.startswith("WRD002 " + message)], lines


CAPTIONS: list[tuple[Body, list[str]]] = [
    (
        [("Caption", "Figure ", ("SEQ", "Figure 1"), ". Flow in the pipe.")],
        ['FIG001 IEEE prints "Fig. 1.", not "Figure 1."'],
    ),
    (
        [("Caption", "Figure ", ("SEQ", "Figure 1"), ", Flow in the pipe.")],
        ['FIG001 IEEE prints "Fig. 1.", not "Figure 1,"'],
    ),
    (
        [("Normal", ("picture", "")), ("Normal", "Figure 1, Flow in the pipe.")],
        ['FIG003 This caption has the style "Normal". Give it'],
    ),
    (
        [
            ("figure caption", "Flow in the pipe that was measured at each"),
            ("figure caption", "of the four bores."),
        ],
        ["FIG003 This paragraph goes on with the caption above"],
    ),
    (
        [("Normal", "Fig. Flow of water")],
        ['FIG003 This caption has the style "Normal". "Fig." has no'],
    ),
    ([("figure caption", "Fig. 1. Flow in the pipe.", OFF)], ['WRD006 "Fig. 1." is typed']),
]


@pytest.mark.parametrize(("body", "findings"), CAPTIONS)
def test_captions(capsys: Any, tmp_path: Path, body: Body, findings: list[str]) -> None:
    made = draft([("Body Text", "Fig. 1 shows the flow [1], [2]."), *body])
    lines = said(capsys, tmp_path, made)
    for finding in findings:
        assert any(line.startswith(finding) for line in lines), lines
    assert not [line for line in lines if line.startswith("FIG004")]


def test_a_table_in_the_style_of_a_figure_does_not_shift_the_numbers() -> None:
    for table in ("Table 1. Sizes of Pipes", "TABLE I. Sizes of Pipes"):
        body: Body = [
            ("figure caption", "Pipe."),
            ("figure caption", table),
            ("figure caption", "Flow."),
            ("table head", "Numbers of Pipes"),
        ]
        paper = read_document("draft.docx", draft(body).file).paper
        assert [figure.number for figure in paper.figures] == ["1", "2"]
        assert [each.number for each in paper.tables] == [table.split()[1].strip("."), "I"]


def test_a_figure_in_the_style_of_a_table_does_not_shift_the_numbers() -> None:
    body: Body = [("table head", "Fig. 1. Flow."), ("table head", "Sizes of Pipes")]
    paper = read_document("draft.docx", draft(body).file).paper
    assert [each.number for each in paper.tables] == ["I"]


def test_the_advice_on_a_caption_in_a_wrong_style(capsys: Any, tmp_path: Path) -> None:
    body: Body = [
        ("Body Text", "Table I has sizes [1], [2]."),
        ("figure caption", "Table I. Sizes of Pipes"),
    ]
    assert [line for line in said(capsys, tmp_path, draft(body)) if "TAB" in line] == [
        'TAB006 This caption has the style "figure caption". Give it "table head", which sets its'
        ' size, position and number. Delete the typed "Table I.".'
    ]


CITATIONS: list[tuple[str, int, list[str]]] = [
    ("According to studies [1]–[4], flow grows.", 4, []),
    ("According to studies [1] — [4], flow grows.", 4, []),
    ("According to studies [1–4], flow grows.", 4, ["REF013"]),
    ("According to studies [1] to [4], flow grows.", 4, []),
    ("The roof fills with water[1]. So does sand [2].", 2, ["REF014"]),
    ("The roof (of steel)[1] fills. So does sand [2].", 2, ["REF014"]),
    ("The works [1], [2] agree, but not [9].", 2, ["REF010"]),
    ("As in [9] and [23].", 2, ["REF010", "REF010"]),
    ("The groups are qubits [0,1,2], [1,2,3], and nodes [9]. See [1], [2].", 2, []),
    ("The vectors x[9] and A1[9] are as in [1], [2].", 2, []),
]


@pytest.mark.parametrize(("words", "count", "codes"), CITATIONS)
def test_typed_citations(
    capsys: Any, tmp_path: Path, words: str, count: int, codes: list[str]
) -> None:
    lines = said(capsys, tmp_path, draft([("Body Text", words)], count))
    found = {line.split()[0] for line in lines if line.startswith("REF")}
    assert found == set(codes)


def test_citations_in_headings_and_raised_numbers(capsys: Any, tmp_path: Path) -> None:
    body: Body = [("Heading 2", "Flow of Water [1]"), ("Body Text", "It flows [2].")]
    lines = said(capsys, tmp_path, draft(body))
    assert not [line for line in lines if line.startswith("REF")]
    raised = ("superscript", "1"), ("superscript", "[2]")
    body = [("Body Text", "Rain is wet", raised[0], ". So is snow", raised[1], " here.")]
    lines = said(capsys, tmp_path, draft(body))
    assert [line.split()[0] for line in lines] == ["REF001"]
    body = [("Body Text", "Rain is wet", ("superscript", "1,2"), " here.")]
    lines = said(capsys, tmp_path, draft(body))
    assert [line.split()[0] for line in lines] == ["REF001"]
    body = [("Body Text", "Rain is wet", ("superscript", "2"), " here, as in [1] and [2].")]
    assert not said(capsys, tmp_path, draft(body))


def test_numbers_that_lead_nowhere(capsys: Any, tmp_path: Path) -> None:
    body: Body = [
        ("Body Text", "Fig. 1 and Fig. 7 show it, as Fig. 9 of [1] and [2] does."),
        ("figure caption", "Flow in the pipe."),
    ]
    lines = said(capsys, tmp_path, draft(body))
    assert [line[:28] for line in lines] == ["FIG004 There is no Fig. 7: t"]
