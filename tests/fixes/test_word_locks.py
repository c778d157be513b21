"""Lock files of Word and LibreOffice: nothing is written to a document that is open."""

from __future__ import annotations

import pytest

from ieeelint.starters.word import document

SKETCH = "[Title] Pipes in Cold Rooms\n[Body Text] The colour is .25 here, and the the end.\n"
# The names that each program gives to its locks, by the length of the name of the document.
LOCKS = [
    ("pipes.docx", "~$pipes.docx", "Word"),
    ("article.docx", "~$rticle.docx", "Word"),
    ("manuscript.docx", "~$nuscript.docx", "Word"),
    ("a.docx", "~$a.docx", "Word"),
    ("管道.docx", "~$管道.docx", "Word"),
    ("two words.docm", "~$o words.docm", "Word"),
    ("pipes.docx", ".~lock.pipes.docx#", "LibreOffice"),
]
WRITERS = [
    ("check", "--isolated", "--fix-only", "--in-place"),
    ("check", "--isolated", "--add-ignores", "--in-place"),
    ("annotate", "--isolated", "--in-place"),
]


@pytest.mark.parametrize("command", WRITERS)
@pytest.mark.parametrize(("name", "lock", "program"), LOCKS)
def test_an_open_draft_is_not_written(tmp_path, run, command, name, lock, program):
    path = tmp_path / name
    path.write_bytes(document(SKETCH))
    (tmp_path / lock).write_bytes(b"")
    status, _, err = run(*command, str(path))
    assert status == 2 and f"{name}: is open in {program}; close it there first" in err
    assert lock in err  # a crash can leave it
    assert path.read_bytes() == document(SKETCH)
    (tmp_path / lock).unlink()
    assert run(*command, str(path))[0] == 0
    assert path.read_bytes() != document(SKETCH)


@pytest.mark.parametrize("lock", ["~$ber.docx", ".~lock.other.docx#", "~$", "~$.docx"])
def test_a_lock_of_another_document_does_not_count(tmp_path, run, lock):
    path = tmp_path / "pipes.docx"
    path.write_bytes(document(SKETCH))
    (tmp_path / lock).write_bytes(b"")
    assert run(*WRITERS[0], str(path))[0] == 0


@pytest.mark.parametrize("command", [command[:-1] for command in WRITERS])
def test_an_open_copy_is_not_written(tmp_path, run, command):
    path = tmp_path / "pipes.docx"
    path.write_bytes(document(SKETCH))
    (tmp_path / ".~lock.out.docx#").write_bytes(b"")
    status, _, err = run(*command, "-o", str(tmp_path / "out.docx"), str(path))
    assert status == 2 and "is open in LibreOffice" in err
    assert not (tmp_path / "out.docx").exists()
    (tmp_path / "~$pipes.docx").write_bytes(b"")  # the draft is only read
    assert run(*command, "-o", str(tmp_path / "other.docx"), str(path))[0] == 0


def test_other_commands_do_not_write_an_open_file(tmp_path, run):
    path, table = tmp_path / "pipes.docx", tmp_path / "list.docx"
    path.write_bytes(
        document(
            SKETCH + "[heading 5] References\n"
            "[references] A. Lima, “Pipes and sand,” <i>J. Flow</i>, vol. 1, pp. 3–9, Mar. 2020.\n"
        )
    )
    (tmp_path / "~$list.docx").write_bytes(b"")
    assert run("refs", "--all", "--to", "word", "-o", str(table), str(path))[0] == 2
    assert not table.exists()
    (tmp_path / "~$list.docx").unlink()
    assert run("refs", "--all", "--to", "word", "-o", str(table), str(path))[0] == 0


def test_the_lock_of_the_target_of_a_link_counts(tmp_path, run):
    (tmp_path / "far").mkdir()
    path = tmp_path / "far" / "pipes.docx"
    path.write_bytes(document(SKETCH))
    link = tmp_path / "near.docx"
    link.symlink_to(path)
    (tmp_path / "far" / "~$pipes.docx").write_bytes(b"")
    assert run(*WRITERS[0], str(link))[0] == 2
