"""Applies fixes to a draft, round after round, until a check finds nothing more to fix."""

from __future__ import annotations

import itertools
import os
from bisect import bisect_left, bisect_right
from itertools import accumulate

from ieeelint.files import replace_files
from ieeelint.fixes.choosing import trimmed
from ieeelint.ooxml.errors import PackageError
from ieeelint.settings import SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ieeelint.finding import Finding
    from ieeelint.fixes.word.copies import Target
    from ieeelint.views.draft import Draft

MOST_ROUNDS = 10


class Unsettled(Exception):
    """The rounds do not end: the fixes of these codes change the text again and again."""

    def __init__(self, fixed: list[Finding]) -> None:
        super().__init__()
        self.codes = {finding.code for finding in fixed}


class Fixer:
    """Fixes drafts: LaTeX files in place, Word drafts as copies with tracked changes.

    ``target`` says where a fixed Word draft is written.  Without one, no file is written, and
    ``changes`` lists (path, old bytes, new bytes) of each file that would change.
    ``done`` counts the fixed findings of each file; ``failures`` are messages about files
    that could not be written.  ``anonymous_copies`` adds an anonymous copy of each draft for
    double-anonymous review.
    """

    def __init__(
        self,
        unsafe: bool = False,
        target: Target | None = None,
        anonymous_copies: bool = False,
    ) -> None:
        self.unsafe = unsafe
        self.anonymous_copies = anonymous_copies
        self.target = target
        self.done: dict[str, int] = {}
        self.changes: list[tuple[str, bytes, bytes]] = []
        self.failures: list[str] = []
        self.notes: list[str] = []  # about fixes that did not remove their findings
        self._useless: set[tuple[str, str, str]] = set()  # findings whose fix did not remove them
        self._restless: set[str] = set()  # codes whose fixes do not end, in the current draft

    def __call__(
        self, draft: Draft, findings: list[Finding], check: Callable[[Draft], list[Finding]]
    ) -> list[Finding]:
        """Fix one draft; returns the findings that remain, which are all of them if no file could
        be written.
        """
        fix = self._fix_text if draft.word is None else self._fix_word
        self._restless = set()
        notes, useless = list(self.notes), set(self._useless)
        try:
            while True:
                try:
                    findings = fix(draft, findings, check)
                    if self.anonymous_copies and self.target is not None:
                        self._copy_anonymously(draft.paper.root.path, check)
                    return findings
                except Unsettled as error:  # from the start, without the fixes of these rules
                    self._restless |= error.codes
                    codes = ", ".join(sorted(self._restless))
                    self.notes = [
                        *notes,
                        f"{draft.paper.root.path}: the fixes of {codes} do not end, so none of"
                        " them was made",
                    ]
                    self._useless = set(useless)
        except (SettingsError, PackageError) as error:
            self.failures.append(str(error))
            return findings

    def _copy_anonymously(self, path: str, check: Callable[[Draft], list[Finding]]) -> None:
        """Write an anonymous copy of a draft as it is now, if it needs one."""
        from ieeelint.fixes.anonymous import write_anonymous
        from ieeelint.readers import read

        assert self.target is not None
        draft = read(path)
        self.notes += write_anonymous(draft, check(draft), self.target)

    def _fix_word(
        self, draft: Draft, findings: list[Finding], check: Callable[[Draft], list[Finding]]
    ) -> list[Finding]:
        """Write tracked changes into a copy, or into the draft itself."""
        from ieeelint.fixes.word.tracked import tracked
        from ieeelint.readers.word.reading import read_document

        path = draft.paper.root.path
        before = draft.paper.root.text.encode()
        data, removed = b"", []
        first = findings
        for number in itertools.count():
            assert draft.word is not None
            new, fixed = tracked(draft.word, self._useful(findings), self.unsafe)
            if not fixed:
                break
            if number == MOST_ROUNDS:
                raise Unsettled(fixed)
            data = new
            draft = read_document(path, data)
            findings = check(draft)
            removed += self._removed(fixed, findings)
        count = len(removed)
        self._note_later(path, first, removed)
        if data:
            if self.target is not None:
                self.done[self.target.write(path, "fixed", data)] = count
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
        removed: list[Finding] = []
        first = findings
        for number in itertools.count():
            fixed = fixes.apply(self._useful(findings), self.unsafe)
            if not fixed:
                break
            if number == MOST_ROUNDS:
                raise Unsettled(fixed)
            with overlay(fixes.contents):
                draft = read(root)
                findings = check(draft)
            removed += self._removed(fixed, findings)
        self._note_later(root, first, removed)
        if self.target is not None:
            fixes.refuse_changed_files()
            replace_files(fixes.contents)
            for finding in removed:
                path = finding.span.source.path
                self.done[path] = self.done.get(path, 0) + 1
        else:
            for path, content in fixes.contents.items():
                self.changes.append((path, fixes.originals[path], content))
        return findings

    def _note_later(self, path: str, first: list[Finding], removed: list[Finding]) -> None:
        """Note the fixed findings that were not among the ``first``: a reader counts those."""
        known = set(map(_identity, first))
        later = [finding.code for finding in removed if _identity(finding) not in known]
        if later:
            codes = ", ".join(sorted(set(later)))
            self.notes.append(
                f"{path}: {len(later)} of the fixed findings appeared only after other fixes"
                f" ({codes})"
            )

    def _useful(self, findings: list[Finding]) -> list[Finding]:
        """The findings without those whose fix would only be made again and again."""
        return [
            finding
            for finding in findings
            if finding.code not in self._restless and _identity(finding) not in self._useless
        ]

    def _removed(self, fixed: list[Finding], after: list[Finding]) -> list[Finding]:
        """The fixed findings that a round removed; the others are noted."""
        found = {(*_identity(finding), finding.span.start) for finding in after}
        shift = _Shift(fixed)
        removed = []
        for finding in fixed:
            identity = _identity(finding)
            if not any((*identity, at) in found for at in shift.of(finding)):
                removed.append(finding)
            elif identity not in self._useless:
                self._useless.add(identity)
                self.notes.append(
                    f"{finding.span.source.path}: a fix of {finding.code} did not remove its"
                    " finding; it was made once"
                )
        return removed


class _Shift:
    """Where the characters of each file are after the fixes of a round."""

    def __init__(self, fixed: list[Finding]) -> None:
        ends: dict[str, list[tuple[int, int]]] = {}
        for finding in fixed:
            for edit in map(trimmed, finding.fix.edits if finding.fix is not None else ()):
                grown = len(edit.text) - (edit.span.end - edit.span.start)
                ends.setdefault(edit.span.source.path, []).append((edit.span.end, grown))
        self._ends: dict[str, list[int]] = {}
        self._sums: dict[str, list[int]] = {}
        for path, pairs in ends.items():
            pairs.sort()
            self._ends[path] = [end for end, _ in pairs]
            self._sums[path] = [*accumulate((grown for _, grown in pairs), initial=0)]

    def of(self, finding: Finding) -> set[int]:
        """The starts that the finding may have now: before or after what was inserted there."""
        path, start = finding.span.source.path, finding.span.start
        ends, sums = self._ends.get(path, []), self._sums.get(path, [0])
        return {start + sums[cut(ends, start)] for cut in (bisect_left, bisect_right)}


def _identity(finding: Finding) -> tuple[str, str, str]:
    """What stays the same of a finding when a fix does not remove it."""
    return finding.span.source.path, finding.code, finding.message
