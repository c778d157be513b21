"""Tells which sentences of a passage are the template's, for the TPL and ANO rules."""

from __future__ import annotations

from itertools import chain

from ieeelint.paper.source import Span
from ieeelint.paper.zones import AUTHOR, TITLE
from ieeelint.patterns import pattern
from ieeelint.rules.support.template_phrases import folded, starters
from ieeelint.rules.support.template_prints import template_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

OF_STARTER = 'This is a placeholder that "ieeelint init" wrote. Replace it with your own.'
LETTERS = r"[^\W\d_]+"
OPENING_WORDS = 5  # as in the table ``sentences``


def condemned_by(context: Context, start: int, end: int) -> list[Span]:
    """The source of the template's words in the passage around a leftover at ``start``: its own
    sentences, and others that the template has in the same paragraph.

    The author's sentences next to them, and notes inside them, are not the template's.
    """
    text = context.paper.text
    passage = context.paper.passage_at(start)
    parts = list(_parts(context, start))
    known = template_text(context).starts
    owned = [
        (first < end and start < last)
        or first in known
        or is_of_template(text.plain[first:last], context)
        for first, last in parts
    ]
    if all(owned):
        return [passage.span]
    spans = []
    for number, (first, last) in enumerate(parts):
        # A part between two of the template's is its own, too: the reader may split a sentence.
        if owned[number] or (any(owned[:number]) and any(owned[number + 1 :])):
            span = text.span(first, last)
            if first > passage.start and text.plain[first - 1] == "\n":
                # From the line break, so that the commands before the words belong to the line.
                before = text.span(first - 1, first)
                if before.source is span.source and before.end <= span.start:
                    span = Span(span.source, before.end, span.end)
            spans.append(span)
    return spans


def _parts(context: Context, position: int) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence in the passage; in a title and an author block, of each line
    of it.
    """
    paper = context.paper
    passage = paper.passage_at(position)
    plain = paper.text.plain
    by_line = passage.zone in (TITLE, AUTHOR)
    at = passage.start
    while at < passage.end:
        first, last = context.index.sentence(at)
        if by_line:
            line_end = plain.find("\n", at, last)
            first, last = at, line_end if line_end >= 0 else last
        if last > first:
            yield first, last
        at = max(last, at + 1)
        while at < passage.end and plain[at].isspace():
            at += 1


def is_of_template(sentence: str, context: Context) -> bool:
    """True for a sentence with a phrase of a template, or one that begins as in its guidance."""
    template = context.vocabulary.template
    words = " ".join(folded(sentence).split())
    opening = pattern(LETTERS).findall(words)[:OPENING_WORDS]
    if " ".join(opening) in template.sentences:
        return True
    starter = starters(context)
    phrases = chain(
        template.strong,
        template.weak,
        template.notice,
        template.authors.phrases,
        template.authors.labels,
        starter["sentences"],
        starter["names"],
    )
    return any(phrase in words for phrase in phrases)
