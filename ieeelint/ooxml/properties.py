"""Applies the properties of runs and paragraphs to a look, one by one."""

from __future__ import annotations

from ieeelint.ooxml.names import VAL, W, is_on, points, value, whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any
    from xml.etree.ElementTree import Element

    from ieeelint.ooxml.looks import ParagraphLook, RunLook

    Setter = Callable[[Any, Element], None]

# Toggle properties: a paragraph style and a character style that both set one cancel each other
# (ISO/IEC 29500-1, 17.7.3); direct formatting is absolute.
TOGGLES = ("bold", "italic", "caps", "small_caps", "hidden")
TOGGLE_NAMES = {
    "bold": "b",
    "italic": "i",
    "caps": "caps",
    "small_caps": "smallCaps",
    "hidden": "vanish",
}


def apply_run(look: RunLook, properties: Element, theme_fonts: Mapping[str, str]) -> None:
    """Apply run properties to a look; ``theme_fonts`` maps the names of a theme to fonts."""
    for child in properties:
        setter = _RUN.get(child.tag)
        if setter is not None:
            setter(look, child)
        elif child.tag == W + "rFonts":
            font = child.get(W + "ascii") or child.get(W + "hAnsi")
            theme = child.get(W + "asciiTheme") or child.get(W + "hAnsiTheme")
            if theme and theme in theme_fonts:  # the theme has priority over the name
                font = theme_fonts[theme]
            if font:
                look.font = font


def apply_paragraph(look: ParagraphLook, properties: Element) -> None:
    """Apply paragraph properties to a look."""
    for child in properties:
        setter = _PARAGRAPH.get(child.tag)
        if setter is not None:
            setter(look, child)


def _sets(attribute: str, read: Callable[[Element], object]) -> Setter:
    """A setter of one attribute; the attribute keeps its value where ``read`` returns None."""

    def set_attribute(look: Any, child: Element) -> None:
        value = read(child)
        if value is not None:
            setattr(look, attribute, value)

    return set_attribute


def _switch(child: Element) -> bool:
    return bool(is_on(child))


def _measure(unit: float) -> Callable[[Element], float | None]:
    return lambda child: points(child.get(VAL), unit)


def _vertical(look: RunLook, child: Element) -> None:
    kind = child.get(VAL, "")
    look.vertical = kind if kind in ("superscript", "subscript") else ""


def _color(look: RunLook, child: Element) -> None:
    color = child.get(VAL, "")
    look.color = "" if color == "auto" else color.upper()


def _underline(look: RunLook, child: Element) -> None:
    look.underline = child.get(VAL, "single") != "none"


_RUN: dict[str, Setter] = {
    **{W + TOGGLE_NAMES[name]: _sets(name, _switch) for name in TOGGLES},
    W + "sz": _sets("size", _measure(2.0)),
    W + "position": _sets("position", _measure(2.0)),
    W + "vertAlign": _vertical,
    W + "color": _color,
    W + "u": _underline,
}


def _numbering(look: ParagraphLook, child: Element) -> None:
    number, level = value(child, "numId"), value(child, "ilvl")
    before = look.numbering
    if number == "0":
        look.numbering = None
        return
    depth = whole(level, before[1] if before else 0)
    if number:
        look.numbering = (number, depth)
    elif before:
        look.numbering = (before[0], depth)


def _first_line(child: Element) -> float | None:
    """The indent of the first line; the other lines' indent has priority (ISO/IEC 29500-1,
    17.3.1.12).
    """
    hanging = points(child.get(W + "hanging"))
    return points(child.get(W + "firstLine")) if hanging is None else -hanging


_PARAGRAPH: dict[str, Setter] = {
    W + "ind": _sets("first_line", _first_line),
    W + "numPr": _numbering,
    W + "pageBreakBefore": _sets("page_break_before", _switch),
}
