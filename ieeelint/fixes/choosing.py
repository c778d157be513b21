"""Chooses fixes that can be applied together: no edits overlap."""

from __future__ import annotations

import re

from ieeelint.finding import Edit
from ieeelint.paper.source import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Finding

WORD_END = re.compile(r"\w+\Z")
COMMAND_END = re.compile(r"\\?\w+\Z|\\\Z")  # a word, or the command it belongs to
WORD_START = re.compile(r"\A\w+")


def chosen(findings: list[Finding], unsafe: bool = False) -> list[tuple[Finding, list[Edit]]]:
    """The findings to fix in one round, each with its edits trimmed to the words that change.

    A fix is applied completely or not at all: if one of its edits overlaps or touches
    an edit of another fix, it waits for the next round.  ``unsafe`` includes unsafe fixes.
    """
    used: dict[int, list[tuple[int, int]]] = {}  # the chosen spans of each source, by its id
    fixable = []
    for finding in sorted(findings, key=lambda finding: finding.sort_key()):
        fix = finding.fix
        if fix is None or not (fix.safe or unsafe):
            continue
        edits = [edit for edit in map(trimmed, fix.edits) if edit.span.text != edit.text]
        if edits and not any(_touches(edit, used.get(id(edit.span.source), [])) for edit in edits):
            fixable.append((finding, edits))
            for edit in edits:
                used.setdefault(id(edit.span.source), []).append((edit.span.start, edit.span.end))
    return fixable


def _touches(edit: Edit, spans: list[tuple[int, int]]) -> bool:
    """True if the edit overlaps or touches one of the spans."""
    start, end = edit.span.start, edit.span.end
    return any(start <= last and first <= end for first, last in spans)


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
