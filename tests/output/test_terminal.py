"""Output to a terminal: color, progress and special characters."""

from __future__ import annotations

import io

import pytest

from ieeelint.finding import Edit
from ieeelint.output.full import describe, width, window
from ieeelint.paper.source import Source, Span
from ieeelint.terminal import Progress, colored, log, put, put_data


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
    monkeypatch.setattr("sys.stdout", stream)
    assert colored(choice) is expected


def test_progress_is_shown_on_a_terminal_and_removed_by_the_next_message(monkeypatch):
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    show = Progress()
    show(1, 2, "a.tex")
    show(2, 2, "b\033[2Jc.tex")
    assert "1/2 a.tex" in stream.getvalue()
    assert "2/2 b\ufffd[2Jc.tex" in stream.getvalue()
    log("done")
    assert stream.getvalue().endswith("\r\033[Kieeelint: done\n")
    log("over")
    assert stream.getvalue().endswith("done\nieeelint: over\n")


@pytest.mark.parametrize("terminal", ["xterm", "dumb"])
def test_progress_is_silent_in_a_pipe_and_on_a_dumb_terminal(monkeypatch, terminal):
    monkeypatch.setenv("TERM", terminal)
    stream = Terminal() if terminal == "dumb" else io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    Progress()(1, 2, "a.tex")
    assert stream.getvalue() == ""


def test_characters_outside_the_encoding_are_escaped(monkeypatch):
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    monkeypatch.setattr("sys.stdout", stream)
    put("5–10\n")
    stream.flush()
    assert raw.getvalue() == b"5\\u201310\n"


@pytest.mark.parametrize(
    "text",
    [
        "bell \a, backspace \b, return \r",
        "escape \033[2J, \033]0;title\a, \033[7m",
        "C1 \x9b31m, delete \x7f",
        "reversed \u202eabc\u202c, isolated \u2066abc\u2069, marks \u200e\u200f\u061c",
        "other ends of lines \u2028 \u2029",
    ],
)
def test_what_controls_a_terminal_does_not_reach_it(monkeypatch, text):
    for name, write in (("stdout", put), ("stderr", log)):
        stream = io.StringIO()
        monkeypatch.setattr(f"sys.{name}", stream)
        write(text)
        written = stream.getvalue().rstrip("\n")
        assert "\ufffd" in written
        assert all(sign.isprintable() for sign in written)


def test_only_our_colors_pass_and_only_if_there_is_color(monkeypatch):
    for is_colored, expected in ((True, "\033[1mbold\033[0m \ufffd[7m"), (False, "\ufffd[1mbold")):
        stream = io.StringIO()
        monkeypatch.setattr("sys.stdout", stream)
        put("\033[1mbold\033[0m \033[7m", is_colored)
        assert stream.getvalue().startswith(expected)


def test_programs_get_utf8_and_a_terminal_gets_clean_text(monkeypatch):
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding="cp1252"))
    put_data("5–10 \033[7m 中\n".encode())
    assert raw.getvalue() == "5–10 \033[7m 中\n".encode()
    screen = Terminal()
    monkeypatch.setattr("sys.stdout", screen)
    put_data(b"a \033[7m b")
    assert screen.getvalue() == "a \ufffd[7m b"


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


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (" - ", "-", '" - " -> "-"'),
        ("(", " (", '"(" -> " ("'),
        ("\n---\n", "---", '" --- " -> "---"'),
        (" the", "", "delete the"),
        ("\t", "", "delete the tab"),
        ("\x0b", "", "delete the line break"),
        ("\u00a0", "", "delete a non-breaking space"),
        (" ", "", "delete the space"),
    ],
)
def test_spaces_of_edits_are_visible(old, new, words):
    source = Source("main.tex", old)
    assert describe([Edit(Span(source, 0, len(old)), new)]) == words


class Console:
    """Windows' console, as much of it as turns on colors."""

    def __init__(self, has_mode: bool, accepts: bool) -> None:
        self.has_mode, self.accepts = has_mode, accepts
        self.modes: list[int] = []

    def GetStdHandle(self, number: int) -> int:
        return number

    def GetConsoleMode(self, handle: int, mode) -> bool:
        mode._obj.value = 3
        return self.has_mode

    def SetConsoleMode(self, handle: int, mode: int) -> bool:
        self.modes.append(mode)
        return self.accepts


@pytest.mark.parametrize(
    ("has_mode", "accepts", "expected"),
    [(True, True, True), (True, False, False), (False, True, False)],
)
def test_a_windows_console_has_color_if_it_can_be_turned_on(
    monkeypatch, has_mode, accepts, expected
):
    import ctypes
    from types import SimpleNamespace

    console = Console(has_mode, accepts)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=console), raising=False)
    monkeypatch.setattr("ieeelint.terminal.os.name", "nt")
    monkeypatch.setattr("sys.stdout", Terminal())
    is_colored = colored("auto")
    monkeypatch.undo()
    assert is_colored is expected
    assert console.modes == ([7] if has_mode else [])
