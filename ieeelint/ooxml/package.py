"""The package of a Word draft: a zip file opened with care, its parts parsed, Strict and
Transitional alike.
"""

from __future__ import annotations

import os
import re
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from ieeelint.readers import ReadError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LARGEST_FILE = 300_000_000  # bytes of the package
LARGEST_PART = 200_000_000  # bytes of one XML part, unpacked
LARGEST_RATIO = 400  # of unpacked to packed bytes of a part of more than a megabyte
MOST_PARTS = 20_000
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .doc, and encrypted packages
DOCUMENT_TYPE = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
MACRO_MAIN = ".macroEnabled.main+xml"

# Strict files (ISO/IEC 29500 Strict) name the same things by other addresses.
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
    """A link from a part: ``kind`` the last word of its type, ``target`` a part name or an
    address.
    """

    __slots__ = ("kind", "target", "is_external")

    def __init__(self, kind: str, target: str, is_external: bool) -> None:
        self.kind = kind
        self.target = target
        self.is_external = is_external


class Package:
    """An open package.  ``problems`` are (part, what is wrong) for parts that cannot be read."""

    def __init__(self, path: str, archive: ZipFile) -> None:
        self.path = path
        self.archive = archive
        self.names = {info.filename.lstrip("/"): info for info in archive.infolist()}
        self.problems: list[tuple[str, str]] = []
        self.is_strict = False
        self.document = ""
        self._relationships: dict[str, dict[str, Relationship]] = {}

    def raw(self, part: str) -> bytes:
        """The bytes of a part.  Raises ReadError when it is missing, damaged or unreasonably
        large.
        """
        info = self.names.get(part)
        if info is None:
            raise ReadError(self.path, f'lacks the part "{part}"; open it in Word and save it anew')
        huge = info.file_size > 1_000_000 and (
            info.file_size > LARGEST_RATIO * max(info.compress_size, 1)
        )
        if huge or info.file_size > LARGEST_PART:
            raise ReadError(
                self.path,
                f'holds a part "{part}" that unpacks to {info.file_size:,} bytes, far more than a '
                "paper needs; it is not read",
            )
        if info.flag_bits & 1:
            raise ReadError(self.path, "is encrypted; save it without a password")
        try:
            with self.archive.open(info) as stream:
                content = stream.read(info.file_size + 1)
        except Exception as error:  # zipfile, zlib, lzma and the system each have their own
            raise ReadError(
                self.path,
                f'is damaged at the part "{part}" ({error}); open it in Word and save it anew',
            ) from None
        return content

    def utf8(self, part: str) -> bytes:
        """The bytes of an XML part; one in UTF-16 comes as UTF-8.  Raises ReadError."""
        content = self.raw(part)
        if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            content = content.decode("utf-16", "replace").encode()
            content = re.sub(rb"^(<\?xml[^>]*?)\sencoding=[\"'][^\"']*[\"']", rb"\1", content)
        return content

    def xml(self, part: str) -> Element:
        """The root of a part, names as in Transitional files.  Raises ReadError."""
        content = self.utf8(part)
        if DOCUMENT_TYPE.search(content[:100_000].decode("latin-1")):
            raise ReadError(
                self.path,
                f'declares a document type or entities in "{part}", as no Word file does; it is not'
                " read",
            )
        if b"http://purl.oclc.org/ooxml/" in content[:20_000]:
            self.is_strict = True
            for strict, transitional in STRICT:
                content = content.replace(strict, transitional)
        try:
            return ElementTree.fromstring(content)
        except (ElementTree.ParseError, ValueError, LookupError) as error:
            raise ReadError(
                self.path,
                f'holds broken XML in the part "{part}" ({error}); open it in Word and save it'
                " anew",
            ) from None

    def optional(self, part: str) -> Element | None:
        """The root of a part the paper can do without; None, with a problem noted, if it fails."""
        if not part or part not in self.names:
            return None
        try:
            return self.xml(part)
        except ReadError as error:
            self.problems.append((part, error.message))
            return None

    def relationships(self, part: str) -> dict[str, Relationship]:
        """The links of a part by their identifiers ("" is the package itself)."""
        if part not in self._relationships:
            folder, _, name = part.rpartition("/")
            root = self.optional(f"{folder}/_rels/{name}.rels".lstrip("/"))
            found = {}
            for one in () if root is None else root.iter(RELATIONSHIP):
                target = one.get("Target", "")
                external = one.get("TargetMode") == "External"
                if not external:
                    joined = target if target.startswith("/") else f"{folder}/{target}"
                    target = os.path.normpath(joined.lstrip("/")).replace(os.sep, "/")
                kind = one.get("Type", "").rpartition("/")[2]
                found[one.get("Id", "")] = Relationship(kind, target, external)
            self._relationships[part] = found
        return self._relationships[part]

    def linked(self, kind: str, part: str) -> list[str]:
        """The parts that ``part`` links to as ``kind``."""
        links = self.relationships(part).values()
        return [one.target for one in links if one.kind == kind and not one.is_external]


def open_package(path: str, data: bytes | None = None) -> Package:
    """Open the Word document at ``path``.  Raises ReadError with what to do about it."""
    shown = path.replace(os.sep, "/")
    if data is None:
        data = _content(path, shown)
    if data.startswith(COMPOUND_FILE):
        if path.lower().endswith(".doc"):
            raise ReadError(shown, "is in the old .doc format; save it in Word as .docx")
        raise ReadError(
            shown, "is encrypted or in the old .doc format; save it as .docx without a password"
        )
    if not data.startswith(b"PK"):
        raise ReadError(shown, "is no Word document (a .docx file is a zip archive, this is not)")
    from io import BytesIO

    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ReadError(
            shown,
            f"is damaged or cut off ({error}); get it again, or open it in Word and save it anew",
        ) from None
    if len(archive.infolist()) > MOST_PARTS:
        raise ReadError(shown, f"holds more than {MOST_PARTS:,} parts; it is not read")
    package = Package(shown, archive)
    if package.names and "[Content_Types].xml" not in package.names:
        raise ReadError(shown, "is a zip archive but no Word document; give the .docx file itself")
    _refuse_macros(package)
    found = package.linked("officeDocument", "")
    package.document = found[0] if found else "word/document.xml"
    if package.document not in package.names:
        raise ReadError(
            shown, f'lacks its main part "{package.document}"; open it in Word and save it anew'
        )
    return package


def _content(path: str, shown: str) -> bytes:
    """The bytes of the file."""
    lock = os.path.join(os.path.dirname(path), "~$" + os.path.basename(path)[2:])
    try:
        if os.path.getsize(path) > LARGEST_FILE:
            raise ReadError(shown, f"is larger than {LARGEST_FILE // 1_000_000} MB; it is not read")
        with open(path, "rb") as stream:
            return stream.read()
    except FileNotFoundError:
        raise ReadError(shown, "does not exist") from None
    except OSError as error:
        hint = "; it seems to be open in Word: close it there" if os.path.exists(lock) else ""
        raise ReadError(shown, f"cannot be read ({error.strerror or error}){hint}") from None


def _refuse_macros(package: Package) -> None:
    """A draft with macros is refused by IEEE and by us."""
    types = package.xml("[Content_Types].xml")
    for one in types.iter(TYPES + "Override"):
        if one.get("ContentType", "").endswith(MACRO_MAIN):
            raise ReadError(package.path, "holds macros (.docm); save it in Word as .docx")
