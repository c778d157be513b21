"""Where a draft uses a result: cells of tables, pinned numbers, and number macros."""

from __future__ import annotations

from ieeelint.report.verify.draft_tables import draft_tables
from ieeelint.report.verify.lock import key_of_cell
from ieeelint.report.verify.used_keys import pinned

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.source import Span
    from ieeelint.report.verify.lock import Lock
    from ieeelint.views.draft import Draft


def locations_of(draft: Draft, lock: Lock) -> dict[str, list[str]]:
    """The locations "file:line" of each key, in order; lines of a Word draft are paragraphs."""
    from ieeelint.settings import shown

    by_key: dict[str, set[tuple[str, int]]] = {}
    for key, span in _spans(draft, lock):
        location = shown(span.source.path), span.source.locate(span.start)[0]
        by_key.setdefault(key, set()).add(location)
    return {
        key: [f"{path}:{line}" for path, line in sorted(locations)]
        for key, locations in by_key.items()
    }


def _spans(draft: Draft, lock: Lock) -> Iterator[tuple[str, Span]]:
    for table in draft_tables(draft, lock.tables):
        for part in table.parts:
            for cell, passage in part.cells:
                if passage is not None and passage.plain.strip():
                    yield key_of_cell(table.label, cell), passage.span
    yield from pinned(draft, lock)
