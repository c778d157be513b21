"""``check --watch``: checks again when a file of the project changes, and ends with Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent
PATIENCE = 60  # seconds


@pytest.mark.thorough
def test_a_change_starts_a_new_check(draft, tmp_path):
    path = Path(draft("It is .25 here.\n\\input{part}"))
    (tmp_path / "part.tex").write_text("All is well.\n", encoding="utf-8")
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "ieeelint",
            "check",
            "--isolated",
            "--no-group",
            "--watch",
            "--output-format",
            "concise",
            str(path),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        bufsize=1,
        env=os.environ | {"PYTHONPATH": str(TOP)},
    )
    killer = threading.Timer(PATIENCE, process.kill)
    killer.start()
    try:
        assert "UNT005" in process.stdout.readline()
        assert "waiting for changes" in process.stderr.readline()
        (tmp_path / "part.tex").write_text("It is .5 there.\n", encoding="utf-8")
        again = [process.stdout.readline(), process.stdout.readline()]
        assert sum("part.tex" in line for line in again) == 1
        process.send_signal(signal.SIGINT)
        assert process.wait() == 1
    finally:
        killer.cancel()
        process.kill()


RULE = """from ieeelint.finding import Finding
from ieeelint.rules import WARNING, rule

@rule("HSE001", "house-first", WARNING, "House", bad=["A."], good=["%! none"])
def first(context):
    "Doc."
    yield Finding(context.paper.text.span(0, 1), "MESSAGE")
"""
SETTINGS = '[rules]\nlocal = ["house.py"]\n'


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("house.py", RULE.replace("MESSAGE", "Anew"), "HSE001 Anew"),
        ("ieeelint.toml", 'ignore = ["UNT"]\n' + SETTINGS, "HSE001 MESSAGE"),
        ("ieeelint.toml", "wrong = 1\n", "unknown setting"),
        ("draft/results.lock", "{", "RES001"),
    ],
)
def test_a_change_of_another_file_starts_a_new_check(tmp_path, name, content, words):
    """Settings and local rules are in the folder above; the lock file does not exist at first."""
    (tmp_path / "house.py").write_text(RULE, encoding="utf-8")
    (tmp_path / "ieeelint.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "draft").mkdir()
    path = tmp_path / "draft" / "paper.tex"
    path.write_text(
        "\\documentclass{IEEEtran}\n\\begin{document}\nIt is .25.\n\\end{document}\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "ieeelint", "check", "--watch", "--output-format", "concise"]
    process = subprocess.Popen(
        [*command, "--select", "HSE,UNT005,RES", str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        bufsize=1,
        env=os.environ | {"PYTHONPATH": str(TOP)},
    )
    killer = threading.Timer(PATIENCE, process.kill)
    killer.start()
    try:
        first = _until_waiting(process)
        assert "HSE001 MESSAGE" in first and "UNT005" in first
        (tmp_path / name).write_text(content, encoding="utf-8")
        assert words in _until_waiting(process)
        if words == "unknown setting":  # the settings are looked at after a mistake, too
            (tmp_path / name).write_text(SETTINGS, encoding="utf-8")
            assert "HSE001 MESSAGE" in _until_waiting(process)
    finally:
        killer.cancel()
        process.kill()


def _until_waiting(process) -> str:
    """What the program prints until it waits for changes."""
    lines = []
    while "waiting for changes" not in "".join(lines[-1:]):
        line = process.stdout.readline()
        assert line, "".join(lines)
        lines.append(line)
    return "".join(lines)


def test_standard_input_is_not_watched(run):
    status, _, err = run("check", "--watch", "-")
    assert status == 2 and "cannot watch standard input" in err
