"""Suggests results for the unpinned numbers of a draft.

A suggestion is never a finding: a number may agree by chance.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ieeelint.report.numbers.units import UnitError, converted
from ieeelint.report.verify.claims import Claim, claim_between, supports
from ieeelint.report.verify.coverage import TextNumber, text_numbers
from ieeelint.report.verify.headers import normalized
from ieeelint.report.verify.lock import key_of_cell
from ieeelint.report.verify.pins import AFTER, BEFORE, PinnedNumber, pins_of
from ieeelint.report.verify.verdicts import AGREES, verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.model import Paper
    from ieeelint.report.verify.lock import Entry, Lock
    from ieeelint.views.draft import Draft

MOST = 3  # candidates of one number
SENTENCE_END = re.compile(r"(?<=[.!?])[\s\u00a0]+(?=[A-Z])")
# words of keys and headers that any sentence may contain
COMMON = frozenset("a an and at by for in is it no of on or per than the to with up x".split())


@dataclass(slots=True, frozen=True)
class Candidate:
    """A key whose value agrees with a number, and the words of its name that are in the
    sentence.
    """

    key: str
    entry: Entry
    words: tuple[str, ...]


@dataclass(slots=True)
class TracedNumber:
    """An unpinned number with its candidates, best first."""

    number: TextNumber
    candidates: list[Candidate]


def trace(draft: Draft, lock: Lock) -> list[TracedNumber]:
    """The unpinned numbers that agree with a result, if their sentence contains words of its row,
    column or name.
    """
    paper = draft.paper
    names = dict(_names(lock))
    pinned = {
        (id(pin.span.source), pin.span.start)
        for pin in pins_of(draft, lock)
        if isinstance(pin, PinnedNumber)
    }
    traced = []
    for number in text_numbers(paper):
        if (id(number.span.source), number.span.start) in pinned:
            continue
        candidates = sorted(
            _candidates(paper, number, lock, names),
            key=lambda candidate: (-len(candidate.words), candidate.key),
        )
        most = len(candidates[0].words) if candidates else 0
        best = [candidate for candidate in candidates if len(candidate.words) == most]
        if best:
            traced.append(TracedNumber(number, best[:MOST]))
    return traced


def _names(lock: Lock) -> Iterator[tuple[str, frozenset[str]]]:
    """Each key with the words of its name."""
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
    words = re.split(r"[^\w]+", normalized(text))
    return frozenset(_stem(word) for word in words if word and word not in COMMON)


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _candidates(
    paper: Paper, number: TextNumber, lock: Lock, names: dict[str, frozenset[str]]
) -> Iterator[Candidate]:
    plain = paper.text.plain
    before, after = (
        plain[max(number.passage.start, number.position - BEFORE) : number.position],
        plain[number.position :][:AFTER],
    )
    claim = claim_between(before, after[len(number.typed.digits) :])
    sentence = _words(_sentence(number))
    for key, words in names.items():
        shared = tuple(sorted(words & sentence))
        entry = lock.number(key)
        if shared and entry is not None and agrees(number, entry, claim):
            yield Candidate(key, entry, shared)


def _sentence(number: TextNumber) -> str:
    """The sentence that contains the number."""
    plain = number.passage.plain
    at = number.position - number.passage.start
    start = max((match.end() for match in SENTENCE_END.finditer(plain, 0, at + 1)), default=0)
    end = SENTENCE_END.search(plain, at)
    return plain[start : end.start() if end else len(plain)]


def agrees(number: TextNumber, entry: Entry, claim: Claim) -> bool:
    """True if a number agrees with an entry of the lock file, in its unit and with the words
    around it.
    """
    typed, value = number.typed, entry.value
    if value is None or not typed.unit and entry.unit not in ("", "%"):
        return False
    if typed.unit == "%" and entry.unit == "":
        percentage = Claim(claim.hedge, True, claim.comparison)
        meanings = [meaning for meaning, _ in percentage.meanings(value)]
    else:
        try:
            meanings = [converted(value, entry.unit, typed.unit)]
        except UnitError:
            return False
    for meaning in meanings:
        scaled = meaning.scaleb(-typed.power)
        if verdict(typed.digits, scaled) == AGREES and (Decimal(typed.digits) or not scaled):
            return True
        has_digits = len(typed.digits.strip("-0.")) > 1
        if claim.hedge and has_digits and supports(scaled, typed.digits, claim):
            return True
    return False
