"""Writes text to a terminal or a file, and decides whether to use color."""

from __future__ import annotations

import os
import sys

from ieeelint.settings import SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO


def put(text: str) -> None:
    """Write to standard output, whatever its encoding."""
    encoding = sys.stdout.encoding or "ascii"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = text.encode(encoding, "backslashreplace").decode(encoding)
    sys.stdout.write(text)


def replace_file(path: str, text: str) -> None:
    """Write a file atomically, or write directly to a device.  Raises SettingsError if that
    fails.
    """
    from ieeelint.files import replace_bytes

    replace_bytes(path, text.encode("utf-8", "backslashreplace"))


def append(path: str, text: str) -> None:
    """Append to a file.  Raises SettingsError if it cannot be written."""
    try:
        with open(path, "a", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise SettingsError(f"{path}: cannot be written: {error.strerror}") from None


def progress(stream: TextIO) -> Callable[[int, int, str], None] | None:
    """A function that shows which file is being checked; None if there is no terminal."""
    if not stream.isatty() or os.environ.get("TERM") == "dumb":
        return None

    def show(number: int, total: int, path: str) -> None:
        end = "" if number < total else "\r\033[K"
        stream.write(f"\r\033[K{number}/{total} {path[-60:]}{end}")
        stream.flush()

    return show


def colored(flag: str, stream: TextIO) -> bool:
    """True if the output has color: decided by the flag, NO_COLOR, FORCE_COLOR, TERM=dumb and
    whether it is a terminal, in this order.
    """
    if flag != "auto":
        return flag == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR") or os.environ.get("CLICOLOR_FORCE"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"
