"""Round after round of fixes, until a check finds nothing more to mend."""

from __future__ import annotations

import os

from ieeelint.files import replace_files
from ieeelint.settings import SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ieeelint.finding import Finding
    from ieeelint.views.draft import Draft

MOST_ROUNDS = 10


class Mender:
    """Mends papers: LaTeX files in place, Word drafts as copies with tracked changes.

    ``output`` names the file of a mended Word draft (``draft.fixed.docx`` when
    empty); ``in_place`` writes the draft itself; ``writes`` false only gathers
    ``changes``, (path, old bytes, new bytes) of what would be written.
    ``done`` counts the findings mended in each file, ``failures`` says what
    could not be written.
    """

    def __init__(
        self, unsafe: bool = False, output: str = "", in_place: bool = False, writes: bool = True
    ) -> None:
        self.unsafe = unsafe
        self.output = output
        self.in_place = in_place
        self.writes = writes
        self.done: dict[str, int] = {}
        self.changes: list[tuple[str, bytes, bytes]] = []
        self.failures: list[str] = []

    def __call__(
        self, draft: Draft, findings: list[Finding], check: Callable[[Draft], list[Finding]]
    ) -> list[Finding]:
        """Mend one paper; gives the findings that are left, all of them where nothing could be
        written.
        """
        mend = self._mend_text if draft.word is None else self._mend_word
        try:
            return mend(draft, findings, check)
        except SettingsError as error:
            self.failures.append(str(error))
            return findings

    def _mend_word(
        self, draft: Draft, findings: list[Finding], check: Callable[[Draft], list[Finding]]
    ) -> list[Finding]:
        """Tracked changes in a copy, or in the draft itself."""
        from ieeelint.fixes.word.tracked import tracked
        from ieeelint.readers.word.reading import read_document

        path = draft.paper.root.path
        before = draft.paper.root.text.encode()
        data, count = b"", 0
        for _ in range(MOST_ROUNDS):
            assert draft.word is not None
            new, mended = tracked(draft.word, findings, self.unsafe)
            if not mended:
                break
            data, count = new, count + len(mended)
            draft = read_document(path, data)
            findings = check(draft)
        if count:
            if self.writes:
                target = path if self.in_place else self.output or fixed_name(path)
                refuse_open_file(target)
                replace_files({target: data})
                self.done[target] = count
            else:
                self.changes.append((path, before, draft.paper.root.text.encode()))
        return findings

    def _mend_text(
        self, draft: Draft, findings: list[Finding], check: Callable[[Draft], list[Finding]]
    ) -> list[Finding]:
        """Edits in the files of a LaTeX project."""
        from ieeelint.fixes.text import TextFixes, overlay
        from ieeelint.readers import read

        root = draft.paper.root.path
        fixes = TextFixes(os.path.dirname(root))
        counts: dict[str, int] = {}
        for _ in range(MOST_ROUNDS):
            mended = fixes.apply(findings, self.unsafe)
            if not mended:
                break
            for finding in mended:
                path = finding.span.source.path
                counts[path] = counts.get(path, 0) + 1
            with overlay(fixes.contents):
                draft = read(root)
                findings = check(draft)
        if self.writes:
            fixes.refuse_changed_files()
            replace_files(fixes.contents)
            for path, count in counts.items():
                self.done[path] = self.done.get(path, 0) + count
        else:
            for path, content in fixes.contents.items():
                self.changes.append((path, fixes.originals[path], content))
        return findings


def fixed_name(path: str) -> str:
    """The file that a mended Word draft is written to."""
    stem, extension = os.path.splitext(path)
    return f"{stem}.fixed{extension}"


def refuse_open_file(path: str) -> None:
    """Do not write under Word's hands."""
    folder, name = os.path.split(path)
    if os.path.exists(os.path.join(folder, "~$" + name[2:])):
        raise SettingsError(f"{path}: is open in Word; close it there first")
