"""Opens zip files with care: Word packages and archives of drafts have the same limits."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

LARGEST_FILE = 300_000_000  # bytes of the whole file
LARGEST_PART = 200_000_000  # bytes of one file in it, unpacked
LARGEST_RATIO = 400  # of unpacked to packed bytes, for files over a megabyte
MOST_PARTS = 20_000
ENCRYPTED = 1  # the flag of a file in the zip file


class ZipError(Exception):
    """What is wrong with a zip file, or with a file in it."""


def opened(data: bytes) -> ZipFile:
    """The zip file with these bytes.  Raises ZipError if it is damaged or incomplete."""
    try:
        return ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ZipError(str(error)) from None


def is_too_large(info: ZipInfo) -> bool:
    """True for a file that unpacks to far more than a paper needs."""
    is_bomb = info.file_size > 1_000_000 and (
        info.file_size > LARGEST_RATIO * max(info.compress_size, 1)
    )
    return is_bomb or info.file_size > LARGEST_PART


def is_encrypted(info: ZipInfo) -> bool:
    """True for a file that has a password."""
    return bool(info.flag_bits & ENCRYPTED)


def unpacked(archive: ZipFile, info: ZipInfo) -> bytes:
    """The bytes of a file.  Raises ZipError if they are damaged."""
    try:
        with archive.open(info) as stream:
            return stream.read(info.file_size + 1)
    except Exception as error:  # zipfile, zlib, lzma and the system have different ones
        raise ZipError(str(error)) from None
