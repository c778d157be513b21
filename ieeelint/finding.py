"""What a rule says: a finding, where, how bad, and the edits that would mend it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.source import Span
    from ieeelint.rules import Rule

ERROR = "error"
WARNING = "warning"
INFO = "info"
SEVERITIES = (ERROR, WARNING, INFO)


class Edit:
    """Replace the characters of ``span`` by ``text`` (an empty span inserts)."""

    __slots__ = ("span", "text")

    def __init__(self, span: Span, text: str) -> None:
        self.span = span
        self.text = text


class Fix:
    """Edits that together mend a finding.

    ``safe`` when they cannot change meaning or layout for the worse; any other
    fix needs a look and is applied only on request.
    """

    __slots__ = ("edits", "safe")

    def __init__(self, *edits: Edit, safe: bool = True) -> None:
        self.edits = edits
        self.safe = safe


class Finding:
    """One place where the draft breaks a rule.

    A rule yields it with ``span``, ``message`` and perhaps ``fix``; the check
    then fills ``rule``, and ``severity`` where the rule left it to its default.
    """

    __slots__ = ("span", "message", "fix", "severity", "rule")

    rule: Rule

    def __init__(
        self, span: Span, message: str, fix: Fix | None = None, severity: str = ""
    ) -> None:
        self.span = span
        self.message = message
        self.fix = fix
        self.severity = severity

    @property
    def code(self) -> str:
        """The stable code of the rule, such as ``FIG001``."""
        return self.rule.code

    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order of a report: by file, place, code, words."""
        return self.span.source.path, self.span.start, self.span.end, self.code, self.message

    def __repr__(self) -> str:
        return f"Finding({self.span!r}, {self.message!r})"
