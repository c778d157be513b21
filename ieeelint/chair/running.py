"""The whole batch: from a folder of submissions to the files for the chair.

First each paper is assessed, in several processes; its record goes to the disk at once.  Then the
outputs are written from the records in the order of the papers, so that they are the same for any
number of processes, and after any interruption.
"""

from __future__ import annotations

import os
import re
import time
from contextlib import closing

from ieeelint import workers
from ieeelint.chair.assessing import assess
from ieeelint.chair.state import FOLDER, State
from ieeelint.chair.submissions import submissions
from ieeelint.chair.writing import MARK, report_path, write_all
from ieeelint.files import replace_quickly
from ieeelint.paths import is_in
from ieeelint.settings import SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Generator, Sequence
    from typing import Any

    from ieeelint.chair.against import Earlier
    from ieeelint.chair.export import Export
    from ieeelint.chair.letters import Letters
    from ieeelint.chair.submissions import Submission
    from ieeelint.settings import Settings

    Progress = Callable[[int, int, str], None]
    # function, items, number of jobs, seconds and bytes for each item -> number and result
    Executor = Callable[
        [Callable[[Any], Any], Sequence[Any], int, float, int],
        Generator[tuple[int, Any], None, None],
    ]


class Batch:
    """What a batch is asked to do."""

    def __init__(self, folder: str, out: str, settings: Settings, letters: Letters) -> None:
        self.folder = folder
        self.out = out
        self.settings = settings
        self.letters = letters
        self.jobs = 1
        self.seconds = 300.0
        self.memory = 2_000_000_000
        self.export: Export | None = None
        self.earlier: Earlier | None = None
        self.executor: Executor = workers.results


class Summary:
    """The result of a batch: the number of papers with each verdict, the new names of outputs that
    somebody had edited, the names of files that are not papers, and the ids that only the
    submission system has.
    """

    def __init__(
        self,
        verdicts: Counter[str],
        edited: dict[str, str],
        others: list[str],
        missing: list[str],
    ) -> None:
        self.verdicts = verdicts
        self.edited = edited
        self.others = others
        self.missing = missing


def run(batch: Batch, progress: Progress | None = None) -> Summary:
    """Assess all papers, and write the outputs.

    Raises SettingsError if there is no paper, or a file cannot be written; what is done stays, and
    the next run continues.
    """
    papers, others = submissions(os.path.abspath(batch.folder))
    if not papers:
        raise SettingsError(
            f"{batch.folder}: contains no submission (a folder, or a .tex, .docx, .zip, or .pdf"
            " file for each paper)"
        )
    _prepare(batch)
    state = State(batch.out, batch.settings)
    _assess_all(batch, papers, state, progress)
    missing = batch.export.missing([paper.id for paper in papers]) if batch.export else []
    return Summary(*write_all(batch, papers, missing, state), others, missing)


def _prepare(batch: Batch) -> None:
    """Make the output folder.  Raises SettingsError if it is not one of a batch, or is among the
    submissions.
    """
    out = batch.out
    if is_in(os.path.realpath(out), os.path.realpath(batch.folder)):
        raise SettingsError(f"{out}: is among the submissions; choose a folder outside with --out")
    try:
        names = os.listdir(out) if os.path.isdir(out) else []
        if names and FOLDER not in names and MARK not in names:
            raise SettingsError(
                f"{out}: is not empty and was not written by ieeelint batch; choose another folder"
                " with --out"
            )
        for name in (FOLDER, "letters", "reports"):
            os.makedirs(os.path.join(out, name), exist_ok=True)
        for name in (FOLDER, "letters", "reports", ""):
            _remove_partial_files(os.path.join(out, name), name == FOLDER)
    except OSError as error:
        raise SettingsError(f"{out}: cannot be written: {error.strerror or error}") from None


def _remove_partial_files(folder: str, is_state: bool) -> None:
    """Remove what a batch that was killed was writing.  Raises OSError."""
    expression = r"[0-9a-f]+\.\d+" if is_state else r".+\.\d+\.tmp"
    for name in os.listdir(folder):
        if re.fullmatch(expression, name, re.S):
            os.remove(os.path.join(folder, name))


def _assess_all(
    batch: Batch, papers: list[Submission], state: State, progress: Progress | None
) -> None:
    """Make a record of each paper that has none."""
    tasks = [(paper, batch.settings) for paper in papers if not _is_done(batch, paper, state)]
    if not tasks:
        return
    start = time.monotonic()
    done = len(papers) - len(tasks)
    jobs = min(batch.jobs, len(tasks))
    with closing(batch.executor(assess, tasks, jobs, batch.seconds, batch.memory)) as answers:
        for number, (place, answer) in enumerate(answers, 1):
            paper = tasks[place][0]
            _keep(batch, paper, state, answer)
            if progress is not None:
                left = (time.monotonic() - start) / number * (len(tasks) - number)
                progress(done + number, len(papers), f"{_duration(left)} left  {paper.id}")


def _keep(batch: Batch, paper: Submission, state: State, answer: Any) -> None:
    """Keep the record of a paper and its report, or note why there is none."""
    if isinstance(answer, workers.Lost):
        state.lose(paper, answer.reason)
        return
    record, questions, html = answer
    if html:
        replace_quickly(report_path(batch.out, paper), html)
    state.keep(paper, record, questions)


def _is_done(batch: Batch, paper: Submission, state: State) -> bool:
    """True if the record of a paper holds, and its report is there."""
    if not state.is_done(paper):
        return False
    report = report_path(batch.out, paper)
    if not state.record(paper)["drafts"]:
        return True
    return os.path.isfile(report) and os.path.getsize(report) > 0


def _duration(seconds: float) -> str:
    """A duration in words, rounded up: ``45 s``, ``3 min``, ``2 h 10 min``."""
    if seconds < 60:
        return f"{int(seconds) + 1} s"
    minutes = int(seconds / 60) + 1
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
