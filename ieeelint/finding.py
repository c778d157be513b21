"""A finding: its location, message and severity, and the edits that fix it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ieeelint.paper.source import Span
    from ieeelint.rules import Rule


class Edit:
    """Replace the characters of ``span`` with ``text``; an empty span inserts.

    An edit ``on_source`` changes commands, options or names on purpose; all other edits may change
    only prose and formulas (see :mod:`ieeelint.fixes.guard`).
    """

    __slots__ = ("span", "text", "on_source")

    def __init__(self, span: Span, text: str, on_source: bool = False) -> None:
        self.span = span
        self.text = text
        self.on_source = on_source


class Fix:
    """Edits that together fix a finding.

    A fix is ``safe`` if it cannot damage the meaning or the layout.  Other
    fixes need a review and are applied only on request.
    """

    __slots__ = ("edits", "safe")

    def __init__(self, *edits: Edit, safe: bool = True) -> None:
        self.edits = edits
        self.safe = safe


class Redaction:
    """How an anonymous copy of the draft loses what a finding reports.

    ``edits`` change the text; ``words`` must not be left in any other part of the copy, such as the
    properties of the file and the targets of links.  The draft itself is never changed.
    """

    __slots__ = ("edits", "words")

    def __init__(self, edits: Sequence[Edit] = (), words: Sequence[str] = ()) -> None:
        self.edits = edits
        self.words = words


class Finding:
    """One location where the draft breaks a rule.

    A rule yields it with ``span``, ``message`` and an optional ``fix``.  The check
    then sets ``rule``, and ``severity`` unless the rule has set it.  If the fix could do harm, the
    check removes it and says why in ``refusal``.  ``condemned`` is text that the author must delete
    or replace, so that other rules skip it.  ``related`` are the findings at other locations that a
    report shows together with this one (see :mod:`ieeelint.grouping`).  ``any_language`` is true if
    a rule about English wording reports something else, in a paper in any language.  ``redaction``
    is what removes the finding from an anonymous copy.
    """

    __slots__ = (
        "span",
        "message",
        "fix",
        "severity",
        "rule",
        "refusal",
        "condemned",
        "related",
        "any_language",
        "redaction",
    )

    rule: Rule

    def __init__(
        self,
        span: Span,
        message: str,
        fix: Fix | None = None,
        severity: str = "",
        condemned: Sequence[Span] = (),
    ) -> None:
        self.span = span
        self.message = message
        self.fix = fix
        self.severity = severity
        self.refusal = ""
        self.condemned = condemned
        self.related: Sequence[Finding] = ()
        self.any_language = False
        self.redaction: Redaction | None = None

    @property
    def code(self) -> str:
        """The code of the rule, such as ``FIG001``; it never changes."""
        return self.rule.code

    def sort_key(self) -> tuple[str, int, int, str, str]:
        """The order of findings: by file, location, code and message."""
        return self.span.source.path, self.span.start, self.span.end, self.code, self.message

    def __repr__(self) -> str:
        return f"Finding({self.span!r}, {self.message!r})"
