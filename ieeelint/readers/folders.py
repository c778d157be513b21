"""What a folder contains: its drafts, and what looks like a submission but cannot be checked."""

from __future__ import annotations

import os
from collections import Counter

from ieeelint.readers.errors import ReadError
from ieeelint.readers.owner_files import is_owner_file

LATEX = (".tex", ".ltx")
DRAFTS = (".docx", ".docm")
# Files of these types are submissions, unless the same is next to them as a draft.
DOCUMENTS = {
    ".doc": "is a Word 97–2003 file; save it as .docx",
    ".odt": "is an OpenDocument file; save it as .docx",
    ".rtf": "is a rich text file; save it as .docx",
}
# Files of these types may also be figures, results, and parts of drafts.
OTHERS = {
    ".pdf": "is a PDF file; check the LaTeX source or the Word file that it was made from",
    ".zip": "is an archive; extract it, and check the folder",
    ".tgz": "is an archive; extract it, and check the folder",
    ".tar.gz": "is an archive; extract it, and check the folder",
}
NO_CLASS = "has no \\documentclass, and no draft is next to it or above it"
FEWEST = 3  # folders with drafts that make the folder above them a collection of papers
FEWEST_FILES = 3  # drafts that make their folder a collection of papers
# Folders with copies that programs made.
MADE = frozenset({"node_modules", "__pycache__", "__MACOSX", "build", "_build", "dist"})
ENVIRONMENT = "pyvenv.cfg"  # in the folder of an environment of Python


class Folder:
    """What a folder and its subfolders contain.

    ``latex`` and ``word`` are the drafts.  ``unchecked`` are the files and folders that should be
    checked and cannot be, each with the reason.  ``others`` are files that may be submissions, but
    more likely belong to something else, and ``passed_over`` are folders that programs fill, with
    what may be drafts.
    """

    def __init__(self) -> None:
        self.latex: list[str] = []
        self.word: list[str] = []
        self.unchecked: list[ReadError] = []
        self.others: list[str] = []
        self.passed_over: list[str] = []

    @property
    def drafts(self) -> list[str]:
        """The LaTeX root documents, then the Word files."""
        return self.latex + self.word


def walk(folder: str) -> Folder:
    """Look at all files of a folder and its subfolders, but not at hidden ones."""
    found = Folder()
    candidates: list[ReadError] = []

    def unreadable(error: OSError) -> None:
        path = os.path.normpath(error.filename)
        found.unchecked.append(ReadError(path, f"cannot be read: {error.strerror}"))

    for here, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = _to_enter(here, folders, found)
        for name in sorted(names):
            if not name.startswith(".") and not is_owner_file(name):
                _sort_in(os.path.normpath(os.path.join(here, name)), found, candidates)
    surroundings = Surroundings(os.path.normpath(folder), found.drafts)
    for error in candidates:
        if surroundings.is_submission(error.path):
            found.unchecked.append(error)
        elif not surroundings.belongs_to_draft(error.path):
            found.others.append(error.path)
    found.unchecked.sort(key=lambda error: error.path)
    return found


class Surroundings:
    """Where the drafts below ``top`` are, to judge the other files."""

    def __init__(self, top: str, drafts: list[str]) -> None:
        self.top = top
        self.stems = {os.path.splitext(path)[0] for path in drafts}
        self.homes = Counter(map(os.path.dirname, drafts))  # drafts in each folder
        self.below: dict[str, set[str]] = {}  # of each folder, the subfolders with drafts
        for home in self.homes:
            for folder in self._and_above(home):
                self.below.setdefault(os.path.dirname(folder), set()).add(folder)

    def is_submission(self, path: str) -> bool:
        """True for a document that cannot be read, and for another file among several papers."""
        stem, kind = os.path.splitext(path)
        if stem in self.stems:
            return False
        home = os.path.dirname(path)
        if kind.lower() in DOCUMENTS or self.homes[home] >= FEWEST_FILES:
            return True
        if self.belongs_to_draft(path):
            return False
        above = self._and_above(home)
        nearest = next((folder for folder in above if folder in self.below), self.top)
        return len(self.below.get(nearest, ())) >= FEWEST

    def belongs_to_draft(self, path: str) -> bool:
        """True if there is a draft next to the file, or above it."""
        return any(folder in self.homes for folder in self._and_above(os.path.dirname(path)))

    def _and_above(self, folder: str) -> list[str]:
        """A folder and the folders above it, up to the top."""
        folders = [folder]
        while folder not in (self.top, "") and (above := os.path.dirname(folder)) != folder:
            folder = above
            folders.append(folder)
        return folders


def _to_enter(here: str, folders: list[str], found: Folder) -> list[str]:
    """The subfolders to look at; the others are noted, if they are not hidden."""
    entered = []
    for name in sorted(folders):
        path = os.path.normpath(os.path.join(here, name))
        if name.startswith("."):
            continue
        if (
            name in MADE
            or name.startswith("_minted")
            or os.path.exists(os.path.join(path, ENVIRONMENT))
        ):
            found.passed_over += [path] if _has_documents(path) else []
        else:
            entered.append(name)
    return entered


def _has_documents(folder: str) -> bool:
    """True if there are files that could be drafts right in the folder."""
    try:
        return any(
            name.lower().endswith((*LATEX, *DRAFTS, *DOCUMENTS)) for name in os.listdir(folder)
        )
    except OSError:
        return False


def _sort_in(path: str, found: Folder, candidates: list[ReadError]) -> None:
    """Add one file to the drafts, or to what may have to be reported."""
    kind = os.path.splitext(path)[1].lower()
    if kind in LATEX:
        from ieeelint.readers.latex.project import is_document, load

        try:
            text = load(path, path).text
        except ReadError as error:
            found.unchecked.append(error)
            return
        if is_document(text):
            found.latex.append(path)
        elif text.strip():
            candidates.append(ReadError(path, NO_CLASS))
    elif kind in DRAFTS:
        found.word.append(path)
    else:
        reasons = DOCUMENTS | OTHERS
        reason = next((reasons[end] for end in reasons if path.lower().endswith(end)), "")
        if reason:
            candidates.append(ReadError(path, reason))
