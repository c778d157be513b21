"""From the view of a Word draft to the paper: passages, headings, floats, references."""

from __future__ import annotations

from ieeelint.ooxml.names import W
from ieeelint.paper import blocks, floats, model, zones
from ieeelint.paper import word_roles as roles
from ieeelint.paper.language import language_of
from ieeelint.paper.source import Span
from ieeelint.paper.text import DISPLAY
from ieeelint.patterns import pattern
from ieeelint.readers.passages import PassageBuilder, tie
from ieeelint.readers.word import author_blocks, displays, entries, float_bodies, labels
from ieeelint.readers.word.content import Content
from ieeelint.readers.word.detecting_roles import detect_roles
from ieeelint.readers.word.opening import open_draft
from ieeelint.readers.word.outlining import outline
from ieeelint.readers.word.traits import heading_level
from ieeelint.views.draft import Draft

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.views.word import Part, WordParagraph, WordView

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
    roles.BIOGRAPHY: zones.BIOGRAPHY,
    roles.REFERENCE: zones.REFERENCE,
}
LABELS = {
    roles.ABSTRACT: labels.ABSTRACT_LABEL,
    roles.KEYWORDS: labels.KEYWORDS_LABEL,
    roles.FIGURE_CAPTION: labels.FIGURE_LABEL,
    roles.TABLE_CAPTION: labels.TABLE_LABEL,
    roles.REFERENCE: labels.REFERENCE_LABEL,
}
HEADS = {roles.ABSTRACT: "abstract", roles.KEYWORDS: "keywords"}
QUOTATIONS = ("quote", "intensequote")  # Word's own styles of block quotations
CAPTIONS = (roles.FIGURE_CAPTION, roles.TABLE_CAPTION)
MULTIPLE = (*CAPTIONS, roles.KEYWORDS, roles.TITLE)  # that may go on in the next paragraph
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
    tie(paper, filler.builders)
    float_bodies.fill(view, filler.floats, filler.passages)
    if paper.author_block is not None:
        author_blocks.fill(paper.author_block)
    outline(view, paper)
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
        self.entry: PassageBuilder | None = None  # the last one of the reference list
        self.is_open = False  # whether that entry so far ends without a period
        self.head = ""  # the words of a heading of the abstract or the index terms
        self.before: PassageBuilder | None = None  # that may go on in the next paragraph
        self.entries_are_numbered = any(
            paragraph.role == roles.REFERENCE
            and (paragraph.printed or pattern(labels.REFERENCE_LABEL).match(paragraph.plain))
            for paragraph in view.paragraphs
        )
        self.floats: dict[int, floats.Float] = {}  # by the number of the caption's paragraph
        self.passages: dict[int, zones.Passage] = {}  # of the document, by paragraph
        # Captions of tables that the style numbers as figures, and the other way round.
        self.miscounted = {blocks.FIGURE: 0, blocks.TABLE: 0}
        self.content = Content(paper)

    def add(self, paragraph: WordParagraph) -> None:
        """Add one paragraph according to its role."""
        before, self.before = self.before, None
        if paragraph.role == roles.EQUATION:
            self.display(paragraph)
            return
        if paragraph.role in HEADS and labels.is_head(HEADS[paragraph.role], paragraph.plain):
            self.head = labels.bare_head(paragraph.plain)
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
            self.content.add(self.running, paragraph, paragraph.span.start)
            self.after_display = False
            return
        self.after_display = False
        self.in_abstract = paragraph.role == roles.ABSTRACT
        label, start = self.label(paragraph)
        if paragraph.goes_on and before is not None:
            before.typed("\n", paragraph.part.source, paragraph.span.start - 1)
            self.content.add(before, paragraph, start)
            self.before = before
            if paragraph.role in CAPTIONS:
                self.floats[paragraph.number] = next(reversed(self.floats.values()))
            return
        if paragraph.role != roles.REFERENCE:
            self.entry = None
        elif self.entry is not None and not label and self.is_rest(paragraph):
            if self.is_open or entries.is_rest(paragraph):
                self.entry.typed("\n", paragraph.part.source, paragraph.span.start - 1)
                self.content.add(self.entry, paragraph, start)
                self.is_open = entries.is_open(paragraph)
                return
            self.entry = None
        self.passage(paragraph, zone, label, start)
        if paragraph.head:
            self.behind_head(paragraph)

    def label(self, paragraph: WordParagraph) -> tuple[str, int]:
        """The label that the paragraph's role strips from its words, and where its words begin."""
        start = paragraph.span.start
        if paragraph.role not in LABELS:
            return "", start
        match = pattern(LABELS[paragraph.role]).match(paragraph.plain)
        if match is None and paragraph.role == roles.FIGURE_CAPTION:
            match = pattern(labels.UNNUMBERED_LABEL).match(paragraph.plain)
        # A label typed in addition to the automatic one prints twice: it stays for the rules.
        twice = paragraph.role in CAPTIONS and labels.own(paragraph.role, paragraph.printed)
        if match is None or twice:
            return "", start
        return match.group(), start + match.end()

    def passage(self, paragraph: WordParagraph, zone: str, label: str, start: int) -> None:
        """Add a passage with the words of the paragraph, or of its head, and what it is."""
        builder = PassageBuilder(zone, self.rank(paragraph))
        builder.is_item = paragraph.is_bullet or paragraph.role == roles.LIST_ITEM
        builder.passage.is_quotation = paragraph.style.key in QUOTATIONS
        further = entries.further(paragraph) if paragraph.role == roles.REFERENCE else []
        end = further[0].before if further else paragraph.head and start + paragraph.head
        if label.lstrip("\ufffc ").startswith("(") and paragraph.role in CAPTIONS:
            end = paragraph.span.start + paragraph.plain.rindex(")")
        self.content.add(builder, paragraph, start, end)
        if paragraph.role in MULTIPLE:
            self.before = builder
        if builder.source is None and not (label and paragraph.role in CAPTIONS):
            return
        self.builders.append(builder)
        if paragraph.part is self.view.document:
            self.passages[paragraph.number] = builder.passage
        self.running = builder if paragraph.role in (roles.BODY, roles.LIST_ITEM) else None
        if paragraph.role == roles.REFERENCE:
            if not label and self.is_rest(paragraph):
                return
            self.entry, self.is_open = builder, entries.is_open(paragraph)
        self.place(paragraph, builder.passage, label)
        for number, entry in enumerate(further, 1):
            other = PassageBuilder(zone, (*self.rank(paragraph), number))
            self.content.add(other, paragraph, entry.start, entry.end)
            self.builders.append(other)
            self.entry = other
            mark = Span(entry.span.source, entry.span.start, entry.span.start)
            block = blocks.Reference(entry.span, entry.key, mark, other.passage)
            block.order = other.order
            self.paper.references.append(block)

    def is_rest(self, paragraph: WordParagraph) -> bool:
        """True for the rest of the entry before: without a number in a numbered list, or with a
        small first letter.
        """
        is_small = not paragraph.plain.lstrip()[:1].isupper()
        return not paragraph.printed and (self.entries_are_numbered or is_small)

    def behind_head(self, paragraph: WordParagraph) -> None:
        """Add the text that follows a heading in the same paragraph."""
        rank = (*self.rank(paragraph), 1)
        builder = PassageBuilder(zones.PROSE, rank)
        start = paragraph.span.start + paragraph.head
        self.content.add(builder, paragraph, start)
        if builder.source is not None:
            self.builders.append(builder)
            self.running = builder
            span = Span(paragraph.span.source, start, paragraph.span.end)
            block = blocks.Paragraph(span, builder.passage, "")
            block.order = rank
            self.paper.paragraphs.append(block)

    def rank(self, paragraph: WordParagraph) -> tuple[int, ...]:
        """The place of the paragraph among all passages."""
        return (self.view.parts.index(paragraph.part), paragraph.number)

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
            note = self.content.marked.get(owners.get(paragraph.element, ""))
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
        rank = self.rank(paragraph)
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

    def place(self, paragraph: WordParagraph, passage: zones.Passage, label: str) -> None:
        """Add the part of the paper that the paragraph is."""
        paper, role, span = self.paper, paragraph.role, paragraph.span
        rank = self.rank(paragraph)
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
            block = blocks.Keywords(span, passage, label.strip(" —–:.-") or self.head)
            paper.keywords.append(block)
        elif role == roles.HEADING:
            block = self.heading(paragraph, passage)
        elif role in (roles.FIGURE_CAPTION, roles.TABLE_CAPTION):
            block = self.float(paragraph, passage, label)
        elif role == roles.REFERENCE:
            key = (label or paragraph.printed).strip("[]() \t\u00a0.")
            block = blocks.Reference(span, key, Span(span.source, span.start, span.start), passage)
            paper.references.append(block)
        elif role in (roles.BODY, roles.LIST_ITEM):
            block = blocks.Paragraph(span, passage, "itemize" if role == roles.LIST_ITEM else "")
            paper.paragraphs.append(block)
        if block is not None:
            block.order = rank

    def heading(self, paragraph: WordParagraph, passage: zones.Passage) -> blocks.Heading:
        """Add a heading; Heading 5 is the template's style for unnumbered ones."""
        level = paragraph.level or 1
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
        has_number = not label or any(map(str.isdecimal, label)) or not is_figure
        command = paragraph.style.name + ("" if has_number else "*")  # as \\caption* prints none
        entry.captions.append(floats.Caption(passage, paragraph.span, False, command))
        printed = labels.own(paragraph.role, paragraph.printed)
        number = pattern(r"\b[IVXL]+\b|\d+(?:\.\d+)*").search(label or printed)
        entry.number = number.group() if number else ""
        if printed and not label:
            entry.number = labels.fewer(entry.number, self.miscounted[kind])
        elif printed != paragraph.printed:
            self.miscounted[blocks.TABLE if is_figure else blocks.FIGURE] += 1
        (self.paper.figures if is_figure else self.paper.tables).append(entry)
        self.floats[paragraph.number] = entry
        return entry
