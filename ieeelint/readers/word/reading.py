"""From the view of a Word draft to the paper: passages, headings, floats, references."""

from __future__ import annotations

from ieeelint.ooxml.names import M, W
from ieeelint.paper import blocks, floats, model, placeholders, zones
from ieeelint.paper import word_roles as roles
from ieeelint.paper.language import language_of
from ieeelint.paper.source import Span
from ieeelint.paper.text import DISPLAY, MATH, NOTE, Text
from ieeelint.paper.text import OBJECT as PICTURE
from ieeelint.patterns import pattern
from ieeelint.readers.passages import PassageBuilder, assemble, clean
from ieeelint.readers.word import author_blocks, displays, float_bodies
from ieeelint.readers.word.characters import NOTE_MARKS
from ieeelint.readers.word.detecting_roles import (
    ABSTRACT_LABEL,
    FIGURE_LABEL,
    KEYWORDS_LABEL,
    REFERENCE_LABEL,
    TABLE_LABEL,
    detect_roles,
    heading_level,
    level_by_look,
)
from ieeelint.readers.word.marks import mark_link, mark_run
from ieeelint.readers.word.opening import open_draft
from ieeelint.views.draft import Draft
from ieeelint.views.word import BREAK, OBJECT, TAB

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.views.word import Leaf, Part, WordParagraph, WordView

ZONES = {
    roles.TITLE: zones.TITLE,
    roles.SUBTITLE: zones.TITLE,
    roles.AUTHOR: zones.AUTHOR,
    roles.AFFILIATION: zones.AUTHOR,
    roles.ABSTRACT: zones.ABSTRACT,
    roles.KEYWORDS: zones.KEYWORDS,
    roles.HEADING: zones.HEADING,
    roles.BODY: zones.PROSE,
    roles.LIST_ITEM: zones.PROSE,
    roles.FIGURE_CAPTION: zones.CAPTION,
    roles.TABLE_CAPTION: zones.CAPTION,
    roles.CELL: zones.CELL,
    roles.TABLE_NOTE: zones.TABLE_NOTE,
    roles.FOOTNOTE: zones.FOOTNOTE,
    roles.SPONSORS: zones.THANKS,
    roles.REFERENCE: zones.REFERENCE,
}
LABELS = {
    roles.ABSTRACT: ABSTRACT_LABEL,
    roles.KEYWORDS: KEYWORDS_LABEL,
    roles.FIGURE_CAPTION: FIGURE_LABEL,
    roles.TABLE_CAPTION: TABLE_LABEL,
    roles.REFERENCE: REFERENCE_LABEL,
}
ACKNOWLEDGMENT = r"(?i:acknowledge?ments?)\b"


def read_document(path: str, data: bytes | None = None) -> Draft:
    """Read the Word document at ``path``; ``data`` replaces its content.  Raises ReadError."""
    view = open_draft(path, data)
    detect_roles(view)
    paper = model.Paper(view.document.source, "word")
    paper.sources = [part.source for part in view.parts]
    for name, message in view.package.problems:
        paper.problems.append(
            model.Problem("damaged-part", f"{name} {message}", Span(paper.root, 0, 0))
        )
    filler = Filler(paper, view)
    for paragraph in view.paragraphs:
        filler.add(paragraph)
    for part in view.parts[1:]:
        if part.name.endswith(("footnotes.xml", "endnotes.xml")):
            filler.notes(part)
    paper.text, paper.passages = assemble(filler.builders)
    float_bodies.fill(view, filler.floats, filler.passages)
    if paper.author_block is not None:
        author_blocks.fill(paper.author_block)
    if not paper.text.segments:
        paper.text = Text("", [(0, paper.root, 0, 0)], [])
    paper.language = language_of(paper, "")
    return Draft(paper, word=view)


class Filler:
    """Fills the paper paragraph by paragraph."""

    def __init__(self, paper: model.Paper, view: WordView) -> None:
        self.paper = paper
        self.view = view
        self.builders: list[PassageBuilder] = []
        # The passage that a display, or the text after it, continues.
        self.running: PassageBuilder | None = None
        self.in_abstract = False
        self.after_display = False
        self.floats: dict[int, floats.Float] = {}  # by the number of the caption's paragraph
        self.passages: dict[int, zones.Passage] = {}  # of the document, by paragraph
        self.marked: dict[str, blocks.Footnote] = {}  # by the tag of the mark and its identifier

    def add(self, paragraph: WordParagraph) -> None:
        """Add one paragraph according to its role."""
        if paragraph.role == roles.EQUATION:
            self.display(paragraph)
            return
        zone = ZONES.get(paragraph.role)
        if zone is None:
            if paragraph.role != roles.EMPTY:
                self.running = None
            return
        if zone == zones.PROSE and pattern(ACKNOWLEDGMENT).match(paragraph.heading):
            zone = zones.ACKNOWLEDGMENT
        if paragraph.role == roles.BODY and self.continues(paragraph):
            assert self.running is not None
            self.running.typed("\n", paragraph.part.source, paragraph.span.start - 1)
            self.words(self.running, paragraph, paragraph.span.start)
            self.after_display = False
            return
        self.after_display = False
        self.in_abstract = paragraph.role == roles.ABSTRACT
        rank = (self.view.parts.index(paragraph.part), paragraph.number)
        label, start = "", paragraph.span.start
        if paragraph.role in LABELS:
            match = pattern(LABELS[paragraph.role]).match(paragraph.plain)
            # A label typed in addition to the automatic one prints twice: it stays for the rules.
            twice = paragraph.printed and paragraph.role in (
                roles.FIGURE_CAPTION,
                roles.TABLE_CAPTION,
            )
            if match and not twice:
                label, start = match.group(), start + match.end()
        builder = PassageBuilder(zone, rank)
        builder.is_item = paragraph.is_bullet or paragraph.role == roles.LIST_ITEM
        self.words(builder, paragraph, start)
        if builder.source is None:
            return
        self.builders.append(builder)
        if paragraph.part is self.view.document:
            self.passages[paragraph.number] = builder.passage
        self.running = builder if paragraph.role in (roles.BODY, roles.LIST_ITEM) else None
        if paragraph.role == roles.REFERENCE and not label and not paragraph.printed:
            return  # the rest of the previous entry, or not an entry at all
        self.place(paragraph, builder.passage, label, rank)

    def notes(self, part: Part) -> None:
        """Add the text of footnotes or endnotes, each to its mark."""
        owners = {
            inner: note.tag + note.get(W + "id", "")
            for note in part.root
            for inner in note.iter(W + "p")
        }
        for paragraph in part.paragraphs:
            paragraph.role = roles.FOOTNOTE if paragraph.plain.strip() else roles.EMPTY
            before = len(self.builders)
            self.add(paragraph)
            note = self.marked.get(owners.get(paragraph.element, ""))
            if note is not None and note.passage is None and len(self.builders) > before:
                note.passage = self.builders[-1].passage

    def continues(self, paragraph: WordParagraph) -> bool:
        """True when the paragraph continues the sentence around a display."""
        return (
            self.running is not None
            and self.after_display
            and paragraph.plain.lstrip()[:1].islower()
        )

    def display(self, paragraph: WordParagraph) -> None:
        """Add a displayed formula to the paragraph before it."""
        rank = (self.view.parts.index(paragraph.part), paragraph.number)
        equation = displays.equation_of(paragraph)
        equation.order = rank
        self.paper.equations.append(equation)
        if self.in_abstract:
            self.paper.abstracts[-1].displays.append(equation.span)
        if self.running is None:
            self.running = PassageBuilder(zones.PROSE, rank)
            self.builders.append(self.running)
        else:
            self.running.typed("\n", paragraph.part.source, paragraph.span.start - 1)
        self.running.placed(DISPLAY, equation.span, equation)
        self.after_display = True

    def words(self, builder: PassageBuilder, paragraph: WordParagraph, start: int) -> None:
        """Add the characters of the paragraph from ``start`` on, with their marks."""
        for run in paragraph.runs:
            mark_run(builder, run, start - builder.length, start)
        for span, address in paragraph.links:
            mark_link(builder, span, address, start - builder.length, start)
        leaves = paragraph.part.leaves
        at = paragraph.part.index_of_leaf(start)
        while at < len(leaves) and leaves[at].start < paragraph.span.end:
            leaf = leaves[at]
            at += 1
            first = max(leaf.start, start)
            text = paragraph.part.source.text[first : leaf.end]
            if leaf.kind == OBJECT and text == "\ufffc":
                self.thing(builder, leaf, paragraph)
            elif leaf.kind == BREAK:
                builder.typed("\n", paragraph.part.source, first)
            elif leaf.kind == TAB:
                builder.typed(" ", paragraph.part.source, first)
            else:
                builder.typed(clean(text), paragraph.part.source, first)

    def thing(self, builder: PassageBuilder, leaf: Leaf, paragraph: WordParagraph) -> None:
        """Add what is not text: a formula, a footnote mark, a picture."""
        span = Span(paragraph.part.source, leaf.start, leaf.end)
        element = leaf.element
        if element.tag in NOTE_MARKS:
            note = blocks.Footnote(span, None, builder.zone, "footnote")
            note.order = builder.order
            self.paper.footnotes.append(note)
            self.marked[element.tag.removesuffix("Reference") + element.get(W + "id", "")] = note
            builder.placed(NOTE, span, note)
        elif element.tag in displays.FORMULAS:
            if element.tag == M + "oMathPara" or _stands_alone(paragraph, leaf):
                equation = displays.inner_display(leaf, span)
                equation.order = builder.order
                self.paper.equations.append(equation)
                builder.placed(DISPLAY, span, equation)
            else:
                builder.placed(MATH, span, placeholders.Math(displays.content_of(leaf), span))
        else:
            builder.placed(PICTURE, span)

    def place(
        self, paragraph: WordParagraph, passage: zones.Passage, label: str, rank: tuple[int, ...]
    ) -> None:
        """Add the part of the paper that the paragraph is."""
        paper, role, span = self.paper, paragraph.role, paragraph.span
        block: blocks.Block | None = None
        if role == roles.TITLE and paper.title is None:
            block = paper.title = blocks.Title(span, passage)
            paper.title.notes += [note for note in paper.footnotes if note.zone == zones.TITLE]
        elif role == roles.SUBTITLE and paper.title is not None:
            paper.title.subtitle = span
        elif role in (roles.AUTHOR, roles.AFFILIATION):
            if paper.author_block is None:
                paper.author_block = blocks.AuthorBlock(span, "plain")
                paper.author_block.order = rank
            paper.author_block.passages.append(passage)
        elif role == roles.ABSTRACT:
            if not paper.abstracts:
                paper.abstracts.append(blocks.Abstract(span, "abstract"))
                paper.abstracts[0].order = rank
            paper.abstracts[-1].passages.append(passage)
        elif role == roles.KEYWORDS:
            block = blocks.Keywords(span, passage, label.strip(" —–:.-"))
            paper.keywords.append(block)
        elif role == roles.HEADING:
            block = self.heading(paragraph, passage)
        elif role in (roles.FIGURE_CAPTION, roles.TABLE_CAPTION):
            block = self.float(paragraph, passage, label)
        elif role == roles.REFERENCE:
            key = (label or paragraph.printed).strip("[] .")
            block = blocks.Reference(span, key, Span(span.source, span.start, span.start), passage)
            paper.references.append(block)
        elif role in (roles.BODY, roles.LIST_ITEM):
            block = blocks.Paragraph(span, passage, "itemize" if role == roles.LIST_ITEM else "")
            paper.paragraphs.append(block)
        if block is not None:
            block.order = rank

    def heading(self, paragraph: WordParagraph, passage: zones.Passage) -> blocks.Heading:
        """Add a heading; Heading 5 is the template's style for unnumbered ones."""
        level = heading_level(paragraph) or level_by_look(paragraph) or 1
        heading = blocks.Heading(
            paragraph.span,
            1 if level == 5 else level,
            passage,
            bool(paragraph.printed),
            paragraph.style.name if heading_level(paragraph) else "",
        )
        heading.number = paragraph.printed.rstrip(".)")
        self.paper.headings.append(heading)
        return heading

    def float(self, paragraph: WordParagraph, passage: zones.Passage, label: str) -> floats.Float:
        """Add a figure or a table, known by its caption."""
        is_figure = paragraph.role == roles.FIGURE_CAPTION
        kind = blocks.FIGURE if is_figure else blocks.TABLE
        entry = floats.Float(paragraph.span, kind, "", paragraph.span)
        entry.captions.append(floats.Caption(passage, paragraph.span, False, paragraph.style.name))
        number = pattern(r"[IVXL]+\b|\d+").search(label or paragraph.printed)
        entry.number = number.group() if number else ""
        (self.paper.figures if is_figure else self.paper.tables).append(entry)
        self.floats[paragraph.number] = entry
        return entry


def _stands_alone(paragraph: WordParagraph, leaf: Leaf) -> bool:
    """True for a formula between line breaks."""
    words, at = paragraph.plain, leaf.start - paragraph.span.start
    before, after = words[:at].rstrip(" \t"), words[at + 1 :].lstrip(" \t.,;:")
    return before.endswith("\x0b") and (not after or after.startswith("\x0b"))
