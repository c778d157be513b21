"""Sections of a Word draft: the widths of text, and one-column sections for wide tables."""

from __future__ import annotations

from ieeelint.ooxml.names import W, points, whole
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ieeelint.ooxml.markup import Markup

TWIP = 20
# The defaults of a section: US letter, margins of 1 in, 0.5 in between columns, in points.
WIDTH, MARGIN, GAP = 612.0, 72.0, 36.0
REFERENCES = ("headerReference", "footerReference")  # inherited from the section before
# The properties of a section in the order of the schema, without "titlePg" (a different first
# page) and tracked changes.
ORDER = (
    *REFERENCES,
    "footnotePr",
    "endnotePr",
    "type",
    "pgSz",
    "pgMar",
    "paperSrc",
    "pgBorders",
    "lnNumType",
    "pgNumType",
    "cols",
    "formProt",
    "vAlign",
    "noEndnote",
    "textDirection",
    "bidi",
    "rtlGutter",
    "docGrid",
    "printerSettings",
)
CONTINUOUS = '<w:type w:val="continuous"/>'
ONE_COLUMN = '<w:cols w:num="1" w:space="0"/>'
TINY = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'


def measures(section: Element | None) -> tuple[int, int, int]:
    """The width of a column and of the text across the page, in twips, and the number of
    columns.
    """
    if section is None:
        full = round((WIDTH - 2 * MARGIN) * TWIP)
        return full, full, 1

    def measure(element: Element | None, name: str, default: float) -> float:
        size = points(element.get(W + name)) if element is not None else None
        return default if size is None else size

    size, margins, columns = (section.find(W + name) for name in ("pgSz", "pgMar", "cols"))
    text = measure(size, "w", WIDTH)
    for side in ("left", "right"):
        text -= measure(margins, side, MARGIN)
    text -= measure(margins, "gutter", 0.0)
    count = columns.get(W + "num", "1") if columns is not None else "1"
    number = whole(count) or 1
    widths = (
        [measure(column, "w", 0.0) for column in columns.findall(W + "col")]
        if columns is not None
        else []
    )
    if (
        len(widths) > 1
        and columns is not None
        and columns.get(W + "equalWidth") in ("0", "false", "off")
    ):
        number, width = len(widths), min(widths)
    else:
        width = (text - (number - 1) * measure(columns, "space", GAP)) / number
    return round(width * TWIP), round(text * TWIP), number


def continued(markup: Markup, section: Element, *, columns: bool) -> str:
    """The properties of a section that continues ``section`` on the same page.

    With ``columns`` it has the same columns, otherwise one column.  Properties of the first page
    (a different first page, a first page number) are left out; headers are inherited.
    """
    properties = {"type": CONTINUOUS} if columns else {"type": CONTINUOUS, "cols": ONE_COLUMN}
    for child in section:
        name = child.tag.rpartition("}")[2]
        if name in REFERENCES:
            if columns:
                properties[name] = properties.get(name, "") + markup.bytes_of(child).decode(
                    markup.encoding
                )
        elif name == "pgNumType":
            text = markup.bytes_of(child).decode(markup.encoding)
            properties[name] = pattern(r"\s[\w.-]+:start=(\"[^\"]*\"|'[^']*')").sub("", text)
        else:
            properties.setdefault(name, markup.bytes_of(child).decode(markup.encoding))
    return f"<w:sectPr>{''.join(properties.get(name, '') for name in ORDER)}</w:sectPr>"


def verbatim(markup: Markup, section: Element) -> str:
    """The properties of a section as they are, without tracked changes."""
    text = markup.bytes_of(section)
    change = section.find(W + "sectPrChange")
    if change is not None:
        text = text.replace(markup.bytes_of(change), b"")
    return text.decode(markup.encoding)


def break_paragraph(properties: str, bookmark: tuple[str, int] = ("", 0)) -> str:
    """A paragraph without height that ends a section, with a bookmark (name, identifier) to find
    it again.
    """
    name, number = bookmark
    mark = ""
    if name:
        mark = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'
    return f"<w:p><w:pPr>{TINY}{properties}</w:pPr>{mark}</w:p>"
