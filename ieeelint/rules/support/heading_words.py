"""Words of titles and headings: avoidable abbreviations, typed numbers, component headings."""

from __future__ import annotations

from re import IGNORECASE, escape

from ieeelint.paper.abbreviations import TOKEN
from ieeelint.paper.expansions import singular
from ieeelint.patterns import pattern
from ieeelint.rules.support.abbreviation_words import is_candidate, known_words, names
from ieeelint.rules.support.name_places import is_in_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.zones import Passage

# A number typed in front of a heading: 2.1, 3), IV., A.
TYPED_NUMBER = (
    r"\s{0,4}((?:\d{1,2}(?:\.\d{1,2}){1,3}\.?|\d{1,2}[.)]|[IVXL]{1,6}[.)]|[A-Ha-h][.)])["
    r" \u00a0]{1,3}|[IVXL]{2,6}\.(?=[A-Z][a-z]))(?=\S)"
)


def avoidable(
    context: Context, passage: Passage, *, everyday: bool = True
) -> Iterator[tuple[str, int, int]]:
    """Token, start and end of each abbreviation of a passage that a reader may not know.

    With ``everyday``, those that only the field knows count as well.
    """
    if passage.plain.isupper():
        return  # in all capitals, abbreviations look like words
    known = known_words(context, everyday=everyday) | names(context)
    uses = context.index.abbreviations.uses
    for match in pattern(TOKEN).finditer(context.paper.text.plain, passage.start, passage.end):
        token, start = singular(match[0]), match.start()
        if token in uses and token not in known and is_candidate(context, token):
            if not is_in_name(context, token, start):
                yield token, start, start + len(token)


def is_component(context: Context, words: str) -> bool:
    """True for the heading of a component, such as Acknowledgment or References."""
    components = "|".join(map(escape, context.vocabulary.headings.components))
    return pattern(rf"(?:{components})\s{{0,3}}$", IGNORECASE).match(words) is not None
