"""The files of a LaTeX project: decodes them, finds the root document, resolves included files.

Only regular files inside the project folder are read.
"""

from __future__ import annotations

import os
import re
from contextlib import contextmanager

from ieeelint import inputs
from ieeelint.inputs import InputError, bytes_of
from ieeelint.paper.source import Source
from ieeelint.paths import seen_from
from ieeelint.patterns import pattern
from ieeelint.readers.errors import ReadError
from ieeelint.readers.latex.lists import items, without_comments
from ieeelint.readers.owner_files import is_owner_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.views.file_names import Files

LARGEST = 50_000_000  # bytes; no draft comes close
# Compiled when first needed: few drafts need all of them.
DECLARED = (
    rb"\\usepackage\s*\[\s*([a-z0-9]{3,12})\s*\]\s*\{inputenc[a-z]*\}"
    rb"|%[^\n]{0,20}coding\s*[:=]\s*([\w-]{3,20})"
)
ENCODINGS = {
    "latin1": "latin-1",
    "latin-1": "latin-1",
    "iso-8859-1": "latin-1",
    "iso-8859-15": "iso8859-15",
    "windows-1252": "cp1252",
    "windows-1251": "cp1251",
    "cp850": "cp850",
    "cp437": "cp437",
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
# the 3755 common characters of GB 2312 in the order of their sound, its punctuation, and the
# characters of GBK that are not two letters in Western text
COMMON_CHINESE = (
    rb"[\xb0-\xd7][\xa1-\xfe]|[\xa1-\xa3][\xa1-\xfe]|[\x81-\xa0][\xa1-\xfe]"
    rb"|[\x81-\xfe][\x80-\x9f]"
)
ROOT_COMMENT = r"^%\s*!\s*TEX\s+root\s*=\s*([^\r\n]{1,200})"
DOCUMENT_CLASS = pattern(
    r"^[^%\r\n]{0,200}\\document(?:class|style)\b(?:\s*\[([^\]]{0,2000})\])?\s*\{([^}]{0,100})\}",
    re.M,
)
CHILD_CLASSES = ("subfiles", "standalone")  # of documents that others include
DATABASES = r"\\(?:bibliography|addbibresource)\s*(?:\[[^\]]{0,200}\])?\s*\{([^{}]{1,2000})\}"
INCLUDED = (
    r"\\(?:input|include|subfile|subfileinclude)\s*\{([^{}]{1,200})\}"
    r"|\\(?:sub)?import\*?\s*\{([^{}\r\n]{0,200})\}\s*\{([^{}\r\n]{1,200})\}"
)


def declared_encoding(name: str) -> str:
    """The encoding that the option ``name`` of inputenc means; empty if it is not known."""
    return ENCODINGS.get(name.strip().lower(), "")


def decode(data: bytes, outer: str = "") -> tuple[str, str]:
    """Text and encoding of a file's bytes.

    UTF-8 if the bytes are valid UTF-8; otherwise the encoding that the file declares, or else
    ``outer``, the encoding of the file that includes it, GB 18030 if
    the high bytes make common Chinese characters, or else Windows-1252.
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
    if outer and not candidates:
        candidates = [outer]
    if _is_chinese(data):
        candidates.append("gb18030")
    # Western text has no bytes that Windows-1252 leaves undefined
    fallback = ["gb18030"] if _comes_in_pairs(data) else []
    for encoding in [*candidates, "cp1252", *fallback]:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1"), "latin-1"


def _is_chinese(data: bytes) -> bool:
    """True if the high bytes come in pairs, and the pairs are characters that Chinese text has.

    In Western text, an accented letter and the letter after it are a pair, too: a rare character.
    """
    if not _comes_in_pairs(data):
        return False
    pairs = [pair for run in re.findall(GBK_RUN, data) for pair in re.findall(rb"..", run, re.S)]
    common = sum(re.match(COMMON_CHINESE, pair) is not None for pair in pairs)
    if common * 10 < 8 * len(pairs):
        return False
    runs = list(re.finditer(rb"[\x80-\xff]+", data))
    in_words = sum(len(run.group()) for run in runs if _is_in_word(data, run.start(), run.end()))
    return in_words * 2 < sum(len(run.group()) for run in runs)


def _is_in_word(data: bytes, start: int, end: int) -> bool:
    """True for bytes that are letters of a Western alphabet next to a letter of ASCII."""
    is_next = data[start - 1 : start].isalpha() or data[end : end + 1].isalpha()
    return is_next and data[start:end].decode("latin-1").isalpha()


def _comes_in_pairs(data: bytes) -> bool:
    """True if most high bytes are in runs of pairs."""
    high = sum(map(len, re.findall(GBK_RUN, data)))
    return high * 10 >= 8 * sum(byte > 0x7F for byte in data)


@contextmanager
def overlay(contents: dict[str, bytes]) -> Iterator[None]:
    """Use ``contents`` (real path to bytes) instead of the files on disk, on top of earlier
    overlays.
    """
    global _overlaid
    before, _overlaid = _overlaid, {**_overlaid, **contents}
    try:
        yield
    finally:
        _overlaid = before


_overlaid: dict[str, bytes] = {}


def content(path: str) -> bytes:
    """The bytes of a file, or of its overlay.  Raises InputError."""
    overlaid = _overlaid.get(inputs.real_path(path)) if _overlaid else None
    return bytes_of(path) if overlaid is None else overlaid


def load(path: str, shown: str, outer: str = "") -> Source:
    """Read one file, by default in the encoding ``outer`` (see :func:`decode`).

    Raises ReadError, which says what is wrong.
    """
    if _overlaid and (overlaid := _overlaid.get(inputs.real_path(path))) is not None:
        return from_bytes(overlaid, shown, outer)
    try:
        data = bytes_of(path, LARGEST)
    except InputError as error:
        raise ReadError(shown, "does not exist" if error.is_missing else str(error)) from None
    return from_bytes(data, shown, outer)


def from_bytes(data: bytes, shown: str, outer: str = "") -> Source:
    """A source made of these bytes.  Raises ReadError for binary data."""
    if b"\x00" in data[:8000] and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise ReadError(shown, "is a binary file, not LaTeX source")
    text, encoding = decode(data, outer)
    return Source(shown, text, encoding)


def resolve(folder: str, name: str, extensions: tuple[str, ...] = (".tex", "")) -> str | None:
    """The regular file in ``folder`` that ``name`` means, with or without an extension."""
    name = name.strip().strip('"')
    for extension in extensions:
        path = os.path.normpath(os.path.join(folder, name + extension))
        if inputs.is_file(path):
            return path
    return None


def resolve_in(
    folders: Iterable[str], name: str, extensions: tuple[str, ...], files: Files
) -> str | None:
    """The regular file in one of the folders that ``name`` means.  As in TeX Live, the case of its
    last name may differ if no file is there as it is named.
    """
    for folder in folders:
        if (path := resolve(folder, name, extensions)) is not None:
            return path
    other = files.find(name, folders, extensions)[1]
    return other if other and inputs.is_file(other) else None


def is_inside(path: str, folder: str) -> bool:
    """True when ``path`` is in ``folder`` after following links."""
    folder = inputs.real_path(folder)
    return inputs.real_path(path).startswith(folder.rstrip(os.sep) + os.sep)


def _text(path: str) -> str:
    """The text of a file; empty when it cannot be read."""
    try:
        return load(path, path).text
    except ReadError:
        return ""


def _includes(text: str) -> list[str]:
    names = []
    for match in pattern(INCLUDED).finditer(without_comments(text)):
        plain, folder, name = match.groups()
        names.append(without_comments(plain or os.path.join(folder, name)).strip())
    return names


def is_document(text: str) -> bool:
    """True when the text has its own document class, other than ``subfiles``."""
    match = DOCUMENT_CLASS.search(text)
    return match is not None and without_comments(match.group(2)).strip() not in CHILD_CLASSES


def is_document_file(path: str) -> bool:
    """True for a file that is a LaTeX document; False if it cannot be read."""
    return is_document(_text(path))


def find_root(path: str) -> str:
    """The root document of the project that contains ``path``; ``path`` itself if it is the root.

    A child file names its root with ``% !TEX root = …`` or ``\\documentclass[root]{subfiles}``.
    Otherwise the root is a document in the folder of the file, or in the three folders above, that
    includes the file.
    """
    text = "" if path.lower().endswith(".bib") else _text(path)
    top = text[:2000]
    comment = pattern(ROOT_COMMENT, re.I | re.M).search(top) if "root" in top.lower() else None
    here = os.path.dirname(path)
    if comment:
        root = resolve(here, comment.group(1))
        if root and inputs.real_path(root) != inputs.real_path(path):
            return root
    declared = DOCUMENT_CLASS.search(text)
    if declared:
        if without_comments(declared.group(2)).strip() != "subfiles":
            return path
        root = resolve(here, without_comments(declared.group(1) or ""))
        return root or path
    target = inputs.real_path(path)
    folder = os.path.abspath(here or ".")
    for _ in range(4):
        for candidate in documents_in(folder):
            if _reaches(candidate, target):
                return seen_from("", candidate) if not os.path.isabs(path) else candidate
        parent = os.path.dirname(folder)
        if parent == folder or inputs.exists(os.path.join(folder, ".git")):
            break
        if (place := inputs.in_memory(folder)) is not None and not place[1]:
            break  # nothing above an archive belongs to its drafts
        folder = parent
    return path


def _reaches(document: str, target: str) -> bool:
    """True when ``document`` includes the file ``target``, directly or through other files."""
    folder = os.path.dirname(document)
    queue = [(document, folder)]
    seen: set[str] = set()
    while queue and len(seen) < 500:
        path, base = queue.pop()
        real = inputs.real_path(path)
        if real == target:
            return True
        if real in seen:
            continue
        seen.add(real)
        text = _text(path)
        if target.lower().endswith(".bib") and _uses_database(text, folder, target):
            return True
        for name in _includes(text):
            for start in (folder, base, os.path.dirname(path)):
                included = resolve(start, name)
                if included:
                    queue.append((included, os.path.dirname(included)))
                    break
    return False


def _uses_database(text: str, folder: str, target: str) -> bool:
    """True when the text names the BibTeX file ``target``."""
    for match in pattern(DATABASES).finditer(without_comments(text)):
        for name, _, _ in items(match.group(1)):
            database = resolve(folder, name, (".bib", ""))
            if database and inputs.real_path(database) == target:
                return True
    return False


def documents_in(folder: str) -> list[str]:
    """The LaTeX documents in a folder, sorted; included files are not documents."""
    documents = []
    for name in inputs.names_in(folder):
        if name.lower().endswith((".tex", ".ltx")) and not is_owner_file(name):
            path = os.path.normpath(os.path.join(folder, name))
            if is_document_file(path):
                documents.append(path)
    return documents
