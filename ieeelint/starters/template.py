"""An empty Word document with the page, styles and lists of IEEE's conference template."""

from __future__ import annotations

import io
import os
from copy import deepcopy
from functools import lru_cache
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING, WD_PARAGRAPH_ALIGNMENT, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from ieeelint.resources import templates

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from docx.document import Document as WordDocument
    from docx.styles.style import ParagraphStyle

FIRST_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest a zip archive can name
WORD_2013 = "15"  # an older mode makes Word show "Compatibility Mode" and hide features
KEPT_STYLES = ("Normal", "Default Paragraph Font", "Normal Table", "No List", "Table Grid")
BUILT_IN = ("Title", "Body Text", "footnote text", "footnote reference")
KEPT_PARTS = ("styles", "numbering", "settings", "theme")
ALIGN = {
    "left": WD_PARAGRAPH_ALIGNMENT.LEFT,
    "center": WD_PARAGRAPH_ALIGNMENT.CENTER,
    "right": WD_PARAGRAPH_ALIGNMENT.RIGHT,
    "both": WD_PARAGRAPH_ALIGNMENT.JUSTIFY,
}
# What follows the border and the frame of a paragraph in the schema.
AFTER_BORDER = (
    "w:shd",
    "w:tabs",
    "w:spacing",
    "w:ind",
    "w:jc",
    "w:outlineLvl",
    "w:rPr",
    "w:sectPr",
)
AFTER_FRAME = ("w:widowControl", "w:numPr", "w:pBdr", *AFTER_BORDER)
TABS = {"center": WD_TAB_ALIGNMENT.CENTER, "right": WD_TAB_ALIGNMENT.RIGHT}


def new_document(paper: str = "letter", kind: str = "conference") -> WordDocument:
    """An empty document; ``paper`` is ``letter`` or ``a4``, ``kind`` conference or journal."""
    document = Document(io.BytesIO(_base(paper, kind)))
    lay_page(document, document.sections[0], paper)
    return document


def saved(document: WordDocument) -> bytes:
    """The ``.docx`` file of a document; the same document gives the same bytes."""
    stream = io.BytesIO()
    document.save(stream)
    result = io.BytesIO()
    with ZipFile(stream) as written, ZipFile(result, "w") as archive:
        for name in written.namelist():  # python-docx stamps each with the time of day
            archive.writestr(ZipInfo(name, FIRST_DATE), written.read(name), ZIP_DEFLATED)
    return result.getvalue()


def lay_page(document: WordDocument, section: Any, paper: str) -> None:
    """Give a section the size and margins of the template."""
    page = look()["page"]
    width, height = page["papers"][paper]
    section.page_width, section.page_height = Pt(width), Pt(height)
    section.top_margin, section.bottom_margin = Pt(page["top"]), Pt(page["bottom"])
    section.left_margin = section.right_margin = Pt(page["sides"])


def child(parent: Any, name: str, **values: object) -> Any:
    """Append a new child to an element, with attributes of the same prefix.

    For content that python-docx has no interface for.
    """
    element = OxmlElement(name)
    prefix = name.partition(":")[0]
    for key, value in values.items():
        element.set(qn(f"{prefix}:{key}"), str(value))
    parent.append(element)
    return element


@lru_cache(maxsize=1)
def look() -> dict[str, Any]:
    """The content of ``template.toml``."""
    import tomllib

    with open(os.path.join(templates(), "word", "template.toml"), "rb") as file:
        return tomllib.load(file)


def style_name(name: str, kind: str) -> str:
    """The name that a style of the conference template, in any case, has in this template."""
    others: dict[str, str] = look()["names"].get(kind, {})
    lowered = name.lower()
    return next((other for own, other in others.items() if own.lower() == lowered), name)


@lru_cache(maxsize=4)
def _base(paper: str, kind: str) -> bytes:
    """The empty document as a file, built once for each paper size and kind.

    The default template of python-docx has 160 other styles, which take time to remove.
    """
    document = Document()
    _drop_parts(document)
    _set_properties(document)
    _set_defaults(document)
    for style in list(document.styles):
        if style.name not in KEPT_STYLES:
            style.delete()
    _add_styles(document, paper, kind)
    _add_lists(document, kind)
    return saved(document)


def _drop_parts(document: WordDocument) -> None:
    """Remove the parts of the default template that describe another document."""
    for key, link in list(document.part.rels.items()):
        if link.reltype.rpartition("/")[2] not in KEPT_PARTS:
            del document.part.rels[key]
    package = document.part.package
    assert package is not None
    for key, link in list(package.rels.items()):
        if link.reltype not in (
            RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
            RELATIONSHIP_TYPE.CORE_PROPERTIES,
        ):
            del package.rels[key]


def _set_properties(document: WordDocument) -> None:
    """Remove author, dates and history, and set the compatibility mode."""
    properties = document.core_properties
    properties.author = properties.comments = ""
    properties.language = "en-US"
    for name in ("dcterms:created", "dcterms:modified"):
        for element in properties._element.findall(qn(name)):
            properties._element.remove(element)
    settings = document.settings.element
    for name in ("proofState", "savePreviewPicture", "rsids", "shapeDefaults"):
        for element in settings.findall(qn(f"w:{name}")):
            settings.remove(element)
    for element in list(settings):
        if element.tag.endswith(("}docId", "}defaultImageDpi")):
            settings.remove(element)
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    settings.find(qn("w:themeFontLang")).attrib.pop(qn("w:eastAsia"), None)
    compatibility = settings.find(qn("w:compat"))
    compatibility.remove(compatibility.find(qn("w:useFELayout")))
    for element in compatibility.iter(qn("w:compatSetting")):
        if element.get(qn("w:name")) == "compatibilityMode":
            element.set(qn("w:val"), WORD_2013)


def _set_defaults(document: WordDocument) -> None:
    """Set the font, size, alignment and cell margins of all text."""
    text = look()["text"]
    styles = document.styles
    defaults = styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for element in list(properties):
        properties.remove(element)
    fonts = dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), text["font"])
    child(properties, "w:rFonts", **fonts)
    child(properties, "w:sz", val=round(text["size"] * 2))
    child(properties, "w:szCs", val=round(text["size"] * 2))
    child(properties, "w:lang", val="en-US")
    paragraphs = defaults.find(qn("w:pPrDefault"))
    for element in list(paragraphs):
        paragraphs.remove(element)
    styles["Normal"].paragraph_format.alignment = ALIGN[text["align"]]
    margins = styles["Normal Table"].element.find(f".//{qn('w:tblCellMar')}")
    for side in ("left", "right"):
        margins.find(qn(f"w:{side}")).set(qn("w:w"), "58")
    body = document.sections[0]._sectPr
    body.attrib.clear()
    body.remove(body.find(qn("w:docGrid")))


def _add_styles(document: WordDocument, paper: str, kind: str) -> None:
    """Add the paragraph styles of ``template.toml``."""
    styles = document.styles
    entries = look()["styles"]
    for entry in entries:
        name = style_name(entry["name"], kind)
        is_built_in = name in BUILT_IN or name.startswith("heading ")
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, is_built_in)
        style.base_style = styles[style_name(entry.get("based_on", "Normal"), kind)]
        style.quick_style = True
        _shape(style, entry, _column(paper))
    for entry in entries:
        following = styles[style_name(entry.get("next", entry["name"]), kind)]
        styles[style_name(entry["name"], kind)].next_paragraph_style = following
    reference = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, True)
    reference.font.superscript = True


def _column(paper: str) -> float:
    """The width of one of the two columns of a page, in points."""
    page = look()["page"]
    return float(page["papers"][paper][0] - 2 * page["sides"] - page["gap"]) / 2


def _shape(style: ParagraphStyle, entry: dict[str, Any], column: float) -> None:
    """Set the format of a style."""
    font, shape = style.font, style.paragraph_format
    font.bold, font.italic = entry.get("bold"), entry.get("italic")
    font.small_caps = entry.get("small_caps")
    font.size = Pt(entry["size"]) if "size" in entry else None
    shape.space_before = Pt(entry["before"]) if "before" in entry else None
    shape.space_after = Pt(entry["after"]) if "after" in entry else None
    shape.first_line_indent = Pt(entry["first_line"]) if "first_line" in entry else None
    shape.alignment = ALIGN[entry["align"]] if "align" in entry else None
    keep = entry.get("keep", ())
    shape.keep_with_next = "next" in keep or None
    shape.keep_together = "lines" in keep or None
    if "line" in entry:
        shape.line_spacing = entry["line"]
    if "exact_line" in entry:
        shape.line_spacing = Pt(entry["exact_line"])
        shape.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    for kind, place in entry.get("tabs", {}).items():
        shape.tab_stops.add_tab_stop(Pt(place * column), TABS[kind])
    properties = style.element.get_or_add_pPr()
    if "list" in entry:
        number_as(properties, list_number(entry["list"]), entry.get("level", 0))
    if entry.get("frame"):
        _frame(properties, column)
    if "outline" in entry:
        properties.get_or_add_outlineLvl().val = entry["outline"]


def _frame(properties: Any, column: float) -> None:
    """Put the text of a style in a frame at the bottom of the left column, below a line."""
    place = {"w": round(column * 20), "wrap": "around", "vAnchor": "margin", "hAnchor": "margin"}
    frame = OxmlElement("w:framePr")
    for key, value in {**place, "xAlign": "left", "yAlign": "bottom"}.items():
        frame.set(qn(f"w:{key}"), str(value))
    border = OxmlElement("w:pBdr")
    child(border, "w:top", val="single", sz=4, space=4, color="auto")
    properties.insert_element_before(border, *AFTER_BORDER)
    properties.insert_element_before(frame, *AFTER_FRAME)


def frame_as_style(paragraph: Any) -> None:
    """Copy the frame of the style to a paragraph, where LibreOffice looks for it, too."""
    frame = paragraph.style.element.get_or_add_pPr().find(qn("w:framePr"))
    if frame is not None:
        properties = paragraph._p.get_or_add_pPr()
        properties.insert_element_before(deepcopy(frame), *AFTER_FRAME)


def list_number(name: str) -> int:
    """The number of a list, by which paragraphs refer to it."""
    return [one["name"] for one in look()["lists"]].index(name) + 1


def number_as(properties: Any, number: int, level: int = 0) -> None:
    """Put a paragraph or style into a list; 0 removes it from its list."""
    numbering = properties.get_or_add_numPr()
    numbering.get_or_add_ilvl().val = level
    numbering.get_or_add_numId().val = number


def _add_lists(document: WordDocument, kind: str) -> None:
    """Add the lists; python-docx has no interface for them except their part."""
    root = document.part.numbering_part.element
    for element in list(root):
        root.remove(element)
    lists = look()["lists"]
    for number, entry in enumerate(lists, 1):
        levels = "singleLevel" if len(entry["levels"]) == 1 else "multilevel"
        definition = child(root, "w:abstractNum", abstractNumId=number)
        child(definition, "w:multiLevelType", val=levels)
        for depth, level in enumerate(entry["levels"]):
            style = document.styles[style_name(level["style"], kind)].style_id
            _add_level(style, child(definition, "w:lvl", ilvl=depth), level)
    for number in range(1, len(lists) + 1):
        root.add_num(number)


def _add_level(style: str, element: Any, level: dict[str, Any]) -> None:
    """Describe a level of a list for a style, in the order of the schema."""
    child(element, "w:start", val=1)
    child(element, "w:numFmt", val=level["format"])
    child(element, "w:pStyle", val=style)
    if "after" in level:
        child(element, "w:suff", val=level["after"])
    child(element, "w:lvlText", val=level["text"])
    child(element, "w:lvlJc", val="left")
    indent, first = level.get("indent", 0), level.get("first_line", 0)
    line = {"hanging": round(-first * 20)} if first < 0 else {"firstLine": round(first * 20)}
    child(child(element, "w:pPr"), "w:ind", left=round(indent * 20), **line)
    if level.get("italic") is False:
        child(child(element, "w:rPr"), "w:i", val="0")
    if level.get("raised"):
        child(child(element, "w:rPr"), "w:vertAlign", val="superscript")


def list_prints(document: WordDocument, name: str, **values: str) -> None:
    """Change what the first level of a list prints: ``numFmt``, ``lvlText``, ``suff``."""
    root = document.part.numbering_part.element
    definition = root.findall(qn("w:abstractNum"))[list_number(name) - 1]
    level = definition.find(qn("w:lvl"))
    for key, value in values.items():
        level.find(qn(f"w:{key}")).set(qn("w:val"), value)


def keep_columns_uneven(document: WordDocument) -> None:
    """Let Word fill each column before the next: balanced columns split tables."""
    compatibility = document.settings.element.find(qn("w:compat"))
    compatibility.insert(0, OxmlElement("w:noColumnBalance"))


def end_section(document: WordDocument, paragraph: Any) -> Any:
    """End the last section of the document with this paragraph; returns the section."""
    from docx.section import Section

    properties = deepcopy(document.sections[-1]._sectPr)
    paragraph._p.set_sectPr(properties)
    return Section(properties, document.part)
