"""A figure before it is drawn, independent of the file format: series of points, and axes."""

from __future__ import annotations

from dataclasses import dataclass, field

from ieeelint.report.grid import Provenance, Value
from ieeelint.report.words import Words

LINE = "line"
BAR = "bar"
SCALING = "scaling"  # both axes logarithmic, each series with its fitted exponent
ROOFLINE = "roofline"  # percent of a bound, or operations per second over operations per byte
KINDS = (LINE, BAR, SCALING, ROOFLINE)


@dataclass(slots=True, eq=False)
class Axis:
    """An axis, labeled "Quantity (unit)"."""

    quantity: Words
    unit: str = ""
    logarithmic: bool = False


@dataclass(slots=True, eq=False)
class Point:
    """A point: ``x`` is a number, or the text of a category.

    ``y`` is None if there is no value; ``state`` (the status of the record, or "absent") is the
    reason.
    """

    name: str
    x: float | str
    y: Value | None
    state: str = "ok"


@dataclass(slots=True, eq=False)
class Line:
    """The points of one series, and in a scaling chart its ``exponent`` and the standard error."""

    name: str
    words: Words
    points: list[Point] = field(default_factory=list)
    exponent: float | None = None
    exponent_error: float | None = None


@dataclass(slots=True, eq=False)
class Ceiling:
    """A roof of a roofline chart: a peak in the unit of the y axis, or a bandwidth, which is the
    slope of a line through the origin.
    """

    words: Words
    peak: float | None = None
    slope: float | None = None


@dataclass(slots=True, eq=False)
class Chart:
    """A figure; ``span`` is its width: "column" (3.5 in) or "page" (7.16 in)."""

    kind: str
    label: str
    caption: Words
    x: Axis
    y: Axis
    lines: list[Line]
    ceilings: list[Ceiling] = field(default_factory=list)
    span: str = "column"
    height: float | None = None  # inches
    provenance: Provenance = field(default_factory=Provenance)
