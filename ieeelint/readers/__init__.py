"""Readers: from files to a :class:`~ieeelint.views.draft.Draft`.  They know formats, no rule."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.views.draft import Draft

WORD = (".docx", ".docm", ".doc", ".dotx")


class ReadError(Exception):
    """An input that cannot be read at all: ``path`` as the user named it, ``message`` what is
    wrong.
    """

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message


def find_root(path: str) -> str:
    """The root document of the project that ``path`` belongs to; a Word file is its own."""
    if path.lower().endswith(WORD):
        return path
    from ieeelint.readers import latex

    return latex.find_root(path)


def read(path: str, *, text: str | None = None) -> Draft:
    """The draft at ``path``, by the reader its name asks for.  Raises ReadError."""
    if text is None and path.lower().endswith(WORD):
        from ieeelint.readers.word import reading

        return reading.read_document(path)
    if path.lower().endswith(".bib"):
        from ieeelint.readers import bibtex

        return bibtex.read(path, text)
    from ieeelint.readers import latex

    return latex.read(path, text=text)


def root_documents(folder: str) -> list[str]:
    """The drafts below ``folder``: LaTeX root documents and Word files, in order."""
    import os

    from ieeelint.readers import latex

    found = latex.root_documents(folder)
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [
            os.path.join(place, name)
            for name in sorted(names)
            if name.lower().endswith(".docx") and not name.startswith(("~$", "."))
        ]
    return found
