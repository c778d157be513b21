"""Records gathered by what they measure: what collecting gives and statistics start from."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

from ieeelint.report.records import Key, Place, Summary


@dataclass(slots=True)
class Failure:
    """Records of one status other than OK: how many, where the first stands, the reason it
    gives.
    """

    count: int
    place: Place
    reason: str = ""


@dataclass(slots=True)
class Series:
    """All records of one metric under one combination of keys.

    ``values`` are those of OK records in the order of files and lines, in ``unit``;
    ``repeats`` names them where the files do (the same length, or empty), so that two
    series can be paired.  ``failures`` are by status.  ``summary`` is set only where one
    record holds what a tool made of its repeats: ``values`` are then the repeats it kept,
    if any, and ``summarised`` is its value.  ``places`` are the places of the first and
    last record.
    """

    unit: str
    values: array[float] = field(default_factory=lambda: array("d"))
    repeats: list[int | str] = field(default_factory=list)
    failures: dict[str, Failure] = field(default_factory=dict)
    summary: Summary | None = None
    summarised: float | None = None
    places: tuple[Place, Place] = (Place(""), Place(""))


@dataclass(slots=True, frozen=True)
class SourceFile:
    """A file that was read: its path as the specification names it, SHA-256 of its bytes, who
    read it.
    """

    path: str
    sha256: str
    adapter: str
    records: int


@dataclass(slots=True)
class Collection:
    """Everything a specification asked for.

    ``series`` is by metric and the values of ``keys`` in their order (None where a record
    lacks the key), in order of appearance: files sorted by path, then lines.
    """

    keys: tuple[str, ...]
    series: dict[tuple[str, tuple[Key | None, ...]], Series]
    files: list[SourceFile]
