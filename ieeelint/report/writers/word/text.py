"""Words and numbers as runs of a Word paragraph."""

from __future__ import annotations

from ieeelint.patterns import UNPRINTABLE, pattern
from ieeelint.report.records import ReportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.report.grid import Cell
    from ieeelint.report.words import Words

MINUS = "\u2212"
NO_BREAK_SPACE = "\u00a0"
PLUS_MINUS = "±"


def escaped(text: str) -> str:
    """Text as it may stand between tags or in an attribute; line ends and tabs become spaces.

    Raises ReportError for a character that no XML file can hold.
    """
    hostile = pattern(UNPRINTABLE).search(text)
    if hostile is not None:
        shown = pattern(UNPRINTABLE).sub("\ufffd", text[:40])
        raise ReportError(
            f'the text "{shown}" holds the character U+{ord(hostile.group()):04X}, which no Word'
            " file can hold: take it out of the specification or the results"
        )
    text = pattern(r"[\t\r\n]+").sub(" ", text)
    for character, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(character, name)
    return text


def run(
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    underline: bool = False,
    raised: bool = False,
) -> str:
    """One run; nothing for no text."""
    if not text:
        return ""
    looks = (
        ("<w:b/><w:bCs/>", bold),
        ("<w:i/><w:iCs/>", italic),
        ('<w:u w:val="single"/>', underline),
        ('<w:vertAlign w:val="superscript"/>', raised),
    )
    look = "".join(mark for mark, holds in looks if holds)
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def runs(words: Words, *, italic: bool = False) -> str:
    """The runs of words; their TeX forms are none of Word's business."""
    return "".join(
        run(
            piece.text,
            italic=italic or piece.style == "italic",
            raised=piece.style == "superscript",
        )
        for piece in words
    )


def letters(notes: str) -> str:
    """The letters of notes, raised, commas between them."""
    return run(",".join(notes), raised=True)


def number_text(digits: str) -> str:
    """Final digits as they print: a true minus sign."""
    return digits.replace("-", MINUS)


def value_text(cell: Cell) -> tuple[str, str]:
    """The number of a cell and what follows it: its half-width or both ends of its interval."""
    tail = ""
    if cell.half:
        tail = PLUS_MINUS + ("<" if cell.half_below else "") + cell.half
    elif cell.ends is not None:
        low, high = cell.ends
        tail = f"{NO_BREAK_SPACE}[{number_text(low)},{NO_BREAK_SPACE}{number_text(high)}]"
    return number_text(cell.bound + cell.digits), tail
