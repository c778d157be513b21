"""The capitals of titles, of headings, and of the titles of tables."""

from __future__ import annotations

from ieeelint.finding import Edit, Fix
from ieeelint.paper.titlecase import lowercase_at
from ieeelint.phrases import quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from ieeelint.context import Context
    from ieeelint.paper.source import Span


def missing_capitals(
    context: Context, start: int, words: str, spared: Collection[str] = ()
) -> tuple[Span, str, Fix | None] | None:
    """The first word that lacks a capital in ``words``, which begin at ``start`` of the text, all
    such words as a message names them, and a fix if all are typed there; None if no word
    lacks one. ``spared`` are words that need none, wherever they are.
    """
    vocabulary, text = context.vocabulary, context.paper.text
    symbols = vocabulary.units.symbols
    lowercase = lowercase_at(text, start, words, vocabulary.title_case, symbols, spared)
    if not lowercase:
        return None
    fix = None
    if all(text.is_typed(places[0], end) for places, end, _ in lowercase):
        edits = [
            Edit(text.span(at, at + 1), text.plain[at].upper())
            for places, _, _ in lowercase
            for at in places
        ]
        fix = Fix(*edits, safe=False)
    places, end, _ = lowercase[0]
    shown = quoted(word for _, _, word in lowercase)
    return text.span(places[0], end), shown, fix
