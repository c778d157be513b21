"""Captions, titles, names, and index terms in places and styles that are not theirs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ieeelint.readers.word.reading import read_document
from tests.readers.word.authored import ABSTRACT, AUTHOR, Draft
from tests.readers.word.test_roles import (
    OFF,
    PICTURE,
    PROSE,
    PROSE_LINE,
    Body,
    draft,
    roles_of,
    said,
)

CELLS = [["Bore", "Flow"], ["4", "8"]]
CAPTIONS: list[tuple[Body, list[str]]] = [
    ([("Normal", "(Fig. 9: Flow in the pipe)")], ["figure caption"]),
    ([PICTURE, ("Normal", "(fig.9 Flow in the pipe)")], ["figure", "figure caption"]),
    ([("Normal", "(Fig. 9) shows the flow (in the pipe)")], ["body text"]),
    ([("Normal", "(Fig. 9)"), PROSE_LINE], ["body text", "body text"]),
    ([("Normal", "Figure 2.1 Flow in the pipe")], ["figure caption"]),
    ([("Normal", "Figure 2.1 shows the flow in the pipe.")], ["body text"]),
    ([("Normal", "Figure 2–4 show the flow in the pipe.")], ["body text"]),
    ([("Normal", "Figure 2: Shows the flow in the pipe."), PROSE_LINE], ["body text"] * 2),
    ([("Normal", "Fig. 2 Depicts the flow."), PROSE_LINE], ["body text"] * 2),
    ([PICTURE, ("Normal", "Figure 2: Shows the flow.")], ["figure", "figure caption"]),
    # A sentence of the text in the style of captions, without the number of the style.
    (
        [
            ("figure caption", "Every pipe is correlated to its pump by the diameter.", OFF),
            PROSE_LINE,
        ],
        ["body text"] * 2,
    ),
    (
        [PICTURE, ("figure caption", "Every pipe is correlated to its pump by the diameter.", OFF)],
        ["figure", "figure caption"],
    ),
    # A caption of something else.
    ([PICTURE, ("Caption", "Equation 1: Flow of Water")], ["figure", "body text"]),
    ([PICTURE, ("Caption", "Algorithm 2. Flow of Water")], ["figure", "body text"]),
]


@pytest.mark.parametrize(("body", "roles"), CAPTIONS)
def test_captions_by_their_words(body: Body, roles: list[str]) -> None:
    assert roles_of(body) == roles


def test_a_caption_in_parentheses(capsys: Any, tmp_path: Path) -> None:
    body: Body = [("Body Text", "Fig. 1 shows it [1], [2]."), PICTURE, ("Normal", "(Fig.1: Flow)")]
    made = draft(body)
    paper = read_document("draft.docx", made.file).paper
    assert [figure.number for figure in paper.figures] == ["1"]
    assert [figure.captions[0].passage.plain for figure in paper.figures] == ["Flow"]
    lines = [line for line in said(capsys, tmp_path, made) if line.startswith("FIG003")]
    assert lines[0].endswith('Delete the typed "(Fig.1:" and the ")".')


def test_numbers_with_parts() -> None:
    body: Body = [("Body Text", "Fig. 2.1 shows it."), ("Normal", "Figure 2.1 Flow in the pipe")]
    paper = read_document("draft.docx", draft(body).file).paper
    assert [figure.number for figure in paper.figures] == ["2.1"]
    assert paper.figures[0].captions[0].passage.plain == "Flow in the pipe"


@pytest.mark.parametrize(
    ("text", "role"), [("Fig. %1.", "figure caption"), ("TABLE %1.", "table caption")]
)
def test_a_label_that_a_list_prints(text: str, role: str) -> None:
    made = draft([PROSE_LINE], references=0)
    made.number(made.add("List Paragraph", "FLOW IN NARROW PIPES"), "decimal", text)
    made.add("Body Text", PROSE)
    word = read_document("draft.docx", made.file).word
    assert word is not None
    assert [each.role for each in word.paragraphs if each.plain.startswith("FLOW")] == [role]


@pytest.mark.parametrize("style", ["table head", "figure caption"])
def test_cells_of_data_in_the_style_of_captions(style: str) -> None:
    made = draft([("Body Text", "Table I has the flows."), ("table head", "Flows")], references=0)
    table = made.docx.add_table(2, 2)
    for row, words in zip(table.rows, CELLS):
        for cell, word in zip(row.cells, words):
            paragraph = made.add(style, word, numbered=False)
            cell._tc.append(paragraph._p)
    paper = read_document("draft.docx", made.file).paper
    assert len(paper.tables) == 1
    assert not paper.figures
    assert [cell.plain for row in paper.tables[0].grids[0].rows for cell in row] == sum(CELLS, [])


def unstyled(*lines: tuple[str, str]) -> Draft:
    """A draft with these lines before its abstract; all is in the given styles."""
    made = Draft()
    for style, words in lines:
        made.add(style, words)
    made.add("Normal", "Abstract—" + ABSTRACT)
    made.add("Normal", "INTRODUCTION", bold=True)
    made.add("Normal", PROSE)
    return made


def fronts(made: Draft) -> list[str]:
    """The roles of the paragraphs before the abstract."""
    word = read_document("draft.docx", made.file).word
    assert word is not None
    found = [each.role for each in word.paragraphs]
    return found[: found.index("abstract")]


def test_names_in_the_style_of_text() -> None:
    lines = [
        ("paper title", "Flow in Pipes"),
        *[("Body Text", line) for line in AUTHOR.split("\n")],
    ]
    assert fronts(unstyled(*lines)) == ["title"] + ["author"] * 4
    assert fronts(unstyled(lines[0], PROSE_LINE)) == ["title", "body text"]


def test_a_long_text_is_no_title(capsys: Any, tmp_path: Path) -> None:
    made = unstyled(("Normal", " ".join([PROSE] * 3)))
    assert fronts(made) == ["body text"]
    lines = said(capsys, tmp_path, made)
    assert "WRD002 The draft has no title and no authors." in " ".join(lines)
    assert not [line for line in lines if line.startswith("TTL")]


def test_a_title_of_two_paragraphs() -> None:
    made = unstyled(("Normal", "Performance of Pipes for"), ("Normal", "Clean Water"))
    assert fronts(made) == ["title", "title"]
    title = read_document("draft.docx", made.file).paper.title
    assert title is not None
    assert title.passage.plain == "Performance of Pipes for\nClean Water"
    made = unstyled(("Normal", "Performance of Pipes"), ("Normal", "Ana Lima"))
    assert fronts(made) == ["title", "author"]


def test_an_abstract_in_the_style_of_headings() -> None:
    made = Draft()
    made.add("paper title", "Flow in Pipes")
    made.add("Heading 1", "Abstract—" + ABSTRACT)
    made.add("Heading 1", "Introduction")
    paper = read_document("draft.docx", made.file).paper
    assert [heading.passage.plain for heading in paper.headings] == ["Introduction"]
    assert len(paper.abstracts) == 1


TERMS = [
    (["Keywords: digital pipes, image-based", "pumps, flow of water,", "sand"], 4),
    (["Keywords: digital pipes, pumps.", "Water, too, is new"], 2),
    (["Keywords: digital pipes, pumps", "A new flow"], 2),
]


@pytest.mark.parametrize(("lines", "count"), TERMS)
def test_index_terms_on_several_lines(lines: list[str], count: int) -> None:
    made = Draft()
    made.add("paper title", "Flow in Pipes")
    made.add("Normal", "Abstract—" + ABSTRACT)
    for line in lines:
        made.add("Normal", line)
    made.add("Heading 1", "Introduction")
    paper = read_document("draft.docx", made.file).paper
    assert len(paper.keywords) == 1
    terms = paper.keywords[0].passage.plain.replace("\n", " ").split(",")
    assert len([term for term in terms if term.strip()]) == count


ENTRY = [
    "[1] A. Lima, “The Slow Flow of Sand",
    "– A Study of Narrow Pipes,” J. Flow, vol. 1, 2020.",
]


def test_an_entry_of_two_paragraphs(capsys: Any, tmp_path: Path) -> None:
    made = draft([("Body Text", "The works [1] and [2] agree.")], references=0)
    made.add("Heading 5", "References")
    for line in (*ENTRY, "[2] A. Lima, “Sand,” J. Flow, vol. 2, 2020."):
        made.add("Normal", line)
    paper = read_document("draft.docx", made.file).paper
    assert len(paper.references) == 2
    assert paper.references[0].passage.plain == "\n".join(ENTRY).removeprefix("[1] ")
    assert [line for line in said(capsys, tmp_path, made) if line.startswith("REF008")]


def test_a_number_glued_to_an_address() -> None:
    made = draft([("Body Text", "The works [1] and [2] agree.")], references=0)
    made.add("Heading 5", "References")
    for line in ("1. https://flow.example/a", "2.https://flow.example/b", "3.www.flow.example"):
        made.add("Normal", line)
    paper = read_document("draft.docx", made.file).paper
    assert [entry.key for entry in paper.references] == ["1", "2", "3"]


REST = [
    ("[2] A. Lima, Sand. Porto: Rio Press, 2021.", "https://flow.example", True),
    ("[2] A. Lima, Sand. Porto: Rio Press, 2021.", "and Mud. 2022.", True),
    ("[2] A. Lima, Sand. Porto: Rio Press, 2021.", "B. Costa, Mud. 2022.", False),
    ("[2] A. Lima, Sand. Porto: Rio", "Press, 2021.", True),
]


@pytest.mark.parametrize(("entry", "following", "joined"), REST)
def test_what_is_the_rest_of_an_entry(entry: str, following: str, joined: bool) -> None:
    made = draft([("Body Text", "The works [1] and [2] agree.")], references=0)
    made.add("Heading 5", "References")
    for line in ("[1] A. Lima, Ice. Porto: Rio Press, 2020.", entry, following):
        made.add("Normal", line)
    paper = read_document("draft.docx", made.file).paper
    assert len(paper.references) == 2
    assert paper.references[1].passage.plain.endswith(following) is joined
