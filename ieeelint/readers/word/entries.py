"""Entries of a reference list that share a paragraph, and those that have several."""

from __future__ import annotations

from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.readers.word.labels import REFERENCE_LABEL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.views.word import WordParagraph

# After the entry before: the end of a sentence, or a line break.
AFTER_ENTRY = r"(?:(?<=[.”\"\x0b])|(?<=[.”\"\x0b\d][ \t\u00a0]))"
# How the rest of an entry begins, also after a period: small letters, a dash, an address.
REST = r"\s*(?:[a-z–—-]|(?i:https?:|www\.|doi\b|\[?available\b))"
# The labels of an entry in brackets, and at the start of a line.
LABELS = (r"\[{}\][ \t\u00a0]?", r"(?<=\x0b){}[.)][ \t\u00a0]")


class FurtherEntry:
    """An entry with its typed label in ``span``; its words are from ``start`` to ``end``, and those
    of the entry before end at ``before``.
    """

    __slots__ = ("key", "span", "start", "end", "before")

    def __init__(self, key: str, paragraph: WordParagraph, label: tuple[int, int]) -> None:
        first = paragraph.span.start
        self.key = key
        self.span = Span(paragraph.span.source, first + label[0], paragraph.span.end)
        self.start = first + label[1]
        self.before = first + len(paragraph.plain[: label[0]].rstrip())
        self.end = self.span.end


def further(paragraph: WordParagraph) -> list[FurtherEntry]:
    """The second and later entries in a paragraph of the list: that of "[2]" in "[1] A. Lima, 2019.
    [2] B. Costa, 2020.".
    """
    words = paragraph.plain
    match = pattern(REFERENCE_LABEL).match(paragraph.printed.strip() + " " + words)
    if match is None:
        return []
    form = LABELS[0 if match[1] else 1]
    number = int(match[1] or match[2])
    entries: list[FurtherEntry] = []
    expression = AFTER_ENTRY + form.format(r"(\d{1,4})") + r"(?=[^\W\d_]|[“\"])"
    for label in pattern(expression).finditer(words):
        if label[1] != str(number + 1):
            continue
        number += 1
        entry = FurtherEntry(label[1], paragraph, label.span())
        if entries:
            entries[-1].end = entry.before
            entries[-1].span = Span(entry.span.source, entries[-1].span.start, entry.before)
        entries.append(entry)
    return entries


def is_open(paragraph: WordParagraph) -> bool:
    """True if the paragraph does not end as an entry does."""
    return paragraph.plain.rstrip()[-1:] not in (".", "!", "?")


def is_rest(paragraph: WordParagraph) -> bool:
    """True if the paragraph begins as the rest of an entry does, even after a period."""
    return pattern(REST).match(paragraph.plain) is not None
