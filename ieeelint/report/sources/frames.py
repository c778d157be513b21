"""Long Parquet, CSV and JSON Lines files by polars: it reads and splits into groups, everything else is as ever.

Rows that differ in value and repeat only are a group.  Its first row goes the plain way, through
``tables`` and ``gathering``, and so does every row with a status or without a plain number; the
others of the group give their values to the part of the first.  Where that would not come to the
same as reading row by row, ``Unfit`` is raised, and the plain way is taken from the start.
"""

from __future__ import annotations

from array import array

from ieeelint.report.adapters.csv_tables import CsvRows
from ieeelint.report.adapters.rows import row_of
from ieeelint.report.adapters.tables import Table
from ieeelint.report.records import OK
from ieeelint.report.sources.collecting import Unfit
from ieeelint.report.sources.quick_lines import (
    NUMBER_PATTERN,
    PASSED,
    is_form,
    label_names,
    marks_of,
    may_cut,
    outcome_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    import polars

    from ieeelint.report.adapters.source import Asked, Source
    from ieeelint.report.records import Record
    from ieeelint.report.sources.gathering import Gatherer, Part

ROW, VALUE, LABEL = "\0row", "\0value", "\0label"
MOST = 20_000  # rows that go the plain way; with more of them, groups are too small to be worth it


def gather_parquet(source: Source, asked: Asked, gatherer: Gatherer) -> None:
    """Take all records of a Parquet file; raises Unfit before or after taking some."""
    from ieeelint.report.adapters.parquet import frame_of, without_nulls

    frame = frame_of(source)
    if any(dtype.is_nested() for dtype in frame.dtypes) or not {"metric", "value"} <= set(frame.columns):
        raise Unfit
    if not frame.schema["value"].is_numeric() or frame.schema["value"].is_decimal():
        raise Unfit
    labels = label_names(frame.columns, gatherer)
    if labels and not frame.schema[labels[0]].is_integer():
        raise Unfit
    _gather(frame, labels, without_nulls, 1, source, asked, gatherer)


def gather_csv(source: Source, asked: Asked, gatherer: Gatherer) -> None:
    """Take all records of a CSV file without quotes; raises Unfit before or after taking some."""
    import polars

    data = source.path.read_bytes()
    reader = CsvRows(source, asked)
    if b'"' in data or b"\r" in data or data.startswith(b"\xef\xbb\xbf"):
        raise Unfit
    try:
        frame = polars.read_csv(data, separator=reader.separator, infer_schema=False, quote_char=None)
    except polars.exceptions.PolarsError:
        raise Unfit from None  # not UTF-8, or a row with too many cells
    header = data[: data.find(b"\n")].decode().split(reader.separator)
    lines = data.count(b"\n") + (not data.endswith(b"\n"))
    separators = data.count(reader.separator.encode())
    del data
    if frame.columns != header or frame.height != lines - 1 or separators != (len(header) - 1) * lines:
        raise Unfit
    if list(reader.rows(iter(((1, reader.separator.join(header).encode()),)))) or reader.header != header:
        raise Unfit
    if not {"metric", "value"} <= set(header):
        raise Unfit
    labels = label_names(header, gatherer)
    if labels:
        whole = frame[labels[0]].cast(polars.Int64, strict=False)
        if whole.null_count() or not (whole.cast(polars.String) == frame[labels[0]]).all():  # "03" is a name
            raise Unfit
    _gather(frame, labels, lambda row: reader.fields([cell or "" for cell in row.values()]), 2, source, asked, gatherer)


def gather_json_lines(source: Source, asked: Asked, gatherer: Gatherer) -> None:
    """Take all records of a file of JSON Lines; raises Unfit before or after taking some.

    polars cuts value and repeat out of lines and groups what is left, as ``quick_lines`` does.
    """
    import polars

    scan = source.scan
    if scan is None or source.head().startswith(b"\xef\xbb\xbf"):
        raise Unfit
    try:
        frame = polars.read_csv(
            source.path, has_header=False, separator="\x01", quote_char=None, infer_schema=False, new_columns=["line"]
        )
    except polars.exceptions.PolarsError:
        raise Unfit from None
    with open(source.path, "rb") as file:
        top = file.readline()
    scan.wait()
    if scan.rare & {*b"\r\x01"}:
        raise Unfit
    whole = scan.last == b"\n"
    count = scan.lines + (not whole)
    row = row_of(source, 1, top)
    marks = marks_of(row, top, gatherer) if row and "metric" in row and "value" in row else None
    if frame.shape != (count, 1) or marks is None:
        raise Unfit
    cut, form_of = _cut(frame, marks, top)
    table = Table(source, asked)

    def records(index: int, alike: bool) -> tuple[Record, ...]:
        end = b"" if index == count - 1 and not whole else b"\n"
        row = row_of(source, index + 1, (frame.item(index, 0) or "").encode() + end)
        if row is None:
            return ()
        if alike:
            if not is_form(row, form_of(index), gatherer, bool(marks[1])):
                raise Unfit
        return tuple(table.records(index + 1, row))

    number = polars.col("value").cast(polars.Float64, strict=False)
    plain = polars.col("value").str.contains(f"^{NUMBER_PATTERN}$") & number.is_finite()
    if marks[1]:
        plain &= polars.col("label").str.contains("^(?:0|[1-9][0-9]{0,17})$")
    _take(cut, ["before", "between", "after"], number, "label" if marks[1] else "", plain, records, 1, gatherer)


def _cut(
    frame: polars.DataFrame, marks: tuple[bytes, bytes], top: bytes
) -> tuple[polars.DataFrame, Callable[[int], tuple[bytes, bytes, bytes]]]:
    """Lines as what stands before the value, the value, what stands between, the label, and the rest.

    Numbers end where the first line ``top`` has its comma or brace.  Also gives what makes a form.
    """
    from polars import col, lit

    def parted(lines: polars.DataFrame, name: str, mark: str, left: str, right: str) -> polars.DataFrame:
        pair = col(name).str.splitn(mark, 2).struct.rename_fields([left, right])
        return lines.with_columns(pair.alias(name)).unnest(name)

    def ending(mark: bytes) -> str:
        number = top[top.find(mark) + len(mark) :]
        return "," if b"," in number else "}"

    first, second = marks[0].decode(), marks[1].decode()
    cut = parted(frame, "line", first, "before", "rest")
    ends = [ending(marks[0])]
    cut = parted(cut, "rest", ends[0], "value", "between")
    if second:
        ends.append(ending(marks[1]))
        cut = parted(cut, "between", second, "between", "rest")
        cut = parted(cut, "rest", ends[1], "label", "after")
    else:
        cut = cut.with_columns(lit("").alias("after"))

    def form(index: int) -> tuple[bytes, bytes, bytes]:
        before, between, after = (cut.item(index, name) or "" for name in ("before", "between", "after"))
        parts = before + first, ends[0] + between + second, ends[1] + after if second else ""
        return parts[0].encode(), parts[1].encode(), parts[2].encode()

    return cut, form


def _gather(
    frame: polars.DataFrame, labels: list[str], row_of: Callable[[dict[str, Any]], dict[str, Any]], first: int,
    source: Source, asked: Asked, gatherer: Gatherer,
) -> None:  # fmt: skip
    """Take the rows of a frame of fields, whose first one is line ``first``."""
    from polars import Float64, col

    if not may_cut(labels, gatherer):
        raise Unfit
    ignored = {name for name in frame.columns if gatherer.question.rename.get(name, name) in gatherer.question.ignore}
    apart = [name for name in frame.columns if name != "value" and name not in labels and name not in ignored]
    number = col("value").cast(Float64, strict=False)
    plain = number.is_not_null() & number.is_finite()
    if "status" in frame.columns:
        plain &= col("status").is_null() | col("status").is_in(["", "ok"])
    if labels:
        plain &= col(labels[0]).is_not_null()
    table = Table(source, asked)

    def records(index: int, _: bool) -> tuple[Record, ...]:
        return tuple(table.records(index + first, row_of(frame.row(index, named=True))))

    _take(frame, apart, number, labels[0] if labels else "", plain, records, first, gatherer)


def _take(
    frame: polars.DataFrame, apart: list[str], number: polars.Expr, label: str, plain: polars.Expr,
    records_of: Callable[[int, bool], tuple[Record, ...]], first: int, gatherer: Gatherer,
) -> None:  # fmt: skip
    """Take the ``plain`` rows of a frame by groups that are alike in ``apart``, all others one by one.

    ``records_of`` gives the records of a row, and whether they may stand for a group.
    """
    from polars import Int64, col, int_range, when
    from polars import len as height

    indexed = frame.lazy().with_columns(int_range(first, height() + first, dtype=Int64).alias(ROW))
    values = when(number == 0.0).then(0.0).otherwise(number).alias(VALUE)
    labels = [col(label).cast(Int64).alias(LABEL)] if label else []
    groups = indexed.filter(plain).group_by(apart, maintain_order=True).agg(col(ROW), values, *labels)
    found = groups.select(ROW, VALUE, *([LABEL] if label else [])).collect()
    starts, sizes = found[ROW].list.first().to_list(), found[ROW].list.len().sum()
    odd: list[int] = []
    if sizes < frame.height:
        odd = indexed.filter(~plain | plain.is_null()).select(ROW).collect()[ROW].to_list()
    events = sorted([*((row, index) for index, row in enumerate(starts)), *((row, -1) for row in odd)])
    if len(events) > MOST:
        raise Unfit
    filled: list[tuple[Part, int]] = []
    for row, index in events:
        records = records_of(row - first, index >= 0)
        part = outcome_of(records, gatherer)
        if index < 0:
            if any(record.status == OK for record in records):
                raise Unfit  # values would not stand in order of lines
        elif part is None or any(part is other for other, _ in filled):
            raise Unfit
        elif part is not PASSED:
            filled.append((part, index))
    for part, index in filled:
        _fill(part, found.row(index, named=True), gatherer)


def _fill(part: Part, group: dict[str, Any], gatherer: Gatherer) -> None:
    """Give a part all rows of a group but the first, which it has."""
    values, rows = group[VALUE][1:], group[ROW]
    if len(part.values) != 1:
        raise Unfit
    part.values.extend(array("d", values))
    if LABEL in group:
        part.repeats.extend(group[LABEL][1:])
        part.lines.extend(array("q", rows[1:]))
    else:
        part.unnamed += len(values)
    part.last = max(part.last, rows[-1])
    gatherer.count += len(values)
