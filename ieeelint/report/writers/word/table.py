"""Write a grid as a Word table with its caption and notes; every value has a content control."""

from __future__ import annotations

from ieeelint.report.grid import DECIMAL, EMPTY, LEFT, TEXT, VALUE
from ieeelint.report.records import ReportError
from ieeelint.report.words import plain
from ieeelint.report.writers.word.controls import control, tag_of, tag_of_cell
from ieeelint.report.writers.word.layout import (
    INDENT,
    TWIP,
    Layout,
    halves,
    header_text,
    header_words,
    is_subheader,
    shown_text,
)
from ieeelint.report.writers.word.styles import (
    COLUMN_HEAD,
    COLUMN_SUBHEAD,
    COPY,
    HEAD,
    NOTE,
    TableStyles,
)
from ieeelint.report.writers.word.text import escaped, letters, run, runs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.report.grid import Cell, Grid, Row
    from ieeelint.report.writers.word.preserved_marks import PreservedMarks

KEPT_ROWS = 40  # a longer table may continue in the next column, with its header rows repeated
AFTER = 160  # twips between the last line of a table and the text
LEADING = 12  # twips above and below the line of a cell, for a line spacing of 1.15
SINGLE = 'w:val="single" w:sz="4" w:space="{space}" w:color="auto"'
DOUBLE = 'w:val="double" w:sz="4" w:space="0" w:color="auto"'


class TableWriter:
    """Writes one grid."""

    def __init__(self, grid: Grid, styles: TableStyles, layout: Layout) -> None:
        self.grid = grid
        self.styles = styles
        self.layout = layout
        self.keeps = len(grid.rows) <= KEPT_ROWS

    def block(
        self, number: str, arabic: bool, bookmark: tuple[str, int], marks: PreservedMarks
    ) -> str:
        """Caption, table and notes in one content control, with a hidden ``bookmark`` (name,
        identifier) around all of it, for programs that remove controls.

        ``number`` is the "I" of "TABLE I", if the style does not number tables.  ``marks`` are the
        author's marks in the replaced elements.  Raises ReportError with the label of the table.
        """
        grid = self.grid
        source = grid.provenance.path or "results"
        name, identifier = bookmark
        start = f'<w:bookmarkStart w:id="{identifier}" w:name="{name}"/>'
        end = f'<w:bookmarkEnd w:id="{identifier}"/>'
        try:
            content = start + self.caption(number, arabic, marks)
            content = (
                self.paragraph(HEAD, content, "<w:keepNext/>") + self.table() + self.notes(end)
            )
            return control(tag_of(grid.label), content, f"Table from {source}")
        except ReportError as error:
            raise ReportError(
                f"table {grid.label}: {error.message}", grid.provenance.path
            ) from None

    def caption(self, number: str, arabic: bool, marks: PreservedMarks) -> str:
        """The runs of the caption; the style numbers it, or a field."""
        label, gap = "", ""
        if not self.styles.is_numbered:
            form = "ARABIC" if arabic else "ROMAN"
            # A separate control: LibreOffice prints the instruction of a field that starts an
            # outer control.
            label = control("", run("TABLE ") + _field(f" SEQ Table \\* {form} ", number))
            gap = "" if self.styles.on_two_lines else run(". ")
        if self.styles.on_two_lines:
            gap += "<w:r><w:br/></w:r>"
        title = runs(self.grid.title)
        return (
            marks.label_start
            + label
            + marks.label_end
            + gap
            + marks.title_start
            + title
            + marks.title_end
        )

    def paragraph(self, use: str, content: str, properties: str = "") -> str:
        """A paragraph in the style for this use."""
        style = f'<w:pStyle w:val="{escaped(self.styles.identifiers[use])}"/>'
        return f"<w:p><w:pPr>{style}{properties}</w:pPr>{content}</w:p>"

    def table(self) -> str:
        """The table, with fixed widths, and rules above, below and under its header rows."""
        layout, grid = self.layout, self.grid
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in layout.widths)
        paddings = (
            ("top", LEADING),
            ("left", layout.padding),
            ("bottom", LEADING),
            ("right", layout.padding),
        )
        sides = "".join(f'<w:{side} w:w="{wide}" w:type="dxa"/>' for side, wide in paddings)
        path = grid.provenance
        origin = (
            f"schema=1 label={grid.label} spec={path.specification} data={path.data}"
            f" cells={path.cells}"
        )
        properties = (
            f'<w:tblW w:w="{layout.total}" w:type="dxa"/><w:jc w:val="center"/><w:tblInd w:w="0"'
            f' w:type="dxa"/><w:tblBorders><w:top {DOUBLE}/><w:bottom'
            f" {DOUBLE}/></w:tblBorders><w:tblLayout"
            f' w:type="fixed"/><w:tblCellMar>{sides}</w:tblCellMar><w:tblLook w:val="00A0"'
            ' w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0"'
            f' w:noVBand="0"/><w:tblCaption w:val="{escaped(plain(grid.title))}"/><w:tblDescription'
            f' w:val="ieeelint-table: {escaped(origin)}"/>'
        )
        rows = [self.header_row(level) for level in range(len(grid.header_rows))]
        rows += [self.row(row) for row in grid.rows]
        return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"  # noqa: E501

    def header_row(self, level: int) -> str:
        """A header row; there is a rule under the last row and under spanners."""
        is_last = level == len(self.grid.header_rows) - 1
        cells = []
        for header in sorted(self.grid.header_rows[level], key=lambda header: header.first):
            words = header_words(header, self.layout.is_short)
            _, _, unit = header_text(header, self.layout.is_short)
            content = runs(words) + letters(header.notes) + run(unit)
            use = COLUMN_SUBHEAD if is_subheader(self.grid, level, header) else COLUMN_HEAD
            properties = ""
            if header.ruled:  # under the words only, so that adjacent rules do not touch
                properties += f"<w:pBdr><w:bottom {SINGLE.format(space=1)}/></w:pBdr>"
            if self.grid.columns[header.first].align == LEFT and header.count == 1:
                properties += '<w:jc w:val="left"/>'
            paragraph = self.paragraph(use, content, "<w:keepNext/>" + properties)
            cells.append(self.cell(paragraph, header.first, header.count, ruled=is_last))
        return self.table_row("".join(cells), is_header=True)

    def row(self, row: Row) -> str:
        """A row of cells, or the title line of a group."""
        keep = "<w:keepNext/>" if self.keeps else ""
        if row.title:
            paragraph = self.paragraph(COPY, runs(row.title, italic=True), "<w:keepNext/>")
            return self.table_row(self.cell(paragraph, 0, len(self.grid.columns)))
        cells = []
        for number, cell in enumerate(row.cells):
            properties = keep + self.alignment(number, cell)
            if row.indented and number == 0:
                properties = keep + f'<w:ind w:left="{round(INDENT * TWIP)}" w:firstLine="0"/>'
            paragraph = self.paragraph(COPY, self.content(cell), properties)
            cells.append(self.cell(paragraph, number, 1, over=row is self.grid.first_summary))
        return self.table_row("".join(cells))

    def table_row(self, cells: str, *, is_header: bool = False) -> str:
        """A row without page breaks; header rows are repeated on each page."""
        repeated = "<w:tblHeader/>" if is_header else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"

    def cell(
        self, paragraph: str, first: int, count: int, *, ruled: bool = False, over: bool = False
    ) -> str:
        """A cell over ``count`` columns; with a rule below if it is ``ruled``, or ``over`` it."""
        wide = sum(self.layout.widths[first : first + count])
        span = f'<w:gridSpan w:val="{count}"/>' if count > 1 else ""
        side = "bottom" if ruled else "top"
        rule = f"<w:tcBorders><w:{side} {SINGLE.format(space=0)}/></w:tcBorders>"
        rule = rule if ruled or over else ""
        is_last = first + count == len(self.layout.widths)
        sides = (("left", first == 0), ("right", is_last))
        flush = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side, is_edge in sides if is_edge)
        margins = f"<w:tcMar>{flush}</w:tcMar>" if flush else ""
        properties = (
            f'<w:tcW w:w="{wide}" w:type="dxa"/>{span}{rule}{margins}<w:vAlign w:val="bottom"/>'
        )
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph}</w:tc>"

    def alignment(self, number: int, cell: Cell) -> str:
        """The properties that align the paragraph of a cell in its column.

        If possible, right edges align the decimal points: the character that a decimal tab aligns
        depends on the regional settings of the reader.  A number without a decimal point is
        indented instead, because programs treat it differently at a decimal tab.
        """
        align = self.grid.columns[number].align
        if align == LEFT or cell.state == TEXT:
            return '<w:jc w:val="left"/>'
        layout, room = self.layout, self.layout.rooms[number]
        inner = layout.inner(number)
        block = max(room.whole, room.left + room.right)
        edge = max((inner - block) / 2, 0.0)
        if align == DECIMAL and cell.state == VALUE and not room.is_even:
            point = edge + room.left
            if "." in cell.digits:
                tab = f'<w:tab w:val="decimal" w:pos="{round(point * TWIP)}"/>'
                return f'<w:tabs>{tab}</w:tabs><w:jc w:val="left"/>'
            edge = max(inner - point - halves(cell, self.styles.sizes[COPY])[1], 0.0)
        return f'<w:ind w:right="{round(edge * TWIP)}" w:firstLine="0"/><w:jc w:val="right"/>'

    def content(self, cell: Cell) -> str:
        """The runs of a cell: its value in a control, then the letters of its notes."""
        if cell.state == EMPTY:
            return ""
        if cell.state == TEXT:
            return runs(cell.words) + letters(cell.raised)
        shown, tail = shown_text(cell)
        value = run(shown, bold=cell.bold, underline=cell.underline) + run(tail)
        tag = tag_of_cell(self.grid.label, cell.row, cell.column)
        return control(tag, value) + letters(cell.raised)

    def notes(self, end: str) -> str:
        """The notes, each a paragraph as wide as the table, with ``end`` in the last.

        Without notes, an empty paragraph keeps the table away from the next paragraph.
        """
        side = max((self.layout.budget - self.layout.total) // 2, 0)
        no_list = (  # the grid has the letters, so the list of the style must not add them
            '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
        )
        paragraphs = []
        notes = self.grid.notes
        for number, note in enumerate(notes):
            is_last = number == len(notes) - 1
            keep = "" if is_last else "<w:keepNext/>"
            spacing = (
                f'<w:spacing w:before="{0 if number else 60}" w:after="{AFTER if is_last else 0}"/>'
            )
            indent = (
                f'<w:ind w:left="{side}" w:right="{side}" w:firstLine="0"/><w:jc w:val="left"/>'
            )
            content = run(note.letter, raised=True) + runs(note.words) + (end if is_last else "")
            properties = keep + no_list + spacing + indent
            paragraphs.append(self.paragraph(NOTE, content, properties))
        if not paragraphs:
            spacing = f'<w:spacing w:before="0" w:after="{AFTER}" w:line="20" w:lineRule="exact"/>'
            paragraphs.append(self.paragraph(NOTE, end, no_list + spacing))
        return "".join(paragraphs)


def _field(instruction: str, result: str) -> str:
    """A field with its result."""
    marks = [
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    ]
    code = f'<w:r><w:instrText xml:space="preserve">{escaped(instruction)}</w:instrText></w:r>'
    return f"{marks[0]}{code}{marks[1]}{run(result)}{marks[2]}"
