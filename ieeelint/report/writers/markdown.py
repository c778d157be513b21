"""Print tables as Markdown, with one header row and the notes below."""

from __future__ import annotations

from ieeelint.report.grid import DECIMAL, RIGHT, VALUE
from ieeelint.report.words import plain
from ieeelint.report.writers import html
from ieeelint.report.writers.tabular import grouped, interval

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.report.grid import Cell, Grid
    from ieeelint.report.words import Words

SPECIALS = r"\`*_{}[]<>#|~^$&"


def table(grid: Grid) -> str:
    """The table in the Markdown of GitHub, with spanners as "Latency, Forward (ms)"."""
    return "\n".join(_lines(grid)) + "\n"


def _lines(grid: Grid) -> Iterator[str]:
    yield f"**{_words(grid.title)}**"
    yield ""
    headers = []
    for number, column in enumerate(grid.columns):
        letters = "".join(
            header.notes
            for row in grid.header_rows
            for header in row
            if header.first <= number < header.first + header.count
        )
        unit = (
            f" ({_escaped(column.unit)})"
            if column.unit and f"({column.unit})" not in plain(column.header)
            else ""
        )
        headers.append(_words(column.header) + _raised(letters) + unit)
    yield _row(headers)
    yield _row(["---:" if column.align in (DECIMAL, RIGHT) else "---" for column in grid.columns])
    for row in grid.rows:
        if row.title:
            yield _row([f"*{_words(row.title)}*", *[""] * (len(grid.columns) - 1)])
        else:
            yield _row([_cell(cell) for cell in row.cells])
    for note in grid.notes:
        yield ""
        yield _raised(note.letter) + _words(note.words)


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cell(cell: Cell) -> str:
    if cell.state != VALUE or not cell.digits:
        return _words(cell.words) + _raised(cell.raised)
    shown = _escaped(cell.opening + grouped(cell.bound + cell.digits))
    if cell.bold:
        shown = f"**{shown}**"
    if cell.underline:
        shown = f"<u>{shown}</u>"
    return shown + interval(cell).replace("<", "&lt;") + _raised(cell.raised)


def _raised(letters: Iterable[str]) -> str:
    return html.raised(letter.replace("*", "\\*") for letter in letters)


def _words(words: Words) -> str:
    shown = []
    for piece in words:
        text = _escaped(piece.text)
        if piece.style == "italic" and text.strip():
            text = f"*{text}*"
        shown.append(f"<sup>{text}</sup>" if piece.style == "superscript" else text)
    return "".join(shown)


def _escaped(text: str) -> str:
    """Literal text on one line: special characters after a backslash, "<" and "&" as entities."""
    text = " ".join(text.split("\n"))
    entities = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
    return "".join(
        entities.get(sign) or (f"\\{sign}" if sign in SPECIALS else sign) for sign in text
    )
