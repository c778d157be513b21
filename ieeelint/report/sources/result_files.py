"""The result files that a specification names."""

from __future__ import annotations

from ieeelint.phrases import listed, literal
from ieeelint.report.adapters.source import Source
from ieeelint.report.records import ReportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def sources(patterns: Sequence[str], root: Path) -> list[Source]:
    """The files that match globs, sorted by path, without duplicates; ``**`` matches folders.

    Globs and names are relative to ``root``; names use "/" on every system.  A folder is taken
    only if it is named without wildcards, for tools that write folders.  Raises ReportError for a
    glob without a match.
    """
    from glob import glob, has_magic

    if not patterns:
        raise ReportError(
            'source.files is empty. Write files = ["results/*.jsonl"] under [source].'
        )
    by_path: dict[tuple[str, ...], Source] = {}
    for pattern in patterns:
        if (root / pattern).exists():
            paths = [root / pattern]
            matches = paths
        else:
            paths = [root / name for name in glob(pattern, root_dir=root, recursive=True)]
            matches = [path for path in paths if not path.is_dir()]
        if not matches:
            start = "only folders match" if paths else "no file matches"
            hint = "" if has_magic(pattern) else _neighbors(root / pattern)
            raise ReportError(f"{start} {literal(pattern)} in {_shown(root)}.{hint}")
        for path in matches:
            name = (
                path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
            )
            by_path.setdefault(tuple(name.split("/")), Source(path, name))
    return [by_path[key] for key in sorted(by_path)]


def _shown(root: Path) -> str:
    return "the current folder" if str(root) in ("", ".") else f'"{root.as_posix()}"'


def _neighbors(path: Path) -> str:
    """A sentence with the similar file, or all files, in the folder of a missing file."""
    from ieeelint.phrases import nearest_sentence

    folder = path.parent
    if not folder.is_dir():
        return f" The folder '{folder.as_posix()}' does not exist."
    names = sorted(file.name for file in folder.iterdir() if not file.name.startswith("."))
    return nearest_sentence(path.name, names) or (
        f" The folder contains {listed(names, 6)}." if names else " The folder is empty."
    )


# Folders in a tracker's store without results.
SKIPPED_FOLDERS = {"artifacts", "models", "traces", ".trash"}


def digest(source: Source) -> str:
    """SHA-256 of a folder, over the names and bytes of its result files, sorted by name."""
    from hashlib import sha256

    path = source.path
    files = sorted(
        file
        for file in path.rglob("*")
        if file.is_file() and not SKIPPED_FOLDERS.intersection(file.relative_to(path).parts)
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
