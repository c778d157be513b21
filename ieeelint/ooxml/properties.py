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


def _word(child: Element) -> str:
    return child.get(VAL, "")


def _present(child: Element) -> bool:
    return True


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
    W + "strike": _sets("strike", _switch),
    W + "sz": _sets("size", _measure(2.0)),
    W + "spacing": _sets("spacing", _measure(20.0)),
    W + "position": _sets("position", _measure(2.0)),
    W + "w": _sets("scale", _measure(1.0)),
    W + "vertAlign": _vertical,
    W + "color": _color,
    W + "highlight": _sets("highlight", _word),
    W + "lang": _sets("language", _word),
    W + "u": _underline,
}


def _alignment(look: ParagraphLook, child: Element) -> None:
    kind = child.get(VAL, "left")
    look.alignment = {"start": "left", "end": "right", "distribute": "both"}.get(kind, kind)


def _indents(look: ParagraphLook, child: Element) -> None:
    for name, attributes in (("left", ("left", "start")), ("right", ("right", "end"))):
        for attribute in attributes:
            size = points(child.get(W + attribute))
            if size is not None:
                setattr(look, name, size)
    first = points(child.get(W + "firstLine"))
    if first is not None:
        look.first = first
    hanging = points(child.get(W + "hanging"))
    if hanging is not None:
        look.first = -hanging


def _spacing(look: ParagraphLook, child: Element) -> None:
    for name in ("before", "after"):
        size = points(child.get(W + name))
        if size is not None:
            setattr(look, name, size)
    line = child.get(W + "line")
    if line:
        rule = child.get(W + "lineRule", "auto")
        size = points(line, 240.0 if rule == "auto" else 20.0)
        if size is not None:
            if rule == "auto" and line.endswith("pt"):
                size /= 12.0
            look.line = (size, rule)


def _outline(look: ParagraphLook, child: Element) -> None:
    level = child.get(VAL, "")
    look.level = depth + 1 if (depth := whole(level, 9)) < 9 else 0


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


def _tabs(look: ParagraphLook, child: Element) -> None:
    stops = dict(look.tabs)
    for tab in child:
        position = points(tab.get(W + "pos"))
        if position is not None:
            kind = tab.get(VAL, "left")
            if kind == "clear":
                stops.pop(position, None)
            else:
                stops[position] = kind
    look.tabs = tuple(sorted(stops.items()))


_PARAGRAPH: dict[str, Setter] = {
    W + "jc": _alignment,
    W + "ind": _indents,
    W + "spacing": _spacing,
    W + "outlineLvl": _outline,
    W + "numPr": _numbering,
    W + "tabs": _tabs,
    W + "pageBreakBefore": _sets("page_break_before", _switch),
    W + "keepNext": _sets("keep_next", _switch),
    W + "pBdr": _sets("has_border", _present),
    W + "shd": _sets("has_fill", _present),
    W + "framePr": _sets("is_frame", _present),
}
