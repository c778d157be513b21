"""A specification carried out: results gathered, a table or a figure and numbers made of them."""

from __future__ import annotations

import hashlib

from ieeelint.report.building.finding_series import Finder
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
    """Read the result files of a specification and carry it out.  Raises ReportError."""
    from ieeelint.report.building.asking import gather

    try:
        collection = gather(specification)
    except ReportError as error:
        raise error.placed(specification.path) from None
    return build_from(specification, collection)


def build_from(specification: Specification, collection: Collection) -> Built:
    """Carry a specification out on results that are gathered already.  Raises ReportError."""
    finder = Finder(collection)
    built = Built(specification.path, inputs=collection.files, digest=digest(specification.text))
    provenance = Provenance(
        specification.path,
        _hash(specification.text),
        _hash("".join(f"{file.sha256}\n" for file in collection.files)),
    )
    try:
        if specification.table:
            from ieeelint.report.building.tables import table

            built.grid, built.behind = table(specification, finder)
            provenance.cells = _hash(canonical_text(built.grid))
            built.grid.provenance = provenance
        if specification.figure:
            from ieeelint.report.building.figures import figure

            built.chart = figure(specification, finder)
            built.chart.provenance = provenance
        if specification.numbers:
            from ieeelint.report.building.named_numbers import numbers

            built.numbers = numbers(specification, finder)
    except ReportError as error:
        raise error.placed(specification.path) from None
    return built


def canonical_text(grid: Grid) -> str:
    """All that is printed of the cells, a line each."""
    lines = []
    for cell in grid.cells:
        ends = " to ".join(cell.ends) if cell.ends else ""
        marks = ("b" if cell.bold else "") + ("u" if cell.underline else "")
        shown = f"{'<' if cell.below else ''}{cell.digits}|{'<' if cell.half_below else ''}{cell.half}|{ends}"  # noqa: E501
        words = plain(cell.words)
        lines.append(
            f"{cell.row}.{cell.column}|{cell.state}|{shown}|{marks}|{cell.notes}|{words}\n"
        )
    return "".join(lines)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:HASH_DIGITS]
