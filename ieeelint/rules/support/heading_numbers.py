"""How the author of a Word draft lets the style number a heading."""

from __future__ import annotations

from ieeelint.patterns import pattern
from ieeelint.rules.support.label_words import paragraph_of
from ieeelint.rules.support.word_drafts import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context
    from ieeelint.paper.blocks import Heading

NUMBERED_STYLES = ("heading1", "heading2", "heading3", "heading4")


def lets_style_number(context: Context, heading: Heading) -> str:
    """The command to the author that makes the style print the number of the heading.

    Empty if the style prints it, in LaTeX, and for a style of headings without a number.
    """
    paragraph = paragraph_of(context, heading.span)
    if paragraph is None or context.word is None or heading.numbered:
        return ""
    style = paragraph.style
    if context.word.styles.looks(style)[0].numbering is not None:
        return "press Ctrl+Q in this heading, which turns its automatic number on again"
    key = style.key.removeprefix("ieee")
    if key in NUMBERED_STYLES:
        name = shown(key).replace("ing", "ing ")
    else:
        name = f"Heading {_typed_level(heading.plain)}"
    return f'give it the style "{name}" of the IEEE template, which has numbers'


def _typed_level(words: str) -> int:
    """The level that a typed number shows: 2 for "3.1" and "B.", 1 for "3." and "IV."."""
    match = pattern(r"\s*(?:(\d{1,2}(?:\.\d{1,2})*)|([A-HJ-UWYZ])[.)])").match(words)
    if match is None:
        return 1
    return 2 if match[2] else min(1 + match[1].count("."), 3)
