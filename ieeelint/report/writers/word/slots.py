"""Find the slots for tables in a draft: markers, content controls and tables of earlier runs."""

from __future__ import annotations

from dataclasses import dataclass, field

from ieeelint.ooxml.names import MC, WP, W, value, whole
from ieeelint.patterns import pattern
from ieeelint.report.records import ReportError
from ieeelint.report.writers.word.controls import PREFIX, tag_of
from ieeelint.report.writers.word.preserved_marks import bookmark_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

MARKER = r"\[\[\s*ieeelint:\s*([^\[\]\s]+)\s*\]\]"
HOLDERS = (W + "body", W + "tc", W + "txbxContent")  # of paragraphs and tables
MARKS = (W + "bookmarkStart", W + "bookmarkEnd")
THINGS = (W + "drawing", W + "pict", W + "object", MC + "AlternateContent")
UNREAD = (*THINGS, W + "del", W + "moveFrom")
CELL_MARGINS = 216  # twips on both sides of a cell, as Word has them
BOX_MARGINS = 288  # twips on both sides of a text box
EMU = 635  # English metric units per twip


@dataclass(slots=True)
class Slot:
    """The slot for the table ``name``: the ``element`` that the table replaces.

    ``rest`` has the elements after it that are deleted, and ``copies`` the same slot for older
    programs (``mc:Fallback``).  ``breaks`` are the section breaks before and after it that an
    earlier run inserted.  ``room`` is its width in twips in a cell or a text box.  ``section`` is
    the section that ends in the element.
    """

    name: str
    element: Element
    is_in_body: bool
    room: int = 0
    rest: list[Element] = field(default_factory=list)
    copies: list[Element] = field(default_factory=list)
    breaks: tuple[Element, ...] = ()
    section: Element | None = None


class Slots:
    """The slots of a document.  ``order`` is the position of every element."""

    def __init__(self, root: Element, path: str) -> None:
        self.root = root
        self.path = path
        self.parents = {child: parent for parent in root.iter() for child in parent}
        self.order = {element: position for position, element in enumerate(root.iter())}
        self.sections = [
            section
            for section in root.iter(W + "sectPr")
            if self.parents[section].tag != W + "sectPrChange"
        ]
        self.bookmarks = {
            mark.get(W + "name", ""): mark.get(W + "id", "")
            for mark in root.iter(W + "bookmarkStart")
        }
        self.slots: list[Slot] = []
        self.replaced: set[Element] = set()

    def find(self, names: Iterable[str], *, optional: bool = False) -> list[Slot]:
        """The slot of each table.

        Raises ReportError for a table with two slots and, if it is not ``optional``, for a table
        without a slot.
        """
        names_by_tag = {tag_of(name): name for name in names}
        tags: list[str] = []  # the markers of the draft
        slots: dict[str, Slot] = {}
        for tag, element in self._marked():
            tags.append(tag)
            if tag not in names_by_tag:
                continue
            slot = self._slot(names_by_tag[tag], element)
            if self._ancestor(element, (MC + "Fallback",)) is not None:
                if slot.name in slots:
                    slots[slot.name].copies.append(slot.element)
            elif slot.name in slots:
                raise ReportError(
                    f"table {slot.name} has two markers, but a table is printed once; delete one of"
                    f' the markers or controls "{tag}"',
                    self.path,
                )
            else:
                slots[slot.name] = slot
        for tag, name in names_by_tag.items():
            if name not in slots and not self._add_bookmarked(name, slots) and not optional:
                raise ReportError(_no_slot(tag, tags), self.path)
        self.slots = list(slots.values())
        self.replaced = {
            element for slot in self.slots for element in (slot.element, *slot.rest, *slot.copies)
        }
        self._refuse_nesting()
        return self.slots

    def _refuse_nesting(self) -> None:
        """Raises ReportError for a slot in another slot, because it would be deleted with it."""
        for slot in self.slots:
            for element in (slot.element, *slot.rest, *slot.copies):
                at = self.parents.get(element)
                while at is not None and at not in self.replaced:
                    at = self.parents.get(at)
                if at is not None:
                    raise ReportError(
                        f"the marker of table {slot.name} is inside another table; move it out of"
                        " that table",
                        self.path,
                    )

    def own_section(self, paragraph: Element) -> Element | None:
        """The properties of the section that ends with the paragraph."""
        return paragraph.find(f"{W}pPr/{W}sectPr")

    def section_after(self, slot: Slot) -> Element | None:
        """The section of the slot, without breaks of earlier runs; None for the default."""
        if slot.section is not None:
            return slot.section
        last = slot.breaks[1] if slot.breaks else [slot.element, *slot.rest][-1]
        position = max(self.order[element] for element in last.iter())
        return next((after for after in self.sections if self.order[after] > position), None)

    def strays(self, slot: Slot) -> list[Element]:
        """Ends of the bookmark around a table that Word moved out of the replaced elements."""
        name = bookmark_name(slot.name, "table")
        number = self.bookmarks.get(name)
        if number is None:
            return []
        inner = self.inside_replaced()
        marks = [
            mark for mark in self.root.iter() if mark.tag in MARKS and mark.get(W + "id") == number
        ]
        if any(mark.get(W + "name", name) != name for mark in marks):
            return []  # a bookmark of the author has the same identifier
        return [mark for mark in marks if mark not in inner]

    def inside_replaced(self) -> set[Element]:
        """All elements that are replaced or deleted."""
        return {inner for element in self.replaced for inner in element.iter()}

    def _marked(self) -> Iterator[tuple[str, Element]]:
        """The tags of tables, and the outermost controls and paragraphs that have them."""
        waiting = [self.root]
        while waiting:
            element = waiting.pop()
            if element.tag == W + "sdt":
                tag = value(element.find(W + "sdtPr"), "tag")
                if tag.startswith(PREFIX):
                    yield tag, element
                    continue
            elif element.tag == W + "p":
                for match in pattern(MARKER).finditer(own_text(element)):
                    yield tag_of(match.group(1)), element
            waiting += reversed(element)

    def _slot(self, name: str, element: Element, *, is_marker: bool = True) -> Slot:
        """The slot of a marker: its paragraph, or the control around paragraphs."""
        block = element
        around = self._ancestor(element, (W + "p", W + "tr", W + "tbl", *HOLDERS))
        if element.tag == W + "sdt" and around is not None and around.tag not in HOLDERS:
            if around.tag != W + "p":
                raise ReportError(
                    f'the control "{tag_of(name)}" is around a whole cell or row; put it around a'
                    " paragraph instead",
                    self.path,
                )
            block = around
        if block.tag == W + "p" and is_marker:
            self._refuse_other_content(block, element, tag_of(name))
        holder = self._ancestor(block, (W + "tc", W + "txbxContent"))
        slot = Slot(name, block, self.parents[block].tag == W + "body")
        if holder is not None:
            slot.room = self._room(holder)
        if block.tag == W + "p":
            slot.section = self.own_section(block)
        slot.breaks = self._breaks(block, block, name)
        return slot

    def _add_bookmarked(self, name: str, slots: dict[str, Slot]) -> bool:
        """Find a table by the bookmark around it, if a program removed its content control."""
        mark = bookmark_name(name, "table")
        number = self.bookmarks.get(mark)
        ends = []
        for tag, attribute, expected in (
            ("bookmarkStart", "name", mark),
            ("bookmarkEnd", "id", number),
        ):
            elements = self.root.iter(W + tag)
            matching = (element for element in elements if element.get(W + attribute) == expected)
            end = next(matching, None) if number is not None else None
            if end is None:
                return False
            paragraph = self._ancestor(end, (W + "p",))
            ends.append(end if paragraph is None else paragraph)
        first, last = ends
        siblings = list(self.parents[first])
        between = (
            siblings[siblings.index(first) : siblings.index(last) + 1] if last in siblings else []
        )
        if first.tag != W + "p" or sum(element.tag == W + "tbl" for element in between) != 1:
            return False
        slot = self._slot(name, first, is_marker=False)
        slot.rest = between[1:]
        slot.breaks = self._breaks(first, last, name)
        slots[name] = slot
        return True

    def _refuse_other_content(self, paragraph: Element, element: Element, tag: str) -> None:
        """Raises ReportError if the paragraph of a marker has other content: it would be lost."""
        text = own_text(paragraph).strip()
        has_marker_only = (
            pattern(MARKER).fullmatch(text)
            if element is paragraph
            else text == own_text(element).strip()
        )
        if not has_marker_only:
            raise ReportError(
                f'the paragraph of the marker "{tag}" has other text ("{text[:60]}"); move the'
                " marker to a separate paragraph",
                self.path,
            )
        if any(next(paragraph.iter(thing), None) is not None for thing in THINGS):
            raise ReportError(
                f'the paragraph of the marker "{tag}" has a picture or a text box, which would be'
                " lost; move the marker to a separate paragraph",
                self.path,
            )

    def _room(self, holder: Element) -> int:
        """The width inside a cell or a text box, in twips; 0 if it is unknown."""
        if holder.tag == W + "tc":
            width = holder.find(f"{W}tcPr/{W}tcW")
            text = (
                ""
                if width is None or width.get(W + "type", "dxa") != "dxa"
                else width.get(W + "w", "")
            )
            return max(whole(text) - CELL_MARGINS, 0)
        drawing = self._ancestor(holder, (W + "drawing",))
        extent = None if drawing is None else next(drawing.iter(WP + "extent"), None)
        text = "" if extent is None else extent.get("cx", "")
        return max(whole(text) // EMU - BOX_MARGINS, 0)

    def _breaks(self, first: Element, last: Element, name: str) -> tuple[Element, ...]:
        """The paragraphs before and after a table that have the bookmarks of its section breaks."""
        siblings = list(self.parents[first])
        breaks = []
        for step, end, what in ((-1, first, "before"), (1, last, "after")):
            at = siblings.index(end) + step
            while 0 <= at < len(siblings) and siblings[at].tag != W + "p":
                at += step
            paragraph = siblings[at] if 0 <= at < len(siblings) else None
            if paragraph is not None and self.own_section(paragraph) is not None:
                marks = paragraph.iter(W + "bookmarkStart")
                if any(mark.get(W + "name") == bookmark_name(name, what) for mark in marks):
                    breaks.append(paragraph)
        return tuple(breaks) if len(breaks) == 2 else ()

    def _ancestor(self, element: Element, tags: tuple[str, ...]) -> Element | None:
        """The nearest ancestor with one of these tags."""
        at = self.parents.get(element)
        while at is not None and at.tag not in tags:
            at = self.parents.get(at)
        return at


def own_text(element: Element) -> str:
    """The text of a paragraph or a control, without text boxes and deleted text."""
    texts: list[str] = []
    waiting = [element]
    while waiting:
        at = waiting.pop()
        if at.tag == W + "t":
            texts.append(at.text or "")
        waiting += [child for child in reversed(at) if child.tag not in UNREAD]
    return "".join(texts)


def _no_slot(tag: str, tags: list[str]) -> str:
    """The message for a table without a slot."""
    markers = [marker for marker in dict.fromkeys(tags) if "/" not in marker]
    others = f"only {', '.join(markers[:8])}" if markers else "and no other markers"
    return (
        f"the draft has no marker for {tag.removeprefix(PREFIX)}, {others}. Type [[{tag}]] as a"
        " separate paragraph where you want the table"
    )
