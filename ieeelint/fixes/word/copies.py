"""The copies of Word drafts that ieeelint writes: their names, and when one may be replaced."""

from __future__ import annotations

import os

from ieeelint.files import replace_files
from ieeelint.ooxml.archive import marked
from ieeelint.overwriting import refuse_output, same_file
from ieeelint.settings import SettingsError


def copy_path(path: str, kind: str) -> str:
    """The path of a copy, such as ``draft.fixed.docx``."""
    stem, extension = os.path.splitext(path)
    return f"{stem}.{kind}{extension}"


def write_copy(path: str, kind: str, data: bytes, output: str = "") -> str:
    """Write a copy of the draft at ``path`` to ``output``, else to its own name; returns its path.

    Raises SettingsError if that is the draft itself, if the file is open in Word, or if
    it exists and is not exactly what ieeelint wrote: the author may have worked in it.
    """
    target = output or copy_path(path, kind)
    if same_file(target, path):
        raise SettingsError(
            f"{target}: the copy must not replace the draft; choose another file with --output"
        )
    refuse_open_file(target)
    refuse_output(target, [])
    replace_files({target: marked(data)})
    return target


def refuse_open_file(path: str) -> None:
    """Raises SettingsError if the file is open in Word, which would overwrite it."""
    folder, name = os.path.split(path)
    if os.path.exists(os.path.join(folder, "~$" + name[2:])):
        raise SettingsError(f"{path}: is open in Word; close it there first")
