"""The style of a run's characters as marks of the paper's text."""

from __future__ import annotations

from ieeelint.paper.source import Span
from ieeelint.paper.text import (
    BOLD,
    COLOR,
    ITALIC,
    LINK,
    SMALLCAPS,
    SUBSCRIPT,
    SUPERSCRIPT,
    TYPEWRITER,
    UNDERLINE,
    Mark,
)
from ieeelint.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.passages import PassageBuilder
    from ieeelint.views.word import Run


def has_code_font(run: Run) -> bool:
    """True for a run in a font of code."""
    font = run.look.font.lower()
    fonts = table("word_styles")["fonts"]["code"]
    return bool(font) and any(font.startswith(family.lower()) for family in fonts)


def mark_run(
    builder: PassageBuilder, run: Run, origin: int, start: int, end: int, is_code: bool = False
) -> None:
    """Add the marks of one run; the passage begins at ``origin`` of the source, and is read from
    ``start`` to ``end``; ``is_code`` is true for code among words.
    """
    first, last = max(run.span.start, start) - origin, min(run.span.end, end) - origin
    if last <= first:
        return
    look = run.look
    kinds = (
        (ITALIC, look.italic),
        (BOLD, look.bold),
        (SMALLCAPS, look.small_caps),
        (SUPERSCRIPT, look.vertical == "superscript" or look.position > 2),
        (SUBSCRIPT, look.vertical == "subscript" or look.position < -2),
        (COLOR, look.color not in ("", "000000")),
        (UNDERLINE, look.underline),
        (TYPEWRITER, is_code),
    )
    for kind in (kind for kind, applies in kinds if applies):
        # Word splits a run for many reasons; the same look goes on as the same mark.
        before = next((mark for mark in reversed(builder.marks) if mark.kind == kind), None)
        if before is not None and before.end == first:
            before.end = last
            before.span = Span(run.span.source, before.span.start, run.span.end)
        else:
            builder.marks.append(Mark(kind, first, last, run.span))


def mark_link(builder: PassageBuilder, span: Span, address: str, origin: int, start: int) -> None:
    """Add the mark of a link, as :func:`mark_run` does."""
    first, last = max(span.start, start) - origin, span.end - origin
    if last > first:
        builder.marks.append(Mark(LINK, first, last, span, address))
