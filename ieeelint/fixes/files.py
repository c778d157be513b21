"""Files written whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile

from ieeelint.settings import SettingsError


def replace_bytes(path: str, content: bytes) -> None:
    """Write a file whole or not at all: whoever looks sees the old one or the new one.

    A link stays a link, and its target is written; permissions stay.  Raises
    SettingsError when the file cannot be written; the old one is untouched then.
    """
    target = os.path.realpath(path)
    try:
        mode = stat.S_IMODE(os.stat(target).st_mode) if os.path.exists(target) else None
        if mode is not None and not os.access(target, os.W_OK):
            raise SettingsError(f"{path}: cannot be written: it is read-only")
        handle, temporary = tempfile.mkstemp(".tmp", ".ieeelint-", os.path.dirname(target) or ".")
    except OSError as error:
        raise SettingsError(f"{path}: cannot be written: {error.strerror}") from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, mode if mode is not None else 0o666 & ~_umask())
        os.replace(temporary, target)
    except OSError as error:
        raise SettingsError(f"{path}: cannot be written: {error.strerror}") from None
    finally:
        if os.path.exists(temporary):
            os.remove(temporary)


def _umask() -> int:
    """The permissions a new file does not get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
