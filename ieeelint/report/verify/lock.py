"""``results.lock``: what the results said when the paper was last held against them.

A JSON file, keys sorted, a cell a line, that goes into version control beside the paper.  Drafts
are checked against it and not against result files, so that a benchmark that runs again does
not turn the paper red; ``ieeelint pin --diff`` says what it would change.
"""

from __future__ import annotations

import json
import os
from decimal import Decimal, InvalidOperation

from ieeelint.report.grid import MISSING, Cell, Grid, Value
from ieeelint.report.records import ReportError
from ieeelint.report.words import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from ieeelint.report.built import Built, Number

SCHEMA = "ieeelint-lock/1"
FARTHEST = 30  # powers of ten that any result stays within

Lock = dict[str, "Any"]


def lock_of(built: Iterable[Built], home: str = "") -> Lock:
    """What the lock keeps: tables by label, numbers by key, figures by label, files and
    specifications by path.

    Paths are as seen from ``home``, the folder of the lock.  Raises ReportError for two tables of
    one label and two numbers of one key.
    """
    lock: Lock = {
        "schema": SCHEMA,
        "files": {},
        "tables": {},
        "figures": {},
        "numbers": {},
        "specifications": {},
    }
    for one in built:
        if one.digest:
            lock["specifications"][_seen_from(home, one.path)] = one.digest
        for file in one.inputs:
            path = _seen_from(home, os.path.join(os.path.dirname(one.path), file.path))
            lock["files"][path] = {
                "adapter": file.adapter,
                "records": file.records,
                "sha256": file.sha256,
            }
        if one.grid is not None:
            if one.grid.label in lock["tables"]:
                raise ReportError(f'two specifications make the table "{one.grid.label}"', one.path)
            lock["tables"][one.grid.label] = _table(one.grid) | {
                "specification": _seen_from(home, one.path)
            }
        if one.chart is not None:
            made = one.chart.provenance
            lock["figures"][one.chart.label] = {
                "data": made.data,
                "specification": made.specification,
            }
        for number in one.numbers:
            if number.key in lock["numbers"]:
                raise ReportError(f'two specifications make the number "{number.key}"', one.path)
            lock["numbers"][number.key] = _number(number)
    return lock


def _seen_from(home: str, path: str) -> str:
    return os.path.relpath(path, home or ".").replace(os.sep, "/")


def written(lock: Lock) -> str:
    """The lock as text: the same for the same content."""
    return json.dumps(lock, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def read(path: str) -> Lock:
    """A lock from its file.  Raises ReportError for one that cannot be read or is of another
    version.
    """
    try:
        with open(path, encoding="utf-8") as file:
            lock = json.load(file)
    except FileNotFoundError:
        raise ReportError("there is no such file. Write it with: ieeelint pin", path) from None
    except OSError as error:
        raise ReportError(f"cannot be read: {error.strerror or error}.", path) from None
    except UnicodeDecodeError:
        raise ReportError("is not UTF-8. Write it anew with: ieeelint pin", path) from None
    except RecursionError:
        raise ReportError(
            "is nested too deeply to be a lock. Write it anew with: ieeelint pin", path
        ) from None
    except json.JSONDecodeError as error:
        raise ReportError(
            f"is no whole JSON file ({error.msg}). Write it anew with: ieeelint pin",
            path,
            error.lineno,
        ) from None
    schema = lock.get("schema") if isinstance(lock, dict) else None
    if schema != SCHEMA:
        raise ReportError(
            f"is of schema {schema!r}, and this version of ieeelint reads {SCHEMA!r}.", path
        )
    if not all(
        isinstance(lock.get(part), dict) for part in ("files", "tables", "figures", "numbers")
    ):
        raise ReportError("lacks one of its parts. Write it anew with: ieeelint pin", path)
    if fault := _fault(lock):
        raise ReportError(f"is damaged: {fault}. Write it anew with: ieeelint pin", path)
    kept: Lock = lock
    return kept


# what an entry must have, and what its values are
ENTRY = {
    "state": str,
    "text": str,
    "value": str,
    "unit": str,
    "low": str,
    "high": str,
    "why": str,
    "repeats": int,
}
PARTS = {"title": str, "columns": list, "rows": list, "cells": dict}
COLUMN = {"name": str, "head": str, "short": str, "unit": str}
ROW = {"name": str, "head": str, "group": str}


def _fault(lock: dict[str, Any]) -> str:
    """What is wrong with the shape of a lock that is JSON; empty when nothing is."""
    for key, entry in lock["numbers"].items():
        if not _has(entry, ENTRY, ("text", "value")):
            return f'the number "{key}"'
    for label, table in lock["tables"].items():
        if not _has(table, PARTS, tuple(PARTS)) or not table["cells"]:
            return f'the table "{label}"'
        names = []
        for part, shape in (("columns", COLUMN), ("rows", ROW)):
            if not all(_has(one, shape, tuple(shape)) for one in table[part]):
                return f'the {part} of the table "{label}"'
            names.append({one["name"] for one in table[part]})
        for name, cell in table["cells"].items():
            row, _, column = name.partition(".")
            if (
                not _has(cell, ENTRY, ("state", "text"))
                or row not in names[1]
                or column not in names[0]
            ):
                return f'the cell "{name}" of the table "{label}"'
    for path, file in lock["files"].items():
        if not _has(file, {"sha256": str}, ()):
            return f'the file "{path}"'
    known = lock.get("specifications", {})  # not in locks of before
    if not isinstance(known, dict) or not all(isinstance(one, str) for one in known.values()):
        return "the specifications"
    return ""


def _has(entry: object, shape: Mapping[str, type], needed: tuple[str, ...]) -> bool:
    """True for a table with what is needed, all of it of the right kind; numbers are numbers."""
    if not isinstance(entry, dict) or not all(name in entry for name in needed):
        return False
    if any(name in entry and not isinstance(entry[name], kind) for name, kind in shape.items()):
        return False
    return all(
        name not in entry or decimal(entry, name) is not None for name in ("value", "low", "high")
    )


def number_named(lock: Lock, key: str) -> dict[str, Any] | None:
    """What the lock says under a key: a named number, or the cell ``table.row.column``."""
    if key in lock["numbers"]:
        found: dict[str, Any] = lock["numbers"][key]
        return found
    table, _, cell = key.partition(".")
    kept = lock["tables"].get(f"tab:{table}") or lock["tables"].get(table)
    entry: dict[str, Any] | None = kept["cells"].get(cell) if kept else None
    return entry if entry and "value" in entry else None


def keys_of(lock: Lock) -> list[str]:
    """Every key that a number of the text may name."""
    cells = [
        f"{label.removeprefix('tab:')}.{name}"
        for label, table in lock["tables"].items()
        for name, cell in table["cells"].items()
        if "value" in cell
    ]
    return [*lock["numbers"], *cells]


def decimal(kept: dict[str, Any], name: str) -> Decimal | None:
    """A number of an entry; None where it has none."""
    try:
        number = Decimal(kept[name]) if name in kept else None
    except (InvalidOperation, TypeError, ValueError):
        return None
    return (
        number
        if number is not None and number.is_finite() and abs(number.adjusted()) < FARTHEST
        else None
    )


def _table(grid: Grid) -> dict[str, Any]:
    group = ""
    rows = []
    for row in grid.rows:
        if row.title:
            group = plain(row.title)
        else:
            rows.append({"name": row.name, "head": plain(row.cells[0].words), "group": group})
    return {
        "title": plain(grid.title),
        "columns": [
            {
                "name": column.name,
                "head": plain(column.header),
                "short": _short(grid, at),
                "unit": column.unit,
            }
            for at, column in enumerate(grid.columns[1:], 1)
        ],
        "rows": rows,
        "cells": {f"{cell.row}.{cell.column}": _cell(cell) for cell in grid.cells},
        "notes": {note.letter: plain(note.words) for note in grid.notes if note.letter},
    }


def _short(grid: Grid, at: int) -> str:
    """The column's head with its short words."""
    over = [
        head for heads in grid.heads for head in heads if head.first <= at < head.first + head.count
    ]
    return ", ".join(words for head in over if (words := plain(head.short or head.words)))


def _cell(cell: Cell) -> dict[str, Any]:
    kept: dict[str, Any] = {"state": cell.state, "text": text_of(cell)}
    if cell.value is not None and cell.digits:
        kept |= _value(cell.value)
    if cell.state == MISSING:
        kept["why"] = plain(cell.words)
    if cell.bold:
        kept["bold"] = True
    if cell.underline:
        kept["underline"] = True
    if cell.notes:
        kept["notes"] = cell.notes
    return kept


def text_of(cell: Cell) -> str:
    """What the cell prints, notes left out."""
    half = f"±{'<' if cell.half_below else ''}{cell.half}" if cell.half else ""
    ends = f" [{cell.ends[0]}, {cell.ends[1]}]" if cell.ends else ""
    return f"{cell.bound}{cell.digits}{half}{ends}" if cell.digits else plain(cell.words)


def _number(number: Number) -> dict[str, Any]:
    return {"state": "value", "text": number.digits, **_value(number.value)}


def _value(value: Value) -> dict[str, Any]:
    kept: dict[str, Any] = {"value": _text(value.number), "unit": value.unit}
    if value.low is not None and value.high is not None:
        kept |= {
            "low": _text(value.low),
            "high": _text(value.high),
            "interval": value.level or value.kind,
        }
    if value.count is not None:
        kept["repeats"] = value.count
    return kept


def _text(number: Decimal) -> str:
    """Enough digits for any rounding: whole numbers as they are."""
    rounded = (
        +number if len(number.as_tuple().digits) <= 25 else round(number, 25 - number.adjusted())
    )
    return f"{rounded.normalize():f}" if rounded else "0"
