"""Opens a PDF file with both libraries; says what is wrong with one that cannot be opened.

Without the library for the layout, only the structure of the file is read.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from io import BytesIO

from ieeelint import inputs
from ieeelint.inputs import InputError
from ieeelint.readers import libraries
from ieeelint.readers.errors import ReadError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

LARGEST = 200_000_000  # bytes
NEEDS = "is a PDF file; to check it, install two packages: pip install pypdf pypdfium2"
DAMAGED = "is damaged, and cannot be opened as a PDF file; export it again"
CUT = "is damaged: its end is missing, as after an upload that stopped; copy or export it again"
HEAD, TAIL = 1024, 2048  # bytes where the first and the last words of a PDF file are
PASSWORD = 4  # FPDF_ERR_PASSWORD


class Opened:
    """A PDF file: ``root`` and ``info`` of pypdf, None if it cannot read them; ``document`` of
    pdfium, None for a file that needs a password, and without pdfium.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.pdfium: Any = None
        self.document: Any = None
        self.lock = ""
        self.root: Any = None
        self.info: Any = None

    @property
    def version(self) -> str:
        """The version in the first line of the file, such as ``1.5``."""
        at = self.data.find(b"%PDF-", 0, HEAD)
        return self.data[at + 5 : at + 8].decode("latin-1").strip()

    @property
    def is_cut(self) -> bool:
        """True if the end of the file is missing."""
        return b"%%EOF" not in self.data[-TAIL:]


def data_of(path: str) -> bytes:
    """The bytes of a PDF file.  Raises ReadError."""
    try:
        data = inputs.bytes_of(path, LARGEST)
    except InputError as error:
        raise ReadError(path, str(error)) from None
    if not data.strip():
        raise ReadError(path, "is empty")
    if b"%PDF-" not in data[:HEAD]:
        raise ReadError(path, "is not a PDF file, although its name says so; export it again")
    return data


@contextmanager
def opened(path: str) -> Iterator[Opened]:
    """Open a PDF file.  Raises ReadError if nothing of it can be read."""
    file = Opened(data_of(path))
    if not libraries.read_structure():
        raise ReadError(path, NEEDS)
    try:
        import pypdf
    except ImportError:
        raise ReadError(path, NEEDS) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it reports each oddity of a file
    try:
        import pypdfium2
        import pypdfium2.raw as pdfium
    except ImportError:
        _open_alone(pypdf, file, path)
        yield file
        return
    file.pdfium = pdfium
    try:
        document = pypdfium2.PdfDocument(file.data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", 0) != PASSWORD:
            raise ReadError(path, CUT if file.is_cut else DAMAGED) from None
        file.lock = "user"
        yield file
        return
    try:
        file.document = document.raw
        if pdfium.FPDF_GetSecurityHandlerRevision(file.document) >= 0:
            file.lock = "owner"
        _open_structure(pypdf, file)
        yield file
    finally:
        document.close()


def _open_alone(pypdf: Any, file: Opened, path: str) -> None:
    """Open a file without pdfium.  Raises ReadError if pypdf cannot read it."""
    try:
        reader = pypdf.PdfReader(BytesIO(file.data), strict=False)
        if reader.is_encrypted:
            file.lock = "owner" if reader.decrypt("") else "user"
    except Exception:  # a damaged file can raise anything
        raise ReadError(path, CUT if file.is_cut else DAMAGED) from None
    if file.lock != "user":
        _open_structure(pypdf, file)
        if file.root is None and not file.lock:
            raise ReadError(path, CUT if file.is_cut else DAMAGED)


def _open_structure(pypdf: Any, file: Opened) -> None:
    """Let pypdf read the catalog; what it cannot read stays None."""
    try:
        reader = pypdf.PdfReader(BytesIO(file.data), strict=False)
        if reader.is_encrypted and not (reader.decrypt("") and _has_cipher(reader)):
            return
        file.root = reader.trailer["/Root"].get_object()
        file.info = reader.trailer.get("/Info")
        file.root.get("/Pages")
    except Exception:  # damage that only pdfium repairs
        file.root = None


def _has_cipher(reader: Any) -> bool:
    """True if pypdf can decrypt the streams of a file; for AES, it needs another library.

    Without it, pypdf still reads the other objects, and embedded fonts would seem to be missing.
    """
    from importlib.util import find_spec

    from ieeelint.readers.pdf.objects import entries, resolved, text, value

    filters = entries(value(reader.trailer, "/Encrypt"), "/CF")
    methods = [text(value(resolved(one), "/CFM")) for _, one in filters]
    if not any(method.startswith("AES") for method in methods):
        return True
    return any(find_spec(library) is not None for library in ("cryptography", "Crypto"))
