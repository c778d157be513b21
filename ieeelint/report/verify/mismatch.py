"""One mismatch between a draft and the pinned results."""

from __future__ import annotations

from dataclasses import dataclass

from ieeelint.report.verify.verdicts import (
    CONTRADICTS,
    DRIFT,
    LAST_DIGIT,
    OVER_PRECISE,
    TRUNCATED,
)
from ieeelint.severities import INFO, WARNING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.source import Span

# Kinds of mismatches, by the rule that reports each.
LOCK, VALUE, SHAPE, MARK, KEY, NUMBER = "RES001", "RES002", "RES003", "RES004", "RES005", "RES006"
STALE = "stale"  # the verdict on a lock file that is older than the result files
UNCHECKED = "unchecked"  # the verdict on results that no number of the draft is compared with

WHY = {
    TRUNCATED: "It was truncated, not rounded.",
    LAST_DIGIT: "It is off by one in the last digit: was it rounded twice?",
    DRIFT: "It is within the interval, but it is not the value.",
}
# A contradiction has the severity of its rule.
SEVERITIES = {
    DRIFT: WARNING,
    LAST_DIGIT: WARNING,
    TRUNCATED: INFO,
    OVER_PRECISE: INFO,
    STALE: INFO,
    UNCHECKED: INFO,
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

    @property
    def severity(self) -> str:
        """The severity; empty for that of the rule."""
        return SEVERITIES.get(self.verdict, "")

    @property
    def has_fix(self) -> bool:
        """True if ``instead`` can replace the typed digits, for the author to review."""
        is_wrong = self.verdict in (CONTRADICTS, LAST_DIGIT)
        return is_wrong and self.typed is not None and bool(self.instead)


def how(verdict: str) -> str:
    """A sentence that says how a number differs, after a space; empty for a contradiction."""
    return f" {WHY[verdict]}" if verdict in WHY else ""
