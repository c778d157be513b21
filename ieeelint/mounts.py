"""Files in memory that take the place of a folder of the disk, such as those of an archive."""

from __future__ import annotations

import os
from itertools import compress
from operator import not_

from ieeelint import inputs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ieeelint.inputs import Answer


class Mount:
    """Files at the absolute ``path``, with their ``sizes`` in bytes.

    Names are relative to the path and have forward slashes.  ``read`` returns the content of a
    file, and raises :class:`ieeelint.inputs.InputError`.  ``digest`` is that of the archive that
    contains the files, if there is one; without one they are ``is_alone``, and the folders above
    have no settings for them.  ``is_partial`` is true if the archive has other files that cannot be
    read.  ``written`` are the contents that a command wrote; the
    disk does not get them.
    """

    def __init__(
        self,
        path: str,
        sizes: Mapping[str, int],
        read: Callable[[str], bytes],
        digest: bytes = b"",
    ) -> None:
        self.path = os.path.abspath(path)
        self.shown = path
        self.digest = digest
        self.is_alone = not digest
        self.is_partial = False
        self.written: dict[str, bytes] = {}
        self._sizes = dict(sizes)
        self._read = read
        self._folders: dict[str, set[str]] = {"": set()}  # the names in each folder
        for name in sizes:
            self._enter(name)

    def _enter(self, name: str) -> None:
        """Add a file, and the folders above it."""
        while name:
            above, _, last = name.rpartition("/")
            self._folders.setdefault(above, set()).add(last)
            name = above

    def content(self, name: str) -> bytes:
        """The content of a file.  Raises KeyError without one."""
        if name in self.written:
            return self.written[name]
        if name not in self._sizes:
            raise KeyError(name)
        return self._read(name)

    def write(self, name: str, content: bytes) -> None:
        """Replace a file, or add it."""
        self.written[name] = content
        self._enter(name)

    def names(self) -> list[str]:
        """The names of all files, sorted."""
        return sorted(self._sizes.keys() | self.written.keys())

    def is_file(self, name: str) -> bool:
        """True for a file."""
        return name in self._sizes or name in self.written

    def is_folder(self, name: str) -> bool:
        """True for a folder; the name "" is the mount itself."""
        return name in self._folders

    def size(self, name: str) -> int:
        """The size of a file in bytes; -1 without one."""
        if name in self.written:
            return len(self.written[name])
        return self._sizes.get(name, -1)

    def sorted_names_in(self, folder: str) -> tuple[list[str], list[str]]:
        """The names of the folders and of the files in a folder."""
        names = sorted(self._folders.get(folder, ()))
        is_folder = [self.is_folder(f"{folder}/{name}".lstrip("/")) for name in names]
        return list(compress(names, is_folder)), list(compress(names, map(not_, is_folder)))

    def answer(self, kind: str, name: str) -> Answer:
        """The answer to one of :data:`ieeelint.inputs.QUESTIONS` about a name."""
        if kind == "file":
            return self.is_file(name)
        if kind == "folder":
            return self.is_folder(name)
        if kind == "exists":
            return self.is_file(name) or self.is_folder(name)
        if kind == "size":
            return self.size(name)
        if kind == "names":
            return "\0".join(sorted(self._folders.get(name, ())))
        if kind == "real":
            return os.path.join(self.path, *name.split("/")) if name else self.path
        raise ValueError(f"files in memory cannot be asked for {kind}")


def mount(files: Mount) -> Mount:
    """Let files take the place of a folder until :func:`ieeelint.inputs.memory_scope` ends."""
    inputs.mounts[files.path] = files
    return files


def of_contents(path: str, contents: Mapping[str, bytes]) -> Mount:
    """Files with these contents, by name."""
    return Mount(path, {name: len(data) for name, data in contents.items()}, contents.__getitem__)
