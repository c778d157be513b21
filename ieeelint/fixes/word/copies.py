"""The copies of Word drafts and archives: their names, and when one may be replaced."""

from __future__ import annotations

from itertools import count

from ieeelint.files import is_device, replace_files
from ieeelint.ooxml import WORD
from ieeelint.ooxml.archive import marked
from ieeelint.overwriting import refuse_output, same_file
from ieeelint.patterns import pattern
from ieeelint.readers.copy_names import COPY, copy_path
from ieeelint.settings import SettingsError


class Target:
    """Where to write the result for a draft: ``output``, else the draft itself with ``in_place``,
    else a copy next to the draft.  ``force`` replaces a file that somebody changed.  ``notes`` say
    which copies are kept.
    """

    def __init__(self, output: str = "", in_place: bool = False, force: bool = False) -> None:
        self.output = output
        self.in_place = in_place
        self.force = force
        self.notes: list[str] = []

    def write(self, path: str, kind: str, data: bytes) -> str:
        """Write the result for the draft at ``path``; returns the path of the file.

        A copy that is not exactly as ieeelint wrote it is kept, because an author may work in it:
        the new copy gets a number.  Raises SettingsError if the file is open in another program,
        or if ``output`` is the draft, is not a name for a Word file, or was changed and
        ``force`` is not set.
        """
        if self.in_place:
            replace_files({path: data})
            return path
        target = self._named(path) if self.output else self._free(path, kind)
        replace_files({target: marked(data)})
        return target

    def write_copy(self, path: str, kind: str, data: bytes) -> str:
        """Write a copy next to the draft, whatever ``output`` and ``in_place`` are; returns its
        path.  Raises SettingsError as :meth:`write` does.
        """
        target = self._free(path, kind)
        replace_files({target: marked(data)})
        return target

    def _named(self, path: str) -> str:
        """The file that the user named."""
        if same_file(self.output, path):
            raise SettingsError(
                f"{self.output}: the copy must not replace the draft; choose another file with"
                " --output"
            )
        is_zip = path.lower().endswith(".zip")
        kind, ending = ("an archive", ".zip") if is_zip else ("a Word file", ".docx")
        if not self.output.lower().endswith(ending if is_zip else WORD):
            if not is_device(self.output):
                raise SettingsError(f"{self.output}: is not a name for {kind}; end it in {ending}")
        if not self.force:
            try:
                refuse_output(self.output, [])
            except SettingsError as error:
                raise SettingsError(f"{error}, or replace it with --force") from None
        return self.output

    def _free(self, path: str, kind: str) -> str:
        """The first name of a copy that is free, or holds no work of an author."""
        first = 1
        match = pattern(COPY).fullmatch(path)
        if match and match[2] == kind:  # the next copy of the same draft, not a copy of the copy
            path, first = match[1] + match[4], int(match[3] or 1) + 1
        kept = []
        for number in count(first):
            target = copy_path(path, kind, number)
            if self.force or not _holds_work(target):
                break
            kept.append(target)
        self.notes += [
            f"{copy}: was changed after ieeelint wrote it, and is kept; --force replaces it"
            for copy in kept
        ]
        return target


def _holds_work(path: str) -> bool:
    """True for a file that is not exactly as ieeelint wrote it."""
    try:
        refuse_output(path, [])
    except SettingsError:
        return True
    return False
