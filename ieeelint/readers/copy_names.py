"""The names of the copies that ieeelint writes next to drafts and archives."""

from __future__ import annotations

import os

from ieeelint.ooxml import WORD
from ieeelint.patterns import pattern

LATEX = (".tex", ".ltx")
ANONYMOUS = "anonymous"  # the kind of a copy for double-anonymous review, also of a LaTeX file
KINDS = ("fixed", "reviewed", "suppressed", ANONYMOUS)
COPY = rf"(.+)\.({'|'.join(KINDS)})(?:-(\d+))?(\.\w+)"  # draft.reviewed-2.docx


def original_of(path: str) -> str:
    """The path of the draft or the archive, if ``path`` has the name of a copy; empty for another
    name.
    """
    match = pattern(COPY).fullmatch(path)
    if match is None:
        return ""
    has_kind = path.lower().endswith((*WORD, ".zip"))
    is_anonymous = match[2] == ANONYMOUS and path.lower().endswith(LATEX)
    return match[1] + match[4] if has_kind or is_anonymous else ""


def copy_path(path: str, kind: str, number: int = 1) -> str:
    """The path of a copy, such as ``draft.fixed.docx`` or ``draft.fixed-2.docx``."""
    stem, extension = os.path.splitext(path)
    return f"{stem}.{kind}{f'-{number}' if number > 1 else ''}{extension}"
