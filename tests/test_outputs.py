"""Files that commands write: never an input, never a device replaced, never an author's work."""

from __future__ import annotations

import ast
import os
import threading
from pathlib import Path

import pytest

from ieeelint.starters.word import document

TEX = """\\documentclass[conference]{IEEEtran}
\\begin{document}
The colour of it, see \\cite{lima}.
\\begin{thebibliography}{1}
\\bibitem{lima} A. Lima, ``Pipes and sand,'' \\emph{J. Flow}, vol. 1, no. 2, pp. 3--9, Mar. 2020.
\\end{thebibliography}
\\end{document}
"""


@pytest.fixture
def tex(tmp_path):
    path = tmp_path / "paper.tex"
    path.write_text(TEX)
    return path


@pytest.mark.parametrize("name", ["paper.tex", "./paper.tex", "hard.tex", "soft.tex"])
@pytest.mark.parametrize(
    "command",
    [
        ("refs", "-o"),
        ("check", "--isolated", "--output-file"),
        ("check", "--isolated", "--write-baseline"),
    ],
)
def test_no_command_overwrites_its_input(tex, tmp_path, run, monkeypatch, command, name):
    monkeypatch.chdir(tmp_path)
    os.link(tex, tmp_path / "hard.tex")
    os.symlink(tex, tmp_path / "soft.tex")
    status, _, err = run(*command, name, "paper.tex")
    assert status == 2 and "input of this command" in err
    assert tex.read_text() == TEX


def test_refs_does_not_overwrite_the_database_of_the_draft(tmp_path, run):
    root, database = tmp_path / "p.tex", tmp_path / "refs.bib"
    root.write_text(TEX[: TEX.index("\\begin{thebib")] + "\\bibliography{refs}\n\\end{document}\n")
    database.write_text("@misc{lima, author={A. Lima}, title={Pipes}, year=2020}\n")
    before = database.read_bytes()
    status, _, _ = run("refs", "--to", "bibtex", "-o", str(database), str(root))
    assert status == 2 and database.read_bytes() == before


def test_a_pipe_is_written_and_stays_a_pipe(tex, tmp_path, run):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    status, _, _ = run("refs", "-o", str(pipe), str(tex))
    reader.join(timeout=20)
    assert status == 0 and b"Pipes and sand" in read[0] and pipe.is_fifo()


def test_pin_does_not_overwrite_a_file_that_is_not_a_lock(tex, tmp_path, run):
    (tmp_path / "r.csv").write_text("model,acc\na,0.5\n")
    (tmp_path / "t.toml").write_text(
        '[table]\nname = "t"\ncaption = "T"\nfiles = ["r.csv"]\nrows = "model"\nmetrics = ["acc"]\n'
    )
    status, _, err = run("pin", "--lock", str(tex), str(tmp_path / "t.toml"))
    assert status == 2 and tex.read_text() == TEX, err


def test_fixes_are_made_only_if_every_output_may_be_written(tex, run, tmp_path):
    (tmp_path / "part.tex").write_text("The colour of it.\n")
    tex.write_text(TEX.replace("The colour", "\\input{part} The colour"))
    before = tex.read_text()
    picture = tmp_path / "sand.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    tex.write_text(before.replace("see", "\\includegraphics{sand} see"))
    before = tex.read_text()
    for name in ("part.tex", "sand.png"):
        output = str(tmp_path / name)
        status, _, err = run("check", "--isolated", "--fix", "--output-file", output, str(tex))
        assert status == 2 and "is an input of this command" in err
    assert (
        tex.read_text() == before and (tmp_path / "part.tex").read_text() == "The colour of it.\n"
    )
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_two_outputs_of_a_command_are_different_files(tex, run, tmp_path):
    words = ("--output-file", "a.json", "--write-baseline", "./a.json")
    status, _, err = run("check", "--isolated", *words, str(tex))
    assert status == 2 and "would be written twice" in err


def test_the_settings_and_the_local_rules_are_inputs(tex, run, tmp_path):
    (tmp_path / "house.py").write_text("RULES = ()\n")
    (tmp_path / "ieeelint.toml").write_text('[rules]\nlocal = ["house.py"]\n')
    for name in ("house.py", "ieeelint.toml"):
        before = (tmp_path / name).read_bytes()
        status, _, err = run("check", "--output-file", str(tmp_path / name), str(tex))
        assert status == 2 and "is an input of this command" in err
        assert (tmp_path / name).read_bytes() == before


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("known.json", ("--baseline", "known.json")),
        ("results.lock", ()),
        ("own.toml", ("--config", "own.toml")),
    ],
)
def test_other_files_that_a_check_reads_are_inputs(results, tex, run, monkeypatch, name, words):
    monkeypatch.chdir(results)
    run("check", "--isolated", "--write-baseline", "known.json", str(tex))
    run("pin", "speed.toml")
    (results / "own.toml").write_text('stage = "review"\n')
    before = (results / name).read_bytes()
    status, _, err = run("check", *words, "--output-file", name, str(tex))
    assert status == 2 and "is an input of this command" in err
    assert (results / name).read_bytes() == before


def test_two_outputs_may_be_the_same_device(tex, run):
    words = ("--output-file", os.devnull, "--write-baseline", os.devnull)
    assert run("check", "--isolated", *words, str(tex))[0] == 0


def test_an_empty_file_may_become_a_lock_file(results, run):
    lock = results / "numbers"
    lock.write_bytes(b"")
    assert run("pin", "--lock", str(lock), str(results / "speed.toml"))[0] == 0
    assert b"ieeelint-lock" in lock.read_bytes()


def test_report_does_not_fill_a_draft_that_is_open_in_word(results, run):
    (results / "cost.toml").write_text(TABLE)
    draft = results / "draft.docx"
    draft.write_bytes(document("[Body Text] [[ieeelint:tab:cost]]\n"))
    before = draft.read_bytes()
    (results / "~$aft.docx").write_bytes(b"")
    words = ("report", "--in-place", "--into", str(draft), str(results / "cost.toml"))
    status, _, err = run(*words)
    assert status == 2 and "close it there first" in err and draft.read_bytes() == before


@pytest.mark.parametrize("name", ["other.tex", "other.docx"])
def test_another_draft_is_not_overwritten_by_a_report(tex, run, tmp_path, name):
    other = tmp_path / name
    other.write_bytes(tex.read_bytes() if name.endswith("tex") else document("[Title] Pipes\n"))
    before = other.read_bytes()
    for words in (
        ("check", "--isolated", "--output-file", str(other), str(tex)),
        ("refs", "-o", str(other), str(tex)),
    ):
        status, _, err = run(*words)
        assert status == 2 and ("is a draft and is not" in err or "another draft" in err)
    assert other.read_bytes() == before


def test_a_list_for_word_is_replaced_while_it_is_as_written(tex, run, tmp_path):
    target = tmp_path / "list.docx"
    for _ in range(2):
        assert run("refs", "--to", "word", "-o", str(target), str(tex))[0] == 0
    target.write_bytes(document("[references] My own words.\n"))
    status, _, err = run("refs", "--to", "word", "-o", str(target), str(tex))
    assert status == 2 and "was changed after ieeelint wrote it" in err


NUMBER = '[source]\nfiles = ["r.csv"]\n[[number]]\nkey = "speed"\nmetric = "speed"\nstat = "only"\n'
TABLE = """[source]
files = ["r.csv"]
[table]
label = "tab:cost"
title = "Cost"
rows = { key = "pipe", header = "Pipe" }
[[column]]
header = "Speed"
metric = "speed"
digits = "places:1"
"""


@pytest.fixture
def results(tmp_path):
    (tmp_path / "r.csv").write_text("pipe,metric,value\na,speed,2.5\n")
    (tmp_path / "speed.toml").write_text(NUMBER)
    return tmp_path


@pytest.mark.parametrize(
    "name", ["r.csv", "speed.toml", "hard.lock", "notes.md", "poetry.lock", "runs.json"]
)
def test_pin_overwrites_only_lock_files(results, run, name):
    os.link(results / "r.csv", results / "hard.lock")
    (results / "notes.md").write_text("My notes of today.\n")
    (results / "poetry.lock").write_text('[[package]]\nname = "sand"\n')
    (results / "runs.json").write_text('{"speed": [1, 2]}\n')
    before = (results / name).read_bytes()
    status, _, err = run("pin", "--lock", str(results / name), str(results / "speed.toml"))
    assert status == 2 and "is not overwritten" in err
    assert (results / name).read_bytes() == before


def test_a_baseline_replaces_only_a_baseline(tex, run, tmp_path):
    known, notes = tmp_path / "known.json", tmp_path / "notes.json"
    notes.write_text('{"my": "notes"}\n')
    for _ in range(2):
        assert run("check", "--isolated", "--write-baseline", str(known), str(tex))[0] == 0
    status, _, err = run("check", "--isolated", "--write-baseline", str(notes), str(tex))
    assert status == 2 and "is not a baseline and is not overwritten" in err
    assert notes.read_text() == '{"my": "notes"}\n'


def test_report_overwrites_no_draft_and_no_input(results, run):
    draft = results / "paper.tex"
    draft.write_text(TEX)
    (results / "paper.toml").write_text(TABLE)  # its table would be paper.tex
    (results / "intro.tex").write_text("My introduction of it.\n")
    status, _, err = run("report", str(results / "paper.toml"))
    assert status == 2 and draft.read_text() == TEX and "is not overwritten" in err
    (results / "cost.toml").write_text(TABLE)
    for name in ("intro.tex", "r.csv", "cost.toml"):
        before = (results / name).read_bytes()
        status, _, err = run("report", "--numbers", str(results / name), str(results / "cost.toml"))
        assert status == 2 and "is not overwritten" in err
        assert (results / name).read_bytes() == before
        assert not (results / "cost.tex").exists()  # refused before anything is written


def test_report_replaces_the_filled_draft_only_while_it_is_as_written(results, run):
    (results / "cost.toml").write_text(TABLE)
    (results / "draft.docx").write_bytes(document("[Body Text] [[ieeelint:tab:cost]]\n"))
    words = ("report", "--into", str(results / "draft.docx"), str(results / "cost.toml"))
    assert run(*words)[0] == 0 and run(*words)[0] == 0
    filled = results / "draft.filled.docx"
    filled.write_bytes(document("[Body Text] My own words.\n"))
    before = filled.read_bytes()
    status, _, err = run(*words)
    assert status == 2 and "was changed after" in err and filled.read_bytes() == before


def test_flatten_does_not_write_to_its_own_files_through_links(tex, results, run):
    run("pin", "--lock", str(results / "results.lock"), str(results / "speed.toml"))
    (results / "flat").mkdir()
    os.link(tex, results / "flat" / "paper.tex")
    status, _, err = run("flatten", str(tex))
    assert status == 2 and "is not empty" in err and tex.read_text() == TEX


def test_a_folder_is_checked_without_the_flat_draft(tex, results, run):
    run("pin", "--lock", str(results / "results.lock"), str(results / "speed.toml"))
    assert run("flatten", str(tex))[0] == 0
    _, out, err = run("check", "--isolated", "--output-format", "concise", str(results))
    assert "paper.tex:" in out and "flat" not in out
    assert os.path.join("flat", "paper.tex") in err


def test_only_one_module_opens_files_for_writing():
    """All others write through it, so that nothing escapes the checks."""
    top = Path(__file__).resolve().parent.parent / "ieeelint"
    # all but the first write to folders of their own
    own = {"files.py", "rule_examples.py", "pattern_store.py", "cache.py"}
    writers = set()
    for path in top.rglob("*.py"):
        name = path.relative_to(top).as_posix()
        if name.startswith(("documentation/", "tables/")):  # for developers
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _writes(node):
                writers.add(name)
    assert writers == own


def _writes(call: ast.Call) -> bool:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    if name in ("write_text", "write_bytes", "replace_with", "copyfile", "copy2"):
        return True
    if name not in ("open", "fdopen") or not call.args:
        return False
    modes = [*call.args[1:2], *(word.value for word in call.keywords if word.arg == "mode")]
    return any(
        isinstance(mode, ast.Constant)
        and isinstance(mode.value, str)
        and set(mode.value) <= set("rwxabt+")
        and set(mode.value) & set("wxa+")
        for mode in modes
    )
