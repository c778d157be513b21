"""Writes files atomically: completely or not at all."""

from __future__ import annotations

import os
import stat

from ieeelint.settings import SettingsError


def replace_bytes(path: str, content: bytes) -> None:
    """Write one file; see :func:`replace_files`."""
    replace_files({path: content})


def replace_files(contents: dict[str, bytes]) -> None:
    """Write files atomically: other programs see the old file or the new file, nothing between.

    All contents are first written to temporary files next to their targets, and
    moved only when every one is on the disk.  For a link, its target is written;
    permissions do not change.  A device or a pipe is written directly.  Raises SettingsError if a
    file cannot be written; then no file is changed.
    """
    devices = {path for path in contents if is_device(path)}
    written: list[tuple[str, str]] = []
    try:
        for path, content in contents.items():
            if path in devices:
                continue
            target = os.path.realpath(path)
            if os.path.isdir(target):
                raise SettingsError(f"{path}: cannot be written: it is a folder")
            try:
                written.append((_temporary_copy(target, content), target))
            except OSError as error:
                reason = error.strerror or str(error)
                raise SettingsError(f"{path}: cannot be written: {reason}") from None
        while written:
            temporary, target = written[0]
            os.replace(temporary, target)
            written.pop(0)
        for path in devices:
            _write_device(path, contents[path])
    finally:
        for temporary, _ in written:
            if os.path.exists(temporary):
                os.remove(temporary)


def is_device(path: str) -> bool:
    """True for a device, a pipe or a socket, which must not be replaced by a file."""
    return os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)


def _write_device(path: str, content: bytes) -> None:
    try:
        with open(path, "wb") as device:
            device.write(content)
    except OSError as error:
        raise SettingsError(f"{path}: cannot be written: {error.strerror or error}") from None


def _temporary_copy(target: str, content: bytes) -> str:
    """Write a temporary file in the folder of the target, with the same permissions; returns its
    path.  Raises OSError.
    """
    mode = None
    if os.path.exists(target):
        mode = stat.S_IMODE(os.stat(target).st_mode)
        if not os.access(target, os.W_OK) or not mode & 0o222:
            raise OSError(0, "it is read-only")
    import tempfile  # takes longer to import than a short draft takes to check

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
    """The permissions that a new file does not get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
