"""Names of elements and attributes as ElementTree writes them, and the reading of their values."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741

VAL = W + "val"
LONGEST_NUMBER = 18  # digits of a number that Word writes, at most
OFF = frozenset({"0", "false", "off", "none"})
POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0}


def value(element: Element | None, name: str) -> str:
    """``w:val`` of the child ``name``; empty when there is no such child."""
    child = None if element is None else element.find(W + name)
    return "" if child is None else child.get(VAL, "")


def is_on(child: Element | None) -> bool | None:
    """True when an on-off property is on; None when it is missing."""
    return None if child is None else child.get(VAL, "true") not in OFF


def whole(text: str, default: int = 0) -> int:
    """The whole number of an attribute; ``default`` for anything else, such as "²" or 40 digits."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST_NUMBER else default


def points(text: str | None, unit: float = 20.0) -> float | None:
    """A measure in points. A plain number counts ``unit`` to the point (20 for twips, 2 for
    half-points); Strict files write ``12pt``, ``1in``, ``2.5cm``.  None for anything else.
    """
    if not text:
        return None
    try:
        if text[-2:] in POINTS:
            return float(text[:-2]) * POINTS[text[-2:]]
        return float(text) / unit
    except ValueError:
        return None


def outermost(element: Element, tags: tuple[str, ...]) -> Iterator[Element]:
    """The elements below ``element`` with these tags, without those inside another of them and
    without ``mc:Fallback``.
    """
    queue = list(reversed(element))
    while queue:
        child = queue.pop()
        if child.tag in tags:
            yield child
        elif child.tag != MC + "Fallback":
            queue += reversed(child)
