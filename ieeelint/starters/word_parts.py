"""Parts of a Word file that python-docx has no interface for: footnotes and charts."""

from __future__ import annotations

import io
import struct
import zlib

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ieeelint.starters.template import child

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from docx.document import Document
    from docx.text.run import Run

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
FOOTNOTES = (
    f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="-1"><w:p><w:r>'
    '<w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0">'
    "<w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote></w:footnotes>"
)
CHART = (
    f'<w:drawing {nsdecls("w", "wp", "a")}><wp:inline><wp:extent cx="2743200" cy="1371600"/>'
    '<wp:docPr id="{number}" name="Chart {number}"/><a:graphic><a:graphicData uri="{space}/chart">'
    '<c:chart xmlns:c="{space}/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships" r:id="{link}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
)
AXIS = (
    '<c:{kind}><c:axId val="{place}"/><c:axPos val="{side}"/><c:title><c:tx><c:rich><a:bodyPr/>'
    "<a:p><a:r><a:t>{words}</a:t></a:r></a:p></c:rich></c:tx></c:title></c:{kind}>"
)


class FootnotesPart:
    """The footnotes of a document."""

    def __init__(self, root: Any, reference_style: str, text_style: str) -> None:
        self.root = root
        self.reference_style = reference_style
        self.text_style = text_style
        self.count = 0

    @classmethod
    def of(cls, document: Document) -> FootnotesPart:
        """Add the part to a document."""
        package = document.part.package
        assert package is not None
        root = parse_xml(FOOTNOTES)
        name = PackURI("/word/footnotes.xml")
        part = XmlPart(name, CONTENT_TYPE.WML_FOOTNOTES, root, package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        styles = document.styles
        reference, text = styles["footnote reference"], styles["footnote text"]
        return cls(root, reference.style_id, text.style_id)

    def add(self, parent: Any) -> Any:
        """Append a reference to an element; returns the paragraph of the footnote."""
        self.count += 1
        child(self.marked(parent), "w:footnoteReference", id=self.count)
        paragraph = child(child(self.root, "w:footnote", id=self.count), "w:p")
        child(child(paragraph, "w:pPr"), "w:pStyle", val=self.text_style)
        child(self.marked(paragraph), "w:footnoteRef")
        return paragraph

    def marked(self, parent: Any) -> Any:
        """A run in the style of footnote marks."""
        run = child(parent, "w:r")
        child(child(run, "w:rPr"), "w:rStyle", val=self.reference_style)
        return run


class ChartPart:
    """A chart with only the titles of its axes."""

    @staticmethod
    def add(run: Run, number: int, across: str, up: str) -> None:
        """Put a chart into a run."""
        axes = AXIS.format(kind="catAx", place=1, side="b", words=across)
        axes += AXIS.format(kind="valAx", place=2, side="l", words=up)
        content = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<c:chartSpace xmlns:c="{DRAWING}/chart" xmlns:a="{DRAWING}/main"><c:chart>'
            f"<c:plotArea>{axes}</c:plotArea></c:chart></c:chartSpace>"
        )
        name = PackURI(f"/word/charts/chart{number}.xml")
        part = Part(name, CONTENT_TYPE.DML_CHART, content.encode(), run.part.package)
        link = run.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
        run._r.append(parse_xml(CHART.format(number=100 + number, space=DRAWING, link=link)))


def grey_picture(width: int = 300, height: int = 150) -> io.BytesIO:
    """A light gray PNG picture of ``width`` × ``height`` pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    rows = (b"\x00" + b"\xdd" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return io.BytesIO(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows, 9))
        + chunk(b"IEND", b"")
    )
