"""Styles, resolved: what a run or a paragraph looks like after inheritance and direct
formatting.
"""

from __future__ import annotations

from ieeelint.ooxml.names import VAL, W, is_on, points, value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Properties that a style toggles: set in a paragraph style and again in a
# character style they cancel (ISO/IEC 29500-1, 17.7.3); direct ones are absolute.
TOGGLES = ("bold", "italic", "caps", "small_caps", "hidden")
TOGGLE_NAMES = {
    "bold": "b",
    "italic": "i",
    "caps": "caps",
    "small_caps": "smallCaps",
    "hidden": "vanish",
}


class RunLook:
    """How characters look.  ``size`` and ``position`` (raised by) in points, ``spacing`` between
    letters in points; ``vertical`` is ``superscript``, ``subscript`` or empty; ``color`` six hex
    digits or empty for the automatic one; ``east_asian`` fonts are left out of ``font``."""

    __slots__ = (
        "font",
        "size",
        "bold",
        "italic",
        "caps",
        "small_caps",
        "hidden",
        "vertical",
        "color",
        "highlight",
        "underline",
        "strike",
        "spacing",
        "position",
        "scale",
        "language",
    )

    def __init__(self) -> None:
        self.font = ""
        self.size = 10.0
        self.bold = self.italic = self.caps = self.small_caps = self.hidden = False
        self.vertical = ""
        self.color = ""
        self.highlight = ""
        self.underline = False
        self.strike = False
        self.spacing = 0.0
        self.position = 0.0
        self.scale = 100.0
        self.language = ""

    def copy(self) -> RunLook:
        """A look of its own with the same properties."""
        twin = RunLook()
        for name in RunLook.__slots__:
            setattr(twin, name, getattr(self, name))
        return twin


class ParagraphLook:
    """How a paragraph stands: measures in points; ``level`` the outline level from 1 (0 for body
    text); ``numbering`` the list (numId, level) it belongs to, or None; ``tabs`` (position,
    kind); ``line`` the line spacing as (value, rule): rule ``auto`` counts in lines, others in
    points.
    """

    __slots__ = (
        "alignment",
        "left",
        "right",
        "first",
        "before",
        "after",
        "line",
        "level",
        "numbering",
        "tabs",
        "page_break_before",
        "keep_next",
        "has_border",
        "has_fill",
        "is_frame",
    )

    def __init__(self) -> None:
        self.alignment = "left"
        self.left = self.right = self.first = self.before = self.after = 0.0
        self.line: tuple[float, str] = (1.0, "auto")
        self.level = 0
        self.numbering: tuple[str, int] | None = None
        self.tabs: tuple[tuple[float, str], ...] = ()
        self.page_break_before = False
        self.keep_next = False
        self.has_border = False
        self.has_fill = False
        self.is_frame = False

    def copy(self) -> ParagraphLook:
        """A look of its own with the same properties."""
        twin = ParagraphLook()
        for name in ParagraphLook.__slots__:
            setattr(twin, name, getattr(self, name))
        return twin


class Style:
    """A style: ``identifier`` as paragraphs name it, ``name`` as Word shows it in English;
    ``key`` that name in lower case without spaces (``papertitle``, ``heading1``), by which roles
    are told; ``kind`` ``paragraph``, ``character``, ``table`` or ``numbering``; ``ancestors`` the
    keys of the styles it is based on, nearest first; ``is_custom`` when it is not Word's own."""

    __slots__ = (
        "identifier",
        "name",
        "key",
        "kind",
        "based_on",
        "element",
        "is_custom",
        "is_default",
        "ancestors",
    )

    def __init__(self, element: Element | None) -> None:
        self.element = element
        self.ancestors: tuple[str, ...] = ()
        if element is None:
            self.identifier, self.name, self.kind, self.based_on = "", "Normal", "paragraph", ""
            self.is_custom, self.is_default = False, True
        else:
            self.identifier = element.get(W + "styleId", "")
            self.name = value(element, "name") or self.identifier
            self.kind = element.get(W + "type", "paragraph")
            self.based_on = value(element, "basedOn")
            self.is_custom = element.get(W + "customStyle", "0") in ("1", "true", "on")
            self.is_default = element.get(W + "default", "0") in ("1", "true", "on")
        self.key = self.name.replace(" ", "").replace("-", "").replace("_", "").lower()

    def __repr__(self) -> str:
        return f"Style({self.name!r})"


class Styles:
    """All styles of a package; looks are resolved once a style and kept."""

    def __init__(self, root: Element | None, theme_fonts: dict[str, str]) -> None:
        self.theme_fonts = theme_fonts  # "minorHAnsi" and the like to names of fonts
        self.by_identifier: dict[str, Style] = {}
        self.default = Style(None)
        self._looks: dict[str, tuple[ParagraphLook, RunLook]] = {}
        self._character: dict[str, list[Element]] = {}
        self._base_run = RunLook()
        self._base_paragraph = ParagraphLook()
        if root is None:
            return
        for element in root.findall(W + "style"):
            style = Style(element)
            self.by_identifier.setdefault(style.identifier, style)
            if style.is_default and style.kind == "paragraph":
                self.default = style
        for style in self.by_identifier.values():
            style.ancestors = tuple(one.key for one in self._chain(style)[1:])
        defaults = root.find(W + "docDefaults")
        if defaults is not None:
            run = defaults.find(f"{W}rPrDefault/{W}rPr")
            paragraph = defaults.find(f"{W}pPrDefault/{W}pPr")
            if run is not None:
                self.apply_run(self._base_run, run)
            if paragraph is not None:
                apply_paragraph(self._base_paragraph, paragraph)

    def style(self, identifier: str) -> Style:
        """The style of this identifier; the default paragraph style when there is none such."""
        found = self.by_identifier.get(identifier)
        return self.default if found is None else found

    def _chain(self, style: Style) -> list[Style]:
        """The style and those it is based on, nearest first; a cycle is cut."""
        chain = [style]
        while chain[-1].based_on and len(chain) < 20:
            base = self.by_identifier.get(chain[-1].based_on)
            if base is None or base in chain:
                break
            chain.append(base)
        return chain

    def looks(self, style: Style) -> tuple[ParagraphLook, RunLook]:
        """How a paragraph of this style and its text look; shared, do not change them."""
        known = self._looks.get(style.identifier)
        if known is None:
            paragraph, run = self._base_paragraph.copy(), self._base_run.copy()
            for one in reversed(self._chain(style)):
                if one.element is None:
                    continue
                properties = one.element.find(W + "pPr")
                if properties is not None:
                    apply_paragraph(paragraph, properties)
                properties = one.element.find(W + "rPr")
                if properties is not None:
                    self.apply_run(run, properties)
            known = self._looks[style.identifier] = paragraph, run
        return known

    def paragraph_look(self, style: Style, direct: Element | None) -> ParagraphLook:
        """How a paragraph of this style with these direct properties stands."""
        look = self.looks(style)[0]
        if direct is None:
            return look
        look = look.copy()
        apply_paragraph(look, direct)
        return look

    def run_look(self, base: RunLook, direct: Element | None) -> RunLook:
        """How a run looks in a paragraph whose text looks like ``base``."""
        if direct is None or not len(direct):
            return base
        look = base.copy()
        named = value(direct, "rStyle")
        if named and named in self.by_identifier:
            if named not in self._character:
                self._character[named] = [
                    properties
                    for one in reversed(self._chain(self.by_identifier[named]))
                    if one.element is not None
                    and (properties := one.element.find(W + "rPr")) is not None
                ]
            own = RunLook()
            for properties in self._character[named]:
                self.apply_run(look, properties)
                self.apply_run(own, properties)
            for toggle in TOGGLES:  # both set it: they cancel
                if getattr(own, toggle):
                    setattr(look, toggle, not getattr(base, toggle))
        self.apply_run(look, direct)
        return look

    def apply_run(self, look: RunLook, properties: Element) -> None:
        """Lay direct run properties over a look."""
        for child in properties:
            setter = _RUN.get(child.tag)
            if setter is not None:
                setter(look, child)
            elif child.tag == W + "rFonts":
                name = child.get(W + "ascii") or child.get(W + "hAnsi")
                theme = child.get(W + "asciiTheme") or child.get(W + "hAnsiTheme")
                if theme and theme in self.theme_fonts:  # the theme wins over the name
                    name = self.theme_fonts[theme]
                if name:
                    look.font = name


def _toggle(name: str):  # type: ignore[no-untyped-def]
    def set_it(look: RunLook, child: Element) -> None:
        setattr(look, name, bool(is_on(child)))

    return set_it


def _measure(name: str, unit: float):  # type: ignore[no-untyped-def]
    def set_it(look: RunLook, child: Element) -> None:
        size = points(child.get(VAL), unit)
        if size is not None:
            setattr(look, name, size)

    return set_it


def _vertical(look: RunLook, child: Element) -> None:
    kind = child.get(VAL, "")
    look.vertical = kind if kind in ("superscript", "subscript") else ""


def _color(look: RunLook, child: Element) -> None:
    color = child.get(VAL, "")
    look.color = "" if color == "auto" else color.upper()


def _word(name: str):  # type: ignore[no-untyped-def]
    def set_it(look: RunLook, child: Element) -> None:
        setattr(look, name, child.get(VAL, ""))

    return set_it


def _underline(look: RunLook, child: Element) -> None:
    look.underline = child.get(VAL, "single") != "none"


_RUN = {
    **{W + TOGGLE_NAMES[name]: _toggle(name) for name in TOGGLES},
    W + "strike": _toggle("strike"),
    W + "sz": _measure("size", 2.0),
    W + "spacing": _measure("spacing", 20.0),
    W + "position": _measure("position", 2.0),
    W + "w": _measure("scale", 1.0),
    W + "vertAlign": _vertical,
    W + "color": _color,
    W + "highlight": _word("highlight"),
    W + "lang": _word("language"),
    W + "u": _underline,
}


def apply_paragraph(look: ParagraphLook, properties: Element) -> None:
    """Lay direct paragraph properties over a look."""
    for child in properties:
        setter = _PARAGRAPH.get(child.tag)
        if setter is not None:
            setter(look, child)


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
    look.level = int(level) + 1 if level.isdigit() and int(level) < 9 else 0


def _numbering(look: ParagraphLook, child: Element) -> None:
    number, level = value(child, "numId"), value(child, "ilvl")
    before = look.numbering
    if number == "0":
        look.numbering = None
        return
    depth = int(level) if level.isdigit() else (before[1] if before else 0)
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


def _flag(name: str):  # type: ignore[no-untyped-def]
    def set_it(look: ParagraphLook, child: Element) -> None:
        setattr(look, name, bool(is_on(child)))

    return set_it


def _there(name: str):  # type: ignore[no-untyped-def]
    def set_it(look: ParagraphLook, child: Element) -> None:
        setattr(look, name, True)

    return set_it


_PARAGRAPH = {
    W + "jc": _alignment,
    W + "ind": _indents,
    W + "spacing": _spacing,
    W + "outlineLvl": _outline,
    W + "numPr": _numbering,
    W + "tabs": _tabs,
    W + "pageBreakBefore": _flag("page_break_before"),
    W + "keepNext": _flag("keep_next"),
    W + "pBdr": _there("has_border"),
    W + "shd": _there("has_fill"),
    W + "framePr": _there("is_frame"),
}
