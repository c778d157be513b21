"""Whether the files that results were pinned from have changed since."""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.report.held.lock import Lock

LARGEST = 64 << 20  # bytes that are read at most to know a file again


def changed(lock: Lock, path: str) -> list[str]:
    """The result files that are not what they were when ``path`` was written.

    A file is read only when it is younger than the lock, for a fresh checkout makes all files young;
    one that is not there, or too large to read each time, is not told.
    """
    folder = os.path.dirname(path)
    try:
        written = os.stat(path).st_mtime_ns
    except OSError:
        return []
    found = []
    for name, kept in lock["files"].items():
        where = os.path.join(folder, name)
        try:
            state = os.stat(where)
        except (OSError, ValueError):
            continue
        if state.st_mtime_ns > written and state.st_size <= LARGEST and _sha256(where, state.st_mtime_ns) not in ("", kept.get("sha256")):
            found.append(name)
    return found


@lru_cache(maxsize=1000)
def _sha256(path: str, _time: int) -> str:
    """The hash of a file; empty for one that cannot be read."""
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
