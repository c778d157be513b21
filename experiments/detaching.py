"""``run --detach``: the same command in a separate process that survives the terminal."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

GRACE = 5.0  # seconds in which a run that cannot start has usually ended


def detach(words: list[str], output: str) -> int:
    """Start ``python -m experiments`` with these words without --detach; returns its exit status if
    it ends at once, else 0.

    It has its own session and process group, and writes to a log next to the result file.
    """
    log = Path(output).with_suffix(".log")
    log.parent.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "experiments", *(word for word in words if word != "--detach")]
    with open(log, "a", encoding="utf-8") as file:
        before = file.tell()
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    until = time.monotonic() + GRACE
    while time.monotonic() < until:
        status = process.poll()
        if status is not None:
            print(log.read_text(encoding="utf-8", errors="replace")[before:], end="")
            return status
        time.sleep(0.1)
    print(f"The run continues as process {process.pid}.")
    print(f"  watch:  tail -f {log}")
    print(f"  stop:   kill -TERM {process.pid}     (it finishes the current group first)")
    print(f"  resume: {resume_line(words)}")
    return 0


def resume_line(words: list[str]) -> str:
    """The command that continues the run."""
    import shlex

    return shlex.join(["python", "-m", "experiments", *words])
