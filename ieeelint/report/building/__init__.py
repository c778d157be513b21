"""Build the table or figure and the numbers of a specification from its results."""

from __future__ import annotations

import hashlib

from ieeelint.report.building.absences import absent_points, missing_parts
from ieeelint.report.building.finder import Finder
from ieeelint.report.built import Built
from ieeelint.report.grid import Provenance
from ieeelint.report.records import ReportError
from ieeelint.report.specification.digest import digest
from ieeelint.report.words import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.report.grid import Grid
    from ieeelint.report.series import Collection
    from ieeelint.report.specification import Specification

HASH_DIGITS = 12


def build(specification: Specification) -> Built:
    """Read the result files of a specification and build its results.  Raises ReportError."""
    from ieeelint.report.building.requirements import gather

    try:
        collection = gather(specification)
    except ReportError as error:
        raise error.with_path(specification.path) from None
    return build_from(specification, collection)


def build_from(specification: Specification, collection: Collection) -> Built:
    """Build the results of a specification from collected records.  Raises ReportError."""
    finder = Finder(collection)
    built = Built(specification.path, inputs=collection.files, digest=digest(specification.text))
    built.name = specification.name
    built.absences += missing_parts(collection.files)
    provenance = Provenance(
        specification.path,
        _hash(specification.text),
        _hash("".join(f"{file.sha256}\n" for file in collection.files)),
    )
    try:
        if specification.table:
            from ieeelint.report.building.tables import build_table

            built.grid, built.cell_series, absences = build_table(specification, finder)
            built.absences += absences
            provenance.cells = _hash(canonical_text(built.grid))
            built.grid.provenance = provenance
        if specification.figure:
            from ieeelint.report.building.figures import build_figure

            built.chart = build_figure(specification, finder)
            built.absences += absent_points(built.chart)
            built.chart.provenance = provenance
        if specification.numbers:
            from ieeelint.report.building.named_numbers import build_numbers

            built.numbers = build_numbers(specification, finder)
    except ReportError as error:
        raise error.with_path(specification.path) from None
    return built


def canonical_text(grid: Grid) -> str:
    """The printed text of all cells, one per line."""
    lines = []
    for cell in grid.cells:
        ends = " to ".join(cell.ends) if cell.ends else ""
        marks = ("b" if cell.bold else "") + ("u" if cell.underline else "")
        value = f"{'<' if cell.below else ''}{cell.digits}"
        value += f"e{cell.power}" if cell.power else ""
        half = f"{'<' if cell.half_below else ''}{cell.half}"
        words, notes = plain(cell.words), cell.notes + "*" * cell.stars
        lines.append(
            f"{cell.row}.{cell.column}|{cell.state}|{value}|{half}|{ends}|{marks}|{notes}|{words}\n"
        )
    return "".join(lines)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:HASH_DIGITS]
