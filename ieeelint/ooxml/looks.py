"""How characters and paragraphs look, with styles and direct formatting resolved."""

from __future__ import annotations


class RunLook:
    """How characters look.

    ``size`` and ``position`` (how far they are raised) are in points; ``vertical`` is
    ``superscript``, ``subscript`` or empty; ``color`` is six hex digits, or empty for the automatic
    color; ``font`` is the Latin font, never the East Asian one.
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
        "underline",
        "position",
    )

    def __init__(self) -> None:
        self.font = ""
        self.size = 10.0
        self.bold = self.italic = self.caps = self.small_caps = self.hidden = False
        self.vertical = ""
        self.color = ""
        self.underline = False
        self.position = 0.0

    def copy(self) -> RunLook:
        """A separate look with the same properties."""
        twin = RunLook()
        for name in RunLook.__slots__:
            setattr(twin, name, getattr(self, name))
        return twin


class ParagraphLook:
    """How a paragraph looks.

    ``numbering`` is its list as (numId, level), or None; ``first_line`` is how far its first line
    is indented, in points, and negative if the other lines are.
    """

    __slots__ = (
        "numbering",
        "page_break_before",
        "first_line",
    )

    def __init__(self) -> None:
        self.numbering: tuple[str, int] | None = None
        self.page_break_before = False
        self.first_line = 0.0

    def copy(self) -> ParagraphLook:
        """A separate look with the same properties."""
        twin = ParagraphLook()
        for name in ParagraphLook.__slots__:
            setattr(twin, name, getattr(self, name))
        return twin
