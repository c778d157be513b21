"""The files of a specification: one for each format, named after the specification."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import PurePath

from ieeelint.paths import seen_from, with_slashes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ieeelint.report.built import Built, Number
    from ieeelint.report.grid import Grid
    from ieeelint.report.writers.documents import Document

# the formats of tables and figures, and the extensions of their files
TABLE_FORMS = {
    "latex": ".tex",
    "word": ".docx",
    "markdown": ".md",
    "html": ".html",
    "csv": ".csv",
    "xlsx": ".xlsx",
}
FIGURE_FORMS = {"pdf": ".pdf", "svg": ".svg", "png": ".png", "eps": ".eps"}
FORMS = (*TABLE_FORMS, *FIGURE_FORMS)


def files_of(
    built: Built,
    forms: Sequence[str],
    folder: str,
    document: Document,
    *,
    tabular_only: bool = False,
    home: str = "",
) -> dict[str, bytes]:
    """The files of one specification: path -> content.

    A table has a file for each table format.  A figure has a file for each figure format, the
    LaTeX that includes it, and its data as CSV.  The defaults are LaTeX and PDF.

    ``home`` is the folder of the LaTeX draft: paths of pictures are relative to it (if empty, to
    the picture's folder).
    Raises ReportError if a file cannot be made, such as for a table that is too wide.
    """
    stem = os.path.join(folder, built.name or PurePath(built.path).stem)
    if built.chart is not None:
        return _figure(
            built, [form for form in forms if form in FIGURE_FORMS] or ["pdf"], stem, home
        )
    if built.grid is None:
        return {}
    grid = _with_relative_path(built.grid, built.path, folder)
    table_forms = [form for form in forms if form in TABLE_FORMS] or ["latex"]
    return {
        stem + TABLE_FORMS[form]: _table(grid, form, document, tabular_only) for form in table_forms
    }


def cells_as_numbers(results: Iterable[Built]) -> list[Number]:
    """The numbers for the text: those of ``[[number]]``, and every cell as ``table.row.column``."""
    from ieeelint.report.built import Number

    numbers = []
    for built in results:
        if built.grid is not None:
            table = built.grid.label.removeprefix("tab:")
            for cell in built.grid.cells:
                if cell.value is not None and cell.digits:
                    key = f"{table}.{cell.row}.{cell.column}"
                    numbers.append(Number(key, cell.number_text, cell.value))
        numbers += built.numbers
    return numbers


def _table(grid: Grid, form: str, document: Document, tabular_only: bool) -> bytes:
    if form == "word":
        from ieeelint.report.writers import word

        return word.document([grid], kind=document.kind)
    if form == "latex":
        from ieeelint.report.writers import latex

        return latex.table(grid, document, tabular_only=tabular_only).encode()
    if form == "markdown":
        from ieeelint.report.writers import markdown

        return markdown.table(grid).encode()
    if form == "xlsx":
        from ieeelint.report.writers import xlsx

        return xlsx.workbook(grid)
    if form == "csv":
        from ieeelint.report.writers import csv

        return csv.table(grid).encode()
    from ieeelint.report.writers import html

    return html.table(grid).encode()


def _figure(built: Built, forms: Sequence[str], stem: str, home: str) -> dict[str, bytes]:
    from ieeelint.report import figures

    chart = built.chart
    assert chart is not None
    picture = with_slashes(seen_from(home, stem)) if home else os.path.basename(stem)
    files = {stem + FIGURE_FORMS[form]: figures.draw(chart, form) for form in forms}
    files[stem + ".tex"] = figures.caption(chart, picture).encode()
    files[stem + ".csv"] = figures.data(chart).encode()
    return files


def _with_relative_path(grid: Grid, path: str, folder: str) -> Grid:
    """The grid with the specification's path relative to the output folder: the files are then
    the same, whatever the working directory is."""
    relative = with_slashes(seen_from(folder, path))
    return replace(grid, provenance=replace(grid.provenance, path=relative))
