"""How much pdfium would have to read for a page, to leave out pages that could fill the memory.

A stream of a few kilobytes may unpack to gigabytes, and a picture may repeat pictures that repeat
others; pdfium has no limit for either.
"""

from __future__ import annotations

import re
from collections import Counter

from ieeelint.readers.pdf.objects import (
    data,
    entries,
    identity,
    inflated,
    items,
    resolved,
    text,
    value,
)
from ieeelint.readers.pdf.structure import pages

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MOST = 64_000_000  # bytes of the drawing commands of a page: a scatter plot of a million points
DEEPEST = 12  # pictures in pictures
HEAD = 400  # bytes before a stream that say what it is
USE = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")


def heavy_pages(root: Any, most: int) -> set[int]:
    """The numbers of the pages, among the first ``most``, that pdfium must not read."""
    weights = Weights()
    return {
        number
        for number, (page, resources) in zip(range(1, most + 1), pages(value(root, "/Pages")))
        if weights.is_too_heavy(page, resources)
    }


class Weights:
    """Weighs pages; each picture is weighed once."""

    def __init__(self) -> None:
        self._known: dict[object, int] = {}

    def is_too_heavy(self, page: Any, resources: Any) -> bool:
        """True for a page with more than :data:`MOST` bytes of drawing commands."""
        return self._weight(items(page, "/Contents"), resources, 0) > MOST

    def _weight(self, streams: list[Any], resources: Any, depth: int) -> int:
        """The bytes of the streams, and of the pictures that they use, as often as they do."""
        total = 0
        uses: Counter[bytes] = Counter()
        for stream in streams:
            content = data(stream, MOST + 1)
            total += len(content)
            if total > MOST:
                return total
            uses.update(USE.findall(content))
        pictures = dict(entries(resources, "/XObject")) if uses else {}
        for name, count in uses.items():
            reference = pictures.get("/" + name.decode("latin-1"))
            if reference is not None:
                total += count * self._of_picture(reference, resources, depth)
        return total

    def _of_picture(self, reference: Any, resources: Any, depth: int) -> int:
        """The weight of a picture; 0 for a bitmap.  One in itself is too heavy: it has no end."""
        key = identity(reference)
        if key not in self._known:
            self._known[key] = MOST + 1
            form = resolved(reference)
            own = value(form, "/Resources") or resources
            if text(value(form, "/Subtype")) != "Form":
                self._known[key] = 0
            elif depth < DEEPEST:
                self._known[key] = self._weight([reference], own, depth + 1)
        return self._known[key]


def has_heavy_stream(file: bytes) -> bool:
    """True for a file, even if damaged, with a stream of too many bytes that is not a bitmap."""
    view = memoryview(file)
    for match in re.finditer(rb"(?<!end)stream\r?\n", file):
        if b"/Image" not in file[max(match.start() - HEAD, 0) : match.start()]:
            content = inflated(view[match.end() :], MOST + 1)
            if content[:1] == b"\x78":  # packed twice
                content = inflated(content, MOST + 1)
            if len(content) > MOST:
                return True
    return False
