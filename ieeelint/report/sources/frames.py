"""Long Parquet, CSV and JSON Lines files by polars: it reads and splits into groups, everything
else is as ever.

What the rows of a format are and which of them go together stands here, how groups are taken in
``frame_groups``.  Where that would not come to the same as reading row by row, ``Unfit`` is
raised, and the plain way is taken from the start.

Text is read by blocks of whole lines, so that memory holds few of them and the numbers found.
"""

from __future__ import annotations

from ieeelint.report.adapters.csv_tables import CsvRows
from ieeelint.report.adapters.rows import row_of
from ieeelint.report.adapters.tables import Table
from ieeelint.report.sources.frame_groups import Rows, take
from ieeelint.report.sources.grouping import Unfit
from ieeelint.report.sources.quick_lines import (
    NUMBER_PATTERN,
    is_form,
    label_names,
    marks_of,
    may_cut,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    import polars

    from ieeelint.report.adapters.source import Asked
    from ieeelint.report.records import Record
    from ieeelint.report.sources.frame_groups import Block, Cells
    from ieeelint.report.sources.grouping import Gatherer
    from ieeelint.report.sources.scanning import Scan

BLOCK = 8_000_000  # bytes of text looked at together


def gather_parquet(scan: Scan, asked: Asked, gatherer: Gatherer) -> None:
    """Take all records of a Parquet file; raises Unfit before or after taking some."""
    from ieeelint.report.adapters.parquet import frames_of

    source = scan.source
    frames = frames_of(source)
    frame = next(frames)
    if any(dtype.is_nested() for dtype in frame.dtypes) or not {"metric", "value"} <= set(
        frame.columns
    ):
        raise Unfit
    if not frame.schema["value"].is_numeric() or frame.schema["value"].is_decimal():
        raise Unfit
    labels = label_names(frame.columns, gatherer)
    if labels and not frame.schema[labels[0]].is_integer():
        raise Unfit
    table = Table(source, asked)

    def records(number: int, cells: Cells, _: Cells | None) -> tuple[Record, ...]:
        return tuple(table.records(number, dict(zip(frame.columns, cells))))

    def blocks(frame: polars.DataFrame | None, first: int) -> Iterator[Block]:
        while frame is not None:
            yield first, frame
            first += frame.height
            frame = next(frames, None)

    take(_fields(frame.columns, labels, records, gatherer), blocks(frame, 1), gatherer)


def gather_csv(scan: Scan, asked: Asked, gatherer: Gatherer) -> None:
    """Take all records of a CSV file without quotes; raises Unfit before or after taking some."""
    import polars

    source = scan.source
    reader = CsvRows(source, asked)
    table = Table(source, asked)

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
                raise Unfit
            if (
                any(frame.null_count().row(0))
                and block.count(separator) != (len(header) - 1) * frame.height
            ):
                raise Unfit  # not an empty cell, but a row with too few
            frame.columns = header
            if labels and not _are_whole(frame[labels[0]]):
                raise Unfit
            yield first, frame
            first += frame.height
        _check(scan, first - 1, b'\r"')

    with open(source.path, "rb") as file:
        top = file.readline()
        header = top.decode(errors="replace").rstrip("\n").split(reader.separator)
        if top.startswith(b"\xef\xbb\xbf"):
            raise Unfit
        if (
            list(reader.rows(iter(((1, top),))))
            or reader.header != header
            or not {"metric", "value"} <= {*header}
        ):
            raise Unfit
        labels = label_names(header, gatherer)
        try:
            take(_fields(header, labels, records, gatherer), blocks(2), gatherer)
        except polars.exceptions.PolarsError:
            raise Unfit from None  # not UTF-8, or a row with too many cells


def _blocks(file: BinaryIO) -> Iterator[bytes]:
    """The rest of a file, some whole lines at a time."""
    while True:
        start = file.tell()
        file.seek(start + BLOCK)
        file.readline()
        end = file.tell()
        file.seek(start)
        if not (block := file.read(end - start)):
            return
        yield block


def _check(scan: Scan, lines: int, unfit: bytes) -> None:
    """Raise Unfit where a file does not have as many lines, or has an unfit character."""
    scan.wait()
    if scan.rare & {*unfit} or lines != scan.lines + (scan.last != b"\n"):
        raise Unfit


def _are_whole(labels: polars.Series) -> bool:
    """Whether all are whole numbers as programs write them: "03" is a name."""
    from polars import Int64, String

    different = labels.unique()
    whole = different.cast(Int64, strict=False)
    return not whole.null_count() and bool((whole.cast(String) == different).all())


def _fields(
    columns: list[str],
    labels: list[str],
    records: Callable[[int, Cells, Cells | None], tuple[Record, ...]],
    gatherer: Gatherer,
) -> Rows:
    """Rows whose columns are fields."""
    from polars import Float64, col

    if not may_cut(labels, gatherer):
        raise Unfit
    question = gatherer.question
    ignored = {name for name in columns if question.rename.get(name, name) in question.ignore}
    apart = [
        name for name in columns if name != "value" and name not in labels and name not in ignored
    ]
    number = col("value").cast(Float64, strict=False)
    plain = number.is_not_null() & number.is_finite()
    if "status" in columns:
        plain &= col("status").is_null() | col("status").is_in(["", "ok"])
    if labels:
        plain &= col(labels[0]).is_not_null()
    return Rows(apart, number, labels[0] if labels else "", plain, records)


def gather_json_lines(scan: Scan, asked: Asked, gatherer: Gatherer) -> None:
    """Take all records of a file of JSON Lines; raises Unfit before or after taking some.

    polars cuts value and repeat out of lines and groups what is left, as ``quick_lines`` does.
    """
    import polars

    source = scan.source
    with open(source.path, "rb") as file:
        top = file.readline()
        row = row_of(source, 1, top)
        marks = marks_of(row, top, gatherer) if row and "metric" in row and "value" in row else None
        if marks is None or top.startswith(b"\xef\xbb\xbf"):
            raise Unfit
        file.seek(0)
        torn = 0  # the number of a last line without an end

        def blocks(first: int) -> Iterator[Block]:
            nonlocal torn
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
                    raise Unfit
                if not block.endswith(b"\n"):
                    torn = first + frame.height - 1
                yield first, frame
                first += frame.height
            _check(scan, first - 1, b"\r\x01")

        table = Table(source, asked)
        ends = _end(top, marks[0]), _end(top, marks[1])

        def records(number: int, cells: Cells, key: Cells | None) -> tuple[Record, ...]:
            row = row_of(
                source, number, _text(cells[0]).encode() + (b"" if number == torn else b"\n")
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
                if not is_form(row, form, gatherer, bool(marks[1])):
                    raise Unfit
            return tuple(table.records(number, row))

        try:
            take(_lines(marks, ends, records), blocks(1), gatherer)
        except polars.exceptions.PolarsError:
            raise Unfit from None


def _text(cell: object) -> str:
    """A cell of a column of text; an empty one is null."""
    return "" if cell is None else str(cell)


def _end(line: bytes, mark: bytes) -> bytes:
    """What ends the number after a mark."""
    return b"," if b"," in line[line.find(mark) + len(mark) :] else b"}"


def _lines(
    marks: tuple[bytes, bytes],
    ends: tuple[bytes, bytes],
    records: Callable[[int, Cells, Cells | None], tuple[Record, ...]],
) -> Rows:
    """Lines as what stands before the value, the value, what stands between, the label, and the
    rest.
    """
    from polars import Float64, LazyFrame, col, lit

    def parted(lines: LazyFrame, name: str, mark: bytes, left: str, right: str) -> LazyFrame:
        pair = col(name).str.splitn(mark.decode(), 2).struct.rename_fields([left, right])
        return lines.with_columns(pair.alias(name)).unnest(name)

    def cut(lines: LazyFrame) -> LazyFrame:
        lines = parted(lines, "line", marks[0], "before", "rest")
        lines = parted(lines, "rest", ends[0], "value", "between")
        if not marks[1]:
            return lines.with_columns(lit("").alias("after"))
        lines = parted(lines, "between", marks[1], "between", "rest")
        return parted(lines, "rest", ends[1], "label", "after")

    number = col("value").cast(Float64, strict=False)
    plain = col("value").str.contains(f"^{NUMBER_PATTERN}$") & number.is_finite()
    if marks[1]:
        plain &= col("label").str.contains("^(?:0|[1-9][0-9]{0,17})$")
    return Rows(
        ["before", "between", "after"], number, "label" if marks[1] else "", plain, records, cut
    )
