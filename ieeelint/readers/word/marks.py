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
from ieeelint.patterns import pattern
from ieeelint.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.passages import PassageBuilder
    from ieeelint.views.word import Run


# Code, whatever its style: pairs of JSON, lists of strings, and calls with strings.
STRING = r"(?:\"[^\"“”\n]{0,80}\"|'[^'‘’\n]{0,80}')"
VALUE = rf"(?:{STRING}|-?[0-9]{{1,12}}(?:\.[0-9]{{1,12}})?|true|false|null|True|False|None)"
PAIR = rf"{STRING}\s{{0,3}}:\s{{0,3}}(?:{VALUE}|[\[{{])"
CODE = (
    rf"{PAIR}(?:\s{{0,3}},\s{{0,3}}{PAIR})*+"
    rf"|[\[{{]\s{{0,3}}{STRING}(?:\s{{0,3}},\s{{0,3}}{VALUE})+\s{{0,3}},?\s{{0,3}}[\]}}]"
    rf"|\b[A-Za-z_][\w.]{{0,40}}\((?:\w{{1,40}}=)?{STRING}[^()\n]{{0,80}}\)"
)
NUMBER = r"-?[0-9]{1,12}\.[0-9]{1,12}"
NUMBERS = rf"\s*+(?:{NUMBER}\s*+,\s*+)+(?:{NUMBER}\s*+)?"


def mark_code(builder: PassageBuilder, words: str, span: Span, origin: int) -> None:
    """Mark the code in a paragraph without a font of code, also a line of numbers with commas.
    ``words`` are those of ``span``; see :func:`mark_run`.
    """
    if pattern(NUMBERS).fullmatch(words):
        places = [(0, len(words))]
    elif "'" in words or '"' in words:
        places = [match.span() for match in pattern(CODE).finditer(words)]
    else:
        return
    first = span.start - origin
    for start, end in places:
        place = Span(span.source, span.start + start, span.start + end)
        builder.marks.append(Mark(TYPEWRITER, first + start, first + end, place))


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
