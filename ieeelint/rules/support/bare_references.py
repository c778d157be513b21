r"""References by \ref without the word of what they refer to: "as shown in \ref{fig:a}"."""

from __future__ import annotations

from ieeelint.finding import Edit, Fix
from ieeelint.paper.source import Span
from ieeelint.paper.text import REF
from ieeelint.paper.zones import RUNNING
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.references_use import ReferenceUse

# The word before a bare number that shows that no word for the thing precedes.
LEADING = frozenset("in see from by of with at to on under as than like via per shown seen".split())
# Further numbers after the first.
LIST = rf"[\s\u00a0]*(?:,|–|-|&|and\b|or\b|to\b)[\s\u00a0]*(?:and[\s\u00a0]+|or[\s\u00a0]+)?{REF}"
WORDS_BACK = 8  # a word for the thing this near may belong to the number: "Figures 2 (left) and 3"


def bare_uses(context: Context, kind: str) -> Iterator[ReferenceUse]:
    """The references to ``kind`` that print a number without a word."""
    paper = context.paper
    plain = paper.text.plain
    words = context.vocabulary.references.kind_of
    for use in context.index.reference_uses:
        reference = use.cross_reference
        if use.kind != kind or use.word or use.leader is not None or reference is None:
            continue
        if reference.command != "ref" or reference.printed or use.parenthesized:
            continue
        passage = paper.passage_at(use.start)
        if passage.zone not in RUNNING or context.index.is_mention(use.start):
            continue
        start = max(context.index.sentence(use.start)[0], use.start - 120)
        before = plain[start : use.start].split()
        if not before or before[-1].lower() not in LEADING or not plain[use.start - 1].isspace():
            continue
        if before[-1] == "to" and before[-2:-1] == [REF]:
            continue  # the end of a range, whose start is reported
        near = (word.strip(".,;:()").lower() for word in before[-WORDS_BACK:])
        if any(words.get(word) for word in near):
            continue
        if not paper.text.span(use.start, use.end).text.startswith("\\ref"):
            continue  # a macro of the draft
        yield use


def word_added(context: Context, use: ReferenceUse, word: str) -> Fix | None:
    """The fix that writes the word and a tie before the reference, unless a list follows."""
    text = context.paper.text
    if pattern(LIST).match(text.plain, use.end):
        return None
    span = text.span(use.start, use.end)
    return Fix(Edit(Span(span.source, span.start, span.start), word + "~"))


def message(context: Context, use: ReferenceUse, word: str) -> str:
    """What to write instead of the bare number."""
    shown = context.paper.text.span(use.start, use.end).text
    return f"This prints only a number. Write {word}~{shown}."
