"""Content controls, which hold the tables and numbers in a draft; their tags identify them."""

from __future__ import annotations

from ieeelint.report.writers.word.text import escaped, number_text, run

PREFIX = "ieeelint:"
LONGEST = 64  # UTF-16 units of w:tag and w:alias that Word allows
HASHED = 12  # hexadecimal digits that replace the end of a long tag


def tag_of(name: str) -> str:
    """The tag of a table (with its label), a number (with its key) or a cell.

    A tag that is too long for Word is cut off, and ends with "~" and digits of its SHA-256.
    """
    whole = PREFIX + name
    if _units(whole) <= LONGEST:
        return whole
    from hashlib import sha256

    mark = "~" + sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:HASHED]
    while _units(whole) + len(mark) > LONGEST:
        whole = whole[:-1]
    return whole + mark


def tag_of_cell(label: str, row: str, column: str) -> str:
    """The tag of a cell: ``ieeelint:tab:cost/acmix/latency-forward``."""
    return tag_of(f"{label}/{row}/{column}")


def number_control(key: str, digits: str) -> str:
    """A number of the text, with ``digits`` as in a cell, in an inline control with the tag
    ``ieeelint:KEY``.
    """
    return control(tag_of(key), run(number_text(digits)))


def control(tag: str, content: str, alias: str = "") -> str:
    """A content control with this content: runs, or paragraphs and tables."""
    shown = alias.encode("utf-16-le")[: 2 * LONGEST].decode("utf-16-le", "ignore")
    name = f'<w:alias w:val="{escaped(shown)}"/>' if alias else ""
    mark = f'<w:tag w:val="{escaped(tag)}"/>' if tag else ""
    return f"<w:sdt><w:sdtPr>{name}{mark}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _units(text: str) -> int:
    """The length as Word counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
