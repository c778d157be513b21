"""Figures and tables are cited, in order, before they appear."""

from __future__ import annotations

from collections import Counter

from ieeelint.finding import Finding
from ieeelint.paper.blocks import FIGURE
from ieeelint.rules import INFO, WARNING
from ieeelint.rules.support.float_order import first_in_text, is_early, is_teaser, out_of_order
from ieeelint.rules.support.floats import called, is_printed, lost_keys, numbered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.rules.support.floats import Numbered, Use


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
    counts = Counter(label.key for item in items for label in item.labels)
    twice = {key for key, count in counts.items() if count > 1}  # TEX reports these labels
    starts = [passage.start for passage in paper.passages]
    for item in items:
        if item.caption.is_empty and context.word is not None:
            continue  # a paragraph that is left of a caption; FIG003 and TAB006 report it
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
            and twice.isdisjoint(label.key for label in item.labels)
            and is_early(paper, item, starts)
        ):
            name = called(context, item)
            message = (
                f"{name} comes before its first citation. Move it after the paragraph that first"
                " cites it."
            )
            use = first_in_text(paper, item)
            if use is not None and _may_be_stale(context, item, use):
                message = (
                    f'{name} comes before its first citation, the typed "{use.span.text}". Write'
                    " \\ref there; if the number is right, move the float after that paragraph."
                )
            place = item.labels[-1].span if item.labels else item.caption.passage.span
            yield Finding(place, message, severity=INFO)
    ordered = [
        item
        for item in items
        if item.uses
        and not item.holder.in_appendix
        and not is_teaser(paper, item)
        and twice.isdisjoint(label.key for label in item.labels)
    ]
    typed: set[int] = set()  # positions of the typed numbers that are reported
    for item, use, other in out_of_order(paper, ordered):
        uses = ((item, use), (other, first_in_text(paper, other)))
        stale = [one for each, one in uses if one is not None and _may_be_stale(context, each, one)]
        where = "before" if other.number < item.number else "after"
        if not stale:
            message = (
                f"{called(context, item)} is first cited here, {where} {called(context, other)}. "
                "Number them in the order of their first citations."
            )
            yield Finding(use.span, message, severity=WARNING)
        elif stale[0].position not in typed:
            typed.add(stale[0].position)
            message = (
                f'"{stale[0].span.text}" is typed here and breaks the order. Write \\ref, which'
                " prints the number of the float that you mean."
            )
            yield Finding(stale[0].span, message, severity=WARNING)


def _may_be_stale(context: Context, item: Numbered, use: Use) -> bool:
    """True for a typed number of a float with a label, which may be that of an earlier version."""
    return bool(use.typed and item.labels) and context.latex is not None


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
