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


def test_standard_input_is_not_watched(run):
    status, _, err = run("check", "--watch", "-")
    assert status == 2 and "cannot watch standard input" in err
