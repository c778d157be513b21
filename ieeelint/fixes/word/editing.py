"""Edits one part of a Word draft: decides which characters can change, and writes the changes."""

from __future__ import annotations

from itertools import count

from ieeelint.fixes.word.runs import AUTHOR, Cuts, RunWriter
from ieeelint.ooxml.markup import Markup
from ieeelint.ooxml.names import W, whole
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
    """Yields identifiers for tracked changes that no change or bookmark of the draft has."""
    largest = 0
    for part in view.parts:
        for element in part.root.iter():
            if element.tag in CHANGES:
                largest = max(largest, whole(element.get(W + "id", "")))
    return count(largest + 1)


class PartEditor:
    """Collects the changes of one part, then writes its bytes."""

    def __init__(self, view: WordView, part: Part, identifiers: Iterator[int]) -> None:
        self.part = part
        self.identifiers = identifiers
        self.markup = Markup(view.package.utf8(part.name), part.root)
        self.cuts: dict[Element, Cuts] = {}
        self._parents: dict[Element, Element] | None = None
        self._by_run: dict[Element, list[Leaf]] | None = None
        self._verticals: dict[Element, str] | None = None

    def parent(self, element: Element) -> Element | None:
        """The parent of an element; None for the root."""
        if self._parents is None:
            self._parents = {child: parent for parent in self.part.root.iter() for child in parent}
        return self._parents.get(element)

    def around(self, element: Element, tags: tuple[str, ...]) -> Element | None:
        """The nearest ancestor of an element with one of these tags."""
        ancestor = self.parent(element)
        while ancestor is not None and ancestor.tag not in tags:
            ancestor = self.parent(ancestor)
        return ancestor

    def leaves_of(self, run: Element) -> list[Leaf]:
        """The leaves of a run, in order."""
        if self._by_run is None:
            self._by_run = {}
            for leaf in self.part.leaves:
                if leaf.run is not None:
                    self._by_run.setdefault(leaf.run, []).append(leaf)
        return self._by_run.get(run, [])

    def change(self, run: Element) -> str:
        """The author of the tracked insertion that contains the run; empty if there is none."""
        insertion = self.around(run, (W + "ins", W + "moveTo", W + "p"))
        if insertion is None or insertion.tag == W + "p":
            return ""
        return insertion.get(W + "author", "") or "unknown"

    def accepts(self, leaf: Leaf) -> bool:
        """True if the characters of the leaf can be changed: they are not the result of a field,
        nor in a tracked change of another author.
        """
        if leaf.run is None or not (leaf.is_editable or leaf.kind in (TAB, BREAK)):
            return False
        return self.change(leaf.run) in ("", AUTHOR) and not _contains_paragraphs(leaf.run)

    def allows(self, start: int, end: int, text: str) -> bool:
        """True if these characters of the source can be replaced with the text."""
        if "\n" in self.part.source.text[start:end] or "\n" in text:
            return False
        if self._extends_result(start, end, text):
            return False
        if start == end:
            return self._neighbor(start) is not None
        leaves = self._leaves(start, end)
        if not leaves or not all(map(self.accepts, leaves)):
            return False
        if text and len({self.vertical(leaf) for leaf in leaves}) > 1:
            return False  # an index and what it belongs to would become one
        return bool(text) or not self._empties_control(leaves, start, end)

    def _extends_result(self, start: int, end: int, text: str) -> bool:
        """True if the text would be one word with characters that it must not change, such as the
        result of a field: "0" before ".5".
        """
        before, after = self.part.leaf_at(start - 1) if start else None, self.part.leaf_at(end)
        source = self.part.source.text
        return (
            before is not None
            and text[:1].isalnum()
            and source[start - 1].isalnum()
            and before.kind == TEXT
            and not self.accepts(before)
        ) or (
            after is not None
            and text[-1:].isalnum()
            and (source[end].isalnum() or source[end] == ".")
            and after.kind == TEXT
            and not self.accepts(after)
        )

    def vertical(self, leaf: Leaf) -> str:
        """``superscript`` or ``subscript`` if the run of the leaf is one; else empty."""
        if self._verticals is None:
            self._verticals = {
                run.element: run.look.vertical
                for paragraph in self.part.paragraphs
                for run in paragraph.runs
                if run.look.vertical in ("superscript", "subscript")
            }
        return self._verticals.get(leaf.run, "") if leaf.run is not None else ""

    def _empties_control(self, leaves: list[Leaf], start: int, end: int) -> bool:
        """True if nothing would be left in a content control: Word would print its placeholder."""
        for leaf in leaves:
            control = self.around(leaf.element, (W + "sdt", W + "p"))
            if control is None or control.tag != W + "sdt":
                continue
            elements = set(control.iter())
            inside = [one for one in self.part.leaves if one.element in elements]
            if all(start <= one.start and one.end <= end for one in inside):
                return True
        return False

    def replace(self, start: int, end: int, text: str) -> None:
        """Replace characters in a tracked change, if :meth:`allows` returned true for them."""
        if start == end:
            leaf = self._neighbor(start)
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

    def _neighbor(self, offset: int) -> Leaf | None:
        """The text that gives an insertion at ``offset`` its formatting: the text before it, or
        else the text after it.
        """
        for neighbor in (offset - 1, offset):
            leaf = self.part.leaf_at(neighbor) if neighbor >= 0 else None
            if leaf is not None and leaf.kind == TEXT and self.accepts(leaf):
                return leaf
        return None

    def _cuts(self, run: Element) -> Cuts:
        return self.cuts.setdefault(run, Cuts())

    def mark(
        self, paragraph: WordParagraph, start: int, end: int, opening: bytes, closing: bytes
    ) -> None:
        """Insert markers around characters of a paragraph, or around all of it if it has none."""
        leaves = self.part.leaves
        first = self.part.index_of_leaf(start)
        last = self.part.index_of_leaf(max(end - 1, start))
        is_text = first < len(leaves) and leaves[first].start < max(end, start + 1)
        if not is_text or last >= len(leaves) or leaves[last].start >= max(end, start + 1):
            self._mark_whole(paragraph, opening, closing)
            return
        self._marker(leaves[first], max(start, leaves[first].start), opening, False)
        self._marker(leaves[last], min(max(end, start + 1), leaves[last].end), closing, True)

    def _marker(self, leaf: Leaf, offset: int, marker: bytes, is_end: bool) -> None:
        """Insert one marker at an offset inside a leaf or at one of its ends."""
        if leaf.run is None or _contains_paragraphs(leaf.run):
            element = leaf.element if leaf.run is None else leaf.run
            position = self.markup.outer(element)[is_end]
            self.markup.replace(position, position, marker)
            return
        markers = self._cuts(leaf.run).closing if is_end else self._cuts(leaf.run).opening
        markers[offset] = markers.get(offset, b"") + marker

    def _mark_whole(self, paragraph: WordParagraph, opening: bytes, closing: bytes) -> None:
        """Insert markers around the content of a paragraph that has no characters to mark."""
        element = paragraph.element
        properties = element.find(W + "pPr")
        if len(element) == (properties is not None):
            self.markup.insert_in(element, opening + closing, at_end=True)
            return
        begin = self.markup.inner(element)[0]
        if properties is not None:
            begin = self.markup.outer(properties)[1]
        self.markup.replace(begin, begin, opening)
        self.markup.insert_in(element, closing, at_end=True)

    def result(self) -> bytes:
        """The bytes of the part after all changes."""
        for run, cuts in self.cuts.items():
            is_ours = self.change(run) == AUTHOR
            writer = RunWriter(self.markup, run, self.leaves_of(run), cuts, is_ours)
            self.markup.replace(*self.markup.outer(run), writer.write(self.identifiers))
        return self.markup.result()

    @property
    def is_changed(self) -> bool:
        """True if there is something to write."""
        return bool(self.cuts) or self.markup.is_changed


def _contains_paragraphs(run: Element) -> bool:
    """True for a run with a text box, which is never split because its paragraphs are edited
    separately.
    """
    return next(run.iter(W + "p"), None) is not None
