"""Writes a Word package with some of its parts replaced, and marks files of ieeelint's own."""

from __future__ import annotations

import io
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ieeelint.inputs import InputError, bytes_of
from ieeelint.zips import LARGEST_FILE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.ooxml.package import Package

MARK = b"written by ieeelint, sha256:"  # the start of the comment of the archive
END = b"PK\x05\x06"  # the record at the end of an archive; its last field is the comment
LENGTH_AT = 20  # bytes before the length of the comment in this record
FIRST_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip archive can store


def rebuilt(package: Package, parts: dict[str, bytes]) -> bytes:
    """The package with ``parts`` (name to content) replaced, or added where the package has no such
    part.  Raises PackageError for a part that is damaged or far too large.
    """
    remaining = dict(parts)
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for info in package.archive.infolist():
            name = info.filename.lstrip("/")
            content = remaining.pop(name, None)
            if content is None:
                content = package.raw(name)
            archive.writestr(_copied(info), content, info.compress_type)
        for name, content in remaining.items():
            added = ZipInfo(name, FIRST_DATE)
            archive.writestr(added, content, ZIP_DEFLATED)
    return stream.getvalue()


def _copied(info: ZipInfo) -> ZipInfo:
    """The same entry for another archive."""
    copy = ZipInfo(info.filename, info.date_time)
    copy.compress_type = info.compress_type
    copy.external_attr = info.external_attr
    copy.create_system = info.create_system
    copy.comment = info.comment
    return copy


def marked(data: bytes) -> bytes:
    """The archive with a comment that holds the digest of all its other bytes.

    Word and other programs drop the comment when they save, and a tool that keeps it does not
    update the digest.  So :func:`is_as_written` detects every change.
    """
    at = data.rfind(END)
    if at < 0:
        return data
    content = data[: at + LENGTH_AT]
    comment = _mark_of(content)
    return content + len(comment).to_bytes(2, "little") + comment


def is_as_written(path: str) -> bool:
    """True for a marked file that nobody changed since."""
    try:
        data = bytes_of(path, LARGEST_FILE)
    except InputError:
        return False
    at = data.rfind(END)
    return at >= 0 and data[at + LENGTH_AT + 2 :] == _mark_of(data[: at + LENGTH_AT])


def _mark_of(content: bytes) -> bytes:
    from hashlib import sha256

    return MARK + sha256(content).hexdigest().encode()
