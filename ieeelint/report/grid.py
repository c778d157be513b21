"""A finished table without a format: what writers print, what the lock keeps, what drafts are
held against.

Nothing here is rounded, sorted or escaped any more but by the writer's own
alphabet: digits are final text, notes have their letters.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from ieeelint.report.words import Words

# How the cells of a column stand.
LEFT = "left"
RIGHT = "right"
DECIMAL = "decimal"  # the decimal points below each other

# What a cell shows.
VALUE = "value"
MISSING = "missing"  # out of memory, failed, not run: ``words`` say which
EMPTY = "empty"  # nothing to say, such as the ratio of a row without a baseline
TEXT = "text"  # the head of a row


@dataclass(slots=True, frozen=True)
class Value:
    """The number behind a cell, unrounded, in the unit that the column prints.

    ``low`` and ``high`` are None without an interval; ``count`` is the number of repeats;
    ``level`` the confidence of the interval ("95%"), ``kind`` what the interval is
    ("ci", "iqr", "sd", "range").
    """

    number: Decimal
    unit: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    count: int | None = None
    level: str = ""
    kind: str = ""


@dataclass(slots=True, eq=False)
class Cell:
    """One cell: final digits, final marks.

    ``digits`` is ASCII without grouping ("-12345.60"; writers set minus signs and thin spaces);
    ``below`` says that the value is nearer to zero than ``digits`` (prints "<0.001", ">-0.001").
    ``half`` is the half-width after a plus-minus sign, or ``ends`` both ends of the interval;
    ``half_below`` as ``below``.  Bold and underline cover the digits, not the interval.
    ``notes`` are letters. ``row`` and ``column`` name the cell ("acmix", "latency-forward").
    """

    row: str
    column: str
    state: str = VALUE
    digits: str = ""
    below: bool = False
    half: str = ""
    half_below: bool = False
    ends: tuple[str, str] | None = None
    bold: bool = False
    underline: bool = False
    notes: str = ""
    words: Words = ()
    value: Value | None = None

    @property
    def bound(self) -> str:
        """The sign before digits that the value does not reach."""
        return "" if not self.below else ">" if self.digits.startswith("-") else "<"


@dataclass(slots=True, eq=False)
class Head:
    """A cell of the table's head over ``count`` columns from ``first``.

    ``unit`` is printed in parentheses after the words (and after the note letter); ``short`` are
    words to fall back to where the table is too wide.  ``ruled`` draws a rule under a spanner.
    """

    words: Words
    first: int
    count: int = 1
    unit: str = ""
    short: Words = ()
    notes: str = ""
    ruled: bool = False


@dataclass(slots=True, eq=False)
class Column:
    """A column: its name as in the cells, how it stands, and its whole head as one reads it.

    ``header`` is the words of all its heads ("Latency, Forward"), ``unit`` what its numbers are
    in, for formats with one head row, and for finding the column in a draft.
    """

    name: str
    align: str
    header: Words
    unit: str = ""


@dataclass(slots=True, eq=False)
class Row:
    """A row of cells, one a column; or, with ``title``, the line over a group of rows."""

    name: str = ""
    cells: list[Cell] = field(default_factory=list)
    title: Words = ()
    indented: bool = False  # stands in a group


@dataclass(slots=True, eq=False)
class Note:
    """A line under the table: ``letter`` is empty for a general note."""

    letter: str
    words: Words


@dataclass(slots=True, eq=False)
class Provenance:
    """Where a table comes from: the specification's path as named, the first 12 digits of SHA-256
    of the specification, the data and the cells.
    """

    path: str = ""
    specification: str = ""
    data: str = ""
    cells: str = ""


@dataclass(slots=True, eq=False)
class Grid:
    """A table.

    ``heads`` are rows of heads, top first, each covering all columns; ``span`` is "column",
    "page" or "auto" (a column where it fits, else the page).
    """

    label: str
    title: Words
    columns: list[Column]
    heads: list[list[Head]]
    rows: list[Row]
    notes: list[Note] = field(default_factory=list)
    span: str = "column"
    provenance: Provenance = field(default_factory=Provenance)

    @property
    def cells(self) -> list[Cell]:
        """All cells that hold something, in reading order, the heads of rows left out."""
        return [cell for row in self.rows for cell in row.cells if cell.state != TEXT]
