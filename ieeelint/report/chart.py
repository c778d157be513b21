"""A figure before it is drawn: series of points with intervals, axes with quantity and unit, no
format.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ieeelint.report.grid import Provenance, Value
from ieeelint.report.words import Words

LINE = "line"
BAR = "bar"
SCALING = "scaling"  # both axes logarithmic, each series with its fitted exponent
ROOFLINE = "roofline"  # per cent of a floor, or operations a second over operations a byte
KINDS = (LINE, BAR, SCALING, ROOFLINE)


@dataclass(slots=True, eq=False)
class Axis:
    """An axis: prints as "Quantity (unit)"."""

    quantity: Words
    unit: str = ""
    logarithmic: bool = False


@dataclass(slots=True, eq=False)
class Point:
    """A point: ``x`` is a number, or the words of a category; ``y`` is None where ``state`` (a
    record's status, or "absent") says why.
    """

    name: str
    x: float | str
    y: Value | None
    state: str = "ok"


@dataclass(slots=True, eq=False)
class Line:
    """The points of one series; ``exponent`` and its standard error are of a scaling chart."""

    name: str
    words: Words
    points: list[Point] = field(default_factory=list)
    exponent: float | None = None
    exponent_error: float | None = None


@dataclass(slots=True, eq=False)
class Ceiling:
    """A roof of a roofline chart: a peak in the y axis's unit, or a bandwidth (slope) through the
    origin.
    """

    words: Words
    peak: float | None = None
    slope: float | None = None


@dataclass(slots=True, eq=False)
class Chart:
    """A figure: ``span`` is "column" (3.5 in) or "page" (7.16 in)."""

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
