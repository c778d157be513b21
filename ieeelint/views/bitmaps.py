"""What the first bytes of a picture file say about it: its format and its pixels."""

from __future__ import annotations

HEAD = 1 << 17  # bytes that are read; the size of a JPEG comes after its thumbnail
PNG = b"\x89PNG\r\n\x1a\n"
# Markers of JPEG that have the size: all kinds of frames, but not tables (C4, C8, CC).
FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


class Bitmap:
    """The ``kind`` of a picture (``PNG``, ``JPEG``, ``BMP``, ``GIF``), its ``width`` and ``height``
    in pixels, and the ``bits`` of each pixel: 1 for black and white.
    """

    __slots__ = ("kind", "width", "height", "bits")

    def __init__(self, kind: str, width: int, height: int, bits: int) -> None:
        self.kind = kind
        self.width = width
        self.height = height
        self.bits = bits


def bitmap_of(head: bytes) -> Bitmap | None:
    """The picture whose file begins with these bytes; None for another format, or damage."""
    found = None
    if head.startswith(PNG) and len(head) >= 26:
        channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}.get(head[25], 1)
        found = Bitmap("PNG", _big(head, 16, 4), _big(head, 20, 4), head[24] * channels)
    elif head.startswith(b"\xff\xd8"):
        found = _jpeg(head)
    elif head.startswith(b"BM") and len(head) >= 30:
        height = int.from_bytes(head[22:26], "little", signed=True)
        found = Bitmap("BMP", _little(head, 18, 4), abs(height), _little(head, 28, 2))
    elif head.startswith((b"GIF87a", b"GIF89a")) and len(head) >= 10:
        found = Bitmap("GIF", _little(head, 6, 2), _little(head, 8, 2), 8)
    return found if found is not None and found.width and found.height else None


def _jpeg(head: bytes) -> Bitmap | None:
    """The size in the first frame of a JPEG file."""
    at = 2
    while at + 9 < len(head) and head[at] == 0xFF:
        marker = head[at + 1]
        if marker in FRAMES:
            bits = head[at + 4] * head[at + 9]
            return Bitmap("JPEG", _big(head, at + 7, 2), _big(head, at + 5, 2), bits)
        at += 1 if marker == 0xFF else 2 + max(_big(head, at + 2, 2), 2)
    return None


def _big(data: bytes, at: int, size: int) -> int:
    return int.from_bytes(data[at : at + size], "big")


def _little(data: bytes, at: int, size: int) -> int:
    return int.from_bytes(data[at : at + size], "little")
