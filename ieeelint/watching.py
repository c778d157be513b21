"""``check --watch``: check again whenever a file of the project changes.  Needs the extra
``watch``.
"""

from __future__ import annotations

import os
import sys
import time

from ieeelint.cli import FAILED
from ieeelint.settings import FILES, SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

QUIET_MS = 100  # without a change before the check: an editor writes a file in several steps
LOOK_MS = 500  # between looks at what changed while the check ran
ENDINGS = (".tex", ".ltx", ".sty", ".cls", ".bib", ".bbl", ".docx", ".toml")


def watch(check: Callable[[], tuple[int, list[str]]], paths: list[str]) -> int:
    """Check, then check again after each change, until interrupted; gives the last exit status.

    ``check`` gives its exit status and the files it read.  Raises SettingsError
    when watchfiles is not installed.
    """
    try:
        from watchfiles import watch as changes
    except ImportError:
        raise SettingsError('--watch needs watchfiles: pip install "ieeelint[watch]"') from None
    status = FAILED
    try:
        while True:
            if sys.stdout.isatty():
                sys.stdout.write("\033[2J\033[H")
            begun, files = time.time_ns(), list[str]()
            try:
                status, files = check()
            except SettingsError as error:  # a settings file half typed
                status = FAILED
                print(f"ieeelint: {error}", file=sys.stderr)
            sys.stdout.flush()
            folders = _folders([*paths, *files])
            if not folders:
                return status
            print("ieeelint: waiting for changes; Ctrl-C ends", file=sys.stderr)
            seen = changes(
                *folders,
                watch_filter=lambda _, path: _may_matter(path),
                step=QUIET_MS,
                rust_timeout=LOOK_MS,
                yield_on_timeout=True,
            )
            next(found for found in seen if found or _written_since(begun, files))
    except KeyboardInterrupt:
        return status


def _written_since(begun: int, files: list[str]) -> bool:
    """True when a file was written while it was checked, before the watch began; ``begun`` in
    ns.
    """
    return any(os.path.exists(file) and os.stat(file).st_mtime_ns >= begun for file in files)


def _folders(paths: list[str]) -> list[str]:
    """The folders to watch, each once and none inside another."""
    found: list[str] = []
    for path in sorted({os.path.abspath(one) for one in paths}):
        folder = path if os.path.isdir(path) else os.path.dirname(path)
        if os.path.isdir(folder) and not any(
            os.path.commonpath([folder, one]) == one for one in found
        ):
            found.append(folder)
    return found


def _may_matter(path: str) -> bool:
    """True for files that a check may read; not for an editor's own and not for our temporary
    ones.
    """
    name = os.path.basename(path)
    return name.endswith(ENDINGS) and (name in FILES or not name.startswith((".", "~$", "#")))
