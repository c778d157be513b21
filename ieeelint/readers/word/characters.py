"""The words of a part: its paragraphs as lines of one source, and the element behind each
character.
"""

from __future__ import annotations

from ieeelint.ooxml.names import MC, VAL, A, M, O, V, W, value
from ieeelint.paper.source import Source, Span
from ieeelint.views.word import (
    BREAK,
    OBJECT,
    TAB,
    TEXT,
    Comment,
    Field,
    Leaf,
    Part,
    Revision,
    Run,
    WordParagraph,
    WordView,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

# What stands in the source for what is no text.
LINE_BREAK = "\x0b"
THING = "\ufffc"  # a formula, a picture, a footnote mark
NO_BREAK_HYPHEN = "\u2011"

DEEPEST = 200  # levels of nesting followed; real drafts stay below 30
# Inline elements whose content reads as if they were not there.
TRANSPARENT = frozenset(
    W + name
    for name in (
        "hyperlink",
        "smartTag",
        "sdt",
        "sdtContent",
        "ins",
        "moveTo",
        "customXml",
        "dir",
        "bdo",
    )
)
LEFT_OUT = {W + "del": "deletion", W + "moveFrom": "move"}
NOTE_MARKS = (W + "footnoteReference", W + "endnoteReference")
DRAWINGS = (W + "drawing", W + "pict", W + "object")
# Strict files of Word name the content of a text box in a namespace of its own.
TEXT_BOXES = (
    W + "txbxContent",
    "{http://schemas.microsoft.com/office/word/2006/wordml}txbxContent",
)

# The Symbol font's letters (Adobe's encoding) as Unicode, from 0x41 on and from 0x61 on.
SYMBOL_CAPITALS = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
SYMBOL_SMALL = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
SYMBOL_OTHERS = {
    0x22: "∀",
    0x24: "∃",
    0x2D: "−",
    0x40: "≅",
    0xA3: "≤",
    0xA5: "∞",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB6: "∂",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBA: "≡",
    0xBB: "≈",
    0xBC: "…",
    0xAE: "→",
    0xAC: "←",
    0xCE: "∈",
    0xD1: "∇",
    0xD6: "√",
    0xD7: "⋅",
    0xE5: "∑",
    0xF2: "∫",
}


def symbol(code: int, font: str) -> str:
    """The character that ``w:sym`` prints; U+FFFD when the font's encoding is not known."""
    low = code & 0xFF if 0xF000 <= code <= 0xF0FF else code
    if font.lower() == "symbol" and low < 0x100:
        if 0x41 <= low <= 0x5A:
            return SYMBOL_CAPITALS[low - 0x41]
        if 0x61 <= low <= 0x7A:
            return SYMBOL_SMALL[low - 0x61]
        return SYMBOL_OTHERS.get(low, chr(low) if 0x20 <= low < 0x7F else "\ufffd")
    if 0xE000 <= code <= 0xF8FF or not 0x20 <= code < 0xD800:
        return "\ufffd"  # a picture font's private character
    return chr(code)


def printed_text(text: str) -> str:
    """The text of a ``w:t`` as it prints, one character for one: a line end is a space, and a
    character of the Symbol font, which Word keeps in the private area, is what it shows."""
    text = text.replace("\n", " ").replace("\r", " ")
    if text.isascii() or not any("\ue000" <= letter <= "\uf8ff" for letter in text):
        return text
    return "".join(
        symbol(ord(letter), "Symbol") if "\ue000" <= letter <= "\uf8ff" else letter
        for letter in text
    )


class PartReader:
    """Goes over one part and fills its source, leaves and paragraphs; ``view`` takes the rest."""

    def __init__(self, view: WordView, name: str, root: Element) -> None:
        self.view = view
        self.part = Part(name, root)
        self.part.source = Source(view.package.path, "", is_word=True)
        self.pieces: list[str] = []
        self.length = 0
        self.boxes: list[Element] = []  # text boxes of the paragraph at hand
        self.fields: list[
            list[object]
        ] = []  # open ones: [instruction, start of the result or None, dirty]

    def read(self) -> Part:
        """The part, read."""
        for paragraph, container, depth in blocks(self.part.root, "body", 0):
            self.paragraph(paragraph, container, depth)
        self.part.source.text = "".join(self.pieces)
        self.view.parts.append(self.part)
        return self.part

    def paragraph(
        self, element: Element, container: str, depth: int, host: WordParagraph | None = None
    ) -> None:
        """One paragraph, then those of the text boxes that hang on it."""
        styles = self.view.styles
        properties = element.find(W + "pPr")
        named = None if properties is None else properties.find(W + "pStyle")
        style = styles.style("" if named is None else named.get(VAL, ""))
        look = styles.paragraph_look(style, properties)
        start = self.length
        span = Span(self.part.source, start, start)
        paragraph = WordParagraph(
            self.part,
            len(self.part.paragraphs) + 1,
            span,
            element,
            style,
            look,
            styles.looks(style)[1],
        )
        paragraph.container = container
        paragraph.depth = depth
        paragraph.host = host
        self.part.paragraphs.append(paragraph)
        outer, self.boxes = self.boxes, []
        self.inline(element, paragraph, 0)
        span.end = self.length
        self.pieces.append("\n")
        self.length += 1
        boxes, self.boxes = self.boxes, outer
        if depth < DEEPEST:
            for box in boxes:
                for inner, within, deeper in blocks(box, "text box", depth + 1):
                    within = "text box" if within == "body" else within
                    self.paragraph(inner, within, deeper, host or paragraph)

    def inline(self, element: Element, paragraph: WordParagraph, depth: int) -> None:
        """The runs and all that stands among them."""
        if depth > DEEPEST:
            return
        for child in element:
            tag = child.tag
            if tag == W + "r":
                self.run(child, paragraph)
            elif tag == W + "fldSimple":
                self.fields.append(
                    [child.get(W + "instr", ""), self.length, is_on_attribute(child)]
                )
                self.inline(child, paragraph, depth + 1)
                self.end_field()
            elif tag in TRANSPARENT:
                start = self.length
                self.inline(child, paragraph, depth + 1)
                if tag == W + "sdt":
                    self.citation_control(child, start)
                elif tag in (W + "ins", W + "moveTo"):
                    self.revision("insertion" if tag == W + "ins" else "move", child, start)
            elif tag in LEFT_OUT:
                self.revision(LEFT_OUT[tag], child, self.length)
            elif tag == MC + "AlternateContent":
                choice = child.find(MC + "Choice")
                if choice is not None:
                    self.inline(choice, paragraph, depth + 1)
            elif tag in (M + "oMath", M + "oMathPara"):
                self.leaf(THING, child, None, OBJECT)
            elif tag == W + "bookmarkStart":
                self.view.bookmarks.add(child.get(W + "name", ""))

    def run(self, run: Element, paragraph: WordParagraph) -> None:
        """The characters of one run."""
        properties = run.find(W + "rPr")
        look = self.view.styles.run_look(paragraph.mark_look, properties)
        start = self.length
        if look.hidden:
            if any(child.tag == W + "t" and child.text for child in run):
                self.view.hidden.append(self.span(start))
            return
        for child in run:
            self.run_child(child, run)
        if self.length > start:
            paragraph.runs.append(Run(self.span(start), look, run))

    def run_child(self, child: Element, run: Element) -> None:
        """One piece of a run."""
        tag = child.tag
        if tag == W + "t":
            if child.text:
                self.leaf(printed_text(child.text), child, run, TEXT)
        elif tag in (W + "tab", W + "ptab"):
            self.leaf("\t", child, run, TAB)
        elif tag in (W + "br", W + "cr"):
            if child.get(W + "type", "textWrapping") == "textWrapping":
                self.leaf(LINE_BREAK, child, run, BREAK)
        elif tag == W + "noBreakHyphen":
            self.leaf(NO_BREAK_HYPHEN, child, run, OBJECT)
        elif tag == W + "sym":
            try:
                code = int(child.get(W + "char", ""), 16)
            except ValueError:
                code = 0xFFFD
            self.leaf(symbol(code, child.get(W + "font", "")), child, run, OBJECT)
        elif tag in NOTE_MARKS:
            self.leaf(THING, child, run, OBJECT)
        elif tag in DRAWINGS:
            self.drawing(child, run)
        elif tag == MC + "AlternateContent":
            choice = child.find(MC + "Choice")
            for inner in () if choice is None else choice:
                self.run_child(inner, run)
        elif tag == W + "fldChar":
            self.field_character(child)
        elif tag == W + "instrText":
            if self.fields and self.fields[-1][1] is None:
                self.fields[-1][0] = f"{self.fields[-1][0]}{child.text or ''}"
        elif tag == W + "commentReference":
            self.view.comments.append(Comment(child.get(W + "id", ""), self.span(self.length)))

    def drawing(self, element: Element, run: Element) -> None:
        """A picture, a chart, an old equation, or a text box."""
        found = list(outermost(element, TEXT_BOXES))
        self.boxes += found
        pictures = (A + "blip", V + "imagedata", O + "OLEObject")
        if not found or any(next(element.iter(tag), None) is not None for tag in pictures):
            self.leaf(THING, element, run, OBJECT)

    def field_character(self, child: Element) -> None:
        """The begin, the middle or the end of a field."""
        kind = child.get(W + "fldCharType", "")
        if kind == "begin":
            self.fields.append(["", None, is_on_attribute(child)])
        elif kind == "separate" and self.fields:
            self.fields[-1][1] = self.length
        elif kind == "end" and self.fields:
            self.end_field()

    def end_field(self) -> None:
        """Note the innermost open field."""
        instruction, start, dirty = self.fields.pop()
        begun = start if isinstance(start, int) else self.length
        words = " ".join(str(instruction).split())
        data = words.partition("{")[2]
        found = Field(words, self.span(begun), bool(dirty), "{" + data if data else "")
        self.view.fields.append(found)

    def citation_control(self, control: Element, start: int) -> None:
        """Note a content control in which a reference manager keeps a citation: its data is in
        the tag.
        """
        tag = value(control.find(W + "sdtPr"), "tag")
        if tag.startswith(("MENDELEY_", "CITAVI", "EndNote")):
            name, _, data = tag.partition("_v3_")
            self.view.fields.append(Field(name, self.span(start), False, data))

    def leaf(self, text: str, element: Element, run: Element | None, kind: str) -> None:
        """Add characters to the source."""
        in_result = any(isinstance(field[1], int) for field in self.fields)
        end = self.length + len(text)
        self.part.leaves.append(
            Leaf(self.length, end, element, run, kind, kind == TEXT and not in_result)
        )
        self.pieces.append(text)
        self.length = end

    def span(self, start: int) -> Span:
        """From ``start`` to here."""
        return Span(self.part.source, start, self.length)

    def revision(self, kind: str, element: Element, start: int) -> None:
        """Note a tracked change."""
        author = element.get(W + "author", "")
        self.view.revisions.append(Revision(kind, author, self.span(start)))


def is_on_attribute(element: Element) -> bool:
    """True when Word has marked the field as one to renew."""
    return element.get(W + "dirty", "false") in ("1", "true", "on")


def blocks(element: Element, container: str, depth: int) -> Iterator[tuple[Element, str, int]]:
    """The paragraphs below ``element`` in document order, each with what holds it and how deep."""
    waiting = [(child, container, depth) for child in reversed(element)]
    while waiting:
        child, within, deep = waiting.pop()
        tag = child.tag
        if tag == W + "p":
            yield child, within, deep
        elif tag == W + "tbl":
            waiting += [(inner, "cell", deep + 1) for inner in reversed(child)]
        elif tag in (W + "del", W + "moveFrom", MC + "Fallback"):
            continue
        else:
            waiting += [(inner, within, deep) for inner in reversed(child)]


def outermost(element: Element, tags: tuple[str, ...]) -> Iterator[Element]:
    """The elements of these tags below ``element`` that stand in no other such, ``mc:Fallback``
    left out.
    """
    waiting = list(reversed(element))
    while waiting:
        child = waiting.pop()
        if child.tag in tags:
            yield child
        elif child.tag != MC + "Fallback":
            waiting += reversed(child)
