r"""Where the table or the picture of a \captionof outside floats is."""

from __future__ import annotations

from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.floats import Caption

# What may be between a caption and its table or picture.
BETWEEN = (
    r"(?:[\s{}]|%[^\r\n]*|\\(?:vspace|label|hspace|captionsetup)\*?\{[^{}]{0,60}\}"
    r"|\\(?:centering|medskip|smallskip|bigskip|par|hfill|vfill|noindent|footnotesize|small|\\)"
    r"(?![a-zA-Z]))*"
)
TABLE_ENDS = r"\\end\{(?:tabular[xy*]?|tabularray|tblr)\}" + BETWEEN + r"\Z"
TABLE_BEGINS = (
    BETWEEN + r"(?:\\(?:resizebox\*?|scalebox)(?:\{[^{}]{0,40}\}){1,2}\{?\s*)?"
    r"\\begin\{(?:tabular|tblr|adjustbox)"
)
PICTURE_ENDS = r"\\includegraphics(?:\[[^\]]{0,120}\])?\{[^{}]{1,120}\}" + BETWEEN + r"\Z"
PICTURE_BEGINS = BETWEEN + r"\\includegraphics(?![a-zA-Z])"
REACH = 600  # characters of the source before and after the caption


def is_below_table(caption: Caption) -> bool:
    """True if the source has a table directly before the caption, and none directly after it."""
    return _has(caption, TABLE_ENDS, before=True) and not _has(caption, TABLE_BEGINS, before=False)


def is_above_picture(caption: Caption) -> bool:
    """True if the source has a picture directly after the caption, and none directly before it."""
    is_after = _has(caption, PICTURE_BEGINS, before=False)
    return is_after and not _has(caption, PICTURE_ENDS, before=True)


def _has(caption: Caption, expression: str, *, before: bool) -> bool:
    """True if the expression matches directly before or after the caption."""
    text, span = caption.span.source.text, caption.span
    if before:
        return pattern(expression).search(text[max(0, span.start - REACH) : span.start]) is not None
    return pattern(expression).match(text, span.end) is not None
