"""What a run says: a live line on a terminal, plain lines elsewhere, and nothing breaks when
nobody listens.
"""

from __future__ import annotations

import io

import pytest

from experiments.cases import Case, Group
from experiments.progress import Progress

CASE = Case("se", "paper", {}, "eager", "plain", (2, 64, 8, 8), "float32", "cpu", "forward", "warm")
GROUPS = [Group(str(number), (CASE,)) for number in range(4)]
ROW = {"status": "ok", "case": CASE.axes(), "time_ns": {"median": 1_500_000}}


class Terminal(io.StringIO):
    def isatty(self):
        return True


def report(stream, monkeypatch):
    monkeypatch.setattr("sys.stderr", stream)
    progress = Progress("out.jsonl")
    progress.start(4, 0, GROUPS)
    progress.done(GROUPS[0], [ROW])
    progress.done(GROUPS[1], [{**ROW, "status": "oom", "reason": "no room"}])
    return progress


def test_a_terminal_gets_one_line_that_changes(monkeypatch):
    stream = Terminal()
    report(stream, monkeypatch)
    last = stream.getvalue().rsplit("\r", 1)[1]
    assert "2/4" in last and "left" in last and "\n" not in last
    assert "oom: no room\n" in stream.getvalue()


def test_a_file_gets_plain_lines(monkeypatch):
    stream = io.StringIO()
    report(stream, monkeypatch)
    assert "\r" not in stream.getvalue() and "\x1b" not in stream.getvalue()
    assert "[1/4] se 2x64x8x8 float32 forward warm: eager 1.500 ms\n" in stream.getvalue()


@pytest.mark.parametrize("error", [BrokenPipeError, OSError(5, "Input/output error"), ValueError])
def test_a_closed_terminal_is_no_reason_to_stop(monkeypatch, error):
    class Closed(Terminal):
        def write(self, _):
            raise error

    progress = report(Closed(), monkeypatch)
    assert progress.remaining == 2
