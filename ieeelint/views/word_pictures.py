"""The pictures of a Word draft: pixels, printed size, and those that are only linked."""

from __future__ import annotations

from ieeelint.ooxml.names import MC, WP, A, R, V, W, points
from ieeelint.patterns import pattern
from ieeelint.views.bitmaps import HEAD, bitmap_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from ieeelint.paper.source import Span
    from ieeelint.views.bitmaps import Bitmap
    from ieeelint.views.word import WordView

EMU = 914_400  # in an inch
LONGEST = 12  # digits of a length
DRAWINGS = WP + "inline", WP + "anchor"
# A picture alone; in a group, a canvas, or a text box it has another size than the drawing.
PICTURE = f"{A}graphic/{A}graphicData/{{*}}pic"  # Strict files have another namespace
# What has something to see: a picture, also in a group, a chart, a diagram.
VISIBLE = f"{A}graphic//{{*}}blip", f"{A}graphic/{A}graphicData/{{*}}chart"
POINTS_IN_INCH = 72


class WordPicture:
    """A bitmap in a paragraph at ``span``: ``pixels`` across and down without what is cropped, and
    printed ``inches`` across and down.
    """

    __slots__ = ("span", "bitmap", "pixels", "inches")

    def __init__(
        self, span: Span, bitmap: Bitmap, pixels: tuple[int, int], inches: tuple[float, float]
    ) -> None:
        self.span = span
        self.bitmap = bitmap
        self.pixels = pixels
        self.inches = inches


def bitmaps(view: WordView) -> Iterator[WordPicture]:
    """The bitmaps in the file whose size is known."""
    package = view.package
    links = package.relationships(view.document.name)
    for paragraph in view.paragraphs:
        for drawing in _drawings(paragraph.element):
            picture, extent = drawing.find(PICTURE), drawing.find(WP + "extent")
            blip = next(picture.iter(A + "blip"), None) if picture is not None else None
            link = links.get(blip.get(R + "embed", "")) if blip is not None else None
            if link is None or extent is None or link.target not in package.names:
                continue
            bitmap = bitmap_of(package.raw(link.target)[:HEAD])
            inches = _length(extent, "cx"), _length(extent, "cy")
            if bitmap is not None and all(inches):
                across, down = _shown(drawing)
                pixels = int(bitmap.width * across), int(bitmap.height * down)
                yield WordPicture(paragraph.span, bitmap, pixels, inches)


def _drawings(element: Element) -> Iterator[Element]:
    """The drawings of a paragraph.  The paragraphs of a text box have their own, and older programs
    read the same ones again.
    """
    for child in element:
        if child.tag in DRAWINGS:
            yield child
        if child.tag not in (W + "p", MC + "Fallback"):
            yield from _drawings(child)


def printed_size(element: Element) -> tuple[float, float]:
    """The inches across and down of the largest picture or chart in a paragraph; zeros without one.

    Formulas of other programs, and pictures in text boxes of the paragraph, do not count.
    """
    sizes = [(0.0, 0.0)]
    for drawing in _drawings(element):
        extent = drawing.find(WP + "extent")
        if extent is not None and any(drawing.find(path) is not None for path in VISIBLE):
            sizes.append((_length(extent, "cx"), _length(extent, "cy")))
    for old in element.iter(W + "pict"):
        for shape in old.iter(V + "shape"):
            if shape.find(V + "imagedata") is not None:
                style = shape.get("style", "")
                sizes.append((_of_style(style, "width"), _of_style(style, "height")))
    return max(sizes, key=lambda size: size[0] * size[1])


def _of_style(style: str, name: str) -> float:
    """The inches of a measure in the style of an old drawing: ``width:200pt;height:1in``."""
    match = pattern(rf"(?:^|;)\s*{name}:\s*([\d.]+[a-z]{{2}})").search(style)
    return (points(match[1]) or 0.0) / POINTS_IN_INCH if match is not None else 0.0


def linked(view: WordView) -> Iterator[tuple[str, Span]]:
    """The addresses of pictures that are not in the file."""
    links = view.package.relationships(view.document.name)
    for paragraph in view.paragraphs:
        for blip in paragraph.element.iter(A + "blip"):
            link = links.get(blip.get(R + "link", ""))
            if link is not None and link.is_external and not blip.get(R + "embed"):
                yield link.target, paragraph.span


def _length(extent: Element, name: str) -> float:
    text = extent.get(name, "")
    return int(text) / EMU if text.isdecimal() and len(text) <= LONGEST else 0.0


def _shown(drawing: Element) -> tuple[float, float]:
    """The parts of a picture across and down that are not cropped."""
    crop = next(drawing.iter(A + "srcRect"), None)
    if crop is None:
        return 1.0, 1.0
    cut = [crop.get(side, "0") for side in "lrtb"]
    left, right, top, bottom = (int(each) / 100_000 if each.isdecimal() else 0.0 for each in cut)
    return max(1.0 - left - right, 0.0), max(1.0 - top - bottom, 0.0)
