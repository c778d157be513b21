"""Write new elements into the bytes of a part, in the namespace of the part."""

from __future__ import annotations

from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ieeelint.ooxml.markup import Markup

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_MAIN = "http://purl.oclc.org/ooxml/wordprocessingml/main"
# Strict files have "start" and "end" for the sides of text, but "left" and "right" for pages.
SIDES = (
    (r'<w:jc w:val="left"/>', '<w:jc w:val="start"/>'),
    (r'<w:jc w:val="right"/>', '<w:jc w:val="end"/>'),
    (r"(<w:ind\b[^>]*) w:left=", r"\1 w:start="),
    (r"(<w:ind\b[^>]*) w:right=", r"\1 w:end="),
    (r"<w:left w:w=", "<w:start w:w="),
    (r"<w:right w:w=", "<w:end w:w="),
)


class Splicer:
    """Puts elements, written with the prefix "w", into a part.  Each piece is one element."""

    def __init__(self, markup: Markup, root: Element) -> None:
        self.markup = markup
        tag = markup.tag(root).decode(markup.encoding)
        self.is_strict = STRICT_MAIN in tag  # of this part: some programs mix both in one package
        self.address = STRICT_MAIN if self.is_strict else MAIN
        self.is_declared = pattern(rf"\sxmlns:w=[\"']{self.address}[\"']").search(tag) is not None

    def replace(self, element: Element, *pieces: str) -> None:
        """Replace the element by the pieces."""
        new = b"".join(map(self.bytes_of, pieces))
        start, end = self.markup.outer(element)
        if self.markup.raw[start:end] != new:
            self.markup.replace(start, end, new)

    def remove(self, element: Element) -> None:
        """Delete the element."""
        self.markup.replace(*self.markup.outer(element), b"")

    def append(self, element: Element, *pieces: str) -> None:
        """Insert the pieces at the end of the element."""
        self.markup.insert_in(element, b"".join(map(self.bytes_of, pieces)), at_end=True)

    def bytes_of(self, piece: str) -> bytes:
        """An element as bytes, with the namespace and the names of sides of the part."""
        if self.is_strict:
            for transitional, strict in SIDES:
                piece = pattern(transitional).sub(strict, piece)
        if not self.is_declared:
            piece = pattern(r"\A<w:(\w+)").sub(rf'<w:\1 xmlns:w="{self.address}"', piece)
        return piece.encode(self.markup.encoding, "xmlcharrefreplace")
