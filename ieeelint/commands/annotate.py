"""``ieeelint annotate``: the findings as comments in a copy of a Word draft."""

from __future__ import annotations

import sys

from ieeelint.arguments import UsageError
from ieeelint.cli import CLEAN, FAILED
from ieeelint.commands.check import flags
from ieeelint.draft_checking import check_draft
from ieeelint.fixes.choosing import trimmed
from ieeelint.fixes.word.comments import commented
from ieeelint.fixes.word.copies import Target
from ieeelint.fixes.word.tracked import whole_words
from ieeelint.ooxml.errors import PackageError
from ieeelint.output.full import describe
from ieeelint.phrases import plural
from ieeelint.readers import WORD, ReadError
from ieeelint.readers.word.reading import read_document
from ieeelint.settings import load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options
    from ieeelint.finding import Finding


def run(options: Options) -> int:
    """Write the copy; returns the exit status.  The draft itself is never changed."""
    path: str = options.path
    if not path.lower().endswith(WORD):
        raise UsageError(
            f'"{path}" is not a Word draft; save it as .docx, because annotate writes Word comments'
        )
    if options.in_place and options.output:
        raise UsageError("--output cannot be combined with --in-place")
    settings = load(path, flags(options), options.config or "", options.isolated)
    try:
        draft = read_document(path)
    except ReadError as error:
        print(f"ieeelint: {error}", file=sys.stderr)
        return FAILED
    findings = check_draft(draft, settings)
    assert draft.word is not None
    suggestions = [suggestion(finding) for finding in findings]
    try:
        data = commented(draft.word, findings, suggestions)
    except PackageError as error:
        print(f"ieeelint: {error}", file=sys.stderr)
        return FAILED
    target = Target(options.output or "", options.in_place, options.force)
    output = target.write(path, "reviewed", data)
    for note in target.notes:
        print(f"ieeelint: {note}", file=sys.stderr)
    print(f"{output}: {plural(len(findings), 'comment')}")
    return CLEAN


def suggestion(finding: Finding) -> str:
    """The changes of the fix of a finding, in whole words; empty if there is no fix."""
    if finding.fix is None:
        return ""
    edits = list(map(trimmed, finding.fix.edits))
    return describe(whole_words(edit, edits) for edit in edits)
