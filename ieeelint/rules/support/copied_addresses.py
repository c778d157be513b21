"""Addresses with what a chat program appended, or with a part that the author must fill in."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.paper.text import LINK
from ieeelint.patterns import any_of, pattern
from ieeelint.rules import ERROR, INFO, WARNING
from ieeelint.rules.support.latex_source import Regions
from ieeelint.rules.support.works import cited

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

TRACKER = "utm"
REMEDY = "Delete it; the address works without it."


def copied_addresses(context: Context) -> Iterator[Finding]:
    """The findings on the addresses of a draft, and on those of the works that it cites."""
    residue = context.vocabulary.residue
    expression = rf"[?&]utm\\?_source={any_of(residue.trackers)}(?![\w.-])(\\?&)?"
    for span, more in _found(context, TRACKER, expression):
        yield _tracker(span, bool(more))
    for span, _ in _found(context, "github", any_of(residue.unfilled) + "()"):
        yield Finding(
            span,
            f'"{span.text}" is a placeholder. Write your own address, or delete it.',
            severity=INFO if context.profile.anonymous else ERROR,
        )
    for mark in context.paper.text.marks_of(LINK) if context.word is not None else ():
        match = pattern(expression).search(str(mark.data))
        if match is not None and match[0] not in mark.span.text:
            yield Finding(
                mark.span,
                f'The address of this link has "{match[0]}", which names the program that copied'
                f" it. {REMEDY}",
                severity=WARNING,
            )


def _tracker(match: Span, has_more: bool) -> Finding:
    """The finding for a part of an address; if another part follows, the sign before stays."""
    span = Span(match.source, match.start + has_more, match.end)
    shown = span.text.rstrip("&\\").replace("\\", "")
    return Finding(
        span,
        f'"{shown}" names the program that copied the address. {REMEDY}',
        # Addresses in a draft are never edited: in Word, the target of a link is not in its words.
        Fix(Edit(span, "")) if span.source.path.endswith(".bib") else None,
        WARNING,
    )


def _found(context: Context, sign: str, expression: str) -> Iterator[tuple[Span, str]]:
    """The matches in the sources of the draft, and in the entries that it cites, with their group;
    each contains the sign.
    """
    sources = {id(source): source for source in context.paper.sources}
    databases = {id(entry.span.source): entry.span.source for entry in context.paper.works or ()}
    ignored = Regions(context.latex.comments if context.latex is not None else ())
    for key, source in {**sources, **databases}.items():
        if sign in source.text:
            printed = Regions(entry.span for entry in cited(context))
            for match in pattern(expression).finditer(source.text):
                span = Span(source, *match.span())
                if not ignored.cover(span) and (key not in databases or printed.cover(span)):
                    yield span, match[1]
