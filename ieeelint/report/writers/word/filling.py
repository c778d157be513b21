"""Put tables and numbers into a Word draft; everything else stays byte for byte the same."""

from __future__ import annotations

from ieeelint.fixes.word.editing import free_identifiers
from ieeelint.ooxml.archive import rebuilt
from ieeelint.ooxml.errors import PackageError
from ieeelint.ooxml.markup import Markup
from ieeelint.ooxml.names import W
from ieeelint.patterns import pattern
from ieeelint.readers import ReadError
from ieeelint.readers.word.opening import open_draft
from ieeelint.report.records import ReportError
from ieeelint.report.writers.word.controls import PREFIX
from ieeelint.report.writers.word.layout import PAGE, lay_out
from ieeelint.report.writers.word.numbering import TableNumbers
from ieeelint.report.writers.word.numbers import NumberFiller
from ieeelint.report.writers.word.preserved_marks import bookmark_name, preserved_marks
from ieeelint.report.writers.word.sections import (
    break_paragraph,
    continued,
    measures,
    verbatim,
)
from ieeelint.report.writers.word.slots import MARKER, Slot, Slots, own_text
from ieeelint.report.writers.word.splicing import Splicer
from ieeelint.report.writers.word.styles import TableStyles, styles_of
from ieeelint.report.writers.word.table import TableWriter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from ieeelint.report.built import Number
    from ieeelint.report.grid import Grid
    from ieeelint.views.word import WordView


def fill(
    draft: Path,
    grids: Sequence[Grid],
    numbers: Sequence[Number] = (),
    *,
    kind: str = "",
    optional: bool = False,
) -> bytes:
    """The draft with each table at its marker and each number in its content controls.

    A marker is a paragraph ``[[ieeelint:tab:cost]]``, or a content control with the tag
    ``ieeelint:tab:cost``.  The table that replaces it has this tag, so the next run finds it.
    A number replaces the content of all controls with the tag ``ieeelint:KEY`` and all text
    ``[[ieeelint:KEY]]``.  If the style of the draft does not number tables, the ``kind`` "compsoc"
    has Arabic numbers, others Roman.  With ``optional``, tables without a marker are left out.
    A draft that is up to date keeps its bytes.

    Raises ReportError for a draft that cannot be read, for a table without a marker or with two
    markers, and for a table that is too wide.
    """
    labels: dict[str, Grid] = {}
    for grid in grids:
        if grid.label in labels:
            raise ReportError(f"two tables have the label {grid.label}", grid.provenance.path)
        labels[grid.label] = grid
    return filled(str(draft), None, labels, numbers, kind, optional)


def unfilled(draft: Path) -> list[str]:
    """The names of the typed markers in a draft, in order: "tab:cots" for
    ``[[ieeelint:tab:cots]]``.  Raises ReportError.
    """
    return [
        name
        for part in _opened(draft).parts
        for paragraph in part.root.iter(W + "p")
        for name in pattern(MARKER).findall(own_text(paragraph))
    ]


def unplaced(draft: Path, tables: Sequence[str]) -> list[str]:
    """The labels of ``tables`` that have no marker in a draft, in order.  Raises ReportError."""
    view = _opened(draft)
    slots = Slots(view.document.root, view.package.path).find(tables, optional=True)
    placed = {slot.name for slot in slots}
    return [label for label in tables if label not in placed]


def has_markers(draft: Path) -> bool:
    """True if a draft has a typed marker or one of our content controls.  Raises ReportError."""
    return bool(unfilled(draft)) or any(
        (tag.get(W + "val") or "").startswith(PREFIX)
        for part in _opened(draft).parts
        for tag in part.root.iter(W + "tag")
    )


def _opened(draft: Path) -> WordView:
    try:
        return open_draft(str(draft))
    except ReadError as error:
        raise ReportError(error.message, error.path) from None


def filled(
    path: str,
    data: bytes | None,
    tables: Mapping[str, Grid],
    numbers: Sequence[Number] = (),
    kind: str = "",
    optional: bool = False,
) -> bytes:
    """Like :func:`fill`, for a draft with these bytes; ``tables`` are by the names of markers."""
    try:
        view = open_draft(path, data)
        return Filler(view, tables, kind, optional).result(numbers)
    except (ReadError, PackageError) as error:
        raise ReportError(error.message, error.path) from None


class Filler:
    """Collects the changes of a draft, then writes the package."""

    def __init__(
        self, view: WordView, tables: Mapping[str, Grid], kind: str, optional: bool = False
    ) -> None:
        self.view = view
        self.package = view.package
        self.tables = tables
        self.root = view.document.root
        self.markup = Markup(self.package.utf8(self.package.document), self.root)
        self.slots = Slots(self.root, self.package.path)
        self.splicer = Splicer(self.markup, self.root)
        self.identifiers = free_identifiers(view)
        self.kind = kind
        self.optional = optional
        self.sections: dict[Element, str] = {}  # new properties of sections
        self.styles: TableStyles
        self.numbers: TableNumbers

    def result(self, numbers: Sequence[Number]) -> bytes:
        """The bytes of the draft, filled."""
        parts: dict[str, bytes] = {}
        if self.tables:
            numbering = self.package.linked("numbering", self.package.document)
            lists = self.package.optional(numbering[0]) if numbering else None
            self.styles = styles_of(self.view.styles, lists)
            slots = self.slots.find(self.tables, optional=self.optional)
            self.numbers = TableNumbers(self.slots, self.kind)
            for slot in sorted(slots, key=lambda slot: self.slots.order[slot.element]):
                self.put(slot, self.tables[slot.name])
            for section, text in self.sections.items():
                self.splicer.replace(section, text)
            parts |= self.styles_part()
        filler = NumberFiller(numbers, self.tables.values())
        filler.fill(self.splicer, self.root, self.slots.replaced)
        if self.markup.is_changed:
            parts[self.package.document] = self.markup.result()
        for part in self.view.parts[1:] if filler.texts else ():
            markup = Markup(self.package.utf8(part.name), part.root)
            filler.fill(Splicer(markup, part.root), part.root, set())
            if markup.is_changed:
                parts[part.name] = markup.result()
        changed = {
            name: content for name, content in parts.items() if content != self.package.utf8(name)
        }
        return rebuilt(self.package, changed) if changed else self.untouched()

    def untouched(self) -> bytes:
        """The draft as it was read."""
        stream = self.package.archive.fp
        assert stream is not None
        stream.seek(0)
        return stream.read()

    def put(self, slot: Slot, grid: Grid) -> None:
        """Put a table into its slot, in a separate section if it is wider than a column."""
        outer = self.slots.section_after(slot)
        column, page, count = measures(outer)
        if slot.room:
            column = page = slot.room
        elif not slot.is_in_body:
            page = column  # a section cannot start in a content control of the author
        layout = lay_out(grid, self.styles, column, page)
        writer = TableWriter(grid, self.styles, layout)
        replaced = [slot.element, *slot.rest]
        marks = preserved_marks(self.markup, replaced, not self.styles.is_numbered)
        bookmark = self.bookmark(grid.label, "table")
        block = writer.block(self.numbers.next_for(slot), self.numbers.is_arabic, bookmark, marks)
        needs_breaks = layout.span == PAGE and count > 1 and slot.is_in_body and outer is not None
        before, after = [], []
        if needs_breaks and not slot.breaks:
            assert outer is not None
            first = self.bookmark(grid.label, "before")
            before.append(break_paragraph(self.properties(outer), first))
            one_column = continued(self.markup, outer, columns=False)
            after.append(break_paragraph(one_column, self.bookmark(grid.label, "after")))
            self.sections[outer] = continued(self.markup, outer, columns=True)
        elif slot.breaks and not needs_breaks:
            for paragraph in slot.breaks:
                self.remove_break(paragraph)
            old = self.slots.own_section(slot.breaks[0])
            if old is not None and outer is not None:
                self.sections[outer] = self.properties(old)
                self.sections.pop(old, None)
        if slot.section is not None:
            after.append(break_paragraph(self.properties(slot.section)))
            self.sections.pop(slot.section, None)
        self.splicer.replace(slot.element, *before, block, *after)
        for element in (*slot.rest, *self.slots.strays(slot)):
            self.splicer.remove(element)
        for copy in slot.copies:
            self.splicer.replace(copy, block)

    def remove_break(self, paragraph: Element) -> None:
        """Delete a section break of an earlier run, but keep text that the author typed into it."""
        section = self.slots.own_section(paragraph)
        if paragraph in self.slots.replaced:
            return  # the author typed a marker into it: the new table ends the section
        self.splicer.remove(
            section if section is not None and own_text(paragraph).strip() else paragraph
        )

    def bookmark(self, label: str, what: str) -> tuple[str, int]:
        """A bookmark of a table and its identifier, which is the same in every run."""
        name = bookmark_name(label, what)
        identifier = self.slots.bookmarks.get(name, "")
        return name, int(identifier) if identifier.isdecimal() else next(self.identifiers)

    def properties(self, section: Element) -> str:
        """The current properties of a section."""
        return self.sections.get(section) or verbatim(self.markup, section)

    def styles_part(self) -> dict[str, bytes]:
        """The styles of the draft, with the missing styles of tables."""
        if not self.styles.added:
            return {}
        names = self.package.linked("styles", self.package.document)
        if not names or names[0] not in self.package.names:
            raise ReportError("has no styles; open it in Word and save it again", self.package.path)
        raw = self.package.utf8(names[0])
        root = self.package.xml(names[0])
        markup = Markup(raw, root)
        splicer = Splicer(markup, root)
        splicer.append(root, *self.styles.added)
        return {names[0]: markup.result()}
