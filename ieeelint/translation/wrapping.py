"""Wraps text for a terminal, also text without spaces between words."""

from __future__ import annotations

from unicodedata import east_asian_width

NOT_FIRST = "，。；：！？、）”》…"  # signs that do not begin a line
NOT_LAST = "（“《"


def wrapped(text: str, width: int) -> list[str]:
    """The lines of a paragraph, of at most ``width`` columns."""
    if text.isascii() or not any(map(_is_wide, text)):
        import textwrap

        return textwrap.wrap(text, width)
    lines = [""]
    columns = 0
    for piece in _pieces(text):
        wide = sum(2 if _is_wide(character) else 1 for character in piece.rstrip())
        if columns + wide > width and lines[-1]:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
            columns = 0
        lines[-1] += piece
        columns += sum(2 if _is_wide(character) else 1 for character in piece)
    return [*lines[:-1], lines[-1].rstrip()]


def _pieces(text: str) -> list[str]:
    """What stays on one line: a word with the space after it, or one wide character."""
    pieces: list[str] = []
    for character in text:
        before = pieces[-1][-1] if pieces else " "
        is_alone = _is_wide(character) or _is_wide(before) or before == " "
        is_tied = character in NOT_FIRST or before in NOT_LAST or character == " "
        if pieces and (is_tied or not is_alone):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _is_wide(character: str) -> bool:
    return not character.isascii() and (
        east_asian_width(character) in "WF" or character in NOT_FIRST + NOT_LAST
    )
