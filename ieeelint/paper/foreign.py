"""A few words in another language within an English sentence, which no command declares."""

from __future__ import annotations

from ieeelint.paper.text import ITALIC, QUOTE
from ieeelint.patterns import pattern
from ieeelint.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.model import Paper
    from ieeelint.paper.source import Span

WORD = r"[^\W\d_]+"
LONGEST = 400  # characters of a phrase that is judged by its small words
# The word before and after a word: spaces, ties, and the quotation marks and braces of a phrase.
BEFORE = r"(?<![^\W\d_])([a-zà-ÿ]{2,4})[ \n~\u00a0]{1,3}\Z"
AFTER = r"[ \n~\u00a0]{1,3}(?:([a-zà-ÿ]{2,4})(?![^\W\d_])|(?:d|l|qu)['’](?=[^\W\d_]))"
WINDOW = 8  # characters that BEFORE and AFTER may match


def foreign_phrases(paper: Paper) -> Iterator[Span]:
    """The phrases in italics or quotation marks that have small words of another language, and
    none of English.
    """
    plain = paper.text.plain
    for mark in paper.text.marks_of(ITALIC, QUOTE):
        if not 5 < mark.end - mark.start <= LONGEST:
            continue
        words = pattern(WORD).findall(plain[mark.start : mark.end])
        if len(words) > 1 and _are_foreign(words):
            yield mark.span


def _are_foreign(words: list[str]) -> bool:
    """True if some of the words are small ones of other languages, and none is one of English."""
    lowercase = {word.lower() for word in words}
    small = _small_words()
    return not lowercase.isdisjoint(small) and lowercase.isdisjoint(
        word for word in table("languages")["words"]["en"].split() if len(word) > 1
    )


def is_next_to_foreign(span: Span) -> bool:
    """True for a word next to a small word of another language: "centre de la ville"."""
    if not span.text.isalpha():
        return False
    text = span.source.text
    before = pattern(BEFORE).search(text, max(0, span.start - WINDOW), span.start)
    if before is not None and before[1] in _small_words():
        return True
    after = pattern(AFTER).match(text, span.end)
    return after is not None and (not after[1] or after[1] in _small_words())


def _small_words() -> frozenset[str]:
    """Small words of other languages that English texts do not have in lowercase."""
    return frozenset(table("languages")["foreign"]["small"])
