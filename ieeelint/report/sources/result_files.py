"""The result files that a specification names."""

from __future__ import annotations

from ieeelint.phrases import listed
from ieeelint.report.adapters.source import Source
from ieeelint.report.records import ReportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def sources(patterns: Sequence[str], root: Path) -> list[Source]:
    """Files that match globs, sorted by path, each once; ``**`` goes into folders.

    Globs are relative to ``root``, and so are names, with "/" on every system.  A folder that
    a glob with wildcards meets is passed over; one named outright is taken, for the tools
    that keep folders.  Raises ReportError for a glob without a match.
    """
    from glob import glob, has_magic

    if not patterns:
        raise ReportError('no files are named. Write files = ["results/*.jsonl"] under [source].')
    found: dict[tuple[str, ...], Source] = {}
    for pattern in patterns:
        if (root / pattern).exists():
            names, outright = [pattern], True
        else:
            names, outright = glob(pattern, root_dir=root, recursive=True), False
        paths = [root / name for name in names]
        taken = [path for path in paths if outright or not path.is_dir()]
        if not taken:
            only = " but folders" if paths else ""
            hint = "" if has_magic(pattern) else _beside(root / pattern)
            raise ReportError(f"nothing{only} matches {pattern!r} in {_shown(root)}.{hint}")
        for path in taken:
            name = (
                path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
            )
            found.setdefault(tuple(name.split("/")), Source(path, name))
    return [found[key] for key in sorted(found)]


def _shown(root: Path) -> str:
    return "the current folder" if str(root) in ("", ".") else f"'{root.as_posix()}'"


def _beside(path: Path) -> str:
    """What stands in the folder instead of a file."""
    from ieeelint.phrases import nearest_sentence

    folder = path.parent
    if not folder.is_dir():
        return f" There is no folder '{folder.as_posix()}'."
    names = sorted(one.name for one in folder.iterdir() if not one.name.startswith("."))
    return nearest_sentence(path.name, names) or (
        f" The folder holds {listed(names, 6)}." if names else " The folder is empty."
    )


# Folders in a tracker's store that hold no results.
ASIDE = {"artifacts", "models", "traces", ".trash"}


def digest(source: Source) -> str:
    """SHA-256 of a folder, over names and bytes of its result files in order of name."""
    from hashlib import sha256

    path = source.path
    files = sorted(
        one
        for one in path.rglob("*")
        if one.is_file() and not ASIDE.intersection(one.relative_to(path).parts)
    )
    sum_ = sha256()
    try:
        for file in files:
            sum_.update(f"{file.relative_to(path).as_posix()}\0{file.stat().st_size}\0".encode())
            with open(file, "rb") as stream:
                while block := stream.read(1 << 20):
                    sum_.update(block)
    except OSError as error:
        raise source.error(f"cannot be read: {error.strerror}.") from None
    return sum_.hexdigest()
