"""The copies of Word drafts that commands write: replaced only while they are as written."""

from __future__ import annotations

import zipfile

import pytest

from ieeelint.starters.word import document

SKETCH = "[Title] Pipes in Cold Rooms\n[Body Text] The colour is .25 here, and the the end.\n"


@pytest.fixture
def word(tmp_path):
    path = tmp_path / "draft.docx"
    path.write_bytes(document(SKETCH))
    return path


@pytest.mark.parametrize("option", ["--fix", "--add-ignores"])
def test_the_copy_does_not_replace_the_draft(word, run, option):
    before = word.read_bytes()
    status, _, err = run("check", "--isolated", option, "--output", str(word), str(word))
    assert status == 2 and "must not replace the draft" in err
    assert word.read_bytes() == before


COPIES = [
    (("check", "--isolated", "--fix-only"), "draft.fixed.docx"),
    (("check", "--isolated", "--add-ignores"), "draft.suppressed.docx"),
    (("annotate", "--isolated"), "draft.reviewed.docx"),
]


@pytest.mark.parametrize(("command", "name"), COPIES)
def test_a_copy_is_replaced_only_while_it_is_as_written(word, tmp_path, run, command, name):
    copy = tmp_path / name
    assert run(*command, str(word))[0] == 0
    first = copy.read_bytes()
    assert run(*command, str(word))[0] == 0  # again: nothing of an author is in it
    with zipfile.ZipFile(copy, "a") as archive:  # as after saving it in Word
        archive.comment = b""
    changed = copy.read_bytes()
    assert changed != first
    numbered = tmp_path / name.replace(".docx", "-2.docx")
    for _ in range(2):  # the second run replaces the numbered copy, which is as written
        status, _, err = run(*command, str(word))
        assert status == 0 and f"{copy}: was changed after ieeelint wrote it, and is kept" in err
        assert copy.read_bytes() == changed
        assert numbered.read_bytes() == first
    assert sorted(tmp_path.glob("*.docx")) == sorted([word, copy, numbered])
    assert run(*command, "--force", str(word))[0] == 0
    assert copy.read_bytes() == first
    other = tmp_path / "other.docx"
    assert run(*command, "--output", str(other), str(word))[0] == 0 and other.exists()


@pytest.mark.parametrize(("command", "name"), COPIES)
def test_a_copy_is_not_written_to_a_file_of_another_kind(word, tmp_path, run, command, name):
    other = tmp_path / name.replace(".docx", ".pdf")
    status, _, err = run(*command, "-o", str(other), str(word))
    assert status == 2 and "end it in .docx" in err and not other.exists()


@pytest.mark.parametrize(("command", "name"), COPIES)
def test_a_named_file_that_was_changed_is_replaced_only_with_force(
    word, tmp_path, run, command, name
):
    other = tmp_path / "other.docx"
    other.write_bytes(word.read_bytes())
    status, _, err = run(*command, "-o", str(other), str(word))
    assert status == 2 and "or replace it with --force" in err
    assert other.read_bytes() == word.read_bytes()
    assert run(*command, "--force", "-o", str(other), str(word))[0] == 0
    assert other.read_bytes() != word.read_bytes()


@pytest.mark.parametrize("ending", [".docm", ".dotx", ".DOCX"])
@pytest.mark.parametrize(("command", "name"), COPIES)
def test_every_kind_of_word_file_gets_a_copy_that_keeps_its_kind(
    word, tmp_path, run, command, name, ending
):
    draft, copy = tmp_path / f"pipes{ending}", tmp_path / f"pipes{name[5:-5]}{ending}"
    word.rename(draft)
    assert run(*command, str(draft))[0] == 0 and copy.exists()
    with zipfile.ZipFile(copy, "a") as archive:
        archive.comment = b"changed"
    changed = copy.read_bytes()
    assert run(*command, str(draft))[0] == 0 and copy.read_bytes() == changed


def test_annotate_explains_files_that_it_cannot_comment(word, tmp_path, run):
    old = tmp_path / "old.doc"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    status, _, err = run("annotate", "--isolated", str(old))
    assert status == 2 and "save it in Word as .docx" in err
    status, _, err = run("annotate", "--isolated", str(tmp_path / "draft.odt"))
    assert status == 2 and "save it as .docx" in err
    (tmp_path / "draft.odt").write_bytes(b"PK")
    status, out, _ = run("check", "--isolated", str(tmp_path / "draft.odt"))
    assert status == 2 and "save it as .docx" in out
    status, _, err = run("annotate", "--isolated", "--in-place", "-o", "a.docx", str(word))
    assert status == 2 and "cannot be combined" in err


def test_the_copy_of_a_copy_has_the_next_number(word, tmp_path, run):
    assert run("annotate", "--isolated", str(word))[0] == 0
    for number in (2, 3):
        before = set(tmp_path.glob("*.docx"))
        newest = max(before, key=lambda path: (len(path.name), path.name))
        assert run("annotate", "--isolated", str(newest))[0] == 0
        assert {path.name for path in set(tmp_path.glob("*.docx")) - before} == {
            f"draft.reviewed-{number}.docx"
        }
    _, out, _ = run("check", "--isolated", "--output-format", "concise", str(tmp_path))
    assert "draft.docx" in out and "reviewed" not in out


def test_a_folder_is_checked_without_the_copies(word, tmp_path, run):
    run("check", "--isolated", "--fix-only", str(word))
    _, out, err = run("check", "--isolated", "--output-format", "concise", str(tmp_path))
    assert "draft.docx" in out and "draft.fixed.docx" not in out
    assert "draft.fixed.docx" in err and "not checked" in err
    word.rename(tmp_path / "old.docx")  # without its draft, it is a separate draft
    _, out, _ = run("check", "--isolated", "--output-format", "concise", str(tmp_path))
    assert "draft.fixed.docx" in out


def test_a_named_copy_with_other_work_is_not_replaced(word, run, tmp_path):
    other = tmp_path / "other.docx"
    other.write_bytes(document("[Body Text] Another paper.\n"))
    before = other.read_bytes()
    status, _, err = run("annotate", "--isolated", "--output", str(other), str(word))
    assert status == 2 and "another draft" in err and other.read_bytes() == before
    other.write_bytes(b"")  # as mktemp makes it
    assert run("annotate", "--isolated", "--output", str(other), str(word))[0] == 0


def test_a_copy_that_the_author_fixed_in_place_is_not_replaced(word, run, tmp_path):
    assert run("check", "--isolated", "--fix-only", str(word))[0] == 0
    copy = tmp_path / "draft.fixed.docx"
    copy.write_bytes(document(SKETCH + "[Body Text] My colour of it.\n"))  # edited in Word
    assert run("check", "--isolated", "--fix-only", "--in-place", str(copy))[0] == 0
    before = copy.read_bytes()
    status, _, err = run("check", "--isolated", "--fix-only", str(word))
    assert status == 0 and "was changed after ieeelint wrote it" in err
    assert (tmp_path / "draft.fixed-2.docx").exists()
    assert copy.read_bytes() == before


def test_a_change_that_keeps_the_comment_of_the_archive_is_noticed(word, run, tmp_path):
    assert run("check", "--isolated", "--fix-only", str(word))[0] == 0
    copy = tmp_path / "draft.fixed.docx"
    with zipfile.ZipFile(copy, "a") as archive:
        archive.writestr("word/more.xml", "<a/>")
    assert b"written by ieeelint" in copy.read_bytes()
    changed = copy.read_bytes()
    assert run("check", "--isolated", "--fix-only", str(word))[0] == 0
    assert copy.read_bytes() == changed and (tmp_path / "draft.fixed-2.docx").exists()
