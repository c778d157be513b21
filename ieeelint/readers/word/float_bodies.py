"""Assigns pictures and tables to captions by their order, since Word does not record it."""

from __future__ import annotations

from ieeelint.ooxml.names import A, C, R, W, outermost
from ieeelint.paper import word_roles as roles
from ieeelint.paper.floats import Float, Graphic, Grid
from ieeelint.paper.source import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ieeelint.paper.zones import Passage
    from ieeelint.views.word import WordParagraph, WordView

AXES = ("catAx", "dateAx", "serAx", "valAx")


def fill(view: WordView, floats: dict[int, Float], passages: dict[int, Passage]) -> None:
    """Assign tables and pictures to their captions.

    ``floats`` and ``passages`` are indexed by the numbers of their paragraphs.
    """
    numbers = {paragraph.element: paragraph.number for paragraph in view.paragraphs}
    for table in outermost(view.document.root, (W + "tbl",)):
        rows, places = _rows(table, numbers, passages)
        inside = sorted(numbers[inner] for inner in table.iter(W + "p") if inner in numbers)
        if not inside or not any(cell.plain.strip() for row in rows for cell in row):
            continue  # a table for layout
        holder = _captioned(view, floats, inside[0], inside[-1], roles.TABLE_CAPTION)
        if holder is not None:
            first, last = view.paragraphs[inside[0] - 1], view.paragraphs[inside[-1] - 1]
            grid = Grid("table", Span(first.span.source, first.span.start, last.span.end), "")
            grid.rows = rows
            grid.places = places
            holder.grids.append(grid)
    for paragraph in view.paragraphs:
        if paragraph.role == roles.FIGURE:
            number = paragraph.number
            holder = _captioned(view, floats, number, number, roles.FIGURE_CAPTION, below=True)
            if holder is not None:
                titles = axis_titles(view, paragraph)
                kind = "chart" if titles else "image"
                holder.graphics.append(Graphic(kind, "", titles, paragraph.span))


def axis_titles(view: WordView, paragraph: WordParagraph) -> str:
    """The axis titles of the charts in a paragraph, written as a drawing in code writes them:
    ``xlabel={…}, ylabel={…}``.
    """
    package = view.package
    links = package.relationships(view.document.name)
    titles = []
    for chart in paragraph.element.iter(C + "chart"):
        link = links.get(chart.get(R + "id", ""))
        root = package.optional(link.target) if link is not None and not link.is_external else None
        for kind in AXES if root is not None else ():
            assert root is not None
            for axis in root.iter(C + kind):
                title = axis.find(C + "title")
                words = (
                    ""
                    if title is None
                    else "".join(piece.text or "" for piece in title.iter(A + "t"))
                )
                place = axis.find(C + "axPos")
                is_upright = place is not None and place.get("val") in ("l", "r")
                if words.strip():
                    titles.append(f"{'y' if is_upright else 'x'}label={{{words.strip()}}}")
    return ", ".join(titles)


def _rows(
    table: Element, numbers: dict[Element, int], passages: dict[int, Passage]
) -> tuple[list[list[Passage]], list[list[tuple[int, int]]]]:
    """The cells of a table, row by row, and the columns that each cell covers. A cell is its first
    paragraph with words; empty cells are left out.
    """
    rows, places = [], []
    for row in outermost(table, (W + "tr",)):
        cells, columns = [], []
        column = _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
        for cell in outermost(row, (W + "tc",)):
            count = _number(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
            cell_passages = (passages.get(numbers.get(item, 0)) for item in cell.iter(W + "p"))
            first = next((item for item in cell_passages if item is not None), None)
            if first is not None:
                cells.append(first)
                columns.append((column, count))
            column += count
        if cells:
            rows.append(cells)
            places.append(columns)
    return rows, places


def _number(element: Element | None, default: int) -> int:
    """The number in ``w:val`` of the element, if it is plausible."""
    value = "" if element is None else element.get(W + "val", "")
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 4 else default


def _captioned(
    view: WordView,
    floats: dict[int, Float],
    first: int,
    last: int,
    role: str,
    below: bool = False,
) -> Float | None:
    """The float of the caption next to paragraphs ``first`` to ``last``: on the side where captions
    belong, otherwise on the other side.
    """
    sides = [_neighbor(view, last, 1), _neighbor(view, first, -1)]
    for paragraph in sides if below else reversed(sides):
        if paragraph is not None and paragraph.role == role:
            holder = floats.get(paragraph.number)
            if holder is not None and (below or not holder.grids):
                return holder
    return None


def _neighbor(view: WordView, number: int, step: int) -> WordParagraph | None:
    """The next paragraph in this direction that has words and is not a picture."""
    at = number - 1 + step
    while 0 <= at < len(view.paragraphs):
        paragraph = view.paragraphs[at]
        if paragraph.role not in (roles.EMPTY, roles.FIGURE):
            return paragraph
        at += step
    return None
