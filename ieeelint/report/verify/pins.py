"""Numbers in the text that are linked to results: ``\\ieeelintnum{key}``, ``% ieeelint:
pin[key]``, and in Word content controls with the tag ``ieeelint:key`` and comments ``ieeelint:
pin[key]``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from ieeelint.paper.source import Span
from ieeelint.report.numbers.units import UnitError, converted, family
from ieeelint.report.verify.claims import Claim, claim_between, supports
from ieeelint.report.verify.expressions import ExpressionError, resolve, split_pin
from ieeelint.report.verify.lock import unknown_key
from ieeelint.report.verify.mismatch import KEY, NUMBER, Mismatch, how
from ieeelint.report.verify.typed_numbers import TypedNumber, numbers_in
from ieeelint.report.verify.typed_units import unit_after
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

    from ieeelint.report.verify.lock import Entry, Lock
    from ieeelint.views.draft import Draft
    from ieeelint.views.latex import LatexView

MACRO = "ieeelintnum"
PIN = re.compile(r"(?:%+[ \t]*)?ieeelint:[ \t]*pin[ \t]*\[([^\]\r\n]*)\]")
TAG = "ieeelint:"
COMMENT = re.compile(r"(?<!\\)%[^\n]*(?:\n[ \t]*|\Z)")
FARTHEST = 200  # characters after a number that may have a comment before the unit
BEFORE, AFTER = 60, 40  # characters around a number that may change its meaning
INTERVAL = re.compile(
    r"[\s~${}]*(?:\\pm|±|\+-|\+/-)[\s~${}]*"
)  # between a value and its half-width
COUNTS = ("k", "M", "G", "T")  # prefixes of counts; they may also be words of the text


@dataclass(slots=True, frozen=True)
class PinnedNumber:
    """A number in the text with the key or expression of its pin, and the words around it.

    ``pin`` is the span of the comment, or in a content control that of the number itself.
    """

    pin: Span
    span: Span
    typed: TypedNumber
    key: str
    before: str
    after: str


def pin_mismatches(draft: Draft, lock: Lock) -> Iterator[Mismatch]:
    """The pinned numbers in the text that disagree with the results, and unknown keys."""
    for pin in pins_of(draft, lock):
        if isinstance(pin, Mismatch):
            yield pin
            continue
        try:
            entry = resolve(pin.key, lock)
        except ExpressionError as error:
            yield Mismatch(KEY, pin.pin, _invalid(pin.key, error))
            continue
        yield from compare(pin, entry)


def _invalid(key: str, error: ExpressionError) -> str:
    message = str(error)
    if message.startswith("The results"):
        return message
    return f'The pin "{key}" is invalid: {message}'


def pins_of(draft: Draft, lock: Lock) -> Iterator[PinnedNumber | Mismatch]:
    """All pinned numbers, and the mismatches of pins without a number or a known key."""
    if draft.latex is not None:
        yield from _macros(draft.latex, lock)
        for span in draft.latex.comments:
            if match := PIN.match(span.text):
                source = span.source
                start = source.text.rfind("\n", 0, span.start) + 1
                yield from _before(span, Span(source, start, span.start), split_pin(match.group(1)))
    if draft.word is not None:
        from ieeelint.report.verify.word_pins import controls

        for tag, span, paragraph in controls(draft.word, lock):
            typed = numbers_in(span.text)
            if len(typed) == 1:
                yield _pinned(span, span, typed[0], tag, paragraph)
        for comment in draft.word.comments:
            if match := PIN.search(draft.word.words_of(comment)):
                span = comment.span
                start = span.source.text.rfind("\n", 0, span.start) + 1  # of its paragraph
                yield from _before(
                    span, Span(span.source, start, span.start), split_pin(match.group(1))
                )


def _macros(view: LatexView, lock: Lock) -> Iterator[Mismatch]:
    for use in view.commands(MACRO):
        key = use.argument().strip()
        if not use.in_definition and not use.in_preamble and key and lock.number(key) is None:
            yield Mismatch(KEY, use.span, unknown_key(key, lock))


def _before(pin: Span, line: Span, keys: list[str]) -> Iterator[PinnedNumber | Mismatch]:
    """The numbers that a comment pins: the last ones before it on its line, in order."""
    typed = numbers_in(line.text)
    values = _without_intervals(line.text, typed)
    typed = values if len(values) >= len(keys) else typed
    if len(typed) < len(keys):
        count = "1 number" if len(keys) == 1 else f"{len(keys)} numbers"
        before = {0: "none is", 1: "1 is"}.get(len(typed), f"{len(typed)} are")
        message = (
            f"This pins {count}, but {before} before it on its line. Put it after"
            f" {'the number' if len(keys) == 1 else 'the numbers'}, on the same line."
        )
        yield Mismatch(KEY, pin, message)
        return
    around = Span(line.source, max(0, line.start - BEFORE), line.end)
    for key, number in zip(keys, typed[len(typed) - len(keys) :]):
        yield _pinned(pin, line, number, key, around)


def _without_intervals(text: str, typed: list[TypedNumber]) -> list[TypedNumber]:
    """Numbers without those after plus-minus, whose unit also belongs to the value before."""
    values: list[TypedNumber] = []
    for number in typed:
        if values and INTERVAL.fullmatch(text, values[-1].end, number.start):
            value = values[-1]
            values[-1] = replace(
                value, unit=value.unit or number.unit, power=value.power or number.power
            )
        else:
            values.append(number)
    return values


def _pinned(pin: Span, span: Span, typed: TypedNumber, key: str, around: Span) -> PinnedNumber:
    """The pinned number ``typed`` in ``span``; ``around`` bounds the words before it."""
    text = span.source.text
    start, end = span.start + typed.start, span.start + typed.end
    after = text[end : end + FARTHEST]
    if not span.source.is_word:
        after = COMMENT.sub("", after)
    unit = typed.unit or unit_after(after, 0)
    return PinnedNumber(
        pin,
        Span(span.source, start, end),
        replace(typed, unit=unit),
        key,
        text[max(around.start, start - BEFORE) : start],
        after[:AFTER],
    )


def compare(pin: PinnedNumber, entry: Entry) -> Iterator[Mismatch]:
    """Compare one typed number with the value of its key, as the words around it mean it."""
    token, stated = pin.typed.digits, pin.typed.unit
    numbers = [entry.value, entry.low, entry.high]
    if entry.value is None:
        message = f'The results have no value for "{pin.key}": {entry.why or entry.text}.'
        yield Mismatch(NUMBER, pin.span, message)
        return
    claim = claim_between(pin.before, pin.after)
    is_ratio = claim.percent and entry.unit == ""
    unit = entry.unit
    if stated and stated != unit and not is_ratio:
        try:
            numbers = [
                None if number is None else converted(number, entry.unit, stated)
                for number in numbers
            ]
            unit = stated
        except UnitError:
            if entry.unit and family(entry.unit):
                message = (
                    f"{token} is in {stated}, but {pin.key} is in {entry.unit} in the results."
                )
                yield Mismatch(NUMBER, pin.span, message)
                return
    value, low, high = (
        None if number is None else number.scaleb(-pin.typed.power) for number in numbers
    )
    assert value is not None
    meanings = _meanings(pin, entry, claim, value, unit)
    for meaning, _ in meanings:
        if supports(meaning, token, claim) if claim.hedge else verdict(token, meaning) == AGREES:
            if not claim.hedge and (note := over_precise(token, entry.text, meaning, low, high)):
                message = f"{token} for {pin.key} has too many digits; {note}"
                yield Mismatch(NUMBER, pin.span, message, OVER_PRECISE)
            return
    main, formula = meanings[0]
    result = CONTRADICTS if claim.hedge or formula else verdict(token, main, low, high)
    typed = None if claim.hedge or pin.span.text != token else pin.span
    message = _message(pin, main, entry, unit, claim, formula, result)
    yield Mismatch(NUMBER, pin.span, message, result, typed, rounded(main, token))


def _meanings(
    pin: PinnedNumber, entry: Entry, claim: Claim, value: Decimal, unit: str
) -> list[tuple[Decimal, str]]:
    """The numbers that a pinned number may mean, each with its formula."""
    assert entry.value is not None
    if claim.percent and entry.unit == "":
        meanings = claim.meanings(value)
    else:
        meanings = [(value, ""), *([(abs(value), "")] if claim.percent else [])]
    if not pin.typed.unit and entry.unit in COUNTS:  # all digits are written out
        meanings.append((converted(entry.value, entry.unit, "").scaleb(-pin.typed.power), ""))
    if unit != entry.unit and entry.unit == "" and pin.typed.unit in COUNTS:
        meanings.append((entry.value, ""))
    return meanings


def _message(
    pin: PinnedNumber,
    value: Decimal,
    entry: Entry,
    unit: str,
    claim: Claim,
    formula: str,
    result: str,
) -> str:
    token = pin.typed.digits
    shown = f" {unit}" if unit and not formula else ""
    quoted = f'"{claim.hedge} {token}"' if claim.hedge else token
    meaning = f", read as {formula}" if formula else ""
    power = f" × 10^{pin.typed.power}" if pin.typed.power else ""
    other_unit = (
        ""
        if formula or claim.hedge or result != CONTRADICTS
        else _agrees_in_other_unit(token, entry, unit)
    )
    repeats = f", {entry.repeats} repeats" if entry.repeats not in (None, 1) else ""
    return (
        f"The paper says {quoted}{power}, but the result {pin.key} is"
        f" {rounded(value, token)}{power}{shown}"
        f" ({value.normalize():.9g}{power}{shown}{meaning}{repeats}).{how(result)}{other_unit}"
    )


def _agrees_in_other_unit(token: str, entry: Entry, unit: str) -> str:
    """A sentence with the unit of the same family in which the number agrees; empty if none."""
    if entry.value is None or not entry.unit or not Decimal(token):
        return ""
    for other in family(entry.unit):
        if (
            other
            and other != unit
            and verdict(token, converted(entry.value, entry.unit, other)) == AGREES
        ):
            return f" It agrees in {other}, not in {unit}."
    return ""
