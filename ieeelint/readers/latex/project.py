"""The files of a LaTeX project: decoding, finding the root, resolving what is included.

Nothing outside the project's folder is read, nor anything that is no regular file.
"""

from __future__ import annotations

import os
import re
import stat
from contextlib import contextmanager

from ieeelint.paper.source import Source
from ieeelint.patterns import pattern
from ieeelint.readers import ReadError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 50_000_000  # bytes; a draft is never near
# Compiled where they are needed: few drafts need all of them.
DECLARED = (
    rb"\\usepackage\s*\[([a-z0-9]{3,12})\]\s*\{inputenc[a-z]*\}|%[^\n]{0,20}coding\s*[:=]\s*"
    rb"([\w-]{3,20})"
)
ENCODINGS = {
    "latin1": "latin-1",
    "ansinew": "cp1252",
    "cp1252": "cp1252",
    "latin9": "iso8859-15",
    "latin2": "iso8859-2",
    "latin5": "iso8859-9",
    "cp1251": "cp1251",
    "koi8-r": "koi8-r",
    "applemac": "mac_roman",
    "cp1250": "cp1250",
    "cp949": "cp949",
    "euc-kr": "euc-kr",
    "sjis": "shift_jis",
    "euc-jp": "euc-jp",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5",
}
GBK_RUN = rb"(?:[\x81-\xfe][\x40-\x7e\x80-\xfe]){2,}"
ROOT_COMMENT = r"^%\s*!\s*TEX\s+root\s*=\s*([^\r\n]{1,200})"
DOCUMENT_CLASS = re.compile(
    r"^[^%\r\n]{0,200}\\document(?:class|style)\b(?:\s*\[([^\]]{0,400})\])?\s*\{([^}\r\n]{0,100})\}",
    re.M,
)
DATABASES = r"\\(?:bibliography|addbibresource)\s*(?:\[[^\]]{0,200}\])?\s*\{([^{}]{1,2000})\}"
INCLUDED = (
    r"\\(?:input|include|subfile|subfileinclude)\s*\{([^{}\r\n]{1,200})\}"
    r"|\\(?:sub)?import\*?\s*\{([^{}\r\n]{0,200})\}\s*\{([^{}\r\n]{1,200})\}"
)


def decode(data: bytes) -> tuple[str, str]:
    """Text and encoding of a file's bytes.

    UTF-8 unless the bytes are not; then what the file declares, GB 18030 when
    the high bytes come in pairs as Chinese text has them, else Windows-1252.
    """
    if data[:3] == b"\xef\xbb\xbf":
        return data[3:].decode("utf-8", "replace"), "utf-8-sig"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace"), "utf-16"
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    declared = re.compile(DECLARED, re.I).search(data[:20000])
    name = (declared.group(1) or declared.group(2)).decode("ascii").lower() if declared else ""
    candidates = [ENCODINGS[name]] if name in ENCODINGS else []
    high = sum(map(len, re.findall(GBK_RUN, data)))
    if high * 10 >= 8 * sum(byte > 0x7F for byte in data):
        candidates.append("gb18030")
    for encoding in [*candidates, "cp1252"]:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1"), "latin-1"


@contextmanager
def holding(contents: dict[str, bytes]) -> Iterator[None]:
    """Have ``contents`` (real path to bytes) stand for files on the disk, over those held
    already.
    """
    global _held
    before, _held = _held, {**_held, **contents}
    try:
        yield
    finally:
        _held = before


_held: dict[str, bytes] = {}


def content(path: str) -> bytes:
    """The bytes of a file, those held in its place first.  Raises OSError."""
    held = _held.get(os.path.realpath(path)) if _held else None
    if held is not None:
        return held
    with open(path, "rb") as file:
        return file.read()


def load(path: str, shown: str) -> Source:
    """Read one file.  Raises ReadError with what is wrong and what to do."""
    if _held and (held := _held.get(os.path.realpath(path))) is not None:
        return from_bytes(held, shown)
    try:
        status = os.stat(path)
    except FileNotFoundError:
        raise ReadError(shown, "there is no such file") from None
    except OSError as error:
        raise ReadError(shown, f"cannot be read: {error.strerror}") from None
    if stat.S_ISDIR(status.st_mode):
        raise ReadError(shown, "is a folder, not a file")
    if not stat.S_ISREG(status.st_mode):
        raise ReadError(shown, "is no regular file (a device, pipe or socket)")
    if status.st_size > LARGEST:
        raise ReadError(
            shown,
            f"has {status.st_size // 1_000_000} MB; nothing above {LARGEST // 1_000_000} MB is"
            " read",
        )
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise ReadError(shown, f"cannot be read: {error.strerror}") from None
    return from_bytes(data, shown)


def from_bytes(data: bytes, shown: str) -> Source:
    """A source of bytes at hand.  Raises ReadError for binary data."""
    if b"\x00" in data[:8000] and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise ReadError(shown, "is a binary file, not LaTeX source")
    text, encoding = decode(data)
    return Source(shown, text, encoding)


def resolve(folder: str, name: str, extensions: tuple[str, ...] = (".tex", "")) -> str | None:
    """The regular file that ``name`` means in ``folder``, tried with and without extension."""
    name = name.strip().strip('"')
    for extension in extensions:
        path = os.path.normpath(os.path.join(folder, name + extension))
        if os.path.isfile(path):
            return path
    return None


def is_inside(path: str, folder: str) -> bool:
    """True when ``path``, links followed, lies in ``folder``."""
    folder = os.path.realpath(folder)
    return os.path.realpath(path).startswith(folder.rstrip(os.sep) + os.sep)


def _text(path: str) -> str:
    """A file's text for a quick look; empty when it cannot be read."""
    try:
        return load(path, path).text
    except ReadError:
        return ""


def _includes(text: str) -> list[str]:
    names = []
    for match in pattern(INCLUDED).finditer(text):
        plain, folder, name = match.groups()
        names.append(plain or os.path.join(folder, name))
    return names


def is_document(text: str) -> bool:
    """True when the text has a document class of its own that is not ``subfiles``."""
    match = DOCUMENT_CLASS.search(text)
    return bool(match) and match.group(2).strip() not in ("subfiles", "standalone")  # type: ignore[union-attr]


def find_root(path: str) -> str:
    """The root document of the project that ``path`` belongs to; ``path`` itself when it is one.

    A child names its root by ``% !TEX root = …`` or ``\\documentclass[root]{subfiles}``;
    else the documents in its folder and the three above are asked whether they include it.
    """
    text = "" if path.endswith(".bib") else _text(path)
    top = text[:2000]
    comment = pattern(ROOT_COMMENT, re.I | re.M).search(top) if "root" in top.lower() else None
    here = os.path.dirname(path)
    if comment:
        root = resolve(here, comment.group(1))
        if root and os.path.realpath(root) != os.path.realpath(path):
            return root
    declared = DOCUMENT_CLASS.search(text)
    if declared:
        if declared.group(2).strip() != "subfiles":
            return path
        root = resolve(here, declared.group(1) or "")
        return root or path
    wanted = os.path.realpath(path)
    folder = os.path.abspath(here or ".")
    for _ in range(4):
        for candidate in root_documents(folder, deep=False):
            if _reaches(candidate, wanted):
                return os.path.relpath(candidate) if not os.path.isabs(path) else candidate
        parent = os.path.dirname(folder)
        if parent == folder or os.path.exists(os.path.join(folder, ".git")):
            break
        folder = parent
    return path


def _reaches(document: str, wanted: str) -> bool:
    """True when ``document`` includes the file ``wanted``, directly or through others."""
    folder = os.path.dirname(document)
    waiting = [(document, folder)]
    seen: set[str] = set()
    while waiting and len(seen) < 500:
        path, base = waiting.pop()
        real = os.path.realpath(path)
        if real == wanted:
            return True
        if real in seen:
            continue
        seen.add(real)
        text = _text(path)
        if wanted.endswith(".bib") and _uses_database(text, folder, wanted):
            return True
        for name in _includes(text):
            for start in (folder, base, os.path.dirname(path)):
                found = resolve(start, name)
                if found:
                    waiting.append((found, os.path.dirname(found)))
                    break
    return False


def _uses_database(text: str, folder: str, wanted: str) -> bool:
    """True when the text names the BibTeX file ``wanted``."""
    for match in pattern(DATABASES).finditer(text):
        for name in match.group(1).split(","):
            found = resolve(folder, name, (".bib", ""))
            if found and os.path.realpath(found) == wanted:
                return True
    return False


def root_documents(folder: str, deep: bool = True) -> list[str]:
    """The LaTeX documents in a folder (and, ``deep``, below it), sorted; included files are no
    documents.
    """
    found = []
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".")) if deep else []
        for name in sorted(names):
            if name.lower().endswith((".tex", ".ltx")):
                path = os.path.normpath(os.path.join(here, name))
                if is_document(_text(path)):
                    found.append(path)
    return found
