"""``check --watch``: check again whenever a file of the project changes.  Needs the extra
``watch``.
"""

from __future__ import annotations

import os
import time

from ieeelint.cli import FAILED
from ieeelint.discovery import NAMED_ARCHIVES
from ieeelint.paths import is_in
from ieeelint.results import RESULTS_LOCK
from ieeelint.settings import SettingsError
from ieeelint.settings_files import FILES, find_file
from ieeelint.terminal import flush, log, put_on_screen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

QUIET_MS = 100  # wait after the last change: an editor writes a file in several steps
LOOK_MS = 500  # interval for detecting changes made while the check ran
ENDINGS = (".tex", ".ltx", ".sty", ".cls", ".bib", ".bbl", ".docx", ".toml", *NAMED_ARCHIVES)


def watch(check: Callable[[list[str]], tuple[int, list[str]]], paths: list[str]) -> int:
    """Check now and after each change until interrupted; returns the last exit status.

    ``check`` returns its exit status and the files of the drafts, and appends the other files it
    read to its argument: settings, local rules, lock files.  The folders of these are not watched,
    because a settings file may be in the home folder; the files are looked at.  Raises
    SettingsError if watchfiles is not installed.
    """
    try:
        from watchfiles import watch as changes
    except ImportError:
        raise SettingsError(
            "--watch needs watchfiles; install it with: pip install watchfiles"
        ) from None
    status = FAILED
    try:
        while True:
            put_on_screen("\033[2J\033[H")
            start, files, others = time.time_ns(), list[str](), list[str]()
            try:
                status, files = check(others)
            except SettingsError as error:  # a settings file that is still being edited
                status = FAILED
                log(str(error))
                folders = [path if os.path.isdir(path) else os.path.dirname(path) for path in paths]
                others += filter(None, map(find_file, folders))
            flush()
            folders = _folders([*paths, *files])
            if not folders:
                return status
            log("waiting for changes; press Ctrl-C to stop")
            batches = changes(
                *folders,
                watch_filter=lambda _, path: _may_matter(path),
                step=QUIET_MS,
                rust_timeout=LOOK_MS,
                yield_on_timeout=True,
            )
            looked_at = {file: os.path.exists(file) for file in (*files, *others)}
            next(batch for batch in batches if batch or _changed_since(start, looked_at))
    except KeyboardInterrupt:
        return status


def _changed_since(start: int, files: dict[str, bool]) -> bool:
    """True if a file was written since ``start`` (in ns), perhaps during the check, or is gone.

    ``files`` says of each whether it existed.
    """
    for file, existed in files.items():
        try:
            if os.stat(file).st_mtime_ns >= start:
                return True
        except OSError:
            if existed:
                return True
    return False


def _folders(paths: list[str]) -> list[str]:
    """The folders to watch, without duplicates and without subfolders of each other."""
    folders: list[str] = []
    for path in sorted(set(map(os.path.abspath, paths))):
        folder = path if os.path.isdir(path) else os.path.dirname(path)
        if os.path.isdir(folder) and not any(is_in(folder, parent) for parent in folders):
            folders.append(folder)
    return folders


def _may_matter(path: str) -> bool:
    """True for files that a check may read; false for temporary files of editors and ours."""
    name = os.path.basename(path)
    if name in (*FILES, RESULTS_LOCK):
        return True
    return name.endswith(ENDINGS) and not name.startswith((".", "~$", "#"))
