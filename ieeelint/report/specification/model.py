"""The model of a specification, with default values for missing keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ieeelint.report.records import Key
from ieeelint.report.words import Words

Where = Mapping[str, "Key | list[Key]"]


@dataclass(slots=True, eq=False)
class Source:
    """The result files and the selection of their records; see ``collecting.collect``."""

    files: list[str]
    where: Where = field(default_factory=dict)
    rename: dict[str, str] = field(default_factory=dict)
    repeat: list[str] = field(default_factory=list)
    ignore: list[str] = field(default_factory=list)
    prefer: str = ""
    adapter: str = ""
    empty: str = "keep"
    decimal: str = ""
    best: tuple[str, str] | None = None


@dataclass(slots=True, eq=False)
class Ratio:
    """``of`` is "baseline/this", "this/baseline", "percent-change" or "difference"."""

    metric: str
    of: str


@dataclass(slots=True, eq=False)
class Test:
    """A test of each row against its baseline."""

    kind: str
    adjust: str = "holm"
    alpha: float = 0.05
    note: str = ""
    stars: bool = False


@dataclass(slots=True, eq=False)
class Measure:
    """The content of a cell, a point or a number.

    ``has_stat`` is True if the specification names the statistic, ``has_digits`` if it
    names the rule of rounding, ``is_percent`` if values without
    a unit already are percent.  ``interval`` is "none", "ci", "iqr",
    "sd" or "error", ``level`` the confidence of a "ci".  ``path`` is its path in the
    specification, for error messages.
    """

    path: tuple[str | int, ...]
    metric: str = ""
    where: Where = field(default_factory=dict)
    unit: str = ""
    stat: str = "median"
    has_stat: bool = False
    is_percent: bool = False
    has_digits: bool = False
    interval: str = "none"
    level: float = 0.95
    range: bool = False
    digits: str = "sig:3"
    best: str = "none"
    best_requires_test: bool = False
    second: bool = False
    within: str = "column"
    ratio: Ratio | None = None
    test: Test | None = None
    note: str = ""


@dataclass(slots=True, eq=False)
class ColumnOf:
    """A column of [[column]], not of a pivot."""

    header: Words
    measure: Measure
    short: Words = ()
    group: Words = ()


@dataclass(slots=True, eq=False)
class Axis:
    """The key of rows, pivot columns or an axis; ``order`` is a word or a list of key values."""

    key: str
    header: Words = ()
    order: str | list[Key] = "file"
    path: tuple[str | int, ...] = ()


@dataclass(slots=True, eq=False)
class RowGroup:
    """A group of rows under a title."""

    title: Words
    where: Where = field(default_factory=dict)
    baseline: Where = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Missing:
    """The text of cells with one state; ``refused`` if the specification rejects such cells."""

    words: Words
    note: str = ""
    refused: bool = False


@dataclass(slots=True, eq=False)
class Summary:
    """A last column: ``of`` is "mean", "geometric-mean", "median" or "rank"."""

    header: Words
    of: str
    measure: Measure


@dataclass(slots=True, eq=False)
class RowSummary:
    """A last row: ``of`` is as in :class:`Summary`."""

    header: Words
    of: str


@dataclass(slots=True, eq=False)
class Table:
    """A table: ``rows`` with ``columns``, or with one ``cell`` measure over a ``pivot``."""

    label: str
    title: Words
    rows: Axis
    columns: list[ColumnOf] = field(default_factory=list)
    pivot: Axis | None = None
    cell: Measure | None = None
    groups: list[RowGroup] = field(default_factory=list)
    span: str = "column"
    align: str = "decimal"
    legend: bool = False
    summary: Summary | None = None
    row_summaries: list[RowSummary] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class NumberOf:
    """A named number; ``of`` takes the minimum or maximum over all matching groups of records."""

    key: str
    measure: Measure
    baseline: Where = field(default_factory=dict)
    of: str = ""


@dataclass(slots=True, eq=False)
class CeilingOf:
    """An upper bound, drawn as a line."""

    words: Words
    peak: float | None = None
    slope: float | None = None


@dataclass(slots=True, eq=False)
class Figure:
    """A figure."""

    kind: str
    label: str
    caption: Words
    x: Axis
    x_unit: str
    x_metric: str
    x_log: bool
    y_quantity: Words
    y_log: bool
    measure: Measure
    series: str = ""
    span: str = "column"
    height: float | None = None
    ceilings: list[CeilingOf] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Specification:
    """A whole specification: its ``path`` as the user wrote it, and the ``text`` of the file.

    ``name`` is that of the files that are written, if it is not that of the path.
    """

    path: str
    text: str
    source: Source
    table: Table | None = None
    figure: Figure | None = None
    baseline: Where = field(default_factory=dict)
    missing: dict[str, Missing] = field(default_factory=dict)
    names: dict[str, Words] = field(default_factory=dict)
    baseline_suffix: str = ""
    notes: dict[str, Words] = field(default_factory=dict)
    numbers: list[NumberOf] = field(default_factory=list)
    name: str = ""
