"""A draft checked against the lock file: the mismatches of its tables and pinned numbers."""

from __future__ import annotations

from ieeelint.paper.source import Span
from ieeelint.report.records import ReportError
from ieeelint.report.verify.cell_content import cell_content
from ieeelint.report.verify.cell_mismatches import cell_mismatches, span_of
from ieeelint.report.verify.draft_tables import draft_tables
from ieeelint.report.verify.header_units import check_units
from ieeelint.report.verify.lock import key_of_cell
from ieeelint.report.verify.lock_file import load
from ieeelint.report.verify.marks import wrong_marks
from ieeelint.report.verify.mismatch import (
    LOCK,
    MARK,
    SHAPE,
    STALE,
    VALUE,
    Mismatch,
)
from ieeelint.report.verify.pins import pin_mismatches
from ieeelint.report.verify.unchecked import lost, named, unchecked_rows, unchecked_tables

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.model import Paper
    from ieeelint.paper.zones import Passage
    from ieeelint.report.verify.cell_content import CellContent
    from ieeelint.report.verify.draft_tables import DraftTable
    from ieeelint.report.verify.header_units import HeaderUnits
    from ieeelint.report.verify.lock import Lock, LockedTable
    from ieeelint.report.verify.matching import TabularMatch
    from ieeelint.views.draft import Draft


def mismatches(draft: Draft, lock_path: str) -> Iterator[Mismatch]:
    """Every mismatch between a draft and the lock file at ``lock_path``."""
    paper = draft.paper
    try:
        lock = load(lock_path)
    except ReportError as error:
        yield Mismatch(LOCK, Span(paper.root, 0, 0), f"Cannot check the results: {error}")
        return
    yield from _out_of_date(paper, lock, lock_path)
    all_cells = set(lock.cell_keys()) - set(lock.numbers)
    found: set[str] = set()
    for table in draft_tables(draft, lock.tables):
        results = lock.tables[table.label]
        found.add(table.label)
        if table.is_named:
            yield from _lost_headers(table)
        yield from unchecked_rows(table)
        for part in table.parts:
            yield from _tabular(paper, table, part, results, all_cells)
    yield from unchecked_tables(draft, lock, found)
    yield from pin_mismatches(draft, lock)


def _out_of_date(paper: Paper, lock: Lock, lock_path: str) -> Iterator[Mismatch]:
    """Result files and specifications that changed or vanished; the draft is still checked against
    the pinned results.
    """
    from ieeelint.report.verify.changed_files import (
        changed_results,
        changed_specifications,
        vanished_results,
    )

    if names := vanished_results(lock, lock_path):
        message = (
            f"The {named('file', names)} of the pinned results no longer"
            f" exist{'s' if len(names) == 1 else ''}. Restore"
            f" {'it' if len(names) == 1 else 'them'}, or pin the results again: ieeelint pin"
        )
        yield Mismatch(LOCK, Span(paper.root, 0, 0), message, STALE)

    for noun, names in (
        ("file", changed_results(lock, lock_path)),
        ("specification", changed_specifications(lock, lock_path)),
    ):
        if names:
            message = (
                f"The {named(noun, names)} changed after the results were pinned. To see the"
                " differences, run: ieeelint pin --diff"
            )
            yield Mismatch(LOCK, Span(paper.root, 0, 0), message, STALE)


def _lost_headers(table: DraftTable) -> Iterator[Mismatch]:
    """Rows and columns that are missing in all tabulars of a table."""
    if not any(part.cells for part in table.parts):
        if not any(part.is_unreadable for part in table.parts):
            message = (
                f'{table.name} matches no row and column of the results of "{table.label}". Use'
                " the headers of the results, or another label."
            )
            yield Mismatch(SHAPE, table.anchor, message)
        return
    for noun, headers in (
        ("row", [part.lost_rows for part in table.parts]),
        ("column", [part.lost_columns for part in table.parts]),
    ):
        names = lost(headers)
        if names:
            message = f"{table.name} is missing the {named(noun, names)} of the results."
            if len(names) == 1 and (similar := table.parts[0].similar.get(names[0])):
                message += f" {similar} To have it compared, use the header of the results."
            yield Mismatch(SHAPE, table.anchor, message)


def _tabular(
    paper: Paper,
    table: DraftTable,
    part: TabularMatch,
    results: LockedTable,
    all_cells: set[str],
) -> Iterator[Mismatch]:
    """The mismatches of one tabular: units, numbers and marks."""
    rows, columns = results.row_headers, results.column_headers
    contents: dict[str, tuple[CellContent, Passage]] = {}
    for cell, passage in part.cells:
        if passage is not None and passage.plain.strip():
            contents[cell] = cell_content(paper, passage), passage
    units = check_units(results, part.units, {cell: text for cell, (text, _) in contents.items()})
    yield from _wrong_units(paper, table.name, units, part, columns)
    for cell, _ in part.cells:
        row, _, column = cell.partition(".")
        location = f'{table.name}, row "{rows[row]}", column "{columns[column]}"'
        entry = results.cells[cell]
        if cell not in contents:
            if entry.state != "empty":
                message = f"{location}: the cell is empty, but the result is {entry.text}."
                yield Mismatch(SHAPE, span_of(paper, part.rows[row]), message)
            continue
        content, passage = contents[cell]
        if not content.key:
            yield from cell_mismatches(
                paper, location, content, passage, entry, units.stated.get(column, "")
            )
        elif content.key in all_cells and content.key != key_of_cell(table.label, cell):
            message = f'{location}: the macro prints "{content.key}", the number of another cell.'
            yield Mismatch(VALUE, span_of(paper, passage), message)
        # unknown keys are reported with the macros of the draft
    for passage, message in wrong_marks(results, contents):
        yield Mismatch(MARK, span_of(paper, passage), f"{table.name}, {message}")


def _wrong_units(
    paper: Paper,
    name: str,
    units: HeaderUnits,
    part: TabularMatch,
    columns: dict[str, str],
) -> Iterator[Mismatch]:
    """Headers that have another unit than their numbers, each reported once."""
    reported = set()
    for column, stated, unit in units.wrong:
        header = part.unit_headers.get(column)
        if header is not None and header not in reported:
            reported.add(header)
            message = (
                f'{name}, column "{columns[column]}": the unit in the header is {stated}, but the'
                f" numbers are in {unit}."
            )
            yield Mismatch(VALUE, span_of(paper, header), message)
