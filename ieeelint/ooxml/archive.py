"""Writes a Word package with some of its parts replaced and all others unchanged."""

from __future__ import annotations

import io
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.ooxml.package import Package

OWN_COMMENT = b"written by ieeelint"  # in the archives that this module writes
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
        archive.comment = OWN_COMMENT
    return stream.getvalue()


def _copied(info: ZipInfo) -> ZipInfo:
    """The same entry for another archive."""
    copy = ZipInfo(info.filename, info.date_time)
    copy.compress_type = info.compress_type
    copy.external_attr = info.external_attr
    copy.create_system = info.create_system
    copy.comment = info.comment
    return copy
