"""Searches the words of a paper for phrases of IEEE's templates, for the TPL rules."""

from __future__ import annotations

from re import escape

from ieeelint.paper.zones import (
    ABSTRACT,
    ACKNOWLEDGMENT,
    BIOGRAPHY,
    CAPTION,
    CELL,
    FOOTNOTE,
    HEADING,
    KEYWORDS,
    PROSE,
    REFERENCE,
    RUNNING_HEAD,
    TABLE_NOTE,
    THANKS,
    TITLE,
)
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.text import Text

# Zones of the author's words.
WORDS = frozenset(
    {
        TITLE,
        ABSTRACT,
        PROSE,
        ACKNOWLEDGMENT,
        BIOGRAPHY,
        CAPTION,
        CELL,
        FOOTNOTE,
        HEADING,
        TABLE_NOTE,
        THANKS,
        KEYWORDS,
        RUNNING_HEAD,
    }
)
# Typographic characters, and the plain ones that the tables use.
FOLD = (
    ("“", '"'),
    ("”", '"'),
    ("‘", "'"),
    ("’", "'"),
    ("–", "-"),
    ("—", "-"),
    ("\n", " "),
    ("\u00a0", " "),
    ("\u2009", " "),
)


def folded(text: str) -> str:
    """Lowercase, straight quotes and plain spaces; the same length, so that offsets match."""
    lower = text.lower()
    result = lower if len(lower) == len(text) else text
    for typographic, plain in FOLD:  # faster than str.translate, which looks up each character
        result = result.replace(typographic, plain)
    return result


# The text that was folded last, with both results.
_last: tuple[Text | None, str, str] = (None, "", "")


def folded_text(paper: Paper) -> tuple[str, str]:
    """The folded text of the paper, and the same with single spaces; cached for the next rule."""
    global _last
    if _last[0] is not paper.text:
        text = folded(paper.text.plain)
        _last = paper.text, text, " ".join(text.split())
    return _last[1], _last[2]


def starters(context: Context) -> dict[str, list[str]]:
    """The placeholders of the drafts that ``ieeelint init`` writes, by kind."""
    return context.vocabulary["starters"]


def hits(
    context: Context, phrases: Iterable[str], zones: Iterable[str]
) -> Iterator[tuple[int, int, str]]:
    """Start, end and phrase of each match in these zones; spaces match any whitespace.

    Quoted matches are left out.
    """
    paper = context.paper
    text, single = folded_text(paper)
    index = context.index.words
    for phrase in phrases:
        first = phrase.split(" ", 1)[0]
        if (first.isalpha() and first not in index) or phrase not in single:
            continue
        words = pattern(r"\s{1,8}".join(map(escape, phrase.split(" "))))
        for match in words.finditer(text):
            passage = paper.passage_at(match.start())
            if passage.zone not in zones:
                continue
            # Titles in a reference list are always in quotation marks.
            if passage.zone == REFERENCE or not _is_quoted(paper, match.start(), match.end()):
                yield match.start(), match.end(), phrase


def _is_quoted(paper: Paper, start: int, end: int) -> bool:
    """True when quotation marks enclose the words directly."""
    plain = paper.text.plain
    closing = plain[end : end + 2].lstrip(".,")[:1]
    return plain[start - 1 : start] in ("“", '"', "‘") and closing in ("”", '"', "’")
