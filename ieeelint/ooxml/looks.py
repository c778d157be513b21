"""How characters and paragraphs look, with styles and direct formatting resolved."""

from __future__ import annotations


class RunLook:
    """How characters look.

    ``size``, ``position`` (how far they are raised) and ``spacing`` (between letters) are in
    points; ``vertical`` is ``superscript``, ``subscript`` or empty; ``color`` is six hex digits, or
    empty for the automatic color; ``font`` is the Latin font, never the East Asian one.
    """

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
        """A separate look with the same properties."""
        twin = RunLook()
        for name in RunLook.__slots__:
            setattr(twin, name, getattr(self, name))
        return twin


class ParagraphLook:
    """How a paragraph looks; measures are in points.

    ``level`` is the outline level from 1, or 0 for body text; ``numbering`` the list (numId, level)
    of the paragraph, or None; ``tabs`` are pairs (position, kind); ``line`` is the line spacing as
    (value, rule): rule ``auto`` counts in lines, the others in points.
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
        """A separate look with the same properties."""
        twin = ParagraphLook()
        for name in ParagraphLook.__slots__:
            setattr(twin, name, getattr(self, name))
        return twin
