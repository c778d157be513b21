"""Reads, checks and writes the lock file: JSON with the schema ``ieeelint-lock/1``.

Keys are sorted and each value is on a separate line, so that version control shows each change.
"""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation

from ieeelint.inputs import InputError, text_of
from ieeelint.report.fields import FieldError, Fields
from ieeelint.report.grid import MISSING
from ieeelint.report.records import ReportError
from ieeelint.report.verify.lock import (
    Entry,
    Lock,
    LockedColumn,
    LockedFigure,
    LockedFile,
    LockedRow,
    LockedTable,
    is_usable,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.report.fields import JSON

SCHEMA = "ieeelint-lock/1"
FAMILY = SCHEMA.partition("/")[0]
ADVICE = "Write it again with: ieeelint pin"


def load(path: str) -> Lock:
    """Read a lock file.

    Raises ReportError if the file cannot be read, has another version or is damaged; the message
    has the location and the remedy.
    """
    return loads(_content(path), path)


def loads(text: str, path: str = "results.lock") -> Lock:
    """Read the text of a lock file; ``path`` is for messages.  Raises ReportError as ``load``."""
    top = _parsed(text, path)
    schema = top.content.get("schema")
    if schema != SCHEMA:
        if isinstance(schema, str) and schema.partition("/")[0] == FAMILY:
            raise ReportError(
                f'has the schema "{schema}", but this version of ieeelint reads "{SCHEMA}".'
                " Update ieeelint, or write the file again with: ieeelint pin",
                path,
            )
        raise ReportError(f'is not a lock file: its "schema" is not "{SCHEMA}". {ADVICE}', path)
    try:
        return _lock(top)
    except FieldError as error:
        raise ReportError(f"is damaged: {error.message}. {ADVICE}", path) from None


def _content(path: str) -> str:
    try:
        return text_of(path)
    except InputError as error:
        if error.is_missing:
            raise ReportError("does not exist. Create it with: ieeelint pin", path) from None
        raise ReportError(f"{error}. {ADVICE}", path) from None


def _parsed(text: str, path: str) -> Fields:
    if not text.strip():
        raise ReportError(f"is empty. {ADVICE}", path)
    try:
        content: JSON = json.loads(text)
        if "\\ud" in text.lower():  # may be a lone surrogate, which cannot be printed
            json.dumps(content, ensure_ascii=False).encode()
    except RecursionError:
        raise ReportError(f"is nested too deeply to be a lock file. {ADVICE}", path) from None
    except json.JSONDecodeError as error:
        raise ReportError(
            f"is not complete JSON ({error.msg}). Was it cut off, or does it contain merge"
            f" conflict markers? {ADVICE}",
            path,
            error.lineno,
        ) from None
    except UnicodeEncodeError:
        raise ReportError(
            rf"has an escape for half of a character (\ud…). {ADVICE}", path
        ) from None
    except ValueError as error:  # a number of thousands of digits
        raise ReportError(f"cannot be read as JSON ({error}). {ADVICE}", path) from None
    return Fields(content if isinstance(content, dict) else {})


# -- reading -----------------------------------------------------------------------


def _lock(top: Fields) -> Lock:
    for part in ("files", "figures", "numbers", "tables"):
        top.object(part)  # a missing part is reported before errors in other parts
    return Lock(
        files={path: _file(fields) for path, fields in top.named("files", "file")},
        tables={label: _table(fields) for label, fields in top.named("tables", "table")},
        figures={label: _figure(fields) for label, fields in top.named("figures", "figure")},
        numbers={key: _number(fields) for key, fields in top.named("numbers", "number")},
        specifications=_texts(top, "specifications"),  # older lock files have none
    )


def _texts(fields: Fields, name: str) -> dict[str, str]:
    """An object of strings; an empty one if it is missing."""
    if name not in fields:
        return {}
    inner = fields.object(name)
    return {key: inner.text(key) for key in inner}


def _file(fields: Fields) -> LockedFile:
    return LockedFile(fields.text("adapter"), fields.whole("records"), fields.text("sha256"))


def _figure(fields: Fields) -> LockedFigure:
    return LockedFigure(fields.text("data"), fields.text("specification"))


def _table(fields: Fields) -> LockedTable:
    columns = [
        LockedColumn(
            column.text("name"), column.text("head"), column.text("short"), column.text("unit")
        )
        for column in fields.objects("columns", "column")
    ]
    rows = [
        LockedRow(row.text("name"), row.text("head"), row.text("group"))
        for row in fields.objects("rows", "row")
    ]
    cells = dict(fields.named("cells", "cell"))
    if not cells:
        raise FieldError(f'{fields.where}: "cells" is empty')
    row_names, column_names = {row.name for row in rows}, {column.name for column in columns}
    for name, cell in cells.items():
        row_name, _, column_name = name.partition(".")
        if row_name not in row_names:
            raise FieldError(f'{cell.where}: the table has no row "{row_name}"')
        if column_name not in column_names:
            raise FieldError(f'{cell.where}: the table has no column "{column_name}"')
    return LockedTable(
        fields.text("title"),
        columns,
        rows,
        {name: _entry(cell) for name, cell in cells.items()},
        _texts(fields, "notes"),
        fields.text("specification", ""),
    )


def _number(fields: Fields) -> Entry:
    fields.text("value")  # required for a named number
    return _entry(fields)


def _entry(fields: Fields) -> Entry:
    return Entry(
        fields.text("state"),
        fields.text("text"),
        _decimal(fields, "value"),
        fields.text("unit", ""),
        _decimal(fields, "low"),
        _decimal(fields, "high"),
        fields.text("interval", ""),
        fields.whole("repeats") if "repeats" in fields else None,
        fields.text("why", ""),
        fields.flag("bold", False),
        fields.flag("underline", False),
        fields.text("notes", ""),
    )


def _decimal(fields: Fields, name: str) -> Decimal | None:
    if name not in fields:
        return None
    text = fields.text(name)
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not is_usable(number):
        raise fields.wrong(name, 'a number in quotes, such as "0.054"', text)
    return number


# -- writing -----------------------------------------------------------------------


def dump(lock: Lock) -> str:
    """The text of a lock file; equal content gives equal text."""
    content: JSON = {
        "schema": SCHEMA,
        "files": {
            path: {"adapter": file.adapter, "records": file.records, "sha256": file.sha256}
            for path, file in lock.files.items()
        },
        "tables": {label: _table_json(table) for label, table in lock.tables.items()},
        "figures": {
            label: {"data": figure.data, "specification": figure.specification}
            for label, figure in lock.figures.items()
        },
        "numbers": {key: _entry_json(entry) for key, entry in lock.numbers.items()},
        "specifications": {**lock.specifications},
    }
    return json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _table_json(table: LockedTable) -> JSON:
    return {
        "title": table.title,
        "columns": [
            {
                "name": column.name,
                "head": column.header,
                "short": column.short,
                "unit": column.unit,
            }
            for column in table.columns
        ],
        "rows": [{"name": row.name, "head": row.header, "group": row.group} for row in table.rows],
        "cells": {name: _entry_json(entry) for name, entry in table.cells.items()},
        "notes": {**table.notes},
        "specification": table.specification,
    }


def _entry_json(entry: Entry) -> JSON:
    content: dict[str, JSON] = {"state": entry.state, "text": entry.text}
    if entry.value is not None:
        content |= {"value": f"{entry.value:f}", "unit": entry.unit}
    if entry.low is not None and entry.high is not None:
        content |= {
            "low": f"{entry.low:f}",
            "high": f"{entry.high:f}",
            "interval": entry.interval,
        }
    if entry.repeats is not None:
        content["repeats"] = entry.repeats
    if entry.state == MISSING:
        content["why"] = entry.why
    if entry.bold:
        content["bold"] = True
    if entry.underline:
        content["underline"] = True
    if entry.notes:
        content["notes"] = entry.notes
    return content
