"""What a submission contains: its drafts, and why others are not checked."""

from __future__ import annotations

import os
from contextlib import suppress

from ieeelint import inputs
from ieeelint.discovery import is_copy
from ieeelint.inputs import InputError
from ieeelint.paths import seen_from, with_slashes
from ieeelint.readers.folders import ARCHIVES, OTHERS, look_into, walk
from ieeelint.readers.pdf.opening import NEEDS
from ieeelint.settings_files import FILES
from ieeelint.zips import LARGEST_FILE

DEEPEST = 50  # folders in folders; no paper has so many

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.chair.assessing import Record
    from ieeelint.chair.submissions import Submission
    from ieeelint.readers import ReadError
    from ieeelint.readers.folders import Folder


def drafts(paper: Submission, record: Record) -> list[str]:
    """The drafts in a folder or an archive; the reasons get what cannot be checked there."""
    folder = paper.path
    if paper.is_archive:
        _ask_for(folder)
        contents = look_into(folder)
    else:
        try:
            os.listdir(folder)
        except OSError as error:
            record["failures"].append(f"cannot be read: {error.strerror or error}")
            return []
        if _is_deep(folder):
            record["reasons"].append(f"has folders that are nested more than {DEEPEST} deep")
            return []
        contents = walk(folder, opens_archives=True)
    names = list(_names_below(folder))
    for unchecked in contents.unchecked:
        note_unread(record, unchecked, folder)
    unused = sorted(name for name in names if os.path.basename(name) in FILES[:2])
    if unused:
        record["notes"].append(f"settings of the author are not used: {listed_paths(unused)}")
    roots = [root for root in contents.drafts if not is_copy(root)]
    if not roots and not record["reasons"] and not record["failures"]:
        record["reasons"] += _without_drafts(folder, contents, names)
    return roots


def note_unread(record: Record, error: ReadError, base: str) -> None:
    """Note a file that cannot be read: only the chair can do something about permissions."""
    path = with_slashes(seen_from(base, error.path))
    is_ours = error.message.startswith("cannot be read") or error.message == NEEDS
    kind = "failures" if is_ours else "reasons"
    record[kind].append(f"{path} {error.message}".removeprefix(". "))


def _without_drafts(folder: str, contents: Folder, names: list[str]) -> list[str]:
    """Why a folder has no draft."""
    if not names:
        return ["is empty"]
    reasons = []
    for path in contents.others:
        reason = next((OTHERS[end] for end in OTHERS if path.lower().endswith(end)), "")
        if reason:
            reasons.append(f"{with_slashes(seen_from(folder, path))} {reason}")
    return reasons or ["contains no draft (a .tex file with \\documentclass, or a .docx file)"]


def _is_deep(folder: str) -> bool:
    """True if folders are nested so deep that the system needs minutes to walk through them."""
    folders = [(folder, 0)]
    while folders:
        here, depth = folders.pop()
        if depth > DEEPEST:
            return True
        for name in inputs.names_in(here):
            path = os.path.join(here, name)
            if inputs.is_folder(path) and not os.path.islink(path):
                folders.append((path, depth + 1))
    return False


def _names_below(folder: str) -> Iterator[str]:
    """The files in a folder and its subfolders, relative to it; links to folders are not followed.

    They are asked for by :mod:`ieeelint.inputs`, so that a new file makes the record invalid.
    """
    folders = [folder]
    while folders:
        here = folders.pop()
        for name in inputs.names_in(here):
            path = os.path.join(here, name)
            if inputs.is_folder(path) and not os.path.islink(path):
                folders.append(path)
            else:
                yield with_slashes(seen_from(folder, path))
                if path.lower().endswith(ARCHIVES):
                    _ask_for(path)


def _ask_for(archive: str) -> None:
    """Let the record depend on the content of an archive, whether it can be read or not."""
    with suppress(InputError):
        inputs.bytes_of(archive, LARGEST_FILE)


def listed_paths(paths: Iterable[str]) -> str:
    """Some of the paths, with commas."""
    known = list(paths)
    return ", ".join(known[:4]) + (f", … ({len(known)} in all)" if len(known) > 4 else "")
