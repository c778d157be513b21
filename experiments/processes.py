"""Jobs in separate processes with a time limit, so that a crash does not end the run."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parent.parent


class JobFailed(Exception):
    """A job without an answer; ``status`` is oom, timeout or error."""

    def __init__(self, status: str, reason: str) -> None:
        super().__init__(reason)
        self.status = status


_running: set[subprocess.Popen[str]] = set()


def ask(job: dict[str, Any], time_limit: float) -> Any:
    """The answer of a new process to ``job``. Raises JobFailed.

    The process has its own session, so that a Ctrl-C for this process does not reach it.
    """
    path = os.pathsep.join(filter(None, [str(TOP), os.environ.get("PYTHONPATH", "")]))
    with tempfile.TemporaryFile("w+", errors="replace") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "experiments.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            start_new_session=True,
            env={**os.environ, "PYTHONPATH": path},
        )
        _running.add(process)
        try:
            return _answer(process, job, time_limit, errors)
        finally:
            _running.discard(process)
            process.kill()
            process.wait()


def _answer(process: subprocess.Popen[str], job: dict[str, Any], limit: float, errors: Any) -> Any:
    assert process.stdin is not None and process.stdout is not None
    late = threading.Event()

    def stop() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(limit, stop)
    timer.start()
    try:
        try:
            process.stdin.write(json.dumps(job) + "\n")
            process.stdin.flush()  # left open: the worker ends when it closes
        except BrokenPipeError:
            pass
        line = process.stdout.readline()
    finally:
        timer.cancel()
    if line.endswith("\n"):
        return json.loads(line)
    if late.is_set():
        raise JobFailed("timeout", f"no answer within {limit:g} s")
    status = process.wait()
    errors.seek(0)
    messages = [line for line in errors.read().splitlines() if line.strip()]
    if status == -signal.SIGKILL:
        raise JobFailed("oom", "the process was killed, probably because the memory was full")
    if status < 0:
        raise JobFailed("error", f"the process died of {signal.Signals(-status).name}")
    reason = messages[-1][:300] if messages else f"the process ended with status {status}"
    full = "out of memory" in reason.lower() or "allocate memory" in reason
    raise JobFailed("oom" if full or reason.startswith("MemoryError") else "error", reason)


def stop_all() -> None:
    """End the processes that are running now."""
    for process in list(_running):
        process.kill()
