"""The number in a cell of a draft's table, checked against an entry of the lock file."""

from __future__ import annotations

from decimal import Decimal

from ieeelint.report.numbers.units import UnitError, converted, family
from ieeelint.report.verify.cell_content import number_in
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
    from collections.abc import Iterable, Iterator

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
    results = number_in(entry.text) if unit == entry.unit else None
    value, low, high = (
        None if number is None else number.scaleb(-content.power) for number in numbers
    )
    assert value is not None
    if content.below:
        least, most = sorted((Decimal(0), Decimal(content.digits)))
        if not least < value < most:
            token = content.below + content.digits
            yield _mismatch(
                paper, location, token, value, entry, CONTRADICTS, passage, unit, content.power
            )
        return
    result = verdict(content.digits, value, low, high)
    if results is not None and _are_same(content, results, NUMBERS):
        result = AGREES  # 7060 for 7058, if the results print three significant digits
    if result != AGREES:
        yield _mismatch(
            paper, location, content.digits, value, entry, result, passage, unit, content.power
        )
    elif unit == entry.unit and (
        note := over_precise(content.digits, entry.text, value, low, high)
    ):
        message = f"{location}: {content.digits} has too many digits; {note}"
        yield Mismatch(VALUE, span, message, OVER_PRECISE)
    elif (
        low is not None
        and high is not None
        and (own_unit or content.unit != "%")
        and (results is None or not _are_same(content, results, HALVES))
    ):
        yield from _interval(location, content, span, value, low, high, results)


MOST_SIGNS = 18  # of a value in a message
NUMBERS = ("digits", "below", "power")
HALVES = ("half", "half_below", "low", "high", "power")


def _are_same(content: CellContent, results: CellContent, parts: Iterable[str]) -> bool:
    """True if a cell prints the same digits as the results."""
    return all(getattr(content, part) == getattr(results, part) for part in parts)


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
    power: int,
) -> Mismatch:
    """The mismatch of a number times ten to the ``power``; ``value`` is without the power."""
    digits = token.lstrip("<>")
    result_power = _power_of(value, digits, power)
    instead = rounded(value.scaleb(power - result_power), digits)
    exact = value.scaleb(power)
    shown = _shown(exact)
    repeats = f", {entry.repeats} repeats" if entry.repeats not in (None, 1) else ""
    source = f"{shown} {unit}".strip() + repeats
    message = (
        f"{location}: the paper says {_with_power(token, power)}, but the result is"
        f" {_with_power(instead, result_power)} ({source}).{how(result)}"
    )
    typed = _typed(paper, passage, digits)
    is_replaceable = not token.startswith(("<", ">")) and power == result_power
    return Mismatch(
        VALUE,
        typed or span_of(paper, passage),
        message,
        result,
        typed if is_replaceable else None,
        instead,
    )


def _power_of(value: Decimal, digits: str, power: int) -> int:
    """The power of ten to print a result with, where the paper has ``power``: its own, with one
    digit before the point, if the paper prints it so.
    """
    has_one_digit = power and len(digits.lstrip("-").partition(".")[0]) == 1
    if not has_one_digit or not value:
        return power
    exact = value.scaleb(power)
    exponent = exact.adjusted()
    carries = abs(Decimal(rounded(exact.scaleb(-exponent), digits))) >= 10
    return exponent + carries


def _shown(value: Decimal) -> str:
    """A value with all its digits, or with nine of them and a power of ten if it is long."""
    text = f"{value.normalize():f}"
    if len(text) < MOST_SIGNS:
        return text
    exponent = value.adjusted()
    return _with_power(f"{float(value.scaleb(-exponent)):.9g}", exponent)


def _with_power(digits: str, power: int) -> str:
    """Digits with their power of ten: "2.3×10^19"."""
    return f"{digits}×10^{power}" if power else digits


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
    results: CellContent | None,
) -> Iterator[Mismatch]:
    """The first mismatch of the number after plus-minus, or of those in brackets.

    ``results`` is the cell in the results, if it is in the same unit: what it prints is right, also
    if it is rounded before the decimal point.
    """
    half = max(high - value, value - low)
    pairs = []
    if content.half and not content.half_below:
        pairs.append(("half", "the interval in the paper is ±", "±", half))
    if content.low and content.high:
        end = "an end of the interval in the paper is "
        pairs += [("low", end, "", low), ("high", end, "", high)]
    for part, name, sign, number in pairs:
        if results is not None and _are_same(content, results, (part, "power")):
            continue
        token = getattr(content, part)
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
