"""The report of the drafts, made again whenever one of their files changes."""

from __future__ import annotations

import os
import threading

from ieeelint.output.html import document, notice
from ieeelint.settings import SettingsError
from ieeelint.terminal import log
from ieeelint.translation import AUTO, chosen, speaking, term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ieeelint.results import Report

    State = dict[str, tuple[int, int] | None]  # of files and folders, by path

NOT_CHECKED = "Not checked"
INTERVAL = 0.4  # seconds between two looks at the files


class Follower:
    """Checks in a separate thread; ``latest`` is (number, document) of the last check.

    ``check`` makes the report.  What it raises is shown in the place of the report, so that a
    mistake in a settings file does not end the program.
    """

    def __init__(self, check: Callable[[], Report], paths: list[str]) -> None:
        self._check = check
        self._paths = paths
        self._changed = threading.Condition()
        self._ends = threading.Event()
        self.latest = (0, "")
        self._files: list[str] = []  # of the last report
        self.language = chosen(AUTO)  # of the notices, until the settings are known
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begin to check."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread, and whoever waits for a change."""
        self._ends.set()
        with self._changed:
            self._changed.notify_all()
        self._thread.join()

    def newer(self, known: int, patience: float) -> tuple[int, str] | None:
        """The latest document if its number is not ``known``, waiting for it up to ``patience``
        seconds; None if there is none.
        """
        with self._changed:
            self._changed.wait_for(
                lambda: self._ends.is_set() or self.latest[0] not in (known, 0), patience
            )
            return self.latest if self.latest[0] not in (known, 0) else None

    def _run(self) -> None:
        while not self._ends.is_set():
            before = _state(self._paths)
            number = self.latest[0] + 1
            content, files = self._document(number)
            seen = _state([*self._paths, *files])
            with self._changed:
                self.latest = number, content
                self._changed.notify_all()
            if any(seen[path] != state for path, state in before.items()):
                continue  # changed during the check
            while not self._ends.wait(INTERVAL) and _state(list(seen)) == seen:
                pass

    def _document(self, number: int) -> tuple[str, list[str]]:
        """The document with this number, and the files that it depends on."""
        try:
            report = self._check()
        except SettingsError as error:
            return self.notice(NOT_CHECKED, str(error), number), self._files
        except Exception as error:  # a bug: the next change may avoid it
            from ieeelint.unexpected import described

            message = described(error, ["open", *self._paths])
            log(message)
            return self.notice(NOT_CHECKED, message, number), self._files
        files = [file for paper in report.papers for file in (*paper.files, *paper.other_files)]
        self._files = files or self._files
        documentation = ""
        if report.settings is not None:
            documentation = report.settings["documentation"]
            self.language = chosen(report.settings["language"])
        with speaking(self.language):
            return document(report, number, documentation), self._files

    def notice(self, title: str, message: str, number: int) -> str:
        """A page that says why the report is missing."""
        with speaking(self.language):
            return notice(term(title), term(message), number)


def _state(paths: list[str]) -> State:
    """When each file was written, and its size; None for one that does not exist."""
    state: State = {}
    for path in paths:
        try:
            status = os.stat(path)
            state[path] = status.st_mtime_ns, status.st_size
        except OSError:
            state[path] = None
    return state
