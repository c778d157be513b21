"""The keys of results that a draft uses outside tables: pinned numbers and number macros."""

from __future__ import annotations

from ieeelint.report.verify.expressions import keys_in
from ieeelint.report.verify.pins import MACRO, PinnedNumber, pins_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.source import Span
    from ieeelint.report.verify.lock import Lock
    from ieeelint.views.draft import Draft


def pinned(draft: Draft, lock: Lock) -> Iterator[tuple[str, Span]]:
    """Each use of a key: the key and its location."""
    for pin in pins_of(draft, lock):
        if isinstance(pin, PinnedNumber):
            for key in keys_in(pin.key, lock):
                yield key, pin.span
    if draft.latex is not None:
        for use in draft.latex.commands(MACRO):
            if not use.in_definition and not use.in_preamble:
                yield use.argument().strip(), use.span
