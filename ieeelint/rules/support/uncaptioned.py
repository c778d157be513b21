"""Pictures and tables of Word drafts without a caption, for FIG003 and TAB006."""

from __future__ import annotations

from ieeelint.ooxml.names import WP, W, outermost
from ieeelint.paper import word_roles as roles
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules.support.word_drafts import after_abstract
from ieeelint.tables import table as table_named
from ieeelint.views.word_pictures import printed_size

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from ieeelint.context import Context
    from ieeelint.views.word import WordParagraph, WordView

# Inches: a smaller picture is an icon, a line of code, or a formula.
NARROWEST, LOWEST = 1.2, 0.9
# Below a text that announces a formula, only a high picture is a figure.
FORMULA = r"(?i)\b(?:equations?|formulas?|formulae|expressions?)\b"
LOWEST_BELOW_FORMULA = 2.0
# What may be between a picture and its caption: "(a) Flow", "Source: the authors".
LONGEST_NOTE = 80  # characters
END_OF_SENTENCE = r"[.:;!?]\s*\Z"
FARTHEST = 6  # paragraphs
MOST_EMPTY = 30  # paragraphs in a row that may be empty
# "Algorithm 1: Flow": the label of something else than a figure or a table.
OTHER_LABEL = rf"(?i)\s*(?:{'|'.join(table_named('word_roles')['labels']['others'])})\b\.?\s*\(?\d"
CAPTIONS = (roles.FIGURE_CAPTION, roles.TABLE_CAPTION)
LIST_END = (roles.REFERENCE, roles.BIOGRAPHY)
FEWEST_ROWS = FEWEST_COLUMNS = 2
LONGEST_CELL = 120  # characters, on average: a layout has more in its cells


def pictures(context: Context) -> Iterator[Span]:
    """The pictures in the text that no caption belongs to."""
    view = context.word
    if view is None:
        return
    figures = context.paper.figures
    captioned = {graphic.span.start for figure in figures for graphic in figure.graphics}
    # Their pictures can be anywhere: among those that float.
    are_alone = any(not figure.graphics for figure in figures)
    for paragraph in _text(view):
        if "\ufffc" not in paragraph.plain or paragraph.span.start in captioned:
            continue
        if paragraph.role in CAPTIONS or not _is_figure(view, paragraph):
            continue
        if are_alone and paragraph.element.find(f".//{WP}anchor") is not None:
            continue
        if not any(_is_captioned(view, paragraph.number, step) for step in (1, -1)):
            yield paragraph.span


def tables(context: Context) -> Iterator[Span]:
    """The first cells of the tables in the text that no title belongs to."""
    view = context.word
    if view is None:
        return
    titled = {grid.span.start for table in context.paper.tables for grid in table.grids}
    cells_by_element = {paragraph.element: paragraph for paragraph in _text(view, "cell")}
    for table in outermost(view.document.root, (W + "tbl",)):
        cells = list(filter(None, map(cells_by_element.get, table.iter(W + "p"))))
        if not _is_of_data(table, cells) or cells[0].span.start in titled:
            continue
        ends = ((cells[-1].number, 1), (cells[0].number, -1))
        if not any(_is_captioned(view, number, step) for number, step in ends):
            yield cells[0].span


def _text(view: WordView, *containers: str) -> list[WordParagraph]:
    """The paragraphs between the abstract and the reference list, without text boxes and notes."""
    found: list[WordParagraph] = []
    for paragraph in after_abstract(view):
        if paragraph.role in LIST_END:
            break
        if paragraph.container in ("body", *containers):
            found.append(paragraph)
    return found


def _is_figure(view: WordView, paragraph: WordParagraph) -> bool:
    """True if the picture of a paragraph is so large that it is neither an icon nor a formula."""
    across, down = printed_size(paragraph.element)
    before = _near(view, paragraph.number, -1)
    lowest = LOWEST
    if before is not None and pattern(FORMULA).search(before.plain[-LONGEST_NOTE:]):
        lowest = LOWEST_BELOW_FORMULA
    return min(across / NARROWEST, down / lowest) >= 1


def _is_captioned(view: WordView, number: int, step: int) -> bool:
    """True if a caption, or a label of something else, is near on this side."""
    for _ in range(FARTHEST):
        paragraph = _near(view, number, step)
        if paragraph is None:
            return False
        if paragraph.role in CAPTIONS or pattern(OTHER_LABEL).match(paragraph.plain):
            return True
        if paragraph.role == roles.HEADING or not _is_note(paragraph):
            return False
        number = paragraph.number
    return False


def _is_note(paragraph: WordParagraph) -> bool:
    """True for what may be between a picture and its caption."""
    words = paragraph.plain.strip(" \ufffc\t")
    return len(words) <= LONGEST_NOTE and pattern(END_OF_SENTENCE).search(words) is None


def _near(view: WordView, number: int, step: int) -> WordParagraph | None:
    """The next paragraph in this direction that is not empty."""
    after = view.paragraphs[number : number + MOST_EMPTY]
    before = view.paragraphs[max(number - 1 - MOST_EMPTY, 0) : number - 1]
    near = after if step > 0 else reversed(before)
    return next((paragraph for paragraph in near if paragraph.role != roles.EMPTY), None)


def _is_of_data(table: Element, cells: list[WordParagraph]) -> bool:
    """True for a table with a head and short cells, which arranges no text, picture, or formula;
    ``cells`` are its paragraphs with words.
    """
    filled = [cell.plain.strip() for cell in cells]
    rows = [len(list(outermost(row, (W + "tc",)))) for row in outermost(table, (W + "tr",))]
    if len(rows) < FEWEST_ROWS or max(rows, default=0) < FEWEST_COLUMNS:
        return False
    if any("\ufffc" in words for words in filled) or len(filled) < FEWEST_ROWS * FEWEST_COLUMNS:
        return False
    return sum(map(len, filled)) <= LONGEST_CELL * len(filled)
