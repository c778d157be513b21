"""The letters of a batch: what they say, and the template of the chair."""

from __future__ import annotations

import pytest

from chair.conftest import FIGURE, WRONG
from ieeelint.starters.word import document


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_letter_names_first_what_must_be_fixed(chair, form):
    chair.add("1", text=WRONG)
    chair.batch("--letter", form, "--mandatory", "UNT007")
    letter = chair.letter("1")
    must, _, should = letter.partition("uggest")
    assert "UNT007" in must and "FIG001" not in must
    assert "FIG001" in should and "UNT007" not in should.partition("Each code")[0]
    assert "paper.tex:12:39" in must
    if form == "text":
        assert all(len(line) < 80 for line in letter.splitlines() if "Each code" not in line)


def test_other_places_are_named_without_their_file(chair):
    (chair.folder / "1.docx").write_bytes(
        document(
            "[paper title] A Quiet Pump\n[Author] Ana Lima<br/>Porto, Portugal\n"
            "[Abstract] <i>Abstract</i>—A pump.\n[heading 1] Introduction\n"
            + "[Body Text] The the pump.\n"
            * 9
        )
    )
    chair.batch("--mandatory", "TXT013")
    must = " ".join(chair.letter("1").partition("suggest")[0].split())
    assert "1. 1.docx: I, " in must and must.count("1.docx") == 1
    assert must.count("; I, ") == 5 and "; and 2 more" in must


def test_the_chairs_own_template_is_used(chair):
    chair.add("1", title="Pumps \\& Rain", text=WRONG)
    template = chair.folder.parent / "mine.html"
    template.write_text("<p>{{ title }}: {{ must|length }}</p>", encoding="utf-8")
    chair.batch("--letter", str(template))
    assert chair.rows()["1"]["letter"] == "letters/1.html"
    assert chair.letter("1").startswith("<p>Pumps &amp; Rain: ")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{% if %}", "mine.txt:1: "),
        ("\n{{ nobody }}", "mine.txt: the letter of 1 failed: 'nobody' is undefined"),
        ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "mine.txt: the letter of 1 failed"),
        (None, "mine.txt: cannot be read: No such file or directory; choose one of text, markdown"),
    ],
)
def test_a_wrong_template_is_reported(chair, text, words):
    chair.add("1")
    template = chair.folder.parent / "mine.txt"
    if text is not None:
        template.write_text(text, encoding="utf-8")
    assert chair.batch("--letter", str(template)) == 2
    assert words in chair.err
    assert not (chair.out / "papers.csv").exists()


def test_authors_do_not_read_about_the_machine_of_the_chair(chair, monkeypatch):
    chair.add("1")

    def fails(*rest):
        raise ZeroDivisionError("ouch")

    monkeypatch.setattr("ieeelint.chair.assessing.read", fails)
    chair.batch()
    assert "ouch" in chair.table()["1"]["reasons"] and chair.rows()["1"]["verdict"] == "look"
    letter = chair.letter("1")
    assert "ouch" not in letter and "bug" not in letter
    assert "could not read all of this upload" in letter
    monkeypatch.undo()
    chair.batch()
    assert chair.rows()["1"]["verdict"] == "accept"


def test_a_letter_names_what_the_author_suppressed(chair):
    chair.add("1", text=WRONG + "% ieeelint: ignore[TEX007] later")
    chair.batch("--letter", "markdown")
    assert chair.rows()["1"]["verdict"] == "look"
    assert "## Suppressed remarks" in chair.letter("1") and "TEX007" in chair.letter("1")


@pytest.mark.parametrize(
    ("text", "must"),
    [
        ("[batch]\nmost-warnings = 2", ["EQN010", "FIG001", "TXT013"]),
        ("[batch]\nfix = ['TXT']", ["TXT013"]),
        ("[severity]\nFIG001 = 'error'\n[batch]\nmost-errors = 1", []),
        ("", []),
    ],
)
def test_a_letter_agrees_with_the_verdict(chair, text, must):
    chair.add("1", text=FIGURE)
    chair.batch(*chair.settings(text))
    letter = chair.letter("1").partition("Each code")[0]
    required, _, suggested = letter.partition("uggest")
    for code in ("EQN010", "FIG001", "TXT013"):
        assert (code in required) == (code in must)
        assert (code in suggested) == (code not in must)
    assert ("nothing that must be fixed" in letter) == (not must)
