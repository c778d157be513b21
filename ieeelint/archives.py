"""Drafts in archives: a zip file of Overleaf or of a submission, a ``.tar.gz`` file of arXiv.

An archive takes the place of a folder: ``paper.zip/main.tex`` is a file in it.  Nothing is written
to the disk, and a file is unpacked when a reader asks for it.
"""

from __future__ import annotations

import os
from posixpath import normpath

from ieeelint import inputs, mounts, zips
from ieeelint.archive_formats import LARGEST_TOTAL, unpacked
from ieeelint.inputs import InputError
from ieeelint.zips import ZipError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.archive_formats import Member, Packed

ENDINGS = (".zip", ".tar.gz", ".tgz", ".tar", ".gz")
MADE = ("__MACOSX/",)  # what macOS adds for itself
MOST_NAMED = 4  # files with the same fault; more are reported together
LONGEST_NAME = 1000  # characters of a file with its folders; no system takes many more
OUTSIDE = "has a name that leads out of the archive, so it is not read"
TOO_LONG = "has a name that is too long, so it is not read"
TWICE = "is in the archive more than once; only the last one was checked"
INCOMPLETE = "is incomplete, so the files at its end were not checked; download it again"


_latest: tuple[Archive, Packed] | None = None


class ArchiveError(Exception):
    """Why an archive cannot be read, to follow its name."""


class Archive:
    """The archive at ``path``, which takes the place of a folder.

    ``unread`` are the files in it that cannot be read: (path, what is wrong).  ``notes`` are
    messages about names that other systems read in another way.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.unread: list[tuple[str, str]] = []
        self.notes: list[str] = []
        self.digest = b""
        self._unpacked: set[str] = set()  # the names of the files that were read
        self._total = 0  # their bytes
        packed = self._open()
        self._members = self._sorted(packed)
        if packed.is_incomplete:
            self.unread.append((path, INCOMPLETE))

    def _open(self) -> Packed:
        """The archive as it is on the disk; only one is in memory at a time.

        Raises ArchiveError, or InputError if it is not the same as before.
        """
        global _latest
        if _latest is not None and _latest[0] is self:
            return _latest[1]
        _latest = None
        try:
            data = self._data()
            digest = inputs.digest(data)
            if self.digest and digest != self.digest:
                raise InputError("was changed while it was checked; run the check again")
            packed = unpacked(self.path, data)
        except InputError as error:
            if self.digest:
                raise
            raise ArchiveError("does not exist" if error.is_missing else str(error)) from None
        except ZipError as error:
            raise ArchiveError(str(error)) from None
        self.digest = digest
        _latest = self, packed
        return packed

    def _data(self) -> bytes:
        """The bytes of the archive, whose place its files may have taken.  Raises InputError."""
        full = os.path.abspath(self.path)
        files = inputs.mounts.pop(full, None)
        try:
            return inputs.bytes_of(self.path, zips.LARGEST_FILE)
        finally:
            if files is not None:
                inputs.mounts[full] = files

    def _sorted(self, packed: Packed) -> dict[str, int]:
        """The number of each file that can be read, by its name; notes the others."""
        members: dict[str, int] = {}
        faults: dict[str, list[str]] = {}
        spellings: dict[str, str] = {}
        for number, member in enumerate(packed.members):
            name = _name(member)
            if name.startswith(MADE):
                continue
            if len(name) > LONGEST_NAME:
                faults.setdefault(TOO_LONG, []).append(f"{name[:40]}…")
                continue
            fault = member.fault or ("" if _is_inside(name) else OUTSIDE)
            if fault:
                faults.setdefault(fault, []).append(name)
                continue
            if name in members:
                faults.setdefault(TWICE, []).append(name)
            elif (other := spellings.setdefault(name.lower(), name)) != name:
                self.notes.append(
                    f'{self.path}: "{other}" and "{name}" are one file on Windows and macOS;'
                    " rename one of them"
                )
            members[name] = number
        for fault, names in faults.items():
            self._note(fault, list(dict.fromkeys(names)))
        return members

    def _note(self, fault: str, names: list[str]) -> None:
        """Note files with the same fault: each by its name, or many together."""
        if fault in (OUTSIDE, TOO_LONG) or len(names) > MOST_NAMED:
            from ieeelint.phrases import quoted

            files = f"the file {quoted(names)}, which"
            if len(names) > 1:
                files = f"{len(names)} files ({quoted(names)}), each of which"
            self.unread.append((self.path, f"has {files} {fault}"))
            return
        self.unread += [(os.path.join(self.path, name), fault) for name in names]

    def read(self, name: str) -> bytes:
        """The content of a file.  Raises InputError."""
        packed = self._open()
        member = packed.members[self._members[name]]
        if name not in self._unpacked:
            if self._total + member.size > LARGEST_TOTAL:
                raise InputError(
                    "is not read, because the archive unpacks to far more than a paper needs"
                )
            self._unpacked.add(name)
            self._total += member.size
        try:
            return packed.content(member)
        except ZipError as error:
            raise InputError(f"is damaged in the archive ({error})") from None

    def mount(self) -> None:
        """Let the files take the place of a folder, until the memory scope ends."""
        members = self._open().members
        sizes = {name: members[number].size for name, number in self._members.items()}
        files = mounts.Mount(self.path, sizes, self.read, self.digest)
        files.is_partial = bool(self.unread)
        mounts.mount(files)


def mount(path: str) -> Archive:
    """Let the files of an archive take the place of a folder.  Raises ArchiveError."""
    archive = Archive(path)
    archive.mount()
    return archive


def archive_above(path: str) -> str:
    """The archive that a path such as ``paper.zip/main.tex`` leads into; empty without one."""
    while above := os.path.dirname(path):
        if above == path:
            break
        if above.lower().endswith(ENDINGS) and inputs.is_file(above):
            return above
        path = above
    return ""


def _name(member: Member) -> str:
    """The name of a file with forward slashes; programs on Windows write others."""
    name = member.name.replace("\\", "/")
    return normpath(name) if not name.startswith("/") else name


def _is_inside(name: str) -> bool:
    """False for an absolute name, one with a drive, and one that leads to a folder above."""
    return not (name.startswith(("/", "../")) or name == ".." or name[1:2] == ":")
