"""Displayed formulas: separate paragraphs, with the number typed next to the formula."""

from __future__ import annotations

from ieeelint.ooxml.names import M, W
from ieeelint.paper import blocks
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.readers.word.omml import linear
from ieeelint.views.word import OBJECT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.views.word import Leaf, WordParagraph

FORMULAS = (M + "oMath", M + "oMathPara", W + "object")
NUMBER = r"\(\s*(\d+(?:\.\d+)*[a-z]?)\s*\)\s*\Z"
AROUND = "\ufffc \t\x0b\u00a0.,;:"  # characters around a formula that do not make a sentence


def formulas_of(paragraph: WordParagraph) -> list[Leaf]:
    """The formulas of a paragraph."""
    part = paragraph.part
    first = part.index_of_leaf(paragraph.span.start)
    formulas = []
    for leaf in part.leaves[first:]:
        if leaf.start >= paragraph.span.end:
            break
        if leaf.kind == OBJECT and leaf.element.tag in FORMULAS:
            formulas.append(leaf)
    return formulas


def is_display(paragraph: WordParagraph) -> bool:
    """True for a paragraph that is only a formula, perhaps with its number."""
    words = paragraph.plain
    if "\ufffc" not in words:
        return False
    number = pattern(NUMBER).search(words)
    rest = words[: number.start()] if number else words
    return not rest.strip(AROUND) and bool(formulas_of(paragraph))


def equation_of(paragraph: WordParagraph) -> blocks.Equation:
    """The display in a paragraph that is only a formula; text typed in the style "equation" is its
    content as typed.
    """
    words = paragraph.plain
    number = pattern(NUMBER).search(words)
    end = number.start() if number else len(words)
    while end and words[end - 1] in " \t\x0b\u00a0":
        end -= 1
    start = len(words) - len(words.lstrip())
    whole = paragraph.span
    span = Span(whole.source, whole.start + min(start, end), whole.start + end)
    equation = blocks.Equation(span, "equation" if number else "equation*", span)
    if number:
        equation.numbers.append(number.group(1))
    equation.content = "".join(
        content_of(leaf) if leaf else character
        for character, leaf in _characters(paragraph, words[:end])
    ).strip()
    return equation


def _characters(paragraph: WordParagraph, words: str) -> list[tuple[str, Leaf | None]]:
    """Each character with its formula, if it is the placeholder of one."""
    by_start = {leaf.start - paragraph.span.start: leaf for leaf in formulas_of(paragraph)}
    return [(character, by_start.get(at)) for at, character in enumerate(words)]


def inner_display(leaf: Leaf, span: Span) -> blocks.Equation:
    """A formula on a separate line inside a paragraph."""
    equation = blocks.Equation(span, "equation*", span)
    equation.content = content_of(leaf)
    return equation


def content_of(leaf: Leaf) -> str:
    """The formula in LaTeX's notation; empty for an old equation object, whose content is not
    readable.
    """
    return linear(leaf.element) if leaf.element.tag != W + "object" else ""
