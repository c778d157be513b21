"""A run, which measures the remaining cases of a suite and writes them row by row until it is done
or stopped.
"""

from __future__ import annotations

import contextlib
import signal
import uuid
from collections.abc import Iterator
from typing import Any

from experiments import environment
from experiments.cases import Group
from experiments.errors import ExperimentError
from experiments.executors import Executor
from experiments.measure_group import Context
from experiments.processes import JobFailed, ask, stop_all
from experiments.progress import Progress
from experiments.records import ResultFile
from experiments.suites import Settings

FINAL = ("ok", "skipped", "mismatch")  # statuses that another attempt would not change
PREEMPTED, INTERRUPTED = 75, 130


class Stop:
    """A request to stop by a signal: the current case is finished first; a second Ctrl-C does not
    wait for it.
    """

    def __init__(self) -> None:
        self.status = 0

    def __bool__(self) -> bool:
        return bool(self.status)

    @contextlib.contextmanager
    def listening(self) -> Iterator[Stop]:
        """SIGINT and SIGTERM set the request; SIGHUP, a closed terminal, is ignored."""
        before = {
            number: signal.signal(number, handler)
            for number, handler in (
                (signal.SIGINT, self._interrupt),
                (signal.SIGTERM, self._terminate),
                (signal.SIGHUP, signal.SIG_IGN),
            )
        }
        try:
            yield self
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _interrupt(self, *_: object) -> None:
        if self.status:
            stop_all()
            raise KeyboardInterrupt
        self.status = INTERRUPTED

    def _terminate(self, *_: object) -> None:
        self.status = self.status or PREEMPTED


def run(
    name: str,
    groups: list[Group],
    settings: Settings,
    path: str,
    executor: Executor,
    *,
    again: bool = False,
    stale_ok: bool = False,
) -> int:
    """Measure the cases that ``path`` does not contain yet; returns the exit status.

    The file contains a case if its last row has a final status, in this environment and by this
    commit (by any commit with ``stale_ok``). ``again`` measures all cases.
    """
    device = groups[0].cases[0].device if groups else "cpu"
    # a process that queries a GPU keeps part of its memory, so another process queries it
    where = (
        environment.record(device) if device == "cpu" else ask_worker("environment", device=device)
    )
    commit, dirty = environment.git()
    with ResultFile(path) as file, Stop().listening() as stop:
        mixed = {
            row["case"]["device"] for row in file.rows if "case" in row and "device" in row["case"]
        }
        if mixed - {device}:
            raise ExperimentError(
                f"{path}: has rows of {mixed.pop()}. Write rows of {device} to another file"
                " (--output)."
            )
        progress = Progress(path)
        if file.cut:
            progress.say(f"{path}: an incomplete last line of {file.cut} bytes was cut off.")
        for warning in where["warnings"]:
            progress.say(f"warning: {warning}")
        measured: set[str] = set()
        if not again:
            measured = _measured_ids(file.rows, None if stale_ok else (where["env_id"], commit))
        left = [group for group in groups if any(case.id not in measured for case in group.cases)]
        progress.start(sum(len(group.cases) for group in groups), len(groups) - len(left), left)
        if not left:
            progress.say(f"{path}: nothing is left to measure.")
            return 0
        if not any(row.get("env_id") == where["env_id"] for row in file.rows if "content" in row):
            file.add(where)
        dtypes = sorted({case.dtype for group in left for case in group.cases})
        context = Context(
            name,
            settings,
            where["env_id"],
            {
                dtype: ask_worker("peaks", device=device, dtype=dtype, threads=settings.threads)
                for dtype in dtypes
            },
            {
                "run_id": uuid.uuid4().hex[:12],
                "git_commit": commit,
                "dirty": dirty,
                "host": environment.host(),
            },
        )
        failed = _measure(left, context, executor, file, measured, stop, progress)
        progress.finish(failed)
        if stop:
            progress.say(
                f"Stopped. {progress.remaining} groups remain. Run the same command to continue."
            )
            return stop.status
        return 1 if failed else 0


def _measure(
    left: list[Group],
    context: Context,
    executor: Executor,
    file: ResultFile,
    measured: set[str],
    stop: Stop,
    progress: Progress,
) -> int:
    """Add the rows of all groups; returns the number of failed cases (skipped cases do not
    count).
    """
    failed = 0
    for group, rows in executor(left, context.measure, lambda: bool(stop)):
        for row in rows:
            if row["id"] not in measured:
                file.add(row)
                failed += row["status"] not in ("ok", "skipped")
        progress.done(group, rows)
    return failed


def _measured_ids(rows: list[dict[str, Any]], same: tuple[str, str | None] | None) -> set[str]:
    """The ids whose last row (of the same environment and commit, if given) is final."""
    last: dict[str, str] = {}
    for row in rows:
        if "status" in row and (same is None or (row["env_id"], row["run"]["git_commit"]) == same):
            last[row["id"]] = row["status"]
    return {key for key, status in last.items() if status in FINAL}


def ask_worker(job: str, **words: Any) -> Any:
    """A worker's answer to a question about the machine. Raises ExperimentError."""
    try:
        return ask({"job": job, **words}, 300)
    except JobFailed as failure:
        raise ExperimentError(f"The worker could not measure the {job}: {failure}") from None
