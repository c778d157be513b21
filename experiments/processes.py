"""Jobs in separate processes with a time limit, so that a crash does not end the run."""

from __future__ import annotations

import contextlib
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
MOST_WORKERS = 8  # processes that are kept at the same time: each holds PyTorch
MOST_JOBS = 16  # of one process; a new one starts with another layout of its memory


class JobFailed(Exception):
    """A job without an answer; ``status`` is oom, timeout or error."""

    def __init__(self, status: str, reason: str) -> None:
        super().__init__(reason)
        self.status = status


_running: set[subprocess.Popen[str]] = set()


class Worker:
    """A process that answers jobs one after the other; a context manager.

    It has its own session, so that a Ctrl-C for this process does not reach it. It ends when its
    standard input closes, so that it never outlives this process.
    """

    def __init__(self) -> None:
        path = os.pathsep.join(filter(None, [str(TOP), os.environ.get("PYTHONPATH", "")]))
        self.errors = tempfile.TemporaryFile("w+", errors="replace")  # noqa: SIM115 closed below
        self.jobs = 0
        self.process = subprocess.Popen(
            [sys.executable, "-m", "experiments.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            text=True,
            start_new_session=True,
            env={**os.environ, "PYTHONPATH": path},
        )
        _running.add(self.process)

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        _running.discard(self.process)
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.errors):
            if stream is not None:
                with contextlib.suppress(OSError):  # a job that the process did not read
                    stream.close()

    def ask(self, job: dict[str, Any], time_limit: float) -> Any:
        """The answer to ``job``. Raises JobFailed; the process has then ended."""
        process = self.process
        assert process.stdin is not None and process.stdout is not None
        self.jobs += 1
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(time_limit, stop)
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
            raise JobFailed("timeout", f"no answer within {time_limit:g} s")
        raise self._failure()

    def _failure(self) -> JobFailed:
        status = self.process.wait()
        self.errors.seek(0)
        messages = [line for line in self.errors.read().splitlines() if line.strip()]
        if status == -signal.SIGKILL:
            return JobFailed("oom", "the process was killed, probably because the memory was full")
        if status < 0:
            return JobFailed("error", f"the process died of {signal.Signals(-status).name}")
        reason = messages[-1][:300] if messages else f"the process ended with status {status}"
        full = "out of memory" in reason.lower() or "allocate memory" in reason
        return JobFailed("oom" if full or reason.startswith("MemoryError") else "error", reason)


class Workers:
    """Processes by number, each started when it is first asked and again when it has ended; a
    context manager.
    """

    def __init__(self) -> None:
        self._workers: dict[int, Worker] = {}

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        for number in list(self._workers):
            self.end(number)

    def ask(self, number: int, job: dict[str, Any], time_limit: float) -> Any:
        """The answer of process ``number``. Raises JobFailed."""
        if number in self._workers and self._workers[number].jobs >= MOST_JOBS:
            self.end(number)
        worker = self._workers.get(number)
        if worker is None:
            while len(self._workers) >= MOST_WORKERS:
                self.end(next(iter(self._workers)))
            worker = self._workers[number] = Worker()
        try:
            return worker.ask(job, time_limit)
        except BaseException:
            self.end(number)
            raise

    def end(self, number: int) -> None:
        """End process ``number``; the next job starts a new one."""
        worker = self._workers.pop(number, None)
        if worker is not None:
            worker.close()


def ask(job: dict[str, Any], time_limit: float) -> Any:
    """The answer of a new process to ``job``. Raises JobFailed."""
    with Worker() as worker:
        return worker.ask(job, time_limit)


def stop_all() -> None:
    """End the processes that are running now."""
    for process in list(_running):
        process.kill()
