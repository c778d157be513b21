"""Spaces that should be ties, between a word such as "Fig." and the number of a reference."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.rules import INFO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context


def missing_ties(context: Context) -> Iterator[Finding]:
    """References whose number may be separated from its word by a line break."""
    paper = context.paper
    words = context.vocabulary.references.kind_of
    text = paper.text
    plain = text.plain
    for reference in paper.cross_references:
        at = reference.position
        if reference.printed or at <= 1:
            continue
        if reference.parentheses and plain[at - 1] == "(":
            at -= 1
        gap = at
        while gap and plain[gap - 1] in " \n\t":
            gap -= 1
        if gap == at or at - gap > 40 or "\n\n" in plain[gap:at]:
            continue
        end = gap - 1 if plain[gap - 1 : gap] == "." else gap
        start = end
        while start and plain[start - 1].isalpha() and end - start < 15:
            start -= 1
        if plain[start:end].lower() not in words or not text.is_typed(start, end):
            continue
        if context.index.is_mention(start):
            continue
        space = text.span(gap, at)
        bare = space.text.replace("\\ ", " ")
        if (
            space.source is not reference.span.source
            or bare.strip()
            or not bare
            or space.end > reference.span.start
        ):
            continue
        word = text.span(start, gap)
        yield Finding(
            Span(word.source, word.start, reference.span.end),
            f'A line may break between "{plain[start:gap]}" and its number. '
            f"Write {plain[start:gap]}~{reference.span.text[:80]}.",
            Fix(Edit(space, "~")),
            severity=INFO,
        )
