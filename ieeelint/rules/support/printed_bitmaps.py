"""The bitmaps of a draft with their printed size: of LaTeX, of Word, and of a PDF file."""

from __future__ import annotations

import os

from ieeelint import inputs
from ieeelint.patterns import pattern
from ieeelint.rules.support.widths import (
    COLUMN_INCHES,
    PAGE_INCHES,
    is_boxed,
    is_two_column,
    width_in,
)
from ieeelint.views.bitmaps import HEAD, bitmap_of
from ieeelint.views.pdf_parts import INCH
from ieeelint.views.word_pictures import bitmaps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.floats import Float, Graphic
    from ieeelint.paper.source import Span
    from ieeelint.views.latex import LatexView
    from ieeelint.views.pdf import PdfView
    from ieeelint.views.word import WordView

# Options that print a part of a picture, or turn it.
CHANGING = r"\b(?:trim|clip|viewport|bb|angle|page)\b"
BITMAPS = (".png", ".jpg", ".jpeg", ".PNG", ".JPG", ".JPEG")


class PrintedBitmap:
    """A bitmap: its ``name``, empty in Word and PDF files, ``pixels`` across and down, and the
    printed ``inches`` across and down, 0 for a side that is not known.
    """

    __slots__ = ("span", "name", "pixels", "inches", "bits")

    def __init__(
        self,
        span: Span,
        name: str,
        pixels: tuple[int, int],
        inches: tuple[float, float],
        bits: int,
    ) -> None:
        self.span = span
        self.name = name
        self.pixels = pixels
        self.inches = inches
        self.bits = bits

    @property
    def resolution(self) -> float:
        """Pixels per inch, in the worse direction."""
        return min(count / inches for count, inches in zip(self.pixels, self.inches) if inches)


def printed_bitmaps(context: Context) -> Iterator[PrintedBitmap]:
    """The bitmaps whose printed size is known."""
    if context.latex is not None:
        yield from _of_latex(context, context.latex)
    elif context.word is not None:
        yield from _of_word(context.word)
    elif context.pdf is not None:
        yield from _of_pdf(context.pdf)


def _of_latex(context: Context, view: LatexView) -> Iterator[PrintedBitmap]:
    if not is_two_column(context):
        return
    from ieeelint.views.file_names import Files
    from ieeelint.views.pictures import folders_of_pictures, home

    files = Files()
    folder = home(context.paper)
    for holder in context.paper.figures:
        for graphic in holder.graphics:
            inches = _inches(context, holder, graphic)
            if graphic.kind != "image" or not inches or "\\" in graphic.name:
                continue
            folders = folders_of_pictures(view, folder, graphic.span)
            path, _ = files.find(graphic.name.strip(), folders, ("", *BITMAPS))
            if not path.lower().endswith(BITMAPS):
                continue
            facts = bitmap_of(inputs.head_of(path, HEAD))
            if facts is not None:
                pixels = facts.width, facts.height
                name = os.path.basename(path)
                yield PrintedBitmap(graphic.span, name, pixels, (inches, 0.0), facts.bits)


def _inches(context: Context, holder: Float, graphic: Graphic) -> float:
    """The printed width of a picture; 0 if it is not known."""
    width = width_in(graphic.options)
    if width is None or pattern(CHANGING).search(graphic.options):
        return 0.0
    if width.inches:
        return width.inches
    if is_boxed(context, graphic.span, holder.span):
        return 0.0
    column = PAGE_INCHES if holder.starred else COLUMN_INCHES
    measures = {
        "\\columnwidth": COLUMN_INCHES,
        "\\linewidth": column,
        "\\hsize": column,
        "\\textwidth": PAGE_INCHES,
    }
    return width.factor * measures.get(width.measure, 0.0)


def _of_word(view: WordView) -> Iterator[PrintedBitmap]:
    for picture in bitmaps(view):
        yield PrintedBitmap(picture.span, "", picture.pixels, picture.inches, picture.bitmap.bits)


def _of_pdf(view: PdfView) -> Iterator[PrintedBitmap]:
    for image in view.bitmaps:
        inches = image.width / INCH, image.height / INCH
        yield PrintedBitmap(image.page.span, "", image.pixels, inches, image.bits)
