"""The characters of a paragraph in a passage: its words, links, formulas, notes, and pictures."""

from __future__ import annotations

from ieeelint.ooxml.names import M, W
from ieeelint.paper import blocks, placeholders
from ieeelint.paper.source import Span
from ieeelint.paper.text import DISPLAY, MATH, NOTE
from ieeelint.paper.text import OBJECT as PICTURE
from ieeelint.readers.passages import clean
from ieeelint.readers.word import displays
from ieeelint.readers.word.characters import NOTE_MARKS
from ieeelint.readers.word.marks import has_code_font, mark_code, mark_link, mark_run
from ieeelint.views.word import BREAK, OBJECT, TAB

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper import model
    from ieeelint.readers.passages import PassageBuilder
    from ieeelint.views.word import Leaf, Part, WordParagraph


class Content:
    """Adds the characters of paragraphs to passages; ``marked`` are the notes by the tag of their
    mark and its identifier.
    """

    def __init__(self, paper: model.Paper) -> None:
        self.paper = paper
        self.marked: dict[str, blocks.Footnote] = {}
        self._fonts: dict[str, bool] = {}  # whether each is a font of code
        self._has_little_code: dict[str, bool] = {}  # by part: whether less than a third of it is

    def add(
        self, builder: PassageBuilder, paragraph: WordParagraph, start: int, end: int = 0
    ) -> None:
        """Add the characters from ``start`` to ``end``, by default to the end, with their marks."""
        end = end or paragraph.span.end
        fonts = {run.look.font: run for run in paragraph.runs if run.span.text.strip()}
        is_all_code = False
        if len(fonts) == 1:
            ((font, sample),) = fonts.items()
            if font not in self._fonts:
                self._fonts[font] = has_code_font(sample)
            is_all_code = self._fonts[font] and self._has_little(paragraph.part)
        for run in paragraph.runs:
            if run.span.start < end:
                is_code = is_all_code or (len(fonts) > 1 and has_code_font(run))
                mark_run(builder, run, start - builder.length, start, end, is_code)
        part = paragraph.part.source
        mark_code(builder, part.text[start:end], Span(part, start, end), start - builder.length)
        for span, address in paragraph.links:
            if start <= span.start < end:
                mark_link(builder, span, address, start - builder.length, start)
        leaves = paragraph.part.leaves
        at = paragraph.part.index_of_leaf(start)
        while at < len(leaves) and leaves[at].start < end:
            leaf = leaves[at]
            at += 1
            first = max(leaf.start, start)
            text = paragraph.part.source.text[first : min(leaf.end, end)]
            if leaf.kind == OBJECT and text == "\ufffc":
                self._thing(builder, leaf, paragraph)
            elif leaf.kind == BREAK:
                builder.typed("\n", paragraph.part.source, first)
            elif leaf.kind == TAB:
                builder.typed(" ", paragraph.part.source, first)
            else:
                builder.typed(clean(text), paragraph.part.source, first)

    def _has_little(self, part: Part) -> bool:
        """True if most of the draft is in another font than one of code: then a paragraph in such a
        font is code as a whole.
        """
        if part.name not in self._has_little_code:
            words = [(run, len(run.span.text)) for one in part.paragraphs for run in one.runs]
            in_code_font = sum(length for run, length in words if has_code_font(run))
            self._has_little_code[part.name] = in_code_font * 3 < sum(length for _, length in words)
        return self._has_little_code[part.name]

    def _thing(self, builder: PassageBuilder, leaf: Leaf, paragraph: WordParagraph) -> None:
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


def _stands_alone(paragraph: WordParagraph, leaf: Leaf) -> bool:
    """True for a formula between line breaks."""
    words, at = paragraph.plain, leaf.start - paragraph.span.start
    before, after = words[:at].rstrip(" \t"), words[at + 1 :].lstrip(" \t.,;:")
    return before.endswith("\x0b") and (not after or after.startswith("\x0b"))
