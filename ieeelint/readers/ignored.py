"""The folders that ``.gitignore`` files name: what is in them, programs made.

Git itself is not run: it may be missing, and it runs programs that a repository names.  The
patterns are those of gitignore(5); a user's global ones and ``.git/info/exclude`` are not read.
"""

from __future__ import annotations

import os
import re

from ieeelint import inputs
from ieeelint.inputs import InputError
from ieeelint.paths import seen_from, with_slashes

NAME = ".gitignore"
LARGEST = 1_000_000  # bytes of a .gitignore file


class Ignored:
    """The patterns for a folder, those of the folders above it in the same repository included."""

    def __init__(self, top: str) -> None:
        self._patterns: dict[str, list[tuple[re.Pattern[str], bool]]] = {}  # by folder
        self._top = os.path.abspath(top)
        above, chain = self._top, [self._top]
        while not inputs.exists(os.path.join(above, ".git")):
            parent = os.path.dirname(above)
            if parent == above or inputs.in_memory(above) is not None:
                chain = [self._top]  # no repository: only the files in the folder itself count
                break
            above = parent
            chain.append(above)
        for folder in chain:
            self._patterns[folder] = _read(folder)
        self._chain = chain

    def is_ignored(self, folder: str) -> bool:
        """True if a pattern names the folder, and no later one takes it back."""
        full = os.path.abspath(folder)
        homes, above = list[str](), os.path.dirname(full)
        while above.startswith(self._top) and above != self._top:
            homes.append(above)
            above = os.path.dirname(above)
        for home in (*homes, *self._chain):  # the nearest file that names the folder decides
            if home not in self._patterns:
                self._patterns[home] = _read(home)
            if not self._patterns[home]:
                continue
            name = with_slashes(seen_from(home, full))
            for expression, is_ignored in reversed(self._patterns[home]):
                if expression.fullmatch(name):
                    return is_ignored
        return False


def _read(folder: str) -> list[tuple[re.Pattern[str], bool]]:
    """The patterns of the file in a folder, and whether each ignores; none if it cannot be read."""
    path = os.path.join(folder, NAME)
    if not inputs.is_file(path):
        return []
    try:
        lines = inputs.text_of(path, LARGEST).split("\n")
    except InputError:
        return []
    patterns = []
    for line in lines:
        line = re.sub(r"(?<!\\) +$", "", line)
        if not line or line.startswith("#"):
            continue
        is_ignored = not line.startswith("!")
        body = (line if is_ignored else line[1:]).rstrip("/")
        if body:
            patterns.append((re.compile(_expression(body)), is_ignored))
    return patterns


def _expression(body: str) -> str:
    """The regular expression for a pattern, for a path relative to its folder.

    A pattern without a slash in it names folders at any depth.
    """
    prefix = "" if "/" in body else "(?:.*/)?"
    body = body.removeprefix("/")
    pieces = []
    at = 0
    while at < len(body):
        character = body[at]
        if body.startswith("**/", at):
            pieces.append("(?:.*/)?")
            at += 3
            continue
        if body[at:] == "**":
            pieces.append(".+")
            break
        at += 1
        if character == "*":
            pieces.append("[^/]*")
        elif character == "?":
            pieces.append("[^/]")
        elif character == "[" and (end := body.find("]", at + 1)) > 0:
            letters = body[at:end].replace("\\", "\\\\").replace("[", "\\[")
            pieces.append(f"(?!/)[{'^' + letters[1:] if letters[0] in '!^' else letters}]")
            at = end + 1
        else:
            if character == "\\" and at < len(body):
                character = body[at]
                at += 1
            pieces.append(re.escape(character))
    return prefix + "".join(pieces)
