"""A sketch made into a Word file with the styles, numbers and page of IEEE's conference
template.
"""

from __future__ import annotations

import io
import os
import re
import struct
import zlib
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ieeelint.resources import templates
from ieeelint.starters.sketch import INLINE, Line, Table, lines_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPACES = (
    f'xmlns:w="{MAIN}" xmlns:m="{MATH}" xmlns:r="{LINK}" xmlns:wp="{DRAWING}/wordprocessingDrawing"'
    f' xmlns:a="{DRAWING}/main" xmlns:pic="{DRAWING}/picture"'
)
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml."
FIRST_DATE = (1980, 1, 1, 0, 0, 0)

# Width, height, top, bottom and side margins in twentieths of a point, as the template has them.
PAPERS = {"letter": (12240, 15840, 1080, 1440, 907), "a4": (11906, 16838, 1080, 1440, 907)}
LOOKS = {
    "b": "<w:b/>",
    "i": "<w:i/>",
    "sup": '<w:vertAlign w:val="superscript"/>',
    "sub": '<w:vertAlign w:val="subscript"/>',
    "hidden": "<w:vanish/>",
}
ALONE = {
    "tab": "<w:tab/>",
    "br": "<w:br/>",
    "page": '<w:br w:type="page"/>',
    "column": '<w:br w:type="column"/>',
}
PICTURE = (
    '<w:drawing><wp:inline><wp:extent cx="2743200" cy="1371600"/><wp:docPr id="{number}"'
    ' name="Picture {number}" '
    'descr="A grey box to be replaced"/><a:graphic><a:graphicData'
    ' uri="{space}/picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="{number}"'
    ' name="picture.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="picture"/>'
    '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="2743200" cy="1371600"/></a:xfrm><a:prstGeom'
    ' prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing>"
)
CHART = (
    '<w:drawing><wp:inline><wp:extent cx="2743200" cy="1371600"/><wp:docPr id="{number}"'
    ' name="Chart {number}"/><a:graphic><a:graphicData uri="{space}/chart"><c:chart'
    ' xmlns:c="{space}/chart"'
    ' r:id="chart{number}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
)
AXIS = (
    '<c:{kind}><c:axId val="{place}"/><c:axPos'
    ' val="{side}"/><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>{words}'
    "</a:t></a:r></a:p></c:rich></c:tx></c:title></c:{kind}>"
)


def document(sketch: str, paper: str = "letter") -> bytes:
    """The ``.docx`` file of a sketch, the same bytes each time.

    ``paper`` is ``letter`` or ``a4``.  Raises ValueError for a line that means nothing.
    """
    writer = Writer(paper)
    body = writer.body(lines_of(sketch))
    parts = {
        "[Content_Types].xml": _content_types(writer.charts),
        "_rels/.rels": _links({"main": (f"{LINK}/officeDocument", "word/document.xml")}),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _links(
            {
                kind: (f"{LINK}/{kind}", f"{kind}.xml")
                for kind in ("styles", "numbering", "footnotes", "comments")
            }
            | {"picture": (f"{LINK}/image", "media/picture.png")}
            | {
                f"chart{number}": (f"{LINK}/chart", f"charts/chart{number}.xml")
                for number in writer.charts
            }
        ),
        "word/styles.xml": _template("styles.xml"),
        "word/numbering.xml": _template("numbering.xml"),
        "word/footnotes.xml": (
            f"<w:footnotes {SPACES}>{SEPARATORS}{''.join(writer.notes)}</w:footnotes>"
        ),
        "word/comments.xml": f"<w:comments {SPACES}>{''.join(writer.comments)}</w:comments>",
        **{f"word/charts/chart{number}.xml": chart for number, chart in writer.charts.items()},
    }
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            if not content.startswith("<?xml"):
                content = DECLARATION + content
            archive.writestr(ZipInfo(name, FIRST_DATE), content, ZIP_DEFLATED)
        archive.writestr(ZipInfo("word/media/picture.png", FIRST_DATE), grey_picture())
    return stream.getvalue()


SEPARATORS = (
    '<w:footnote w:type="separator"'
    ' w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote'
    ' w:type="continuationSeparator"'
    ' w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


class Writer:
    """Writes the body; ``notes`` and ``comments`` gather what belongs to other parts."""

    def __init__(self, paper: str) -> None:
        self.paper = paper
        self.styles = dict(
            re.findall(
                r'w:styleId="(\w+)"><w:name w:val="([^"]+)"',
                _template("styles.xml").replace("w:default", ""),
            )
        )
        self.identifiers = {name.lower(): one for one, name in self.styles.items()}
        self.notes: list[str] = []
        self.comments: list[str] = []
        self.charts: dict[int, str] = {}
        self.changes = 0
        self.pictures = 0

    def body(self, lines: list[Line | Table]) -> str:
        """The content of the body."""
        pieces: list[str] = []
        last = self.section({})
        for number, line in enumerate(lines):
            if isinstance(line, Table):
                pieces.append(self.table(line))
            elif line.style == "section":
                last = self.section(line.options)
                if number == len(lines) - 1:
                    break
                if not pieces or not pieces[-1].endswith("</w:p>"):
                    pieces.append(self.paragraph(Line("Normal", {}, "")))
                head, close, tail = pieces[-1].rpartition("</w:pPr>")
                pieces[-1] = head + last + close + tail
                last = self.section({})
            else:
                pieces.append(self.paragraph(line))
        return "".join(pieces) + last

    def section(self, options: dict[str, str]) -> str:
        """The properties of a section."""
        width, height, top, bottom, side = PAPERS[options.get("paper") or self.paper]
        if "margins" in options:
            top, bottom, side = (round(float(one) * 20) for one in options["margins"].split(","))
        gap = round(float(options.get("gap") or 18) * 20)
        return (
            f'<w:sectPr><w:type w:val="{options.get("kind") or "continuous"}"/><w:pgSz'
            f' w:w="{width}" w:h="{height}"/><w:pgMar w:top="{top}" w:right="{side}"'
            f' w:bottom="{bottom}" w:left="{side}" w:header="720" w:footer="720"'
            f' w:gutter="0"/><w:cols w:num="{options.get("columns") or 1}"'
            f' w:space="{gap}"/></w:sectPr>'
        )

    def table(self, table: Table) -> str:
        """A ruled table: its first row in the style of column heads."""
        rows = []
        for number, cells in enumerate(table.rows):
            style = "tablecolhead" if number == 0 else "tablecopy"
            made = "".join(
                '<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr><w:p><w:pPr><w:pStyle'
                f' w:val="{style}"/></w:pPr>'
                f"{self.inline(cell, '')}</w:p></w:tc>"
                for cell in cells
            )
            rows.append(f"<w:tr>{made}</w:tr>")
        borders = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        grid = "<w:gridCol/>" * max(map(len, table.rows))
        return (
            '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:jc'
            f' w:val="center"/><w:tblBorders>{borders}</w:tblBorders>'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )

    def paragraph(self, line: Line) -> str:
        """One paragraph in its style, with its direct formatting."""
        options = line.options
        identifier = self.identifiers.get(line.style.lower(), line.style.replace(" ", ""))
        properties = f'<w:pStyle w:val="{identifier}"/>'
        if "plain" in options:
            properties += '<w:numPr><w:numId w:val="0"/></w:numPr>'
        if "break" in options:
            properties += "<w:pageBreakBefore/>"
        if "before" in options or "after" in options:
            before, after = (
                round(float(options.get(one) or 0) * 20) for one in ("before", "after")
            )
            properties += f'<w:spacing w:before="{before}" w:after="{after}"/>'
        if "indent" in options:
            properties += f'<w:ind w:firstLine="{round(float(options["indent"]) * 20)}"/>'
        if "align" in options:
            properties += f'<w:jc w:val="{options["align"]}"/>'
        words = self.inline(line.words, direct(options))
        return f"<w:p><w:pPr>{properties}</w:pPr>{words}</w:p>"

    def inline(self, words: str, look: str) -> str:
        """The runs of a line; ``look`` is the direct formatting of all of them."""
        pieces: list[str] = []
        looks: list[str] = []
        at = 0
        for match in INLINE.finditer(words):
            pieces.append(run(words[at : match.start()], look + "".join(looks)))
            at = match.end()
            closes, name, detail, _ = match.groups()
            if name in LOOKS:
                if closes:
                    looks.remove(LOOKS[name])
                else:
                    looks.append(LOOKS[name])
            else:
                pieces.append(self.mark(name, detail.strip(), bool(closes)))
        pieces.append(run(words[at:], look + "".join(looks)))
        joined = "".join(pieces)
        joined = re.sub(r"<note>(.*?)</note>", lambda found: self.note(found.group(1)), joined)
        joined = re.sub(r"<deleted>(.*?)</deleted>", _deleted, joined)
        return re.sub(r"<formula>(.*?)</formula>", _formula, joined)

    def mark(self, name: str, detail: str, closes: bool) -> str:
        """What a mark that is no formatting begins or ends."""
        if name in ALONE:
            return f"<w:r>{ALONE[name]}</w:r>"
        if name == "picture":
            self.pictures += 1
            return f"<w:r>{PICTURE.format(number=self.pictures, space=DRAWING)}</w:r>"
        if name == "chart":
            self.pictures += 1
            self.charts[self.pictures] = _chart(*detail.split("|"))
            return f"<w:r>{CHART.format(number=self.pictures, space=DRAWING)}</w:r>"
        if name == "comment":
            number = len(self.comments)
            self.comments.append(
                f'<w:comment w:id="{number}" w:author="A'
                f' reader"><w:p><w:r><w:t>{detail or "Why?"}</w:t></w:r></w:p></w:comment>'
            )
            return f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        if name == "field":
            return "</w:fldSimple>" if closes else f'<w:fldSimple w:instr="{detail}">'
        if name == "ins":
            self.changes += 1
            return (
                "</w:ins>" if closes else f'<w:ins w:id="{900 + self.changes}" w:author="A reader">'
            )
        if name == "link":
            return "</w:hyperlink>" if closes else '<w:hyperlink w:anchor="there">'
        simple = {"note": "note", "del": "deleted", "math": "formula"}
        if name not in simple:
            raise ValueError(f'a sketch has the unknown mark "<{name}>"')
        return f"<{'/' if closes else ''}{simple[name]}>"

    def note(self, runs: str) -> str:
        """A footnote of these runs."""
        number = len(self.notes) + 1
        self.notes.append(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle'
            ' w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle'
            f' w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>{runs}</w:p></w:footnote>'
        )
        return (
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f'<w:footnoteReference w:id="{number}"/></w:r>'
        )


def run(words: str, look: str) -> str:
    """One run; nothing for no words."""
    if not words:
        return ""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r>'


def direct(options: dict[str, str]) -> str:
    """The direct formatting that the options of a line ask for, in the order the schema has it."""
    look = ""
    if "font" in options:
        font = options["font"].replace("_", " ")
        look += f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    for name, mark in (("bold", "b"), ("italic", "i")):
        if name in options:
            look += f'<w:{mark} w:val="{options[name] or "true"}"/>'
    if "color" in options:
        look += f'<w:color w:val="{options["color"]}"/>'
    if "size" in options:
        look += f'<w:sz w:val="{round(float(options["size"]) * 2)}"/>'
    return look


def _chart(across: str, up: str) -> str:
    """A chart that has nothing but the titles of its axes."""
    axes = AXIS.format(kind="catAx", place=1, side="b", words=across) + AXIS.format(
        kind="valAx", place=2, side="l", words=up
    )
    return (
        f'<c:chartSpace xmlns:c="{DRAWING}/chart"'
        f' xmlns:a="{DRAWING}/main"><c:chart><c:plotArea>{axes}</c:plotArea>'
        "</c:chart></c:chartSpace>"
    )


def _deleted(match: re.Match[str]) -> str:
    """A tracked deletion of runs."""
    runs = match.group(1).replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    return f'<w:del w:id="800" w:author="A reader">{runs}</w:del>'


def _formula(match: re.Match[str]) -> str:
    """A formula, its text as one run of mathematics."""
    text = re.sub(r"<[^>]*>", "", match.group(1))
    return f"<m:oMath><m:r><m:t>{text}</m:t></m:r></m:oMath>"


def _template(name: str) -> str:
    """A part that is the same in every draft."""
    with open(os.path.join(templates(), "word", name), encoding="utf-8") as file:
        return file.read()


def _links(targets: dict[str, tuple[str, str]]) -> str:
    """A part of relationships: identifier to kind and target."""
    ones = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{ones}</Relationships>'


def _content_types(charts: Iterable[int]) -> str:
    """The kinds of the parts."""
    kinds = {
        "document": "document.main",
        "styles": "styles",
        "numbering": "numbering",
        "footnotes": "footnotes",
        "comments": "comments",
    }
    ones = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{CONTENT}{kind}+xml"/>'
        for name, kind in kinds.items()
    ) + "".join(
        f'<Override PartName="/word/charts/chart{number}.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>'
        for number in charts
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml"'
        ' ContentType="application/xml"/><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default'
        f' Extension="png" ContentType="image/png"/>{ones}</Types>'
    )


def grey_picture(width: int = 300, height: int = 150) -> bytes:
    """A light grey PNG picture of ``width`` × ``height`` pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    rows = (b"\x00" + b"\xdd" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", header),
            chunk(b"IDAT", zlib.compress(rows, 9)),
            chunk(b"IEND", b""),
        )
    )
