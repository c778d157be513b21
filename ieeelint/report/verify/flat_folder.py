"""The folder that ``ieeelint flatten`` writes: a list in it says which files are ours.

Nothing of the author is ever overwritten or deleted: a folder with other files is refused, and so
is one of ours where a file was edited.
"""

from __future__ import annotations

import os
from hashlib import sha256

from ieeelint.files import replace_files
from ieeelint.report.records import ReportError
from ieeelint.settings import shown

LIST = ".ieeelint-flat"  # lines as of sha256sum: digest, two spaces, name


def refuse_folder(target: str, folder: str, sources: list[str]) -> None:
    """Raises ReportError if the folder ``target`` cannot receive a copy of the draft in ``folder``,
    which consists of the files ``sources``.
    """
    other = "choose another folder with --out"
    real = os.path.realpath(target)
    if os.path.realpath(folder) == real:
        raise ReportError(f"is the folder of the draft; {other}", shown(target))
    if os.path.exists(target) and not os.path.isdir(target):
        raise ReportError(f"is a file, not a folder; {other}", shown(target))
    if any(os.path.realpath(path).startswith(real + os.sep) for path in sources):
        raise ReportError(f"contains files of the draft; {other}", shown(target))
    if not os.path.isdir(target):
        return
    if os.listdir(target) and not os.path.isfile(os.path.join(target, LIST)):
        raise ReportError(
            f"is not empty, and ieeelint did not write it; empty it, or {other}", shown(target)
        )
    edited = [name for name, digest in _written(target).items() if _digest(target, name) != digest]
    existing = [name for name in edited if os.path.exists(os.path.join(target, name))]
    if existing:
        raise ReportError(
            f"ieeelint wrote {', '.join(existing)}, but then the content was changed. Move the"
            f" changes to the draft and delete the folder, or {other}",
            shown(target),
        )


def write_folder(target: str, contents: dict[str, bytes]) -> None:
    """Write the files, by their names in the folder, and delete those of an earlier run.  Raises
    ReportError for a folder that cannot be created, and SettingsError for a file that cannot be
    written.
    """
    before = _written(target)
    list_ = "".join(
        f"{sha256(content).hexdigest()}  {name.replace(os.sep, '/')}\n"
        for name, content in sorted(contents.items())
    )
    paths = {os.path.join(target, name): content for name, content in contents.items()}
    for path in paths:
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
        except OSError as error:
            reason = error.strerror or str(error)
            raise ReportError(
                f"cannot be created: {reason}", shown(os.path.dirname(path))
            ) from None
    replace_files({**paths, os.path.join(target, LIST): list_.encode()})
    for name, digest in before.items():
        if os.path.normpath(name) not in map(os.path.normpath, contents):
            if _digest(target, name) == digest:
                os.remove(os.path.join(target, name))


def _written(target: str) -> dict[str, str]:
    """The digest of each file that an earlier run wrote; empty if the list cannot be read."""
    try:
        with open(os.path.join(target, LIST), encoding="utf-8") as file:
            pairs = [line.rstrip("\n").partition("  ") for line in file]
    except (OSError, UnicodeDecodeError):
        return {}
    return {
        name: digest
        for digest, _, name in pairs
        if name and not os.path.isabs(name) and os.pardir not in name.split("/")
    }


def _digest(target: str, name: str) -> str:
    try:
        with open(os.path.join(target, name), "rb") as file:
            return sha256(file.read()).hexdigest()
    except OSError:
        return ""
