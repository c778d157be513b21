"""One mismatch between a draft and the pinned results."""

from __future__ import annotations

from dataclasses import dataclass

from ieeelint.report.verify.verdicts import CONTRADICTS, DRIFT, LAST_DIGIT, TRUNCATED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.source import Span

# Kinds of mismatches; a RES rule reports each.
LOCK, VALUE, SHAPE, MARK, KEY, NUMBER = "lock", "value", "shape", "mark", "key", "number"
STALE = "stale"  # the verdict on a lock file that is older than the result files

WHY = {
    TRUNCATED: "It was truncated, not rounded.",
    LAST_DIGIT: "It is off by one in the last digit: was it rounded twice?",
    DRIFT: "It is within the interval, but it is not the value.",
    CONTRADICTS: "The results contradict it.",
}


@dataclass(slots=True, eq=False)
class Mismatch:
    """A mismatch: its ``kind``, its location, and the message for the author.

    ``verdict`` is one of :mod:`ieeelint.report.verify.verdicts` if a number was compared.
    ``typed`` is the span of the digits if the source has them as printed, and ``instead`` the
    digits to print there.
    """

    kind: str
    span: Span
    message: str
    verdict: str = CONTRADICTS
    typed: Span | None = None
    instead: str = ""
