"""The location of each element in the bytes of an XML part, and edits of these bytes."""

from __future__ import annotations

import re
from xml.parsers import expat

from ieeelint.patterns import UNPRINTABLE, pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

TAG = re.compile(rb"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
NAME = re.compile(rb"<([^\s/>]+)")
ENCODING = re.compile(rb"^<\?xml[^>]*?\sencoding=[\"']([A-Za-z0-9._-]+)[\"']")


class Markup:
    """The bytes of a part together with its element tree.

    The tree must come from these bytes: elements are matched by their order.
    """

    def __init__(self, raw: bytes, root: Element) -> None:
        self.raw = raw
        declared = ENCODING.match(raw)
        self.encoding = declared.group(1).decode().lower() if declared else "utf-8"
        starts: list[int] = []
        ends: list[int] = []
        open_elements: list[int] = []
        parser = expat.ParserCreate()

        def begin(name: str, attributes: object) -> None:
            open_elements.append(len(starts))
            starts.append(parser.CurrentByteIndex)
            ends.append(0)

        def end(name: str) -> None:
            ends[open_elements.pop()] = parser.CurrentByteIndex

        parser.StartElementHandler = begin
        parser.EndElementHandler = end
        parser.Parse(raw, True)
        self._places = dict(zip(root.iter(), zip(starts, ends, strict=True), strict=True))
        self._splices: list[tuple[int, int, bytes]] = []

    def tag(self, element: Element) -> bytes:
        """The start tag of the element; the whole element if it is an empty tag."""
        match = TAG.match(self.raw, self._places[element][0])
        return match.group() if match else b""

    def inner(self, element: Element) -> tuple[int, int]:
        """Start and end of the element's content; both are the end of the tag if it is an empty
        tag.
        """
        start, end = self._places[element]
        tag = self.tag(element)
        after = start + len(tag)
        return (after, after) if tag.endswith(b"/>") else (after, end)

    def outer(self, element: Element) -> tuple[int, int]:
        """Start and end of the element, including its tags."""
        start, end = self._places[element]
        tag = self.tag(element)
        if tag.endswith(b"/>"):
            return start, start + len(tag)
        return start, self.raw.index(b">", end) + 1

    def bytes_of(self, element: Element) -> bytes:
        """The bytes of the element."""
        start, end = self.outer(element)
        return self.raw[start:end]

    def prefix(self, element: Element) -> bytes:
        """The namespace prefix of its name, including the colon."""
        match = NAME.match(self.raw, self._places[element][0])
        name = match.group(1) if match else b""
        return name.rpartition(b":")[0] + b":" if b":" in name else b""

    def encoded(self, text: str) -> bytes:
        """Text escaped for use between tags or in an attribute."""
        text = pattern(UNPRINTABLE).sub("\ufffd", text)
        for character, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
            text = text.replace(character, name)
        return text.encode(self.encoding, "xmlcharrefreplace")

    def replace(self, start: int, end: int, new: bytes) -> None:
        """Replace the bytes from ``start`` to ``end`` with ``new``; offsets computed before stay
        valid.
        """
        self._splices.append((start, end, new))

    def insert_in(self, element: Element, new: bytes, *, at_end: bool = False) -> None:
        """Insert ``new`` at the beginning or end of the element's content; an empty tag is opened
        first.
        """
        start = self._places[element][0]
        tag = self.tag(element)
        if tag.endswith(b"/>"):
            name = NAME.match(tag)
            assert name is not None
            opened = tag[:-2].rstrip() + b">" + new + b"</" + name.group(1) + b">"
            self.replace(start, start + len(tag), opened)
        else:
            place = self.inner(element)[at_end]
            self.replace(place, place, new)

    @property
    def is_changed(self) -> bool:
        """True when any bytes are replaced."""
        return bool(self._splices)

    def result(self) -> bytes:
        """The bytes after all replacements; replacements at the same offset keep their order."""
        pieces: list[bytes] = []
        at = 0
        for start, end, new in sorted(self._splices, key=lambda splice: splice[:2]):
            pieces += (self.raw[at:start], new)
            at = end
        return b"".join([*pieces, self.raw[at:]])
