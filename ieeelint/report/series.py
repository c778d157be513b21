"""Records grouped into series: the result of collecting, and the input of statistics."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

from ieeelint.report.records import Key, Location, Summary


@dataclass(slots=True)
class Failure:
    """The records of one status other than OK: their count, and the location and the reason of
    the first.
    """

    count: int
    location: Location
    reason: str = ""


@dataclass(slots=True)
class Series:
    """All records of one metric under one combination of keys.

    ``values`` has the values of OK records in the order of files and lines, in ``unit``.
    ``repeats`` names them if the files do (the same length, or empty), so that two series can be
    paired.  ``failures`` are by status.  ``summary`` is set only if one record has the statistics
    of a tool: ``values`` then has the repeats that the tool stored, if any, and ``summarized`` is
    the value of the record.  ``locations`` are the locations of the first and the last record.
    """

    unit: str
    values: array[float] = field(default_factory=lambda: array("d"))
    repeats: list[int | str] = field(default_factory=list)
    failures: dict[str, Failure] = field(default_factory=dict)
    summary: Summary | None = None
    summarized: float | None = None
    locations: tuple[Location, Location] = (Location(""), Location(""))


@dataclass(slots=True, frozen=True)
class SourceFile:
    """A file that was read: its path as in the specification, the SHA-256 of its bytes, and the
    adapter that read it.
    """

    path: str
    sha256: str
    adapter: str
    records: int


@dataclass(slots=True)
class Collection:
    """All series of a specification.

    ``series`` is by metric and the values of ``keys`` in their order (None if a record does not
    have the key), in order of appearance: files sorted by path, then lines.
    """

    keys: tuple[str, ...]
    series: dict[tuple[str, tuple[Key | None, ...]], Series]
    files: list[SourceFile]
