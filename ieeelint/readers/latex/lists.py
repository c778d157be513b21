"""The text of arguments as TeX reads it: without comments, and as lists with commas."""

from __future__ import annotations

from ieeelint.patterns import pattern

# A comment takes its newline and the white space before the next line's words with it.
COMMENT = r"(\\.)|%[^\r\n]*(?:(?:\r\n?|\n)[ \t]*)?"
# White space between the parts of a command, with comments.
SPACE = r"(?:\s|%[^\r\n]*(?:[\r\n]|\Z))*+"
DOTALL = 16  # re.DOTALL, without importing re


def without_comments(text: str) -> str:
    """The text without its comments."""
    if "%" not in text:
        return text
    return pattern(COMMENT, DOTALL).sub(lambda match: match[1] or "", text)


def blank_comments(text: str) -> str:
    """The text with blanks for its comments, so that offsets stay."""
    if "%" not in text:
        return text
    return pattern(COMMENT, DOTALL).sub(lambda match: match[1] or " " * len(match[0]), text)


def items(text: str) -> list[tuple[str, int, int]]:
    """The items of a list with commas: each without comments and outer white space, with its start
    and end in ``text``. Commas inside braces do not count. Empty items are left out.
    """
    found = []
    depth = begin = 0
    blank = blank_comments(text)
    for at, character in enumerate(blank + ","):
        depth += (character == "{") - (character == "}")
        if character == "," and depth <= 0:
            part = blank[begin:at]
            if part.strip():
                start = begin + len(part) - len(part.lstrip())
                end = at - (len(part) - len(part.rstrip()))
                found.append((without_comments(text[start:end]).strip(), start, end))
            begin = at + 1
    return found
