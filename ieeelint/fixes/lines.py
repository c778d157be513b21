"""Lines that edits empty, and newlines that they write: both as the file needs them."""

from __future__ import annotations

from ieeelint.finding import Edit
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.source import Source

NEWLINE = r"\r\n?|\n"
BARE = r"(?<!\r)\n"


def without_empty_lines(source: Source, edits: list[Edit]) -> list[Edit]:
    """The edits of one source, in order, so that they leave no empty line.

    To TeX, an empty line is the end of a paragraph.  A line goes with its newline if all that it
    had is deleted.
    """
    completed: list[Edit] = []
    group: list[Edit] = []  # edits that share lines
    for edit in edits:
        if group and _line_end(source.text, group[-1].span.end) < edit.span.start:
            completed += _completed(source, group)
            group = []
        group.append(edit)
    return completed + (_completed(source, group) if group else [])


def _completed(source: Source, edits: list[Edit]) -> list[Edit]:
    """The edits of some lines; if they leave nothing of them, the newline goes too."""
    text = source.text
    start = _line_start(text, edits[0].span.start)
    end = _line_end(text, edits[-1].span.end)
    left, at = "", start
    for edit in edits:
        left += text[at : edit.span.start] + edit.text
        at = edit.span.end
    left += text[at:end]
    if left.strip() or not text[start:end].strip():
        return edits
    if end < len(text):
        end += 2 if text.startswith("\r\n", end) else 1
    elif start:  # the last line has no newline
        start -= 2 if text.startswith("\r\n", start - 2) else 1
    kept = [edit for edit in edits if edit.span.text != edit.text]
    first, last = kept[0], kept[-1]
    if first is last:
        return [Edit(Span(source, start, end), "", first.on_source)]
    head = Edit(Span(source, start, first.span.end), "", first.on_source)
    tail = Edit(Span(source, last.span.start, end), "", last.on_source)
    return [head, *kept[1:-1], tail]


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _line_end(text: str, at: int) -> int:
    ends = (text.find("\n", at), text.find("\r", at))
    return min((end for end in ends if end >= 0), default=len(text))


def with_newlines_of(source: Source, edit: Edit) -> Edit:
    """The edit with the newline that its line has, or the first line of the file."""
    old, new = edit.span.text, edit.text
    if "\n" not in new or pattern(BARE).search(old):
        return edit
    newlines = pattern(NEWLINE)
    nearest = newlines.search(source.text, edit.span.start) or newlines.search(source.text)
    newline = nearest[0] if nearest is not None else "\n"
    return Edit(edit.span, pattern(BARE).sub(newline, new), edit.on_source)
