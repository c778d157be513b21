"""Detects the files that editors keep next to an open document, which are not drafts."""

from __future__ import annotations

import os

# Word: ~$draft.docx; LibreOffice: .~lock.draft.docx#; Emacs: .#draft.tex
PREFIXES = ("~$", ".~lock.", ".#")


def is_owner_file(path: str) -> bool:
    """True for a file that only says who has a document open."""
    return os.path.basename(path).startswith(PREFIXES)
