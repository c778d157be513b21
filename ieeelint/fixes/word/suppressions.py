"""Writes suppression comments into a Word draft, for an author who accepts its findings."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.fixes.word.comments import with_comments
from ieeelint.readers.word.reading import read_document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ieeelint.paper.source import Span
    from ieeelint.views.draft import Draft
    from ieeelint.views.word import WordView


def suppressed(
    draft: Draft,
    findings: list[Finding],
    reason: str,
    check: Callable[[Draft], list[Finding]],
) -> tuple[bytes, int, list[Finding]]:
    """The draft with a comment on each paragraph with findings, the number of comments, and the
    findings that remain.

    A comment names only the rules that it suppresses.  A comment on the mark of a footnote does
    not suppress findings in the footnote, and Word does not support comments in notes, headers
    and text boxes.
    """
    path = draft.paper.root.path
    assert draft.word is not None
    paragraphs = _by_paragraph(draft.word, findings)
    trial = read_document(path, with_comments(draft.word, _notes(paragraphs, reason)))
    assert trial.word is not None
    remaining = _by_paragraph(trial.word, check(trial))
    effective = {}
    for number, before in paragraphs.items():
        codes = {finding.code for finding in remaining.get(number, ())}
        if removed := [finding for finding in before if finding.code not in codes]:
            effective[number] = removed
    data = with_comments(draft.word, _notes(effective, reason))
    return data, len(effective), check(read_document(path, data))


def _by_paragraph(view: WordView, findings: list[Finding]) -> dict[int, list[Finding]]:
    """The findings in the main text, in order, by the number of their paragraph."""
    paragraphs: dict[int, list[Finding]] = {}
    source = view.document.source
    for finding in sorted(findings, key=Finding.sort_key):
        if finding.span.source is source:
            paragraphs.setdefault(source.locate(finding.span.start)[0], []).append(finding)
    return paragraphs


def _notes(paragraphs: dict[int, list[Finding]], reason: str) -> list[tuple[Span, list[str]]]:
    """A comment for each paragraph, on the text of its first finding."""
    notes: list[tuple[Span, list[str]]] = []
    for findings in paragraphs.values():
        codes = ", ".join(sorted({finding.code for finding in findings}))
        notes.append((findings[0].span, [f"ieeelint: ignore[{codes}] {reason}"]))
    return notes
