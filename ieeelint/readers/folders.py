"""What a folder contains: its drafts, and what looks like a submission but cannot be checked."""

from __future__ import annotations

import os
from collections import Counter

from ieeelint import inputs
from ieeelint.readers.copy_names import original_of
from ieeelint.readers.errors import ReadError
from ieeelint.readers.owner_files import is_owner_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.ignored import Ignored

LATEX = (".tex", ".ltx")
DRAFTS = (".docx", ".docm")
ARCHIVES = (".zip", ".tar.gz", ".tgz", ".tar")
# Files of these types are submissions, unless the same is next to them as a draft.
DOCUMENTS = {
    ".doc": "is a Word 97–2003 file; save it as .docx",
    ".odt": "is an OpenDocument file; save it as .docx",
    ".rtf": "is a rich text file; save it as .docx",
}
PDF = ".pdf"
# Files of these types may also be figures, results, and parts of drafts.
OTHERS = {
    PDF: "is a PDF file",
    ".rar": "is an archive that ieeelint does not read; make a .zip file of the draft",
    ".7z": "is an archive that ieeelint does not read; make a .zip file of the draft",
}
NESTED = "is an archive in an archive, which is not opened; extract it, and check it"
# These may hide a draft, wherever they are.
UNOPENED = NESTED, OTHERS[".rar"], OTHERS[".7z"]
NO_DRAFT = "is an archive without a draft (a .tex file with \\documentclass, or a .docx file)"
EMPTY = "is empty"
NO_CLASS = "has no \\documentclass, and no draft is next to it or above it"
FEWEST = 3  # folders with drafts that make the folder above them a collection of papers
FEWEST_FILES = 3  # drafts that make their folder a collection of papers
# Folders with copies that programs made.
MADE = frozenset({"node_modules", "__pycache__", "__MACOSX", "build", "_build", "dist"})
ENVIRONMENT = "pyvenv.cfg"  # in the folder of an environment of Python


class Folder:
    """What a folder and its subfolders contain.

    ``latex`` and ``word`` are the drafts, and ``pdf`` the submissions without a source, and all
    PDF files of a folder without sources.  ``unchecked`` are the files and folders that should be
    checked and cannot be, each with the reason.  ``others`` are files that may be submissions, but
    more likely belong to something else, and ``passed_over`` are folders that programs fill, with
    what may be drafts.
    """

    def __init__(self) -> None:
        self.latex: list[str] = []
        self.word: list[str] = []
        self.pdf: list[str] = []
        self.unchecked: list[ReadError] = []
        self.others: list[str] = []
        self.passed_over: list[str] = []
        self.notes: list[str] = []
        self.archives: list[str] = []  # not yet opened

    @property
    def drafts(self) -> list[str]:
        """The LaTeX root documents, then the Word files, then the PDF files."""
        return self.latex + self.word + self.pdf


def walk(folder: str, opens_archives: bool = False) -> Folder:
    """Look at all files of a folder and its subfolders, but not at hidden ones.

    With ``opens_archives``, also at the files of archives that do not belong to a draft; they take
    the place of folders until the memory scope ends (see :mod:`ieeelint.archives`).
    """
    from ieeelint.readers.ignored import Ignored

    found = Folder()
    candidates: list[ReadError] = []
    ignored = Ignored(folder)

    def unreadable(error: OSError) -> None:
        path = os.path.normpath(error.filename)
        found.unchecked.append(ReadError(path, f"cannot be read: {error.strerror}"))

    for here, folders, names in inputs.walk(folder, unreadable):
        folders[:] = _to_enter(here, folders, found, ignored)
        for name in sorted(names):
            if not name.startswith(".") and not is_owner_file(name):
                _sort_in(os.path.normpath(os.path.join(here, name)), found, candidates)
    top, papers = os.path.normpath(folder), found.drafts
    loose = Surroundings(top, found.drafts)
    if opens_archives:
        papers += _look_into_archives(top, found, candidates)
    surroundings = Surroundings(top, papers)
    is_of_pdf_files = not found.drafts
    for error in candidates:
        is_nested = error.message == NESTED and is_of_pdf_files
        is_submission = surroundings.is_submission(error.path)
        # next to archives of drafts, whose figures are inside
        is_printed = surroundings.belongs_to_draft(error.path) and not loose.belongs_to_draft(
            error.path
        )
        if error.path.lower().endswith(PDF) and (is_submission or is_of_pdf_files or is_printed):
            found.pdf.append(error.path)
        elif is_nested or is_submission:
            found.unchecked.append(error)
        elif error.message in UNOPENED or (
            error.message != EMPTY and not surroundings.belongs_to_draft(error.path)
        ):
            found.others.append(error.path)
    found.unchecked.sort(key=lambda error: error.path)
    found.others.sort()
    return found


class Surroundings:
    """Where the drafts below ``top`` are, to judge the other files."""

    def __init__(self, top: str, drafts: list[str]) -> None:
        self.top = top
        self.stems = set(map(_stem, drafts))
        papers = {original_of(path) or path for path in drafts}
        self.homes = Counter(map(os.path.dirname, papers))  # papers in each folder
        self.latex_homes = {os.path.dirname(path) for path in drafts if _kind(path) in LATEX}
        self.below: dict[str, set[str]] = {}  # of each folder, the subfolders with drafts
        for home in self.homes:
            for folder in self._and_above(home):
                self.below.setdefault(os.path.dirname(folder), set()).add(folder)

    def is_submission(self, path: str) -> bool:
        """True for a document that cannot be read, and for another file among several papers."""
        if self.is_same(path) or original_of(path):
            return False
        home = os.path.dirname(path)
        if _kind(path) in DOCUMENTS or self.homes[home] >= FEWEST_FILES:
            return True
        has_papers_below = len(self.below.get(home, ())) >= FEWEST
        if self.belongs_to_draft(path) and (not has_papers_below or self._is_below_latex(home)):
            return False
        above = self._and_above(home)
        nearest = next((folder for folder in above if folder in self.below), self.top)
        return len(self.below.get(nearest, ())) >= FEWEST

    def is_same(self, path: str) -> bool:
        """True if a draft next to the file has the same name, apart from its type."""
        return _stem(path) in self.stems

    def belongs_to_draft(self, path: str) -> bool:
        """True if there is a draft next to the file, or above it."""
        return any(folder in self.homes for folder in self._and_above(os.path.dirname(path)))

    def _is_below_latex(self, folder: str) -> bool:
        """True if there is a LaTeX draft, which may have parts in other files, here or above."""
        return not self.latex_homes.isdisjoint(self._and_above(folder))

    def _and_above(self, folder: str) -> list[str]:
        """A folder and the folders above it, up to the top."""
        folders = [folder]
        while folder not in (self.top, "") and (above := os.path.dirname(folder)) != folder:
            folder = above
            folders.append(folder)
        return folders


def _look_into_archives(top: str, found: Folder, candidates: list[ReadError]) -> list[str]:
    """Add what the archives contain that may be submissions; returns those with drafts.

    An archive next to a LaTeX draft, or below it, most likely has parts of it, or its earlier
    versions: it is among the others.
    """
    papers: list[str] = []
    surroundings, latex = Surroundings(top, found.drafts), Surroundings(top, found.latex)
    for path in found.archives:
        if surroundings.is_submission(path) or not (
            surroundings.is_same(path) or latex.belongs_to_draft(path)
        ):
            inside = look_into(path)
            found.unchecked += inside.unchecked
            found.notes += inside.notes
            if inside.drafts:
                papers.append(path)
                found.latex += inside.latex
                found.word += inside.word
                found.others += inside.others
                found.passed_over += inside.passed_over
            elif not inside.unchecked:
                candidates.append(ReadError(path, NO_DRAFT))
        else:
            found.others.append(path)
    return papers


def look_into(path: str) -> Folder:
    """What an archive contains, which from now on takes the place of a folder.  If it cannot be
    read, it is itself among the ``unchecked``.
    """
    from ieeelint.archives import ArchiveError, mount

    try:
        archive = mount(path)
    except ArchiveError as error:
        found = Folder()
        found.unchecked.append(ReadError(path, str(error)))
        return found
    found = walk(path)
    found.unchecked += [ReadError(*fault) for fault in archive.unread]
    found.notes += archive.notes
    return found


def _to_enter(here: str, folders: list[str], found: Folder, ignored: Ignored) -> list[str]:
    """The subfolders to look at; the others are noted, if they are not hidden."""
    entered = []
    for name in sorted(folders):
        path = os.path.normpath(os.path.join(here, name))
        if name.startswith("."):
            continue
        if (
            name in MADE
            or name.startswith("_minted")
            or inputs.exists(os.path.join(path, ENVIRONMENT))
            or ignored.is_ignored(path)
        ):
            found.passed_over += [path] if _has_documents(path) else []
        else:
            entered.append(name)
    return entered


def _stem(path: str) -> str:
    """The path without the type of the file."""
    stem, kind = os.path.splitext(path)
    return stem[:-4] if kind == ".gz" and stem.endswith(".tar") else stem


def _kind(path: str) -> str:
    """The type of a file in lowercase, as in ``.tex``."""
    return os.path.splitext(path)[1].lower()


def _has_documents(folder: str) -> bool:
    """True if there are files that could be drafts right in the folder."""
    return any(
        name.lower().endswith((*LATEX, *DRAFTS, *DOCUMENTS)) and not name.startswith(".")
        for name in inputs.names_in(folder)
    )


def _sort_in(path: str, found: Folder, candidates: list[ReadError]) -> None:
    """Add one file to the drafts, or to what may have to be reported."""
    kind = _kind(path)
    if kind in LATEX:
        from ieeelint.readers.latex.project import is_document, load

        try:
            text = load(path, path).text
        except ReadError as error:
            found.unchecked.append(error)
            return
        if is_document(text):
            found.latex.append(path)
        else:
            candidates.append(ReadError(path, NO_CLASS if text.strip() else EMPTY))
    elif kind in DRAFTS:
        found.word.append(path)
    elif path.lower().endswith(ARCHIVES):
        place = inputs.in_memory(path)
        if place is not None and not place[0].is_alone:
            candidates.append(ReadError(path, NESTED))
        else:
            found.archives.append(path)
    else:
        reasons = DOCUMENTS | OTHERS
        reason = next((reasons[end] for end in reasons if path.lower().endswith(end)), "")
        if reason:
            candidates.append(ReadError(path, reason))
