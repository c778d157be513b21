"""Names of files as the disk spells them, which TeX, Windows, and macOS compare in different ways.

Linux distinguishes "Rig.pdf" and "rig.pdf", and so do the machines of publishers. TeX Live forgives
the case of the last name, but not that of a folder; Windows and macOS forgive both.
"""

from __future__ import annotations

import os

from ieeelint import inputs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

CONVERTED = "-eps-converted-to.pdf"


class Files:
    """Finds files in folders; each folder is read once."""

    def __init__(self) -> None:
        self._folders: dict[str, dict[str, str]] = {}

    def _names(self, folder: str) -> dict[str, str]:
        """What is in a folder: each name by itself, and by "\\0" and its lowercase."""
        names = self._folders.get(folder)
        if names is None:
            names = {}
            for name in inputs.names_in(folder):
                names[name] = name
                names.setdefault("\0" + name.lower(), name)
            self._folders[folder] = names
        return names

    def find(self, name: str, folders: Iterable[str], endings: Iterable[str]) -> tuple[str, str]:
        """The path of the file, if it is there as it is named; else the path of the one whose last
        name differs only in case.
        """
        other = ""
        for folder in folders:
            directory, base = os.path.split(os.path.normpath(os.path.join(folder, name)))
            names = self._names(directory)
            for ending in endings:
                if base + ending in names:
                    return os.path.join(directory, base + ending), ""
                if not other and (real := names.get("\0" + (base + ending).lower())):
                    other = os.path.join(directory, real)
            stem = os.path.splitext(base)[0]
            if stem + CONVERTED in names:
                return os.path.join(directory, stem + CONVERTED), ""
        return "", other

    def find_in_any_case(self, name: str, folders: Iterable[str], endings: Iterable[str]) -> str:
        """The path, relative to its folder, of the file whose folders and last name differ only in
        case; empty if there is none.
        """
        *parents, last = os.path.normpath(name).replace("\\", "/").split("/")
        for folder in folders:
            here, spelled = folder, ""
            for parent in parents:
                real = parent if parent == ".." else self._names(here).get("\0" + parent.lower())
                if real is None:
                    break
                here, spelled = os.path.join(here, real), f"{spelled}{real}/"
            else:
                for ending in endings:
                    if real := self._names(here).get("\0" + (last + ending).lower()):
                        return spelled + real
        return ""

    def as_named(self, name: str, path: str) -> str:
        """The end of a path that ``name`` names, as the disk spells it: on systems that ignore the
        case of names, the file is found by another name.  Empty for an empty path.
        """
        if not path or path.endswith(CONVERTED):
            return name if path else ""
        count = sum(part not in ("", ".", "..") for part in os.path.normpath(name).split(os.sep))
        spelled: list[str] = []
        for _ in range(count):
            path, last = os.path.split(path)
            names = self._names(path)
            spelled.insert(0, last if last in names else names.get("\0" + last.lower(), last))
        return "/".join(spelled)


def other_case(typed: str, real: str) -> tuple[str, str] | None:
    """The kind and the message of the problem that the disk spells the typed name of a file in
    another way; None if it does not, apart from an ending that is left out.
    """
    typed = "/".join(part for part in typed.split("/") if part not in ("", ".", ".."))
    ending = os.path.splitext(real)[1]
    wanted = real if typed.lower().endswith(ending.lower()) else real.removesuffix(ending)
    if wanted == typed:
        return None
    if os.path.dirname(wanted) != os.path.dirname(typed):
        kind, found = "other-case-folder", "only Windows and macOS find it"
    else:
        kind, found = "other-case", "not every TeX system finds it"
    return kind, f'The file is "{real}", and {found} as "{typed}". Write "{wanted}".'
