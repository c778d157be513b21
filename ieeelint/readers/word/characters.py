"""The text of a part: its paragraphs as lines of one source, and the element of each character."""

from __future__ import annotations

from ieeelint.ooxml.controls import generated_paragraphs, is_generated
from ieeelint.ooxml.names import MC, VAL, A, M, O, R, V, W, outermost, value
from ieeelint.paper.outline import THING
from ieeelint.paper.source import Source, Span
from ieeelint.patterns import pattern
from ieeelint.readers.word.symbols import printed_text, symbol
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

# Characters of the source for what is not text.
LINE_BREAK = "\x0b"
COLUMN_BREAK = "\x0c"
NO_BREAK_HYPHEN = "\u2011"
HYPERLINK = r"HYPERLINK\s+\"([^\"]+)\""

DEEPEST = 200  # levels of nesting followed; real drafts stay below 30
# Inline elements that are read as if only their content were there.
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
# In Strict files of Word the content of a text box has another namespace.
TEXT_BOXES = (
    W + "txbxContent",
    "{http://schemas.microsoft.com/office/word/2006/wordml}txbxContent",
)


class OpenField:
    """A field whose end is not read yet; ``start`` is where its result begins, if it has begun."""

    __slots__ = ("instruction", "start", "is_dirty")

    def __init__(self, instruction: str, start: int | None, is_dirty: bool) -> None:
        self.instruction = instruction
        self.start = start
        self.is_dirty = is_dirty


class PartReader:
    """Reads one part into its source, leaves and paragraphs; ``view`` gets everything else."""

    def __init__(self, view: WordView, name: str, root: Element) -> None:
        self.view = view
        self.part = Part(name, root)
        self.part.source = Source(view.package.path, "", is_word=True)
        self.pieces: list[str] = []
        self.length = 0
        self.boxes: list[Element] = []  # text boxes of the current paragraph
        self.fields: list[OpenField] = []  # the innermost last
        self.kept = 0  # open content controls whose text the author does not type

    def read(self) -> Part:
        """Read the part."""
        kept = generated_paragraphs(self.part.root)
        for paragraph, container, depth in blocks(self.part.root, "body", 0):
            self.kept = paragraph in kept
            self.paragraph(paragraph, container, depth)
        self.part.source.text = "".join(self.pieces)
        self.view.parts.append(self.part)
        return self.part

    def paragraph(
        self, element: Element, container: str, depth: int, host: WordParagraph | None = None
    ) -> None:
        """Read one paragraph, then those of its text boxes."""
        styles = self.view.styles
        properties = element.find(W + "pPr")
        style_name = None if properties is None else properties.find(W + "pStyle")
        style = styles.style("" if style_name is None else style_name.get(VAL, ""))
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
        """Read the runs and everything between them."""
        if depth > DEEPEST:
            return
        for child in element:
            tag = child.tag
            if tag == W + "r":
                self.run(child, paragraph)
            elif tag == W + "fldSimple":
                instruction = child.get(W + "instr", "")
                self.fields.append(OpenField(instruction, self.length, is_dirty(child)))
                self.inline(child, paragraph, depth + 1)
                self.end_field()
            elif tag in TRANSPARENT:
                start = self.length
                is_kept = tag == W + "sdt" and is_generated(child)
                self.kept += is_kept
                self.inline(child, paragraph, depth + 1)
                self.kept -= is_kept
                if tag == W + "hyperlink":
                    self.link(child, start)
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
        """Read the characters of one run."""
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
        """Read one piece of a run."""
        tag = child.tag
        if tag == W + "t":
            if child.text:
                self.leaf(printed_text(child.text), child, run, TEXT)
        elif tag in (W + "tab", W + "ptab"):
            self.leaf("\t", child, run, TAB)
        elif tag in (W + "br", W + "cr"):
            kind = child.get(W + "type", "textWrapping")
            if kind == "textWrapping":
                self.leaf(LINE_BREAK, child, run, BREAK)
            elif kind == "column" and self._has_words():
                self.leaf(COLUMN_BREAK, child, run, BREAK)  # as between two authors
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
            if self.fields and self.fields[-1].start is None:
                self.fields[-1].instruction += child.text or ""
        elif tag == W + "lastRenderedPageBreak":
            self.part.pages.append(self.length)
        elif tag == W + "commentReference":
            self.view.comments.append(Comment(child.get(W + "id", ""), self.span(self.length)))

    def _has_words(self) -> bool:
        """True after the first character of the current paragraph."""
        return self.length > self.part.paragraphs[-1].span.start

    def drawing(self, element: Element, run: Element) -> None:
        """Read a picture, a chart, an old equation or a text box."""
        text_boxes = list(outermost(element, TEXT_BOXES))
        self.boxes += text_boxes
        pictures = (A + "blip", V + "imagedata", O + "OLEObject")
        if not text_boxes or any(next(element.iter(tag), None) is not None for tag in pictures):
            self.leaf(THING, element, run, OBJECT)

    def field_character(self, child: Element) -> None:
        """Read the beginning, the middle or the end of a field."""
        kind = child.get(W + "fldCharType", "")
        if kind == "begin":
            self.fields.append(OpenField("", None, is_dirty(child)))
        elif kind == "separate" and self.fields:
            self.fields[-1].start = self.length
        elif kind == "end" and self.fields:
            self.end_field()

    def end_field(self) -> None:
        """Close the innermost open field."""
        field = self.fields.pop()
        start = self.length if field.start is None else field.start
        instruction = " ".join(field.instruction.split())
        data = instruction.partition("{")[2]
        self.view.fields.append(
            Field(instruction, self.span(start), field.is_dirty, "{" + data if data else "")
        )

        if target := pattern(HYPERLINK).match(instruction):
            self.part.paragraphs[-1].links.append((self.span(start), target[1]))

    def link(self, element: Element, start: int) -> None:
        """Note the address of a link to the outside."""
        links = self.view.package.relationships(self.part.name)
        target = links.get(element.get(R + "id", ""))
        if target is not None and target.is_external:
            self.part.paragraphs[-1].links.append((self.span(start), target.target))

    def citation_control(self, control: Element, start: int) -> None:
        """Note a content control with a reference manager's citation, whose data are in the tag."""
        tag = value(control.find(W + "sdtPr"), "tag")
        if tag.startswith(("MENDELEY_", "CITAVI", "EndNote")):
            name, _, data = tag.partition("_v3_")
            self.view.fields.append(Field(name, self.span(start), False, data))

    def leaf(self, text: str, element: Element, run: Element | None, kind: str) -> None:
        """Add characters to the source."""
        in_result = any(field.start is not None for field in self.fields)
        end = self.length + len(text)
        self.part.leaves.append(
            Leaf(
                self.length, end, element, run, kind, kind == TEXT and not (in_result or self.kept)
            )
        )
        self.pieces.append(text)
        self.length = end

    def span(self, start: int) -> Span:
        """The span from ``start`` to the current position."""
        return Span(self.part.source, start, self.length)

    def revision(self, kind: str, element: Element, start: int) -> None:
        """Note a tracked change."""
        author = element.get(W + "author", "")
        self.view.revisions.append(Revision(kind, author, self.span(start)))


def is_dirty(element: Element) -> bool:
    """True when Word has marked the field for an update."""
    return element.get(W + "dirty", "false") in ("1", "true", "on")


def blocks(element: Element, container: str, depth: int) -> Iterator[tuple[Element, str, int]]:
    """The paragraphs below ``element`` in document order, each with its container and depth."""
    queue = [(child, container, depth) for child in reversed(element)]
    while queue:
        child, inner_container, inner_depth = queue.pop()
        tag = child.tag
        if tag == W + "p":
            yield child, inner_container, inner_depth
        elif tag == W + "tbl":
            queue += [(inner, "cell", inner_depth + 1) for inner in reversed(child)]
        elif tag in (W + "del", W + "moveFrom", MC + "Fallback"):
            continue
        else:
            queue += [(inner, inner_container, inner_depth) for inner in reversed(child)]
