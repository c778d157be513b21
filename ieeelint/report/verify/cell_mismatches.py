"""The number in a cell of a draft's table, checked against an entry of the lock file."""

from __future__ import annotations

from decimal import Decimal

from ieeelint.report.numbers.units import UnitError, converted, family
from ieeelint.report.verify.mismatch import SHAPE, VALUE, Mismatch, how
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

    from ieeelint.paper.model import Paper
    from ieeelint.paper.source import Span
    from ieeelint.paper.zones import Passage
    from ieeelint.report.verify.cell_content import CellContent
    from ieeelint.report.verify.lock import Entry


def cell_mismatches(
    paper: Paper, location: str, content: CellContent, passage: Passage, entry: Entry, unit: str
) -> Iterator[Mismatch]:
    """The mismatches of a cell that is not empty.

    ``location`` starts the messages; ``unit`` is the unit of the column, in the draft.
    """
    span = span_of(paper, passage)
    if entry.value is None:
        if content.digits:
            why = f" ({entry.why})" if entry.why else ""
            message = (
                f"{location}: the cell is {content.text}, but the results have no number{why}."
            )
            yield Mismatch(VALUE, span, message)
        return
    if not content.digits:
        message = f'{location}: the cell is "{content.text}", but the result is {entry.text}.'
        yield Mismatch(SHAPE, span, message)
        return
    own_unit = "" if _is_bare_percentage(content, entry) else content.unit
    if (
        own_unit not in ("", "%")
        and entry.unit
        and own_unit not in family(entry.unit)
        and family(entry.unit) != family("")
    ):
        message = f"{location}: {content.digits} is in {content.unit}, but the results are in"
        yield Mismatch(VALUE, span, f"{message} {entry.unit}.")
        return
    *numbers, unit = _in_unit(entry, own_unit or unit)
    value, low, high = (
        None if number is None else number.scaleb(-content.power) for number in numbers
    )
    assert value is not None
    if content.below:
        least, most = sorted((Decimal(0), Decimal(content.digits)))
        if not least < value < most:
            token = content.below + content.digits
            yield _mismatch(paper, location, token, value, entry, CONTRADICTS, passage, unit)
        return
    result = verdict(content.digits, value, low, high)
    if result != AGREES:
        yield _mismatch(paper, location, content.digits, value, entry, result, passage, unit)
    elif unit == entry.unit and (
        note := over_precise(content.digits, entry.text, value, low, high)
    ):
        message = f"{location}: {content.digits} has too many digits; {note}"
        yield Mismatch(VALUE, span, message, OVER_PRECISE)
    elif low is not None and high is not None and (own_unit or content.unit != "%"):
        yield from _interval(location, content, span, value, low, high)


def _is_bare_percentage(content: CellContent, entry: Entry) -> bool:
    """True for "77.1 %" if the results have 77.1 without a unit, and if the sign belongs to the
    interval alone.
    """
    is_measured = entry.unit not in family("%")
    return content.unit == "%" and (
        is_measured
        or not entry.unit
        and entry.value is not None
        and verdict(content.digits, entry.value) == AGREES
    )


def _in_unit(entry: Entry, unit: str) -> tuple[Decimal | None, Decimal | None, Decimal | None, str]:
    """Value and interval in the unit of the draft, if it is of the same family."""
    numbers = entry.value, entry.low, entry.high
    if not unit or unit == entry.unit:
        return *numbers, entry.unit
    try:
        value, low, high = (
            None if number is None else converted(number, entry.unit, unit) for number in numbers
        )
    except UnitError:
        return *numbers, entry.unit
    return value, low, high, unit


def _mismatch(
    paper: Paper,
    location: str,
    token: str,
    value: Decimal,
    entry: Entry,
    result: str,
    passage: Passage,
    unit: str,
) -> Mismatch:
    digits = token.lstrip("<>")
    instead = rounded(value, digits)
    shown = f"{value.normalize():f}"
    repeats = f", {entry.repeats} repeats" if entry.repeats not in (None, 1) else ""
    source = f"{shown if len(shown) < 18 else f'{value:.9g}'} {unit}".strip() + repeats
    message = (
        f"{location}: the paper says {token}, but the result is {instead} ({source}).{how(result)}"
    )
    typed = _typed(paper, passage, digits)
    return Mismatch(
        VALUE,
        typed or span_of(paper, passage),
        message,
        result,
        typed if not token.startswith(("<", ">")) else None,
        instead,
    )


def span_of(paper: Paper, passage: Passage) -> Span:
    """The span of the text in a cell, without the whitespace around it."""
    plain = passage.plain
    start = passage.start + len(plain) - len(plain.lstrip())
    return paper.text.span(start, max(start, passage.start + len(plain.rstrip())))


def _typed(paper: Paper, passage: Passage, digits: str) -> Span | None:
    """The span of the digits, if the source has them as printed."""
    text = paper.text.plain[passage.start : passage.end]
    at = text.find(digits)
    if at < 0 or text.find(digits, at + 1) >= 0:
        return None
    start, end = passage.start + at, passage.start + at + len(digits)
    return paper.text.span(start, end) if paper.text.is_typed(start, end) else None


def _interval(
    location: str,
    content: CellContent,
    span: Span,
    value: Decimal,
    low: Decimal,
    high: Decimal,
) -> Iterator[Mismatch]:
    """The first mismatch of the number after plus-minus, or of those in brackets."""
    half = max(high - value, value - low)
    pairs = []
    if content.half and not content.half_below:
        pairs.append(("the interval in the paper is ±", "±", content.half, half))
    if content.low and content.high:
        end = "an end of the interval in the paper is "
        pairs += [(end, "", content.low, low), (end, "", content.high, high)]
    for name, sign, token, number in pairs:
        result = verdict(token, number)
        if result != AGREES:
            message = (
                f"{location}: {name}{token}, but in the results it is"
                f" {sign}{rounded(number, token)}.{how(result)}"
            )
            yield Mismatch(VALUE, span, message, result)
            return
    if content.half_below and not half < Decimal(content.half):
        message = (
            f"{location}: the interval in the paper is ±<{content.half}, but in the results it is"
            f" ±{half.normalize():f}."
        )
        yield Mismatch(VALUE, span, message)
