"""``check --watch``: check again whenever a file of the project changes.  Needs the extra ``watch``."""

from __future__ import annotations

import os
import sys

from ieeelint.cli import FAILED
from ieeelint.settings import FILES, SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

QUIET_MS = 100  # without a change before the check: an editor writes a file in several steps
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
    while True:
        if sys.stdout.isatty():
            sys.stdout.write("\033[2J\033[H")
        status, files = FAILED, list[str]()
        try:
            status, files = check()
        except SettingsError as error:  # a settings file half typed: say so and wait for the next change
            print(f"ieeelint: {error}", file=sys.stderr)
        sys.stdout.flush()
        folders = _folders([*paths, *files])
        if not folders:
            return status
        print("ieeelint: waiting for changes; Ctrl-C ends", file=sys.stderr)
        found = changes(
            *folders,
            watch_filter=lambda _, path: _may_matter(path),
            step=QUIET_MS,
            raise_interrupt=False,
        )
        if next(found, None) is None:  # Ctrl-C
            return status


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
    """True for files that a check may read; not for an editor's own and not for our temporary ones."""
    name = os.path.basename(path)
    return name.endswith(ENDINGS) and (name in FILES or not name.startswith((".", "~$", "#")))
