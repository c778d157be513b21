"""Projects as an editor holds them: files on the disk, with the buffers not yet saved in their place."""

from __future__ import annotations

import os
from difflib import SequenceMatcher

from ieeelint.checking import check_paths
from ieeelint.readers import find_root
from ieeelint.readers.latex.project import from_bytes, holding
from ieeelint.settings import find_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ieeelint.finding import Finding

    State = tuple[object, ...]

LONGEST_COMPARED = 1_000_000  # characters up to which changed lines are told apart


class Checked:
    """What a check of one project found: the findings of each of its files, by real path."""

    def __init__(self, root: str, findings: list[Finding], files: list[str], state: State) -> None:
        self.root = root
        self.files = files
        self.state = state
        self.findings: dict[str, list[Finding]] = {file: [] for file in files}
        for finding in findings:
            path = os.path.realpath(finding.span.source.path)
            self.findings.setdefault(path, []).append(finding)


class Projects:
    """The buffers of an editor, and checks of the projects they belong to.

    ``buffers`` maps real paths to text, ``flags`` are settings of the editor,
    which go over those of the settings file.
    """

    def __init__(self) -> None:
        self.buffers: dict[str, str] = {}
        self.flags: dict[str, Any] = {}
        self._checked: dict[str, Checked] = {}

    def check(self, path: str) -> Checked:
        """Check the project of a file; an unchanged one is not checked again.  Raises SettingsError."""
        with holding(self._held()):
            root = os.path.realpath(find_root(path))
            known = self._checked.get(root)
            if known is not None and known.state == self._state(root, known.files):
                return known
            report = check_paths([root], flags=self.flags)
        files = [os.path.realpath(file) for paper in report.papers for file in paper.files]
        files = list(dict.fromkeys(files)) or [root]
        checked = Checked(root, report.findings, files, self._state(root, files))
        self._checked[root] = checked
        return checked

    def forget(self) -> None:
        """Have every project checked anew: something changed that a check cannot see."""
        self._checked.clear()

    def mended(self, path: str) -> list[tuple[int, int, str]]:
        """All safe fixes of one file, as (start, end, new text) in its characters."""
        from ieeelint.fixes.mending import Mender

        path = os.path.realpath(path)
        mender = Mender(writes=False)
        with holding(self._held()):
            check_paths([find_root(path)], flags=self.flags, mend=mender)
        for changed, old, new in mender.changes:
            if changed == path:
                return changes(from_bytes(old, path).text, from_bytes(new, path).text)
        return []

    def _held(self) -> dict[str, bytes]:
        return {path: text.encode("utf-8", "replace") for path, text in self.buffers.items()}

    def _state(self, root: str, files: list[str]) -> State:
        """What changes when a file of the project, its settings or the editor's do."""
        settings = find_file(os.path.dirname(root))
        states: list[object] = [repr(self.flags), settings]
        for file in (*files, settings):
            if file in self.buffers:
                states.append(hash(self.buffers[file]))
            else:
                states.append(_stamp(file))
        return tuple(states)


def _stamp(path: str) -> tuple[int, int]:
    """When a file was written, and its size; zeros where there is none."""
    try:
        status = os.stat(path)
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size


def changes(old: str, new: str) -> list[tuple[int, int, str]]:
    """The lines that differ, as (start, end, new text) in the old characters."""
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
