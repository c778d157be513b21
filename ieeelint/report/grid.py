"""A finished table in no file format, for writers, the lock file and checks of drafts.

All values are rounded and all rows are sorted: digits are final text, and notes have their letters.
Writers only escape special characters.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from ieeelint.report.words import Words

# How the cells of a column are aligned.
LEFT = "left"
RIGHT = "right"
DECIMAL = "decimal"  # at the decimal point

# What a cell shows.
VALUE = "value"
MISSING = "missing"  # out of memory, failed, no result: ``words`` has the text
EMPTY = "empty"  # no content, such as the ratio of a row without a baseline
TEXT = "text"  # the header of a row


@dataclass(slots=True, frozen=True)
class Value:
    """The unrounded number of a cell, in the unit of the column.

    ``low`` and ``high`` are None without an interval; ``count`` is the number of repeats;
    ``level`` is the confidence of the interval ("95%"), ``kind`` the kind of the interval
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
    """One cell with its final digits and marks.

    ``digits`` is ASCII without grouping ("-12345.60"; writers set minus signs and thin spaces).
    ``below`` is True if the value is closer to zero than ``digits`` (prints "<0.001", ">-0.001").
    ``half`` is the half-width after a plus-minus sign, or ``ends`` has both ends of the interval;
    ``half_below`` is like ``below``.  Bold and underline apply to the digits, not the interval.
    ``notes`` has the letters of the notes, and ``stars`` counts those of a significant difference.
    The number and its interval are times ten to the
    ``power``.  ``row`` and ``column`` name the cell ("acmix",
    "latency-forward").
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
    power: int = 0
    stars: int = 0

    @property
    def raised(self) -> list[str]:
        """What is printed as a superscript, separated by commas: stars, then the letters of
        notes.
        """
        return [*(["*" * self.stars] if self.stars else []), *self.notes]

    @property
    def number_text(self) -> str:
        """The number without its interval, as text for macros and files: "2.3e19"."""
        return self.bound + self.digits + (f"e{self.power}" if self.power else "")

    @property
    def opening(self) -> str:
        """A parenthesis before a number and its interval, if a power of ten is after them."""
        return "(" if self.power and (self.half or self.ends) else ""

    @property
    def bound(self) -> str:
        """The sign before the digits if the value is closer to zero than they are."""
        return "" if not self.below else ">" if self.digits.startswith("-") else "<"


@dataclass(slots=True, eq=False)
class Header:
    """A header cell over ``count`` columns from ``first``.

    ``unit`` is printed in parentheses after the words and the note letters.  ``short`` replaces
    the words if the table is too wide.  ``ruled`` draws a rule under a spanner.
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
    """A column: its name, as in the cells, its alignment and its complete header.

    ``header`` joins the words of all its header cells ("Latency, Forward"); ``unit`` is the unit
    of its numbers.  Formats with one header row print them; checks find the column in a draft.
    """

    name: str
    align: str
    header: Words
    unit: str = ""


@dataclass(slots=True, eq=False)
class Row:
    """A row with a cell for each column; or, with ``title``, the title line of a group of rows."""

    name: str = ""
    cells: list[Cell] = field(default_factory=list)
    title: Words = ()
    indented: bool = False  # in a group
    is_summary: bool = False  # an average of the rows above


@dataclass(slots=True, eq=False)
class Note:
    """A note under the table; ``letter`` is empty for a general note."""

    letter: str
    words: Words


@dataclass(slots=True, eq=False)
class Provenance:
    """The origin of a table: the path of the specification, and the first 12 digits of the SHA-256
    of the specification, the data and the cells.
    """

    path: str = ""
    specification: str = ""
    data: str = ""
    cells: str = ""


@dataclass(slots=True, eq=False)
class Grid:
    """A table.

    ``header_rows`` lists the rows from the top, each over all columns; ``span`` is "column",
    "page" or "auto" (a column if the table fits, else the page).
    """

    label: str
    title: Words
    columns: list[Column]
    header_rows: list[list[Header]]
    rows: list[Row]
    notes: list[Note] = field(default_factory=list)
    span: str = "column"
    provenance: Provenance = field(default_factory=Provenance)

    @property
    def first_summary(self) -> Row | None:
        """The first row of averages: a rule is above it."""
        return next((row for row in self.rows if row.is_summary), None)

    @property
    def cells(self) -> list[Cell]:
        """All cells in reading order, without the headers of rows."""
        return [cell for row in self.rows for cell in row.cells if cell.state != TEXT]
