"""Fixes of LaTeX drafts: edits put into the text of their files, all other bytes as they were."""

from __future__ import annotations

import os

from ieeelint.fixes.choosing import chosen
from ieeelint.readers.latex.project import content, overlay
from ieeelint.settings import SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Edit, Finding
    from ieeelint.paper.source import Source

__all__ = ["TextFixes", "overlay"]


class TextFixes:
    """The changed files of one project, by real path: ``contents`` as they will be, ``originals``
    as they were.

    Nothing outside ``folder``, the root document's, is touched.
    """

    def __init__(self, folder: str) -> None:
        self.folder = os.path.realpath(folder or ".")
        self.contents: dict[str, bytes] = {}
        self.originals: dict[str, bytes] = {}

    def apply(self, findings: list[Finding], unsafe: bool) -> list[Finding]:
        """Put one round of fixes into the files; gives the findings these mend."""
        mended = []
        edits: dict[int, tuple[Source, list[Edit]]] = {}
        for finding, ones in chosen(findings, unsafe):
            if all(self._is_ours(edit.span.source) for edit in ones):
                mended.append(finding)
                for edit in ones:
                    source = edit.span.source
                    edits.setdefault(id(source), (source, []))[1].append(edit)
        for source, ones in edits.values():
            path = os.path.realpath(source.path)
            if path not in self.originals:
                self.originals[path] = content(path)
            self.contents[path] = encoded(edited(source.text, ones), source.encoding)
        return mended

    def refuse_changed_files(self) -> None:
        """Raise SettingsError when a file was changed by somebody else since it was read."""
        for path, original in self.originals.items():
            if content(path) != original:
                raise SettingsError(
                    f"{path}: was changed while it was checked; nothing is written, check it again"
                )

    def _is_ours(self, source: Source) -> bool:
        """True for a file of the project that comes back from its text byte for byte."""
        path = os.path.realpath(source.path)
        if os.path.commonpath([path, self.folder]) != self.folder:
            return False
        before = self.contents.get(path)
        if before is None:
            try:
                before = content(path)
            except OSError:
                return False
        return encoded(source.text, source.encoding) == before


def edited(text: str, edits: list[Edit]) -> str:
    """The text with the edits made; they do not overlap."""
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda one: (one.span.start, one.span.end)):
        pieces += (text[at : edit.span.start], edit.text)
        at = edit.span.end
    return "".join([*pieces, text[at:]])


def encoded(text: str, encoding: str) -> bytes:
    """The bytes of the text; empty when its encoding lacks a character."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return b""
