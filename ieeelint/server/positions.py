"""Converts between offsets and positions of editors.

Lines start at 0.  Columns count code units of the encoding that client and server agreed on.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.source import Source

    Position = tuple[int, int]

UTF8, UTF16, UTF32 = "utf-8", "utf-16", "utf-32"


def units(text: str, encoding: str = UTF16) -> int:
    """The number of code units in the text."""
    if text.isascii() or encoding == UTF32:
        return len(text)
    if encoding == UTF8:
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def position(source: Source, offset: int, encoding: str = UTF16) -> Position:
    """The line and the column of an offset."""
    line, column = source.locate(offset)
    return line - 1, units(source.text[offset - column + 1 : offset], encoding)


def offset(source: Source, line: int, column: int, encoding: str = UTF16) -> int:
    """The offset at a position; a position outside the text becomes the nearest one inside.

    A column inside a character of several units becomes the start of that character.
    """
    starts = source.line_starts
    if line < 0:
        return 0
    if line >= len(starts):
        return len(source.text)
    text = source.line(line + 1)
    start = starts[line]
    if column <= 0:
        return start
    if text.isascii() or encoding == UTF32:
        return start + min(column, len(text))
    used = 0
    for number, character in enumerate(text):
        used += units(character, encoding)
        if used > column:
            return start + number
    return start + len(text)
