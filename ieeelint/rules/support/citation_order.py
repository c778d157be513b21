"""The order of a typed list of references, which is that of the first citations."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.zones import ABSTRACT, CAPTION, CELL, FOOTNOTE, HEADING, RUNNING, TABLE_NOTE
from ieeelint.rules.support.citation_marks import is_partial

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.source import Span

MOVING = (CAPTION, ABSTRACT, TABLE_NOTE, FOOTNOTE)  # zones printed apart from their source
LONGEST_PAGE = 6000  # characters


def list_order(context: Context) -> Iterator[Finding]:
    """The first citation in the text that breaks the order of a typed list."""
    paper = context.paper
    if (
        not paper.references
        or paper.bibliography.databases
        or paper.bibliography.cites_all
        or is_partial(paper)
    ):
        return
    ranks: dict[str, int] = {}
    for entry in paper.references:
        ranks.setdefault(entry.key, len(ranks) + 1)
    sequence: list[tuple[int, Span, bool]] = []
    in_cells: dict[int, int] = {}  # a number, and where a cell of a table has it first
    in_text: dict[int, int] = {}
    citations = context.index.citations
    for place in citations.places(RUNNING | {HEADING, CELL}):
        zone = paper.passage_at(place.start).zone
        numbered = [
            (number, paper.text.span(place.start, place.end)) for number in place.all_numbers
        ]
        if place.citation is not None:
            numbered += [(ranks[key], span) for key, span in place.citation.keys if key in ranks]
        numbered.sort(key=lambda pair: pair[0])
        for number, _ in numbered:
            (in_cells if zone == CELL else in_text).setdefault(number, place.start)
        if zone != CELL:
            sequence += [(number, span, zone in MOVING) for number, span in numbered]
    in_floats = {number for number, _, moves in sequence if moves}
    # A table is printed near its source, at the latest.
    in_floats |= {
        number
        for number, start in in_cells.items()
        if start < in_text.get(number, start) + LONGEST_PAGE
    }
    # The one number in doubtful brackets may be cited there first.
    in_floats |= {place.numbers[0] for place in citations.possible if len(place.numbers) == 1}
    due = sorted({number for number, _, _ in sequence} - in_floats)
    seen: set[int] = set()
    for number, span, moves in sequence:
        if moves or number in seen or number in in_floats:
            continue
        seen.add(number)
        expected = due[len(seen) - 1]
        if number != expected:
            yield Finding(
                span,
                f"[{number}] is cited here before [{expected}]. Sort the reference list by first"
                " citation.",
            )
            return
