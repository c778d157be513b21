"""Writes the objects of a small PDF file by hand, for the rules' examples."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

WIDTH = 450  # of each character, in thousandths of the size
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
GLYPH = b"500 0 0 0 450 650 d1 50 0 400 650 re f"


class Objects:
    """The objects of a file, numbered from 1 as they are added."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []

    def add(self, body: str | bytes) -> int:
        """Add an object; returns its number."""
        self.bodies.append(body.encode("cp1252") if isinstance(body, str) else body)
        return len(self.bodies)

    def stream(self, content: bytes, entries: str = "") -> int:
        """Add a stream with these entries of its dictionary; returns its number."""
        head = f"<< {entries} /Length {len(content)} >>\nstream\n".encode("cp1252")
        return self.add(head + content + b"\nendstream")

    def set(self, number: int, body: str) -> None:
        """Write the object that was added as a placeholder."""
        self.bodies[number - 1] = body.encode("cp1252")

    def file(self, version: str, root: int, info: int) -> bytes:
        """The whole file."""
        content = f"%PDF-{version}\n%\xe2\xe3\n".encode("latin-1")
        places = []
        for number, body in enumerate(self.bodies, 1):
            places.append(len(content))
            content += b"%d 0 obj\n%b\nendobj\n" % (number, body)
        table = "".join(f"{place:010} 00000 n \n" for place in places)
        size = len(self.bodies) + 1
        trailer = (
            f"xref\n0 {size}\n0000000000 65535 f \n{table}"
            f"trailer\n<< /Size {size} /Root {root} 0 R /Info {info} 0 R >>\n"
            f"startxref\n{len(content)}\n%%EOF\n"
        )
        return content + trailer.encode("ascii")

    def font(self, name: str, words: Iterable[str]) -> int:
        """A font whose characters all have one width.

        It is embedded as a subset, unless the words say ``missing`` or ``whole``; ``type3`` is a
        font of drawings, ``unmapped`` one whose characters have no names.
        """
        if "type3" in words:
            return self._type3(name)
        shown = name if {"missing", "whole"} & set(words) else f"ABCDEF+{name}"
        descriptor = (
            f"<< /Type /FontDescriptor /FontName /{shown} /Flags 32 /ItalicAngle 0 /Ascent 700"
            " /Descent -200 /CapHeight 700 /StemV 80 /FontBBox [0 -200 500 700]"
        )
        if "missing" not in words:
            descriptor += f" /FontFile {self.stream(b'no outlines')} 0 R"
        encoding = "/WinAnsiEncoding"
        if "unmapped" in words:
            encoding = f"<< /Differences [32 {' '.join(f'/a{code}' for code in range(32, 127))}] >>"
        widths = " ".join([str(WIDTH)] * 224)
        return self.add(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{shown} /FirstChar 32 /LastChar 255"
            f" /Widths [{widths}] /Encoding {encoding}"
            f" /FontDescriptor {self.add(descriptor + ' >>')} 0 R >>"
        )

    def _type3(self, name: str) -> int:
        glyph = self.stream(GLYPH)
        glyphs = " ".join(f"/{letter} {glyph} 0 R" for letter in LETTERS)
        names = " ".join(f"{ord(letter)} /{letter}" for letter in LETTERS)
        return self.add(
            f"<< /Type /Font /Subtype /Type3 /Name /{name} /FontBBox [0 0 500 700]"
            f" /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 32 /LastChar 126"
            f" /Widths [{' '.join([str(WIDTH)] * 95)}] /CharProcs << {glyphs} >>"
            f" /Encoding << /Differences [{names}] >> /Resources << >> >>"
        )


def literal(text: str) -> str:
    """Text as a string of PDF."""
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"({escaped})"


def gray_jpeg(width: int, height: int) -> bytes:
    """A JPEG file of one gray: each block of 8 × 8 pixels is two bits, which are 0."""
    blocks = -(-width // 8) * -(-height // 8)

    def segment(marker: int, content: bytes) -> bytes:
        return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content

    one_code = bytes((1, *[0] * 15, 0))  # one code of one bit, which stands for 0
    size = height.to_bytes(2, "big") + width.to_bytes(2, "big")
    return (
        b"\xff\xd8"
        + segment(0xDB, b"\0" + b"\1" * 64)
        + segment(0xC0, b"\x08" + size + b"\1\1\x11\0")
        + segment(0xC4, b"\0" + one_code)
        + segment(0xC4, b"\x10" + one_code)
        + segment(0xDA, b"\1\1\0\0\x3f\0")
        + bytes(-(-blocks // 4))
        + b"\xff\xd9"
    )
