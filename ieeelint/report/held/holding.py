"""A draft held against the lock: what its tables and pinned numbers say that the results do not."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ieeelint.paper.source import Span
from ieeelint.report.held import lock as locks
from ieeelint.report.held.head_units import Units, settle
from ieeelint.report.held.matching import Matched, match, tables_of
from ieeelint.report.held.reading_back import Reading, reading
from ieeelint.report.held.verdicts import (
    AGREES,
    CONTRADICTS,
    DRIFT,
    LAST_DIGIT,
    OVER_PRECISE,
    TRUNCATED,
    over_precise,
    rounded,
    verdict,
)
from ieeelint.report.nearest import nearest
from ieeelint.report.numbers.units import UnitError, converted
from ieeelint.report.records import ReportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ieeelint.paper.model import Float, Paper, Passage
    from ieeelint.report.held.lock import Lock

# what is found; each is a rule's
STALE = "stale"  # the verdict on a lock that is not of today's files
LOCK, VALUE, SHAPE, MARK, KEY, NUMBER = "lock", "value", "shape", "mark", "key", "number"

WHY = {
    TRUNCATED: "It was cut off, not rounded.",
    LAST_DIGIT: "It is off by one in its last place: was it rounded twice?",
    DRIFT: "It is still within the interval, but no longer the value.",
    CONTRADICTS: "The results contradict it.",
}


@dataclass(slots=True, eq=False)
class Held:
    """Something found: its ``kind``, where, in words, how sure, and the digits to print instead.

    ``verdict`` is one of :mod:`ieeelint.report.held.verdicts` where a number was compared; ``typed`` is
    the span of the digits where they stand in the source as they print.
    """

    kind: str
    span: Span
    message: str
    verdict: str = CONTRADICTS
    typed: Span | None = None
    instead: str = ""


def held(paper: Paper) -> list[Held]:
    """All that is found; the same list each time it is asked for of one paper."""
    if paper.held is None:
        paper.held = list(_held(paper))
    return paper.held


def _held(paper: Paper) -> Iterator[Held]:
    try:
        lock = locks.read(paper.results_lock)
    except ReportError as error:
        yield Held(LOCK, Span(paper.root, 0, 0), f"Results cannot be compared: {error}")
        return
    from ieeelint.report.held.freshness import changed

    if files := changed(lock, paper.results_lock):
        message = f"{_several('file', files)} changed since the results were pinned. See what it means: ieeelint pin --diff"
        yield Held(LOCK, Span(paper.root, 0, 0), message[0].upper() + message[1:], STALE)
    all_cells = set(locks.keys_of(lock)) - set(lock["numbers"])
    for one, label in tables_of(paper, lock["tables"]):
        yield from _table(paper, one, label, lock["tables"][label], all_cells)
    from ieeelint.report.held.pins import pinned

    yield from pinned(paper, lock)


def _table(paper: Paper, one: Float, label: str, table: dict[str, Any], all_cells: set[str]) -> Iterator[Held]:
    name = f"Table {one.number}" if one.number else f'Table "{label}"'
    if len(one.grids) != 1 or not one.grids[0].rows:
        return
    grid = one.grids[0]
    found = match(paper, grid, table)
    anchor = one.captions[0].span if one.captions else one.span
    if not found.cells:
        message = f'{name} shares no row and column with the results of "{label}". Give it its heads, or another label.'
        yield Held(SHAPE, anchor, message)
        return
    for lost, what in ((found.lost_rows, "row"), (found.lost_columns, "column")):
        if lost:
            yield Held(SHAPE, anchor, f"{name} lacks {_several(what, lost)} that the results have.")
    heads = {row["name"]: row["head"] for row in table["rows"]}
    over = {column["name"]: column["head"] for column in table["columns"]}
    readings: dict[str, tuple[Reading, Passage]] = {}
    for cell, passage in found.cells:
        if passage is not None and passage.plain.strip():
            readings[cell] = reading(paper, passage), passage
    units = settle(table, found.units, {cell: read for cell, (read, _) in readings.items()})
    yield from _wrong_units(paper, name, units, found, over)
    for cell, _ in found.cells:
        row, _, column = cell.partition(".")
        place = f'{name}, row "{heads[row]}", column "{over[column]}"'
        kept = table["cells"][cell]
        if cell not in readings:
            if kept["state"] != "empty":
                where = _words(paper, found.rows[row])
                yield Held(SHAPE, where, f"{place}: nothing stands there, and the results say {kept['text']}.")
            continue
        read, passage = readings[cell]
        if read.key:
            if read.key in all_cells and read.key != f"{label.removeprefix('tab:')}.{cell}":
                yield Held(VALUE, _words(paper, passage), f'{place}: this prints "{read.key}", the number of another cell.')
            continue  # an unknown key is told where keys are
        yield from _cell(paper, place, read, passage, kept, units.stated.get(column, ""))
    yield from _marks(paper, name, table, found, readings, heads, over)


def _wrong_units(
    paper: Paper, name: str, units: Units, found: Matched, over: dict[str, str]
) -> Iterator[Held]:
    """Heads that state another unit than their numbers have, each once."""
    told = set()
    for column, stated, given in units.wrong:
        head = found.unit_heads.get(column)
        if head is not None and head not in told:
            told.add(head)
            message = f'{name}, column "{over[column]}": the head says {stated}, and the numbers are in {given}.'
            yield Held(VALUE, _words(paper, head), message)


def _several(what: str, names: list[str]) -> str:
    shown = ", ".join(f'"{one}"' for one in names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
    return f"the {what}{'s' if len(names) > 1 else ''} {shown}"


def _cell(
    paper: Paper, place: str, read: Reading, passage: Passage, kept: dict[str, Any], unit: str
) -> Iterator[Held]:
    value = locks.decimal(kept, "value")
    if value is None:
        if read.digits:
            said = kept.get("why") or "nothing"
            yield Held(VALUE, _words(paper, passage), f"{place}: {read.text} is printed, and the results have no number there: {said}.")
        return
    if not read.digits:
        yield Held(SHAPE, _words(paper, passage), f'{place}: "{read.text}" stands there, and the results say {kept["text"]}.')
        return
    value, low, high, unit_told = _in_unit(kept, unit)
    assert value is not None
    if read.below:
        if not 0 < value < Decimal(read.digits):
            yield _finding(paper, VALUE, place, "<" + read.digits, value, kept, CONTRADICTS, passage, unit_told)
        return
    found = verdict(read.digits, value, low, high)
    if found != AGREES:
        yield _finding(paper, VALUE, place, read.digits, value, kept, found, passage, unit_told)
    elif unit_told == kept.get("unit", "") and (note := over_precise(read.digits, kept["text"], value, low, high)):
        yield Held(VALUE, _words(paper, passage), f"{place}: {read.digits} has too many digits; {note}", OVER_PRECISE)
    elif low is not None and high is not None:
        yield from _interval(paper, place, read, passage, value, low, high)


def _in_unit(kept: dict[str, Any], unit: str) -> tuple[Decimal | None, Decimal | None, Decimal | None, str]:
    """Value and interval in the unit that the draft's head states, where it is of the same family."""
    numbers = [locks.decimal(kept, name) for name in ("value", "low", "high")]
    given = kept.get("unit", "")
    if not unit or unit == given:
        return numbers[0], numbers[1], numbers[2], given
    try:
        value, low, high = (None if one is None else converted(one, given, unit) for one in numbers)
    except UnitError:
        return numbers[0], numbers[1], numbers[2], given
    return value, low, high, unit


def _finding(
    paper: Paper, kind: str, place: str, token: str, value: Decimal, kept: dict[str, Any], found: str, passage: Passage, unit: str
) -> Held:
    digits = token.lstrip("<")
    instead = rounded(value, digits)
    shown = f"{value.normalize():f}"
    repeats = f", {kept['repeats']} repeats" if kept.get("repeats", 1) != 1 else ""
    source = f"{shown if len(shown) < 18 else f'{value:.9g}'} {unit}".strip() + repeats
    message = f"{place}: {token} is printed, the results say {instead} ({source}). {WHY[found]}"
    typed = _typed(paper, passage, digits)
    return Held(kind, typed or _words(paper, passage), message, found, typed if not token.startswith("<") else None, instead)


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
    paper: Paper, place: str, read: Reading, passage: Passage, value: Decimal, low: Decimal, high: Decimal
) -> Iterator[Held]:
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
            message = f"{place}: the interval says {token}, the results {rounded(wanted, token)}. {WHY[found]}"
            yield Held(VALUE, _words(paper, passage), message, found)
            return
    if read.half_below and not half < Decimal(read.half):
        yield Held(VALUE, _words(paper, passage), f"{place}: the interval says <{read.half}, the results {half.normalize():f}.")


def _marks(
    paper: Paper,
    name: str,
    table: dict[str, Any],
    found: Matched,
    readings: dict[str, tuple[Reading, Passage]],
    heads: dict[str, str],
    over: dict[str, str],
) -> Iterator[Held]:
    """Bold digits where the results mark the best: missing ones and wrong ones."""
    for column in table["columns"]:
        cells = {cell: one for cell, one in readings.items() if cell.partition(".")[2] == column["name"]}
        best = [cell for cell in cells if table["cells"][cell].get("bold")]
        if not best or not any(read.bold for read, _ in cells.values()) or all(read.bold for read, _ in cells.values()):
            continue  # this table marks otherwise
        for cell, (read, passage) in cells.items():
            row = heads[cell.partition(".")[0]]
            if read.bold and cell not in best and not _whole_row_is_bold(cell, readings):
                others = " and ".join(f'"{heads[one.partition(".")[0]]}"' for one in best)
                message = f'{name}, column "{over[column["name"]]}": "{row}" is bold, and the best is {others}.'
                yield Held(MARK, _words(paper, passage), message)
            elif not read.bold and cell in best:
                yield Held(MARK, _words(paper, passage), f'{name}, column "{over[column["name"]]}": "{row}" is the best and not bold.')


def _whole_row_is_bold(cell: str, readings: dict[str, tuple[Reading, Passage]]) -> bool:
    """True where bold means "ours"."""
    row = cell.partition(".")[0]
    numbers = [read for one, (read, _) in readings.items() if one.partition(".")[0] == row and read.digits]
    return len(numbers) > 1 and all(read.bold for read in numbers)


def unknown_key(key: str, lock: Lock) -> str:
    """What to say of a key that the lock does not have."""
    return f'The results have no number "{key}".{nearest(key, locks.keys_of(lock))}'
