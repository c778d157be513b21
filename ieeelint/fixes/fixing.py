"""Applies fixes to a draft, round after round, until a check finds nothing more to fix."""

from __future__ import annotations

import os

from ieeelint.files import replace_files
from ieeelint.ooxml.errors import PackageError
from ieeelint.settings import SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ieeelint.finding import Finding
    from ieeelint.views.draft import Draft

MOST_ROUNDS = 10


class Fixer:
    """Fixes drafts: LaTeX files in place, Word drafts as copies with tracked changes.

    ``output`` is the path of the fixed Word draft (``draft.fixed.docx`` if it is empty);
    with ``in_place``, the draft itself is written.  Without ``writes``, no file is written,
    and ``changes`` lists (path, old bytes, new bytes) of each file that would change.
    ``done`` counts the fixed findings of each file; ``failures`` are messages about files
    that could not be written.
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
        """Fix one draft; returns the findings that remain, which are all of them if no file could
        be written.
        """
        fix = self._fix_text if draft.word is None else self._fix_word
        try:
            return fix(draft, findings, check)
        except (SettingsError, PackageError) as error:
            self.failures.append(str(error))
            return findings

    def _fix_word(
        self, draft: Draft, findings: list[Finding], check: Callable[[Draft], list[Finding]]
    ) -> list[Finding]:
        """Write tracked changes into a copy, or into the draft itself."""
        from ieeelint.fixes.word.tracked import tracked
        from ieeelint.readers.word.reading import read_document

        path = draft.paper.root.path
        before = draft.paper.root.text.encode()
        data, count = b"", 0
        for _ in range(MOST_ROUNDS):
            assert draft.word is not None
            new, fixed = tracked(draft.word, findings, self.unsafe)
            if not fixed:
                break
            data, count = new, count + len(fixed)
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

    def _fix_text(
        self, draft: Draft, findings: list[Finding], check: Callable[[Draft], list[Finding]]
    ) -> list[Finding]:
        """Edit the files of a LaTeX project."""
        from ieeelint.fixes.text import TextFixes, overlay
        from ieeelint.readers import read

        root = draft.paper.root.path
        fixes = TextFixes(os.path.dirname(root))
        counts: dict[str, int] = {}
        for _ in range(MOST_ROUNDS):
            fixed = fixes.apply(findings, self.unsafe)
            if not fixed:
                break
            for finding in fixed:
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
    """The path of the fixed copy of a Word draft."""
    stem, extension = os.path.splitext(path)
    return f"{stem}.fixed{extension}"


def refuse_open_file(path: str) -> None:
    """Raises SettingsError if the file is open in Word, which would overwrite it."""
    folder, name = os.path.split(path)
    if os.path.exists(os.path.join(folder, "~$" + name[2:])):
        raise SettingsError(f"{path}: is open in Word; close it there first")
