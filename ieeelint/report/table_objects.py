"""Tables for Python: from records or data frames, to LaTeX, Word, Markdown, HTML, and notebooks."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from ieeelint.report.building import build
from ieeelint.report.drafting import Wishes, draft
from ieeelint.report.records import ReportError
from ieeelint.report.specification import loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from os import PathLike
    from typing import Any

    from ieeelint.report.grid import Grid

    Record = Mapping[str, object]
    # records, columns by name, or a data frame of a library that is not imported here
    Data = Iterable[Record] | Mapping[str, Sequence[object]] | Any

NAME = "data.jsonl"


@dataclass(slots=True)
class Table:
    """A finished table; ``specification`` is the TOML that made it, to be edited and kept."""

    grid: Grid
    specification: str

    def to_latex(self, *, tabular_only: bool = False) -> str:
        """The table for IEEEtran, or only its tabular."""
        from ieeelint.report.writers import latex

        return latex.table(self.grid, tabular_only=tabular_only)

    def to_markdown(self) -> str:
        """The table in the Markdown of GitHub."""
        from ieeelint.report.writers import markdown

        return markdown.table(self.grid)

    def to_html(self) -> str:
        """The table as a fragment of HTML with its style."""
        from ieeelint.report.writers import html

        return html.table(self.grid)

    def to_word(self, path: str | PathLike[str]) -> None:
        """Write the table to a new Word file in the styles of IEEE's template."""
        from ieeelint.files import replace_bytes
        from ieeelint.report.writers import word

        replace_bytes(os.fspath(path), word.document([self.grid]))

    def _repr_html_(self) -> str:
        return self.to_html()

    def __str__(self) -> str:
        from ieeelint.report.writers import text

        return text.table(self.grid)


def made(
    data: Data,
    rows: str,
    columns: Sequence[str] | Mapping[str, Mapping[str, object]],
    pivot: str,
    title: str,
    label: str,
    names: Mapping[str, str],
) -> Table:
    """The table of ``ieeelint.report.table``."""
    from ieeelint.files import replace_text
    from ieeelint.report.adapters.source import Source

    wanted: dict[str, Mapping[str, object]] = {}
    for column in columns:
        wanted[column] = columns[column] if isinstance(columns, Mapping) else {}
    wishes = Wishes(rows, wanted, pivot, title or "Results", label or "tab:results", names)
    with TemporaryDirectory() as folder:
        path = Path(folder, NAME)
        replace_text(str(path), "".join(f"{line}\n" for line in _lines(data)))
        try:
            text = draft([NAME], [Source(path, NAME)], "results", wishes).text
            grid = build(loads(text, str(Path(folder, "results.toml")))).grid
        except ReportError as error:
            raise ReportError(error.message) from None
    assert grid is not None
    grid.provenance.path = ""
    return Table(grid, text)


def _lines(data: Data) -> Iterable[str]:
    for record in _records(data):
        row = {str(name): _plain(value) for name, value in record.items()}
        yield json.dumps(row, ensure_ascii=False, default=str)


def _records(data: Any) -> Iterable[Record]:
    """The rows of data of any kind."""
    if hasattr(data, "to_dicts"):  # polars
        rows: Iterable[Record] = data.to_dicts()
        return rows
    if hasattr(data, "to_dict") and hasattr(data, "reset_index"):  # pandas
        has_names = any(name is not None for name in data.index.names)
        rows = (data.reset_index() if has_names else data).to_dict("records")
        return list(rows)
    if hasattr(data, "items"):
        columns = {name: list(values) for name, values in data.items()}
        return [dict(zip(columns, row)) for row in zip(*columns.values(), strict=True)]
    return list(data)


def _plain(value: object) -> object:
    """A value as JSON has it: numbers of NumPy as numbers, and a missing number as null."""
    if hasattr(value, "item") and not isinstance(value, (list, dict)):
        value = value.item()
    return None if isinstance(value, float) and math.isnan(value) else value
