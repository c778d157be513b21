"""The result of a check: findings, the papers that were checked, and files that were not."""

from __future__ import annotations

import os

from ieeelint import inputs
from ieeelint.phrases import listed, plural
from ieeelint.severities import SEVERITIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.baseline import Baseline
    from ieeelint.context import Context
    from ieeelint.finding import Finding
    from ieeelint.paper.model import Paper
    from ieeelint.proofs import Proof
    from ieeelint.readers import ReadError
    from ieeelint.settings import Settings
    from ieeelint.views.draft import Draft


RESULTS_LOCK = "results.lock"  # the name ``ieeelint pin`` writes to


class Checked:
    """Facts about a checked paper; the paper itself is freed, because a batch may have hundreds."""

    __slots__ = (
        "path",
        "files",
        "other_files",
        "format",
        "profile",
        "origin",
        "stage",
        "language",
        "settings",
        "seconds",
        "results_lock",
        "proof",
        "pdf_path",
        "layout",
        "unread_pdf",
    )

    def __init__(self, context: Context, settings: Settings) -> None:
        paper = context.paper
        self.path = paper.root.path
        self.files = files_of(paper)
        self.pdf_path = self.layout = ""  # the PDF file or the log, and the layout in one line
        if context.pdf is not None:
            self.pdf_path, self.layout = context.pdf.span.source.path, context.pdf.description
            self.files += [] if context.latex is None and context.word is None else [self.pdf_path]
        elif context.log is not None and context.log.pages:
            self.pdf_path, self.layout = context.log.path, plural(context.log.pages, "page")
        self.unread_pdf = context.draft.unread_pdf
        # that the check depends on
        self.other_files = [file for file in (settings.file, settings["venue"]) if file]
        if settings.local_rules is not None:
            self.other_files += sorted(settings.local_rules.files)
        beside = os.path.join(os.path.dirname(self.path), RESULTS_LOCK)
        self.other_files.append(context.results_lock or beside)  # it may be written later
        self.settings = settings
        self.seconds = 0.0  # for reading and checking
        self.format = paper.format
        self.profile = context.profile.name
        self.origin = settings.origins["profile"]  # where the profile comes from
        self.stage = context.stage
        self.language = paper.language
        self.results_lock = context.results_lock
        self.proof: Proof | None = None  # the text of the paper, for outputs that show it
        view = context.latex
        if settings["profile"] == "auto":
            self.origin = _evidence(context)
            if view is not None and view.class_name:
                options = ",".join(name for name, _ in view.class_options)
                self.origin = f"\\documentclass[{options}]{{{view.class_name}}}".replace("[]", "")


def _evidence(context: Context) -> str:
    """What a detected profile rests on, if it is not a document class."""
    if context.latex is not None:
        return "no document class found"
    if context.word is None and context.pdf is not None:
        heads = "running heads" if context.pdf.layout.is_journal else "no running heads"
        return f"{heads} of a journal"
    return "detected from its styles"


def files_of(paper: Paper) -> list[str]:
    """The paths of the files that a paper was read from, its BibTeX files included."""
    files = [source.path for source in paper.sources]
    if paper.works is not None:
        files += [
            database.source.path
            for database in paper.works.databases
            if database.source is not paper.root
        ]
    return files


def inputs_of(draft: Draft, context: Context | None = None) -> list[str]:
    """The paths of all files of a draft, pictures and styles included, and of the files that a
    check of it reads.
    """
    from ieeelint.views.companions import companions

    inputs = files_of(draft.paper) + companions(draft)[0]
    if context is not None and context.results_lock:
        inputs.append(context.results_lock)
    return inputs


class Report:
    """The result of a check: ``findings`` in order, the checked ``papers``, and the
    ``unreadable`` files.  ``remarks`` are the findings that an output format shows, each with its
    ``related`` ones: all findings, until :meth:`group` groups them.
    """

    def __init__(self) -> None:
        self.papers: list[Checked] = []
        self.findings: list[Finding] = []
        self.groups: list[Finding] | None = None
        self.unreadable: list[ReadError] = []
        self.copies: list[str] = []  # copies of drafts in the folders, which are not checked
        self.owner_files: list[str] = []  # named, but not drafts
        self.others: list[str] = []  # in the folders; perhaps submissions, or places of them
        self.notes: list[str] = []  # about the inputs, for the user
        self.settings: Settings | None = None  # of the first paper
        self.baselines: dict[str, Baseline] = {}  # by their path in the settings

    def about_files(self) -> list[str]:
        """Messages about the inputs: files that may be drafts and were not checked, and others."""
        notes = []
        if self.copies:
            notes.append(
                f"not checked, because ieeelint wrote it: {listed(self.copies)};"
                " to check a copy, name it"
            )
        if self.others:
            notes.append(f"not checked: {listed(self.others)}; to check one of these, name it")
        if self.owner_files:
            notes.append(
                "not checked, because an editor keeps it while the draft is open:"
                f" {', '.join(self.owner_files)}"
            )
        unread: dict[str, list[str]] = {}
        checked = {inputs.real_path(paper.path) for paper in self.papers}
        for paper in self.papers:
            if paper.unread_pdf is not None:
                path, reason = paper.unread_pdf
                if inputs.real_path(path) not in checked:  # two drafts may have one PDF file
                    checked.add(inputs.real_path(path))
                    unread.setdefault(reason, []).append(path)
        notes += [f"not checked: {listed(paths)}; {reason}" for reason, paths in unread.items()]
        return notes + self.notes

    def baseline(self, path: str) -> Baseline | None:
        """The baseline at this path, read once; None for an empty path.  Raises SettingsError."""
        if not path:
            return None
        if path not in self.baselines:
            from ieeelint.baseline import load

            self.baselines[path] = load(path)
        return self.baselines[path]

    @property
    def remarks(self) -> list[Finding]:
        """The findings to show: the first one of each group, or all of them."""
        return self.findings if self.groups is None else self.groups

    def group(self) -> None:
        """Group the findings that say the same."""
        from ieeelint.grouping import grouped

        draft_of: dict[str, int] = {}  # a file that drafts share belongs to the first one
        for number, checked in enumerate(self.papers):
            for path in checked.files:
                draft_of.setdefault(path, number)
        self.groups = grouped(self.findings, draft_of)

    def reaches(self, threshold: str) -> bool:
        """True when a finding is at least as severe as ``threshold``."""
        if threshold not in SEVERITIES:
            return False
        limit = SEVERITIES.index(threshold)
        return any(SEVERITIES.index(finding.severity) <= limit for finding in self.findings)
