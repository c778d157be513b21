"""Whether the files that results were pinned from, and the specifications, have changed since."""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.report.verify.lock import Lock

LARGEST = 64 << 20  # bytes that are read at most to know a file again


def changed(lock: Lock, path: str) -> list[str]:
    """The result files that are not what they were when ``path`` was written.

    A file is read only when it is younger than the lock, for a fresh checkout makes all files
    young; one that is not there, or too large to read each time, is not told.
    """
    return [
        name
        for name, where, time in _younger(lock.files, path)
        if _sha256(where, time) not in ("", lock.files[name].sha256)
    ]


def changed_specifications(lock: Lock, path: str) -> list[str]:
    """The specifications that say something else than when ``path`` was written; comments are
    nothing.
    """
    return [
        name
        for name, where, time in _younger(lock.specifications, path)
        if _said(where, time) not in ("", lock.specifications[name])
    ]


def _younger(names: Iterable[str], path: str) -> Iterator[tuple[str, str, int]]:
    """The files that are younger than the lock at ``path``: the name there, where it is, and its
    time.
    """
    folder = os.path.dirname(path)
    try:
        written = os.stat(path).st_mtime_ns
    except OSError:
        return
    for name in names:
        where = os.path.join(folder, name)
        try:
            state = os.stat(where)
        except (OSError, ValueError):
            continue
        if state.st_mtime_ns > written and state.st_size <= LARGEST:
            yield name, where, state.st_mtime_ns


@lru_cache(maxsize=1000)
def _said(path: str, _time: int) -> str:
    """The digest of a specification; empty for one that cannot be read."""
    from ieeelint.report.specification.digest import digest

    try:
        with open(path, encoding="utf-8") as file:
            return digest(file.read())
    except (OSError, UnicodeDecodeError):
        return ""


@lru_cache(maxsize=1000)
def _sha256(path: str, _time: int) -> str:
    """The hash of a file; empty for one that cannot be read."""
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
