"""Words of an entry as IEEE's guide of 2025 prints them, in TeX: names, pages, and italics."""

from __future__ import annotations

import re

from ieeelint.paper.bibtex_names import printed
from ieeelint.paper.bibtex_strings import lowered
from ieeelint.patterns import pattern


def italic(words: str) -> str:
    return f"\\emph{{{words}}}" if words else ""


def capitalized(words: str, is_first: bool) -> str:
    return words[:1].upper() + words[1:] if is_first else words


def uncapitalized(note: str) -> str:
    """A note in the middle of an entry; braces protect its first letter."""
    return note if note.startswith("{") else lowered(note[:1]) + note[1:]


def dashed(pages: str) -> str:
    """The pages with dashes; next to a dash, a hyphen is part of a page, as in 2.2-1--2.2-6."""
    pages = pattern(r"\s?(?:-{2,3}|[–—])\s?").sub("--", pages)
    return pages if "--" in pages else pattern(r"(?<=\w)\s?-\s?(?=\w)").sub("--", pages)


def initials_first(name: str) -> str:
    """A name with its initials; no comma is before "Jr."."""
    if name == "others":
        return name
    return pattern(r",\s(?=(?:Jr|Sr)\.?\Z|[IV]+\Z)").sub("~", printed(name))


def full_numbers(pages: str) -> str:
    """A range of pages with full numbers: 101--09 is 101--109."""

    def longer(match: re.Match[str]) -> str:
        first, last = match.groups()
        whole = first[: max(len(first) - len(last), 0)] + last
        return f"{first}--{whole if int(whole) > int(first) else last}"

    return pattern(r"\b(\d+)--(\d+)\b").sub(longer, pages)
