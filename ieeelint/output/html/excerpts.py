"""Lines of the source around findings that are not in the text of the paper."""

from __future__ import annotations

from ieeelint.output.html.markup import EMPTY, Markup, element, escaped, joined
from ieeelint.paper.outline import shown
from ieeelint.translation import say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ieeelint.finding import Edit, Finding
    from ieeelint.paper.source import Source

    Mark = Callable[[Markup, list[int]], Markup]
    Numbered = tuple[int, Finding]

NEAR = 3  # lines between findings of one excerpt
AROUND = 1  # lines shown before and after a finding
LONGEST = 400  # characters of a line that are shown
CONTEXT = 28  # characters shown before and after a change
MOST_EDITS = 4
MOST_IN_EXCERPT = 40  # findings


def clusters(findings: list[Numbered]) -> list[list[Numbered]]:
    """The findings of one source, divided where the lines between two are many."""
    found: list[list[Numbered]] = []
    last = 0
    for number, finding in sorted(findings, key=lambda one: one[1].span.start):
        line = finding.span.source.locate(finding.span.start)[0]
        if found and line - last <= NEAR and len(found[-1]) < MOST_IN_EXCERPT:
            found[-1].append((number, finding))
        else:
            found.append([(number, finding)])
        last = line
    return found


def excerpt(findings: list[Numbered], mark: Mark) -> Markup:
    """The lines of one cluster, with numbers and marks."""
    source = findings[0][1].span.source
    first = max(source.locate(findings[0][1].span.start)[0] - AROUND, 1)
    last = source.locate(findings[-1][1].span.start)[0] + AROUND
    numbers = list(range(first, min(last, len(source.line_starts)) + 1))
    while len(numbers) > 1 and not source.line(numbers[-1]).strip():
        numbers.pop()
    lines = []
    for number in numbers:
        start = source.line_starts[number - 1]
        here = [
            (max(one.span.start - start, 0), max(one.span.end, one.span.start + 1) - start, key)
            for key, one in findings
            if one.span.start < start + len(source.line(number)) + 1
            and max(one.span.end, one.span.start + 1) > start
        ]
        content = _line(source, start, source.line(number), here, mark)
        gutter = element("span", escaped(str(number)), class_="number", aria_hidden="true")
        lines.append(element("span", joined([gutter, content]), class_="code-line"))
    return element("pre", element("code", joined(lines)), class_="block excerpt", tabindex="0")


def _line(
    source: Source, start: int, text: str, marks: list[tuple[int, int, int]], mark: Mark
) -> Markup:
    """A line with marks; a long one is shortened around the first mark."""
    begin = 0
    if len(text) > LONGEST and marks:
        begin = max(0, min(marks[0][0] - LONGEST // 3, len(text) - LONGEST))
    stop = min(len(text), begin + LONGEST)
    cuts = sorted({begin, stop, *(min(max(at, begin), stop) for one in marks for at in one[:2])})
    parts = [escaped("…")] if begin else []
    for first, last in zip(cuts, cuts[1:]):
        numbers = sorted({key for a, b, key in marks if a < last and b > first})
        part = escaped(shown(source, start + first, start + last))
        parts.append(mark(part, numbers) if numbers else part)
    if stop < len(text):
        parts.append(escaped("…"))
    return joined(parts)


def source_line(finding: Finding) -> Markup:
    """The line of a finding whose words are not in the text."""
    span = finding.span
    line = span.source.locate(span.start)[0]
    if not span.source.line(line).strip():
        return EMPTY
    mark = (span.start, span.end, 0)
    start = span.source.line_starts[line - 1]
    here = [(mark[0] - start, max(mark[1], mark[0] + 1) - start, 0)]
    content = _line(
        span.source, start, span.source.line(line), here, lambda part, _: element("b", part)
    )
    return element("code", content, class_="source-line")


def change(finding: Finding) -> Markup:
    """The edits of the fix of a finding, each as deleted and inserted words in their context."""
    if finding.fix is None:
        return EMPTY
    edits = sorted(finding.fix.edits, key=lambda edit: edit.span.start)
    lines = [_edit(edit) for edit in edits[:MOST_EDITS]]
    if len(edits) > MOST_EDITS:
        lines.append(escaped(say("… and {number} more changes", number=len(edits) - MOST_EDITS)))
    return joined(element("code", line, class_="change") for line in lines)


def _edit(edit: Edit) -> Markup:
    """One edit with the words before and after it on the same line."""
    source, start, end = edit.span.source, edit.span.start, edit.span.end
    begin = max(source.text.rfind("\n", 0, start) + 1, start - CONTEXT)
    newline = source.text.find("\n", end)
    stop = min(len(source.text) if newline < 0 else newline, end + CONTEXT)
    before, after = shown(source, begin, start), shown(source, end, stop)
    parts = [escaped(("…" if start - begin == CONTEXT else "") + before.lstrip())]
    if end > start:
        parts.append(element("del", escaped(_visible(shown(source, start, end)))))
    if edit.text:
        parts.append(element("ins", escaped(_visible(edit.text))))
    parts.append(escaped(after.rstrip() + ("…" if stop - end == CONTEXT else "")))
    return joined(parts)


def _visible(text: str) -> str:
    """Changed text with a sign for whitespace at its edges, which would not be seen."""
    if not text.strip():
        return text.replace(" ", "␣").replace("\n", "⏎").replace("\t", "⇥").replace("\u00a0", "⍽")
    return text.replace("\u00a0", "⍽") if len(text) < LONGEST else text[:LONGEST] + "…"
