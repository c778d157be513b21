"""A fix that moves a caption to the other end of its float."""

from __future__ import annotations

from ieeelint.finding import Edit, Fix
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.floats import Caption, Float
    from ieeelint.paper.model import Paper


def moved_caption(paper: Paper, holder: Float, caption: Caption, to_top: bool) -> Fix | None:
    """Edits that move a caption with its label to the top or the bottom of its float.

    None for a caption inside another environment, which would move alone, and for drafts that
    are not LaTeX.
    """
    if paper.format != "latex" or len(holder.captions) != 1:
        return None
    if not caption.span.text.startswith(("\\caption{", "\\caption[")):
        return None
    source, text = caption.span.source, caption.span.source.text
    content = holder.content_span
    if content.source is not source:
        return None
    start, end = caption.span.start, caption.span.end
    if not _is_at_top_level(text[content.start : start]):
        return None
    for label in holder.labels:
        between = text[end : label.span.start]
        if (
            not label.is_sub
            and label.span.source is source
            and label.span.start >= end
            and not between.strip()
        ):
            end = label.span.end
    cuts = []
    words = text[start:end]
    for label in [] if to_top else holder.labels:
        first, last = label.span.start, label.span.end
        if label.is_sub or label.span.source is not source or first < end:
            continue
        if not _is_at_top_level(text[content.start : first]):
            return None
        cuts.append(Edit(Span(source, *_with_line(text, first, last)), ""))
        words += text[first:last]  # a label prints the number only after its caption
    line_start = text.rfind("\n", 0, start) + 1
    indent = text[line_start:start]
    if indent.strip():
        indent = ""
    if "\n" in words and "\n\n" in words or "%" in text[line_start:start]:
        return None
    line_end = "\r\n" if "\r\n" in text else "\n"
    if to_top:
        target = content.start
        new = line_end + indent + words
    else:
        last = text.rfind("\n", 0, content.end) + 1
        new = indent + words + line_end
        if last > content.start and not text[last : content.end].strip():
            target = last
        else:
            target, new = content.end, line_end + new
    cut = Span(source, *_with_line(text, start, end))
    return Fix(Edit(cut, ""), *cuts, Edit(Span(source, target, target), new))


def _with_line(text: str, start: int, end: int) -> tuple[int, int]:
    """The range, or its whole lines if nothing else is in them."""
    line_start = text.rfind("\n", 0, start) + 1
    rest = pattern(r"[ \t]*(?:\r\n|\r|\n)").match(text, end)
    if rest is None or text[line_start:start].strip():
        return start, end
    return line_start, rest.end()


def _is_at_top_level(before: str) -> bool:
    """True when no group or box is open after ``before``, the start of the content of a float."""
    if before.count("{") != before.count("}"):
        return False
    opened: list[str] = []
    for edge, name in pattern(r"\\(begin|end)\s*\{([^{}]{1,40})\}").findall(before):
        if edge == "begin":
            opened.append(name)
        elif opened and opened[-1] == name:
            opened.pop()
        else:
            return False
    return all(name in ("center", "threeparttable") for name in opened)
