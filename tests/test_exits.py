"""Whatever a draft, a result or a name contains: nothing of it acts where output of ours goes."""

from __future__ import annotations

import ast
import io
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from ieeelint.cli import main
from ieeelint.settings import FORMATS

HOSTILE = "x\x1b[31my\x9b2Jz\u202e<b>&\"'|`$=1+1\x07é中##[error]q"
NAME = "a\n::error::b <i>\x1b[7m.tex" if os.name != "nt" else "a b.tex"
DRAFT = rf"""\documentclass[conference,{HOSTILE}]{{IEEEtran}}
\title{{Water {HOSTILE} and {HOSTILE}}}
\begin{{document}}
\begin{{abstract}}Water {HOSTILE} is \cite{{{HOSTILE}}} wet.\end{{abstract}}
\input{{{HOSTILE}}}
\section{{{HOSTILE}}}\label{{{HOSTILE}}}\label{{{HOSTILE}}}
See \ref{{other{HOSTILE}}}, Figure \ref{{{HOSTILE}}}, .5 {HOSTILE} and 5 - 10 km. It is {HOSTILE}.
::error::this line is text
\begin{{figure}}\includegraphics{{{HOSTILE}}}\caption{{{HOSTILE}}}\end{{figure}}
\bibliography{{refs}}
\end{{document}}
"""
BIB = "@article{key, author = {A. %s}, title = {Water %s}, journal = {J. %s}, year = {%s}}\n"
MACHINE = ["json", "json-lines", "sarif", "junit", "gitlab", "rdjson"]
CODE_PAGES = ["utf-8", "cp1252", "cp1250", "cp1251", "cp932", "cp936", "cp949", "ascii"]
STREAMS = [
    f"sys.{stream}.{name}" for stream in ("stdout", "stderr") for name in ("write", "buffer")
]
LISTS = ["text", "latex", "bibitem", "markdown", "bibtex", "csl-json"]


@pytest.fixture
def hostile(tmp_path, monkeypatch):
    """The path of a draft that contains hostile text everywhere; its name does, too."""
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "FORCE_COLOR", "CLICOLOR_FORCE"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / NAME).write_text(DRAFT, encoding="utf-8")
    text = BIB % ((HOSTILE.replace('"', "").replace("$", ""),) * 4)
    (tmp_path / "refs.bib").write_text(text, encoding="utf-8")
    return NAME


@pytest.fixture
def outputs(monkeypatch):
    """A function that runs the command line; returns the bytes on both streams."""

    def call(*words: str, encoding: str = "utf-8") -> tuple[bytes, bytes]:
        streams = []
        for name in ("stdout", "stderr"):
            streams.append(io.BytesIO())
            errors = "backslashreplace" if name == "stderr" else "strict"
            wrapper = io.TextIOWrapper(streams[-1], encoding=encoding, errors=errors, newline="")
            monkeypatch.setattr(sys, name, wrapper)
        status = main(list(words))
        for name in ("stdout", "stderr"):
            getattr(sys, name).flush()
        assert status in (0, 1, 2)
        assert b"internal error" not in streams[1].getvalue()
        return streams[0].getvalue(), streams[1].getvalue()

    return call


def acting(text: str) -> list[str]:
    """The characters of a text that control a terminal."""
    return [sign for sign in text if not sign.isprintable() and sign not in "\n\t"]


@pytest.mark.parametrize(
    "words",
    [
        *(["check", "--output-format", form] for form in ("full", "concise", "grouped", "github")),
        ["check", "--statistics"],
        ["check", "-q"],
        ["check", "--verbose", "--fix", "--diff", "--color", "never"],
        ["debug", "text"],
        ["flatten"],
        ["trace"],
    ],
    ids=" ".join,
)
def test_nothing_that_controls_a_terminal_reaches_people(hostile, outputs, words):
    out, err = outputs(*words, hostile)
    assert out + err
    text = err.decode() if "--diff" in words else (out + err).decode()  # a patch is exact
    assert acting(text) == []


def test_nothing_acts_in_the_html_report(hostile, outputs):
    out = outputs("check", "--output-format", "html", hostile)[0].decode()
    tags = re.findall(r"<([a-z0-9]+)", re.sub(r"(?s)<(style|script)>.*?</\1>", r"<\1>", out))
    assert "mark" in tags and "i" not in tags and tags.count("script") == 1
    assert "x�[31my" in out and "&lt;b&gt;&amp;" in out and HOSTILE[8:20] not in out
    assert acting(out) == []


@pytest.mark.parametrize("setting", ["stage = '%s'", "%s = 1", "[vocabulary.units]\n'%s' = 1"])
def test_neither_do_mistakes_in_settings(hostile, outputs, setting):
    with open("ieeelint.toml", "w", encoding="utf-8") as file:
        file.write(setting % HOSTILE.replace("'", "").replace("\x1b", "\\u001b"))
    _, err = outputs("check", hostile)
    assert b"ieeelint.toml" in err
    assert acting(err.decode()) == []


@pytest.mark.parametrize("words", [["check"], ["check", "--fix-only"], ["refs"], ["flatten"]])
@pytest.mark.parametrize("name", ["a\x1b[2Jb.tex", "--\x1b[2J", "a\nb\x9b.docx"])
def test_neither_do_names_that_do_not_exist(outputs, words, name):
    text = b"".join(outputs(*words, name)).decode()
    assert text and acting(text) == []


@pytest.mark.parametrize("encoding", CODE_PAGES)
@pytest.mark.parametrize("form", [form for form in FORMATS if form in MACHINE])
def test_programs_can_parse_the_report_in_every_code_page(hostile, outputs, form, encoding):
    text = outputs("check", "--output-format", form, hostile, encoding=encoding)[0].decode("utf-8")
    if form == "junit":
        assert list(ElementTree.fromstring(text).iter("testcase"))
    elif form == "json-lines":
        assert all(json.loads(line) for line in text.splitlines())
    else:
        assert json.loads(text)
    assert "é" in text or "\\u00e9" in text


@pytest.mark.parametrize("encoding", CODE_PAGES)
@pytest.mark.parametrize("form", LISTS)
def test_references_in_a_pipe_are_the_same_in_every_code_page(hostile, outputs, form, encoding):
    out = outputs("refs", "--all", "--to", form, "refs.bib", encoding=encoding)[0]
    assert "é" in out.decode("utf-8") or rb"\'" in out
    assert out == outputs("refs", "--all", "--to", form, "refs.bib")[0]


@pytest.mark.parametrize("encoding", ["cp1252", "cp1251", "ascii"])
def test_names_are_printed_in_every_code_page(tmp_path, outputs, monkeypatch, encoding):
    monkeypatch.chdir(tmp_path)
    out, _ = outputs("init", "论文", encoding=encoding)
    assert out.count(b"\\u8bba") > 1
    assert os.path.isdir("论文")


def test_the_log_of_github_obeys_nothing_of_the_draft(hostile, outputs, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    for form in ("full", "grouped", "concise"):
        out, err = outputs("check", "--output-format", form, hostile)
        text = (out + err).decode()
        assert "##[" not in text and "## [error]" in text
        assert not re.search(r"^\s*::", text, re.MULTILINE)


def test_annotations_are_the_only_commands(hostile, outputs, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    many = DRAFT.replace("::error::", "It is .5 and .6. " * 30 + "\n::error::")
    with open(hostile, "w", encoding="utf-8") as file:
        file.write(many)
    out, _ = outputs("check", "--output-format", "github", "--no-group", hostile)
    lines = out.decode().split("\n")
    commands = [line for line in lines if line.lstrip().startswith("::")]
    starts = ("::error title=", "::warning title=", "::notice title=", "::group::", "::endgroup::")
    others = [line for line in commands if not line.startswith(starts)]
    assert len(others) == 2  # the pair around the lines that are not commands
    token = others[0].removeprefix("::stop-commands::")
    assert others[1] == f"::{token}::" and out.count(token.encode()) == 2
    first, last = lines.index(others[0]), lines.index(others[1])
    assert last - first > 10
    assert not any("title=" in line for line in lines[first:last])


def test_a_long_label_is_shortened_in_messages(hostile, outputs):
    label = "x" * 5000
    with open(hostile, "w", encoding="utf-8") as file:
        file.write(DRAFT.replace(r"\section", rf"\label{{{label}}}\label{{{label}}}\section"))
    for form in ("full", "concise", "grouped"):
        out, _ = outputs("check", "--output-format", form, hostile)
        assert max(map(len, out.decode().split("\n"))) < 1500


def run_in_shell(words: str) -> subprocess.CompletedProcess[str]:
    command = f"{sys.executable} -m ieeelint {words}"
    return subprocess.run(command, shell=True, capture_output=True, text=True, check=False)


@pytest.mark.skipif(os.name == "nt", reason="redirections of a POSIX shell")
@pytest.mark.parametrize("words", ["check paper.tex", "rules", "--version", "check --help"])
@pytest.mark.parametrize(
    ("redirection", "message"),
    [("> /dev/full", "No space left on device"), (">&-", "standard output is closed")],
)
def test_an_output_that_cannot_be_written_is_reported(
    tmp_path, monkeypatch, words, redirection, message
):
    if redirection == "> /dev/full" and not os.path.exists("/dev/full"):  # macOS
        return
    monkeypatch.chdir(tmp_path)
    (tmp_path / "paper.tex").write_text(DRAFT, encoding="utf-8")
    done = run_in_shell(f"{words} {redirection}")
    assert done.returncode == 2
    assert done.stderr.startswith("ieeelint: standard output ") and message in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="redirections of a POSIX shell")
def test_closed_streams_do_not_matter_where_they_are_not_needed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "paper.tex").write_text(DRAFT, encoding="utf-8")
    assert run_in_shell("check paper.tex 2>&-").returncode == 1
    assert run_in_shell("check paper.tex <&-").returncode == 1
    closed = run_in_shell("check - <&-")
    assert closed.returncode == 2 and "standard input is closed" in closed.stderr


def test_a_reader_that_stops_early_ends_the_program_silently(monkeypatch, capfd):
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "w", encoding="utf-8") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        assert main(["rules", "--format", "json"]) == 141
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            ModuleNotFoundError("x", name="docx.oxml"),
            "this needs python-docx; install it with: pip",
        ),
        (
            ModuleNotFoundError("x", name="jinja2"),
            "this needs jinja2; install it with: pip install",
        ),
        (ModuleNotFoundError("x", name="ieeelint.gone"), "internal error: ModuleNotFoundError: x"),
        (ZeroDivisionError("division by zero"), "internal error: ZeroDivisionError: division by"),
        (RecursionError(), "internal error: RecursionError ("),
        (MemoryError(), "more memory than there is"),
        (PermissionError(13, "Permission denied", "a.tex"), "a.tex: Permission denied"),
    ],
)
def test_an_unexpected_error_is_one_message_and_not_findings(monkeypatch, run, error, words):
    def fail(options):
        raise error

    monkeypatch.delenv("IEEELINT_RAISE", raising=False)
    monkeypatch.setattr("ieeelint.commands.rules.run", fail)
    status, out, err = run("rules", "--format", "json")
    assert status == 2 and out == ""
    assert err.startswith("ieeelint: ") and words in err and err.count("\n") == 1
    if "internal" in words:
        assert "ieeelint rules --format json" in err and "ieeelint/cli.py, line" in err


def test_developers_get_the_traceback(monkeypatch, run):
    def fail(options):
        raise ZeroDivisionError

    monkeypatch.setenv("IEEELINT_RAISE", "1")
    monkeypatch.setattr("ieeelint.commands.rules.run", fail)
    with pytest.raises(ZeroDivisionError):
        run("rules")


def test_only_one_module_writes_to_the_streams():
    """All others write through it, so that everything is clean and in the right encoding."""
    top = Path(__file__).resolve().parent.parent / "ieeelint"
    writers = set()
    for path in top.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            prints = isinstance(node, ast.Name) and node.id == "print"
            if prints or isinstance(node, ast.Attribute) and ast.unparse(node) in STREAMS:
                writers.add(path.relative_to(top).as_posix())
    # the other two are programs for developers
    assert writers == {"terminal.py", "documentation/__main__.py", "tables/__main__.py"}
