"""``--add-ignores`` for a Word draft: the comments in the copy suppress its findings."""

from __future__ import annotations

import re

import docx
import pytest
from docx import Document

from ieeelint.readers import read
from ieeelint.starters.word import document

SKETCH = """[Title] Pipes in Cold Rooms
[Heading 1] Introduction
[Body Text] It is .25 here.<note>It is .75 there.</note>
"""
ONLY = ("--isolated", "--select", "UNT005,TXT013,SRC,WRD005", "--output-format", "concise")


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "draft.docx"
    document_ = docx.Document()
    document_.add_paragraph("Pipes in Cold Rooms")
    document_.add_heading("Introduction", 1)
    document_.add_paragraph("The ratio is .25, and the the end is near.")
    run = document_.add_paragraph("It is ").add_run(".5 there.")
    document_.add_comment(run, text="Why?", author="A reader", initials="R")
    document_.save(path)
    return path


def comments(path) -> list[tuple[str, str]]:
    return [(comment.author, comment.text) for comment in docx.Document(str(path)).comments]


def test_a_check_of_the_copy_has_no_findings(path, tmp_path, run):
    before = path.read_bytes()
    _, out, _ = run("check", "--no-group", *ONLY, str(path))
    assert len(re.findall("UNT005|TXT013", out)) == 3
    status, _, err = run("check", *ONLY, "--add-ignores", str(path))
    copy = tmp_path / "draft.suppressed.docx"
    assert status == 0 and f"{copy}: 2 comments added" in err
    assert path.read_bytes() == before
    assert [text for author, text in comments(copy) if author == "ieeelint"] == [
        "ieeelint: ignore[TXT013, UNT005] TODO: say why",
        "ieeelint: ignore[UNT005, WRD005] TODO: say why",
    ]
    assert ("A reader", "Why?") in comments(copy)
    status, out, _ = run("check", *ONLY, str(copy))
    assert status == 0 and out.strip() == "", out


@pytest.mark.thorough
def test_all_findings_of_the_starter_are_suppressed(tmp_path, run):
    """All rules run on the Word starter of the program, with a paragraph that has two mistakes."""
    run("init", "--kind", "conference", "--format", "word", str(tmp_path))
    path = next(tmp_path.glob("*.docx"))
    starter = Document(str(path))
    paragraph = next(one for one in starter.paragraphs if one.style.name == "Body Text")
    paragraph.insert_paragraph_before("The ratio is .25 in the the pipe.", paragraph.style)
    starter.save(str(path))
    _, out, _ = run("check", "--isolated", "--output-format", "concise", str(path))
    assert out.strip()
    run("check", "--isolated", "--add-ignores", "-o", str(tmp_path / "b.docx"), str(path))
    status, out, _ = run(
        "check", "--isolated", "--output-format", "concise", str(tmp_path / "b.docx")
    )
    assert status == 0 and "SRC" not in out, out
    draft, copy = (read(str(file)).paper.root.text for file in (path, tmp_path / "b.docx"))
    assert copy == draft


def test_a_second_run_in_place_adds_no_comment(path, tmp_path, run):
    run("check", *ONLY, "--add-ignores", "--in-place", str(path))
    once = path.read_bytes()
    assert len(comments(path)) == 3
    assert not (tmp_path / "draft.suppressed.docx").exists()
    status, _, err = run("check", *ONLY, "--add-ignores", "--in-place", str(path))
    assert status == 0 and "added" not in err
    assert path.read_bytes() == once


def test_it_does_not_write_a_file_that_is_open_in_word(path, tmp_path, run):
    (tmp_path / "~$aft.suppressed.docx").write_bytes(b"")
    status, _, err = run("check", *ONLY, "--add-ignores", str(path))
    assert status == 2 and "close it there first" in err


def test_output_requires_exactly_one_draft(path, run):
    status, _, err = run("check", "--add-ignores", "-o", "a.docx", str(path), str(path))
    assert status == 2 and "--output requires exactly one draft" in err


def test_findings_in_a_footnote_remain(tmp_path, run):
    path = tmp_path / "draft.docx"
    path.write_bytes(document(SKETCH))
    status, _, err = run("check", *ONLY, "--add-ignores", "--in-place", str(path))
    assert status == 0 and "1 comment added" in err and "1 finding cannot be" in err
    _, out, _ = run("check", *ONLY, str(path))
    assert len(out.splitlines()) == 1 and 'UNT005 Write "0.75"' in out
