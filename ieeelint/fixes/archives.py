"""Writes the changed files of archives: a copy of each archive, never the archive itself."""

from __future__ import annotations

import os
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ieeelint import inputs
from ieeelint.fixes.word.copies import Target
from ieeelint.inputs import InputError
from ieeelint.ooxml.archive import FIRST_DATE
from ieeelint.phrases import quoted
from ieeelint.settings import SettingsError
from ieeelint.translation import say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.mounts import Mount


def write_archives(kind: str, output: str = "", force: bool = False) -> tuple[list[str], list[str]]:
    """Write a copy of each archive with changed files: ``output``, or ``NAME.kind.zip`` next to the
    archive.  Returns notes about the copies, and messages about those that cannot be written.
    """
    notes, failures = list[str](), list[str]()
    target = Target(output, False, force)
    for files in list(inputs.mounts.values()):
        if not files.written or files.is_alone:
            continue
        try:
            copy = target.write(_as_zip(files.shown), kind, repacked(files))
        except SettingsError as error:
            failures.append(str(error))
        except InputError as error:
            failures.append(f"{files.shown}: no copy of it is written: it {error}")
        else:
            note = say("{copy}: is {files} with the changed files", copy=copy, files=files.shown)
            without = say(", but without those that cannot be read") if files.is_partial else ""
            notes.append(note + without)
    return notes + target.notes, failures


def repacked(files: Mount) -> bytes:
    """A zip file with the files as they are now.  Raises InputError if one cannot be read."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name in files.names():
            try:
                name.encode()
            except UnicodeEncodeError:
                raise InputError(
                    f"contains {quoted([name])}, a name that is not UTF-8; rename the file"
                ) from None
            info = ZipInfo(name, FIRST_DATE)
            info.external_attr = 0o644 << 16  # what unpacks it may read the file
            archive.writestr(info, files.content(name), ZIP_DEFLATED)
    return stream.getvalue()


def _as_zip(path: str) -> str:
    stem = os.path.splitext(path)[0]
    return f"{stem.removesuffix('.tar')}.zip"
