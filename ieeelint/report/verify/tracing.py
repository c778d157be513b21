"""Which results the numbers of a draft may come from: candidates for numbers that nobody pinned.

A suggestion is never a finding: a number that happens to agree proves nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ieeelint.report.numbers.units import UnitError, converted
from ieeelint.report.verify.coverage import Loose, loose_numbers
from ieeelint.report.verify.headers import simple
from ieeelint.report.verify.hedges import Claim, claim_before, fits
from ieeelint.report.verify.lock import key_of_cell
from ieeelint.report.verify.pins import AFTER, BEFORE, Pinned, pins_of
from ieeelint.report.verify.verdicts import AGREES, verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.model import Paper
    from ieeelint.report.verify.lock import Entry, Lock
    from ieeelint.views.draft import Draft

MOST = 3  # candidates of one number
SENTENCE_END = re.compile(r"(?<=[.!?])[\s\u00a0]+(?=[A-Z])")
# words of keys and heads that any sentence may hold
COMMON = frozenset("a an and at by for in is it no of on or per than the to with up x".split())


@dataclass(slots=True, frozen=True)
class Candidate:
    """A key whose value a number may be, and the words of its row, column or name that the
    sentence has.
    """

    key: str
    entry: Entry
    words: tuple[str, ...]


@dataclass(slots=True)
class Traced:
    """A number that nobody pinned, with its candidates, best first."""

    number: Loose
    candidates: list[Candidate]


def trace(draft: Draft, lock: Lock) -> list[Traced]:
    """The unpinned numbers that agree with a result whose row, column or name their sentence
    names.
    """
    paper = draft.paper
    names = dict(_names(lock))
    pinned = {
        (id(one.span.source), one.span.start)
        for one in pins_of(draft, lock)
        if isinstance(one, Pinned)
    }
    found = []
    for number in loose_numbers(paper):
        if (id(number.span.source), number.span.start) in pinned:
            continue
        candidates = sorted(
            _candidates(paper, number, lock, names), key=lambda one: (-len(one.words), one.key)
        )
        if candidates:
            most = len(candidates[0].words)
            found.append(
                Traced(number, [one for one in candidates if len(one.words) == most][:MOST])
            )
    return found


def _names(lock: Lock) -> Iterator[tuple[str, frozenset[str]]]:
    """The words that name each key."""
    for key in lock.numbers:
        yield key, _words(re.sub(r"[._-]", " ", key))
    for label, table in lock.tables.items():
        rows = {row.name: f"{row.header} {row.group}" for row in table.rows}
        columns = table.column_headers
        for cell in table.cells:
            row, _, column = cell.partition(".")
            yield (
                key_of_cell(label, cell),
                _words(f"{rows.get(row, row)} {columns.get(column, column)}"),
            )


def _words(text: str) -> frozenset[str]:
    return frozenset(
        _stem(one) for one in re.split(r"[^\w]+", simple(text)) if one and one not in COMMON
    )


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _candidates(
    paper: Paper, number: Loose, lock: Lock, names: dict[str, frozenset[str]]
) -> Iterator[Candidate]:
    plain = paper.text.plain
    before, after = (
        plain[max(number.passage.start, number.position - BEFORE) : number.position],
        plain[number.position :][:AFTER],
    )
    claim = claim_before(before, after[len(number.typed.digits) :])
    sentence = _words(_sentence(number))
    for key, words in names.items():
        told = tuple(sorted(words & sentence))
        entry = lock.number(key)
        if told and entry is not None and agrees(number, entry, claim):
            yield Candidate(key, entry, told)


def _sentence(number: Loose) -> str:
    """The sentence that the number stands in."""
    plain = number.passage.plain
    at = number.position - number.passage.start
    start = max((found.end() for found in SENTENCE_END.finditer(plain, 0, at + 1)), default=0)
    end = SENTENCE_END.search(plain, at)
    return plain[start : end.start() if end else len(plain)]


def agrees(number: Loose, entry: Entry, claim: Claim) -> bool:
    """True when the number says what an entry of the lock says, in its unit, as its words mean
    it.
    """
    typed, given, value = number.typed, entry.unit, entry.value
    if value is None or not typed.unit and given not in ("", "%"):
        return False
    if typed.unit == "%" and given == "":
        readings = [
            reading for reading, _ in Claim(claim.hedge, True, claim.comparison).readings(value)
        ]
    else:
        try:
            readings = [converted(value, given, typed.unit)]
        except UnitError:
            return False
    scale = -typed.power
    for reading in readings:
        scaled = reading.scaleb(scale)
        if verdict(typed.digits, scaled) == AGREES and (Decimal(typed.digits) or not scaled):
            return True
        if claim.hedge and fits(typed.digits, scaled, claim) and len(typed.digits.strip("-0.")) > 1:
            return True
    return False
