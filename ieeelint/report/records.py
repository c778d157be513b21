"""The long form that every result file is turned into: one measurement, its keys, its unit, its
place.
"""

from __future__ import annotations

from dataclasses import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# What became of a measurement.  A record that does not exist was not run.
OK = "ok"
OUT_OF_MEMORY = "oom"
FAILED = "failed"
TIMEOUT = "timeout"
SKIPPED = "skipped"
STATUSES = (OK, OUT_OF_MEMORY, FAILED, TIMEOUT, SKIPPED)

# What tells measurements apart: module="se", tokens=1024, cold=True.
Key = str | int | float | bool


class ReportError(Exception):
    """What keeps a table from being made: the message says what, where (file:line) and what to do.

    ``path`` and ``line`` (from 1; 0 for the whole file) stand before the message when it is
    printed.
    """

    def __init__(self, message: str, path: str = "", line: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}: " if self.line else f"{self.path}: " if self.path else ""
        return place + self.message

    def placed(self, path: str) -> ReportError:
        """This error, in the file ``path`` where it names none."""
        return self if self.path else ReportError(self.message, path, self.line)


@dataclass(slots=True, frozen=True)
class Place:
    """Where a record stands: the file as the user named it, the line (from 1; 0 where there are
    none).
    """

    path: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(slots=True, frozen=True)
class Summary:
    """What a tool has already made of its repeats, where it did not keep them all.

    ``statistic`` is that of the record's value ("median", "mean", "min"); ``low`` and ``high``
    bound the interval of confidence ``level`` (0.95); ``spread`` is the standard deviation; in
    the record's unit.  ``count`` is the number of repeats.  What the tool does not say is None.
    """

    statistic: str
    count: int | None = None
    low: float | None = None
    high: float | None = None
    level: float | None = None
    spread: float | None = None


@dataclass(slots=True)
class Record:
    """One value of one metric under one combination of keys.

    ``value`` is always finite, and None exactly when ``status`` is not OK or ``refused`` says why
    the file's is no number, which is an error for who takes the record.  ``unit`` is as the file
    says ("ns", "MiB", "" for a count or a ratio).  ``repeat`` numbers measurements of the same
    thing.  ``samples`` are the repeats of a record that holds several; ``value`` is then their
    ``summary.statistic``.  ``time`` is when it was measured, where the file says so: ISO 8601, or
    seconds since 1970.
    """

    keys: dict[str, Key]
    metric: str
    value: float | None
    unit: str = ""
    repeat: int | str | None = None
    status: str = OK
    place: Place = field(default_factory=lambda: Place(""))
    reason: str = ""
    summary: Summary | None = None
    samples: Sequence[float] = ()
    time: str | float = ""
    refused: ReportError | None = None
