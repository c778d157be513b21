"""Suppression comments in a Word draft, for findings that its author accepts."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.fixes.word.comments import with_comments
from ieeelint.readers.word.reading import read_document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ieeelint.fixes.word.comments import Lines
    from ieeelint.paper.source import Span
    from ieeelint.views.draft import Draft
    from ieeelint.views.word import WordView


def suppressed(
    draft: Draft,
    findings: list[Finding],
    reason: str,
    check: Callable[[Draft], list[Finding]],
) -> tuple[bytes, int, list[Finding]]:
    """The draft with a comment on each paragraph that has findings, the number of comments, and
    the findings that are left.

    A comment names only the rules that it suppresses: one on a footnote's mark says nothing
    about the footnote, and Word takes no comments in notes, headers and text boxes.
    """
    path = draft.paper.root.path
    assert draft.word is not None
    wanted = _by_paragraph(draft.word, findings)
    tried = read_document(path, with_comments(draft.word, _notes(wanted, reason)))
    assert tried.word is not None
    left = _by_paragraph(tried.word, check(tried))
    good = {}
    for paragraph, ones in wanted.items():
        still = {one.code for one in left.get(paragraph, ())}
        if gone := [one for one in ones if one.code not in still]:
            good[paragraph] = gone
    data = with_comments(draft.word, _notes(good, reason))
    return data, len(good), check(read_document(path, data))


def _by_paragraph(view: WordView, findings: list[Finding]) -> dict[int, list[Finding]]:
    """The findings in the document's own text by the number of their paragraph, in order."""
    found: dict[int, list[Finding]] = {}
    source = view.document.source
    for finding in sorted(findings, key=Finding.sort_key):
        if finding.span.source is source:
            found.setdefault(source.locate(finding.span.start)[0], []).append(finding)
    return found


def _notes(paragraphs: dict[int, list[Finding]], reason: str) -> list[tuple[Span, Lines]]:
    """A comment for each paragraph, on the words of its first finding."""
    notes: list[tuple[Span, Lines]] = []
    for findings in paragraphs.values():
        codes = ", ".join(sorted({one.code for one in findings}))
        notes.append((findings[0].span, [(f"ieeelint: ignore[{codes}] {reason}", False)]))
    return notes
