"""The copies of Word drafts that ieeelint writes: their names, and when one may be replaced."""

from __future__ import annotations

import os

from ieeelint.files import replace_files, same_file
from ieeelint.ooxml.archive import OWN_COMMENT
from ieeelint.settings import SettingsError

KINDS = ("fixed", "suppressed", "reviewed")


def copy_path(path: str, kind: str) -> str:
    """The path of a copy, such as ``draft.fixed.docx``."""
    stem, extension = os.path.splitext(path)
    return f"{stem}.{kind}{extension}"


def write_copy(path: str, kind: str, data: bytes, output: str = "") -> str:
    """Write a copy of the draft at ``path`` to ``output``, else to its own name; returns its path.

    Raises SettingsError if that is the draft itself, if the file is open in Word, or if someone
    changed the copy after ieeelint wrote it.
    """
    target = output or copy_path(path, kind)
    if same_file(target, path):
        raise SettingsError(
            f"{target}: the copy must not replace the draft; choose another file with --output"
        )
    refuse_open_file(target)
    if not output and os.path.exists(target) and not is_own(target):
        raise SettingsError(
            f"{target}: was changed after ieeelint wrote it, and is not replaced; rename it, or"
            " choose another file with --output"
        )
    replace_files({target: data})
    return target


def is_own(path: str) -> bool:
    """True for a file as ieeelint wrote it: Word and other programs drop the comment of the
    archive when they save.
    """
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(path) as archive:
            return archive.comment == OWN_COMMENT
    except (OSError, BadZipFile):
        return False


def refuse_open_file(path: str) -> None:
    """Raises SettingsError if the file is open in Word, which would overwrite it."""
    folder, name = os.path.split(path)
    if os.path.exists(os.path.join(folder, "~$" + name[2:])):
        raise SettingsError(f"{path}: is open in Word; close it there first")
