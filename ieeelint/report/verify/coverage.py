"""Counts the numbers of a draft: generated from results, pinned to results, and unbacked."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ieeelint.paper.source import Span
from ieeelint.paper.text import MATH, QUANTITY
from ieeelint.paper.zones import ABSTRACT, PROSE, RUNNING
from ieeelint.patterns import pattern
from ieeelint.phrases import plural
from ieeelint.report.records import ReportError
from ieeelint.report.verify.cell_content import cell_content
from ieeelint.report.verify.draft_tables import draft_tables
from ieeelint.report.verify.lock_file import load
from ieeelint.report.verify.pins import MACRO, PinnedNumber, pins_of
from ieeelint.report.verify.typed_numbers import TypedNumber, numbers_in
from ieeelint.report.verify.typed_units import unit_after

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.model import Paper
    from ieeelint.paper.zones import Passage
    from ieeelint.report.verify.lock import Lock
    from ieeelint.views.draft import Draft

DATE = r"\d{4}-\d\d-\d\d|\b\d{1,2}:\d\d\b"
CONCLUSION = r"(?i)(?:[\w\s,]* and )?conclu|summary"
YEAR = r"(?:19|20)\d\d"
# text before a number that is a name, not a measurement
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
class TextNumber:
    """A number in the running text: its location, and the passage that contains it."""

    span: Span
    typed: TypedNumber
    passage: Passage
    position: int  # in the text of the paper


@dataclass(slots=True)
class Coverage:
    """The numbers of tables and running text, by their source."""

    generated: int = 0
    pinned: int = 0
    unbacked: list[TextNumber] = field(default_factory=list)

    def __str__(self) -> str:
        total = self.generated + self.pinned + len(self.unbacked)
        return (
            f"{plural(total, 'number')}: {self.generated} generated, {self.pinned} pinned,"
            f" {len(self.unbacked)} unbacked"
        )


def coverage(draft: Draft, lock: Lock) -> Coverage:
    """Count the numbers of a draft.

    Years, numbers of sections, figures and citations, names like "H200" and formulas do not
    count, nor do the numbers of tables that are not in the results.
    """
    paper = draft.paper
    counts = Coverage()
    pinned: set[tuple[int, int]] = set()
    for pin in pins_of(draft, lock):
        if isinstance(pin, PinnedNumber):
            pinned.add((id(pin.span.source), pin.span.start))
            if draft.word is not None and pin.pin is not pin.span:
                counts.pinned += 1
    if draft.word is None:
        counts.pinned = len(pinned)
    else:
        counts.generated += len(pinned) - counts.pinned
    for mark in paper.text.marks_of(QUANTITY):
        if (
            mark.data is not None
            and mark.data.command == MACRO
            and paper.passage_at(mark.start).zone in RUNNING
        ):
            counts.generated += 1
    for table in draft_tables(draft, lock.tables):
        for part in table.parts:
            for _, passage in part.cells:
                content = cell_content(paper, passage) if passage is not None else None
                counts.generated += content is not None and bool(content.digits or content.key)
    unbacked = [
        number
        for number in text_numbers(paper)
        if (id(number.span.source), number.span.start) not in pinned
    ]
    counts.unbacked = sorted(unbacked, key=lambda number: (number.position, number.typed.start))
    return counts


def unbacked_claims(draft: Draft, lock_path: str) -> Iterator[tuple[Span, str]]:
    """The unbacked numbers of the abstract and the conclusion; none if the lock file cannot be
    read.
    """
    try:
        lock = load(lock_path)
    except ReportError:
        return  # another rule reports it
    for number in coverage(draft, lock).unbacked:
        if (
            number.passage.zone == ABSTRACT
            or number.passage.zone == PROSE
            and pattern(CONCLUSION).match(_heading(draft.paper, number.passage))
        ):
            yield number.span, number.typed.digits


def _heading(paper: Paper, passage: Passage) -> str:
    """The text of the first-level heading above a passage."""
    headings = [
        heading
        for heading in paper.headings
        if heading.level == 1 and heading.passage.start <= passage.start
    ]
    return headings[-1].plain if headings else ""


def text_numbers(paper: Paper) -> Iterator[TextNumber]:
    """The numbers of running text that are typed as digits, in the order of the text."""
    for passage in paper.passages_in(*RUNNING):
        plain = passage.plain
        for typed in numbers_in(plain):
            if not _is_name(plain, typed):
                start = passage.start + typed.start
                span = paper.text.span(start, passage.start + typed.end)
                yield TextNumber(span, typed, passage, start)
        for at, character in enumerate(plain):
            if character in (MATH, QUANTITY):
                yield from _in_mark(paper, passage, passage.start + at)


def _in_mark(paper: Paper, passage: Passage, position: int) -> Iterator[TextNumber]:
    """The numbers in a formula that contains only numbers and signs, or in a quantity."""
    mark = paper.text.mark_at(position)
    if mark is None or mark.data is None:
        return
    after = unit_after(paper.text.plain[position + 1 : position + 20], 0)
    if mark.kind == MATH:
        content, whole = mark.data.content, mark.data.span
        if not pattern(FORMULA).fullmatch(content):
            return
        for typed in numbers_in(content):
            span = Span(whole.source, whole.start + typed.start, whole.start + typed.end)
            if whole.text != content:
                span = mark.span
            unit = typed.unit or (after if not numbers_in(content[typed.end :]) else "")
            yield TextNumber(span, replace(typed, unit=unit), passage, position)
    elif mark.data.command != MACRO:
        for typed in numbers_in(mark.data.number):
            unit = unit_after(mark.data.unit, 0)
            at = mark.span.text.find(mark.data.number)
            start = mark.span.start + at + typed.start if at >= 0 else mark.span.start
            span = Span(mark.span.source, start, start + typed.end - typed.start)
            yield TextNumber(span, replace(typed, unit=unit), passage, position)


def _is_name(plain: str, typed: TypedNumber) -> bool:
    """True for a number that is only a name: a year, the number of a section, "3-D", "2D",
    "(1)".
    """
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
