"""Applies edits to the files of a LaTeX draft; all other bytes stay the same."""

from __future__ import annotations

from ieeelint import inputs
from ieeelint.fixes.choosing import chosen
from ieeelint.inputs import InputError
from ieeelint.paths import is_in
from ieeelint.readers.latex.project import content, overlay
from ieeelint.settings import SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Edit, Finding
    from ieeelint.paper.source import Source

__all__ = ["TextFixes", "overlay"]


class TextFixes:
    """The changed files of one project by real path: ``contents`` are the new bytes, ``originals``
    the old ones.

    Files outside ``folder``, the folder of the root document, are never changed.
    """

    def __init__(self, folder: str) -> None:
        self.folder = inputs.real_path(folder or ".")
        self.contents: dict[str, bytes] = {}
        self.originals: dict[str, bytes] = {}

    def apply(self, findings: list[Finding], unsafe: bool) -> list[Finding]:
        """Apply one round of fixes to the contents; returns the fixed findings."""
        fixed = []
        edits: dict[int, tuple[Source, list[Edit]]] = {}
        editable: dict[int, bool] = {}  # by the id of the source
        for finding, trimmed_edits in chosen(findings, unsafe):
            sources = [edit.span.source for edit in trimmed_edits]
            for source in sources:
                if id(source) not in editable:
                    editable[id(source)] = self._can_edit(source)
            if not all(editable[id(source)] for source in sources):
                continue
            if all(map(_is_spellable, trimmed_edits)):
                fixed.append(finding)
                for edit in trimmed_edits:
                    source = edit.span.source
                    edits.setdefault(id(source), (source, []))[1].append(edit)
        for source, source_edits in edits.values():
            path = inputs.real_path(source.path)
            if path not in self.originals:
                self.originals[path] = content(path)
            changed = encoded(edited(source.text, source_edits), source.encoding)
            assert changed is not None, "the text and each edit can be encoded"
            self.contents[path] = changed
        return fixed

    def refuse_changed_files(self) -> None:
        """Raises SettingsError if another program changed a file after it was read."""
        for path, original in self.originals.items():
            if content(path) != original:
                raise SettingsError(
                    f"{path}: was changed while it was checked; no file was written;"
                    " run the check again"
                )

    def _can_edit(self, source: Source) -> bool:
        """True for a file in the project folder whose text encodes to exactly the same bytes."""
        path = inputs.real_path(source.path)
        if not is_in(path, self.folder):
            return False
        before = self.contents.get(path)
        if before is None:
            try:
                before = content(path)
            except InputError:
                return False
        return encoded(source.text, source.encoding) == before


def edited(text: str, edits: list[Edit]) -> str:
    """The text after the edits, which do not overlap."""
    pieces: list[str] = []
    end = 0  # of the previous edit
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)):
        pieces += (text[end : edit.span.start], edit.text)
        end = edit.span.end
    return "".join([*pieces, text[end:]])


def encoded(text: str, encoding: str) -> bytes | None:
    """The bytes of the text; None if its encoding does not have one of the characters."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return None


def _is_spellable(edit: Edit) -> bool:
    """True if the encoding of the file has all characters of the new text."""
    return encoded(edit.text, edit.span.source.encoding) is not None
