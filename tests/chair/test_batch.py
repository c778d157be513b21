"""The batch of a chair: verdicts, tables, letters, comparisons; the same for any number of jobs."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import zipfile

import pytest

from chair.conftest import FIGURE, WRONG
from ieeelint.chair.letters import Letters
from ieeelint.chair.running import Batch, _duration
from ieeelint.chair.running import run as run_batch
from ieeelint.chair.tables import _cell
from ieeelint.settings import Settings
from ieeelint.starters.pdf_sketch import pdf_file


def test_a_row_has_what_a_chair_asks_for(chair):
    chair.add("7", title="A \\emph{Quiet} Pump\\thanks{For rain.}", text=WRONG)
    assert chair.batch() == 1
    row = chair.rows()["7"]
    assert row["title"] == "A Quiet Pump"
    assert row["authors"] == ["Ana Lima", "Bo Wu"]
    assert row["verdict"] == "fix" and row["reasons"] == [f"{row['errors']} error"]
    assert row["counts"]["FIG"] == {"warning": 1}
    assert row["errors"] + row["warnings"] + row["infos"] == sum(
        number for counts in row["counts"].values() for number in counts.values()
    )
    cells = chair.table()["7"]
    assert (cells["authors"], cells["FIG"], cells["pages"]) == ("Ana Lima; Bo Wu", "1", "")
    assert "1 paper: 0 accept, 1 fix, 0 look" in chair.text
    findings = (chair.out / "findings.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["id"] for line in findings} == {"7"}


def test_a_batch_of_good_papers_succeeds(chair):
    chair.add("1")
    assert chair.batch() == 0
    letter = chair.letter("1")
    assert 'your paper "A Quiet Pump" (number 1).' in letter
    assert "found nothing that must be fixed" in letter


@pytest.mark.parametrize(
    ("text", "verdict", "reason"),
    [
        ("", "accept", ""),
        ("mandatory = ['FIG']", "fix", "1 finding of mandatory rules"),
        ("[batch]\nfix = ['fig-reference-form']", "fix", "1 finding of fig-reference-form"),
        ("[batch]\nlook = ['FIG']", "look", "FIG001: Write"),
        ("[batch]\nmost-warnings = 2", "fix", "3 warnings"),
        ("[batch]\nmost-warnings = 3", "accept", ""),
        ("[severity]\nFIG001 = 'error'", "fix", "1 error"),
        ("[severity]\nFIG001 = 'error'\n[batch]\nmost-errors = 1", "accept", ""),
    ],
)
def test_the_settings_of_the_chair_decide(chair, text, verdict, reason):
    chair.add("1", text=FIGURE)
    assert chair.batch(*chair.settings(text)) == (verdict != "accept")
    row = chair.rows()["1"]
    assert row["verdict"] == verdict
    assert reason in "; ".join(row["reasons"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("batch = 1", '"batch" must be a table'),
        ("[batch]\nmost-error = 1", 'unknown key "most-error" in "batch"; did you mean'),
        ("[batch]\nmost-errors = -1", '"most-errors" must be a number from 0'),
        ("[batch]\nlook = 'FIG'", '"look" must be a list of rules'),
        ("[batch]\nvenue = 1", '"venue" must be a string'),
        ("[batch]\nexport = 'id'", '"export" must be a table'),
        ("[batch.export]\nname = 'x'", 'unknown key "name" in "export"'),
        ("[batch.export]\nid = ''", '"id" must be the header of a column'),
        (
            "[batch]\nlook = ['FGI']",
            'venue-settings.toml:2:10: unknown rule "FGI"; did you mean "FIG"?',
        ),
        ("mandatory = ['FGI']", 'unknown rule "FGI"; did you mean "FIG"?'),
    ],
)
def test_wrong_settings_of_the_chair_are_reported(chair, text, words):
    chair.add("1")
    assert chair.batch(*chair.settings(text)) == 2
    assert words in chair.err and not chair.out.exists()


def test_what_the_author_suppressed_is_listed(chair):
    comment = "% ieeelint: ignore[FIG001] our style"
    chair.add("1", text=FIGURE + comment)
    chair.batch()
    row = chair.rows()["1"]
    assert row["verdict"] == "accept"
    assert [finding["code"] for finding in row["suppressed"]] == ["FIG001"]
    assert chair.table()["1"]["suppressed"] == "1"
    chair.batch("--mandatory", "FIG")
    row = chair.rows()["1"]
    assert row["verdict"] == "fix" and row["suppressed"] == []
    assert "does not suppress FIG001" in chair.letter("1")


def test_local_rules_of_nobody_run(chair):
    path = chair.add("1")
    code = "open(__file__ + '.ran', 'w')"
    for folder in (path.parent, chair.folder, chair.folder.parent):
        (folder / "house.py").write_text(code, encoding="utf-8")
        (folder / "ieeelint.toml").write_text("rules = {local = ['house.py']}", encoding="utf-8")
    assert chair.batch("--config", str(chair.folder.parent / "ieeelint.toml")) == 0
    assert "the local rules do not run in a batch" in chair.err
    assert not list(chair.folder.parent.rglob("*.ran"))


def test_a_second_upload_is_compared_with_the_first(chair):
    path = chair.add("1", text=WRONG)
    chair.add("2", text=WRONG)
    chair.add("4")
    assert chair.batch() == 1
    first, chair.out = chair.out, chair.folder.parent / "second"
    text = path.read_text(encoding="utf-8")
    text = text.replace("5km", "5~km").replace("the the", "the .5 m")
    path.write_text("% a comment\n" + text, encoding="utf-8")
    path.rename(path.with_name("renamed.tex"))
    chair.add("3")
    chair.batch("--against", str(first))
    since = chair.rows()["1"]["since"]
    assert [message[-7:-1] for message in since["fixed"]] == ["TXT013", "UNT007"]
    assert [message[-7:-1] for message in since["new"]] == ["UNT005"]
    assert "FIG001" in {message[-7:-1] for message in since["remaining"]}
    assert chair.rows()["2"]["since"]["fixed"] == chair.rows()["2"]["since"]["new"] == []
    assert chair.rows()["3"]["since"] is None
    assert len(chair.rows()["4"]["since"]["remaining"]) == chair.rows()["4"]["infos"] > 0
    assert "- fixed: 2" in chair.letter("1") and "last upload" not in chair.letter("3")
    assert [chair.table()[name]["fixed"] for name in "1234"] == ["2", "0", "", "0"]


def test_a_folder_without_an_earlier_batch_is_reported(chair, tmp_path):
    chair.add("1")
    assert chair.batch("--against", str(tmp_path)) == 2
    assert "--against" in chair.err or "papers.jsonl: cannot be read" in chair.err
    (tmp_path / "papers.jsonl").write_text('{"id": "1"}\n', encoding="utf-8")
    (tmp_path / "findings.jsonl").write_text("[]\n", encoding="utf-8")
    assert chair.batch("--against", str(tmp_path)) == 2
    assert "findings.jsonl: was not written by ieeelint batch" in chair.err


def test_all_bytes_are_the_same_for_any_number_of_jobs(processes):
    chair = processes
    for number in range(5):
        chair.add(str(number), text=WRONG)
    contents = []
    for jobs in ("1", "3"):
        chair.out = chair.folder.parent / f"out{jobs}"
        chair.batch("--jobs", jobs)
        contents.append(chair.content())
    assert contents[0] == contents[1]
    assert len(contents[0]) >= 8


def test_only_changed_papers_are_checked_again(chair, monkeypatch):
    path = chair.add("1")
    chair.add("2")
    chair.batch()
    checked = []

    def results(function, tasks, *rest):
        checked.extend(paper.id for paper, _ in tasks)
        yield from enumerate(map(function, tasks))

    monkeypatch.setattr("ieeelint.workers.results", results)
    before = chair.content()
    chair.batch()
    assert checked == [] and chair.content() == before
    (path.parent / "refs.bib").write_text("", encoding="utf-8")  # a new file
    chair.batch()
    assert checked == ["1"]
    chair.batch("--stage", "camera-ready")
    assert checked == ["1", "1", "2"]
    for entry in (chair.out / ".state").iterdir():
        entry.write_bytes(b"newer")
    chair.batch()
    assert checked == ["1", "1", "2", "1", "2"] and chair.content() == before


@pytest.mark.thorough
@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_batch_that_is_killed_continues(processes):
    chair = processes
    for number in range(30):
        chair.add(str(number), text=WRONG)
    words = [sys.executable, "-m", "ieeelint", "batch", str(chair.folder), "--jobs", "1", "--out"]
    out = str(chair.out)
    process = subprocess.Popen([*words, out], stdout=subprocess.DEVNULL)
    state = chair.out / ".state"
    deadline = time.monotonic() + 60
    while not state.is_dir() or len(list(state.iterdir())) < 3:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert not (chair.out / "papers.csv").exists()
    finished = {path.name: path.stat().st_mtime_ns for path in state.iterdir()}
    finished = {name: time for name, time in finished.items() if "." not in name}
    assert 3 <= len(finished) < 30
    assert chair.batch() == 1
    later = {path.name: path.stat().st_mtime_ns for path in state.iterdir()}
    assert {name: later[name] for name in finished} == finished
    resumed, chair.out = chair.content(), chair.folder.parent / "at once"
    chair.batch()
    assert chair.content() == resumed and len(chair.rows()) == 30


def test_an_empty_or_missing_folder_is_reported(chair, run, tmp_path):
    assert chair.batch() == 2
    assert "contains no submission" in chair.err
    status, _, err = run("batch", str(tmp_path / "nowhere"))
    assert status == 2 and "nowhere: cannot be read: No such file or directory" in err


@pytest.mark.parametrize(
    "words", [["--jobs", "0"], ["--timeout", "x"], ["--memory", "-1"], ["--memory", "1.5"]]
)
def test_limits_are_numbers(chair, words):
    chair.add("1")
    assert chair.batch(*words) == 2
    assert f"{words[0]} must be a number from 1" in chair.err


def test_progress_is_silent_in_a_pipe(chair):
    chair.add("1")
    chair.batch()
    assert chair.err == ""


def test_no_output_names_a_folder_of_the_chair(chair):
    path = chair.add(
        "1", text=WRONG + "\\input{../../secret}\\includegraphics{no}\\bibliography{no}"
    )
    (path.parent / "ieeelint.toml").write_text("", encoding="utf-8")
    with zipfile.ZipFile(chair.folder / "2.zip", "w") as archive:
        archive.write(path, "deep/paper.tex")
    (chair.folder / "3.docx").write_bytes(b"x")
    chair.add("4.tex", text=WRONG)
    chair.batch()
    for name, content in chair.content().items():
        assert str(chair.folder).encode() not in content, name
        assert b"submissions/" not in content, name


def test_the_progress_has_the_time_left(chair):
    for number in range(3):
        chair.add(str(number))
    chair.batch()  # makes the output folder
    chair.add("3")
    chair.add("4")
    seen: list[tuple[int, int, str]] = []
    batch = Batch(str(chair.folder), str(chair.out), Settings(), Letters("text"))
    batch.settings.skips_results = True
    run_batch(batch, lambda *words: seen.append(words))
    assert [number for number, _, _ in seen] == [1, 2, 3, 4, 5] or [
        number for number, _, _ in seen
    ] == [4, 5]
    assert {total for _, total, _ in seen} == {5}
    assert re.fullmatch(r"\d+ s left  4", seen[-1][2])


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "1 s"), (58.2, "59 s"), (61, "2 min"), (3541, "1 h 0 min"), (9000, "2 h 31 min")],
)
def test_durations_are_in_words(seconds, words):
    assert _duration(seconds) == words


def test_a_paper_of_which_there_is_only_a_pdf_file_is_checked(chair):
    (chair.folder / "1").mkdir()
    for name in ("1/a.pdf", "2.pdf"):
        (chair.folder / name).write_bytes(pdf_file("\n"))
    chair.add("3")
    (chair.folder / "3.pdf").write_bytes(b"%PDF-1.5 print")
    chair.batch()
    rows = chair.rows()
    assert list(rows) == ["1", "2", "3"]
    for name in "12":
        assert rows[name]["verdict"] != "look" and rows[name]["pages"] == 1
        assert rows[name]["notes"] == ["only the PDF file was checked"]
        assert (chair.out / rows[name]["report"]).exists()


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@sum", "'@sum"),
        ("＝1", "'＝1"),
        ("\t=1", "'=1"),
        ("a=1", "a=1"),
        ("a\nb", "a b"),
        (7, 7),
    ],
)
def test_no_cell_is_a_formula(text, cell):
    assert _cell(text) == cell


def test_a_file_at_the_top_may_use_files_of_its_name(chair):
    cited = r"See \cite{key}.\bibliographystyle{IEEEtran}\bibliography{%s}"
    entry = "@misc{key, author = {A. Lima}, title = {Rain}, year = {2020}}"
    for name in ("1", "2"):
        (chair.folder / f"{name}.bib").write_text(entry, encoding="utf-8")
    chair.add("1.tex", text=cited % "1")
    chair.add("3.tex", text=cited % "2")
    chair.batch()
    findings = (chair.out / "findings.jsonl").read_text(encoding="utf-8").splitlines()
    missing = [json.loads(line)["id"] for line in findings if "bibliography file" in line]
    assert missing == ["3"]
