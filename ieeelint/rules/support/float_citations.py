"""Figures and tables are cited, in order, before they appear."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.blocks import FIGURE
from ieeelint.rules import INFO, WARNING
from ieeelint.rules.support.float_order import is_early, is_teaser, out_of_order
from ieeelint.rules.support.floats import called, is_printed, lost_keys, numbered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.rules.support.floats import Numbered


def citation_findings(context: Context, kind: str) -> Iterator[Finding]:
    """Floats that are never cited, cited out of order, or placed before their citation.

    None for a fragment or where a file of the draft is missing: the missing part may
    contain the citation.
    """
    paper = context.paper
    if paper.is_fragment or any(problem.kind == "missing-file" for problem in paper.problems):
        return
    items = numbered(context, kind)
    if not items:
        return
    lost = lost_keys(paper)
    starts = [passage.start for passage in paper.passages]
    for item in items:
        if not item.uses:
            if paper.format == "word" and paper.language != "en":
                continue  # only English words for figures are known, and "Şekil 3" cites one, too
            if not any(label.key in lost for label in item.labels) and not is_printed(
                context, item
            ):
                yield _never_cited(context, item)
        elif (
            not is_teaser(paper, item)
            and not item.holder.in_appendix
            and is_early(paper, item, starts)
        ):
            name = called(context, item)
            message = (
                f"{name} comes before its first citation. Move it after the paragraph that first"
                " cites it."
            )
            place = item.labels[-1].span if item.labels else item.caption.passage.span
            yield Finding(place, message, severity=INFO)
    ordered = [
        item
        for item in items
        if item.uses and not item.holder.in_appendix and not is_teaser(paper, item)
    ]
    for item, use, other in out_of_order(paper, ordered):
        where = "before" if other.number < item.number else "after"
        message = (
            f"{called(context, item)} is first cited here, {where} {called(context, other)}. "
            "Number them in the order of their first citations."
        )
        yield Finding(use.span, message, severity=WARNING)


def _never_cited(context: Context, item: Numbered) -> Finding:
    """The finding on a float that no sentence cites."""
    word = "figure" if item.holder.kind == FIGURE else "table"
    name = called(context, item)
    main = [label for label in item.labels if not label.is_sub] or item.labels
    message = f'The text never cites this {word}. Cite it, as in "{name} shows".'
    place = main[0].span if main else item.caption.passage.span
    if not item.caption.passage.plain.strip() and not main:
        place = item.caption.span
    exempt = item.holder.in_appendix or is_teaser(context.paper, item)
    return Finding(place, message, severity=INFO if exempt else "")
