"""Writes files atomically: completely or not at all."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager

from ieeelint import inputs
from ieeelint.ooxml import WORD
from ieeelint.settings import SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

PAUSES = 0.05, 0.15, 0.4, 1.2  # seconds between attempts to replace a file on Windows


def replace_bytes(path: str, content: bytes) -> None:
    """Write one file; see :func:`replace_files`."""
    replace_files({path: content})


def replace_quickly(path: str, text: str) -> None:
    """Write one file that can be made again, in UTF-8: programs see the old file or the new file,
    but after a power failure it may be empty.

    Raises SettingsError if it cannot be written.
    """
    with streamed(path, is_durable=False) as file:
        file.write(text)


def replace_text(path: str, text: str) -> None:
    """Write one file in UTF-8; see :func:`replace_files`."""
    replace_bytes(path, text.encode("utf-8", "backslashreplace"))


def append_text(path: str, text: str) -> None:
    """Append to a file.  Raises SettingsError if it cannot be written."""
    try:
        with open(path, "a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
    except OSError as error:
        raise SettingsError(f"{path}: cannot be written: {error.strerror}") from None


@contextmanager
def streamed(path: str, is_durable: bool = True) -> Iterator[TextIO]:
    """Write one file in UTF-8 piece by piece, for content that does not fit in memory; the old file
    stays if anything is raised meanwhile.  If it ``is_durable``, it is on the disk at the end.

    Raises SettingsError if it cannot be written.
    """
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        with open(temporary, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            yield file
            if is_durable:
                file.flush()
                os.fsync(file.fileno())
        _move(temporary, path)
    except OSError as error:
        raise SettingsError(f"{path}: cannot be written: {error.strerror or error}") from None
    finally:
        if os.path.exists(temporary):
            os.remove(temporary)


def replace_files(contents: dict[str, bytes]) -> None:
    """Write files atomically: other programs see the old file or the new file, nothing between.

    All contents are first written to temporary files next to their targets, and
    moved only when every one is on the disk.  For a link, its target is written;
    permissions do not change.  A device or a pipe is written directly.  Raises SettingsError if a
    file cannot be written, or is a Word file that is open in another program; then no file is
    changed.  Files in memory are replaced there.
    """
    if inputs.mounts:
        contents = _written_to_memory(contents)
    for path in contents:
        refuse_open_file(path)
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
        _move_all(written)
        for path in devices:
            _write_device(path, contents[path])
    finally:
        for temporary, _ in written:
            if os.path.exists(temporary):
                os.remove(temporary)


def _written_to_memory(contents: dict[str, bytes]) -> dict[str, bytes]:
    """Replace the files that are in memory; returns the others."""
    others = {}
    for path, content in contents.items():
        if (place := inputs.in_memory(path)) is not None:
            place[0].write(place[1], content)
        else:
            others[path] = content
    return others


def _move_all(written: list[tuple[str, str]]) -> None:
    """Move each temporary file to its target.

    Raises SettingsError if a target cannot be replaced; those that were are put back.
    """
    moved: list[tuple[str, bytes | None]] = []  # the target, and its content before
    for temporary, target in written:
        original = _content(target) if len(written) > 1 else None
        try:
            _move(temporary, target)
        except OSError as error:
            kept = [path for path, content in moved if not _put_back(path, content)]
            message = f"{target}: cannot be written: {error.strerror or error}"
            if isinstance(error, PermissionError):
                message += "; if another program uses it, close it there"
            if kept:
                message += f" ({', '.join(kept)} is already written)"
            raise SettingsError(message) from None
        moved.append((target, original))


def _move(temporary: str, target: str) -> None:
    """Replace the target.  Raises OSError.

    Windows refuses that while a program has the file open, which virus scanners and programs that
    synchronize folders do only for moments.
    """
    for pause in PAUSES:
        try:
            os.replace(temporary, target)
        except PermissionError:
            if os.name != "nt":
                raise
            from time import sleep

            sleep(pause)
        else:
            return
    os.replace(temporary, target)


def _content(path: str) -> bytes | None:
    """The content of a file; None if there is no such file."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None


def _put_back(path: str, content: bytes | None) -> bool:
    """Restore a file that was replaced, or remove one that is new; returns False if that fails."""
    try:
        if content is None:
            os.remove(path)
        else:
            _move(_temporary_copy(path, content), path)
    except OSError:
        return False
    return True


def refuse_open_file(path: str) -> None:
    """Raises SettingsError for a Word file that is open in a program, which would overwrite it."""
    if not path.lower().endswith(WORD):
        return
    from ieeelint.ooxml.locks import lock_on

    lock = lock_on(path)
    if lock is not None:
        raise SettingsError(
            f"{path}: is open in {lock[1]}; close it there first (if it is not open, delete"
            f" {os.path.basename(lock[0])} next to it)"
        )


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
