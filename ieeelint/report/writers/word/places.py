"""Where a draft wants its tables: markers, content controls, tables put in before."""

from __future__ import annotations

from dataclasses import dataclass, field

from ieeelint.ooxml.names import MC, WP, W, value
from ieeelint.patterns import pattern
from ieeelint.report.records import ReportError
from ieeelint.report.writers.word.controls import PREFIX, tag_of
from ieeelint.report.writers.word.keeping import bookmark_name

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
BOX_MARGINS = 288  # and of a text box
EMU = 635  # to a twip


@dataclass(slots=True)
class Place:
    """A place for the table ``name``: the ``element`` that it replaces.

    ``rest`` is what follows it and goes, too; ``copies`` are the same place as older programs see
    it (``mc:Fallback``); ``breaks`` the section breaks before and after that an earlier run has
    put in; ``room`` the width in twips where a cell or a text box holds it; ``section`` the
    section that ends in the element.
    """

    name: str
    element: Element
    is_in_body: bool
    room: int = 0
    rest: list[Element] = field(default_factory=list)
    copies: list[Element] = field(default_factory=list)
    breaks: tuple[Element, ...] = ()
    section: Element | None = None


class Places:
    """The places of a document.  ``order`` is the position of every element."""

    def __init__(self, root: Element, path: str) -> None:
        self.root = root
        self.path = path
        self.parents = {child: one for one in root.iter() for child in one}
        self.order = {element: position for position, element in enumerate(root.iter())}
        self.sections = [
            one for one in root.iter(W + "sectPr") if self.parents[one].tag != W + "sectPrChange"
        ]
        self.bookmarks = {
            one.get(W + "name", ""): one.get(W + "id", "") for one in root.iter(W + "bookmarkStart")
        }
        self.found: list[Place] = []
        self.replaced: set[Element] = set()  # in whose place something new comes

    def of(self, names: Iterable[str], *, optional: bool = False) -> list[Place]:
        """The place of each table; one without a place is left out where that is ``optional``.

        Raises ReportError for one without a place, or with two.
        """
        wanted = {tag_of(name): name for name in names}
        there: list[str] = []  # the markers of the draft
        places: dict[str, Place] = {}
        for tag, element in self._marked():
            there.append(tag)
            if tag not in wanted:
                continue
            place = self._place(wanted[tag], element)
            if self._ancestor(element, (MC + "Fallback",)) is not None:
                if place.name in places:
                    places[place.name].copies.append(place.element)
            elif place.name in places:
                raise ReportError(
                    f"there are two places for table {place.name}: a table stands once; delete one"
                    " of the "
                    f'markers or controls "{tag}"',
                    self.path,
                )
            else:
                places[place.name] = place
        for tag, name in wanted.items():
            if name not in places and not self._bookmarked(name, places) and not optional:
                raise ReportError(_no_place(tag, there), self.path)
        self.found = list(places.values())
        self.replaced = {
            one for place in self.found for one in (place.element, *place.rest, *place.copies)
        }
        self._refuse_nesting()
        return self.found

    def _refuse_nesting(self) -> None:
        """A place within another one would be lost with it."""
        for place in self.found:
            for element in (place.element, *place.rest, *place.copies):
                at = self.parents.get(element)
                while at is not None and at not in self.replaced:
                    at = self.parents.get(at)
                if at is not None:
                    raise ReportError(
                        f"the place for table {place.name} is inside that of another table: move"
                        " it out",
                        self.path,
                    )

    def own_section(self, paragraph: Element) -> Element | None:
        """The properties of the section that ends with the paragraph."""
        return paragraph.find(f"{W}pPr/{W}sectPr")

    def section_after(self, place: Place) -> Element | None:
        """The section that the place is in, breaks of earlier runs left out; None where none is
        said.
        """
        if place.section is not None:
            return place.section
        last = place.breaks[1] if place.breaks else [place.element, *place.rest][-1]
        position = max(self.order[one] for one in last.iter())
        return next((one for one in self.sections if self.order[one] > position), None)

    def strays(self, place: Place) -> list[Element]:
        """Ends of the bookmark around a table that Word has moved out of what is replaced."""
        name = bookmark_name(place.name, "table")
        number = self.bookmarks.get(name)
        if number is None:
            return []
        inner = self.inside_replaced()
        marks = [
            one for one in self.root.iter() if one.tag in MARKS and one.get(W + "id") == number
        ]
        if any(one.get(W + "name", name) != name for one in marks):
            return []  # a bookmark of the author's bears the same identifier
        return [one for one in marks if one not in inner]

    def inside_replaced(self) -> set[Element]:
        """All elements that go."""
        return {one for element in self.replaced for one in element.iter()}

    def _marked(self) -> Iterator[tuple[str, Element]]:
        """Tags of tables, and the controls and paragraphs that bear them, the outermost ones."""
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

    def _place(self, name: str, element: Element, *, is_marker: bool = True) -> Place:
        """What is replaced for a marker: its paragraph, or the control around paragraphs."""
        block = element
        around = self._ancestor(element, (W + "p", W + "tr", W + "tbl", *HOLDERS))
        if element.tag == W + "sdt" and around is not None and around.tag not in HOLDERS:
            if around.tag != W + "p":
                raise ReportError(
                    f'the control "{tag_of(name)}" holds a whole cell or row: put it around a'
                    " paragraph",
                    self.path,
                )
            block = around
        if block.tag == W + "p" and is_marker:
            self._refuse_company(block, element, tag_of(name))
        holder = self._ancestor(block, (W + "tc", W + "txbxContent"))
        place = Place(name, block, self.parents[block].tag == W + "body")
        if holder is not None:
            place.room = self._room(holder)
        if block.tag == W + "p":
            place.section = self.own_section(block)
        place.breaks = self._breaks(block, block, name)
        return place

    def _bookmarked(self, name: str, places: dict[str, Place]) -> bool:
        """Find a table by the bookmark around it, where a program has dropped its control."""
        mark = bookmark_name(name, "table")
        number = self.bookmarks.get(mark)
        ends = []
        for tag, attribute, wanted in (
            ("bookmarkStart", "name", mark),
            ("bookmarkEnd", "id", number),
        ):
            found = (one for one in self.root.iter(W + tag) if one.get(W + attribute) == wanted)
            one = next(found, None) if number is not None else None
            if one is not None and self._ancestor(one, (W + "p",)) is not None:
                one = self._ancestor(one, (W + "p",))
            if one is None:
                return False
            ends.append(one)
        first, last = ends
        siblings = list(self.parents[first])
        between = (
            siblings[siblings.index(first) : siblings.index(last) + 1] if last in siblings else []
        )
        if first.tag != W + "p" or sum(one.tag == W + "tbl" for one in between) != 1:
            return False
        place = self._place(name, first, is_marker=False)
        place.rest = between[1:]
        place.breaks = self._breaks(first, last, name)
        places[name] = place
        return True

    def _refuse_company(self, paragraph: Element, element: Element, tag: str) -> None:
        """A marker must stand alone in its paragraph: what else stands there would be lost."""
        text = own_text(paragraph).strip()
        alone = (
            pattern(MARKER).fullmatch(text)
            if element is paragraph
            else text == own_text(element).strip()
        )
        if not alone:
            raise ReportError(
                f'the marker of "{tag}" stands among other words ("{text[:60]}"): give it a'
                " paragraph of its own",
                self.path,
            )
        if any(next(paragraph.iter(thing), None) is not None for thing in THINGS):
            raise ReportError(
                f'a picture or a text box hangs on the paragraph of the marker "{tag}" and would be'
                " lost: give the marker a paragraph of its own",
                self.path,
            )

    def _room(self, holder: Element) -> int:
        """The width inside a cell or a text box, in twips; 0 where it cannot be told."""
        if holder.tag == W + "tc":
            width = holder.find(f"{W}tcPr/{W}tcW")
            text = (
                ""
                if width is None or width.get(W + "type", "dxa") != "dxa"
                else width.get(W + "w", "")
            )
            return max(int(text) - CELL_MARGINS, 0) if text.isdigit() else 0
        drawing = self._ancestor(holder, (W + "drawing",))
        extent = None if drawing is None else next(drawing.iter(WP + "extent"), None)
        text = "" if extent is None else extent.get("cx", "")
        return max(int(text) // EMU - BOX_MARGINS, 0) if text.isdigit() else 0

    def _breaks(self, first: Element, last: Element, name: str) -> tuple[Element, ...]:
        """The paragraphs beside a table that bear the bookmarks of its section breaks."""
        siblings = list(self.parents[first])
        found = []
        for step, beside, what in ((-1, first, "before"), (1, last, "after")):
            near = siblings.index(beside) + step
            while 0 <= near < len(siblings) and siblings[near].tag != W + "p":
                near += step
            paragraph = siblings[near] if 0 <= near < len(siblings) else None
            if paragraph is not None and self.own_section(paragraph) is not None:
                marks = paragraph.iter(W + "bookmarkStart")
                if any(mark.get(W + "name") == bookmark_name(name, what) for mark in marks):
                    found.append(paragraph)
        return tuple(found) if len(found) == 2 else ()

    def _ancestor(self, element: Element, tags: tuple[str, ...]) -> Element | None:
        """The nearest element around it of one of these tags."""
        at = self.parents.get(element)
        while at is not None and at.tag not in tags:
            at = self.parents.get(at)
        return at


def own_text(element: Element) -> str:
    """The characters of a paragraph or of a control, without what hangs on it or was deleted."""
    found: list[str] = []
    waiting = [element]
    while waiting:
        at = waiting.pop()
        if at.tag == W + "t":
            found.append(at.text or "")
        waiting += [child for child in reversed(at) if child.tag not in UNREAD]
    return "".join(found)


def _no_place(tag: str, there: list[str]) -> str:
    """What to say of a table that the draft has no place for."""
    marker = f"[[{tag}]]"
    names = [one for one in dict.fromkeys(there) if "/" not in one]
    others = f"; it has {', '.join(names[:8])}" if names else "; it has no markers at all"
    return (
        f"the draft has no place for {tag.removeprefix(PREFIX)}{others}. Type {marker} into a"
        " paragraph of its own where the table is to stand"
    )
