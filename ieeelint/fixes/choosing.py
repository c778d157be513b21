"""Chooses fixes that can be applied together: no edits overlap."""

from __future__ import annotations

from bisect import bisect_right

from ieeelint.finding import Edit
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Finding

WORD_END = pattern(r"\w+\Z")
COMMAND_END = pattern(r"\\?\w+\Z|\\\Z")  # a word, or the command it belongs to
WORD_START = pattern(r"\A\w+")


def chosen(findings: list[Finding], unsafe: bool = False) -> list[tuple[Finding, list[Edit]]]:
    """The findings to fix in one round, each with its edits trimmed to the words that change.

    A fix is applied completely or not at all: if one of its edits overlaps or touches
    an edit of another fix, it waits for the next round.  ``unsafe`` includes unsafe fixes.
    """
    used: dict[int, _Spans] = {}  # of each source, by its id
    fixable = []
    for finding in sorted(findings, key=lambda finding: finding.sort_key()):
        fix = finding.fix
        if fix is None or not (fix.safe or unsafe):
            continue
        edits = [edit for edit in map(trimmed, fix.edits) if edit.span.text != edit.text]
        if not edits or _overlap(edits):
            continue
        spans = [used.setdefault(id(edit.span.source), _Spans()) for edit in edits]
        pairs = list(zip(edits, spans, strict=True))
        if not any(taken.touches(edit.span.start, edit.span.end) for edit, taken in pairs):
            fixable.append((finding, edits))
            for edit, taken in pairs:
                taken.add(edit.span.start, edit.span.end)
    return fixable


class _Spans:
    """Spans that do not overlap, in order, so that a search need not look at all of them."""

    __slots__ = ("_starts", "_ends")

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def touches(self, start: int, end: int) -> bool:
        """True if one of the spans overlaps or touches this one."""
        before = bisect_right(self._starts, end)  # the spans that start at its end at the latest
        return before > 0 and self._ends[before - 1] >= start

    def add(self, start: int, end: int) -> None:
        at = bisect_right(self._starts, start)
        self._starts.insert(at, start)
        self._ends.insert(at, end)


def _overlap(edits: list[Edit]) -> bool:
    """True if two edits of one fix change the same characters: their result is not defined."""
    spans = sorted((id(edit.span.source), edit.span.start, edit.span.end) for edit in edits)
    return any(
        first[0] == second[0] and (second[1] < first[2] or first == second)
        for first, second in zip(spans, spans[1:], strict=False)
    )


def trimmed(edit: Edit) -> Edit:
    """The edit without the unchanged words at its beginning and end."""
    old, new = edit.span.text, edit.text
    before = 0
    while before < min(len(old), len(new)) and old[before] == new[before]:
        before += 1
    before -= _inside_word(old, new, before)
    after = 0
    while after < min(len(old), len(new)) - before and old[-1 - after] == new[-1 - after]:
        after += 1
    # Never split a word: an author reads a changed "colour" more easily than a changed letter.
    tails = [WORD_START.match(text[len(text) - after :]) for text in (old, new)]
    heads = [WORD_END.search(text[before : len(text) - after]) for text in (old, new)]
    if any(heads) and all(tails):
        assert tails[0] is not None
        after -= tails[0].end()
    span = Span(edit.span.source, edit.span.start + before, edit.span.end - after)
    return Edit(span, new[before : len(new) - after], edit.on_source)


def _inside_word(old: str, new: str, before: int) -> int:
    """The number of characters before offset ``before`` that belong to the changed word there."""
    head = COMMAND_END.search(old[:before])
    if head is None or not any(text[before : before + 1].isalnum() for text in (old, new)):
        return 0
    return before - head.start()
