"""Result files and specifications that changed or vanished after the lock file was written."""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache

from ieeelint import inputs
from ieeelint.inputs import InputError, text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.report.verify.lock import Lock

LARGEST = 64 << 20  # bytes; larger files are not hashed in every check


def changed_results(lock: Lock, path: str) -> list[str]:
    """The result files that changed after ``path`` was written.

    A file is read only if it is newer than the lock file; a fresh checkout makes all files new.
    Missing files, and files that are too large to read in every check, are left out.
    """
    return [
        name
        for name, file, time in _newer(lock.files, path)
        if _sha256(file, time) not in ("", lock.files[name].sha256)
    ]


def vanished_results(lock: Lock, path: str) -> list[str]:
    """The result files that no longer exist, if another one still exists in their folder: a
    checkout without any results has lost none.
    """
    folder = os.path.dirname(path)
    missing: dict[str, list[str]] = {}
    present = set()
    for name in lock.files:
        if inputs.exists(os.path.join(folder, name)):
            present.add(os.path.dirname(name))
        else:
            missing.setdefault(os.path.dirname(name), []).append(name)
    return [name for below, names in missing.items() if below in present for name in names]


def changed_specifications(lock: Lock, path: str) -> list[str]:
    """The specifications whose values changed after ``path`` was written; comments do not
    count.
    """
    return [
        name
        for name, file, time in _newer(lock.specifications, path)
        if _digest(file, time) not in ("", lock.specifications[name])
    ]


def _newer(names: Iterable[str], path: str) -> Iterator[tuple[str, str, int]]:
    """The files that are newer than the lock file at ``path``: the name in it, the path and the
    time.
    """
    folder = os.path.dirname(path)
    if inputs.in_memory(path) is not None:  # an archive does not say reliably what is newer
        return
    try:
        written = os.stat(path).st_mtime_ns
    except OSError:
        return
    for name in names:
        file = os.path.join(folder, name)
        try:
            state = os.stat(file)
        except (OSError, ValueError):
            continue
        if state.st_mtime_ns > written and state.st_size <= LARGEST:
            yield name, file, state.st_mtime_ns


@lru_cache(maxsize=1000)
def _digest(path: str, _time: int) -> str:
    """The digest of a specification; empty if it cannot be read."""
    from ieeelint.report.specification.digest import digest

    try:
        return digest(text_of(path))
    except InputError:
        return ""


@lru_cache(maxsize=1000)
def _sha256(path: str, _time: int) -> str:
    """The hash of a file; empty if it cannot be read."""
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
