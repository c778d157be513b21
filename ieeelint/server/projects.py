"""Checks the projects of an editor: its unsaved buffers override the files on disk."""

from __future__ import annotations

import os
import time
from difflib import SequenceMatcher
from functools import partial

from ieeelint.checking import check_paths
from ieeelint.fixes.comment_places import CommentPlaces
from ieeelint.readers import find_root
from ieeelint.readers.latex.project import from_bytes, overlay
from ieeelint.rule_links import on_the_site
from ieeelint.settings_files import find_file, load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ieeelint.finding import Finding
    from ieeelint.settings import Settings
    from ieeelint.views.draft import Draft

    State = tuple[object, ...]

BOM = "\ufeff"
MOST_KEPT = 20  # projects whose findings are kept
LONGEST_COMPARED = 1_000_000  # characters; in a longer text, changed lines are not compared


class Checked:
    """A checked project: the findings of each of its files, by real path."""

    def __init__(self, root: str, findings: list[Finding], files: list[str], state: State) -> None:
        self.root = root
        self.documentation = ""  # the address of the rule pages
        self.files = files
        self.state = state
        self.suppressible: set[int] = set()  # ids of the findings that a comment can suppress
        self.findings: dict[str, list[Finding]] = {file: [] for file in files}
        for finding in findings:
            path = os.path.realpath(finding.span.source.path)
            self.findings.setdefault(path, []).append(finding)


class Projects:
    """The buffers of an editor, and checks of the projects that contain them.

    ``buffers`` maps real paths to text; ``flags`` are the settings of the editor, which override
    the settings file.
    """

    def __init__(self) -> None:
        self.buffers: dict[str, str] = {}
        self.flags: dict[str, Any] = {}
        self._checked: dict[str, Checked] = {}

    def check(self, path: str, buffers: dict[str, str] | None = None) -> Checked:
        """Check the project of a file; an unchanged project is not checked again.  Raises
        SettingsError.

        For a check in another thread, ``buffers`` must be a copy that does not change.
        """
        buffers = self.buffers.copy() if buffers is None else buffers
        begun = time.time_ns()
        with overlay(_encoded(buffers)):
            root = os.path.realpath(find_root(path))
            last = self._checked.get(root)
            if last is not None and last.state == self._state(root, last.files, buffers, begun):
                return last
            suppressible: set[int] = set()
            used: list[Settings] = []
            hook = partial(_note_suppressible, suppressible)
            report = check_paths([root], partial(self._noted_settings, used), fix=hook)
        files = [os.path.realpath(file) for paper in report.papers for file in paper.files]
        files = list(dict.fromkeys(files)) or [root]
        checked = Checked(root, report.findings, files, self._state(root, files, buffers, begun))
        checked.suppressible = suppressible
        checked.documentation = used[-1]["documentation"] if used else ""
        while len(self._checked) >= MOST_KEPT:
            del self._checked[next(iter(self._checked))]
        self._checked[root] = checked
        return checked

    def _settings_for(self, path: str) -> Settings:
        """The settings of a draft; the local rules that a settings file names do not run."""
        return load(path, self.flags, trusted=False)

    def _noted_settings(self, used: list[Settings], path: str) -> Settings:
        """The settings of a draft, which are also added to ``used``."""
        used.append(self._settings_for(path))
        return used[-1]

    def page_of(self, finding: Finding) -> str:
        """The address of the page of the rule; empty if there is none."""
        if finding.rule.origin:
            return ""
        path = os.path.realpath(finding.span.source.path)
        for checked in self._checked.values():
            if path in checked.findings and checked.documentation:
                return on_the_site(finding.code, checked.documentation)
        return ""

    def can_suppress(self, finding: Finding) -> bool:
        """True if a comment above its line can suppress a finding of the last checks."""
        return any(id(finding) in checked.suppressible for checked in self._checked.values())

    def forget(self) -> None:
        """Check every project again next time: a change may not be visible in the files."""
        self._checked.clear()

    def safe_fixes(self, path: str, buffers: dict[str, str]) -> list[tuple[int, int, str]]:
        """All safe fixes of one file as changes: (start, end, new text)."""
        from ieeelint.fixes.fixing import Fixer

        path = os.path.realpath(path)
        fixer = Fixer()
        with overlay(_encoded(buffers)):
            check_paths([find_root(path)], self._settings_for, fix=fixer)
        for changed, old, new in fixer.changes:
            if changed == path:
                # the parsed text does not include the byte-order mark of the buffer
                shift = int(buffers.get(path, "").startswith(BOM))
                edits = changes(from_bytes(old, path).text, from_bytes(new, path).text)
                return [(start + shift, end + shift, text) for start, end, text in edits]
        return []

    def _state(self, root: str, files: list[str], buffers: dict[str, str], begun: int) -> State:
        """A value that changes with the files of the project, its settings and the editor's.

        A file that was written after ``begun`` (ns) may have been read before or after the write,
        so its state is equal to no other.
        """
        settings = find_file(os.path.dirname(root))
        states: list[object] = [repr(self.flags), settings]
        for file in (*files, settings):
            if file in buffers:
                states.append(hash(buffers[file]))
            else:
                stamp = _stamp(file)
                states.append(stamp if stamp[0] < begun else object())
        return tuple(states)


def _note_suppressible(
    suppressible: set[int],
    draft: Draft,
    findings: list[Finding],
    check: Callable[[Draft], list[Finding]],
) -> list[Finding]:
    """Note which findings of a draft a comment can suppress; they all remain."""
    places = CommentPlaces(draft)
    suppressible.update(id(finding) for finding in findings if places.allow(finding))
    return findings


def _encoded(buffers: dict[str, str]) -> dict[str, bytes]:
    return {path: text.encode("utf-8", "replace") for path, text in buffers.items()}


def _stamp(path: str) -> tuple[int, int]:
    """The time when a file was written, and its size; zeros if it does not exist."""
    try:
        status = os.stat(path)
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size


def changes(old: str, new: str) -> list[tuple[int, int, str]]:
    """The changed lines as (start, end, new text), with offsets in the old text."""
    if len(old) > LONGEST_COMPARED:
        return [(0, len(old), new)]
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    starts = [0]
    for line in before:
        starts.append(starts[-1] + len(line))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [
        (starts[first], starts[last], "".join(after[low:high]))
        for kind, first, last, low, high in matcher.get_opcodes()
        if kind != "equal"
    ]
