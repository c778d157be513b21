"""The error of an input that cannot be read at all."""

from __future__ import annotations


class ReadError(Exception):
    """``path`` is the file as the user named it, ``message`` what is wrong with it."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message
