"""A folder with all that a check cannot look at: each is named, and the rest is checked.

The check runs as a user whom the system refuses files: root reads everything.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from test_archives import DRAFT, zipped

from ieeelint.starters.pdf_sketch import pdf_file
from ieeelint.starters.project import word_sketch
from ieeelint.starters.word import document

TOP = Path(__file__).parents[1]
RIGHTS = "--bounding-set=-dac_override,-dac_read_search"  # those that let root read everything
# What is not checked, with words of the reason.
UNCHECKED = {
    "letter.odt": "is an OpenDocument file; save it as .docx",
    "old.doc": "is a Word 97–2003 file; save it as .docx",
    "notes.rtf": "is a rich text file; save it as .docx",
    "scan.pdf": "is not a PDF file, although its name says so",
    "packed.rar": "make a .zip file of the draft",
    "broken.zip": "is damaged or incomplete",
    "data.zip": "is an archive without a draft",
    "mine.zip/fig.tex": "unpacks to far more than a paper needs",
    "body.tex": "has no \\documentclass",
    "secret.tex": "cannot be read: Permission denied",
    "closed": "cannot be read: Permission denied",
    "settings/paper.tex": "has settings that cannot be used: ",
    "nowhere.tex": "does not exist",
    "empty.tex": "is empty",
}  # fmt: skip
CHECKED = ["a/main.tex", "b/main.tex", "c/main.tex", "mine.zip/main.tex"]
NAMED = ["venv", "ignored"]  # in a note: programs filled them


def tree(folder: Path) -> None:
    """Write the drafts, and all that cannot be checked."""
    for name in ("a/main.tex", "b/main.tex", "c/main.tex", "settings/paper.tex", "closed/x.tex"):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_bytes(DRAFT)
    (folder / "settings/ieeelint.toml").write_text('stag = "review"\n')
    for name in ("letter.odt", "old.doc", "notes.rtf", "scan.pdf", "packed.rar", "body.tex"):
        (folder / name).write_text("x")
    (folder / "empty.tex").write_bytes(b"")
    (folder / "broken.zip").write_bytes(b"PK\x03\x04")
    zipped(str(folder / "data.zip"), {"a.csv": b"1"})
    zipped(str(folder / "mine.zip"), {"main.tex": DRAFT, "fig.tex": b"0" * 5_000_000})
    (folder / "secret.tex").write_bytes(DRAFT)
    (folder / "nowhere.tex").symlink_to("gone.tex")
    (folder / "~$paper.docx").write_bytes(b"x")
    (folder / ".gitignore").write_text("ignored/\n")
    for name in ("venv", "ignored", "node_modules"):
        (folder / name).mkdir()
        (folder / name / "copy.docx").write_bytes(document(word_sketch("conference")))
    (folder / "venv/pyvenv.cfg").write_text("")
    (folder / "secret.tex").chmod(0)
    (folder / "closed").chmod(0)


def refused(*words: str) -> subprocess.CompletedProcess[str]:
    """Run ieeelint as a user whom the system refuses files."""
    command = [sys.executable, "-m", "ieeelint", *words]
    if os.geteuid() == 0:
        command = ["setpriv", RIGHTS, *command]
    environment = os.environ | {"PYTHONPATH": str(TOP)}
    return subprocess.run(command, capture_output=True, text=True, env=environment)


@pytest.mark.skipif(
    os.name == "nt" or (os.geteuid() == 0 and shutil.which("setpriv") is None),
    reason="needs a user whom the system refuses files",
)
def test_all_that_is_not_checked_is_named(tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    tree(folder)
    try:
        done = refused("check", str(folder), "--output-format", "json")
    finally:
        (folder / "closed").chmod(0o700)
    report = json.loads(done.stdout)
    relative = {
        Path(error["path"]).relative_to(folder).as_posix(): error["message"]
        for error in report["unreadable"]
    }
    assert done.returncode == 2
    assert {name for name in UNCHECKED if name not in relative} == set()
    assert {name for name in relative if name not in UNCHECKED} == set()
    for name, reason in UNCHECKED.items():
        assert reason in relative[name], name
    papers = [Path(paper["path"]).relative_to(folder).as_posix() for paper in report["papers"]]
    assert sorted(papers) == CHECKED
    note = next(line for line in done.stderr.splitlines() if "not checked: " in line)
    for name in (*NAMED, "node_modules"):
        assert str(folder / name) in note
    assert "~$" not in done.stdout + done.stderr


def test_a_pdf_file_next_to_an_archive_is_checked_and_an_archive_next_to_a_draft_is_named(
    tmp_path, run
):
    """The archive has its own figures; what is next to a draft may be an earlier version of it."""
    upload, project = tmp_path / "upload", tmp_path / "project"
    upload.mkdir()
    project.mkdir()
    zipped(str(upload / "overleaf.zip"), {"main.tex": DRAFT, "rate.pdf": pdf_file("none")})
    (upload / "paper.pdf").write_bytes(pdf_file("\n"))
    out = run("check", str(upload))[1]
    assert "overleaf.zip/main.tex: " in out and "upload/paper.pdf: 1 page" in out
    (project / "main.tex").write_bytes(DRAFT)
    (project / "rate.pdf").write_bytes(pdf_file("none"))
    zipped(str(project / "old.zip"), {"main.tex": DRAFT})
    (project / "old.rar").write_bytes(b"x")
    _, out, messages = run("check", str(project))
    assert "old.zip/main.tex" not in out and "rate.pdf" not in out + messages
    assert re.search(r'not checked: "\S*old\.rar", "\S*old\.zip"; to check one of', messages)
    assert "not checked" not in "".join(run("check", "-q", str(project))[1:])
