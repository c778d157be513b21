"""Which fixes go together: none that another one's edits overlap."""

from __future__ import annotations

import re

from ieeelint.finding import Edit
from ieeelint.paper.source import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Finding

WORD_END = re.compile(r"\w+\Z")
WORD_START = re.compile(r"\A\w+")


def chosen(findings: list[Finding], unsafe: bool = False) -> list[tuple[Finding, list[Edit]]]:
    """The findings to mend in one round, each with its edits cut to what changes.

    Fixes are whole: one with an edit that overlaps or touches another fix's
    waits for the next round.  ``unsafe`` takes those that need a look too.
    """
    taken: dict[int, list[tuple[int, int, str]]] = {}
    found = []
    for finding in sorted(findings, key=lambda one: one.sort_key()):
        fix = finding.fix
        if fix is None or not (fix.safe or unsafe):
            continue
        edits = [edit for edit in map(trimmed, fix.edits) if edit.span.text != edit.text]
        if edits and not any(_meets(edit, taken.get(id(edit.span.source), [])) for edit in edits):
            found.append((finding, edits))
            for edit in edits:
                place = edit.span.start, edit.span.end, edit.text
                taken.setdefault(id(edit.span.source), []).append(place)
    return found


def _meets(edit: Edit, others: list[tuple[int, int, str]]) -> bool:
    """True when the edit overlaps or touches one of the others."""
    start, end = edit.span.start, edit.span.end
    return any(start <= last and first <= end for first, last, _ in others)


def trimmed(edit: Edit) -> Edit:
    """The edit without whole words that stay as they are at its beginning and end."""
    old, new = edit.span.text, edit.text
    before = 0
    while before < min(len(old), len(new)) and old[before] == new[before]:
        before += 1
    before -= _inside_word(old, new, before)
    after = 0
    while after < min(len(old), len(new)) - before and old[-1 - after] == new[-1 - after]:
        after += 1
    # Never split a word: a change of "colour" reads as the word, not as a letter.
    tails = [WORD_START.match(text[len(text) - after :]) for text in (old, new)]
    heads = [WORD_END.search(text[before : len(text) - after]) for text in (old, new)]
    if any(heads) and all(tails):
        assert tails[0] is not None
        after -= tails[0].end()
    span = Span(edit.span.source, edit.span.start + before, edit.span.end - after)
    return Edit(span, new[before : len(new) - after])


def _inside_word(old: str, new: str, before: int) -> int:
    """How many of the first ``before`` characters, equal in both, belong to a word that changes."""
    head = WORD_END.search(old[:before])
    if head is None or not any(text[before : before + 1].isalnum() for text in (old, new)):
        return 0
    return before - head.start()
