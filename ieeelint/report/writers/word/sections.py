"""Sections of a draft: how wide text is in them, and one column across the page for a wide
table.
"""

from __future__ import annotations

from ieeelint.ooxml.names import W, points
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ieeelint.ooxml.markup import Markup

TWIP = 20
# Where a section says nothing: US letter, margins of an inch, half an inch between columns.
WIDTH, MARGIN, GAP = 612.0, 72.0, 36.0
REFERENCES = ("headerReference", "footerReference")  # inherited from the section before
# What a section may say, in the order the schema has it; "titlePg", another first page, and what
# was changed with tracking are left out.
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
        whole = round((WIDTH - 2 * MARGIN) * TWIP)
        return whole, whole, 1

    def measure(element: Element | None, name: str, default: float) -> float:
        found = points(element.get(W + name)) if element is not None else None
        return default if found is None else found

    size, margins, columns = (section.find(W + name) for name in ("pgSz", "pgMar", "cols"))
    text = measure(size, "w", WIDTH)
    for side in ("left", "right"):
        text -= measure(margins, side, MARGIN)
    text -= measure(margins, "gutter", 0.0)
    count = columns.get(W + "num", "1") if columns is not None else "1"
    number = int(count) if count.isdigit() and count != "0" else 1
    own = (
        [measure(one, "w", 0.0) for one in columns.findall(W + "col")]
        if columns is not None
        else []
    )
    if (
        len(own) > 1
        and columns is not None
        and columns.get(W + "equalWidth") in ("0", "false", "off")
    ):
        number, column = len(own), min(own)
    else:
        column = (text - (number - 1) * measure(columns, "space", GAP)) / number
    return round(column * TWIP), round(text * TWIP), number


def continued(markup: Markup, section: Element, *, columns: bool) -> str:
    """The properties of a section that goes on where another one stops, on the same page.

    With ``columns`` those of the section it was part of, else one column.  What belongs to the
    beginning only (another first page, a first page number) is left out, headers are inherited.
    """
    said = {"type": CONTINUOUS} if columns else {"type": CONTINUOUS, "cols": ONE_COLUMN}
    for child in section:
        name = child.tag.rpartition("}")[2]
        if name in REFERENCES:
            if columns:
                said[name] = said.get(name, "") + markup.bytes_of(child).decode(markup.encoding)
        elif name == "pgNumType":
            text = markup.bytes_of(child).decode(markup.encoding)
            said[name] = pattern(r"\s[\w.-]+:start=(\"[^\"]*\"|'[^']*')").sub("", text)
        else:
            said.setdefault(name, markup.bytes_of(child).decode(markup.encoding))
    return f"<w:sectPr>{''.join(said.get(name, '') for name in ORDER)}</w:sectPr>"


def verbatim(markup: Markup, section: Element) -> str:
    """The properties of a section as they stand, tracked changes of them left out."""
    text = markup.bytes_of(section)
    change = section.find(W + "sectPrChange")
    if change is not None:
        text = text.replace(markup.bytes_of(change), b"")
    return text.decode(markup.encoding)


def break_paragraph(properties: str, bookmark: tuple[str, int] = ("", 0)) -> str:
    """A paragraph of no height that ends a section; it is known by its bookmark (name,
    identifier).
    """
    name, number = bookmark
    mark = ""
    if name:
        mark = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'
    return f"<w:p><w:pPr>{TINY}{properties}</w:pPr>{mark}</w:p>"
