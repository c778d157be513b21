"""CSV files with a header line, separated by commas, semicolons, or tabs; long or wide (see
``tables``).
"""

from __future__ import annotations

import re

from ieeelint.phrases import plural
from ieeelint.report.adapters import tables
from ieeelint.report.adapters.columns import split_unit
from ieeelint.report.adapters.values import key_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.records import Key, Record

UNNAMED = "name"  # of a column without a name: names of rows, as pandas and R write them
SEPARATORS = ",;\t"
NUMBER = re.compile(rb"(?:^|[,;\t])\s*[-+.]?\d[\d.,eE+-]*\s*(?:$|[,;\t\r\n])")  # a whole cell


def read(source: Source, request: Request) -> Iterator[Record]:
    """The records of a file.  Raises ReportError for rows that do not match the header."""
    return tables.records(source, lambda: rows(source, request), request)


def rows(source: Source, request: Request) -> Iterator[tuple[int, dict[str, Key]]]:
    """The rows as fields, with the line on which each begins.  Values are text; keys are numbers
    and truth values if they are written so.
    """
    return CsvRows(source, request).rows(lines_of(source))


def lines_of(source: Source) -> Iterator[tuple[int, bytes]]:
    """The numbered lines without the comments before the header, which begin with "#".

    The last of these lines is the header if the line after it has numbers and as many separators:
    "# model,accuracy" of NumPy, or "#,model,accuracy" of a numbered list.
    """
    last: tuple[int, bytes] | None = None
    lines = source.lines()
    for number, line in lines:
        if line.startswith(b"#"):
            last = number, line
            continue
        if last is not None and _separators(last[1]) == _separators(line) and NUMBER.search(line):
            yield last[0], last[1].removeprefix(b"# ")
        yield number, line
        break
    yield from lines


def _separators(line: bytes) -> tuple[int, ...]:
    return tuple(line.count(sign.encode()) for sign in SEPARATORS)


class CsvRows:
    """The rows of one file; the header is set after the first line is read."""

    def __init__(self, source: Source, request: Request) -> None:
        self.source = source
        self.separator = separator(source)
        self.header: list[str] = []
        self._metrics = request.metrics
        self._texts: set[str] = set()  # columns of text

    def rows(self, lines: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, dict[str, Key]]]:
        """The rows in numbered, consecutive lines."""
        import csv

        at = before = 0  # the last line, and the line before the row

        def text() -> Iterator[str]:
            nonlocal at, before
            for at, line in lines:
                before = before or at - 1
                try:
                    yield line.decode()
                except UnicodeDecodeError:
                    raise self.source.error(
                        "is not UTF-8 here. Save the file as UTF-8.", at
                    ) from None

        try:
            for cells in csv.reader(text(), delimiter=self.separator, strict=True):
                first, before = before + 1, at
                if not cells:
                    continue
                if not self.header:
                    self._set_header([cell.strip() for cell in cells], first)
                elif len(cells) != len(self.header):
                    raise self.source.error(
                        f"has {plural(len(cells), 'cell')}, but the header has"
                        f" {len(self.header)}. Was the file truncated, or is a cell not quoted?",
                        first,
                    )
                else:
                    yield first, self.fields(cells)
        except csv.Error as error:
            raise self.source.error(f"is not valid CSV: {error}.", before + 1) from None

    def fields(self, cells: list[str]) -> dict[str, Key]:
        """The cells of a row by column."""
        fields: dict[str, Key] = {}
        for name, cell in zip(self.header, cells):
            if not name and cell.isdecimal():
                continue  # the number of the row, as pandas and R write it
            if name == "repeat":
                fields[name] = key_of(cell)
            elif name in self._texts:
                fields[name] = cell
            elif cell:  # an empty cell is not a key
                fields[name or UNNAMED] = key_of(cell)
        return fields

    def _set_header(self, header: list[str], line: int) -> None:
        for index, name in enumerate(header):
            if name in header[:index]:
                raise self.source.error(
                    f'has a duplicate column "{name}". Rename one; if the header has two rows, as'
                    " pandas writes for columns with levels, join them to one.",
                    line,
                )
        if len(header) == 1 and not header[0]:
            raise self.source.error("has no header. The first line must name the columns.", line)
        self.header = header
        self._texts = {"metric", "value", "unit", "status", "reason", *self._metrics}
        self._texts |= {name for name in header if split_unit(name)[0] in self._metrics}


def separator(source: Source) -> str:
    """The most frequent separator in the header."""
    counts = _separators(next(lines_of(source), (0, b""))[1])
    return SEPARATORS[counts.index(max(counts))]
