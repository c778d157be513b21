"""The files in an archive of any format: zip, tar, compressed tar, or one compressed file."""

from __future__ import annotations

import os
import stat
from io import BytesIO

from ieeelint import zips
from ieeelint.zips import ZipError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Protocol

    class Packed(Protocol):
        """An open archive.  ``content`` raises ZipError."""

        members: list[Member]
        is_incomplete: bool

        def content(self, member: Member) -> bytes: ...


LARGEST_TOTAL = zips.LARGEST_FILE  # bytes of all that is unpacked
WORD_MARK = "[Content_Types].xml"
NOT_AN_ARCHIVE = "is not an archive, whatever its name says; download it again"
DAMAGED = "is damaged or incomplete; download it again"
TOO_MANY = f"has more than {zips.MOST_PARTS:,} files, so it is not read"
# What is wrong with a file in an archive.
LINK = "is a link, which is not followed; put the file itself into the archive"
DEVICE = "is a device or a pipe, not a file"
ENCRYPTED = "is encrypted; make the archive again without a password"
HUGE = "unpacks to far more than a paper needs, so it is not read"


class Member:
    """A file in an archive: its name, its size in bytes, and its ``fault`` if it cannot be read.

    ``entry`` is how the archive knows it.
    """

    __slots__ = ("name", "size", "fault", "entry")

    def __init__(self, name: str, size: int, fault: str, entry: Any) -> None:
        self.name = name
        self.size = size
        self.fault = fault
        self.entry = entry


class ZipFiles:
    """The files in a zip file."""

    is_incomplete = False

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zips.opened(data)
        except ZipError:
            raise ZipError(DAMAGED) from None
        entries = self._archive.infolist()
        if len(entries) > zips.MOST_PARTS:
            raise ZipError(TOO_MANY)
        if any(entry.filename == WORD_MARK for entry in entries):
            raise ZipError("is a file of Word or another Office program; rename it to .docx")
        self.members: list[Member] = []
        for entry in entries:
            if entry.is_dir():
                continue
            fault = ""
            if stat.S_ISLNK(entry.external_attr >> 16):  # the upper half is the mode in Unix
                fault = LINK
            elif zips.is_encrypted(entry):
                fault = ENCRYPTED
            elif zips.is_too_large(entry):
                fault = HUGE
            self.members.append(Member(entry.filename, entry.file_size, fault, entry))

    def content(self, member: Member) -> bytes:
        """The bytes of a file.  Raises ZipError."""
        return zips.unpacked(self._archive, member.entry)


class TarFiles:
    """The files in a tar file; the whole ones if it is incomplete.  Raises ZipError."""

    def __init__(self, data: bytes, is_incomplete: bool) -> None:
        import tarfile

        self._data = data
        self.members: list[Member] = []
        self.is_incomplete = is_incomplete
        try:
            with tarfile.open(fileobj=BytesIO(data), mode="r:") as archive:
                for entry in archive:
                    self._add(entry)
        except ZipError:
            raise
        except Exception:  # tarfile, and what the numbers of a hostile file can do to it
            self.is_incomplete = True

    def _add(self, entry: Any) -> None:
        if entry.isdir():
            return
        if len(self.members) >= zips.MOST_PARTS:
            raise ZipError(TOO_MANY)
        fault = ""
        start = entry.offset_data
        if entry.issym() or entry.islnk():
            fault = LINK
        elif not entry.isreg():
            fault = DEVICE
        elif start + entry.size > len(self._data):
            self.is_incomplete = True
            return
        self.members.append(Member(entry.name, entry.size, fault, start))

    def content(self, member: Member) -> bytes:
        """The bytes of a file."""
        return self._data[member.entry : member.entry + member.size]


class OneFile:
    """A compressed file that is not a tar file, as arXiv has for papers of one file."""

    def __init__(self, name: str, data: bytes, is_incomplete: bool) -> None:
        self._data = data
        self.is_incomplete = is_incomplete
        self.members = [Member(name, len(data), "", None)]

    def content(self, member: Member) -> bytes:
        """The bytes of the file."""
        return self._data


def unpacked(path: str, data: bytes) -> Packed:
    """The files in the archive with these bytes; the format is detected from the content.

    Raises ZipError.
    """
    if data.startswith(b"PK"):
        return ZipFiles(data)
    is_incomplete = False
    if data.startswith(b"\x1f\x8b"):
        data, is_incomplete = _decompressed(data)
        if not _is_tar(data):
            if not data:
                raise ZipError(DAMAGED)
            return OneFile(_name_inside(path, data), data, is_incomplete)
    if not _is_tar(data):
        raise ZipError(NOT_AN_ARCHIVE if data else "is empty")
    return TarFiles(data, is_incomplete)


def _decompressed(data: bytes) -> tuple[bytes, bool]:
    """The bytes in a compressed file, and True if its end is missing.  Raises ZipError if they are
    too many.
    """
    import gzip
    import zlib

    pieces, total, is_incomplete = [], 0, False
    with gzip.GzipFile(fileobj=BytesIO(data)) as stream:
        while True:
            try:
                piece = stream.read1(1_000_000)
            except (EOFError, OSError, zlib.error):
                is_incomplete = True
                break
            if not piece:
                break
            pieces.append(piece)
            total += len(piece)
            if total > LARGEST_TOTAL:
                raise ZipError(HUGE)
    return b"".join(pieces), is_incomplete


def _is_tar(data: bytes) -> bool:
    return data[257:262] == b"ustar"


def _name_inside(path: str, data: bytes) -> str:
    """The name of the only file in a compressed file: that of the archive without its end."""
    name = os.path.basename(path)
    name = name[:-3] if name.lower().endswith(".gz") else name
    if data.startswith(b"%PDF"):
        return f"{name}.pdf"
    return name if name.lower().endswith((".tex", ".ltx")) else f"{name}.tex"
