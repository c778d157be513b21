"""Findings about what identifies the authors, with what an anonymous copy has instead."""

from __future__ import annotations

from bisect import bisect_right

from ieeelint.finding import Edit, Finding, Redaction
from ieeelint.paper.source import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ieeelint.context import Context
    from ieeelint.views.word import Part

BIOGRAPHIES = ("IEEEbiography", "IEEEbiographynophoto", "biography", "biographynophoto")
NOTES = ("thanks", "footnote", "footnotetext", "blfootnote", "tfootnote", "IEEEmembershipnote")
DEEPEST = 8  # ranges within each other
REMOVED = "[removed for review]"


def leak(
    span: Span,
    message: str,
    edits: Iterable[Edit] = (),
    words: Sequence[str] = (),
    severity: str = "",
) -> Finding:
    """A finding whose ``edits`` are made only in an anonymous copy (see
    :class:`~ieeelint.finding.Redaction`).
    """
    finding = Finding(span, message, severity=severity)
    finding.redaction = Redaction(list(edits), words)
    return finding


def replaced(span: Span, words: str = REMOVED) -> Edit:
    """The edit that replaces a leak in an anonymous copy."""
    return Edit(span, words, on_source=True)


class Ranges:
    """Ranges of the source, to find the one around a place without looking at all of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans: dict[int, list[Span]] = {}  # by the identity of their source
        for span in sorted(spans, key=lambda one: one.start):
            self._spans.setdefault(id(span.source), []).append(span)
        self._starts = {key: [one.start for one in spans] for key, spans in self._spans.items()}

    def around(self, span: Span) -> Span | None:
        """The innermost range that contains the span, among the last ones that begin before it."""
        key = id(span.source)
        end = bisect_right(self._starts.get(key, []), span.start)
        before = self._spans.get(key, [])[max(0, end - DEEPEST) : end]
        return next((one for one in reversed(before) if one.contains(span)), None)


def notes_of(context: Context) -> Ranges:
    """The calls of ``\\thanks``, ``\\footnote``, and the like in a LaTeX draft."""
    commands = context.latex.commands(*NOTES) if context.latex is not None else []
    return Ranges(command.span for command in commands)


def heads_and_feet(context: Context) -> list[Part]:
    """The parts of a Word draft with the heads and feet of pages."""
    if context.word is None:
        return []
    return [part for part in context.word.parts if part.root.tag.endswith(("}hdr", "}ftr"))]
