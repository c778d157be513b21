"""What a batch removes and replaces in its output folder, and what it keeps."""

from __future__ import annotations

import json
import shutil

from chair.conftest import FINE, WRONG


def test_a_full_disk_stops_with_a_message_and_no_half_file(chair, monkeypatch):
    chair.add("1", text=WRONG)
    chair.batch()
    before = chair.content()
    chair.add("2")
    monkeypatch.setattr("ieeelint.cache.Cache.put", lambda *rest: False)
    assert chair.batch() == 2
    assert "free some space on this disk, and run the same command again" in chair.err
    assert {**before, **chair.content()} == {**chair.content(), **before}
    assert set(chair.content()) - set(before) <= {"reports/2.html"}


def test_other_folders_are_not_filled(chair, tmp_path):
    chair.add("1")
    chair.out.mkdir()
    (chair.out / "thesis.tex").write_text("", encoding="utf-8")
    assert chair.batch() == 2
    assert "is not empty and was not written by ieeelint batch" in chair.err
    chair.out = chair.folder / "out"
    assert chair.batch() == 2
    assert "is among the submissions" in chair.err
    chair.out = tmp_path / "new"
    assert chair.batch("--against", str(chair.out)) == 2
    assert not chair.out.exists()


def test_letters_and_reports_of_withdrawn_papers_are_removed(chair):
    chair.add("1")
    path = chair.add("2")
    chair.batch()
    kept = chair.out / "letters" / "notes of the chair.txt"
    kept.write_text("", encoding="utf-8")
    shutil.rmtree(path.parent)
    chair.batch("--letter", "markdown")
    names = {name for name in chair.content() if "/" in name}
    assert names == {"letters/1.md", "reports/1.html", "letters/notes of the chair.txt"}


def test_what_the_chair_has_edited_is_kept(chair):
    chair.add("1", text=WRONG)
    chair.add("2")
    chair.batch()
    letter, table = chair.out / "letters" / "1.txt", chair.out / "papers.csv"
    letter.write_text("Dear Ana, see me.\n", encoding="utf-8")
    table.write_text(table.read_text(encoding="utf-8") + "my notes\n", encoding="utf-8")
    fresh = {name: data for name, data in chair.content().items() if name.startswith("letters/2")}
    for number in ("", "-2"):
        chair.batch()
        copies = f"letters/1.edited{number}.txt", f"papers.edited{number}.csv"
        assert f'and kept: "{copies[0]}", "{copies[1]}"' in chair.err
        assert (chair.out / copies[0]).read_text(encoding="utf-8") == "Dear Ana, see me.\n"
        assert "my notes" in (chair.out / copies[1]).read_text(encoding="utf-8")
        assert "Dear Ana, see me." not in letter.read_text(encoding="utf-8")
        assert "my notes" not in table.read_text(encoding="utf-8")
        letter.write_text("Dear Ana, see me.\n", encoding="utf-8")
        table.write_text("my notes\n", encoding="utf-8")
    assert fresh.items() <= chair.content().items()


def test_the_edited_letter_of_a_withdrawn_paper_is_kept(chair):
    chair.add("1")
    paths = [chair.add(name) for name in ("2", "3")]
    chair.batch()
    (chair.out / "letters" / "2.txt").write_text("Dear Bo, see me.\n", encoding="utf-8")
    for path in paths:
        shutil.rmtree(path.parent)
    chair.batch()
    names = {name for name in chair.content() if name.startswith("letters/")}
    assert names == {"letters/1.txt", "letters/2.txt"}


def test_no_letter_of_a_batch_that_stopped_counts_as_edited(chair, monkeypatch):
    path = chair.add("1")
    chair.batch()
    before = chair.letter("1")
    path.write_text(path.read_text(encoding="utf-8").replace(FINE, WRONG), encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr("ieeelint.chair.writing._write_index", _stop)
        chair.batch()
    path.write_text(path.read_text(encoding="utf-8").replace(WRONG, FINE), encoding="utf-8")
    assert chair.letter("1") != before
    chair.batch()
    assert chair.letter("1") == before
    assert chair.err == "" and not any("edited" in name for name in chair.content())


def _stop(*_words: object) -> None:
    raise KeyboardInterrupt


def test_only_names_that_a_batch_writes_are_removed(chair, tmp_path):
    chair.add("1")
    chair.batch()
    (tmp_path / "thesis.tex").write_text("", encoding="utf-8")
    row = {"id": "2", "letter": "letters/../../thesis.tex", "report": str(tmp_path / "thesis.tex")}
    with (chair.out / "papers.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")
    assert chair.batch() == 0
    assert (tmp_path / "thesis.tex").exists()


def test_partial_files_of_a_killed_batch_are_removed(chair):
    chair.add("1")
    chair.batch()
    before = chair.content()
    partial = ["papers.csv.12.tmp", "letters/1.txt.12.tmp", "reports/1.html.12.tmp", ".state/ab.12"]
    kept = ["notes.12", "letters/notes.tmp"]
    for name in (*partial, *kept):
        (chair.out / name).write_text("", encoding="utf-8")
    chair.batch()
    assert chair.content() == {**before, **dict.fromkeys(kept, b"")}
    assert not (chair.out / ".state/ab.12").exists()
