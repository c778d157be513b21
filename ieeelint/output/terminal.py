"""What goes to a terminal or a file, and whether in colour."""

from __future__ import annotations

import os
import sys

from ieeelint.settings import SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO


def put(text: str) -> None:
    """To standard output, whatever its encoding."""
    encoding = sys.stdout.encoding or "ascii"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = text.encode(encoding, "backslashreplace").decode(encoding)
    sys.stdout.write(text)


def replace_file(path: str, text: str) -> None:
    """Write a file whole or not at all; to a device as it comes.  Raises SettingsError when it
    cannot be written.
    """
    data = text.encode("utf-8", "backslashreplace")
    if os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path):
        try:
            with open(path, "wb") as device:
                device.write(data)
        except OSError as error:
            raise SettingsError(f"{path}: cannot be written: {error.strerror}") from None
        return
    from ieeelint.files import replace_bytes

    replace_bytes(path, data)


def append(path: str, text: str) -> None:
    """Add to the end of a file.  Raises SettingsError when it cannot be written."""
    try:
        with open(path, "a", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise SettingsError(f"{path}: cannot be written: {error.strerror}") from None


def progress(stream: TextIO) -> Callable[[int, int, str], None] | None:
    """Shows which file is being checked; None where nobody watches."""
    if not stream.isatty() or os.environ.get("TERM") == "dumb":
        return None

    def show(number: int, total: int, path: str) -> None:
        end = "" if number < total else "\r\033[K"
        stream.write(f"\r\033[K{number}/{total} {path[-60:]}{end}")
        stream.flush()

    return show


def colored(wish: str, stream: TextIO) -> bool:
    """Whether to colour: the flag, then NO_COLOR, FORCE_COLOR, TERM=dumb, then whether it is a
    terminal.
    """
    if wish != "auto":
        return wish == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR") or os.environ.get("CLICOLOR_FORCE"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"
