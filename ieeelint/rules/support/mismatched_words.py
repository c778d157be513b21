"""References whose word is not that of the thing: "Fig. 2" with the label of an equation."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.blocks import EQUATION, FIGURE, TABLE
from ieeelint.paper.zones import RUNNING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.references_use import ReferenceUse

# What a label of each kind numbers. A label of a section may only be out of its place.
NAMES = {FIGURE: "a figure", TABLE: "a table", EQUATION: "an equation"}


def other_kind(paper: Paper, use: ReferenceUse) -> str:
    """The kind of the thing that a reference by label numbers, where its word names another; empty
    for all other references.
    """
    reference = use.cross_reference
    if reference is None or reference.printed or not use.word:
        return ""
    labels = [paper.labels[key] for key, _ in reference.keys if key in paper.labels]
    kinds = (label.kind for label in labels)
    return next((kind for kind in kinds if kind in NAMES and kind != use.kind), "")


def mismatches(context: Context, kind: str) -> Iterator[Finding]:
    """The references that a word for ``kind`` introduces and that number another thing."""
    paper = context.paper
    for use in context.index.reference_uses:
        if use.kind != kind or not (other := other_kind(paper, use)):
            continue
        if paper.passage_at(use.start).zone not in RUNNING or context.index.is_mention(use.start):
            continue
        yield Finding(
            paper.text.span(use.start, use.end),
            f'"{use.word}" is before the number of {NAMES[other]}. Correct the word or the'
            " reference.",
        )
