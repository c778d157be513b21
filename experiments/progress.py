"""The progress of a run: a live line on a terminal, a plain line for each group elsewhere."""

from __future__ import annotations

import contextlib
import shutil
import sys
import time
from typing import Any

from experiments.cases import Group


class Progress:
    """Progress on standard error; a closed terminal does not stop the run."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.live = sys.stderr.isatty()
        self.groups = self.remaining = 0
        self.began = time.monotonic()

    def start(self, cases: int, measured: int, left: list[Group]) -> None:
        self.groups = self.remaining = len(left)
        self.began = time.monotonic()
        if measured:
            self.say(f"{measured} of {measured + len(left)} groups are already in {self.path}.")
        if left:
            self.say(f"{len(left)} groups of cases to measure; results go to {self.path}.")
            self._draw(left[0].label)

    def done(self, group: Group, rows: list[dict[str, Any]]) -> None:
        """Report a finished group."""
        self.remaining -= 1
        failures = [row for row in rows if row["status"] != "ok"]
        for row in failures:
            self.say(f"{group.label} {_name(row)}: {row['status']}: {row['reason']}")
        if self.live:
            self._draw(group.label)
        elif not failures:
            self.say(f"[{self.groups - self.remaining}/{self.groups}] {group.label}{_times(rows)}")

    def finish(self, failed: int) -> None:
        self._clear()
        if failed:
            self.say(f"{failed} cases have no measurement; see the reasons in {self.path}.")

    def say(self, words: str) -> None:
        """Write a permanent line."""
        self._clear()
        self._write(words + "\n")

    def _draw(self, label: str) -> None:
        if not self.live:
            return
        done = self.groups - self.remaining
        width = shutil.get_terminal_size().columns - 1
        spent = time.monotonic() - self.began
        left = f", {_clock(spent / done * self.remaining)} left" if done and self.remaining else ""
        bar = "#" * (20 * done // max(1, self.groups))
        self._clear()
        self._write(f"[{bar:<20}] {done}/{self.groups}{left}  {label}"[:width])

    def _clear(self) -> None:
        if self.live:
            self._write("\r\x1b[K")

    def _write(self, words: str) -> None:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(words)
            sys.stderr.flush()


def _times(rows: list[dict[str, Any]]) -> str:
    parts = [
        f"{_name(row)} {row['time_ns']['median'] / 1e6:.3f} ms"
        for row in rows
        if row.get("time_ns")
    ]
    return ": " + ", ".join(parts) if parts else ""


def _name(row: dict[str, Any]) -> str:
    """The implementation, and the backend unless it is the usual one."""
    case = row["case"]
    backend = "" if case["backend"] == "plain" else f" ({case['backend']})"
    return f"{case['implementation']}{backend}"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
