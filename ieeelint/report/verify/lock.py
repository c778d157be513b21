"""The pinned results that a paper is checked against, as they are in ``results.lock``.

Drafts are checked against the lock and not against result files, so that a benchmark that runs
again does not turn the paper red; ``ieeelint pin --diff`` shows what would change.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from ieeelint.phrases import nearest_sentence

FARTHEST = 30  # powers of ten that any result stays within


@dataclass(slots=True, frozen=True)
class Entry:
    """A cell or a named number: ``text`` as it is printed, and the value behind it.

    ``value`` is unrounded, in ``unit``, and None where there is no number; ``why`` then says why.
    ``low`` and ``high`` bound its interval of the kind ``interval`` ("95%", "iqr"), both None
    without one. ``repeats`` is None where nobody counted them. ``notes`` are letters.
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
    """A row: its name in the names of cells, its header, and the title of its group."""

    name: str
    header: str
    group: str = ""


@dataclass(slots=True, frozen=True)
class LockedColumn:
    """A column: ``short`` is its header in the words for narrow tables."""

    name: str
    header: str
    short: str
    unit: str = ""


@dataclass(slots=True, frozen=True)
class LockedTable:
    """A table; ``cells`` are by name, "row.column", and ``notes`` by letter.

    ``specification`` is the path of the file that the table was made from.
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
    """A result file that was read: the adapter, how many records it gave, and its hash."""

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
    """All that is pinned: files and the digests of specifications by path from the lock's folder,
    tables and figures by label, numbers by key.
    """

    files: dict[str, LockedFile] = field(default_factory=dict)
    tables: dict[str, LockedTable] = field(default_factory=dict)
    figures: dict[str, LockedFigure] = field(default_factory=dict)
    numbers: dict[str, Entry] = field(default_factory=dict)
    specifications: dict[str, str] = field(default_factory=dict)

    def number(self, key: str) -> Entry | None:
        """The entry under a key: a named number, or the cell ``table.row.column``."""
        if key in self.numbers:
            return self.numbers[key]
        label, _, cell = key.partition(".")
        table = self.tables.get(f"tab:{label}") or self.tables.get(label)
        entry = table.cells.get(cell) if table else None
        return entry if entry and entry.value is not None else None

    def cell_keys(self) -> list[str]:
        """The keys of all cells that hold a number."""
        return [
            key_of_cell(label, name)
            for label, table in self.tables.items()
            for name, entry in table.cells.items()
            if entry.value is not None
        ]

    def number_keys(self) -> list[str]:
        """Every key that a number of the text may name."""
        return [*self.numbers, *self.cell_keys()]


def key_of_cell(label: str, name: str) -> str:
    """The key of a cell: the label of its table without "tab:", and its name."""
    return f"{label.removeprefix('tab:')}.{name}"


def is_usable(number: Decimal) -> bool:
    """True for a finite number within the powers of ten that results have."""
    return number.is_finite() and abs(number.adjusted()) < FARTHEST


def unknown_key(key: str, lock: Lock) -> str:
    """What to say of a key that the lock does not have."""
    return f'The results have no number "{key}".{nearest_sentence(key, lock.number_keys())}'
