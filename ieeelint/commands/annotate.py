"""``ieeelint annotate``: the findings as comments in a copy of a Word draft."""

from __future__ import annotations

from ieeelint.arguments import UsageError
from ieeelint.cli import CLEAN, FAILED
from ieeelint.commands.check import flags
from ieeelint.draft_checking import check_draft
from ieeelint.fixes.word.comments import with_comments
from ieeelint.fixes.word.copies import Target
from ieeelint.fixes.word.remarks import own_comments, remarks_on, without_covered
from ieeelint.fixes.word.removing import without_comments
from ieeelint.ooxml.errors import PackageError
from ieeelint.output.full import describe
from ieeelint.phrases import plural
from ieeelint.readers import WORD, ReadError
from ieeelint.readers.word.reading import read_document
from ieeelint.settings import load
from ieeelint.terminal import log, put

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options
    from ieeelint.settings import Settings


def run(options: Options) -> int:
    """Write the copy, or with --in-place the draft; returns the exit status."""
    path: str = options.path
    if not path.lower().endswith(WORD):
        raise UsageError(
            f'"{path}" is not a Word draft; save it as .docx, because annotate writes Word comments'
        )
    if options.in_place and options.output:
        raise UsageError("--output cannot be combined with --in-place")
    settings = load(path, flags(options), options.config or "", options.isolated)
    try:
        data, number, kept = reviewed(path, settings)
    except (ReadError, PackageError) as error:
        log(str(error))
        return FAILED
    target = Target(options.output or "", options.in_place, options.force)
    output = target.write(path, "reviewed", data)
    for note in target.notes:
        log(note)
    also = f", {kept} kept because somebody resolved or answered them" if kept else ""
    put(f"{output}: {plural(number, 'remark')}{also}\n")
    return CLEAN


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
