"""One part of a Word draft while it is changed: which characters stand where, and what may be
done to them.
"""

from __future__ import annotations

from itertools import count

from ieeelint.fixes.word.runs import AUTHOR, Cuts, RunWriter
from ieeelint.ooxml.markup import Markup
from ieeelint.ooxml.names import W
from ieeelint.views.word import BREAK, TAB, TEXT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from ieeelint.views.word import Leaf, Part, WordParagraph, WordView

CHANGES = frozenset(
    W + name
    for name in (
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "rPrChange",
        "pPrChange",
        "sectPrChange",
        "tblPrChange",
        "trPrChange",
        "tcPrChange",
        "numberingChange",
        "bookmarkStart",
    )
)


def free_identifiers(view: WordView) -> Iterator[int]:
    """Numbers for tracked changes that no change or bookmark of the draft bears."""
    largest = 0
    for part in view.parts:
        for element in part.root.iter():
            if element.tag in CHANGES:
                text = element.get(W + "id", "")
                if text.isdigit():
                    largest = max(largest, int(text))
    return count(largest + 1)


class PartEditor:
    """Gathers what is to be done to a part, then writes its bytes."""

    def __init__(self, view: WordView, part: Part, identifiers: Iterator[int]) -> None:
        self.part = part
        self.identifiers = identifiers
        self.markup = Markup(view.package.utf8(part.name), part.root)
        self.cuts: dict[Element, Cuts] = {}
        self._parents: dict[Element, Element] | None = None
        self._by_run: dict[Element, list[Leaf]] | None = None

    def parent(self, element: Element) -> Element | None:
        """The element around it."""
        if self._parents is None:
            self._parents = {child: one for one in self.part.root.iter() for child in one}
        return self._parents.get(element)

    def around(self, element: Element, tags: tuple[str, ...]) -> Element | None:
        """The nearest element around it of one of these tags."""
        at = self.parent(element)
        while at is not None and at.tag not in tags:
            at = self.parent(at)
        return at

    def leaves_of(self, run: Element) -> list[Leaf]:
        """The leaves of a run, in order."""
        if self._by_run is None:
            self._by_run = {}
            for leaf in self.part.leaves:
                if leaf.run is not None:
                    self._by_run.setdefault(leaf.run, []).append(leaf)
        return self._by_run.get(run, [])

    def change(self, run: Element) -> str:
        """Whose tracked insertion the run stands in: empty for none."""
        found = self.around(run, (W + "ins", W + "moveTo", W + "p"))
        if found is None or found.tag == W + "p":
            return ""
        return found.get(W + "author", "") or "unknown"

    def accepts(self, leaf: Leaf) -> bool:
        """True when the characters of the leaf may be changed: no field's result, no change of
        another's.
        """
        if leaf.run is None or not (leaf.is_editable or leaf.kind in (TAB, BREAK)):
            return False
        return self.change(leaf.run) in ("", AUTHOR) and not _holds_paragraphs(leaf.run)

    def allows(self, start: int, end: int, text: str) -> bool:
        """True when these characters of the source can be replaced by the text."""
        if "\n" in self.part.source.text[start:end] or "\n" in text:
            return False
        if start == end:
            return self._beside(start) is not None
        leaves = self._leaves(start, end)
        return bool(leaves) and all(map(self.accepts, leaves))

    def replace(self, start: int, end: int, text: str) -> None:
        """Track the replacement of characters that :meth:`allows` it."""
        if start == end:
            leaf = self._beside(start)
            assert leaf is not None and leaf.run is not None
            self._cuts(leaf.run).inserted[start] = text
        for number, leaf in enumerate(self._leaves(start, end)):
            assert leaf.run is not None
            first, last = max(leaf.start, start), min(leaf.end, end)
            cuts = self._cuts(leaf.run)
            cuts.deleted.append((first, last))
            if number == 0 and text:
                cuts.inserted[last] = text

    def _leaves(self, start: int, end: int) -> list[Leaf]:
        """The leaves of these characters."""
        if start == end:
            return []
        part = self.part
        return part.leaves[part.index_of_leaf(start) : part.index_of_leaf(end - 1) + 1]

    def _beside(self, place: int) -> Leaf | None:
        """The text that an insertion at ``place`` takes its formatting from: what it follows,
        else precedes.
        """
        for offset in (place - 1, place):
            leaf = self.part.leaf_at(offset) if offset >= 0 else None
            if leaf is not None and leaf.kind == TEXT and self.accepts(leaf):
                return leaf
        return None

    def _cuts(self, run: Element) -> Cuts:
        return self.cuts.setdefault(run, Cuts())

    def mark(
        self, paragraph: WordParagraph, start: int, end: int, opening: bytes, closing: bytes
    ) -> None:
        """Put markers around characters of a paragraph; around all of it where there are none."""
        leaves = self.part.leaves
        first = self.part.index_of_leaf(start)
        last = self.part.index_of_leaf(max(end - 1, start))
        fits = first < len(leaves) and leaves[first].start < max(end, start + 1)
        if not fits or last >= len(leaves) or leaves[last].start >= max(end, start + 1):
            self._mark_whole(paragraph, opening, closing)
            return
        self._marker(leaves[first], max(start, leaves[first].start), opening, False)
        self._marker(leaves[last], min(max(end, start + 1), leaves[last].end), closing, True)

    def _marker(self, leaf: Leaf, place: int, marker: bytes, is_end: bool) -> None:
        """One marker at a place in, or at an end of, a leaf."""
        if leaf.run is None or _holds_paragraphs(leaf.run):
            element = leaf.element if leaf.run is None else leaf.run
            at = self.markup.outer(element)[is_end]
            self.markup.replace(at, at, marker)
            return
        markers = self._cuts(leaf.run).closing if is_end else self._cuts(leaf.run).opening
        markers[place] = markers.get(place, b"") + marker

    def _mark_whole(self, paragraph: WordParagraph, opening: bytes, closing: bytes) -> None:
        """Markers around the content of a paragraph that has no characters to hang them on."""
        element = paragraph.element
        properties = element.find(W + "pPr")
        if len(element) == (properties is not None):
            self.markup.insert_in(element, opening + closing, at_end=True)
            return
        place = self.markup.inner(element)[0]
        if properties is not None:
            place = self.markup.outer(properties)[1]
        self.markup.replace(place, place, opening)
        self.markup.insert_in(element, closing, at_end=True)

    def result(self) -> bytes:
        """The bytes of the part with everything done."""
        for run, cuts in self.cuts.items():
            is_own = self.change(run) == AUTHOR
            written = RunWriter(self.markup, run, self.leaves_of(run), cuts, is_own)
            self.markup.replace(*self.markup.outer(run), written.write(self.identifiers))
        return self.markup.result()

    @property
    def is_changed(self) -> bool:
        """True when there is anything to write."""
        return bool(self.cuts) or self.markup.is_changed


def _holds_paragraphs(run: Element) -> bool:
    """True for a run with a text box: it is never taken apart, for its paragraphs are edited
    themselves.
    """
    return next(run.iter(W + "p"), None) is not None
