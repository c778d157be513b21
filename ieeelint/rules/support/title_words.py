"""Tells whether the title of a work has the capitals of title case."""

from __future__ import annotations

from ieeelint.patterns import any_of, pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context


def is_in_title_case(context: Context, title: str, fewest: int) -> bool:
    """True if most of the ordinary words of an English title begin with a capital.

    The first word, the word after a colon, names, and acronyms are not ordinary. A title with less
    than ``fewest`` ordinary words shows no case.
    """
    other_language = rf"\b{any_of(context.vocabulary.citations.titles.other_languages)}\b"
    if pattern(other_language).search(title):
        return False
    names = context.vocabulary.proper_nouns.names
    capitalized = total = 0
    for match in pattern(r"[^\W\d_]{4,}").finditer(title):
        word = match.group()
        is_first = not title[: match.start()].strip(" ‘'\"“")
        after_colon = title[: match.start()].rstrip()[-1:] in (":", "?", "!", "—", "–")
        if is_first or after_colon or word in names or not word[1:].islower():
            continue
        total += 1
        capitalized += word[0].isupper()
    return total >= fewest and capitalized * 2 > total
