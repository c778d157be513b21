"""Tables and numbers put into a draft: its markers and its earlier tables replaced, all else as
it was.
"""

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
from ieeelint.report.writers.word.keeping import bookmark_name, kept_marks
from ieeelint.report.writers.word.layout import PAGE, lay_out
from ieeelint.report.writers.word.numbering import TableNumbers
from ieeelint.report.writers.word.numbers import NumberFiller
from ieeelint.report.writers.word.places import MARKER, Place, Places, own_text
from ieeelint.report.writers.word.sections import (
    break_paragraph,
    continued,
    measures,
    verbatim,
)
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
    ``ieeelint:tab:cost``; the table that comes in its place is found by this tag the next time.
    A number is put into content controls with the tag ``ieeelint:KEY`` and in place of
    ``[[ieeelint:KEY]]`` in the text, where there are any.  With ``kind`` "compsoc" tables are
    numbered in Arabic where the draft's style does not number them.  Tables without a marker are
    left out where they are ``optional``.  Nothing to change gives the same bytes.

    Raises ReportError: a draft that cannot be read, a table without a marker or with two, a table
    that is too wide.
    """
    labels: dict[str, Grid] = {}
    for grid in grids:
        if grid.label in labels:
            raise ReportError(f"two tables have the label {grid.label}", grid.provenance.path)
        labels[grid.label] = grid
    return filled(str(draft), None, labels, numbers, kind, optional)


def unfilled(draft: Path) -> list[str]:
    """The names of typed markers that a draft still holds, in order: ``[[ieeelint:tab:cots]]`` is
    one that no table had a use for.  Raises ReportError.
    """
    try:
        view = open_draft(str(draft))
    except ReadError as error:
        raise ReportError(error.message, error.path) from None
    paragraphs = (one for part in view.parts for one in part.root.iter(W + "p"))
    return [found for one in paragraphs for found in pattern(MARKER).findall(own_text(one))]


def filled(
    path: str,
    data: bytes | None,
    tables: Mapping[str, Grid],
    numbers: Sequence[Number] = (),
    kind: str = "",
    optional: bool = False,
) -> bytes:
    """The same for a draft whose bytes are given; ``tables`` are by the names of their markers."""
    try:
        view = open_draft(path, data)
        return Filler(view, tables, kind, optional).result(numbers)
    except (ReadError, PackageError) as error:
        raise ReportError(error.message, error.path) from None


class Filler:
    """Gathers what is to be put where in the document, then writes the package."""

    def __init__(
        self, view: WordView, tables: Mapping[str, Grid], kind: str, optional: bool = False
    ) -> None:
        self.view = view
        self.package = view.package
        self.tables = tables
        self.root = view.document.root
        self.markup = Markup(self.package.utf8(self.package.document), self.root)
        self.places = Places(self.root, self.package.path)
        self.splicer = Splicer(self.markup, self.root)
        self.identifiers = free_identifiers(view)
        self.kind = kind
        self.optional = optional
        self.sections: dict[Element, str] = {}  # properties that change
        self.styles: TableStyles
        self.numbers: TableNumbers

    def result(self, numbers: Sequence[Number]) -> bytes:
        """The bytes of the draft, filled."""
        parts: dict[str, bytes] = {}
        if self.tables:
            numbering = self.package.linked("numbering", self.package.document)
            lists = self.package.optional(numbering[0]) if numbering else None
            self.styles = styles_of(self.view.styles, lists)
            found = self.places.of(self.tables, optional=self.optional)
            self.numbers = TableNumbers(self.places, self.kind)
            for place in sorted(found, key=lambda place: self.places.order[place.element]):
                self.put(place, self.tables[place.name])
            for section, text in self.sections.items():
                self.splicer.replace(section, text)
            parts |= self.styles_part()
        filler = NumberFiller(numbers, self.tables.values())
        filler.fill(self.splicer, self.root, self.places.replaced)
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

    def put(self, place: Place, grid: Grid) -> None:
        """A table at its place, with a section of its own where it is wider than a column."""
        outer = self.places.section_after(place)
        column, page, count = measures(outer)
        if place.room:
            column = page = place.room
        elif not place.is_in_body:
            page = column  # a section cannot begin inside a content control of the author's
        layout = lay_out(grid, self.styles, column, page)
        writer = TableWriter(grid, self.styles, layout)
        replaced = [place.element, *place.rest]
        kept = kept_marks(self.markup, replaced, not self.styles.is_numbered)
        bookmark = self.bookmark(grid.label, "table")
        block = writer.block(self.numbers.next_for(place), self.numbers.is_arabic, bookmark, kept)
        needs_breaks = layout.span == PAGE and count > 1 and place.is_in_body and outer is not None
        own = place.section
        before, after = [], []
        if needs_breaks and not place.breaks:
            assert outer is not None
            first = self.bookmark(grid.label, "before")
            before.append(break_paragraph(self.properties(outer), first))
            one = continued(self.markup, outer, columns=False)
            after.append(break_paragraph(one, self.bookmark(grid.label, "after")))
            self.sections[outer] = continued(self.markup, outer, columns=True)
        elif place.breaks and not needs_breaks:
            for paragraph in place.breaks:
                self.remove_break(paragraph)
            old = self.places.own_section(place.breaks[0])
            if old is not None and outer is not None:
                self.sections[outer] = self.properties(old)
                self.sections.pop(old, None)
        if own is not None:
            after.append(break_paragraph(self.properties(own)))
            self.sections.pop(own, None)
        self.splicer.replace(place.element, *before, block, *after)
        for element in (*place.rest, *self.places.strays(place)):
            self.splicer.remove(element)
        for copy in place.copies:
            self.splicer.replace(copy, block)

    def remove_break(self, paragraph: Element) -> None:
        """Take a section break of an earlier run away; words that somebody has typed into it
        stay.
        """
        section = self.places.own_section(paragraph)
        if paragraph in self.places.replaced:
            return  # a marker has been typed into it: what comes in its place ends the section
        self.splicer.remove(
            section if section is not None and own_text(paragraph).strip() else paragraph
        )

    def bookmark(self, label: str, what: str) -> tuple[str, int]:
        """A bookmark of a table and its identifier, which stays the same from run to run."""
        name = bookmark_name(label, what)
        known = self.places.bookmarks.get(name, "")
        return name, int(known) if known.isdigit() else next(self.identifiers)

    def properties(self, section: Element) -> str:
        """What a section says by now."""
        return self.sections.get(section) or verbatim(self.markup, section)

    def styles_part(self) -> dict[str, bytes]:
        """The styles of the draft with those that its tables lack."""
        if not self.styles.added:
            return {}
        names = self.package.linked("styles", self.package.document)
        if not names or names[0] not in self.package.names:
            raise ReportError("has no styles; open it in Word and save it anew", self.package.path)
        raw = self.package.utf8(names[0])
        root = self.package.xml(names[0])
        markup = Markup(raw, root)
        splicer = Splicer(markup, root)
        splicer.append(root, *self.styles.added)
        return {names[0]: markup.result()}
