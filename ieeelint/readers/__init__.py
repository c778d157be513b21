"""Readers: from files to a :class:`~ieeelint.views.draft.Draft`. A reader knows its format and no
rule.
"""

from __future__ import annotations

from ieeelint.ooxml import WORD
from ieeelint.readers.errors import ReadError
from ieeelint.readers.owner_files import is_owner_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.views.draft import Draft

PDF = ".pdf"

__all__ = ["PDF", "WORD", "ReadError", "find_root", "is_owner_file", "read", "root_documents"]


def find_root(path: str) -> str:
    """The root document of the project that contains ``path``; a Word or PDF file is its own."""
    if path.lower().endswith((*WORD, PDF)):
        return path
    from ieeelint.readers.latex import project

    return project.find_root(path)


def read(path: str, *, text: str | None = None) -> Draft:
    """Read the draft at ``path`` with the reader for its file extension.  Raises ReadError."""
    if text is None and path.lower().endswith(WORD):
        from ieeelint.readers.word import reading

        return reading.read_document(path)
    if text is None and path.lower().endswith(PDF):
        from ieeelint.readers.pdf import reading as pdf_reading

        return pdf_reading.read(path)
    if path.lower().endswith(".bib"):
        from ieeelint.readers import bibtex

        return bibtex.read(path, text)
    from ieeelint.readers.latex import reading as latex_reading

    return latex_reading.read(path, text=text)


def root_documents(folder: str) -> list[str]:
    """The drafts in ``folder`` and its subfolders: LaTeX root documents, then Word files."""
    from ieeelint.readers.folders import walk

    return walk(folder).drafts
