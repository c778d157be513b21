"""Keeps what the chair has written into letters and tables when a later batch writes them again.

The digest of each such file goes to the state of the batch before the file is replaced, so that
also a batch that was killed leaves no file that the next one takes for edited.
"""

from __future__ import annotations

import os

from ieeelint.chair.state import FOLDER
from ieeelint.files import append_text, replace_quickly
from ieeelint.inputs import digest

NAME = "written"


class Written:
    """The letters and tables that batches wrote to the folder ``out``.

    ``edited`` are those that somebody has changed since, with the names of the copies kept.
    """

    def __init__(self, out: str) -> None:
        self.out = out
        self.edited: dict[str, str] = {}
        self._path = os.path.join(out, FOLDER, NAME)
        self._now: set[str] = set()
        self._known = set(_lines(self._path))

    def expect(self, name: str, content: bytes) -> bool:
        """Prepare to write an output: an edited file is moved to another name.

        Returns False if the file has this content already.
        """
        self._note(name, content)
        old = _content(os.path.join(self.out, name))
        if old == content:
            return False
        if old is not None and not self._is_ours(name, old):
            self._keep(name)
        return True

    def remove(self, name: str) -> None:
        """Remove an output that is not needed any more, unless it was edited."""
        path = os.path.join(self.out, name)
        old = _content(path)
        if old is not None and self._is_ours(name, old):
            os.remove(path)

    def close(self) -> None:
        """Forget the digests of earlier outputs."""
        replace_quickly(self._path, "".join(sorted(self._now)))

    def _note(self, name: str, content: bytes) -> None:
        line = f"{digest(content).hex()} {name}\n"
        self._now.add(line)
        if line not in self._known:
            self._known.add(line)
            append_text(self._path, line)

    def _is_ours(self, name: str, content: bytes) -> bool:
        return f"{digest(content).hex()} {name}\n" in self._known

    def _keep(self, name: str) -> None:
        """Move an edited file to a name that is free."""
        stem, suffix = os.path.splitext(name)
        copy, number = f"{stem}.edited{suffix}", 1
        while os.path.lexists(os.path.join(self.out, copy)):
            number += 1
            copy = f"{stem}.edited-{number}{suffix}"
        os.replace(os.path.join(self.out, name), os.path.join(self.out, copy))
        self.edited[name] = copy


def _lines(path: str) -> list[str]:
    try:
        with open(path, encoding="utf-8") as file:
            return file.readlines()
    except (OSError, ValueError):
        return []


def _content(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None
