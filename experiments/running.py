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
from experiments.budget import Budget, most_telling_first
from experiments.cases import Group
from experiments.errors import ExperimentError
from experiments.executors import Executor, local
from experiments.measure_group import Context
from experiments.peak_rates import earlier_peaks, plausible_peaks
from experiments.processes import JobFailed, Workers, ask, stop_all
from experiments.progress import Progress
from experiments.records import METHOD, ResultFile, gpu_names, method_of
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
    seconds: float | None = None,
) -> int:
    """Measure the cases that ``path`` does not contain yet; returns the exit status.

    The file contains a case if its last row has a final status, in this environment, by this method
    and by this commit (by any environment and commit with ``stale_ok``). ``again`` measures all
    cases. With ``seconds``, the most telling groups come first, and the run ends in about that
    time.
    """
    budget = Budget(seconds)
    device = groups[0].cases[0].device if groups else "cpu"
    # a process that queries a GPU keeps part of its memory, so another process queries it
    where = (
        environment.record(device) if device == "cpu" else ask_worker("environment", device=device)
    )
    commit, dirty = environment.git()
    with ResultFile(path) as file, Stop().listening() as stop, Workers() as workers:
        _refuse_other_rows(file.rows, device, where, path)
        progress = Progress(path)
        if file.cut:
            progress.say(f"{path}: an incomplete last line of {file.cut} bytes was cut off.")
        for warning in where["warnings"]:
            progress.say(f"warning: {warning}")
        measured: set[str] = set()
        if not again:
            measured = _measured_ids(file.rows, None if stale_ok else (where["env_id"], commit))
        left = [group for group in groups if any(case.id not in measured for case in group.cases)]
        if seconds is not None:
            left = most_telling_first(left)
        progress.start(sum(len(group.cases) for group in groups), len(groups) - len(left), left)
        if not left:
            progress.say(f"{path}: nothing is left to measure.")
            return 0
        peaks, doubts = plausible_peaks(
            lambda dtype: ask_worker("peaks", device=device, dtype=dtype, threads=settings.threads),
            sorted({case.dtype for group in left for case in group.cases}),
            earlier_peaks(file.rows, name, environment.host()),
            path,
        )
        for doubt in doubts:
            progress.say(f"warning: {doubt}")
        context = Context(
            name,
            settings,
            where["env_id"],
            peaks,
            {
                "run_id": uuid.uuid4().hex[:12],
                "git_commit": commit,
                "dirty": dirty,
                "host": environment.host(),
                "method": METHOD,
            },
            _gpu_name(where),
            workers if executor is local else None,
        )
        if not any(row.get("env_id") == where["env_id"] for row in file.rows if "content" in row):
            file.add(where)
        failed = _measure(left, context, executor, file, measured, stop, progress, budget)
        progress.finish(failed)
        if stop or progress.remaining:
            reason = "Stopped." if stop else "The budget is spent."
            progress.say(
                f"{reason} {progress.remaining} groups remain. Run the same command to continue."
            )
        return stop.status or (1 if failed else 0)


def _gpu_name(where: dict[str, Any]) -> str | None:
    gpu = where["content"].get("gpu")
    return gpu["name"] if gpu else None


def _refuse_other_rows(
    rows: list[dict[str, Any]], device: str, where: dict[str, Any], path: str
) -> None:
    """Raises ExperimentError if the file has rows that cannot be compared with the new ones."""
    measured = [row for row in rows if row["schema"].startswith("attn-bench/")]
    names = gpu_names(rows)
    for what, before, now in (
        ("device", {row["case"]["device"] for row in measured}, device),
        (
            "kind of GPU",
            {names[row["env_id"]] for row in measured if row["env_id"] in names},
            _gpu_name(where),
        ),
        ("version of the method", {method_of(row) for row in measured}, METHOD),
    ):
        others = before - {now}
        if others:
            raise ExperimentError(
                f"{path}: has rows of another {what} ({others.pop()}, now {now}), which cannot be"
                " compared. Write the new rows to another file (--output)."
            )


def _measure(
    left: list[Group],
    context: Context,
    executor: Executor,
    file: ResultFile,
    measured: set[str],
    stop: Stop,
    progress: Progress,
    budget: Budget,
) -> int:
    """Add the rows of all groups; returns the number of failed cases (skipped cases do not
    count).
    """
    failed = 0
    for group, rows in executor(left, context.measure, lambda: bool(stop) or budget.spent):
        for row in rows:
            if row["id"] not in measured:
                file.add(row)
                failed += row["status"] not in ("ok", "skipped")
        progress.done(group, rows)
        budget.finished_group()
    return failed


def _measured_ids(rows: list[dict[str, Any]], same: tuple[str, str | None] | None) -> set[str]:
    """The ids whose last row (of the same environment and commit, if given) is final."""
    last: dict[str, str] = {}
    for row in rows:
        if "status" not in row or method_of(row) != METHOD:
            continue
        if same is None or (row["env_id"], row["run"]["git_commit"]) == same:
            last[row["id"]] = row["status"]
    return {key for key, status in last.items() if status in FINAL}


def ask_worker(job: str, **words: Any) -> Any:
    """A worker's answer to a question about the machine. Raises ExperimentError."""
    try:
        return ask({"job": job, **words}, 300)
    except JobFailed as failure:
        raise ExperimentError(f"The worker could not measure the {job}: {failure}") from None
