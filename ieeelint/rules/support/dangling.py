"""Typed references of Word drafts to figures and tables that the draft does not have."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.blocks import FIGURE
from ieeelint.paper.zones import RUNNING
from ieeelint.rules import WARNING
from ieeelint.rules.support.floats import floats_of, integer
from ieeelint.rules.support.reference_words import is_of_other_work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context


def dangling(context: Context, kind: str) -> Iterator[Finding]:
    """References by number to a float of this kind after the last one.

    None in a draft without floats of the kind, whose pictures have no captions yet.
    """
    paper = context.paper
    floats = floats_of(paper, kind)
    if context.word is None or not floats:
        return
    most = max(len(floats), *(integer(each.number) for each in floats))
    word = "figure" if kind == FIGURE else "table"
    count = f"{most} {word}s with a caption" if most > 1 else f"one {word} with a caption"
    for use in context.index.reference_uses:
        if use.kind != kind or integer(use.number) <= most:
            continue
        if paper.passage_at(use.start).zone not in RUNNING or context.index.is_mention(use.start):
            continue
        if use.leader is None and not use.word or is_of_other_work(context, use):
            continue
        name = f"{context.profile.figure_word if kind == FIGURE else 'Table'} {use.number}"
        yield Finding(
            paper.text.span(use.start, use.end),
            f"There is no {name}: the draft has {count}. Correct the number, or add the caption.",
            severity=WARNING,
        )
