"""Writes the findings on a Word draft as comments into a copy of it."""

from __future__ import annotations

from ieeelint.draft_checking import check_draft
from ieeelint.fixes.word.comments import with_comments
from ieeelint.fixes.word.remarks import own_comments, remarks_on, without_covered
from ieeelint.fixes.word.removing import without_comments
from ieeelint.output.full import describe
from ieeelint.readers.word.reading import read_document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.settings import Settings


def reviewed(path: str, settings: Settings) -> tuple[bytes, int, int]:
    """The draft with comments, their number without the summary, and the number of earlier
    comments that are kept.

    The open comments of an earlier review are replaced.  Comments that somebody resolved,
    answered, or edited stay, and get no second comment.  Raises ReadError or PackageError.
    """
    draft = read_document(path)
    view = draft.word
    assert view is not None
    open_comments = {number for number, comment in own_comments(view).items() if not comment.stays}
    if open_comments:
        draft = read_document(path, without_comments(view, open_comments))
        view = draft.word
        assert view is not None
    kept = own_comments(view).values()
    findings = without_covered(check_draft(draft, settings), kept, view)
    title = draft.paper.title
    remarks = remarks_on(
        findings, title.span if title is not None else view.paragraphs[0].span, describe
    )
    data = with_comments(view, [(remark.span, remark.lines) for remark in remarks])
    return data, len(remarks) - 1, len(kept)
