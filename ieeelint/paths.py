"""Paths seen from a folder, on every system: Windows has drives without a way between them."""

from __future__ import annotations

import os


def seen_from(folder: str, path: str) -> str:
    """The path relative to ``folder`` (empty: the current one); as it is if no way leads there."""
    try:
        return os.path.relpath(path, folder or os.curdir)
    except ValueError:  # on another drive
        return path


def with_slashes(path: str) -> str:
    """The path with forward slashes, which every system reads and all reports show."""
    return path if os.sep == "/" else path.replace(os.sep, "/")


def is_in(path: str, folder: str) -> bool:
    """True if ``path`` is the folder or below it; both are absolute."""
    try:
        return os.path.commonpath([path, folder]) == os.path.normpath(folder)
    except ValueError:  # on another drive
        return False
