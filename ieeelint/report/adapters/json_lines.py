"""JSON Lines of any tool, long or wide (see ``tables``)."""

from __future__ import annotations

from ieeelint.report.adapters import tables
from ieeelint.report.adapters.rows import rows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.records import Record


def read(source: Source, request: Request) -> Iterator[Record]:
    """The records of a file, one or more for each line."""
    return tables.records(source, lambda: rows(source), request)
