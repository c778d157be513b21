"""Text and numbers as runs of a Word paragraph."""

from __future__ import annotations

from ieeelint.patterns import UNPRINTABLE, pattern
from ieeelint.report.records import ReportError
from ieeelint.report.writers.tabular import raised_power

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ieeelint.report.grid import Cell
    from ieeelint.report.words import Words

MINUS = "\u2212"
NO_BREAK_SPACE = "\u00a0"
PLUS_MINUS = "±"


def escaped(text: str) -> str:
    """Text escaped for XML content and attributes, with spaces for newlines and tabs.

    Raises ReportError for a character that XML does not allow.
    """
    invalid = pattern(UNPRINTABLE).search(text)
    if invalid is not None:
        shown = pattern(UNPRINTABLE).sub("\ufffd", text[:40])
        raise ReportError(
            f'the text "{shown}" has the character U+{ord(invalid.group()):04X}, which a Word file'
            " cannot contain; delete it from the specification or the results"
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
    """A run, or nothing for an empty text."""
    if not text:
        return ""
    styles = (
        ("<w:b/><w:bCs/>", bold),
        ("<w:i/><w:iCs/>", italic),
        ('<w:u w:val="single"/>', underline),
        ('<w:vertAlign w:val="superscript"/>', raised),
    )
    marks = "".join(mark for mark, is_on in styles if is_on)
    properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def runs(words: Words, *, italic: bool = False) -> str:
    """The runs of a text; its forms in TeX do not matter here."""
    return "".join(
        run(
            piece.text,
            italic=italic or piece.style == "italic",
            raised=piece.style == "superscript",
        )
        for piece in words
    )


def letters(notes: Iterable[str]) -> str:
    """Stars and the letters of notes as a superscript, with commas between them."""
    return run(",".join(notes), raised=True)


def number_text(digits: str) -> str:
    """Final digits as they print, with a minus sign, and with a power of ten for "e19"."""
    mantissa, _, power = digits.partition("e")
    return mantissa.replace("-", MINUS) + raised_power(int(power or 0))


def value_text(cell: Cell) -> tuple[str, str]:
    """The number of a cell, and its half-width or both ends of its interval."""
    tail = ""
    if cell.half:
        tail = PLUS_MINUS + ("<" if cell.half_below else "") + cell.half
    elif cell.ends is not None:
        low, high = cell.ends
        tail = f"{NO_BREAK_SPACE}[{number_text(low)},{NO_BREAK_SPACE}{number_text(high)}]"
    if cell.power:
        tail += (")" if cell.opening else "") + raised_power(cell.power)
    return cell.opening + number_text(cell.bound + cell.digits), tail
