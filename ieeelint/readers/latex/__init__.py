"""The LaTeX reader: tokens, macros, project files, and the walk that turns them into a paper."""

from __future__ import annotations

from ieeelint.readers.latex.project import find_root, is_document_file, root_documents
from ieeelint.readers.latex.reading import read

__all__ = ["find_root", "is_document_file", "read", "root_documents"]
