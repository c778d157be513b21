"""The pinned results that a draft is checked against, the content of ``results.lock``.

Drafts are checked against the lock file, not the result files, so that another run of a benchmark
causes no findings.  ``ieeelint pin --diff`` shows what would change.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from ieeelint.phrases import nearest_sentence

LARGEST_POWER = 30  # of ten, in any result


@dataclass(slots=True, frozen=True)
class Entry:
    """A cell or a named number: its printed ``text``, and its ``value``.

    ``value`` is unrounded, in ``unit``; if there is no number, it is None, and ``why`` has the
    reason. ``low`` and ``high`` bound the interval of the kind ``interval`` ("95%", "iqr"); both
    are None if there is none. ``repeats`` is None if it is unknown. ``notes`` are letters.
    """

    state: str
    text: str
    value: Decimal | None = None
    unit: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    interval: str = ""
    repeats: int | None = None
    why: str = ""
    bold: bool = False
    underline: bool = False
    notes: str = ""


@dataclass(slots=True, frozen=True)
class LockedRow:
    """A row: its name, which is part of the names of cells, its header, and its group's title."""

    name: str
    header: str
    group: str = ""


@dataclass(slots=True, frozen=True)
class LockedColumn:
    """A column: ``short`` is its header for narrow tables."""

    name: str
    header: str
    short: str
    unit: str = ""


@dataclass(slots=True, frozen=True)
class LockedTable:
    """A table; ``cells`` are by name, "row.column", and ``notes`` by letter.

    ``specification`` is the path of the table's specification.
    """

    title: str
    columns: list[LockedColumn]
    rows: list[LockedRow]
    cells: dict[str, Entry]
    notes: dict[str, str] = field(default_factory=dict)
    specification: str = ""

    @property
    def row_headers(self) -> dict[str, str]:
        """The headers of rows by name."""
        return {row.name: row.header for row in self.rows}

    @property
    def column_headers(self) -> dict[str, str]:
        """The headers of columns by name."""
        return {column.name: column.header for column in self.columns}

    def column_cells(self, name: str) -> dict[str, Entry]:
        """The cells of the column ``name``."""
        return {cell: entry for cell, entry in self.cells.items() if cell.partition(".")[2] == name}


@dataclass(slots=True, frozen=True)
class LockedFile:
    """A result file: its adapter, the number of its records, and its hash."""

    adapter: str
    records: int
    sha256: str


@dataclass(slots=True, frozen=True)
class LockedFigure:
    """A figure: digests of its data and of its specification."""

    data: str
    specification: str


@dataclass(slots=True)
class Lock:
    """All pinned results: files and digests of specifications by path relative to the lock file,
    tables and figures by label, numbers by key.
    """

    files: dict[str, LockedFile] = field(default_factory=dict)
    tables: dict[str, LockedTable] = field(default_factory=dict)
    figures: dict[str, LockedFigure] = field(default_factory=dict)
    numbers: dict[str, Entry] = field(default_factory=dict)
    specifications: dict[str, str] = field(default_factory=dict)

    def number(self, key: str) -> Entry | None:
        """The entry of a key: a named number, or the cell ``table.row.column``."""
        if key in self.numbers:
            return self.numbers[key]
        label, _, cell = key.partition(".")
        table = self.tables.get(f"tab:{label}") or self.tables.get(label)
        entry = table.cells.get(cell) if table else None
        return entry if entry and entry.value is not None else None

    def cell_keys(self) -> list[str]:
        """The keys of all cells with a number."""
        return [
            key_of_cell(label, name)
            for label, table in self.tables.items()
            for name, entry in table.cells.items()
            if entry.value is not None
        ]

    def number_keys(self) -> list[str]:
        """All keys that a pin may use."""
        return [*self.numbers, *self.cell_keys()]


def key_of_cell(label: str, name: str) -> str:
    """The key of a cell: the label of its table without "tab:", and its name."""
    return f"{label.removeprefix('tab:')}.{name}"


def is_usable(number: Decimal) -> bool:
    """True for a finite number of a size that results have."""
    return number.is_finite() and abs(number.adjusted()) < LARGEST_POWER


def unknown_key(key: str, lock: Lock) -> str:
    """The message for a key that is not in the lock file."""
    return f'The results have no number "{key}".{nearest_sentence(key, lock.number_keys())}'
