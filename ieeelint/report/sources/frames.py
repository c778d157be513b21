"""Reads long Parquet, CSV and JSON Lines files with polars.

This module defines the rows of each format and their groups; ``frame_groups`` reads the groups.
If the result would differ from reading row by row, ``FastPathError`` is raised, and the file is
read again on the slow path.

Text is read in blocks of whole lines, so that only a few blocks and the numbers are in memory.
"""

from __future__ import annotations

from ieeelint.report.adapters.csv_tables import CsvRows
from ieeelint.report.adapters.rows import row_of
from ieeelint.report.adapters.tables import Table
from ieeelint.report.sources.fast_lines import (
    NUMBER_PATTERN,
    can_split,
    is_form,
    label_names,
    marks_of,
)
from ieeelint.report.sources.frame_groups import Rows, read_rows
from ieeelint.report.sources.groups import FastPathError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    import polars

    from ieeelint.report.adapters.source import Request
    from ieeelint.report.records import Record
    from ieeelint.report.sources.frame_groups import Block, Cells
    from ieeelint.report.sources.grouping import Grouper
    from ieeelint.report.sources.scanning import Scan

BLOCK = 8_000_000  # bytes of text that are processed together


def gather_parquet(scan: Scan, request: Request, grouper: Grouper) -> None:
    """Read all records of a Parquet file.  Raises FastPathError, as ``read_rows``."""
    from ieeelint.report.adapters.parquet import frames_of

    source = scan.source
    frames = frames_of(source)
    frame = next(frames)
    if any(dtype.is_nested() for dtype in frame.dtypes) or not {"metric", "value"} <= set(
        frame.columns
    ):
        raise FastPathError
    if not frame.schema["value"].is_numeric() or frame.schema["value"].is_decimal():
        raise FastPathError
    labels = label_names(frame.columns, grouper)
    if labels and not frame.schema[labels[0]].is_integer():
        raise FastPathError
    table = Table(source, request, list)  # all rows are long

    def records(number: int, cells: Cells, _: Cells | None) -> tuple[Record, ...]:
        return tuple(table.records(number, dict(zip(frame.columns, cells))))

    def blocks(frame: polars.DataFrame | None, first: int) -> Iterator[Block]:
        while frame is not None:
            yield first, frame
            first += frame.height
            frame = next(frames, None)

    read_rows(_fields(frame.columns, labels, records, grouper), blocks(frame, 1), grouper)


def gather_csv(scan: Scan, request: Request, grouper: Grouper) -> None:
    """Read all records of a CSV file without quotes.  Raises FastPathError, as ``read_rows``."""
    import polars

    source = scan.source
    reader = CsvRows(source, request)
    table = Table(source, request, list)  # all rows are long

    def records(number: int, cells: Cells, _: Cells | None) -> tuple[Record, ...]:
        return tuple(table.records(number, reader.fields(list(map(_text, cells)))))

    def blocks(first: int) -> Iterator[Block]:
        separator = reader.separator.encode()
        for block in _blocks(file):
            frame = polars.read_csv(
                block,
                has_header=False,
                separator=reader.separator,
                infer_schema=False,
                quote_char=None,
            )
            if frame.width != len(header):
                raise FastPathError
            if (
                any(frame.null_count().row(0))
                and block.count(separator) != (len(header) - 1) * frame.height
            ):
                raise FastPathError  # a row with too few cells, not an empty cell
            frame.columns = header
            if labels and not _are_whole(frame[labels[0]]):
                raise FastPathError
            yield first, frame
            first += frame.height
        _check(scan, first - 1, b'\r"')

    with open(source.path, "rb") as file:
        top = file.readline()
        header = top.decode(errors="replace").rstrip("\n").split(reader.separator)
        if top.startswith((b"\xef\xbb\xbf", b"#")):
            raise FastPathError
        if (
            list(reader.rows(iter(((1, top),))))
            or reader.header != header
            or not {"metric", "value"} <= {*header}
        ):
            raise FastPathError
        labels = label_names(header, grouper)
        try:
            read_rows(_fields(header, labels, records, grouper), blocks(2), grouper)
        except polars.exceptions.PolarsError:
            raise FastPathError from None  # not UTF-8, or a row with too many cells


def _blocks(file: BinaryIO) -> Iterator[bytes]:
    """The rest of a file in blocks of whole lines."""
    while True:
        start = file.tell()
        file.seek(start + BLOCK)
        file.readline()
        end = file.tell()
        file.seek(start)
        if not (block := file.read(end - start)):
            return
        yield block


def _check(scan: Scan, lines: int, unsupported: bytes) -> None:
    """Raise FastPathError if a file has another number of lines, or an unsupported character."""
    scan.wait()
    if scan.rare & {*unsupported} or lines != scan.lines + (scan.last != b"\n"):
        raise FastPathError


def _are_whole(labels: polars.Series) -> bool:
    """Whether all are whole numbers in canonical form: "03" is a name."""
    from polars import Int64, String

    names = labels.unique()
    whole = names.cast(Int64, strict=False)
    return not whole.null_count() and bool((whole.cast(String) == names).all())


def _fields(
    columns: list[str],
    labels: list[str],
    records: Callable[[int, Cells, Cells | None], tuple[Record, ...]],
    grouper: Grouper,
) -> Rows:
    """The rows of a file whose columns are fields."""
    from polars import Float64, col

    if not can_split(labels, grouper):
        raise FastPathError
    query = grouper.query
    ignored = {name for name in columns if query.rename.get(name, name) in query.ignore}
    group_by = [
        name for name in columns if name != "value" and name not in labels and name not in ignored
    ]
    number = col("value").cast(Float64, strict=False)
    plain = number.is_not_null() & number.is_finite()
    if "status" in columns:
        plain &= col("status").is_null() | col("status").is_in(["", "ok"])
    if labels:
        plain &= col(labels[0]).is_not_null()
    return Rows(group_by, number, labels[0] if labels else "", plain, records)


def gather_json_lines(scan: Scan, request: Request, grouper: Grouper) -> None:
    """Read all records of a JSON Lines file.  Raises FastPathError, as ``read_rows``.

    Lines are grouped by what remains without value and repeat, as in ``fast_lines``.
    """
    import polars

    source = scan.source
    with open(source.path, "rb") as file:
        top = file.readline()
        row = row_of(source, 1, top)
        marks = marks_of(row, top, grouper) if row and "metric" in row and "value" in row else None
        if marks is None or top.startswith(b"\xef\xbb\xbf"):
            raise FastPathError
        file.seek(0)
        unfinished = 0  # the number of a last line without a newline

        def blocks(first: int) -> Iterator[Block]:
            nonlocal unfinished
            for block in _blocks(file):
                frame = polars.read_csv(
                    block,
                    has_header=False,
                    separator="\x01",
                    quote_char=None,
                    infer_schema=False,
                    new_columns=["line"],
                )
                if frame.width != 1:
                    raise FastPathError
                if not block.endswith(b"\n"):
                    unfinished = first + frame.height - 1
                yield first, frame
                first += frame.height
            _check(scan, first - 1, b"\r\x01")

        table = Table(source, request, list)  # all rows are long
        ends = _end(top, marks[0]), _end(top, marks[1])

        def records(number: int, cells: Cells, key: Cells | None) -> tuple[Record, ...]:
            row = row_of(
                source, number, _text(cells[0]).encode() + (b"" if number == unfinished else b"\n")
            )
            if row is None:
                return ()
            if key is not None:
                before, between, after = (_text(part).encode() for part in key)
                form = (
                    before + marks[0],
                    ends[0] + between + marks[1],
                    ends[1] + after if marks[1] else b"",
                )
                if not is_form(row, form, grouper, bool(marks[1])):
                    raise FastPathError
            return tuple(table.records(number, row))

        try:
            read_rows(_lines(marks, ends, records), blocks(1), grouper)
        except polars.exceptions.PolarsError:
            raise FastPathError from None


def _text(cell: object) -> str:
    """A cell of a text column; null is an empty cell."""
    return "" if cell is None else str(cell)


def _end(line: bytes, mark: bytes) -> bytes:
    """The character that ends the number after a mark."""
    return b"," if b"," in line[line.find(mark) + len(mark) :] else b"}"


def _lines(
    marks: tuple[bytes, bytes],
    ends: tuple[bytes, bytes],
    records: Callable[[int, Cells, Cells | None], tuple[Record, ...]],
) -> Rows:
    """The rows of lines, split at the value and the label."""
    from polars import Float64, LazyFrame, col, lit

    def split_at(lines: LazyFrame, name: str, mark: bytes, left: str, right: str) -> LazyFrame:
        pair = col(name).str.splitn(mark.decode(), 2).struct.rename_fields([left, right])
        return lines.with_columns(pair.alias(name)).unnest(name)

    def split(lines: LazyFrame) -> LazyFrame:
        lines = split_at(lines, "line", marks[0], "before", "rest")
        lines = split_at(lines, "rest", ends[0], "value", "between")
        if not marks[1]:
            return lines.with_columns(lit("").alias("after"))
        lines = split_at(lines, "between", marks[1], "between", "rest")
        return split_at(lines, "rest", ends[1], "label", "after")

    number = col("value").cast(Float64, strict=False)
    plain = col("value").str.contains(f"^{NUMBER_PATTERN}$") & number.is_finite()
    if marks[1]:
        plain &= col("label").str.contains("^(?:0|[1-9][0-9]{0,17})$")
    return Rows(
        ["before", "between", "after"], number, "label" if marks[1] else "", plain, records, split
    )
