"""One mismatch between a draft and the pinned results."""

from __future__ import annotations

from dataclasses import dataclass

from ieeelint.report.verify.verdicts import CONTRADICTS, DRIFT, LAST_DIGIT, TRUNCATED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.source import Span

# Kinds of mismatches; a RES rule reports each.
LOCK, VALUE, SHAPE, MARK, KEY, NUMBER = "lock", "value", "shape", "mark", "key", "number"
STALE = "stale"  # the verdict on a lock that is older than the result files

WHY = {
    TRUNCATED: "It was cut off, not rounded.",
    LAST_DIGIT: "It is off by one in its last place: was it rounded twice?",
    DRIFT: "It is still within the interval, but no longer the value.",
    CONTRADICTS: "The results contradict it.",
}


@dataclass(slots=True, eq=False)
class Mismatch:
    """A mismatch: its ``kind``, its location, and the message for the author.

    ``verdict`` is one of :mod:`ieeelint.report.verify.verdicts` where a number was compared.
    ``typed`` is the span of the digits when the source has them as they print, and ``instead``
    the digits to print there.
    """

    kind: str
    span: Span
    message: str
    verdict: str = CONTRADICTS
    typed: Span | None = None
    instead: str = ""
