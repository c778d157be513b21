"""Numbers of the text that are tied to results: ``\\ieeelintnum{key}``, ``% ieeelint: pin[key]``,
and in Word content controls with the tag ``ieeelint:key`` and comments that say ``ieeelint:
pin[key]``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from ieeelint.paper.source import Span
from ieeelint.report.numbers.units import UnitError, converted, family
from ieeelint.report.verify.expressions import ExpressionError, parts_of, resolved
from ieeelint.report.verify.hedges import Claim, claim_before, fits
from ieeelint.report.verify.lock import unknown_key
from ieeelint.report.verify.mismatch import KEY, NUMBER, WHY, Mismatch
from ieeelint.report.verify.stated_units import unit_after
from ieeelint.report.verify.typed_numbers import Typed, numbers_in
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
FARTHEST = 200  # characters in which a comment may stand between a number and its unit
BEFORE, AFTER = 60, 40  # characters around a number that say how it is meant
INTERVAL = re.compile(
    r"[\s~${}]*(?:\\pm|±|\+-|\+/-)[\s~${}]*"
)  # between a value and its half-width
COUNTS = ("k", "M", "G", "T")  # may be a count's prefix, or a word of the text


@dataclass(slots=True, frozen=True)
class Pinned:
    """A number of the text with the key or expression it is tied to, and the words around it.

    ``pin`` is what ties it: a comment, or in a content control the number itself.
    """

    pin: Span
    span: Span
    typed: Typed
    key: str
    before: str
    after: str


def pinned(draft: Draft, lock: Lock) -> Iterator[Mismatch]:
    """What pinned numbers of the text say that the results do not, and keys that are unknown."""
    for one in pins_of(draft, lock):
        if isinstance(one, Mismatch):
            yield one
            continue
        try:
            entry = resolved(one.key, lock)
        except ExpressionError as error:
            yield Mismatch(KEY, one.pin, _told(one.key, error))
            continue
        yield from compare(one, entry)


def _told(key: str, error: ExpressionError) -> str:
    message = str(error)
    return (
        message
        if message.startswith("The results")
        else f'The pin "{key}" cannot be worked out: {message}'
    )


def pins_of(draft: Draft, lock: Lock) -> Iterator[Pinned | Mismatch]:
    """All numbers that are pinned, and what is wrong with pins themselves."""
    if draft.latex is not None:
        yield from _macros(draft.latex, lock)
        for span in draft.latex.comments:
            if found := PIN.match(span.text):
                source = span.source
                start = source.text.rfind("\n", 0, span.start) + 1
                yield from _before(span, Span(source, start, span.start), parts_of(found.group(1)))
    if draft.word is not None:
        from ieeelint.report.verify.word_pins import controls

        for tag, span, paragraph in controls(draft.word, lock):
            typed = numbers_in(span.text)
            if len(typed) == 1:
                yield _pinned(span, span, typed[0], tag, paragraph)
        for comment in draft.word.comments:
            if found := PIN.search(draft.word.words_of(comment)):
                place = comment.span
                start = place.source.text.rfind("\n", 0, place.start) + 1  # of its paragraph
                yield from _before(
                    place, Span(place.source, start, place.start), parts_of(found.group(1))
                )


def _macros(view: LatexView, lock: Lock) -> Iterator[Mismatch]:
    for use in view.commands(MACRO):
        key = use.argument().strip()
        if not use.in_definition and not use.in_preamble and key and lock.number(key) is None:
            yield Mismatch(KEY, use.span, unknown_key(key, lock))


def _before(pin: Span, line: Span, keys: list[str]) -> Iterator[Pinned | Mismatch]:
    """A pin speaks of the last numbers before it on its line, in order."""
    typed = numbers_in(line.text)
    values = _without_intervals(line.text, typed)
    typed = values if len(values) >= len(keys) else typed
    if len(typed) < len(keys):
        count = "1 number" if len(keys) == 1 else f"{len(keys)} numbers"
        stand = {0: "none stands", 1: "1 stands"}.get(len(typed), f"{len(typed)} stand")
        yield Mismatch(
            KEY,
            pin,
            f"This pins {count}, and {stand} before it on the line. Put it behind them.",
        )
        return
    for key, one in zip(keys, typed[len(typed) - len(keys) :]):
        yield _pinned(pin, line, one, key, Span(line.source, max(0, line.start - BEFORE), line.end))


def _without_intervals(text: str, typed: list[Typed]) -> list[Typed]:
    """Numbers without those that stand after plus-minus; the unit behind these is of both."""
    found: list[Typed] = []
    for one in typed:
        if found and INTERVAL.fullmatch(text, found[-1].end, one.start):
            found[-1] = replace(
                found[-1], unit=found[-1].unit or one.unit, power=found[-1].power or one.power
            )
        else:
            found.append(one)
    return found


def _pinned(pin: Span, span: Span, typed: Typed, key: str, around: Span) -> Pinned:
    """``typed`` was found in ``span``; ``around`` bounds the words that count."""
    text = span.source.text
    start, end = span.start + typed.start, span.start + typed.end
    after = text[end : end + FARTHEST]
    if not span.source.is_word:
        after = COMMENT.sub("", after)
    unit = typed.unit or unit_after(after, 0)
    found = Typed(typed.start, typed.end, typed.digits, typed.power, unit)
    return Pinned(
        pin,
        Span(span.source, start, end),
        found,
        key,
        text[max(around.start, start - BEFORE) : start],
        after[:AFTER],
    )


def compare(one: Pinned, entry: Entry) -> Iterator[Mismatch]:
    """Compare one typed number with the value of its key, as the words around it mean it."""
    token, given, stated = one.typed.digits, entry.unit, one.typed.unit
    numbers = [entry.value, entry.low, entry.high]
    if entry.value is None:
        yield Mismatch(
            NUMBER,
            one.span,
            f'The results have no value for "{one.key}": {entry.why or entry.text}.',
        )
        return
    claim = claim_before(one.before, one.after)
    as_ratio = claim.percent and given == ""
    unit = given
    if stated and stated != given and not as_ratio:
        try:
            numbers = [
                None if number is None else converted(number, given, stated) for number in numbers
            ]
            unit = stated
        except UnitError:
            if given and family(given):
                yield Mismatch(
                    NUMBER,
                    one.span,
                    f"{token} is in {stated}, and the results have {one.key} in {given}.",
                )
                return
    value, low, high = (
        None if number is None else number.scaleb(-one.typed.power) for number in numbers
    )
    assert value is not None
    readings = (
        claim.readings(value)
        if as_ratio
        else [(value, ""), *([(abs(value), "")] if claim.percent else [])]
    )
    if not stated and given in COUNTS:  # all digits are written out
        readings.append((converted(entry.value, given, "").scaleb(-one.typed.power), ""))
    if unit != given and given == "" and stated in COUNTS:
        readings.append((entry.value, ""))
    for reading, _ in readings:
        if fits(token, reading, claim) if claim.hedge else verdict(token, reading) == AGREES:
            if not claim.hedge and (note := over_precise(token, entry.text, reading, low, high)):
                yield Mismatch(NUMBER, one.span, f"{token} for {one.key}: {note}", OVER_PRECISE)
            return
    main, formula = readings[0]
    found = CONTRADICTS if claim.hedge or formula else verdict(token, main, low, high)
    typed = None if claim.hedge or one.span.text != token else one.span
    message = _message(one, main, entry, unit, claim, formula, found)
    yield Mismatch(NUMBER, one.span, message, found, typed, rounded(main, token))


def _message(
    one: Pinned,
    value: Decimal,
    entry: Entry,
    unit: str,
    claim: Claim,
    formula: str,
    found: str,
) -> str:
    token = one.typed.digits
    shown = f" {unit}" if unit and not formula else ""
    said = f'"{claim.hedge} {token}"' if claim.hedge else token
    how = f", read as {formula}" if formula else ""
    power = f" × 10^{one.typed.power}" if one.typed.power else ""
    elsewhere = (
        ""
        if formula or claim.hedge or found != CONTRADICTS
        else _agrees_elsewhere(token, entry, unit)
    )
    repeats = f", {entry.repeats} repeats" if entry.repeats not in (None, 1) else ""
    return (
        f"{said}{power} is printed, the results say {rounded(value, token)}{power}{shown} for"
        f" {one.key} ({value.normalize():.9g}{power}{shown}{how}{repeats})."
        f" {WHY[found]}{elsewhere}"
    )


def _agrees_elsewhere(token: str, entry: Entry, unit: str) -> str:
    """The unit of the family in which the number would agree, in words."""
    value, given = entry.value, entry.unit
    if value is None or not given or not Decimal(token):
        return ""
    for other in family(given):
        if other and other != unit and verdict(token, converted(value, given, other)) == AGREES:
            return f" It agrees in {other}, and {unit} is printed."
    return ""
