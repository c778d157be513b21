"""Converts a LaTeX paper to a Word draft: text, headings, floats, notes and the reference list.

Parts that exist only in LaTeX (packages, lengths, placement, labels that are not printed) are left
out.
"""

from __future__ import annotations

import re

from ieeelint.paper import placeholders, zones
from ieeelint.paper import text as marks
from ieeelint.paper.floats import Float
from ieeelint.paper.model import Paper
from ieeelint.paper.zones import Passage

ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))
LOOKS = {marks.ITALIC: "i", marks.BOLD: "b", marks.SUPERSCRIPT: "sup", marks.SUBSCRIPT: "sub"}
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def escaped(text: str) -> str:
    """Text for a sketch; a newline of the source becomes a space."""
    for character, name in ESCAPES:
        text = text.replace(character, name)
    return re.sub(r"\s*\n\s*", " ", text)


class Twin:
    """Writes the sketch of one paper."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.at = {mark.start: mark for mark in paper.text.marks if mark.kind in marks.PLACEHOLDERS}
        self.numbers = {entry.key: str(n) for n, entry in enumerate(paper.references, 1)}
        self.footnotes = {note.position: note for note in paper.footnotes if note.position >= 0}

    def sketch(self) -> str:
        """The lines of the draft."""
        paper = self.paper
        lines = self.front()
        blocks: list[tuple[tuple[int, ...], list[str]]] = []
        for heading in paper.headings:
            style = f"heading {min(heading.level, 4)}" if heading.numbered else "heading 5"
            blocks.append((heading.order, [f"[{style}] {self.words(heading.passage)}"]))
        for paragraph in paper.paragraphs:
            if paragraph.passage.zone not in (zones.PROSE, zones.ACKNOWLEDGMENT):
                continue
            style = (
                "bullet list" if paragraph.environment in ("itemize", "enumerate") else "Body Text"
            )
            if paragraph.passage.is_quotation:
                style = "Quote"
            blocks.append((paragraph.order, self.flow(paragraph.passage, style)))
        blocks += [(figure.order, self.figure(figure)) for figure in paper.figures]
        blocks += [(table.order, self.table(table)) for table in paper.tables]
        for _, block in sorted(blocks, key=lambda block: block[0]):
            lines += block
        if paper.references:
            lines.append("[heading 5] References")
            lines += [f"[references] {self.words(entry.passage)}" for entry in paper.references]
        return "\n".join([*lines, "[section columns=2]"]) + "\n"

    def front(self) -> list[str]:
        """Title, authors, abstract and keywords."""
        paper = self.paper
        lines = []
        if paper.title is not None:
            lines += [f"[paper title] {self.words(paper.title.passage)}", "[section columns=1]"]
        for author in paper.author_block.authors if paper.author_block is not None else ():
            block = [*([author.names] if author.names else []), *author.lines]
            lines.append("[Author] " + "<br/>".join(map(self.words, block)))
        if lines:
            lines.append("[section columns=1]")
        for abstract in paper.abstracts:
            for number, passage in enumerate(abstract.passages):
                label = "" if number else "<i>Abstract</i>—"
                lines.append(f"[Abstract] {label}{self.words(passage)}")
        for keywords in paper.keywords:
            lines.append(f"[Keywords] <i>Keywords</i>—{self.words(keywords.passage)}")
        thanks = [note for note in paper.footnotes if note.command == "thanks" and note.passage]
        return lines + [f"[sponsors] {self.words(note.passage)}" for note in thanks]

    def flow(self, passage: Passage, style: str) -> list[str]:
        """A paragraph, split at its displayed formulas."""
        lines = []
        start = passage.start
        plain = self.paper.text.plain
        for position in range(passage.start, passage.end + 1):
            at_end = position == passage.end
            if not at_end and plain[position] != marks.DISPLAY:
                continue
            words = self.between(start, position).strip()
            if words:
                lines.append(f"[{style}] {words}")
            if not at_end:
                equation = self.at[position].data
                content = escaped(self.formula(equation.content)) if equation else "x"
                number = f"<tab/>({equation.numbers[0]})" if equation and equation.numbers else ""
                lines.append(f"[equation] <tab/><math>{content}</math>{number}")
            start = position + 1
        return lines

    def figure(self, figure: Float) -> list[str]:
        """A picture and its caption."""
        captions = [
            f"[figure caption] {self.words(caption.passage)}" for caption in figure.captions
        ]
        above = (
            figure.captions
            and figure.graphics
            and (figure.captions[0].span.start < figure.graphics[0].span.start)
        )
        picture = ["[Normal] <picture/>"]
        return [*captions, *picture] if above else [*picture, *captions]

    def table(self, table: Float) -> list[str]:
        """A title and its table."""
        title = [f"[table head] {self.words(caption.passage)}" for caption in table.captions]
        rows = []
        for grid in table.grids:
            rows += ["| " + " | ".join(map(self.words, row)) + " |" for row in grid.rows if row]
        below = (
            table.captions
            and table.grids
            and (table.captions[0].span.start > table.grids[0].span.end)
        )
        return [*rows, *title] if below else [*title, *rows]

    def words(self, passage: Passage) -> str:
        """The words of a passage."""
        return self.between(passage.start, passage.end).strip()

    def between(self, start: int, end: int) -> str:
        """The words from ``start`` to ``end`` with their marks."""
        opening: dict[int, list[str]] = {}
        closing: dict[int, list[str]] = {}
        for mark in self.paper.text.marks:
            if mark.kind in LOOKS and start <= mark.start < mark.end <= end:
                opening.setdefault(mark.start, []).append(f"<{LOOKS[mark.kind]}>")
                closing.setdefault(mark.end, []).insert(0, f"</{LOOKS[mark.kind]}>")
        pieces = []
        for position in range(start, end):
            pieces += closing.get(position, []) + opening.get(position, [])
            pieces.append(self.character(position))
        return escaped_joined("".join([*pieces, *closing.get(end, [])]))

    def character(self, position: int) -> str:
        """One character, or the printed text of a placeholder."""
        character = self.paper.text.plain[position]
        mark = self.at.get(position)
        if mark is None:
            return escaped(character) if character != "\n" else "\n"
        data = mark.data
        if character == marks.MATH:
            return f"<math>{escaped(self.formula(data.content))}</math>" if data else "x"
        if character == marks.CITE:
            numbers = [self.numbers.get(key, "1") for key, _ in data.keys]
            return "[" + "], [".join(numbers) + "]"
        if character == marks.REF:
            return self.reference(data)
        if character == marks.QUANTITY:
            return f"{data.number}\u00a0{data.unit}"
        if character == marks.NOTE:
            note = self.footnotes.get(position)
            if note is None or note.passage is None or note.command == "thanks":
                return ""  # funding is in a separate paragraph
            return f"<note>{self.words(note.passage)}</note>"
        if character == marks.CODE:
            address = re.search(r"https?://[^\s{}]+", mark.span.text)
            return escaped(address.group()) if address else "code"
        return ""

    def reference(self, reference: placeholders.CrossReference) -> str:
        """The printed number of a cross-reference."""
        printed = []
        for key, _ in reference.keys:
            label = self.paper.labels.get(key)
            printed.append(label.number if label is not None and label.number else "1")
        numbers = " and ".join(printed)
        return numbers.strip("()")  # the parentheses of \\eqref are in the text

    def formula(self, content: str) -> str:
        """The formula as an author types it in Word: without extra spaces, labels and alignment."""
        content = re.sub(r"\\label\{[^{}]*\}|\\nonumber|\\notag|%[^\n]*", "", content)
        return re.sub(r"\s+", " ", content.replace("&", "")).strip() or "x"


def escaped_joined(text: str) -> str:
    """The text with its newlines replaced with spaces."""
    return re.sub(r"[ \t]*\n[ \t]*", " ", text)


def sketch_of(paper: Paper) -> str:
    """The sketch of the Word twin of a LaTeX paper."""
    return Twin(paper).sketch()
