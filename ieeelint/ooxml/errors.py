"""The error of a Word package that cannot be read."""

from __future__ import annotations


class PackageError(Exception):
    """``path`` is the package as the user named it, ``message`` what is wrong with it."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message
