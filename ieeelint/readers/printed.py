"""What was made from a draft and lies next to it: its PDF file, and the log of LaTeX.

Each counts only if it is newer than all sources: an older one is about another text.  A PDF file
that is not read is noted with the reason, because submission systems judge it.
"""

from __future__ import annotations

import os

from ieeelint import inputs
from ieeelint.paper.model import Problem
from ieeelint.paper.source import Span
from ieeelint.readers import libraries
from ieeelint.readers.errors import ReadError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.views.draft import Draft


OLDER = "it is not newer than the files of the draft, so make it again"
UNKNOWN_AGE = "it may be older than the draft, so check it by itself"
OTHER_TEXT = "it may be of another text, so check it by itself"
NO_LIBRARIES = "this needs two packages (pip install pypdf pypdfium2)"


def note_printed(draft: Draft) -> None:
    """Note a PDF file that is not read because the text of the draft is not that of its file."""
    pdf = f"{os.path.splitext(draft.paper.root.path)[0]}.pdf"
    if _is_printable(draft) and inputs.is_file(pdf):
        draft.unread_pdf = pdf, OTHER_TEXT


def _is_printable(draft: Draft) -> bool:
    return not draft.paper.is_fragment and (draft.latex is not None or draft.word is not None)


def add_printed(draft: Draft) -> None:
    """Add the view of the PDF file, if its libraries are installed, and that of the log."""
    paper = draft.paper
    if not _is_printable(draft):
        return
    stem = os.path.splitext(paper.root.path)[0]
    files = list(dict.fromkeys(source.path for source in paper.sources))
    if paper.works is not None:
        files += [database.source.path for database in paper.works.databases]
    if draft.latex is not None and _is_newer(log := f"{stem}.log", files):
        from ieeelint.readers.latex.log import read_log

        draft.log = read_log(log, paper.sources)
    pdf = f"{stem}.pdf"
    if reason := _why_unread(pdf, files):
        draft.unread_pdf = pdf, reason
    elif inputs.is_file(pdf):
        from ieeelint.readers.pdf.reading import view_of

        try:
            draft.pdf, problems = view_of(pdf)
        except ReadError as error:
            message = f"{os.path.basename(pdf)} {error.message}."
            problems = [Problem("printed", message, Span(paper.root, 0, 0))]
        paper.problems += problems


def _why_unread(pdf: str, files: list[str]) -> str:
    """Why a PDF file is not read; empty if it is read, or does not exist."""
    if not inputs.is_file(pdf):
        return ""
    if inputs.in_memory(pdf) is not None:
        return UNKNOWN_AGE
    if not _is_newer(pdf, files):
        return OLDER
    return "" if libraries.are_installed() else NO_LIBRARIES


def _is_newer(path: str, files: list[str]) -> bool:
    """True for a file that exists and is newer than all others."""
    return inputs.is_file(path) and all(inputs.is_newer(path, file) for file in files)
