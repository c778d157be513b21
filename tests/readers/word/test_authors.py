"""Authors of Word drafts, however their lines are typed."""

from __future__ import annotations

import pytest
from docx.enum.text import WD_BREAK

from ieeelint.readers.word.author_blocks import is_name
from ieeelint.readers.word.reading import read_document
from ieeelint.starters.word import document
from tests.readers.word.authored import ABSTRACT, Draft

ANA = ["Ana Lima", "University of Porto", "ana@flow.example"]
BO = ["Bo Costa", "Rio Institute", "bo@flow.example"]


def authors_of(made: Draft) -> list[list[str]]:
    made.add("Abstract", "Abstract—" + ABSTRACT)
    made.add("Heading 1", "Introduction")
    block = read_document("draft.docx", made.file).paper.author_block
    assert block is not None
    return [
        [author.names.plain if author.names else "", *(line.plain for line in author.lines)]
        for author in block.authors
    ]


def titled() -> Draft:
    made = Draft()
    made.add("paper title", "Steady Flow in Narrow Pipes")
    return made


@pytest.mark.parametrize("separator", ["\n", "\n\n"])
def test_several_authors_in_one_paragraph(separator: str) -> None:
    made = titled()
    made.add("Author", "\n".join(ANA) + separator + "\n".join(BO))
    assert authors_of(made) == [ANA, BO]


def test_a_column_break_separates_two_authors() -> None:
    made = titled()
    paragraph = made.add("Author", "\n".join(ANA))
    paragraph.add_run().add_break(WD_BREAK.COLUMN)
    paragraph.add_run("\n".join(BO))
    assert authors_of(made) == [ANA, BO]


def test_a_paragraph_for_each_line() -> None:
    made = titled()
    for line in (*ANA, "", *BO):
        made.add("Normal", line)
    assert authors_of(made) == [ANA, BO]


def test_a_subtitle_in_the_style_of_the_authors_is_no_author() -> None:
    made = titled()
    made.add("Author", "A report on pipes")
    made.add("Author", "\n".join(ANA))
    assert authors_of(made) == [ANA]


@pytest.mark.parametrize(
    "lines",
    [
        ["Ana Lima, Bo Costa", "University of Porto", "Porto, Portugal"],
        ["Ana Lima", "Bo Costa", "{ana, bo}@flow.example", "University of Porto"],
    ],
)
def test_lines_whose_author_is_not_certain_stay_undivided(lines: list[str]) -> None:
    made = titled()
    for line in lines:
        made.add("Normal", line)
    assert authors_of(made) == []


def test_a_line_that_is_no_name_goes_on_with_the_author_before() -> None:
    made = titled()
    lines = [*ANA, "Rio Institute of Flow", "bo@flow.example"]
    made.add("Author", "\n".join(lines))
    assert authors_of(made) == [lines]


def test_authors_in_a_table() -> None:
    made = titled()
    table = made.docx.add_table(rows=1, cols=2)
    for cell, lines in zip(table.rows[0].cells, (ANA, BO)):
        cell.text = "\n".join(lines)
    assert authors_of(made) == [ANA, BO]


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("Ana Lima", True),
        ("Lima, Ana", True),
        ("Ana van der Berg", True),
        ("Ana B. C. de Lima", True),
        ("Ana", False),
        ("ana Lima", False),
        ("Ana lima", False),
        ("Ana Lima von der See Berg", False),
        ("Ana Lima 2", False),
        ("University Porto", False),
        ("Porto, Portugal, Europe", False),
        ("School Street", False),
        ("Lima, Ana Maria", False),
    ],
)
def test_a_line_that_may_be_a_name(words, is_one):
    assert is_name(words) == is_one


@pytest.mark.parametrize(
    ("address", "are_apart"),
    [
        ("ana@flow.example", True),
        ("https://flow.example", True),
        ("see www.flow.example", True),
        ("0000-0001-2345-678X", True),
        ("ORCID of Ana", True),
        ("E-mail on request", True),
        ("email on request", True),
        ("Porto in Portugal", False),
        ("Emailing is fine", False),
        ("awww.flow", False),
    ],
)
def test_an_address_ends_an_author(address, are_apart):
    lines = ("Ana Lima", "Porto", address, "Bo Costa", "Lyon", "bo@sand.example")
    sketch = f"[paper title] Flow\n[Author] {'<br/>'.join(lines)}\n[Abstract] Abstract—Water.\n"
    block = read_document("draft.docx", document(sketch)).paper.author_block
    assert len(block.authors) == (2 if are_apart else 1)
