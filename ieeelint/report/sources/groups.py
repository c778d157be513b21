"""What a specification requests, and the groups of records that it makes."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

from ieeelint.report.records import Location
from ieeelint.report.series import Failure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.report.records import Key, Record


class FastPathError(Exception):
    """Signals that the fast path cannot handle a file."""


@dataclass(slots=True)
class Query:
    """What a specification requests, with the names of the specification (after ``rename``).

    ``where`` has canonical values by key.  ``repeat`` has the keys that distinguish repeats; with
    ``lenient``, they are the defaults.  With ``skips_empty``, records without a value are skipped.
    """

    keys: tuple[str, ...]
    metrics: frozenset[str]
    where: dict[str, frozenset[str | None]]
    rename: dict[str, str]
    repeat: tuple[str, ...]
    ignore: frozenset[str]
    lenient: bool
    skips_empty: bool = False


@dataclass(slots=True)
class Part:
    """The records of one file in a group.

    ``lines`` has the lines of ``values`` whose repeats have names; values that polars read have
    no lines.  ``failed`` has the names of failed repeats with their lines.  ``combined`` is the
    first OK record that combines several repeats.  ``empty`` is the location of the first record
    without a value.
    """

    name: str
    values: array[float] = field(default_factory=lambda: array("d"))
    repeats: list[int | str] = field(default_factory=list)
    lines: array[int] = field(default_factory=lambda: array("q"))
    unnamed: int = 0
    failures: dict[str, Failure] = field(default_factory=dict)
    failed: list[tuple[int | str | None, str, int, str]] = field(default_factory=list)
    combined: Record | None = None
    empty: Location | None = None
    first: int = -1
    last: int = 0
    time: str | float = ""

    def labels(self) -> list[int | str]:
        """The names of all repeats; those that failed come last."""
        return [*self.repeats, *(label for label, *_ in self.failed if label is not None)]

    def lines_of(self, repeat: int | str) -> list[int]:
        """The lines of a repeat, in order.  Raises FastPathError if they are unknown."""
        if len(self.lines) != len(self.repeats):
            raise FastPathError
        lines = [*self.lines, *(line for label, _, line, _ in self.failed if label is not None)]
        return sorted(line for label, line in zip(self.labels(), lines) if label == repeat)


@dataclass(slots=True)
class Group:
    """One metric under one combination of keys.

    ``rest`` are the other keys of its first record with a value or a status, None before it.
    """

    keys: tuple[Key | None, ...]
    rest: dict[str, Key] | None
    location: Location
    unit: str | None = None
    unit_place: Location = field(default_factory=lambda: Location(""))
    parts: list[Part] = field(default_factory=list)

    def part(self, name: str) -> Part:
        """The part of the current file; files are read in sequence."""
        if not self.parts or self.parts[-1].name != name:
            self.parts.append(Part(name))
        return self.parts[-1]
