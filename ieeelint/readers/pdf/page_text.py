"""The lines of text on a page, from the boxes of its characters."""

from __future__ import annotations

import ctypes
from math import cos, hypot

from ieeelint.paper.source import Span
from ieeelint.views.pdf_parts import Line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ieeelint.paper.source import Source
    from ieeelint.readers.pdf.page_space import PageSpace

    Box = tuple[float, float, float, float]

GAP = 8.5  # points between two characters that begin another line: more than the widest space
DROP = 0.6  # of the size of the type: a character this much lower begins another line
MOST_CHARACTERS = 60_000  # of a page; a scatter plot may have a million


class Characters:
    """The characters of a page: codes, boxes of the ink, and what pdfium knows about each."""

    def __init__(self, pdfium: Any, text_page: Any) -> None:
        self.pdfium = pdfium
        self.page = text_page
        self.count = min(max(pdfium.FPDFText_CountChars(text_page), 0), MOST_CHARACTERS)

    def boxes(self) -> Iterator[tuple[int, str, Box]]:
        """Number, character, and left, bottom, right and top of its ink."""
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        places = [ctypes.byref(each) for each in (left, right, bottom, top)]
        code_at, box_at = self.pdfium.FPDFText_GetUnicode, self.pdfium.FPDFText_GetCharBox
        for number in range(self.count):
            code = code_at(self.page, number)
            character = chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"
            box_at(self.page, number, *places)
            yield number, character, (left.value, bottom.value, right.value, top.value)

    def advance(self, number: int) -> tuple[float, float]:
        """The left and the right edge of a character with its side bearings."""
        box = self.pdfium.FS_RECTF()
        self.pdfium.FPDFText_GetLooseCharBox(self.page, number, ctypes.byref(box))
        return box.left, box.right

    def size(self, number: int) -> float:
        """The printed size of the type."""
        matrix = self.pdfium.FS_MATRIX()
        size: float = self.pdfium.FPDFText_GetFontSize(self.page, number)
        if not self.pdfium.FPDFText_GetMatrix(self.page, number, ctypes.byref(matrix)):
            return size
        return size * (hypot(matrix.c, matrix.d) or 1.0)

    def turn(self, number: int) -> float:
        """The angle of a character in radians."""
        angle: float = self.pdfium.FPDFText_GetCharAngle(self.page, number)
        return angle

    def owner(self, number: int) -> int:
        """The address of the page object that prints a character; 0 if there is none."""
        return address(self.pdfium.FPDFText_GetTextObject(self.page, number))


def address(pointer: Any) -> int:
    """The address that a pointer of ctypes holds."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def lines_of(
    characters: Characters, space: PageSpace, in_figures: set[int], source: Source, start: int
) -> tuple[list[Line], str]:
    """The lines of a page, and its text, which begins at ``start`` of the source.

    ``in_figures`` are the addresses of the page objects in included pictures.
    """
    lines: list[Line] = []
    pieces: list[str] = []
    at = start
    for run in _runs(characters):
        text = "".join(character for _, character, _ in run)
        first, last, middle = run[0][0], run[-1][0], run[len(run) // 2][0]
        boxes = [box for _, _, box in run]
        ink = _around(boxes)
        is_upright = cos(characters.turn(middle) - space.turn) > 0.99
        if is_upright and not space.turn:
            left, right = characters.advance(first)[0], characters.advance(last)[1]
            ink = min(left, ink[0]), ink[1], max(right, ink[2]), ink[3]
        lines.append(
            Line(
                Span(source, at, at + len(text)),
                space.shown(ink),
                characters.size(middle),
                is_upright,
                bool(in_figures) and characters.owner(middle) in in_figures,
            )
        )
        pieces.append(text + "\n")
        at += len(text) + 1
    return lines, "".join(pieces)


def _runs(characters: Characters) -> Iterator[list[tuple[int, str, Box]]]:
    """The characters with ink of each line; a space between words belongs to the line."""
    run: list[tuple[int, str, Box]] = []
    space: tuple[int, str, Box] | None = None
    for item in characters.boxes():
        _, character, box = item
        if character in "\r\n":
            space = None
            if run:
                yield run
            run = []
            continue
        if character.isspace() or not character.isprintable():
            space = item if run else None
            continue
        if run and not _goes_on(run[-1][2], box) and _is_apart(run[-1][2], box):
            yield run
            run, space = [], None
        if space is not None:
            run.append((run[-1][0], " ", run[-1][2]))
            space = None
        run.append(item)
    if run:
        yield run


def _goes_on(before: Box, box: Box) -> bool:
    """True for nearly every character: it is on the same line, right after the one before."""
    return before[0] <= box[0] < before[2] + 4.0 and box[1] < before[3] and before[1] < box[3]


def _is_apart(before: Box, box: Box) -> bool:
    """True if a character is not right after, above, or below the one before."""
    height = max(before[3] - before[1], box[3] - box[1], 4.0)
    across = box[0] - before[2], before[0] - box[2]
    down = box[1] - before[3], before[1] - box[3]
    return max(across) > max(GAP, 0.9 * height) or max(down) > max(GAP, DROP * height)


def _around(boxes: list[Box]) -> Box:
    """The smallest box around others."""
    lefts, bottoms, rights, tops = zip(*boxes)
    return min(lefts), min(bottoms), max(rights), max(tops)
