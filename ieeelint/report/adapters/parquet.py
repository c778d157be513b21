"""Parquet files, long or wide (see ``tables``), read with polars; lines in messages are rows,
from 1.
"""

from __future__ import annotations

from ieeelint.report.adapters import tables
from ieeelint.report.records import ReportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    import polars

    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.adapters.values import Row
    from ieeelint.report.records import Record

AT_ONCE = 1_000_000  # rows in a frame
SLICE = 65_536  # rows turned into Python objects at a time


def read(source: Source, request: Request) -> Iterator[Record]:
    """The records of a file.  Raises ReportError if polars is missing or cannot read it."""
    return tables.records(source, lambda: _rows(source), request)


def frames_of(source: Source) -> Iterator[polars.DataFrame]:
    """The rows of a file in frames of ``AT_ONCE`` rows.  Raises ReportError if polars is missing or
    cannot read it.
    """
    try:
        import polars
    except ImportError:
        raise ReportError(
            'Parquet files need polars. Install it with "pip install polars", or export CSV.',
            source.name,
        ) from None
    try:
        rows = polars.scan_parquet(source.path)
        height = rows.select(polars.len()).collect().item()
        for start in range(0, max(height, 1), AT_ONCE):
            yield rows.slice(start, AT_ONCE).collect()
    except (polars.exceptions.PolarsError, OSError) as error:
        raise source.error(
            f"is not a complete Parquet file: {str(error).splitlines()[0]}."
        ) from None


def _rows(source: Source) -> Iterator[tuple[int, Row]]:
    first = 1
    for frame in frames_of(source):
        for start in range(0, frame.height, SLICE):
            yield from enumerate(frame.slice(start, SLICE).iter_rows(named=True), first + start)
        first += frame.height
