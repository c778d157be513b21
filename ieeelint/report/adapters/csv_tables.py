"""CSV files: a header line, then rows; separated by commas, semicolons or tabs; long or wide (see ``tables``)."""

from __future__ import annotations

from ieeelint.report.adapters import tables
from ieeelint.report.adapters.values import key_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.report.adapters.source import Asked, Source
    from ieeelint.report.records import Record

SEPARATORS = ",;\t"


def read(source: Source, asked: Asked) -> Iterator[Record]:
    """The records of a file; raises ReportError for rows that do not fit the header."""
    return tables.records(source, rows(source, asked), asked)


def rows(source: Source, asked: Asked) -> Iterator[tuple[int, dict[str, object]]]:
    """Rows as fields, values as text, keys as what they are written as; lines are those where a row begins."""
    import csv

    header: list[str] = []
    texts: set[str] = set()
    reader = csv.reader(_text(source), delimiter=separator(source), strict=True)
    line = 1
    try:
        for cells in reader:
            if not cells:
                pass
            elif not header:
                header = [cell.strip() for cell in cells]
                _check(header, source, line)
                texts = {"metric", "value", "unit", "repeat", "status", "reason", *asked.metrics}
                texts |= {name for name in header if tables.split_unit(name)[0] in asked.metrics}
            elif len(cells) != len(header):
                raise source.error(
                    f"has {len(cells)} cell{'s' if len(cells) > 1 else ''}, and the header has {len(header)}. "
                    "Was the file cut off, or a cell not quoted?", line
                )  # fmt: skip
            else:
                yield line, _fields(header, cells, texts)
            line = reader.line_num + 1
    except csv.Error as error:
        raise source.error(f"is no CSV: {error}.", line) from None


def _fields(header: list[str], cells: list[str], texts: set[str]) -> dict[str, object]:
    fields: dict[str, object] = {}
    for name, cell in zip(header, cells):
        if name == "repeat":
            fields[name] = key_of(cell)
        elif name in texts:
            fields[name] = cell
        elif cell:  # an empty cell is no key
            fields[name] = key_of(cell)
    return fields


def _check(header: list[str], source: Source, line: int) -> None:
    for index, name in enumerate(header):
        if name in header[:index]:
            raise source.error(f"names the column {name!r} twice.", line)
    if len(header) == 1 and not header[0]:
        raise source.error("has no header. The first line must name the columns.", line)


def _text(source: Source) -> Iterator[str]:
    for number, line in source.lines():
        try:
            yield line.decode()
        except UnicodeDecodeError:
            raise source.error("is not UTF-8 here. Save the file as UTF-8.", number) from None


def separator(source: Source) -> str:
    """The separator that the header has most of."""
    header = source.head().split(b"\n", 1)[0].decode(errors="replace")
    return max(SEPARATORS, key=header.count)
