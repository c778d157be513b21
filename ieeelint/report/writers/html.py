"""Print tables as accessible HTML: cell spans, header scopes, and notes in the table footer."""

from __future__ import annotations

from html import escape

from ieeelint.report.grid import DECIMAL, LEFT, VALUE
from ieeelint.report.words import plain
from ieeelint.report.writers.tabular import grouped, interval, paddings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.report.grid import Cell, Grid, Header, Row
    from ieeelint.report.words import Words

SPACES = {"0": "\u2007", ".": "\u2008"}  # as wide as a digit, and as a point
STYLE = """\
table.ieeelint { border-collapse: collapse; border-top: 3px double; font: 11pt/1.35 "Times New Roman", Times, serif; margin: 1em auto; }
table.ieeelint caption { font-variant: small-caps; padding-bottom: .5em; }
table.ieeelint th { font-weight: normal; padding: .1em .7em; text-align: right; vertical-align: bottom; }
table.ieeelint th[scope=row], table.ieeelint th:first-child { text-align: left; }
table.ieeelint th[scope=colgroup] { border-bottom: 1px solid; text-align: center; }
table.ieeelint td { font-variant-numeric: tabular-nums; padding: .1em .7em; text-align: right; white-space: nowrap; }
table.ieeelint tbody { border-bottom: 3px double; border-top: 1px solid; }
table.ieeelint tbody > tr > * { vertical-align: baseline; }
table.ieeelint sup { line-height: 0; }
table.ieeelint th[scope=rowgroup] { font-style: italic; }
table.ieeelint tr.summary > * { border-top: 1px solid; }
table.ieeelint .indented { padding-left: 1.7em; }
table.ieeelint tfoot td { font-size: 85%; text-align: left; white-space: normal; }"""  # noqa: E501


def table(grid: Grid) -> str:
    """The table as an HTML fragment with its style sheet."""
    return "\n".join([f"<style>\n{STYLE}\n</style>", *_lines(grid)]) + "\n"


def page(grid: Grid) -> str:
    """The table as a complete HTML page."""
    title = escape(plain(grid.title))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<meta'
        f' charset="utf-8">\n<title>{title}</title>\n{table(grid)}</html>\n'
    )


def _lines(grid: Grid) -> Iterator[str]:
    yield f'<table class="ieeelint" id="{escape(grid.label)}">'
    yield f"<caption>{_words(grid.title)}</caption>"
    yield "<thead>"
    for headers in grid.header_rows:
        yield "<tr>" + "".join(_header(header) for header in headers) + "</tr>"
    yield "</thead>\n<tbody>"
    padding = _spaces(grid)
    for row in grid.rows:
        aligns = [column.align for column in grid.columns]
        yield _row(row, padding, aligns, ruled=row is grid.first_summary)
    yield "</tbody>"
    if grid.notes:
        yield "<tfoot>"
        for note in grid.notes:
            yield (
                "<tr><td"
                f' colspan="{len(grid.columns)}">{raised(note.letter)}{_words(note.words)}</td></tr>'  # noqa: E501
            )
        yield "</tfoot>"
    yield "</table>"


def _header(header: Header) -> str:
    shown = _words(header.words) + raised(header.notes)
    if header.unit:
        shown += (" " if shown else "") + f"({escape(header.unit)})"
    if not shown:
        return "<td></td>" if header.count == 1 else f'<td colspan="{header.count}"></td>'
    if header.count > 1 or header.ruled:
        return f'<th scope="colgroup" colspan="{header.count}">{shown}</th>'
    return f'<th scope="col">{shown}</th>'


def _spaces(grid: Grid) -> dict[int, str]:
    """The spaces after numbers, by the identity of their cells, so that the decimal points are
    below each other.
    """
    rows = [row for row in grid.rows if not row.title]
    spaces = {}
    for at, column in enumerate(grid.columns):
        cells = [row.cells[at] for row in rows]
        for cell, padding in zip(cells, paddings(cells) if column.align == DECIMAL else ()):
            if cell.digits and {*padding} <= SPACES.keys():
                spaces[id(cell)] = "".join(map(SPACES.__getitem__, padding))
    return spaces


def _row(row: Row, spaces: dict[int, str], aligns: list[str], *, ruled: bool) -> str:
    if row.title:
        return f'<tr><th scope="rowgroup" colspan="{len(aligns)}">{_words(row.title)}</th></tr>'
    first, *rest = row.cells
    indented = ' class="indented"' if row.indented else ""
    cells = "".join(
        (
            f'<td style="text-align: left">{_cell(cell)}</td>'
            if align == LEFT
            else f"<td>{_cell(cell, spaces.get(id(cell), ''))}</td>"
        )
        for cell, align in zip(rest, aligns[1:])
    )
    rule = ' class="summary"' if ruled else ""
    return f'<tr{rule}><th scope="row"{indented}>{_cell(first)}</th>{cells}</tr>'


def _cell(cell: Cell, space: str = "") -> str:
    if cell.state != VALUE or not cell.digits:
        return _words(cell.words) + raised(cell.raised)
    shown = escape(cell.opening + grouped(cell.bound + cell.digits))
    if cell.bold:
        shown = f"<b>{shown}</b>"
    if cell.underline:
        shown = f"<u>{shown}</u>"
    return shown + escape(interval(cell)) + space + raised(cell.raised)


def raised(letters: Iterable[str]) -> str:
    """Stars and letters of notes as superscripts."""
    letters = list(letters)
    return f"<sup>{','.join(letters)}</sup>" if letters else ""


def _words(words: Words) -> str:
    tags = {"italic": "i", "superscript": "sup"}
    return "".join(
        (
            f"<{tags[piece.style]}>{escape(piece.text)}</{tags[piece.style]}>"
            if piece.style
            else escape(piece.text)
        )
        for piece in words
    )
