"""Long JSON Lines and CSV files without parsing each line: lines that differ in value and repeat
only are alike.

What is left of a line when the digits of its value and of its repeat are cut out is its form.  The
first line of a form goes the plain way, through JSON or CSV, ``tables`` and ``gathering``, which
say which part it belongs to and whether all is well; every later line of that form gives its
digits to the same part.  Whatever does not fit (another order of fields, a status, digits that are
no plain number) goes the plain way again, so that results and errors are those of the plain way.
"""

from __future__ import annotations

import re

from ieeelint.report.adapters.csv_tables import CsvRows
from ieeelint.report.adapters.rows import row_of
from ieeelint.report.adapters.tables import Table
from ieeelint.report.records import OK
from ieeelint.report.sources.grouping import Part

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ieeelint.report.adapters.source import Asked, Source
    from ieeelint.report.fields import JSON
    from ieeelint.report.records import Record
    from ieeelint.report.sources.grouping import Gatherer

NUMBER_PATTERN = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"
NUMBER = re.compile(NUMBER_PATTERN.encode()).fullmatch
WHOLE = re.compile(rb"0|[1-9][0-9]{0,17}").fullmatch
FORMS = 50_000  # forms that are kept; more than that, and lines are not alike
LABELS = 65_536  # repeats whose numbers are kept, so that each stands in memory once
# What stands for value and repeat when a form is tried: numbers that no file holds there.
TRIAL_VALUE, TRIAL_REPEAT = -7.25e77, 987_654_321_012_345

PASSED = Part("")  # stands for the part of lines that are passed over


def gather_json_lines(source: Source, asked: Asked, gatherer: Gatherer) -> None:
    """Take all records of a file of JSON Lines."""
    table = Table(source, asked)
    lines = source.lines()
    marks: tuple[bytes, bytes] | None = None
    taker = _Taker(gatherer)
    take, forms = taker.take, taker.forms
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
            known = forms.get(form)
            if known is not None and take(known, number, line[start:end], label):
                continue
        row = row_of(source, number, line)
        if row is None:
            continue
        outcome = outcome_of(tuple(table.records(number, row)), gatherer)
        if table.long and marks is None:
            marks = marks_of(row, line, gatherer)
        elif outcome is not None and marks is not None and len(forms) < FORMS:
            if is_form(row, form, gatherer, bool(marks[1])):
                forms[form] = outcome


def outcome_of(records: Sequence[Record], gatherer: Gatherer) -> Part | None:
    """Take the records of a row; gives the part for rows like it, ``PASSED`` where they are
    passed over.

    None where rows like it may come to something else.
    """
    parts = [gatherer.add(record) for record in records]
    if not records:
        return PASSED
    return (parts[0] or PASSED) if len(records) == 1 and records[0].status == OK else None


def _end(line: bytes, start: int) -> int:
    """Where a number ends that a comma or a brace follows."""
    comma = line.find(b",", start)
    return comma if comma >= 0 else line.find(b"}", start)


def marks_of(row: dict[str, JSON], line: bytes, gatherer: Gatherer) -> tuple[bytes, bytes] | None:
    """What stands before the value and before the repeat, in that order; empty without a repeat.

    None where lines of this kind cannot be cut: the repeat comes first, several keys make it, or
    ``where`` asks about it.
    """
    names = label_names(row, gatherer)
    if not may_cut(names, gatherer):
        return None
    marks: list[bytes] = []
    for name in ("value", *names):
        found = re.search(rb'"' + re.escape(name.encode()) + rb'":\s*', line)
        if found is None or (name != "value" and type(row[name]) is not int):
            return None if name == "value" else (marks[0], b"")
        marks.append(found[0])
    if len(marks) > 1 and line.find(marks[1]) < line.find(marks[0]):
        return None
    return marks[0], marks[1] if len(marks) > 1 else b""


def label_names(names: Iterable[str], gatherer: Gatherer) -> list[str]:
    """Those of a row's fields that tell repeats apart."""
    found = [name for name in names if name == "repeat" or gatherer.counts(name)]
    return (
        [name for name in found if name != "run"]
        if len(found) > 1 and gatherer.question.lenient
        else found
    )


def may_cut(names: list[str], gatherer: Gatherer) -> bool:
    """Whether one number tells repeats apart, which nothing else asks about."""
    question = gatherer.question
    return (
        not names
        or len(names) == 1
        and question.rename.get(names[0], names[0]) not in question.where
    )


def is_form(
    row: dict[str, JSON], form: tuple[bytes, bytes, bytes], gatherer: Gatherer, labelled: bool
) -> bool:
    """Whether what was cut out is value and repeat and nothing else, tried with other digits."""
    import json

    line = (
        form[0]
        + repr(TRIAL_VALUE).encode()
        + form[1]
        + (str(TRIAL_REPEAT).encode() if labelled else b"")
        + form[2]
    )
    try:
        tried = json.loads(line)
    except ValueError:
        return False
    names = label_names(row, gatherer)
    return bool(tried == {**row, "value": TRIAL_VALUE, **dict.fromkeys(names, TRIAL_REPEAT)})


def gather_csv(source: Source, asked: Asked, gatherer: Gatherer) -> None:
    """Take all records of a CSV file."""
    table = Table(source, asked)
    reader = CsvRows(source, asked)
    lines = source.lines()
    taker = _Taker(gatherer)
    take, forms = taker.take, taker.forms
    separator = reader.separator.encode()
    width, at_value, at_label = 0, 0, -1
    for number, line in lines:
        if b'"' in line:  # from here on a row may be several lines
            _plain(reader, table, gatherer, _again(number, line, lines))
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
            known = forms.get(form)
            if known is not None and take(known, number, value, label):
                continue
        outcome = _plain(reader, table, gatherer, iter(((number, line),)))
        if reader.header and not width and table.long:
            labels = label_names(reader.header, gatherer)
            if not may_cut(labels, gatherer) or "value" not in reader.header:
                _plain(reader, table, gatherer, lines)
                return
            width, at_value = len(reader.header), reader.header.index("value")
            at_label = reader.header.index(labels[0]) if labels else -1
        elif outcome is not None and form[0] and len(forms) < FORMS and NUMBER(value):
            if at_label < 0 or WHOLE(label):
                forms[form] = outcome


def _again(
    number: int, line: bytes, lines: Iterator[tuple[int, bytes]]
) -> Iterator[tuple[int, bytes]]:
    yield number, line
    yield from lines


def _plain(
    reader: CsvRows, table: Table, gatherer: Gatherer, lines: Iterator[tuple[int, bytes]]
) -> Part | None:
    """Take lines of a CSV file the plain way; gives the outcome of the last one."""
    outcome = None
    for line, row in reader.rows(lines):
        outcome = outcome_of(tuple(table.records(line, row)), gatherer)
    return outcome


class _Taker:
    """Gives digits to parts."""

    def __init__(self, gatherer: Gatherer) -> None:
        self.gatherer = gatherer
        self.forms: dict[tuple[bytes, bytes, bytes], Part] = {}
        self._labels: dict[bytes, int] = {}

    def take(self, part: Part, line: int, digits: bytes, label: bytes) -> bool:
        """Take a value and the number of its repeat; False, and nothing is taken, for what must
        go the plain way.
        """
        if NUMBER(digits) is None:
            return False
        value = float(digits)
        if value - value != 0.0:
            return False
        if part is PASSED:
            return True
        if label:
            known = self._labels.get(label)
            if known is None:
                if WHOLE(label) is None:
                    return False
                known = int(label)
                if len(self._labels) < LABELS:
                    self._labels[label] = known
            part.repeats.append(known)
            part.lines.append(line)
        else:
            part.unnamed += 1
        part.values.append(value + 0.0)
        part.last = line
        self.gatherer.count += 1
        return True
