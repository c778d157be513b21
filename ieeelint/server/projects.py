"""Projects as an editor holds them: files on the disk, with the buffers not yet saved in their
place.
"""

from __future__ import annotations

import os
import time
from difflib import SequenceMatcher

from ieeelint.checking import check_paths
from ieeelint.readers import find_root
from ieeelint.readers.latex.project import from_bytes, overlay
from ieeelint.settings import find_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ieeelint.finding import Finding

    State = tuple[object, ...]

BOM = "\ufeff"
MOST_KEPT = 20  # projects whose findings are kept
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

    def check(self, path: str, buffers: dict[str, str] | None = None) -> Checked:
        """Check the project of a file; an unchanged one is not checked again.  Raises
        SettingsError.

        ``buffers`` is a copy that nobody changes meanwhile, for a check beside the editor's work.
        """
        buffers = self.buffers.copy() if buffers is None else buffers
        begun = time.time_ns()
        with overlay(_held(buffers)):
            root = os.path.realpath(find_root(path))
            known = self._checked.get(root)
            if known is not None and known.state == self._state(root, known.files, buffers, begun):
                return known
            report = check_paths([root], flags=self.flags, trusted=False)
        files = [os.path.realpath(file) for paper in report.papers for file in paper.files]
        files = list(dict.fromkeys(files)) or [root]
        checked = Checked(root, report.findings, files, self._state(root, files, buffers, begun))
        while len(self._checked) >= MOST_KEPT:
            del self._checked[next(iter(self._checked))]
        self._checked[root] = checked
        return checked

    def forget(self) -> None:
        """Have every project checked anew: something changed that a check cannot see."""
        self._checked.clear()

    def mended(self, path: str, buffers: dict[str, str]) -> list[tuple[int, int, str]]:
        """All safe fixes of one file, as (start, end, new text) in its characters."""
        from ieeelint.fixes.fixing import Mender

        path = os.path.realpath(path)
        mender = Mender(writes=False)
        with overlay(_held(buffers)):
            check_paths([find_root(path)], flags=self.flags, trusted=False, mend=mender)
        for changed, old, new in mender.changes:
            if changed == path:
                marked = buffers.get(path, "").startswith(
                    BOM
                )  # which the text of a file is without
                found = changes(from_bytes(old, path).text, from_bytes(new, path).text)
                return [(start + marked, end + marked, text) for start, end, text in found]
        return []

    def _state(self, root: str, files: list[str], buffers: dict[str, str], begun: int) -> State:
        """What changes when a file of the project, its settings or the editor's do.

        A file written since ``begun`` (ns) may have been read before or after: it is like no other.
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


def _held(buffers: dict[str, str]) -> dict[str, bytes]:
    return {path: text.encode("utf-8", "replace") for path, text in buffers.items()}


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
