"""Word drafts as authors make them, written by python-docx on the starter."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from ieeelint.starters.word import document
from ieeelint.starters.word_parts import grey_picture

STARTER = "[paper title] Flow\n[Body Text] Water."
ABSTRACT = (
    "Water moves through narrow pipes more slowly than through wide ones. We measure how much more"
    " slowly, over a wide range of diameters, and find that a simple law describes all of the"
    " measurements. The law holds for clean water and for water with fine sand, and it lets an"
    " engineer choose a pipe without a computer, in the field or in the office."
)
AUTHOR = "Ana Lima\nUniversity of Porto\nPorto, Portugal\nana@flow.example"
WORKS = ("sand", "snow", "rain", "ice", "mud")
Piece = str | tuple[str, str]  # plain words, or words with a property of their font


class Draft:
    """A draft under construction; ``file`` is the finished Word file."""

    def __init__(self) -> None:
        self.docx: Any = Document(BytesIO(document(STARTER)))
        self.lists: dict[tuple[str, str], str] = {}  # identifiers of automatic lists
        body = self.docx.element.body
        for element in list(body):
            if element.tag != qn("w:sectPr"):
                body.remove(element)

    def add(self, style: str, *pieces: Piece, numbered: bool = True, bold: bool = False) -> Any:
        """A paragraph; ``("SEQ", "Figure 1")`` is the field that Insert Caption writes, and
        ``("picture", "")`` a picture.
        """
        paragraph = self.docx.add_paragraph(style=self._style(style))
        for piece in pieces:
            if isinstance(piece, str):
                paragraph.add_run(piece).bold = bold or None
            elif piece[0] == "picture":
                paragraph.add_run().add_picture(grey_picture())
            elif piece[0] == "SEQ":
                field(paragraph, f"SEQ {piece[1].split()[0]}", piece[1].split()[1])
            else:
                setattr(paragraph.add_run(piece[1]).font, piece[0], True)
        if not numbered:
            number = OxmlElement("w:numPr")
            identifier = OxmlElement("w:numId")
            identifier.set(qn("w:val"), "0")
            number.append(identifier)
            paragraph._p.get_or_add_pPr().append(number)
        return paragraph

    def number(self, paragraph: Any, form: str, text: str = "%1.") -> None:
        """Give the paragraph the next number of an automatic list, one for each form and text:
        ``lowerLetter``, ``decimal``, ``upperLetter``.
        """
        numbering = self.docx.part.numbering_part.element
        if (form, text) not in self.lists:
            self.lists[form, text] = str(100 + len(self.lists))
            one = self.lists[form, text]
            names = f'xmlns:w="{numbering.nsmap["w"]}"'
            numbering.insert(
                0,
                parse_xml(
                    f'<w:abstractNum {names} w:abstractNumId="{one}"><w:lvl w:ilvl="0">'
                    f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>'
                    f'<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
                ),
            )
            numbering.append(
                parse_xml(
                    f'<w:num {names} w:numId="{one}"><w:abstractNumId w:val="{one}"/></w:num>'
                )
            )
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = int(self.lists[form, text])

    def _style(self, name: str) -> Any:
        """The style with this name in any case, added if it is missing."""
        for style in self.docx.styles:
            if style.name.lower() == name.lower():
                return style
        return self.docx.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)

    def front(self) -> None:
        """Title, author, abstract, index terms, and the first heading."""
        self.add("paper title", "Steady Flow in Narrow Pipes")
        self.add("Author", AUTHOR)
        self.add("Abstract", ("italic", "Abstract"), "—" + ABSTRACT)
        self.add("Keywords", ("italic", "Keywords"), "—Flow, friction, pipes, sand, water")
        self.add("Heading 1", "Introduction")

    def references(self, count: int) -> None:
        """A list of references in the template's style."""
        self.add("Heading 5", "References")
        for number, work in enumerate(WORKS[:count], 1):
            self.add("references", entry(number, work))

    @property
    def file(self) -> bytes:
        """The Word file."""
        buffer = BytesIO()
        self.docx.save(buffer)
        return buffer.getvalue()


def entry(number: int, work: str) -> str:
    """An entry of a reference list."""
    return f"A. Lima, “Pipes and {work},” J. Flow, vol. {number}, no. 2, pp. 3–9, Mar. 2020."


def field(paragraph: Any, instruction: str, result: str) -> None:
    """A complex field in a paragraph."""
    for kind, words in (
        ("begin", ""),
        ("", instruction),
        ("separate", ""),
        ("text", result),
        ("end", ""),
    ):
        run = paragraph.add_run(words if kind == "text" else None)
        if kind == "":
            code = OxmlElement("w:instrText")
            code.text = f" {words} "
            run._r.append(code)
        elif kind != "text":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
