"""Results of earlier checks, so that a draft that has not changed is not checked again.

An entry knows what its result depends on: the settings, this version of ieeelint, and every
question that the check asked of the disk, with the answer (see :mod:`ieeelint.inputs`).  It is used
only if all questions have the same answers now.  Entries are in the user's own cache folder, never
in the folder of a paper: whoever sends a paper must not send its result.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import lru_cache
from zlib import compress, decompress
from zlib import error as ZlibError

from ieeelint import inputs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ieeelint.inputs import Answers

LARGEST_ENTRY = 20_000_000  # bytes
MOST_BYTES = 256_000_000  # of all entries together; then the oldest are removed
FORM = 1  # of the entries; another number makes all earlier ones useless


class Cache:
    """The entries of a ``version`` of ieeelint in a folder.  Whatever is wrong with the folder, the
    draft is checked.
    """

    def __init__(self, folder: str, version: str = "", most: int = MOST_BYTES) -> None:
        self.folder = folder
        self.version = version
        self.most = most  # bytes of all entries together
        self._is_pruned = False

    def get(self, key: tuple[Any, ...]) -> Any:
        """The value of a key, None if there is none or something changed since."""
        return self._value(key, inputs.still_hold)

    def kept(self, key: tuple[Any, ...]) -> Any:
        """The value of a key, None if there is none; without a look at what it depends on."""
        return self._value(key, lambda answers: True)

    def _value(self, key: tuple[Any, ...], is_valid: Callable[[Answers], bool]) -> Any:
        import marshal

        name, whole = self._named(key)
        try:
            if os.path.getsize(path := os.path.join(self.folder, name)) > LARGEST_ENTRY:
                return None
            with open(path, "rb") as file:
                stored, answers, value = marshal.loads(decompress(file.read()))
            return value if stored == whole and is_valid(answers) else None
        except (OSError, ValueError, EOFError, TypeError, AttributeError, MemoryError, ZlibError):
            return None

    def put(self, key: tuple[Any, ...], answers: Answers, value: Any) -> bool:
        """Keep a value, with the questions that it depends on; returns False, and keeps nothing, if
        that is not possible.
        """
        import marshal

        name, whole = self._named(key)
        data = compress(marshal.dumps((whole, answers, value)), 1)
        if len(data) > LARGEST_ENTRY:
            return False
        if not keep(os.path.join(self.folder, name), data):
            return False
        if not self._is_pruned:
            self._is_pruned = True
            self.prune(self.most)
        return True

    def _named(self, key: tuple[Any, ...]) -> tuple[str, str]:
        """The name of the entry of a key, and the whole key with what every result depends on."""
        whole = repr((FORM, self.version, sys.hexversion, _code(), os.getcwd(), *key))
        return inputs.digest(whole.encode("utf-8", "surrogatepass")).hex(), whole

    def prune(self, most: int = MOST_BYTES) -> tuple[int, int]:
        """Remove the oldest entries until all have at most ``most`` bytes; returns the number and
        the bytes of those removed.
        """
        entries = self._entries()
        excess = sum(size for _, size, _ in entries) - most
        count = freed = 0
        for _, size, path in sorted(entries):
            if excess <= freed:
                break
            _remove(path)
            count += 1
            freed += size
        return count, freed

    def size(self) -> tuple[int, int]:
        """The number of entries, and their bytes."""
        entries = self._entries()
        return len(entries), sum(size for _, size, _ in entries)

    def _entries(self) -> list[tuple[int, int, str]]:
        """Time, bytes, and path of each entry."""
        entries = []
        with suppress(OSError), os.scandir(self.folder) as found:
            for entry in found:
                status = entry.stat()
                entries.append((status.st_mtime_ns, status.st_size, entry.path))
        return entries


def keep(path: str, data: bytes) -> bool:
    """Write a file that can be made again, whole or not at all; returns whether it was written."""
    partial = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with open(partial, "wb") as file:
            file.write(data)
        os.replace(partial, path)
    except OSError:  # the disk is full, or the folder is read-only
        _remove(partial)
        return False
    return True


def folder() -> str:
    """The folder of the entries: where this system keeps what programs can make again."""
    base = os.environ.get("XDG_CACHE_HOME") or ""
    if not os.path.isabs(base):  # the specification says to ignore a relative one
        home = os.path.expanduser("~")
        base = os.path.join(home, ".cache")
        if sys.platform == "win32":
            base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
        elif sys.platform == "darwin":
            base = os.path.join(home, "Library", "Caches")
    return os.path.join(base, "ieeelint", "results")


@lru_cache(maxsize=1)
def _code() -> str:
    """What shows that the code of ieeelint has changed: in a checkout, the newest file."""
    here = os.path.dirname(os.path.abspath(__file__))
    if not os.path.exists(os.path.join(os.path.dirname(here), "pyproject.toml")):
        return str(os.stat(__file__).st_mtime_ns)  # each installation writes all files
    newest = 0
    folders = [here]
    while folders:
        with os.scandir(folders.pop()) as found:
            for entry in found:
                if entry.is_dir():
                    if not entry.name.startswith("__"):
                        folders.append(entry.path)
                elif entry.name.endswith((".py", ".toml")):
                    newest = max(newest, entry.stat().st_mtime_ns)
    return str(newest)


def _remove(path: str) -> None:
    with suppress(OSError):
        os.remove(path)
