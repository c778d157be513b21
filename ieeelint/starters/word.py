"""A sketch made into a Word file with the styles, numbers and page of IEEE's conference
template.
"""

from __future__ import annotations

from html import unescape

from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Emu, Pt, RGBColor
from docx.text.run import Run

from ieeelint.starters.sketch import INLINE, Line, Table, lines_of
from ieeelint.starters.template import (
    ALIGN,
    child,
    end_section,
    frame_as_style,
    lay_page,
    new_document,
    number_as,
    saved,
    style_name,
)
from ieeelint.starters.word_parts import ChartPart, FootnotesPart, grey_picture

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from docx.document import Document
    from docx.section import Section
    from docx.text.paragraph import Paragraph

GAP = 18.0  # points between columns
PICTURE = (Emu(2743200), Emu(1371600))  # 3 in by 1.5 in, as wide as a column
KINDS = {"continuous": WD_SECTION.CONTINUOUS, "nextPage": WD_SECTION.NEW_PAGE}
BREAKS = {"br": WD_BREAK.LINE, "page": WD_BREAK.PAGE, "column": WD_BREAK.COLUMN}
LOOKS = {
    "b": "bold",
    "i": "italic",
    "sup": "superscript",
    "sub": "subscript",
    "hidden": "hidden",
}
AROUND = ("field", "ins", "del", "link", "note", "math")
ALONE = (*BREAKS, "tab", "printed", "picture", "chart", "comment")


def document(sketch: str, paper: str = "letter", kind: str = "conference") -> bytes:
    """The ``.docx`` file of a sketch, the same bytes each time.

    ``paper`` is ``letter`` or ``a4``.  The sketch names the styles of the conference template; with
    the ``kind`` ``journal``, they have the names of the Transactions.  Raises ValueError for a line
    that means nothing.
    """
    return saved(drawn(sketch, paper, kind))


def drawn(sketch: str, paper: str = "letter", kind: str = "conference") -> Document:
    """The document of a sketch, to be changed further before it is saved."""
    writer = Writer(paper, kind)
    writer.write(lines_of(sketch))
    return writer.document


class Writer:
    """Writes the lines of a sketch into a document."""

    def __init__(self, paper: str, kind: str = "conference") -> None:
        self.paper = paper
        self.kind = kind
        self.document = new_document(paper, kind)
        self.changes = 0
        self.charts = 0
        self.notes: FootnotesPart | None = None

    def write(self, lines: list[Line | Table]) -> None:
        """Write all lines."""
        self.shape_section(self.document.sections[-1], {})
        for number, line in enumerate(lines):
            if isinstance(line, Table):
                self.table(line)
            elif line.style == "header":
                header = self.document.sections[-1].header
                self.words(header.paragraphs[0], line.words, line.options)
            elif line.style != "section":
                self.paragraph(line)
            elif number == len(lines) - 1:
                self.shape_section(self.document.sections[-1], line.options)
            else:
                self.shape_section(end_section(self.document, self.last_paragraph()), line.options)

    def last_paragraph(self) -> Paragraph:
        """The last paragraph; an empty one is added to an empty document or after a table."""
        content = list(self.document.iter_inner_content())
        if content and not hasattr(content[-1], "rows"):
            return content[-1]
        return self.document.add_paragraph()

    def shape_section(self, section: Section, options: dict[str, str]) -> None:
        """Set page, margins, and columns of a section."""
        lay_page(self.document, section, options.get("paper") or self.paper)
        section.start_type = KINDS[options.get("kind") or "continuous"]
        if "margins" in options:
            top, bottom, sides = (Pt(float(one)) for one in options["margins"].split(","))
            section.top_margin, section.bottom_margin = top, bottom
            section.left_margin = section.right_margin = sides
        columns = section._sectPr.find(qn("w:cols"))
        columns.set(qn("w:num"), options.get("columns") or "1")
        columns.set(qn("w:space"), str(round(float(options.get("gap") or GAP) * 20)))

    def table(self, table: Table) -> None:
        """Add a ruled table as wide as the column; its first row is the header."""
        made = self.document.add_table(len(table.rows), max(map(len, table.rows)), "Table Grid")
        made.alignment = WD_TABLE_ALIGNMENT.CENTER
        _set_width(made._tbl.tblPr.find(qn("w:tblW")), "pct", 5000)
        for column in made._tbl.tblGrid:  # Word divides the width according to the cells
            column.attrib.clear()
        for number, cells in enumerate(table.rows):
            for cell, words in zip(made.rows[number].cells, cells, strict=False):
                _set_width(cell._tc.tcPr.find(qn("w:tcW")), "auto", 0)
                paragraph = cell.paragraphs[0]
                paragraph.style = "table copy" if number else "table col head"
                self.words(paragraph, words, {})
                if number < len(table.rows) - 1:
                    paragraph.paragraph_format.keep_with_next = True

    def paragraph(self, line: Line) -> None:
        """Add a paragraph in its style, with its direct formatting."""
        options = line.options
        paragraph = self.document.add_paragraph(style=self.style(line.style))
        shape = paragraph.paragraph_format
        frame_as_style(paragraph)
        if "plain" in options:
            number_as(paragraph._p.get_or_add_pPr(), 0)
        if "break" in options:
            shape.page_break_before = True
        if "before" in options or "after" in options:
            shape.space_before = Pt(float(options.get("before") or 0))
            shape.space_after = Pt(float(options.get("after") or 0))
        if "indent" in options:
            shape.first_line_indent = Pt(float(options["indent"]))
        if "align" in options:
            shape.alignment = ALIGN[options["align"]]
        self.words(paragraph, line.words, options)

    def style(self, name: str) -> Any:
        """The style of this name in any case; a new style if the template has none."""
        styles = self.document.styles
        name = style_name(name, self.kind)
        for style in styles:
            if (style.name or "").lower() == name.lower():
                return style
        made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = styles["Normal"]
        return made

    def words(self, paragraph: Paragraph, words: str, options: dict[str, str]) -> None:
        """Add the runs of a line; ``options`` are the direct formatting of all of them."""
        looks: list[str] = []
        around: list[Any] = [paragraph._p]  # elements that are open, the innermost last
        marks: list[str] = []  # the names of the open elements and looks
        at = 0
        for match in [*INLINE.finditer(words), None]:
            text = unescape(words[at : match.start() if match else len(words)])
            if text:
                run = self.run(paragraph, around[-1], options, looks)
                run.text = text
            if match is None:
                if marks:
                    raise ValueError(f'a sketch does not close the mark "<{marks[-1]}>"')
                return
            at = match.end()
            closes, name, detail = match[1], match[2], unescape(match[3]).strip()
            if name in LOOKS or name in AROUND:
                _track(marks, name, bool(closes))
            if name in LOOKS:
                looks.remove(LOOKS[name]) if closes else looks.append(LOOKS[name])
            elif name in AROUND and closes:
                self.close(name, around.pop())
            elif name in AROUND:
                around.append(self.open(name, detail, around[-1]))
            elif name in ALONE:
                self.alone(name, detail, self.run(paragraph, around[-1], {}, []))
                if name in ("picture", "chart"):  # its caption follows
                    paragraph.paragraph_format.keep_with_next = True
            else:
                raise ValueError(f'a sketch has the unknown mark "<{name}>"')

    def run(
        self, paragraph: Paragraph, parent: Any, options: dict[str, str], looks: list[str]
    ) -> Run:
        """Append an empty run of this look to an element."""
        run = Run(child(parent, "w:r"), paragraph)
        font = run.font
        if "font" in options:
            font.name = options["font"].replace("_", " ")
        for name in ("bold", "italic"):
            if name in options:
                setattr(font, name, options[name] not in ("0", "false"))
        if "color" in options:
            font.color.rgb = RGBColor.from_string(options["color"])
        if "size" in options:
            font.size = Pt(float(options["size"]))
        for name in looks:
            setattr(font, name, True)
        return run

    def alone(self, name: str, detail: str, run: Run) -> None:
        """Fill a run with a mark that has no words."""
        if name in BREAKS:
            run.add_break(BREAKS[name])
        elif name == "tab":
            run.add_tab()
        elif name == "printed":
            child(run._r, "w:lastRenderedPageBreak")
        elif name == "picture":
            pixels = detail if "x" in detail else "900x450"
            picture = run.add_picture(grey_picture(*map(int, pixels.split("x"))), *PICTURE)
            picture._inline.docPr.set("descr", "A gray box to be replaced")
            if detail == "linked":
                blip = next(picture._inline.iter(qn("a:blip")))
                del blip.attrib[qn("r:embed")]
                link = run.part.relate_to("file:///C:/rig.png", RELATIONSHIP_TYPE.IMAGE, True)
                blip.set(qn("r:link"), link)
        elif name == "chart":
            self.charts += 1
            ChartPart.add(run, self.charts, *detail.split("|"))
        else:
            comment = self.document.add_comment(run, detail or "Why?", "A reader", "AR")
            comment._comment_elm.attrib.pop(qn("w:date"), None)  # it would differ each time

    def open(self, name: str, detail: str, parent: Any) -> Any:
        """Start the element of a mark; the following runs go into it."""
        if name == "field":
            return child(parent, "w:fldSimple", instr=detail)
        if name == "link":
            return child(parent, "w:hyperlink", anchor="there")
        if name == "math":
            return child(parent, "m:oMath")
        if name == "note":
            self.notes = self.notes or FootnotesPart.of(self.document)
            return self.notes.add(parent)
        self.changes += 1
        return child(parent, f"w:{name}", id=900 + self.changes, author="A reader")

    def close(self, name: str, element: Any) -> None:
        """Finish the element of a mark."""
        if name == "math":  # its words become a single run
            text = "".join(one.text or "" for one in element.iter(qn("w:t")))
            for run in list(element):
                element.remove(run)
            child(child(element, "m:r"), "m:t").text = text
        elif name == "del":
            for text in element.iter(qn("w:t")):
                text.tag = qn("w:delText")
                text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _track(marks: list[str], name: str, closes: bool) -> None:
    """Note that a mark opens or closes.  Raises ValueError if it closes what is not open."""
    if not closes:
        marks.append(name)
    elif name not in marks or (name in AROUND and _innermost(marks) != name):
        raise ValueError(f'a sketch closes the mark "<{name}>", which is not open there')
    else:
        marks.reverse()
        marks.remove(name)
        marks.reverse()


def _innermost(marks: list[str]) -> str:
    """The last open mark that has an element."""
    return next((name for name in reversed(marks) if name in AROUND), "")


def _set_width(element: Any, unit: str, width: int) -> None:
    """Set the width of a table or a cell; python-docx computes it from the whole page."""
    element.set(qn("w:type"), unit)
    element.set(qn("w:w"), str(width))
