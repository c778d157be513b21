"""The lock files that Word and LibreOffice keep next to an open document."""

from __future__ import annotations

import os

# A lock of Word is "~$" and the name without its first letters.  Word leaves out two of a long
# name, one of a name with seven letters, and none of a shorter one; versions differ.
MOST_LEFT_OUT = 2


def locks_of(path: str) -> list[tuple[str, str]]:
    """The paths that a lock of the document could have, each with the program that writes it."""
    folder, name = os.path.split(path)
    stem = os.path.splitext(name)[0]
    locks = [
        (os.path.join(folder, "~$" + name[count:]), "Word")
        for count in range(min(MOST_LEFT_OUT, len(stem) - 1) + 1)
    ]
    return [*locks, (os.path.join(folder, f".~lock.{name}#"), "LibreOffice")]


def lock_on(path: str) -> tuple[str, str] | None:
    """The lock next to a document, with its program; None if no program has the document open."""
    for place in dict.fromkeys((path, os.path.realpath(path))):
        for lock, program in locks_of(place):
            if os.path.exists(lock):
                return lock, program
    return None
