"""Divide a table that is longer than a page, as IEEE continues tables: "TABLE I … (Continued)"."""

from __future__ import annotations

import math

from ieeelint.report.words import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ieeelint.report.grid import Grid, Note, Row
    from ieeelint.report.words import Words
    from ieeelint.report.writers.documents import Document
    from ieeelint.report.writers.tex import Printed

    Lines = list[tuple[Row, list[Printed]]]

STRETCH = 1.15  # of the distance of rows, as in the template of tables
CAPTION = 50.0  # points for the number, two lines of a title, and rules
RESERVE = 0.97  # the part of the height to fill: TeX stretches the space around floats
CONTINUED = " (Continued)"


def lines_of_page(grid: Grid, document: Document, notes: Sequence[float], width: float) -> int:
    """The rows of a table that fit on a page, with its header and with notes of these widths."""
    line = document.line * STRETCH
    below = sum(math.ceil(note / width) if width else 1 for note in notes)
    free = document.height * RESERVE - CAPTION - (len(grid.header_rows) + below) * line
    return max(int(free / line), 1)


def divided(lines: Lines, most: int) -> list[Lines]:
    """The lines of a table in parts of at most ``most``, which are of about the same length.

    The title of a group is never the last line of a part, and is repeated at the top of a part
    within the group.  Averages stay together with the row before them.
    """
    count = math.ceil(len(lines) / most)
    if count < 2:
        return [lines]
    goal = min(math.ceil(len(lines) / count) + 1, most)  # one more for the repeated title
    parts: list[Lines] = [[]]
    title: tuple[Row, list[Printed]] | None = None
    for at, line in enumerate(lines):
        row = line[0]
        block = 1
        if row.title:
            title, block = line, 2
        if at + 1 < len(lines) and lines[at + 1][0].is_summary:
            block = len(lines) - at
        is_full = len(parts[-1]) + block > goal
        if parts[-1] and is_full and not row.is_summary:
            parts.append([])
            if title is not None and row.indented:
                parts[-1].append(title)
        parts[-1].append(line)
    return parts


def continued(title: Words) -> Words:
    """A title with "(Continued)"."""
    return (*title, *words(CONTINUED))


def notes_of(grid: Grid, lines: Lines) -> list[Note]:
    """The notes that a part of a table needs: those without a letter, and those whose letters its
    header or its cells have.
    """
    letters = {
        letter for headers in grid.header_rows for header in headers for letter in header.notes
    }
    letters |= {letter for row, _ in lines for cell in row.cells for letter in cell.notes}
    return [note for note in grid.notes if not note.letter or note.letter in letters]
