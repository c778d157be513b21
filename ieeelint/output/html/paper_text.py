"""The text of a paper as HTML, with marks where its findings are."""

from __future__ import annotations

from ieeelint.output.html.markup import Markup, element, escaped, joined
from ieeelint.paper import zones
from ieeelint.proofs import FIGURE, QUOTATION, SUBHEADING, TABLE
from ieeelint.severities import SEVERITIES
from ieeelint.translation import say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Finding
    from ieeelint.proofs import Block, Cell, Piece

    Marks = dict[tuple[int, int, int], list[tuple[int, int, int]]]  # by row, cell, and piece

TAGS = {zones.TITLE: "h2", zones.HEADING: "h3", SUBHEADING: "h4", QUOTATION: "blockquote"}
LONG = 120  # characters: more, as a whole paragraph, are marked lightly
STYLES = {"italic": "em", "bold": "strong", "superscript": "sup", "subscript": "sub"}
STYLES |= {"code": "code", "typewriter": "code"}


class PaperText:
    """Writes the blocks of one paper; ``findings`` by their number."""

    def __init__(self, findings: dict[int, Finding]) -> None:
        self.findings = findings

    def block(self, block: Block, marks: Marks) -> Markup:
        """One block; ``marks`` are (start, end, number of the finding)."""
        kind, label, rows, _ = block
        css = "block " + kind.replace(" ", "-")
        if kind == TABLE:
            return self._table(rows, marks)
        if kind == FIGURE:
            words = joined([escaped(say("Figure: ")), self._cell(rows[0][0], marks, 0, 0)])
            return element("p", words, class_=css)
        lines = [self._cell(row[0], marks, number, 0) for number, row in enumerate(rows)]
        if kind == zones.AUTHOR:
            content = joined(element("span", line, class_="line") for line in lines)
        else:
            content = joined(lines)
        if label:
            content = joined([element("span", escaped(label), class_="label"), content])
        return element(TAGS.get(kind, "p"), content, class_=css)

    def _table(self, rows: list[list[Cell]], marks: Marks) -> Markup:
        lines = []
        for number, row in enumerate(rows):
            cells = [
                element(
                    "td",
                    self._cell(cell, marks, number, at),
                    colspan=str(cell[0]) if cell[0] > 1 else None,
                )
                for at, cell in enumerate(row)
            ]
            lines.append(element("tr", joined(cells)))
        table = element("table", element("tbody", joined(lines)))
        return element(
            "div", table, class_="block table", role="group", aria_label=say("Table"), tabindex="0"
        )

    def _cell(self, cell: Cell, marks: Marks, row: int, number: int) -> Markup:
        return joined(
            self._piece(piece, marks.get((row, number, at), [])) for at, piece in enumerate(cell[1])
        )

    def _piece(self, piece: Piece, marks: list[tuple[int, int, int]]) -> Markup:
        text, style, *_ = piece
        content = self._marked(text, marks) if marks else escaped(text)
        for name in style.split():
            if name in STYLES:
                content = element(STYLES[name], content)
            else:
                content = element("span", content, class_=name)
        return content

    def _marked(self, text: str, marks: list[tuple[int, int, int]]) -> Markup:
        """Text with marks, which may overlap: cut where one begins or ends."""
        begins: dict[int, list[int]] = {}
        ends: dict[int, list[int]] = {}
        for start, end, number in marks:
            begins.setdefault(start, []).append(number)
            ends.setdefault(end, []).append(number)
        cuts = sorted({0, len(text), *begins, *ends})
        here: set[int] = set()
        parts = []
        for first, last in zip(cuts, cuts[1:]):
            here.difference_update(ends.get(first, ()))
            here.update(begins.get(first, ()))
            part = escaped(text[first:last])
            parts.append(self.mark(part, sorted(here)) if here else part)
        return joined(parts)

    def mark(self, content: Markup, numbers: list[int]) -> Markup:
        """Content marked with the worst severity of its findings."""
        severities = [self.findings[number].severity for number in numbers]
        worst = min(severities, key=SEVERITIES.index)
        css = f"{worst} long" if len(content) > LONG else worst
        return element("mark", content, class_=css, data_f=" ".join(map(str, numbers)))
