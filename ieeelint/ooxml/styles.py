"""The styles of a package, with inheritance and direct formatting resolved."""

from __future__ import annotations

from ieeelint.ooxml.looks import ParagraphLook, RunLook
from ieeelint.ooxml.names import W, value
from ieeelint.ooxml.properties import TOGGLES, apply_paragraph, apply_run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


class Style:
    """A style.

    ``identifier`` is the name that paragraphs use, ``name`` the one that Word shows in English,
    ``key`` that name in lowercase without spaces (``papertitle``, ``heading1``), which decides the
    role; ``kind`` is ``paragraph``, ``character``, ``table`` or ``numbering``; ``ancestors`` are
    the keys of the styles it is based on, nearest first; ``is_custom`` is false for Word's built-in
    styles.
    """

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
    """All styles of a package; the look of each style is resolved once."""

    def __init__(self, root: Element | None, theme_fonts: dict[str, str]) -> None:
        self.theme_fonts = theme_fonts  # "minorHAnsi" and the like -> the name of the font
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
            style.ancestors = tuple(base.key for base in self._chain(style)[1:])
        defaults = root.find(W + "docDefaults")
        if defaults is not None:
            run = defaults.find(f"{W}rPrDefault/{W}rPr")
            paragraph = defaults.find(f"{W}pPrDefault/{W}pPr")
            if run is not None:
                apply_run(self._base_run, run, theme_fonts)
            if paragraph is not None:
                apply_paragraph(self._base_paragraph, paragraph)

    def style(self, identifier: str) -> Style:
        """The style with this identifier, or the default paragraph style."""
        style = self.by_identifier.get(identifier)
        return self.default if style is None else style

    def _chain(self, style: Style) -> list[Style]:
        """The style and the styles it is based on, nearest first; a cycle is cut."""
        chain = [style]
        while chain[-1].based_on and len(chain) < 20:
            base = self.by_identifier.get(chain[-1].based_on)
            if base is None or base in chain:
                break
            chain.append(base)
        return chain

    def looks(self, style: Style) -> tuple[ParagraphLook, RunLook]:
        """How a paragraph of this style and its text look. The looks are shared: do not change
        them.
        """
        looks = self._looks.get(style.identifier)
        if looks is None:
            paragraph, run = self._base_paragraph.copy(), self._base_run.copy()
            for ancestor in reversed(self._chain(style)):
                if ancestor.element is None:
                    continue
                properties = ancestor.element.find(W + "pPr")
                if properties is not None:
                    apply_paragraph(paragraph, properties)
                properties = ancestor.element.find(W + "rPr")
                if properties is not None:
                    apply_run(run, properties, self.theme_fonts)
            looks = self._looks[style.identifier] = paragraph, run
        return looks

    def paragraph_look(self, style: Style, direct: Element | None) -> ParagraphLook:
        """How a paragraph of this style with these direct properties looks."""
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
        identifier = value(direct, "rStyle")
        if identifier and identifier in self.by_identifier:
            if identifier not in self._character:
                self._character[identifier] = [
                    properties
                    for style in reversed(self._chain(self.by_identifier[identifier]))
                    if style.element is not None
                    and (properties := style.element.find(W + "rPr")) is not None
                ]
            in_style = RunLook()
            for properties in self._character[identifier]:
                apply_run(look, properties, self.theme_fonts)
                apply_run(in_style, properties, self.theme_fonts)
            for toggle in TOGGLES:  # both styles set it, which cancels it
                if getattr(in_style, toggle):
                    setattr(look, toggle, not getattr(base, toggle))
        apply_run(look, direct, self.theme_fonts)
        return look
