"""CSV files: a header line, then rows; separated by commas, semicolons or tabs; long or wide (see
``tables``).
"""

from __future__ import annotations

from ieeelint.phrases import plural
from ieeelint.report.adapters import tables
from ieeelint.report.adapters.values import key_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.report.adapters.source import Asked, Source
    from ieeelint.report.records import Key, Record

SEPARATORS = ",;\t"


def read(source: Source, asked: Asked) -> Iterator[Record]:
    """The records of a file; raises ReportError for rows that do not fit the header."""
    return tables.records(source, rows(source, asked), asked)


def rows(source: Source, asked: Asked) -> Iterator[tuple[int, dict[str, Key]]]:
    """Rows as fields, values as text, keys as what they are written as; lines are those where a
    row begins.
    """
    return CsvRows(source, asked).rows(source.lines())


class CsvRows:
    """The rows of one file: knows its header once it was met."""

    def __init__(self, source: Source, asked: Asked) -> None:
        self.source = source
        self.separator = separator(source)
        self.header: list[str] = []
        self._metrics = asked.metrics
        self._texts: set[str] = set()  # columns that stay text

    def rows(self, lines: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, dict[str, Key]]]:
        """The rows in numbered lines, which follow each other."""
        import csv

        at = before = 0  # the line read last, and the one before the row

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
                    self._head([cell.strip() for cell in cells], first)
                elif len(cells) != len(self.header):
                    raise self.source.error(
                        f"has {plural(len(cells), 'cell')}, and the header has"
                        f" {len(self.header)}. Was the file cut off, or a cell not quoted?",
                        first,
                    )
                else:
                    yield first, self.fields(cells)
        except csv.Error as error:
            raise self.source.error(f"is no CSV: {error}.", before + 1) from None

    def fields(self, cells: list[str]) -> dict[str, Key]:
        """A row's cells by the names of their columns."""
        fields: dict[str, Key] = {}
        for name, cell in zip(self.header, cells):
            if name == "repeat":
                fields[name] = key_of(cell)
            elif name in self._texts:
                fields[name] = cell
            elif cell:  # an empty cell is no key
                fields[name] = key_of(cell)
        return fields

    def _head(self, header: list[str], line: int) -> None:
        for index, name in enumerate(header):
            if name in header[:index]:
                raise self.source.error(f"names the column {name!r} twice.", line)
        if len(header) == 1 and not header[0]:
            raise self.source.error("has no header. The first line must name the columns.", line)
        self.header = header
        self._texts = {"metric", "value", "unit", "status", "reason", *self._metrics}
        self._texts |= {name for name in header if tables.split_unit(name)[0] in self._metrics}


def separator(source: Source) -> str:
    """The separator that the header has most of."""
    header = source.head().split(b"\n", 1)[0].decode(errors="replace")
    return max(SEPARATORS, key=header.count)
