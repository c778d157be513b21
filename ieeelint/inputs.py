"""Reads the files that accompany a draft: settings, baselines, lock files, specifications."""

from __future__ import annotations

import os
import stat

LARGEST = 100_000_000  # bytes; no such file that a person or ieeelint writes comes near


class InputError(Exception):
    """Why a file cannot be read, to follow its name: ``cannot be read: Permission denied``.

    ``is_missing`` is true if there is no such file.
    """

    def __init__(self, reason: str, is_missing: bool = False) -> None:
        super().__init__(reason)
        self.is_missing = is_missing


def bytes_of(path: str, largest: int = LARGEST) -> bytes:
    """The content of a regular file of at most ``largest`` bytes.  Raises InputError.

    A device or a pipe has no end, or never begins.
    """
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise InputError("is a folder, not a file")
        if not stat.S_ISREG(status.st_mode):
            raise InputError("is not a regular file but a device, a pipe, or a socket")
        if status.st_size > largest:
            size, limit = status.st_size // 1_000_000, largest // 1_000_000
            raise InputError(f"has {size} MB; only files up to {limit} MB are read")
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        is_missing = isinstance(error, FileNotFoundError)
        raise InputError(f"cannot be read: {error.strerror or error}", is_missing) from None
    except ValueError as error:  # the path contains a null character
        raise InputError(f"cannot be read: {error}") from None


def text_of(path: str, largest: int = LARGEST) -> str:
    """The text of a file in UTF-8, with or without a byte order mark; line ends become ``\\n``.

    Raises InputError.
    """
    data = bytes_of(path, largest)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"is not UTF-8 (byte {error.start}); save it as UTF-8") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")
