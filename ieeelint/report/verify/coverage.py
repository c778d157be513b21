"""How many numbers of a draft its results stand behind: generated, pinned, and those nobody
vouches for.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ieeelint.paper.model import ABSTRACT, PROSE, RUNNING
from ieeelint.paper.source import Span
from ieeelint.paper.text import MATH, QUANTITY
from ieeelint.patterns import pattern
from ieeelint.report.records import ReportError
from ieeelint.report.verify.drawn import tables_of
from ieeelint.report.verify.lock_file import load
from ieeelint.report.verify.pins import MACRO, Pinned, pins_of
from ieeelint.report.verify.reading_back import reading
from ieeelint.report.verify.stated_units import unit_after
from ieeelint.report.verify.typed_numbers import Typed, numbers_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.model import Paper, Passage
    from ieeelint.report.verify.lock import Lock
    from ieeelint.views.draft import Draft

DATE = r"\d{4}-\d\d-\d\d|\b\d{1,2}:\d\d\b"
CONCLUSION = r"(?i)(?:[\w\s,]* and )?conclu|summary"
YEAR = r"(?:19|20)\d\d"
# what stands before a number that names a thing and measures none
NAMES = (
    r"(?i)(?:\b(?:sections?|secs?|figures?|figs?|tables?|equations?|eqs?|steps?|algorithms?"
    r"|algs?|theorems?|lemmas?|chapters?|chaps?"
    r"|appendix|versions?|ver|refs?|no|nos|pp?|vol|levels?|layers?|stages?|cases?|type|phases?"
    r"|class|release|python|cuda|pytorch)\.?"
    r"[\s\u00a0~]*|\bv|\b[A-Za-z]\w*-|[\"“‘]|#|\[|\[[\d,\s–-]*)$"
)
FORMULA = (
    r"(?:[\s\d.,{}<>=~+±×%–-]|\\(?:times|approx|sim|pm|leq?|geq?|lt|gt|cdot|%|[,;:!"
    r" ]|mathrm\{[A-Za-zµ%]{0,4}\}|mu|text\{[A-Za-z%]{0,4}\}))*"
)


@dataclass(slots=True)
class Loose:
    """A number that nothing ties to the results: where, and the passage around it."""

    span: Span
    typed: Typed
    passage: Passage
    position: int  # in the text of the paper


@dataclass(slots=True)
class Coverage:
    """Numbers of tables and running text, by what stands behind them."""

    generated: int = 0
    pinned: int = 0
    unbacked: list[Loose] = field(default_factory=list)

    def __str__(self) -> str:
        total = self.generated + self.pinned + len(self.unbacked)
        return (
            f"{total} numbers: {self.generated} generated, {self.pinned} pinned,"
            f" {len(self.unbacked)} unbacked"
        )


def coverage(draft: Draft, lock: Lock) -> Coverage:
    """Count the numbers of a draft.

    Years, numbers of sections, figures and citations, names like "H200" and formulas are none. In
    tables that the results do not know nothing is counted.
    """
    paper = draft.paper
    found = Coverage()
    pinned: set[tuple[int, int]] = set()
    for one in pins_of(draft, lock):
        if isinstance(one, Pinned):
            pinned.add((id(one.span.source), one.span.start))
            if draft.word is not None and one.pin is not one.span:
                found.pinned += 1
    if draft.word is None:
        found.pinned = len(pinned)
    else:
        found.generated += len(pinned) - found.pinned
    for mark in paper.text.marks_of(QUANTITY):
        if (
            mark.data is not None
            and mark.data.command == MACRO
            and paper.passage_at(mark.start).zone in RUNNING
        ):
            found.generated += 1
    for table in tables_of(draft, lock.tables):
        for part in table.parts:
            for _, passage in part.cells:
                read = reading(paper, passage) if passage is not None else None
                found.generated += read is not None and bool(read.digits or read.key)
    loose = [
        one for one in loose_numbers(paper) if (id(one.span.source), one.span.start) not in pinned
    ]
    found.unbacked = sorted(loose, key=lambda one: (one.position, one.typed.start))
    return found


def unbacked_claims(draft: Draft, lock_path: str) -> Iterator[tuple[Span, str]]:
    """The numbers of the abstract and the conclusion that nothing ties to the results; none where
    there are no results.
    """
    try:
        lock = load(lock_path)
    except ReportError:
        return  # told elsewhere
    for one in coverage(draft, lock).unbacked:
        if (
            one.passage.zone == ABSTRACT
            or one.passage.zone == PROSE
            and pattern(CONCLUSION).match(_heading(draft.paper, one.passage))
        ):
            yield one.span, one.typed.digits


def _heading(paper: Paper, passage: Passage) -> str:
    """The words of the first-level heading over a passage."""
    heads = [one for one in paper.headings if one.level == 1 and one.passage.start <= passage.start]
    return heads[-1].plain if heads else ""


def loose_numbers(paper: Paper) -> Iterator[Loose]:
    """The numbers of running text, typed as digits, in the order of the text."""
    for passage in paper.passages_in(*RUNNING):
        plain = passage.plain
        for typed in numbers_in(plain):
            if not _is_name(plain, typed):
                start = passage.start + typed.start
                yield Loose(
                    paper.text.span(start, passage.start + typed.end), typed, passage, start
                )
        for at, character in enumerate(plain):
            if character in (MATH, QUANTITY):
                yield from _set(paper, passage, passage.start + at)


def _set(paper: Paper, passage: Passage, position: int) -> Iterator[Loose]:
    """Numbers in a formula that is no more than a number with its sign, or in a quantity."""
    mark = paper.text.mark_at(position)
    if mark is None or mark.data is None:
        return
    after = unit_after(paper.text.plain[position + 1 : position + 20], 0)
    if mark.kind == MATH:
        content, place = mark.data.content, mark.data.span
        if not pattern(FORMULA).fullmatch(content):
            return
        for typed in numbers_in(content):
            span = Span(place.source, place.start + typed.start, place.start + typed.end)
            if place.text != content:
                span = mark.span
            unit = typed.unit or (after if not numbers_in(content[typed.end :]) else "")
            yield Loose(
                span,
                Typed(typed.start, typed.end, typed.digits, typed.power, unit),
                passage,
                position,
            )
    elif mark.data.command != MACRO:
        for typed in numbers_in(mark.data.number):
            unit = unit_after(mark.data.unit, 0)
            at = mark.span.text.find(mark.data.number)
            start = mark.span.start + at + typed.start if at >= 0 else mark.span.start
            span = Span(mark.span.source, start, start + typed.end - typed.start)
            yield Loose(
                span,
                Typed(typed.start, typed.end, typed.digits, typed.power, unit),
                passage,
                position,
            )


def _is_name(plain: str, typed: Typed) -> bool:
    """True for what only names: a year, the number of a section, "3-D", "2D", "(1)"."""
    if (
        pattern(DATE).search(
            plain[max(0, typed.start - 12) : typed.end + 6], max(0, min(12, typed.start) - 8)
        )
        and not typed.unit
    ):
        return True
    before, after = plain[max(0, typed.start - 20) : typed.start], plain[typed.end : typed.end + 2]
    if pattern(YEAR).fullmatch(typed.digits) and not typed.unit:
        return True
    if before.endswith("(") and after.startswith(")"):
        return True
    if (
        after[:1].isalpha()
        and not typed.unit
        and after[:1] != "x"
        or after[:1] == "-"
        and after[1:2].isalpha()
    ):
        return True
    return bool(pattern(NAMES).search(before))
