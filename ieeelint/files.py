"""Files written whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile

from ieeelint.settings import SettingsError


def replace_bytes(path: str, content: bytes) -> None:
    """Write one file whole or not at all; see :func:`replace_files`."""
    replace_files({path: content})


def replace_files(contents: dict[str, bytes]) -> None:
    """Write files, each whole or not at all: whoever looks sees the old one or the new one.

    All are written beside their places first, and moved there only when every
    one of them stands on the disk. A link stays a link, and its target is
    written; permissions stay.  Raises SettingsError, with nothing changed,
    when one of them cannot be written.
    """
    written: list[tuple[str, str]] = []
    try:
        for path, content in contents.items():
            target = os.path.realpath(path)
            if os.path.isdir(target):
                raise SettingsError(f"{path}: cannot be written: it is a folder")
            try:
                written.append((_beside(target, content), target))
            except OSError as error:
                reason = error.strerror or str(error)
                raise SettingsError(f"{path}: cannot be written: {reason}") from None
        while written:
            temporary, target = written[0]
            os.replace(temporary, target)
            written.pop(0)
    finally:
        for temporary, _ in written:
            if os.path.exists(temporary):
                os.remove(temporary)


def _beside(target: str, content: bytes) -> str:
    """A new file with the content in the target's folder, with its permissions; its path.  Raises
    OSError.
    """
    mode = None
    if os.path.exists(target):
        mode = stat.S_IMODE(os.stat(target).st_mode)
        if not os.access(target, os.W_OK) or not mode & 0o222:
            raise OSError(0, "it is read-only")
    handle, temporary = tempfile.mkstemp(".tmp", ".ieeelint-", os.path.dirname(target) or ".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, mode if mode is not None else 0o666 & ~_umask())
    except OSError:
        os.remove(temporary)
        raise
    return temporary


def _umask() -> int:
    """The permissions a new file does not get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
