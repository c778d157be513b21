"""A draft checked against the lock: the mismatches of its tables and pinned numbers."""

from __future__ import annotations

from decimal import Decimal

from ieeelint.paper.source import Span
from ieeelint.report.numbers.units import UnitError, converted, family
from ieeelint.report.records import ReportError
from ieeelint.report.verify.drawn import tables_of
from ieeelint.report.verify.header_units import Units, settle
from ieeelint.report.verify.lock import key_of_cell
from ieeelint.report.verify.lock_file import load
from ieeelint.report.verify.marks import wrong_marks
from ieeelint.report.verify.mismatch import LOCK, MARK, SHAPE, STALE, VALUE, WHY, Mismatch
from ieeelint.report.verify.pins import pinned
from ieeelint.report.verify.reading_back import Reading, reading
from ieeelint.report.verify.verdicts import (
    AGREES,
    CONTRADICTS,
    OVER_PRECISE,
    over_precise,
    rounded,
    verdict,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.model import Paper, Passage
    from ieeelint.report.verify.drawn import Drawn
    from ieeelint.report.verify.lock import Entry, Lock, LockedTable
    from ieeelint.report.verify.matching import Matched
    from ieeelint.views.draft import Draft


def mismatches(draft: Draft, lock_path: str) -> Iterator[Mismatch]:
    """Everything in which a draft disagrees with the lock at ``lock_path``."""
    paper = draft.paper
    try:
        lock = load(lock_path)
    except ReportError as error:
        yield Mismatch(LOCK, Span(paper.root, 0, 0), f"Results cannot be compared: {error}")
        return
    yield from _stale(paper, lock, lock_path)
    all_cells = set(lock.cell_keys()) - set(lock.numbers)
    for drawn in tables_of(draft, lock.tables):
        table = lock.tables[drawn.label]
        yield from _shape(drawn, table)
        for part in drawn.parts:
            yield from _table(paper, drawn, part, table, all_cells)
    yield from pinned(draft, lock)


def _stale(paper: Paper, lock: Lock, lock_path: str) -> Iterator[Mismatch]:
    """Result files and specifications that are not what they were; the paper is held to what was
    pinned all the same.
    """
    from ieeelint.report.verify.freshness import changed, changed_specifications

    files, specifications = (
        changed(lock, lock_path),
        changed_specifications(lock, lock_path),
    )
    for what, names, when in (
        ("file", files, "the results were"),
        ("specification", specifications, "the numbers were"),
    ):
        if names:
            message = (
                f"{_several(what, names)} changed since {when} pinned. See what it means:"
                " ieeelint pin --diff"
            )
            yield Mismatch(LOCK, Span(paper.root, 0, 0), message[0].upper() + message[1:], STALE)


def _shape(drawn: Drawn, table: LockedTable) -> Iterator[Mismatch]:
    """Rows and columns that none of a table's tabulars has."""
    if not any(part.cells for part in drawn.parts):
        if any(part.is_unread for part in drawn.parts):
            return
        message = (
            f'{drawn.name} shares no row and column with the results of "{drawn.label}". Give it'
            " its heads, or another label."
        )
        yield Mismatch(SHAPE, drawn.anchor, message)
        return
    first, *others = drawn.parts
    for lost, what in ((first.lost_rows, "row"), (first.lost_columns, "column")):
        everywhere = [
            one
            for one in lost
            if all(
                one in (part.lost_rows if what == "row" else part.lost_columns) for part in others
            )
        ]
        if everywhere:
            message = f"{drawn.name} lacks {_several(what, everywhere)} that the results have."
            if (
                what == "column"
                and len(everywhere) == 1
                and (alike := first.alike.get(everywhere[0]))
            ):
                message += (
                    f' If "{alike}" means it, its numbers are others: call it as the results do,'
                    " and each is compared."
                )
            yield Mismatch(SHAPE, drawn.anchor, message)


def _table(
    paper: Paper, drawn: Drawn, found: Matched, table: LockedTable, all_cells: set[str]
) -> Iterator[Mismatch]:
    """The numbers of one tabular, and its marks."""
    name = drawn.name
    heads, over = table.row_headers, table.column_headers
    readings: dict[str, tuple[Reading, Passage]] = {}
    for cell, passage in found.cells:
        if passage is not None and passage.plain.strip():
            readings[cell] = reading(paper, passage), passage
    units = settle(table, found.units, {cell: read for cell, (read, _) in readings.items()})
    yield from _wrong_units(paper, name, units, found, over)
    for cell, _ in found.cells:
        row, _, column = cell.partition(".")
        place = f'{name}, row "{heads[row]}", column "{over[column]}"'
        entry = table.cells[cell]
        if cell not in readings:
            if entry.state != "empty":
                where = _words(paper, found.rows[row])
                yield Mismatch(
                    SHAPE,
                    where,
                    f"{place}: nothing stands there, and the results say {entry.text}.",
                )
            continue
        read, passage = readings[cell]
        if read.key:
            if read.key in all_cells and read.key != key_of_cell(drawn.label, cell):
                yield Mismatch(
                    VALUE,
                    _words(paper, passage),
                    f'{place}: this prints "{read.key}", the number of another cell.',
                )
            continue  # an unknown key is told where keys are
        yield from _cell(paper, place, read, passage, entry, units.stated.get(column, ""))
    for passage, message in wrong_marks(table, readings):
        yield Mismatch(MARK, _words(paper, passage), f"{name}, {message}")


def _wrong_units(
    paper: Paper, name: str, units: Units, found: Matched, over: dict[str, str]
) -> Iterator[Mismatch]:
    """Heads that state another unit than their numbers have, each once."""
    told = set()
    for column, stated, given in units.wrong:
        head = found.unit_heads.get(column)
        if head is not None and head not in told:
            told.add(head)
            message = (
                f'{name}, column "{over[column]}": the head says {stated}, and the numbers are in'
                f" {given}."
            )
            yield Mismatch(VALUE, _words(paper, head), message)


def _several(what: str, names: list[str]) -> str:
    shown = ", ".join(f'"{one}"' for one in names[:5]) + (
        f" and {len(names) - 5} more" if len(names) > 5 else ""
    )
    return f"the {what}{'s' if len(names) > 1 else ''} {shown}"


def _cell(
    paper: Paper, place: str, read: Reading, passage: Passage, entry: Entry, unit: str
) -> Iterator[Mismatch]:
    if entry.value is None:
        if read.digits:
            said = entry.why or "nothing"
            yield Mismatch(
                VALUE,
                _words(paper, passage),
                f"{place}: {read.text} is printed, and the results have no number there: {said}.",
            )
        return
    if not read.digits:
        yield Mismatch(
            SHAPE,
            _words(paper, passage),
            f'{place}: "{read.text}" stands there, and the results say {entry.text}.',
        )
        return
    given = entry.unit
    own = "" if _is_bare_percentage(read, entry) else read.unit
    if own not in ("", "%") and given and own not in family(given) and family(given) != family(""):
        yield Mismatch(
            VALUE,
            _words(paper, passage),
            f"{place}: {read.digits} is in {read.unit}, and the results have it in {given}.",
        )
        return
    *numbers, unit_told = _in_unit(entry, own or unit)
    value, low, high = (None if one is None else one.scaleb(-read.power) for one in numbers)
    assert value is not None
    if read.below:
        least, most = sorted((Decimal(0), Decimal(read.digits)))
        if not least < value < most:
            yield _finding(
                paper,
                VALUE,
                place,
                read.below + read.digits,
                value,
                entry,
                CONTRADICTS,
                passage,
                unit_told,
            )
        return
    found = verdict(read.digits, value, low, high)
    if found != AGREES:
        yield _finding(paper, VALUE, place, read.digits, value, entry, found, passage, unit_told)
    elif unit_told == entry.unit and (
        note := over_precise(read.digits, entry.text, value, low, high)
    ):
        yield Mismatch(
            VALUE,
            _words(paper, passage),
            f"{place}: {read.digits} has too many digits; {note}",
            OVER_PRECISE,
        )
    elif low is not None and high is not None and (own or read.unit != "%"):
        yield from _interval(paper, place, read, passage, value, low, high)


def _is_bare_percentage(read: Reading, entry: Entry) -> bool:
    """True for "77.1 %" where the results have 77.1 without a unit, and where the sign is of the
    interval alone.
    """
    measures = entry.unit not in family("%")
    return read.unit == "%" and (
        measures
        or not entry.unit
        and entry.value is not None
        and verdict(read.digits, entry.value) == AGREES
    )


def _in_unit(entry: Entry, unit: str) -> tuple[Decimal | None, Decimal | None, Decimal | None, str]:
    """Value and interval in the unit that the draft's head states, where it is of the same
    family.
    """
    numbers, given = (entry.value, entry.low, entry.high), entry.unit
    if not unit or unit == given:
        return *numbers, given
    try:
        value, low, high = (None if one is None else converted(one, given, unit) for one in numbers)
    except UnitError:
        return *numbers, given
    return value, low, high, unit


def _finding(
    paper: Paper,
    kind: str,
    place: str,
    token: str,
    value: Decimal,
    entry: Entry,
    found: str,
    passage: Passage,
    unit: str,
) -> Mismatch:
    digits = token.lstrip("<>")
    instead = rounded(value, digits)
    shown = f"{value.normalize():f}"
    repeats = f", {entry.repeats} repeats" if entry.repeats not in (None, 1) else ""
    source = f"{shown if len(shown) < 18 else f'{value:.9g}'} {unit}".strip() + repeats
    message = f"{place}: {token} is printed, the results say {instead} ({source}). {WHY[found]}"
    typed = _typed(paper, passage, digits)
    return Mismatch(
        kind,
        typed or _words(paper, passage),
        message,
        found,
        typed if not token.startswith(("<", ">")) else None,
        instead,
    )


def _words(paper: Paper, passage: Passage) -> Span:
    """Where the words of a cell stand, without the spaces around them."""
    plain = passage.plain
    start = passage.start + len(plain) - len(plain.lstrip())
    return paper.text.span(start, max(start, passage.start + len(plain.rstrip())))


def _typed(paper: Paper, passage: Passage, digits: str) -> Span | None:
    """The digits where the source has them as they print."""
    text = paper.text.plain[passage.start : passage.end]
    at = text.find(digits)
    if at < 0 or text.find(digits, at + 1) >= 0:
        return None
    start, end = passage.start + at, passage.start + at + len(digits)
    return paper.text.span(start, end) if paper.text.is_typed(start, end) else None


def _interval(
    paper: Paper,
    place: str,
    read: Reading,
    passage: Passage,
    value: Decimal,
    low: Decimal,
    high: Decimal,
) -> Iterator[Mismatch]:
    """Compare what stands after plus-minus, or in brackets."""
    half = max(high - value, value - low)
    pairs = []
    if read.half and not read.half_below:
        pairs.append((read.half, half))
    if read.low and read.high:
        pairs += [(read.low, low), (read.high, high)]
    for token, wanted in pairs:
        found = verdict(token, wanted)
        if found != AGREES:
            message = (
                f"{place}: the interval says {token}, the results {rounded(wanted, token)}."
                f" {WHY[found]}"
            )
            yield Mismatch(VALUE, _words(paper, passage), message, found)
            return
    if read.half_below and not half < Decimal(read.half):
        yield Mismatch(
            VALUE,
            _words(paper, passage),
            f"{place}: the interval says <{read.half}, the results {half.normalize():f}.",
        )
