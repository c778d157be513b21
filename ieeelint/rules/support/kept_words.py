"""Words that keep their spelling: parts of code, names in code, and examples of a spelling."""

from __future__ import annotations

from re import IGNORECASE, escape

from ieeelint.paper.text import BOLD, ITALIC
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context

# Part of an identifier, a path, a tag, a setting, or an option of a command: my_color, --no-color.
IN_CODE = r"[_/@.\\#=<>$]\Z|(?:\A|[\s(])[-–]{1,2}(?:\w{1,20}-){0,3}\Z"
CODE_SIGNS = ("_", "@", "(", "=", ">", "::", "</")
# What shows that a sentence is about spelling, anywhere in it, or directly before the word.
ABOUT_SPELLING = r"\b(?:typos?|misspel\w*|mistyped|spell(?:s|ed|ing|ings)?|spelt)\b"
MENTIONED = r"\b(?:words?|tokens?|strings?)[ \u00a0]\Z"
# Between a word and its other spelling: "recieve for receive", "colour, color", "colour → color".
BETWEEN = r"(?:[\W\d_]|\b(?:vs|versus|or|for|of|not|as|to|into|instead|becomes|means|is)\b){1,12}"
NEAR = 200  # characters of a sentence before and after a word
WINDOW = 30  # characters before or after a word
THINGS = (
    r"(?:functions?|methods?|routines?|arguments?|parameters?|options?|attributes?|keywords?"
    r"|commands?|variables?|identifiers?|fields?|flags?|tags?|keys?|macros?|packages?|modules?"
    r"|librar(?:y|ies)|propert(?:y|ies)|columns?)"
)


def is_in_code(plain: str, start: int, end: int) -> bool:
    """True for a word that touches the signs of code."""
    return pattern(IN_CODE).search(
        plain, max(0, start - 70), start
    ) is not None or plain.startswith(CODE_SIGNS, end)


def is_kept(context: Context, start: int, end: int, right: str) -> bool:
    """True for a word whose spelling is meant: the sentence is about spelling, the word is
    next to its other spelling ``right``, or it names something in code.
    """
    plain = context.paper.text.plain
    first, last = context.index.sentence(start)
    first, last = max(first, start - NEAR), min(last, end + NEAR)
    if pattern(ABOUT_SPELLING, IGNORECASE).search(plain, first, last):
        return True
    if pattern(MENTIONED).search(plain, max(first, start - WINDOW), start):
        return True
    other = rf"\b{escape(right)}\b"
    after = pattern(BETWEEN + other, IGNORECASE).match(plain, end, last)
    before = pattern(other + BETWEEN + r"\Z", IGNORECASE).search(
        plain, max(first, start - WINDOW - len(right)), start
    )
    return after is not None or before is not None or _is_name_in_code(context, start, end)


def _is_name_in_code(context: Context, start: int, end: int) -> bool:
    """True for a single word in italics or bold next to the kind of thing that it names: "the
    function **normalise**".
    """
    text = context.paper.text
    for mark in text.marks_in(start, end, ITALIC, BOLD):
        if (mark.start, mark.end) == (start, end):
            before = pattern(rf"\b{THINGS}[ \u00a0]\Z").search(
                text.plain, max(0, start - WINDOW), start
            )
            after = pattern(rf"[ \u00a0]{THINGS}\b").match(text.plain, end)
            return before is not None or after is not None
    return False
