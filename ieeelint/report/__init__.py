"""Tables and figures from result files; drafts are checked against the same results.

``table`` is the way in from Python: it takes records or a data frame of pandas or polars.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ieeelint.report.table_objects import Data, Table

__all__ = ["table"]


def table(
    data: Data,
    rows: str = "",
    columns: Sequence[str] | Mapping[str, Mapping[str, object]] = (),
    *,
    pivot: str = "",
    title: str = "",
    label: str = "",
    names: Mapping[str, str] | None = None,
) -> Table:
    """An IEEE table of ``data``: records (dictionaries), a dictionary of columns, or a data frame
    of pandas or polars.

    ``rows`` is the key of the rows, ``columns`` are metrics, each with keys of ``[[column]]`` if
    it is a mapping; ``pivot`` is a key whose values are the columns.  What is not given is chosen
    from the data.  Raises ``ieeelint.report.records.ReportError`` if no table can be made.
    """
    from ieeelint.report.table_objects import made

    return made(data, rows, columns, pivot, title, label, names or {})
