"""What is one paper in a folder of submissions: a subfolder, or a file at the top level."""

from __future__ import annotations

import os
import re
from collections import Counter

from ieeelint.inputs import digest
from ieeelint.paths import is_in
from ieeelint.readers import is_owner_file
from ieeelint.readers.folders import ARCHIVES, DOCUMENTS, DRAFTS, LATEX, OTHERS, PDF
from ieeelint.settings import SettingsError

OUTSIDE = "is a link to something outside of the submissions, so it is not read"
BROKEN = "is a link to a file that does not exist"
SPECIAL = "is not a regular file but a device, a pipe, or a socket"
# Names that Windows keeps for devices, whatever their extension.
DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?\Z", re.I)
PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}\Z")


class Submission:
    """A paper: its ``id``, the ``path`` of its folder or file, and the name of its output files.

    ``reason`` says why it cannot be checked, empty if it can.
    """

    __slots__ = ("id", "path", "is_folder", "is_missing", "reason", "file_name")

    def __init__(self, path: str, is_folder: bool, reason: str = "") -> None:
        self.path = path
        self.is_folder = is_folder
        self.is_missing = False  # only the submission system has it
        self.reason = reason
        self.id = os.path.basename(path)
        self.file_name = ""

    @classmethod
    def without_upload(cls, identity: str, reason: str) -> Submission:
        """A paper that only the submission system has."""
        paper = cls("", False, reason)
        paper.id = identity
        paper.is_missing = True
        return paper

    @property
    def is_archive(self) -> bool:
        """True for an archive, which takes the place of a folder."""
        return not self.is_folder and self.path.lower().endswith(ARCHIVES)

    @property
    def is_pdf(self) -> bool:
        """True for a PDF file."""
        return not self.is_folder and self.path.lower().endswith(PDF)

    @property
    def base(self) -> str:
        """The folder of the paper, which its paths are relative to."""
        has_names = self.is_folder or self.is_archive
        return self.path if has_names else os.path.dirname(self.path)

    def allows(self, path: str) -> bool:
        """True for a path, after following links, that belongs to this paper: all in its folder, or
        files at the top level whose names begin as its own, except other papers.
        """
        own = os.path.realpath(self.path)
        if self.is_folder or path == own:
            return is_in(path, own)
        stem = re.escape(os.path.splitext(own)[0])
        is_companion = re.match(stem + r"[^0-9A-Za-z/\\][^/\\]*\Z", path, re.S) is not None
        return is_companion and not path.lower().endswith((*LATEX, *DRAFTS, *ARCHIVES))


def submissions(folder: str) -> tuple[list[Submission], list[str]]:
    """The papers in a folder, in the order of their numbers, and the names of the other files.

    Raises SettingsError if the folder cannot be read.
    """
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries)
    except OSError as error:
        raise SettingsError(f"{folder}: cannot be read: {error.strerror or error}") from None
    papers: list[Submission] = []
    others: list[str] = []
    for name in names:
        if name.startswith((".", "__MACOSX")) or is_owner_file(name):
            continue
        paper = _submission(folder, name)
        if paper is not None:
            papers.append(paper)
        else:
            others.append(name)
    papers = _without_prints(papers)
    _set_ids(papers)
    name_files(papers)
    papers.sort(key=lambda paper: order(paper.id))
    return papers, others


def order(name: str) -> tuple[list[tuple[int, int, str]], str]:
    """A key that sorts names by the numbers in them: paper 9 before paper 10."""
    parts = re.findall(r"[0-9]+|[^0-9]+", name)
    return [(0, int(part), "") if part[0].isdigit() else (1, 0, part) for part in parts], name


def _submission(folder: str, name: str) -> Submission | None:
    """The paper that an entry of the folder stands for, None if it is not a submission."""
    path = os.path.join(folder, name)
    kind = next((one for one in _kinds() if name.lower().endswith(one)), "")
    if os.path.islink(path):
        if not os.path.exists(path):
            return Submission(path, False, BROKEN)
        if not is_in(os.path.realpath(path), os.path.realpath(folder)):
            return Submission(path, os.path.isdir(path), OUTSIDE)
    if os.path.isdir(path):
        return Submission(path, True)
    if not kind:
        return None
    if not os.path.isfile(path):
        return Submission(path, False, SPECIAL)
    reasons = {**DOCUMENTS, **OTHERS, PDF: ""}
    return Submission(path, False, reasons.get(kind, ""))


def _kinds() -> list[str]:
    """The extensions of submissions."""
    return [*LATEX, *DRAFTS, *ARCHIVES, *DOCUMENTS, *OTHERS]


def _stem(paper: Submission) -> str:
    name = os.path.basename(paper.path)
    if paper.is_folder:
        return name
    kind = next((one for one in _kinds() if name.lower().endswith(one)), "")
    return name[: len(name) - len(kind)] or name


def _without_prints(papers: list[Submission]) -> list[Submission]:
    """Without the files next to the draft of the same name that cannot be checked, or are its PDF
    file.
    """
    drafts = {_stem(paper) for paper in papers if not paper.reason and not paper.is_pdf}
    return [
        paper
        for paper in papers
        if not (paper.reason or paper.is_pdf) or _stem(paper) not in drafts
    ]


def _set_ids(papers: list[Submission]) -> None:
    """Set the ids: the names without extension if no other paper has the same."""
    stems = Counter(map(_stem, papers))
    for paper in papers:
        if stems[_stem(paper)] == 1:
            paper.id = _stem(paper)


def name_files(papers: list[Submission]) -> None:
    """Set the names of the output files, which work on every system."""
    folded = Counter(paper.id.lower() for paper in papers)
    for paper in papers:
        name = paper.id
        is_plain = PLAIN.match(name) and not DEVICES.match(name) and not name.endswith(".")
        if not is_plain or folded[name.lower()] > 1:
            plain = re.sub(r"[^A-Za-z0-9_-]+", "-", name).strip("-")[:60]
            mark = digest(name.encode("utf-8", "surrogatepass")).hex()[:8]
            name = f"{plain or 'paper'}-{mark}"
        paper.file_name = name
