"""Output to a terminal: color, progress and special characters."""

from __future__ import annotations

import io

import pytest

from ieeelint.output.full import describe, width, window
from ieeelint.output.terminal import colored, progress, put, replace_file
from ieeelint.settings import SettingsError


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch):
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


@pytest.mark.parametrize(
    ("choice", "environment", "stream", "expected"),
    [
        ("auto", {}, Terminal(), True),
        ("auto", {}, io.StringIO(), False),
        ("auto", {"TERM": "dumb"}, Terminal(), False),
        ("auto", {"NO_COLOR": "1"}, Terminal(), False),
        ("auto", {"FORCE_COLOR": "1"}, io.StringIO(), True),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, Terminal(), False),
        ("always", {"NO_COLOR": "1"}, io.StringIO(), True),
        ("never", {"FORCE_COLOR": "1"}, Terminal(), False),
    ],
)
def test_color_follows_the_option_the_environment_and_the_stream(
    monkeypatch, choice, environment, stream, expected
):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert colored(choice, stream) is expected


def test_progress_is_shown_on_a_terminal_and_then_erased():
    assert progress(io.StringIO()) is None
    stream = Terminal()
    show = progress(stream)
    assert show is not None
    show(1, 2, "a.tex")
    show(2, 2, "b.tex")
    assert "1/2 a.tex" in stream.getvalue()
    assert stream.getvalue().endswith("\r\033[K")


def test_characters_outside_the_encoding_are_escaped(monkeypatch):
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    monkeypatch.setattr("sys.stdout", stream)
    put("5–10\n")
    stream.flush()
    assert raw.getvalue() == b"5\\u201310\n"


def test_no_temporary_file_remains_after_a_failed_write(tmp_path):
    with pytest.raises(SettingsError, match="cannot be written"):
        replace_file(str(tmp_path / "no" / "report.txt"), "x")
    (tmp_path / "folder").mkdir()
    with pytest.raises(SettingsError, match="cannot be written"):
        replace_file(str(tmp_path / "folder"), "x")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder"]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("The 中文 word Figure 3 is wide", "Figure"),
        ("\tThe tab before Figure 3", "Figure"),
        ("é decomposed e\u0301 Figure 3", "Figure"),
        ("x " * 400 + "Figure" + " y" * 400, "Figure"),
    ],
)
def test_the_underline_is_below_the_words(line, word):
    at = line.index(word)
    shown, start, length = window(line, at, len(word))
    left = shown[: shown.index(word)]
    assert width(left) == start
    assert length == len(word)


def test_control_characters_of_the_draft_are_not_printed():
    shown, _, _ = window("a\033[31m\u202eb", 0, 1)
    assert "\033" not in shown and "\u202e" not in shown


def test_edits_are_described_in_words(draft):
    from ieeelint import check

    path = draft("We take 5 V or 6 V or 7 V of it, and .5 more.")
    described = {
        finding.code: describe(finding.fix.edits)
        for finding in check([path]).findings
        if finding.fix
    }
    assert described["UNT005"] == "insert 0"
    if "UNT007" in described:
        assert described["UNT007"].endswith("(3 times)")
