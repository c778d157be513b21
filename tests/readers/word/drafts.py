"""Small Word files for tests, made from the XML of their paragraphs."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = {
    W: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    M: "http://purl.oclc.org/ooxml/officeDocument/math",
    LINK: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
SPACES = (
    f'xmlns:w="{W}" xmlns:m="{M}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
STYLES = {
    "papertitle": "paper title",
    "Author": "Author",
    "Abstract": "Abstract",
    "Keywords": "Keywords",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Heading5": "heading 5",
    "BodyText": "Body Text",
    "figurecaption": "figure caption",
    "tablehead": "table head",
    "references": "references",
}
NUMBERED = {
    "Heading1": ("upperRoman", "%1."),
    "figurecaption": ("decimal", "Fig. %1."),
    "tablehead": ("upperRoman", "TABLE %1."),
    "references": ("decimal", "[%1]"),
}


def paragraph(words: str, style: str = "BodyText") -> str:
    """A paragraph of one run; what begins with ``<`` is taken as XML."""
    inside = (
        words if words.startswith("<") else f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'


def styles() -> str:
    """Styles with the names of IEEE's template, some of them numbered."""
    one = []
    for identifier, name in STYLES.items():
        number = list(NUMBERED).index(identifier) + 1 if identifier in NUMBERED else 0
        list_of = f'<w:pPr><w:numPr><w:numId w:val="{number}"/></w:numPr></w:pPr>' if number else ""
        one.append(
            f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name'
            f' w:val="{name}"/>{list_of}</w:style>'
        )
    return f"<w:styles {SPACES}>{''.join(one)}</w:styles>"


def numbering() -> str:
    """The lists of the numbered styles."""
    lists = numbers = ""
    for at, (form, text) in enumerate(NUMBERED.values(), 1):
        lists += (
            f'<w:abstractNum w:abstractNumId="{at}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        )
        numbers += f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>'
    return f"<w:numbering {SPACES}>{lists}{numbers}</w:numbering>"


def draft(*body: str, strict: bool = False, footnotes: str = "") -> bytes:
    """A Word file with these paragraphs."""
    parts = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
        ),
        "_rels/.rels": links({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": links(
            {"styles": "styles.xml", "numbering": "numbering.xml", "footnotes": "footnotes.xml"}
        ),
        "word/document.xml": f"<w:document {SPACES}><w:body>{''.join(body)}</w:body></w:document>",
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/footnotes.xml": f"<w:footnotes {SPACES}>{footnotes}</w:footnotes>",
    }
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            for transitional, other in STRICT.items() if strict else ():
                content = content.replace(transitional, other)
            archive.writestr(name, content)
    return buffer.getvalue()


def links(targets: dict[str, str]) -> str:
    """A part of relationships."""
    ones = "".join(
        f'<Relationship Id="r{at}" Type="{LINK}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets.items())
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{ones}</Relationships>'


def paper(*body: str) -> tuple[str, ...]:
    """The paragraphs of a small clean paper around ``body``."""
    abstract = (
        "<w:r><w:rPr><w:i/></w:rPr><w:t>Abstract</w:t></w:r><w:r><w:t>—Water moves through narrow"
        " pipes more slowly than through wide ones. We measure how much more slowly, over a wide"
        " range of diameters, and find that a simple law describes all of the measurements. The law"
        " holds for clean water and for water with fine sand, and it lets an engineer choose a pipe"
        " without a computer, in the field or in the office.</w:t></w:r>"
    )
    return (
        paragraph("Steady Flow in Narrow Pipes", "papertitle"),
        paragraph("Ana Lima", "Author"),
        paragraph(abstract, "Abstract"),
        paragraph(
            "<w:r><w:rPr><w:i/></w:rPr><w:t>Keywords—Flow, friction, measurement, pipes,"
            " water</w:t></w:r>",
            "Keywords",
        ),
        paragraph("Introduction", "Heading1"),
        paragraph("Pipes are everywhere [1]."),
        *body,
        paragraph("References", "Heading5"),
        paragraph(
            "A. Lima, “Pipes and sand,” J. Flow, vol. 1, no. 2, pp. 3–9, Mar. 2020.", "references"
        ),
    )
