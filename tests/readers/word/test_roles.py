"""Roles of paragraphs in drafts as Word authors make them, and what a check says of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ieeelint.cli import main
from ieeelint.readers.word.reading import read_document
from tests.readers.word.authored import ABSTRACT, Draft, entry, field
from tests.readers.word.role_drafts import (
    BOLD,
    CITES,
    ENTRIES,
    LONG,
    OFF,
    PICTURE,
    PROSE,
    PROSE_LINE,
    Body,
    draft,
    roles_of,
    said,
)

# Paragraphs in a style that says something else than their words.
MISPLACED: list[tuple[Body, list[str]]] = [
    ([("equation", "These results show that the flow grows with the bore.")], ["body text"]),
    ([("equation", "where the bore of the pipe is as wide as the hand")], ["body text"]),
    ([("equation", "a + b = c (1)")], ["equation"]),
    ([("figure caption", LONG, OFF)], ["body text"]),
    ([("figure caption", "Flow in the pipe.", OFF)], ["figure caption"]),
    ([("figure caption", "Table 1. Sizes of Pipes", OFF)], ["table caption"]),
    ([("table head", "Fig. 11. Flow in the pipe.", OFF)], ["figure caption"]),
    ([("Heading 3", PROSE, OFF)], ["body text"]),
    ([("Heading 4", "Pipes of steel", OFF)], ["heading"]),
    ([("Heading 2", "Pipes " + "of steel and " * 7 + "sand\n", PICTURE[1])], ["body text"]),
    ([("Heading 2", "Pipes " + "of steel and " * 6 + "sand.")], ["heading"]),
    ([("Heading 2", "管道中的水流" * 40)], ["body text"]),
    ([("Abstract", PROSE)], ["body text"]),
    ([("Keywords", "Motivation"), ("Body Text", PROSE)], ["heading", "body text"]),
    ([("table of figures", "Figure 1 Flow in pipe\t4")], ["list of contents"]),
    ([("toc 1", "Introduction\t2")], ["list of contents"]),
    ([("Caption", "Figure 2, Flow in the pipe")], ["figure caption"]),
    ([("Caption", "Table 2 sizes of the pipes")], ["table caption"]),
    ([("Caption", "Figure 1, " + LONG * 2)], ["figure caption"]),
    ([("Caption", "Flow in the pipe"), PROSE_LINE], ["body text", "body text"]),
    ([PICTURE, ("Caption", "Flow in the pipe")], ["figure", "figure caption"]),
    ([PICTURE, ("Normal", "Fig. 2, Flow in the pipe")], ["figure", "figure caption"]),
    ([PICTURE, ("Normal", "Fig. 2, which shows the flow, is new.")], ["figure", "body text"]),
    ([PICTURE, ("Normal", "Fig. 2, Fig. 3, and Fig. 4 show it.")], ["figure", "body text"]),
    ([("Normal", "Figure 2, Ana says, is as old as the pipe.")], ["body text"]),
    ([("H1", "Pipes of Steel"), ("Reference Head", "Works")], ["heading", "heading"]),
]


@pytest.mark.parametrize(("body", "roles"), MISPLACED)
def test_words_count_against_a_style(body: Body, roles: list[str]) -> None:
    assert roles_of(body) == roles


HEADINGS: list[tuple[Body, list[str]]] = [
    ([("Normal", "3.1 Data Preprocessing", BOLD), ("Body Text", PROSE)], ["heading", "body text"]),
    ([("Normal", "III. Test Rig"), ("Body Text", PROSE)], ["heading", "body text"]),
    ([("Body Text", "RESULT :--"), ("Body Text", PROSE)], ["heading", "body text"]),
    ([("Body Text", "CONCLUSION:"), ("Body Text", PROSE)], ["heading", "body text"]),
    (
        [
            ("Normal", "A. Pipes"),
            ("Body Text", PROSE),
            ("Normal", "B. Pumps"),
            ("Body Text", PROSE),
        ],
        ["heading", "body text", "heading", "body text"],
    ),
    ([("Normal", "B. PIPES OF STEEL"), ("Normal", PROSE)], ["heading", "body text"]),
    (
        [("Normal", "1) Pipes", BOLD), ("Heading 2", "Steel"), ("Body Text", PROSE)],
        ["heading", "heading", "body text"],
    ),
    (
        [
            ("Normal", "2.1. Pipes of steel"),
            ("Body Text", PROSE),
            ("Normal", "2.2: Pumps of steel"),
            ("Body Text", PROSE),
            ("Normal", "2.3Leaks of Pumps"),
            ("Body Text", PROSE),
        ],
        ["heading", "body text"] * 3,
    ),
    (  # one heading in each section, and one below another
        [
            ("Normal", "3.1 Pipes"),
            ("Body Text", PROSE),
            ("Normal", "4.1 Pumps"),
            ("Body Text", PROSE),
            ("Normal", "4.1.1 Leaks"),
            ("Body Text", PROSE),
        ],
        ["heading", "body text"] * 3,
    ),
    ([("Normal", "IV- Wells and Pumps"), ("Body Text", PROSE)], ["heading", "body text"]),
    # A number with parts may be one of a version or a quantity.
    ([("Normal", "3.1 Pipes"), ("Body Text", PROSE)], ["body text"] * 2),
    ([("Normal", "2.4 GHz band"), ("Body Text", PROSE)] * 2, ["body text"] * 4),
    (
        [("Normal", "3.2 Pipes"), ("Body Text", PROSE), ("Normal", "5.1 Pumps"), PROSE_LINE],
        ["body text"] * 4,
    ),
    # Lines of lists and of names are not headings.
    ([("Normal", "1. Relay Board"), ("Normal", "2. Jumper Wires")], ["body text"] * 2),
    ([("Body Text", "Relay Board"), ("Body Text", PROSE)], ["body text"] * 2),
    ([("Body Text", "A. Lima wrote it."), ("Body Text", PROSE)], ["body text"] * 2),
    ([("Body Text", "IV curves were measured, too."), ("Body Text", PROSE)], ["body text"] * 2),
]


@pytest.mark.parametrize(("body", "roles"), HEADINGS)
def test_headings_typed_in_any_style(body: Body, roles: list[str]) -> None:
    assert roles_of(body) == roles


LEVELS: list[tuple[Body, list[int]]] = [
    # "1." is of the third level below "I.", but "2." of the first where it goes on after "I.".
    (
        [
            ("Normal", "I. Test Rig", BOLD),
            ("Normal", "A. Pipes", BOLD),
            ("Normal", "1. Steel", BOLD),
            ("Normal", "2. Brass", BOLD),
        ],
        [1, 2, 3, 3],
    ),
    ([("Normal", "2. Test Rig", BOLD), ("Normal", "3. Pipes", BOLD)], [1, 1]),
    (
        [
            ("Normal", "II. Test Rig", BOLD),
            ("Normal", "3. Pipes", BOLD),
            ("Normal", "4. Law", BOLD),
        ],
        [1, 1, 1],
    ),
    (
        [("Normal", "TEST RIG", BOLD), ("Normal", "CORS", BOLD), ("Normal", "SUMMARY", BOLD)],
        [1, 4, 1],
    ),
]


@pytest.mark.parametrize(("body", "levels"), LEVELS)
def test_levels_of_typed_headings(body: Body, levels: list[int]) -> None:
    lines = [line for heading in body for line in (heading, PROSE_LINE)]
    read = read_document("draft.docx", draft([CITES, *lines]).file)
    assert read.word is not None
    headings = [each for each in read.word.paragraphs if each.role == "heading"]
    assert [each.level for each in headings[1:-1]] == levels


# Headings and items with automatic numbers: the style, the form of the number, italics, the words.
Listed = list[tuple[str, str, str, str]]
WORDS = ("Pipes of steel", "Pumps", "Valves of the pipes")
LISTS: list[tuple[Listed, list[str]]] = [
    (
        [
            ("Normal", "lowerLetter", "italic", "Pipes of Steel"),
            ("Normal", "", "", PROSE),
            ("Normal", "lowerLetter", "italic", "Pipes of Brass"),
            ("Normal", "", "", PROSE),
        ],
        ["heading", "body text", "heading", "body text"],
    ),
    # A number that goes on after a heading, with the text behind a line break.
    (
        [
            ("Heading 2", "decimal", "", "Bore"),
            ("Normal", "", "", PROSE),
            ("List Paragraph", "decimal", "", f"Length\n{LONG}"),
            ("List Paragraph", "decimal", "", f"Weight\n{LONG}"),
        ],
        ["heading", "body text", "heading", "heading"],
    ),
    # Items of another list ("+"), whose second number is also the next one of the headings.
    (
        [
            ("Heading 2", "decimal", "", "Bore"),
            ("Normal", "", "", PROSE),
            ("List Paragraph", "decimal+", "", f"Length\n{LONG}"),
            ("List Paragraph", "decimal+", "", f"Weight\n{LONG}"),
        ],
        ["heading", "body text", "list item", "list item"],
    ),
    ([("List Paragraph", "lowerLetter", "", words) for words in WORDS], ["list item"] * 3),
]


@pytest.mark.parametrize(("body", "roles"), LISTS)
def test_headings_in_automatic_lists(body: Listed, roles: list[str]) -> None:
    made = draft([CITES], references=0)
    for style, form, look, words in body:
        paragraph = made.add(style, (look, words) if look else words)
        if form:
            made.number(paragraph, form.rstrip("+"), "%1. " if form.endswith("+") else "%1.")
    read = read_document("draft.docx", made.file)
    assert read.word is not None
    assert [each.role for each in read.word.paragraphs[6:]] == roles


def test_only_the_head_of_a_run_in_heading_is_a_heading() -> None:
    body: Body = [
        ("Heading 3", "Selection of pipes: Take the pipes that are made of steel, and weigh them.")
    ]
    paper = read_document("draft.docx", draft(body).file).paper
    assert paper.headings[1].plain == "Selection of pipes:"
    assert paper.paragraphs[-1].passage.plain.startswith("Take the pipes")


def test_a_heading_and_its_text_in_one_paragraph(capsys: Any, tmp_path: Path) -> None:
    body: Body = [CITES, ("Body Text", "III. TEST RIG The rig has one pump. " + LONG)]
    assert [line[:44] for line in said(capsys, tmp_path, draft(body))] == [
        "HDG006 This heading and its text share a par"
    ]


HEADS = [
    "REFERENCES :-",
    "References:",
    "XI. REFERENCES",
    "15. References",
    "Referencias",
    "Bibliografia",
]


@pytest.mark.parametrize("words", HEADS)
@pytest.mark.parametrize("style", ["Heading 1", "Normal", "references"])
def test_reference_lists_by_their_heading(style: str, words: str) -> None:
    assert roles_of([CITES, (style, words), *ENTRIES], references=0)[1:] == [
        "heading",
        "reference",
        "reference",
    ]


ENTRY_LISTS: list[Body] = [
    [("List Number", "Ana Lima, Bo Costa “One Thing of the World”, Springer, 2019")] * 2,
    [("Body Text", "https://flow.example/a.pdf"), ("Body Text", "https://flow.example/b.pdf")],
    [
        ("Normal", "Lima, A. (2019). Flow in pipes. J. Flow, 3, 1–9."),
        ("Normal", "2. Reis, J. 2018."),
    ],
    [("Normal", "[1] A. Lima, Flow"), ("Normal", "and sand. Porto: Rio Press, 2019.")],
]


@pytest.mark.parametrize("entries", ENTRY_LISTS)
def test_entries_in_any_style(entries: Body) -> None:
    roles = roles_of([CITES, ("Heading 5", "References"), *entries], references=0)
    assert roles[2:] == ["reference"] * len(entries)


@pytest.mark.parametrize(
    ("style", "words"),
    [("Heading 1", "Proof of the Bound"), ("Heading 5", "Acknowledgment"), ("Heading 2", "Ice")],
)
def test_a_heading_after_the_list_ends_it(style: str, words: str) -> None:
    body: Body = [CITES, ("Heading 5", "References"), *ENTRIES, (style, words), ("Body Text", LONG)]
    assert roles_of(body, references=0)[-2:] == ["heading", "body text"]


def test_prose_about_references_is_not_an_entry() -> None:
    guidance = (
        "The journal numbers citations. Please do not write that it is so, as we have in [3]."
    )
    assert roles_of([CITES, ("Heading 5", "References"), ("Body Text", guidance), *ENTRIES], 0)[
        2:
    ] == [
        "body text",
        "reference",
        "reference",
    ]


def test_a_list_without_a_heading() -> None:
    entries: Body = [
        ("Normal", f"{name}, A. D. (2019). Flow in pipes. Journal of Flow, 3(2), 1–9.")
        for name in ("Lima", "Reis", "Silva")
    ]
    assert roles_of([CITES, *entries], references=0)[1:] == ["reference"] * 3
    assert roles_of([CITES, *entries[:2]], references=0)[1:] == ["body text"] * 2


def test_the_list_that_word_writes_in_a_table() -> None:
    made = draft([CITES], references=0)
    made.add("Heading 5", "Sources")
    field(made.add("Normal"), "BIBLIOGRAPHY", entry(1, "sand"))
    table = made.docx.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "[1]"
    field(table.rows[0].cells[1].paragraphs[0], "BIBLIOGRAPHY", entry(1, "sand"))
    read = read_document("draft.docx", made.file).paper
    assert [(each.key, each.passage.plain) for each in read.references] == [("1", entry(1, "sand"))]


def test_abstract_and_keywords_as_headings(capsys: Any, tmp_path: Path) -> None:
    made = Draft()
    made.add("paper title", "Steady Flow in Narrow Pipes")
    made.add("Author", "Ana Lima\nUniversity of Porto\nPorto, Portugal\nana@flow.example")
    made.add("Heading 1", "1. Abstract")
    made.add("Body Text", ABSTRACT)
    made.add("Heading 1", "Keywords:")
    made.add("Body Text", "flow, friction, pipes, sand, water")
    made.add("Heading 1", "Introduction")
    made.add(*CITES)
    made.references(2)
    assert {line.split()[0] for line in said(capsys, tmp_path, made)} == {"HDG005"}


def test_an_abstract_of_several_paragraphs() -> None:
    made = Draft()
    made.add("paper title", "Steady Flow in Narrow Pipes")
    made.add("Normal", "Abstract: " + ABSTRACT)
    made.add("Normal", PROSE)
    made.add("Normal", "Index terms: flow, friction, pipes")
    made.add("Heading 1", "Introduction")
    made.add("Normal", PROSE)
    read = read_document("draft.docx", made.file).paper
    assert [each.plain for each in read.abstracts[0].passages] == [ABSTRACT, PROSE]


def test_the_roles_are_explained(capsys: Any, tmp_path: Path) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(draft([("Normal", "III. Test Rig"), ("Body Text", PROSE)]).file)
    assert main(["debug", "roles", str(file)]) == 0
    shown = capsys.readouterr().out
    assert '6 HEADING (style "Normal")\n  III. Test Rig\n    heading 5: Roman number 4' in shown
    (tmp_path / "a.tex").write_text(
        "\\documentclass{IEEEtran}\n\\begin{document}\n\\end{document}\n"
    )
    assert main(["debug", "roles", str(tmp_path / "a.tex")]) == 2
