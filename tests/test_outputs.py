"""Files that commands write: never an input, never a device replaced, never an author's work."""

from __future__ import annotations

import os
import threading
import zipfile

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
SKETCH = "[Title] Pipes in Cold Rooms\n[Body Text] The colour is .25 here, and the the end.\n"


@pytest.fixture
def tex(tmp_path):
    path = tmp_path / "paper.tex"
    path.write_text(TEX)
    return path


@pytest.fixture
def word(tmp_path):
    path = tmp_path / "draft.docx"
    path.write_bytes(document(SKETCH))
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
    status, _, err = run(*command, str(word))
    assert status == 2 and "was changed after ieeelint wrote it" in err
    assert copy.read_bytes() == changed
    other = tmp_path / "other.docx"
    assert run(*command, "--output", str(other), str(word))[0] == 0 and other.exists()


def test_a_folder_is_checked_without_the_copies(word, tmp_path, run):
    run("check", "--isolated", "--fix-only", str(word))
    _, out, err = run("check", "--isolated", "--output-format", "concise", str(tmp_path))
    assert "draft.docx" in out and "draft.fixed.docx" not in out
    assert "draft.fixed.docx" in err and "not checked" in err
    word.rename(tmp_path / "old.docx")  # without its draft, it is a draft of its own
    _, out, _ = run("check", "--isolated", "--output-format", "concise", str(tmp_path))
    assert "draft.fixed.docx" in out


def test_a_pipe_is_written_and_stays_a_pipe(tex, tmp_path, run):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    status, _, _ = run("refs", "-o", str(pipe), str(tex))
    reader.join(timeout=20)
    assert status == 0 and b"Pipes and sand" in read[0] and pipe.is_fifo()


def test_pin_does_not_overwrite_a_file_that_is_no_lock(tex, tmp_path, run):
    (tmp_path / "r.csv").write_text("model,acc\na,0.5\n")
    (tmp_path / "t.toml").write_text(
        '[table]\nname = "t"\ncaption = "T"\nfiles = ["r.csv"]\nrows = "model"\nmetrics = ["acc"]\n'
    )
    status, _, err = run("pin", "--lock", str(tex), str(tmp_path / "t.toml"))
    assert status == 2 and tex.read_text() == TEX, err


RULE = '''
from ieeelint.rules import rule
from ieeelint.finding import Edit, Finding, Fix

@rule("HSE001", "no-flow", "warning", "our group", bad=["⟦flow⟧"], good=["pipe"])
def no_flow(context):
    """Do not say flow."""
    for at in context.index.words.get("flow", ()):
        span = context.paper.text.span(at, at + 4)
        yield Finding(span, "Do not say flow.", Fix(Edit(span, "flow flow")))
'''


def test_a_fix_that_does_not_cure_is_made_once(tmp_path, run):
    (tmp_path / "house.py").write_text(RULE)
    (tmp_path / "ieeelint.toml").write_text('[rules]\nlocal = ["house.py"]\n')
    path = tmp_path / "paper.tex"
    path.write_text("\\documentclass{IEEEtran}\n\\begin{document}\nA flow here.\n\\end{document}\n")
    _, _, err = run("check", "--fix", "--select", "HSE001", str(path))
    assert path.read_text().count("flow") == 2
    assert "did not remove its finding" in err


def test_fixes_that_make_findings_of_the_same_kind_go_on(tmp_path, run):
    path = tmp_path / "paper.tex"
    figure = "\\begin{figure}[!t]x\\caption{Gain.}\\label{f}\\end{figure}"
    path.write_text(
        "\\documentclass{IEEEtran}\n\\begin{document}\n"
        f"See Figure \\ref{{f}} and Fig. \\ref{{f}} and Figure \\ref{{f}}. {figure}\n"
        "\\end{document}\n"
    )
    _, _, err = run("check", "--isolated", "--fix", "--select", "FIG001,TEX007", str(path))
    assert path.read_text().count("Fig.~\\ref{f}") == 3 and "did not remove" not in err
