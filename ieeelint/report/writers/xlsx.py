"""Print tables as Excel workbooks: unrounded numbers, which show the printed digits.

This is only what a table needs of Office Open XML (ECMA-376), so that no library is needed. The
second sheet has the title and the notes, so that programs can read the first as a table.
"""

from __future__ import annotations

import io
from decimal import Decimal
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ieeelint.report.grid import VALUE
from ieeelint.report.words import plain
from ieeelint.report.writers.csv import rows_of
from ieeelint.report.writers.word.text import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ieeelint.report.grid import Cell, Grid

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PRINTED = (1980, 1, 1, 0, 0, 0)  # the earliest time of a zip file, so that equal tables are equal
FIRST_FORMAT = 164  # numbers below are formats of Excel
BOLD, UNDERLINE = 1, 2  # fonts by their number: regular, bold, underlined
WIDEST = 60  # characters

Style = tuple[str, int]  # the format of numbers, and the font


def workbook(grid: Grid) -> bytes:
    """The workbook of a table."""
    styles: dict[Style, int] = {("", 0): 0, ("", BOLD): 1}
    rows = list(rows_of(grid))
    body = [[_cell(field, cell, styles) for field, cell in row] for row in rows[1:]]
    header = [_text(str(field), 1) for field, _ in rows[0]]
    widths = [max(len(str(row[at][0])) for row in rows) + 2 for at in range(len(rows[0]))]
    notes = [
        f"{note.letter}) {plain(note.words)}" if note.letter else plain(note.words)
        for note in grid.notes
    ]
    about = [[_text(plain(grid.title), 1)], *([_text(note, 0)] for note in notes)]
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations([(f"{OFFICE}/officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet'
            ' name="Table" sheetId="1" r:id="rId1"/><sheet name="Notes" sheetId="2" r:id="rId2"/>'
            "</sheets></workbook>"
        ),
        "xl/_rels/workbook.xml.rels": _relations(
            [
                (f"{OFFICE}/worksheet", "worksheets/sheet1.xml"),
                (f"{OFFICE}/worksheet", "worksheets/sheet2.xml"),
                (f"{OFFICE}/styles", "styles.xml"),
            ]
        ),
        "xl/worksheets/sheet1.xml": _sheet([header, *body], widths),
        "xl/worksheets/sheet2.xml": _sheet(about, [WIDEST]),
        "xl/styles.xml": _styles(styles),
    }
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(ZipInfo(name, PRINTED), XML + part, ZIP_DEFLATED)
    return content.getvalue()


def _cell(field: str | Decimal, cell: Cell | None, styles: dict[Style, int]) -> str:
    """A cell without its reference: a number with the digits and the font that are printed."""
    if not isinstance(field, Decimal):
        return _text(field, 0) if field else "<c{}/>"
    is_value = cell is not None and cell.state == VALUE
    font = (BOLD if cell.bold else UNDERLINE if cell.underline else 0) if cell else 0
    style = _format(cell) if cell is not None and is_value else "", font
    number = styles.setdefault(style, len(styles))
    return f'<c{{}} s="{number}"><v>{field.normalize():f}</v></c>'


def _format(cell: Cell) -> str:
    """The format of numbers that shows as many decimals as a cell."""
    places = len(cell.digits.partition(".")[2])
    shown = "0." + "0" * places if places else "0"
    return f"{shown}E+00" if cell.power else shown


def _text(text: str, style: int) -> str:
    kept = f'<t xml:space="preserve">{escaped(text)}</t>'
    return f'<c{{}} s="{style}" t="inlineStr"><is>{kept}</is></c>'


def _sheet(rows: Sequence[Sequence[str]], widths: Iterable[int]) -> str:
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{min(width, WIDEST)}" customWidth="1"/>'
        for at, width in enumerate(widths, 1)
    )
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(
            cell.replace("{}", f' r="{_letters(at)}{number}"', 1) for at, cell in enumerate(row)
        )
        lines.append(f'<row r="{number}">{cells}</row>')
    return (
        f'<worksheet xmlns="{MAIN}"><cols>{columns}</cols>'
        f"<sheetData>{''.join(lines)}</sheetData></worksheet>"
    )


def _letters(at: int) -> str:
    """The letters of a column, counted from 0: A … Z, AA …"""
    rounds, position = divmod(at, 26)
    return (_letters(rounds - 1) if rounds else "") + chr(ord("A") + position)


def _styles(styles: dict[Style, int]) -> str:
    formats = list(dict.fromkeys(shown for shown, _ in styles if shown))
    numbers = {shown: FIRST_FORMAT + at for at, shown in enumerate(formats)} | {"": 0}
    declared = "".join(
        f'<numFmt numFmtId="{numbers[shown]}" formatCode="{shown}"/>' for shown in formats
    )
    face = '<sz val="11"/><name val="Calibri"/>'
    fonts = "".join(f"<font>{mark}{face}</font>" for mark in ("", "<b/>", "<u/>"))
    cells = "".join(
        f'<xf numFmtId="{numbers[shown]}" fontId="{font}" fillId="0" borderId="0" xfId="0"'
        ' applyNumberFormat="1" applyFont="1"/>'
        for shown, font in styles
    )
    count = f'<numFmts count="{len(formats)}">{declared}</numFmts>' if formats else ""
    return (
        f'<styleSheet xmlns="{MAIN}">{count}<fonts count="3">{fonts}</fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        "</cellStyleXfs>"
        f'<cellXfs count="{len(styles)}">{cells}</cellXfs><cellStyles count="1">'
        '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _content_types() -> str:
    parts = (
        ("xl/workbook.xml", "sheet.main"),
        ("xl/worksheets/sheet1.xml", "worksheet"),
        ("xl/worksheets/sheet2.xml", "worksheet"),
        ("xl/styles.xml", "styles"),
    )
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{KIND}.{kind}+xml"/>' for name, kind in parts
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
        f' ContentType="{relations}"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{overrides}</Types>"
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'
