"""The package of a Word draft: opens the zip file with care and parses its parts, Strict or
Transitional.
"""

from __future__ import annotations

import os
import re
from xml.etree import ElementTree

from ieeelint import zips
from ieeelint.inputs import InputError, bytes_of
from ieeelint.ooxml.errors import PackageError
from ieeelint.zips import ZipError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element
    from zipfile import ZipFile

COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .doc, and encrypted packages
# Word writes no document type.  In text "<" is escaped, so these bytes are a declaration.
DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
# The first bytes of XML in UTF-16, with a byte order mark and without.
UTF_16 = {
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
    b"<\x00": "utf-16-le",
    b"\x00<": "utf-16-be",
}
MACRO_MAIN = ".macroEnabled.main+xml"

# Strict files (ISO/IEC 29500 Strict) use other namespaces for the same names.
STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/main",
        b"http://schemas.openxmlformats.org/drawingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/chart",
        b"http://schemas.openxmlformats.org/drawingml/2006/chart",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
)
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


class Relationship:
    """A link from a part: ``kind`` is the last word of its type, ``target`` the name of a part or
    an address.
    """

    __slots__ = ("kind", "target", "is_external")

    def __init__(self, kind: str, target: str, is_external: bool) -> None:
        self.kind = kind
        self.target = target
        self.is_external = is_external


class Package:
    """An open package. ``problems`` are pairs (part, message) for parts that cannot be read."""

    def __init__(self, path: str, archive: ZipFile) -> None:
        self.path = path
        self.archive = archive
        self.names = {info.filename.lstrip("/"): info for info in archive.infolist()}
        self.problems: list[tuple[str, str]] = []
        self.is_strict = False
        self.document = ""
        self._relationships: dict[str, dict[str, Relationship]] = {}

    def raw(self, part: str) -> bytes:
        """The bytes of a part. Raises PackageError if it is missing, damaged or far too large."""
        info = self.names.get(part)
        if info is None:
            raise PackageError(
                self.path, f'has no part "{part}"; open it in Word and save it again'
            )
        if zips.is_too_large(info):
            raise PackageError(
                self.path,
                f'has a part "{part}" that unpacks to {info.file_size:,} bytes, far more than a '
                "paper needs, so it is not read",
            )
        if zips.is_encrypted(info):
            raise PackageError(self.path, "is encrypted; save it without a password")
        try:
            return zips.unpacked(self.archive, info)
        except ZipError as error:
            raise PackageError(
                self.path,
                f'is damaged at the part "{part}" ({error}); open it in Word and save it again',
            ) from None

    def utf8(self, part: str) -> bytes:
        """The bytes of an XML part, as UTF-8 even if the file has UTF-16. Raises PackageError."""
        content = self.raw(part)
        encoding = UTF_16.get(content[:2])
        if encoding is not None:
            content = content.decode(encoding, "replace").encode()
            content = re.sub(rb"^(<\?xml[^>]*?)\sencoding=[\"'][^\"']*[\"']", rb"\1", content)
        return content

    def xml(self, part: str) -> Element:
        """The root of a part, with the names of Transitional files.  Raises PackageError."""
        content = self.utf8(part)
        if not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
            raise PackageError(
                self.path, f'has no XML in the part "{part}"; open it in Word and save it again'
            )
        if any(declaration in content for declaration in DECLARATIONS):
            raise PackageError(
                self.path,
                f'declares a document type or entities in "{part}", which no Word file does, so it'
                " is not read",
            )
        if b"http://purl.oclc.org/ooxml/" in content[:20_000]:
            self.is_strict = True
            for strict, transitional in STRICT:
                content = content.replace(strict, transitional)
        try:
            return ElementTree.fromstring(content)
        except (ElementTree.ParseError, ValueError, LookupError) as error:
            raise PackageError(
                self.path,
                f'has broken XML in the part "{part}" ({error}); open it in Word and save it again',
            ) from None

    def optional(self, part: str) -> Element | None:
        """The root of a part that the paper can do without; if it cannot be read, None and a
        problem.
        """
        if not part or part not in self.names:
            return None
        try:
            return self.xml(part)
        except PackageError as error:
            self.problems.append((part, error.message))
            return None

    def relationships(self, part: str) -> dict[str, Relationship]:
        """The links of a part by identifier; the part "" is the package itself."""
        if part not in self._relationships:
            folder, _, name = part.rpartition("/")
            root = self.optional(f"{folder}/_rels/{name}.rels".lstrip("/"))
            links = {}
            for element in () if root is None else root.iter(RELATIONSHIP):
                target = element.get("Target", "")
                is_external = element.get("TargetMode") == "External"
                if not is_external:
                    joined = target if target.startswith("/") else f"{folder}/{target}"
                    target = os.path.normpath(joined.lstrip("/")).replace(os.sep, "/")
                kind = element.get("Type", "").rpartition("/")[2]
                links[element.get("Id", "")] = Relationship(kind, target, is_external)
            self._relationships[part] = links
        return self._relationships[part]

    def linked(self, kind: str, part: str) -> list[str]:
        """The parts that ``part`` links to with a link of this kind."""
        links = self.relationships(part).values()
        return [link.target for link in links if link.kind == kind and not link.is_external]


def open_package(path: str, data: bytes | None = None) -> Package:
    """Open the Word document at ``path``.  Raises PackageError, which says what to do."""
    shown = path.replace(os.sep, "/")
    if data is None:
        data = _content(path, shown)
    if data.startswith(COMPOUND_FILE):
        if path.lower().endswith(".doc"):
            raise PackageError(shown, "is in the old .doc format; save it in Word as .docx")
        raise PackageError(
            shown, "is encrypted or in the old .doc format; save it as .docx without a password"
        )
    if not data.startswith(b"PK"):
        raise PackageError(
            shown, "is not a Word document: a .docx file is a zip archive, and this is not"
        )
    try:
        archive = zips.opened(data)
    except ZipError as error:
        raise PackageError(
            shown,
            f"is damaged or incomplete ({error}); get it again, or save it again in Word",
        ) from None
    if len(archive.infolist()) > zips.MOST_PARTS:
        raise PackageError(shown, f"has more than {zips.MOST_PARTS:,} parts, so it is not read")
    package = Package(shown, archive)
    if package.names and "[Content_Types].xml" not in package.names:
        raise PackageError(
            shown, "is a zip archive but not a Word document; give the .docx file itself"
        )
    _refuse_macros(package)
    documents = package.linked("officeDocument", "")
    package.document = documents[0] if documents else "word/document.xml"
    if package.document not in package.names:
        raise PackageError(
            shown, f'has no main part "{package.document}"; open it in Word and save it again'
        )
    return package


def _content(path: str, shown: str) -> bytes:
    """The bytes of the file."""
    try:
        return bytes_of(path, zips.LARGEST_FILE)
    except InputError as error:
        if error.is_missing:
            raise PackageError(shown, "does not exist") from None
        from ieeelint.ooxml.locks import lock_on

        lock = lock_on(path)
        hint = f"; it seems to be open in {lock[1]}, so close it there" if lock else ""
        raise PackageError(shown, f"{error}{hint}") from None


def _refuse_macros(package: Package) -> None:
    """Refuse a draft with macros, as IEEE does."""
    types = package.xml("[Content_Types].xml")
    for element in types.iter(TYPES + "Override"):
        if element.get("ContentType", "").endswith(MACRO_MAIN):
            raise PackageError(package.path, "contains macros (.docm); save it in Word as .docx")
