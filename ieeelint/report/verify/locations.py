"""Where a draft holds a result: cells of tables, pinned numbers and those that macros print."""

from __future__ import annotations

from ieeelint.report.verify.drawn import tables_of
from ieeelint.report.verify.expressions import keys_in
from ieeelint.report.verify.lock import key_of_cell
from ieeelint.report.verify.pins import MACRO, Pinned, pins_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.source import Span
    from ieeelint.report.verify.lock import Lock
    from ieeelint.views.draft import Draft


def places_of(draft: Draft, lock: Lock) -> dict[str, list[str]]:
    """By key, the places "file:line" in the order of the draft's files; in a Word draft lines are
    paragraphs.
    """
    from ieeelint.settings import shown

    found: dict[str, dict[tuple[str, int], None]] = {}
    for key, span in _spans(draft, lock):
        found.setdefault(key, {})[shown(span.source.path), span.source.locate(span.start)[0]] = None
    return {
        key: [f"{path}:{line}" for path, line in sorted(places)] for key, places in found.items()
    }


def _spans(draft: Draft, lock: Lock) -> Iterator[tuple[str, Span]]:
    for drawn in tables_of(draft, lock.tables):
        for part in drawn.parts:
            for cell, passage in part.cells:
                if passage is not None and passage.plain.strip():
                    yield key_of_cell(drawn.label, cell), passage.span
    for one in pins_of(draft, lock):
        if isinstance(one, Pinned):
            for key in keys_in(one.key, lock):
                yield key, one.span
    if draft.latex is not None:
        for use in draft.latex.commands(MACRO):
            if not use.in_definition and not use.in_preamble:
                yield use.argument().strip(), use.span
