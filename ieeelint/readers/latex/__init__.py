"""The LaTeX reader: tokens, macros, project files, and the walk that turns them into a paper."""

from __future__ import annotations

from ieeelint.readers.latex.project import documents_in, find_root, is_document_file
from ieeelint.readers.latex.reading import read

__all__ = ["documents_in", "find_root", "is_document_file", "read"]
