"""What a check asks of the disk: the content of files, whether they exist, the names in folders.

Everything on the disk that the findings of a draft depend on is asked here, so that the questions
can be recorded and asked again: while the answers are the same, so are the findings.

Files in memory (:mod:`ieeelint.mounts`) take the place of a folder of the disk.  A question about a
file of an archive is recorded as a question about the archive.
"""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager

from ieeelint.paths import with_slashes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from ieeelint.mounts import Mount

    Answer = bool | int | str | bytes
    Answers = dict[tuple[str, str], Answer]  # by kind of question and path
    IsAllowed = Callable[[str], bool]

mounts: dict[str, Mount] = {}  # files in memory, by the absolute path whose place they take
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
    if mounts and (place := in_memory(path)) is not None:
        _note_mount(place[0])
        return _mounted_bytes(*place, largest)
    try:
        data = _bytes_of(path, largest)
    except InputError as error:
        _note("content", path, str(error))
        raise
    if _recorders:
        _note("content", path, digest(data))
    return data


def _bytes_of(path: str, largest: int) -> bytes:
    try:
        if _is_outside(path):
            raise InputError(OUTSIDE)
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise InputError("is a folder, not a file")
        if not stat.S_ISREG(status.st_mode):
            raise InputError("is not a regular file but a device, a pipe, or a socket")
        _refuse_large(status.st_size, largest)
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        is_missing = isinstance(error, FileNotFoundError)
        raise InputError(f"cannot be read: {error.strerror or error}", is_missing) from None
    except ValueError as error:  # the path contains a null character
        raise InputError(f"cannot be read: {error}") from None


def _mounted_bytes(files: Mount, name: str, largest: int) -> bytes:
    if files.is_folder(name):
        raise InputError("is a folder, not a file")
    if not files.is_file(name):
        raise InputError("cannot be read: No such file or directory", is_missing=True)
    _refuse_large(files.size(name), largest)
    return files.content(name)


def _refuse_large(size: int, largest: int) -> None:
    if size > largest:
        raise InputError(
            f"has {size // 1_000_000} MB; only files up to {largest // 1_000_000} MB are read"
        )


def head_of(path: str, size: int) -> bytes:
    """The first ``size`` bytes of a file; empty if it cannot be read."""
    if mounts and in_memory(path) is not None:
        try:
            return bytes_of(path)[:size]
        except InputError:
            return b""
    data = _head(path, size)
    if _recorders:
        _note("head", f"{size}\0{path}", digest(data))
    return data


def _head(path: str, size: int) -> bytes:
    try:
        if _is_outside(path) or not stat.S_ISREG(os.stat(path).st_mode):
            return b""
        with open(path, "rb") as file:
            return file.read(size)
    except (OSError, ValueError):
        return b""


def _digest_of_head(words: str) -> bytes:
    size, _, path = words.partition("\0")
    return digest(_head(path, int(size)))


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


def is_file(path: str) -> bool:
    """True for a regular file, or a link to one."""
    answer: bool = _asked("file", path)
    return answer


def is_folder(path: str) -> bool:
    """True for a folder, or a link to one."""
    answer: bool = _asked("folder", path)
    return answer


def exists(path: str) -> bool:
    """True if there is anything at this path."""
    answer: bool = _asked("exists", path)
    return answer


def size(path: str) -> int:
    """The size of a file in bytes; -1 if it is not known."""
    answer: int = _asked("size", path)
    return answer


def is_newer(path: str, than: str) -> bool:
    """True if a file was changed after another one; False for files in memory."""
    if mounts and (in_memory(path) is not None or in_memory(than) is not None):
        return False
    answer: bool = _asked("newer", f"{path}\0{than}")
    return answer


def is_installed(module: str) -> bool:
    """True if a module of another project can be imported."""
    answer: bool = _asked_of_system("installed", module)  # even if a file in memory has its name
    return answer


def real_path(path: str) -> str:
    """The path after following links: two paths of a file have the same."""
    answer: str = _asked("real", path)
    return answer


def names_in(folder: str) -> list[str]:
    """The names in a folder, sorted; none if it cannot be read."""
    names: str = _asked("names", folder)
    return names.split("\0") if names else []


def in_memory(path: str) -> tuple[Mount, str] | None:
    """The files in memory that a path leads to, and the name there; None for the disk."""
    if not mounts:
        return None
    full = at = os.path.abspath(path)
    while True:
        if (files := mounts.get(at)) is not None:
            return files, with_slashes(full[len(at) :].strip(os.sep))
        above = os.path.dirname(at)
        if above == at:
            return None
        at = above


@contextmanager
def memory_scope() -> Iterator[None]:
    """Remove at the end all files in memory that came meanwhile."""
    before = dict(mounts)
    try:
        yield
    finally:
        mounts.clear()
        mounts.update(before)


def walk(
    top: str, onerror: Callable[[OSError], None]
) -> Iterator[tuple[str, list[str], list[str]]]:
    """Like :func:`os.walk`, also in files in memory and however deep; nothing is recorded."""
    is_in_memory = in_memory(top) is not None
    waiting = [top]
    while waiting:
        here = waiting.pop()
        place = in_memory(here) if is_in_memory else None
        if place is not None:
            folders, names = place[0].sorted_names_in(place[1])
        else:
            _, folders, names = next(os.walk(here, onerror=onerror), ("", [], []))
        yield here, folders, names
        below = [os.path.join(here, name) for name in folders]
        waiting += [path for path in reversed(below) if is_in_memory or not os.path.islink(path)]


def _size(path: str) -> int:
    try:
        return -1 if _is_outside(path) else os.path.getsize(path)
    except (OSError, ValueError):
        return -1


def _is_newer(paths: str) -> bool:
    path, _, than = paths.partition("\0")
    try:
        return os.stat(path).st_mtime_ns > os.stat(than).st_mtime_ns
    except (OSError, ValueError):
        return False


def _is_installed(module: str) -> bool:
    from importlib.util import find_spec

    try:
        return find_spec(module) is not None
    except (ImportError, ValueError):
        return False


def _names(folder: str) -> str:
    try:
        names = [] if _is_outside(folder or ".") else os.listdir(folder or ".")
        return "\0".join(sorted(names))
    except (OSError, ValueError):
        return ""


def _content(path: str) -> Answer:
    try:
        return digest(_bytes_of(path, LARGEST))
    except InputError as error:
        return str(error)


def digest(data: bytes) -> bytes:
    """A short name of the content: two contents never have the same one."""
    try:
        from _blake2 import blake2b  # hashlib takes longer to import than a cached check
    except ImportError:
        from hashlib import blake2b

    return blake2b(data, digest_size=20).digest()


QUESTIONS: dict[str, Callable[[str], Answer]] = {
    "content": _content,
    "exists": lambda path: os.path.exists(path) and not _is_outside(path),
    "file": lambda path: os.path.isfile(path) and not _is_outside(path),
    "folder": lambda path: os.path.isdir(path) and not _is_outside(path),
    "head": _digest_of_head,
    "installed": _is_installed,
    "names": _names,
    "newer": _is_newer,
    "real": os.path.realpath,
    "size": _size,
}
_recorders: list[Answers] = []
_allowed: Callable[[str], bool] | None = None  # set by confined()
OUTSIDE = "is outside the folder of the paper, so it is not read"


@contextmanager
def confined(is_allowed: Callable[[str], bool]) -> Iterator[None]:
    """Meanwhile, read only files whose path after following links ``is_allowed``; others seem to
    be missing.

    For drafts of somebody else: what is next to them must not come into their report.
    """
    global _allowed
    before, _allowed = _allowed, is_allowed
    try:
        yield
    finally:
        _allowed = before


def _is_outside(path: str) -> bool:
    return _allowed is not None and not _allowed(os.path.realpath(path))


@contextmanager
def recorded() -> Iterator[Answers]:
    """Record the questions that are asked meanwhile, with their answers."""
    answers: Answers = {}
    _recorders.append(answers)
    try:
        yield answers
    finally:
        _recorders.pop()


def still_hold(answers: Answers) -> bool:
    """True if the disk gives the same answers to the same questions now."""
    return all(
        kind in QUESTIONS and QUESTIONS[kind](path) == answer
        for (kind, path), answer in answers.items()
    )


def _asked(kind: str, path: str) -> Any:
    if mounts and (place := in_memory(path)) is not None:
        _note_mount(place[0])
        return place[0].answer(kind, place[1])
    return _asked_of_system(kind, path)


def _asked_of_system(kind: str, path: str) -> Any:
    answer: Any = QUESTIONS[kind](path)
    if _recorders:
        _note(kind, path, answer)
    return answer


def _note(kind: str, path: str, answer: Answer) -> None:
    for answers in _recorders:
        answers[kind, path] = answer


def _note_mount(files: Mount) -> None:
    if files.digest:
        _note("content", files.shown, files.digest)
