"""The fast path for long JSON Lines and CSV files: lines of the same form are not parsed again.

The form of a line is what remains without the digits of its value and of its repeat.  The first
line of a form takes the slow path: it is parsed as JSON or CSV, and ``tables`` and ``grouping``
check it and find its part.  The digits of later lines of the form are added to the same part.
Other lines (another order of fields, a status, digits that are not a plain number) take the slow
path as well, so that results and errors are always those of the slow path.
"""

from __future__ import annotations

import re

from ieeelint.report.adapters.csv_tables import CsvRows, lines_of
from ieeelint.report.adapters.rows import row_of, rows
from ieeelint.report.adapters.tables import Table
from ieeelint.report.records import OK
from ieeelint.report.sources.groups import Part

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.fields import JSON
    from ieeelint.report.records import Record
    from ieeelint.report.sources.grouping import Grouper

NUMBER_PATTERN = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"
NUMBER = re.compile(NUMBER_PATTERN.encode()).fullmatch
WHOLE = re.compile(rb"0|[1-9][0-9]{0,17}").fullmatch
FORMS = 50_000  # forms in memory; if there are more, lines rarely have the same form
LABELS = 65_536  # numbers of repeats in memory, so that each is stored once
# Value and repeat in the test of a form: numbers that no file contains.
TRIAL_VALUE, TRIAL_REPEAT = -7.25e77, 987_654_321_012_345

LEFT_OUT = Part("")  # in place of a part, for lines that ``where`` does not select


def gather_json_lines(source: Source, request: Request, grouper: Grouper) -> None:
    """Read all records of a JSON Lines file."""
    table = Table(source, request, lambda: rows(source))
    lines = source.lines()
    marks: tuple[bytes, bytes] | None = None
    adder = _Adder(grouper)
    add, forms = adder.add, adder.forms
    for number, line in lines:
        if marks is not None:
            start = line.find(marks[0]) + len(marks[0])
            end = _end(line, start)
            label = b""
            if marks[1]:
                from_ = line.find(marks[1], end) + len(marks[1])
                to = _end(line, from_)
                label = line[from_:to]
                form = line[:start], line[end:from_], line[to:]
            else:
                form = line[:start], b"", line[end:]
            part = forms.get(form)
            if part is not None and add(part, number, line[start:end], label):
                continue
        row = row_of(source, number, line)
        if row is None:
            continue
        outcome = outcome_of(tuple(table.records(number, row)), grouper)
        if table.long and marks is None:
            marks = marks_of(row, line, grouper)
        elif outcome is not None and marks is not None and len(forms) < FORMS:
            if is_form(row, form, grouper, bool(marks[1])):
                forms[form] = outcome


def outcome_of(records: Sequence[Record], grouper: Grouper) -> Part | None:
    """Add the records of a row; returns the part of all rows of the same form, or ``LEFT_OUT``.

    Returns None if other rows of the form may have another part.
    """
    parts = [grouper.add(record) for record in records]
    if not records:
        return LEFT_OUT
    return (parts[0] or LEFT_OUT) if len(records) == 1 and records[0].status == OK else None


def _end(line: bytes, start: int) -> int:
    """The end of a number before a comma or a brace."""
    comma = line.find(b",", start)
    return comma if comma >= 0 else line.find(b"}", start)


def marks_of(row: dict[str, JSON], line: bytes, grouper: Grouper) -> tuple[bytes, bytes] | None:
    """The text before the value and the text before the repeat; empty if there is no repeat.

    None if lines of this kind cannot be split: the repeat comes first, it has several keys, or
    ``where`` selects by it.
    """
    names = label_names(row, grouper)
    if not can_split(names, grouper):
        return None
    marks: list[bytes] = []
    for name in ("value", *names):
        mark = re.search(rb'"' + re.escape(name.encode()) + rb'":\s*', line)
        if mark is None or (name != "value" and type(row[name]) is not int):
            return None if name == "value" else (marks[0], b"")
        marks.append(mark[0])
    if len(marks) > 1 and line.find(marks[1]) < line.find(marks[0]):
        return None
    return marks[0], marks[1] if len(marks) > 1 else b""


def label_names(names: Iterable[str], grouper: Grouper) -> list[str]:
    """The fields of a row that distinguish repeats."""
    labels = [name for name in names if name == "repeat" or grouper.is_repeat(name)]
    if len(labels) > 1 and grouper.query.lenient:
        return [name for name in labels if name != "run"]
    return labels


def can_split(names: list[str], grouper: Grouper) -> bool:
    """Whether at most one number distinguishes repeats, and ``where`` does not use it."""
    query = grouper.query
    return not names or len(names) == 1 and query.rename.get(names[0], names[0]) not in query.where


def is_form(
    row: dict[str, JSON], form: tuple[bytes, bytes, bytes], grouper: Grouper, has_label: bool
) -> bool:
    """Whether a form is a line without its value and repeat, tested with other digits."""
    import json

    line = (
        form[0]
        + repr(TRIAL_VALUE).encode()
        + form[1]
        + (str(TRIAL_REPEAT).encode() if has_label else b"")
        + form[2]
    )
    try:
        parsed = json.loads(line)
    except ValueError:
        return False
    names = label_names(row, grouper)
    return bool(parsed == {**row, "value": TRIAL_VALUE, **dict.fromkeys(names, TRIAL_REPEAT)})


def gather_csv(source: Source, request: Request, grouper: Grouper) -> None:
    """Read all records of a CSV file."""
    reader = CsvRows(source, request)
    table = Table(source, request, lambda: CsvRows(source, request).rows(lines_of(source)))
    lines = lines_of(source)
    adder = _Adder(grouper)
    add, forms = adder.add, adder.forms
    separator = reader.separator.encode()
    width, at_value, at_label = 0, 0, -1
    for number, line in lines:
        if b'"' in line:  # from here on a row may be several lines
            _read_slowly(reader, table, grouper, _with_first(number, line, lines))
            return
        cells: list[bytes] = []
        if width:
            cells = line.rstrip(b"\n").removesuffix(b"\r").split(separator)
        form = (b"", b"", b"")
        value = label = b""
        if width and len(cells) == width:
            value = cells[at_value]
            cells[at_value] = b""
            if at_label >= 0:
                label = cells[at_label]
                cells[at_label] = b""
            form = separator.join(cells), b"", b""
            part = forms.get(form)
            if part is not None and add(part, number, value, label):
                continue
        outcome = _read_slowly(reader, table, grouper, iter(((number, line),)))
        if reader.header and not width and table.long:
            labels = label_names(reader.header, grouper)
            if not can_split(labels, grouper) or "value" not in reader.header:
                _read_slowly(reader, table, grouper, lines)
                return
            width, at_value = len(reader.header), reader.header.index("value")
            at_label = reader.header.index(labels[0]) if labels else -1
        elif outcome is not None and form[0] and len(forms) < FORMS and NUMBER(value):
            if at_label < 0 or WHOLE(label):
                forms[form] = outcome


def _with_first(
    number: int, line: bytes, lines: Iterator[tuple[int, bytes]]
) -> Iterator[tuple[int, bytes]]:
    yield number, line
    yield from lines


def _read_slowly(
    reader: CsvRows, table: Table, grouper: Grouper, lines: Iterator[tuple[int, bytes]]
) -> Part | None:
    """Read lines of a CSV file on the slow path; returns the outcome of the last one."""
    outcome = None
    for line, row in reader.rows(lines):
        outcome = outcome_of(tuple(table.records(line, row)), grouper)
    return outcome


class _Adder:
    """Adds digits to parts."""

    def __init__(self, grouper: Grouper) -> None:
        self.grouper = grouper
        self.forms: dict[tuple[bytes, bytes, bytes], Part] = {}
        self._labels: dict[bytes, int] = {}

    def add(self, part: Part, line: int, digits: bytes, label: bytes) -> bool:
        """Add a value and the number of its repeat; False, without a change, if the line must take
        the slow path.
        """
        if NUMBER(digits) is None:
            return False
        value = float(digits)
        if value - value != 0.0:
            return False
        if part is LEFT_OUT:
            return True
        if label:
            repeat = self._labels.get(label)
            if repeat is None:
                if WHOLE(label) is None:
                    return False
                repeat = int(label)
                if len(self._labels) < LABELS:
                    self._labels[label] = repeat
            part.repeats.append(repeat)
            part.lines.append(line)
        else:
            part.unnamed += 1
        part.values.append(value + 0.0)
        part.last = line
        self.grouper.count += 1
        return True
