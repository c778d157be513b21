"""Readers: from files to a :class:`~ieeelint.paper.model.Paper`.  They know formats, no rule."""

from __future__ import annotations


class ReadError(Exception):
    """An input that cannot be read at all: ``path`` as the user named it, ``message`` what is wrong."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message
