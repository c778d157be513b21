"""Refuses to overwrite files that hold other work: inputs, drafts, and files of another kind."""

from __future__ import annotations

import os

from ieeelint import inputs
from ieeelint.files import is_device
from ieeelint.ooxml import WORD
from ieeelint.settings import SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

BYTES_OF_MARKS = 4000  # at the start of a file, where its kind is recognized


def same_file(path: str, other: str) -> bool:
    """True if both paths lead to the same file, also through links."""
    if _normal(path) == _normal(other):
        return True
    try:
        return os.path.samefile(path, other)
    except (OSError, ValueError):
        return False


def _normal(path: str) -> str:
    return os.path.normcase(os.path.realpath(path))


def refuse_output(output: str, sources: Iterable[str], *, replaces_documents: bool = False) -> None:
    """Raises SettingsError if ``output`` is one of the ``sources`` of the command, or a file that
    somebody wrote: a LaTeX document (unless ``replaces_documents``), or a Word file or an archive
    that is not exactly as ieeelint wrote it.
    """
    if not inputs.is_file(output):
        return
    if any(same_file(output, path) for path in sources):
        raise SettingsError(
            f"{output}: is an input of this command and is not overwritten; choose another file"
        )
    if output.lower().endswith((*WORD, ".zip")):
        _refuse_changed_file(output)
    elif output.lower().endswith((".tex", ".ltx")) and not replaces_documents:
        from ieeelint.readers.latex.project import is_document_file

        if is_document_file(output):
            raise SettingsError(
                f"{output}: is a draft and is not overwritten; choose another file, or delete it"
            )


def _refuse_changed_file(output: str) -> None:
    """Raises SettingsError for a Word file or an archive that is not as ieeelint wrote it."""
    from ieeelint.ooxml.archive import is_as_written

    if inputs.size(output) > 0 and not is_as_written(output):
        raise SettingsError(
            f"{output}: was changed after ieeelint wrote it, or is another draft, and is not"
            " replaced; rename or delete it, or choose another file"
        )


def refuse_same_outputs(outputs: Iterable[str]) -> None:
    """Raises SettingsError if two outputs of a command are the same file."""
    earlier: list[str] = []
    for output in outputs:
        if any(same_file(output, other) for other in earlier) and not is_device(output):
            raise SettingsError(f"{output}: would be written twice; choose different files")
        earlier.append(output)


def refuse_other_kind(output: str, kind: str, marks: Iterable[bytes]) -> None:
    """Raises SettingsError for an existing file that is not of the kind that the command writes.

    Such a file has one of the ``marks`` near its start, even if it is damaged.
    """
    if not os.path.isfile(output):
        return
    try:
        with open(output, "rb") as file:
            start = file.read(BYTES_OF_MARKS)
    except OSError as error:
        raise SettingsError(f"{output}: cannot be read: {error.strerror or error}") from None
    if len(start.split()) > 1 and not any(mark in start for mark in marks):
        raise SettingsError(
            f"{output}: is not {kind} and is not overwritten; choose another file, or"
            " delete this file"
        )
