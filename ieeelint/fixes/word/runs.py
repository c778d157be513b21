"""Splits one run where changes and comments begin and end; each piece keeps its formatting."""

from __future__ import annotations

from ieeelint.ooxml.names import W
from ieeelint.views.word import TEXT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from ieeelint.ooxml.markup import Markup
    from ieeelint.views.word import Leaf

AUTHOR = "ieeelint"


class Cuts:
    """The changes and markers of one run; offsets are those in the source of the part."""

    def __init__(self) -> None:
        self.deleted: list[tuple[int, int]] = []
        self.inserted: dict[int, str] = {}
        self.opening: dict[int, bytes] = {}  # markers before the character at the offset
        self.closing: dict[int, bytes] = {}  # markers after the character that ends there

    def offsets(self, leaf: Leaf) -> list[int]:
        """The offsets at which the leaf must be split, with both of its ends."""
        offsets = {leaf.start, leaf.end}
        for start, end in self.deleted:
            offsets |= {start, end}
        offsets |= {*self.inserted, *self.opening, *self.closing}
        return sorted(offset for offset in offsets if leaf.start <= offset <= leaf.end)

    def is_deleted(self, start: int) -> bool:
        """True if the character at ``start`` is deleted."""
        return any(first <= start < last for first, last in self.deleted)


class RunWriter:
    """Writes a run again with its cuts; ``is_ours`` if the run is in one of our insertions."""

    def __init__(
        self, markup: Markup, run: Element, leaves: list[Leaf], cuts: Cuts, is_ours: bool
    ) -> None:
        self.markup = markup
        self.run = run
        self.leaves = leaves
        self.cuts = cuts
        self.is_ours = is_ours
        self.prefix = markup.prefix(run)
        tag = markup.tag(run)
        self.begin = tag if not tag.endswith(b"/>") else tag[:-2] + b">"
        properties = run.find(W + "rPr")
        self.properties = b"" if properties is None else markup.bytes_of(properties)
        self.pieces: list[bytes] = []
        self.content: list[bytes] = []
        self.in_deletion = False
        self.done: set[int] = set()  # offsets whose insertions and markers are written

    def write(self, next_id: Iterator[int]) -> bytes:
        """The bytes that replace the run; ``next_id`` yields identifiers for tracked changes."""
        self.next_id = next_id
        by_child = self._leaves_by_child()
        for child in self.run:
            if child.tag == W + "rPr":
                continue
            leaves = by_child.get(child)
            if not leaves:
                self.content.append(self.markup.bytes_of(child))
            elif leaves[0].kind == TEXT and len(leaves) == 1:
                self.text(child, leaves[0])
            else:
                self.atom(child, leaves)
        self.flush()
        return b"".join(self.pieces)

    def _leaves_by_child(self) -> dict[Element, list[Leaf]]:
        """The leaves that come from each child of the run or from elements inside it."""
        of_element: dict[Element, list[Leaf]] = {}
        for leaf in self.leaves:
            of_element.setdefault(leaf.element, []).append(leaf)
        by_child = {}
        for child in self.run:
            if child in of_element:
                by_child[child] = of_element[child]
            elif len(child):
                inside = [leaf for inner in child.iter() for leaf in of_element.get(inner, ())]
                if inside:
                    by_child[child] = inside
        return by_child

    def text(self, child: Element, leaf: Leaf) -> None:
        """Write a piece of text, split at its cuts."""
        offsets = self.cuts.offsets(leaf)
        words = child.text or ""
        for first, last in zip(offsets, offsets[1:], strict=False):
            self.at(first)
            self.mode(self.cuts.is_deleted(first))
            if self.in_deletion and self.is_ours:
                continue
            whole = (first, last) == (leaf.start, leaf.end) and not self.in_deletion
            part = words[first - leaf.start : last - leaf.start]
            self.content.append(self.markup.bytes_of(child) if whole else self.text_element(part))
        self.at(leaf.end)

    def atom(self, child: Element, leaves: list[Leaf]) -> None:
        """Write a tab, a break or a picture, which is kept or deleted as a whole."""
        start, end = leaves[0].start, leaves[-1].end
        self.at(start)
        self.mode(self.cuts.is_deleted(start))
        if not (self.in_deletion and self.is_ours):
            self.content.append(self.markup.bytes_of(child))
        for offset in range(start + 1, end + 1):
            self.at(offset)

    def text_element(self, text: str) -> bytes:
        """The element for text, or for deleted text inside a deletion."""
        kind = b"delText" if self.in_deletion else b"t"
        name = self.prefix + kind
        return b"".join(
            (
                b"<",
                name,
                b' xml:space="preserve">',
                self.markup.encoded(text),
                b"</",
                name,
                b">",
            )
        )

    def at(self, offset: int) -> None:
        """Write everything between two characters: closing markers, insertions, opening markers."""
        if offset in self.done:
            return
        self.done.add(offset)
        cuts = self.cuts
        if offset in cuts.closing:
            self.flush()
            self.pieces.append(cuts.closing[offset])
        if offset in cuts.inserted:
            self.mode(False)
            if self.is_ours:
                self.content.append(self.text_element(cuts.inserted[offset]))
            else:
                self.flush()
                self.content.append(self.text_element(cuts.inserted[offset]))
                self.flush(b"ins")
        if offset in cuts.opening:
            self.flush()
            self.pieces.append(cuts.opening[offset])

    def mode(self, deleting: bool) -> None:
        """Set whether the next characters are deleted."""
        if deleting != self.in_deletion:
            self.flush()
            self.in_deletion = deleting

    def flush(self, change: bytes = b"") -> None:
        """End the current run if it has content; ``change`` is the tracked change around it."""
        if not self.content:
            return
        run = b"".join((self.begin, self.properties, *self.content, b"</", self.prefix, b"r>"))
        self.content = []
        if self.in_deletion and not change:
            change = b"del"
        if change:
            name = self.prefix + change
            run = b'<%s %sid="%d" %sauthor="%s">%s</%s>' % (
                name,
                self.prefix,
                next(self.next_id),
                self.prefix,
                AUTHOR.encode(),
                run,
                name,
            )
        self.pieces.append(run)
