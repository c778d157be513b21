"""A folder of submissions in which nearly all is wrong: each paper gets its verdict or a reason."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from multiprocessing import get_context
from pathlib import Path

import pytest

from chair.conftest import FINE, WRONG
from chair.poison import with_poison
from ieeelint import workers
from ieeelint.chair.letters import Letters
from ieeelint.chair.running import Batch, run
from ieeelint.settings import Settings
from ieeelint.starters.project import word_files

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such names or links")
HOSTILE = '=cmd()|"x"\n\u202e<img src=x onerror=alert(1)>\x1b[2J'
NOBODY = 65534  # the number of a user who owns no files
BOMB = 200_000_000  # bytes of a file in a small archive


def acting(text: str) -> list[str]:
    """The characters of a text that are not printed."""
    return [sign for sign in text if not sign.isprintable() and sign != "\n"]


def bomb(path: Path) -> None:
    """A Word file of which one part is huge when it is extracted."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for content in word_files("paper", "conference", "letter").values():
            with zipfile.ZipFile(io.BytesIO(content)) as draft:
                for part in set(draft.namelist()) - {"word/document.xml"}:
                    archive.writestr(part, draft.read(part))
        with archive.open("word/document.xml", "w") as part:
            for _ in range(BOMB // 1_000_000):
                part.write(b" " * 1_000_000)


def encrypted(path: Path) -> None:
    """What Word writes for a file with a password: no zip archive but an OLE file."""
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000)


def huge(path: Path) -> None:
    """A file that has 200 MB, but needs no space."""
    with path.open("wb") as file:
        file.write(b"\\documentclass{IEEEtran}\n")
        file.truncate(200_000_000)


def test_every_paper_has_a_verdict_or_a_reason(processes):
    chair = processes
    chair.add("1")
    chair.add("2", text=WRONG)
    (chair.add("3").parent / "ieeelint.toml").write_text("ignore = [", encoding="utf-8")
    chair.add("4", text="% ieeelint: file-ignore[ALL] we know better\n" + WRONG)
    bomb(chair.folder / "5.docx")
    (chair.folder / "7.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (chair.folder / "8").mkdir()
    (chair.folder / "8" / "paper.pdf").write_bytes(b"%PDF-1.5")
    (chair.add("9").parent / "other.tex").write_text(PAPER_OF_TWO, encoding="utf-8")
    (chair.folder / "10").mkdir()
    encrypted(chair.folder / "11.docx")
    (chair.folder / "12").mkdir()
    huge(chair.folder / "12" / "paper.tex")
    (chair.folder / "13.pdf").write_bytes(b"%PDF-1.5")
    with zipfile.ZipFile(chair.folder / "14.zip", "w") as archive:
        archive.write(chair.add("15").parent / "paper.tex", "source/paper.tex")
    (chair.folder / "16.zip").write_bytes(b"PK\x03\x04")
    (chair.folder / "notes.csv").write_text("x", encoding="utf-8")
    assert chair.batch("--jobs", "2") == 1
    rows = chair.rows()
    numbers = ["1", "2", "3", "4", "5", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16"]
    assert list(rows) == numbers
    assert {name: row["verdict"] for name, row in rows.items()} == {
        "1": "accept",
        "2": "fix",
        **dict.fromkeys(["3", "14", "15"], "accept"),
        **dict.fromkeys(["4", "5", "7", "8", "9", "10", "11", "12", "13", "16"], "look"),
    }
    expected = {
        "4": "the author suppressed what must be fixed",
        "5": "unpacks to 200,000,000 bytes",
        "7": "is a Word 97–2003 file",
        "8": "paper.pdf is damaged",
        "9": "contains 2 drafts, not one: other.tex, paper.tex",
        "10": "is empty",
        "11": "password",
        "12": "200 MB",
        "13": "13.pdf is damaged",
        "16": "damaged",
    }
    for name, words in expected.items():
        assert words in "; ".join(rows[name]["reasons"]), name
        assert words.split(";")[0] in chair.table()[name]["reasons"]
    assert 'not papers: "notes.csv"' in chair.err
    assert "ieeelint.toml" in rows["3"]["notes"][0]


def test_a_folder_that_is_nested_too_deep_costs_only_its_paper(chair):
    deep = chair.folder / "1" / Path(*"d" * 60)
    chair.add("1")
    deep.mkdir(parents=True)
    chair.add("2")
    (chair.folder / "2" / Path(*"d" * 40)).mkdir(parents=True)
    chair.batch()
    rows = chair.rows()
    assert rows["1"]["reasons"] == ["has folders that are nested more than 50 deep"]
    assert rows["2"]["verdict"] == "accept"


PAPER_OF_TWO = "\\documentclass{IEEEtran}\\begin{document}\\title{B}\\end{document}\n"


@POSIX
def test_nothing_outside_of_the_papers_folder_is_read(chair, tmp_path):
    secret = "The answer is forty-two and and secret."
    (tmp_path / "secret.tex").write_text(secret, encoding="utf-8")
    (tmp_path / "root.tex").write_text(PAPER_OF_TWO.replace("B", "Secret"), encoding="utf-8")
    other = chair.add("1", title="Another Secret")
    chair.add("2", text="\\input{../1/paper}\\input{../../secret}" + FINE)
    linked = chair.add("3", text="\\input{linked}")
    (linked.parent / "linked.tex").symlink_to(tmp_path / "secret.tex")
    (chair.folder / "4").mkdir()
    (chair.folder / "4" / "paper.tex").symlink_to(other)
    (chair.folder / "5.tex").symlink_to(tmp_path / "root.tex")
    (chair.folder / "6").symlink_to(tmp_path)
    (chair.folder / "7.tex").symlink_to(tmp_path / "missing.tex")
    chair.add("8.tex", text="\\input{9}" + FINE)
    chair.add("9.tex", title="Nineth Secret", text="The the other paper.")
    assert chair.batch() == 1
    rows = chair.rows()
    assert len(rows) == 9
    for name in "2345678":
        assert rows[name]["verdict"] != "accept"
        text = chair.letter(name) + str(rows[name])
        assert "forty-two" not in text and "Secret" not in text, name
    assert "outside the folder" in rows["4"]["reasons"][0]
    assert "outside of the submissions" in rows["5"]["reasons"][0]
    assert "outside of the submissions" in rows["6"]["reasons"][0]
    assert "does not exist" in rows["7"]["reasons"][0]
    assert "TXT013" not in str(rows["8"]) + chair.letter("8")  # "The the" of paper 9


@pytest.mark.thorough
def test_hanging_dying_failing_and_greedy_papers_cost_only_themselves(processes):
    chair = processes
    for number, title in enumerate(["hangs", "eats", "dies", "fails", "is poison", "is fine"]):
        chair.add(str(number), title=f"This {title}")
    batch = Batch(
        str(chair.folder), str(chair.out), Settings(select=["TXT", "SRC"]), Letters("text")
    )
    batch.jobs, batch.seconds, batch.memory = 2, 6.0, 700_000_000
    batch.executor = lambda function, *rest: workers.results(with_poison, *rest)
    summary = run(batch)
    assert summary.verdicts == {"accept": 1, "fix": 1, "look": 4}
    rows = chair.rows()
    assert rows["0"]["reasons"] == ["took more than 6 s, so its check was given up"]
    assert "MemoryError" in rows["1"]["reasons"][0]
    assert "ended the process" in rows["2"]["reasons"][0]
    assert "ValueError: poison" in rows["3"]["reasons"][0] and rows["3"]["errors"] == 0
    assert "poison" in chair.letter("4") and rows["4"]["verdict"] == "fix"
    assert rows["5"]["verdict"] == "accept"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse some of these names")
def test_names_and_titles_cannot_act_anywhere(chair):
    chair.add(HOSTILE, title="=1+1 <script>alert(1)</script> *bold* `x` \\& [a](javascript:b)")
    (chair.folder / "-2+3.docx").write_bytes(b"x")
    (chair.folder / "con.docx").write_bytes(b"x")
    chair.add("a")
    chair.add("A")
    (chair.folder / os.fsdecode(b"caf\xe9.docx")).write_bytes(b"x")
    assert chair.batch("--letter", "markdown") == 1
    assert len(chair.rows()) == 6 and HOSTILE in chair.rows()
    text = (chair.out / "papers.csv").read_text(encoding="utf-8-sig")
    assert acting(text) == []
    table = chair.table()
    assert len(table) == 6
    for row in table.values():
        assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
    files = [path.name for path in (chair.out / "letters").iterdir()]
    assert len({name.lower() for name in files}) == 6
    assert "con.md" not in files
    assert all(name.isascii() and name.isprintable() and " " not in name for name in files)
    letter = chair.letter(HOSTILE)
    assert "<script" not in letter and "<img" not in letter and "[a]" not in letter
    assert not [
        sign for sign in letter + chair.text + chair.err if not sign.isprintable() and sign != "\n"
    ]


@POSIX
def test_a_user_who_may_not_read_a_paper_gets_a_reason(chair):
    for name in ("1", "2", "3"):
        chair.add(name)
    chair.batch()  # imports all modules: the other user may not read them either
    (chair.folder / "1" / "paper.tex").chmod(0)
    (chair.folder / "2").chmod(0)
    process = get_context("fork").Process(target=batch_as_nobody, args=(chair.folder, chair.out))
    process.start()
    process.join(60)
    (chair.folder / "2").chmod(0o700)
    assert process.exitcode == 7
    table = chair.table()
    assert table["1"]["reasons"] == "paper.tex cannot be read: Permission denied"
    assert table["2"]["reasons"] == "cannot be read: Permission denied"
    assert table["3"]["verdict"] == "accept"


def batch_as_nobody(folder: Path, out: Path) -> None:
    """Run a batch in this process as a user without rights, and exit with its status."""
    if os.geteuid() == 0:
        for path in (out, *out.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
        for path in (folder, *folder.parents[:4]):  # one more in a process of pytest-xdist
            path.chmod(path.stat().st_mode | 0o755)
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    batch = Batch(str(folder), str(out), Settings(), Letters("text"))
    os._exit(7 if run(batch).verdicts["look"] == 2 else 3)
