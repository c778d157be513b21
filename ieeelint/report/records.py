"""Records, the long form of every result file: one value, its keys, its unit and its location."""

from __future__ import annotations

from dataclasses import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# The status of a measurement.  Why a measurement has no record is unknown.
OK = "ok"
OUT_OF_MEMORY = "oom"
FAILED = "failed"
TIMEOUT = "timeout"
SKIPPED = "skipped"

# Keys that distinguish repeats if a specification does not name any.  The name of a run is used
# only if there is no other key: it differs between all runs, so that none could be paired.
REPEATS = ("repeat", "repetition", "trial", "seed", "iteration", "fold", "run")

# A value that identifies a measurement: module="se", tokens=1024, cold=True.
Key = str | int | float | bool


class ReportError(Exception):
    """An error in a specification or a result file; the message describes it and the remedy.

    ``path`` and ``line`` (from 1; 0 for the whole file) are printed before the message.
    """

    def __init__(self, message: str, path: str = "", line: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line

    def __str__(self) -> str:
        line = f":{self.line}" if self.line else ""
        return f"{self.path}{line}: {self.message}" if self.path or line else self.message

    def with_path(self, path: str) -> ReportError:
        """This error, with the file ``path`` if it has none."""
        return self if self.path else ReportError(self.message, path, self.line)


@dataclass(slots=True, frozen=True)
class Location:
    """The location of a record: the file as the user named it, and the line (from 1; 0 for a
    file without lines).
    """

    path: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(slots=True, frozen=True)
class Summary:
    """The statistics that a tool stored instead of all its repeats.

    ``statistic`` is the statistic of the record's value ("median", "mean", "min").  ``low`` and
    ``high`` bound the interval of confidence ``level`` (0.95); ``spread`` is the standard
    deviation, ``error`` an error of another or an unknown kind, such as a standard error; all are
    in the record's unit.  ``count`` is the number of repeats.  A field that
    the tool did not store is None.
    """

    statistic: str
    count: int | None = None
    low: float | None = None
    high: float | None = None
    level: float | None = None
    spread: float | None = None
    error: float | None = None


@dataclass(slots=True)
class Record:
    """One value of one metric under one combination of keys.

    ``value`` is finite.  It is None if and only if ``status`` is not OK or ``refused`` is set:
    the error that is raised if a specification uses this record, whose value is not a number.
    ``unit`` is as in the file ("ns", "MiB", "" for a count or a ratio).  ``repeat`` numbers the
    measurements of one series.  ``samples`` has the repeats of a record that contains several;
    ``value`` is then their ``summary.statistic``.  ``time`` is the time of the measurement, if
    the file has one: ISO 8601, or seconds since 1970.
    """

    keys: dict[str, Key]
    metric: str
    value: float | None
    unit: str = ""
    repeat: int | str | None = None
    status: str = OK
    location: Location = field(default_factory=lambda: Location(""))
    reason: str = ""
    summary: Summary | None = None
    samples: Sequence[float] = ()
    time: str | float = ""
    refused: ReportError | None = None
