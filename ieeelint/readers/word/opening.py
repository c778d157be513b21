"""Opens a Word file as a view: reads all parts, counts the numbers, measures the sections."""

from __future__ import annotations

from ieeelint.ooxml.errors import PackageError
from ieeelint.ooxml.names import A, W, points, value, whole
from ieeelint.ooxml.numbering import Numbering
from ieeelint.ooxml.package import Package, open_package
from ieeelint.ooxml.styles import Styles
from ieeelint.readers.errors import ReadError
from ieeelint.readers.word.characters import PartReader
from ieeelint.views.word import Section, WordParagraph, WordView

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Other parts with text, by the kind of their link from the document.
FURTHER = ("footnotes", "endnotes", "header", "footer")


def open_draft(path: str, data: bytes | None = None) -> WordView:
    """The Word document at ``path``; ``data`` replaces the content of the file.

    Raises :class:`~ieeelint.readers.errors.ReadError` when it cannot be read; damaged parts that
    the paper can do without are in ``package.problems``.
    """
    try:
        return _view(open_package(path, data))
    except PackageError as error:
        raise ReadError(error.path, error.message) from error


def _view(package: Package) -> WordView:
    """The view of an open package.  Raises PackageError or ReadError."""
    root = package.xml(package.document)
    if root.tag != W + "document":
        raise ReadError(
            package.path, "is an Office file but not a Word document; give a .docx file"
        )
    styles = Styles(_linked_root(package, "styles"), _theme_fonts(package))
    view = WordView(package, styles)
    PartReader(view, package.document, root).read()
    for kind in FURTHER:
        for name in dict.fromkeys(package.linked(kind, package.document)):
            further = package.optional(name)
            if further is not None:
                PartReader(view, name, further).read()
    numbering = Numbering(_linked_root(package, "numbering"))
    for part in view.parts:
        for paragraph in part.paragraphs:
            _number(paragraph, numbering)
    _measure_sections(view)
    return view


def _linked_root(package: Package, kind: str) -> Element | None:
    """The root of the part that the document links to with a link of this kind."""
    names = package.linked(kind, package.document)
    return package.optional(names[0]) if names else None


def _theme_fonts(package: Package) -> dict[str, str]:
    """The Latin fonts by the names that the theme gives them."""
    theme = _linked_root(package, "theme")
    fonts: dict[str, str] = {}
    for prefix in ("major", "minor"):
        latin = None if theme is None else theme.find(f".//{A}{prefix}Font/{A}latin")
        if latin is not None and latin.get("typeface"):
            for script in ("Ascii", "HAnsi"):
                fonts[prefix + script] = latin.get("typeface", "")
    return fonts


def _number(paragraph: WordParagraph, numbering: Numbering) -> None:
    """Count the paragraph if it belongs to a list."""
    place = paragraph.look.numbering
    if place is None:
        return
    number, depth = place
    of_style = numbering.of_style.get(paragraph.style.identifier)
    if of_style is not None and of_style[0] == number and not _names_level(paragraph):
        depth = of_style[1]  # the list assigns a level to the style
    paragraph.printed = numbering.advance(number, depth).strip()
    paragraph.is_bullet = numbering.is_bullet(number, depth)


def _names_level(paragraph: WordParagraph) -> bool:
    """True when the paragraph itself sets its level in the list."""
    return paragraph.element.find(f"{W}pPr/{W}numPr/{W}ilvl") is not None


def _measure_sections(view: WordView) -> None:
    """Measure the sections; a paragraph's ``sectPr`` ends one, that of the body is the last."""
    first = 1
    for paragraph in view.paragraphs:
        paragraph.section = len(view.sections)
        properties = paragraph.element.find(f"{W}pPr/{W}sectPr")
        if properties is not None and paragraph.container == "body":
            view.sections.append(_section(properties, first, paragraph.number))
            first = paragraph.number + 1
    body = view.document.root.find(W + "body")
    last = None if body is None else body.find(W + "sectPr")
    if last is not None:
        view.sections.append(_section(last, first, len(view.paragraphs)))


def _section(properties: Element, first: int, last: int) -> Section:
    """The measures of one section."""
    section = Section()
    section.first, section.last = first, last
    section.kind = value(properties, "type") or "nextPage"
    size, margins = properties.find(W + "pgSz"), properties.find(W + "pgMar")
    columns = properties.find(W + "cols")
    if size is not None:
        section.width = points(size.get(W + "w")) or 0.0
        section.height = points(size.get(W + "h")) or 0.0
    if margins is not None:
        for side in ("top", "bottom", "left", "right"):
            setattr(section, side, points(margins.get(W + side)) or 0.0)
    if columns is not None:
        count = columns.get(W + "num", "1")
        section.columns = whole(count, 1)
        section.gap = points(columns.get(W + "space"), 20.0) or 0.0
    return section
