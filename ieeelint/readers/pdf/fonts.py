"""The fonts of a PDF file: embedded or not, and which page or included picture uses them."""

from __future__ import annotations

import re

from ieeelint.readers.pdf.objects import data, entries, identity, items, raw, resolved, text, value
from ieeelint.views.pdf_parts import TYPE3, Font

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SUBSET = re.compile(r"[A-Z]{6}\+")
FILES = ("/FontFile", "/FontFile2", "/FontFile3")
DEEPEST = 12  # pictures in pictures
MOST = 16_000_000  # bytes of a content stream that are searched


class Owner:
    """What a content stream belongs to: the page itself, or an included picture."""

    __slots__ = ("page", "figure", "maker", "streams")

    def __init__(self, page: int, figure: str, maker: str, streams: list[Any]) -> None:
        self.page = page
        self.figure = figure
        self.maker = maker
        self.streams = streams


class FontList:
    """Collects the fonts that the text of the pages uses."""

    def __init__(self) -> None:
        self.fonts: dict[object, Font] = {}
        self._contents: dict[object, bytes] = {}

    def add_page(self, number: int, page: Any, resources: Any) -> None:
        """Add the fonts of a page, of its pictures, and of its annotations."""
        owner = Owner(number, "", "", items(page, "/Contents"))
        self._add(resources, owner, set(), 0)
        for annotation in items(page, "/Annots"):
            for appearance in _streams(value(value(resolved(annotation), "/AP"), "/N")):
                inner = Owner(number, "", "", [appearance])
                self._add(value(resolved(appearance), "/Resources"), inner, set(), 1)

    def _add(self, resources: Any, owner: Owner, seen: set[object], depth: int) -> None:
        for key, reference in entries(resources, "/Font"):
            self._add_font(key, reference, owner)
        if depth >= DEEPEST:
            return
        for kind in ("/XObject", "/Pattern"):
            for _, reference in entries(resources, kind):
                if identity(reference) in seen:
                    continue
                seen.add(identity(reference))
                form = resolved(reference)
                inner = value(form, "/Resources")
                if inner is None:
                    continue
                name = text(value(form, "/PTEX.FileName")).removeprefix("./")
                maker = text(value(value(form, "/PTEX.InfoDict"), "/Producer"))
                figure = owner.figure or name
                made = Owner(owner.page, figure, owner.maker or maker, [reference])
                self._add(inner, made, seen, depth + 1)

    def _add_font(self, key: str, reference: Any, owner: Owner) -> None:
        facts = resolved(reference)
        if not hasattr(facts, "get"):
            return
        font = self.fonts.get(identity(reference)) or _font(facts, key)
        is_faulty = font.kind == TYPE3 or not font.is_embedded or not font.is_subset
        if is_faulty and not self._uses(owner, key):
            return  # a resource that no text uses
        self.fonts[identity(reference)] = font
        font.pages.add(owner.page)
        if owner.figure:
            font.figures[owner.figure] = None
            if owner.maker:
                font.makers[owner.maker] = None
        else:
            font.on_page = True

    def _uses(self, owner: Owner, key: str) -> bool:
        """True if the text of the owner selects the font with this name, or cannot be read."""
        name = re.escape(key.encode("latin-1", "replace"))
        for stream in owner.streams:
            content = self._contents.get(identity(stream))
            if content is None:
                content = self._contents[identity(stream)] = data(stream, MOST)
                if len(self._contents) > 64:
                    self._contents.pop(next(iter(self._contents)))
            if not content or re.search(rb"%b\s+[-+.\d]+\s+Tf" % name, content):
                return True
        return not owner.streams


def _streams(item: Any) -> list[Any]:
    """The streams of an appearance: itself, or those of its states."""
    item = resolved(item)
    if hasattr(item, "get_data"):
        return [item]
    if not hasattr(item, "keys"):
        return []
    return [stream for key in item for stream in [resolved(raw(item, key))] if stream is not None]


def _font(facts: Any, key: str) -> Font:
    """The font that a dictionary describes."""
    kind = text(value(facts, "/Subtype"))
    described = facts
    for descendant in items(facts, "/DescendantFonts"):
        described = resolved(descendant)
    descriptor = value(described, "/FontDescriptor")
    named = (value(facts, "/BaseFont"), value(descriptor, "/FontName"), value(facts, "/Name"))
    name = next((text(each) for each in named if text(each)), "") or key.removeprefix("/")
    is_embedded = kind == TYPE3 or _has_file(described)
    is_subset = kind == TYPE3 or SUBSET.match(name) is not None
    return Font(SUBSET.sub("", name), kind, is_embedded, is_subset)


def _has_file(described: Any) -> bool:
    """True if the font is in the file, or if nobody can say because of damage."""
    if raw(described, "/FontDescriptor") is None:
        return False
    descriptor = value(described, "/FontDescriptor")
    return descriptor is None or any(raw(descriptor, file) is not None for file in FILES)
