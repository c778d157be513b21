"""The result of a check: findings, the papers that were checked, and files that were not."""

from __future__ import annotations

import os

from ieeelint.severities import SEVERITIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.baseline import Baseline
    from ieeelint.context import Context
    from ieeelint.finding import Finding
    from ieeelint.paper.model import Paper
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
    )

    def __init__(self, context: Context, settings: Settings, seconds: float) -> None:
        paper = context.paper
        self.path = paper.root.path
        self.files = files_of(paper)
        self.other_files = [settings.file] if settings.file else []  # that the check depends on
        if settings.local_rules is not None:
            self.other_files += sorted(settings.local_rules.files)
        beside = os.path.join(os.path.dirname(self.path), RESULTS_LOCK)
        self.other_files.append(context.results_lock or beside)  # it may be written later
        self.settings = settings
        self.seconds = seconds  # for reading and checking
        self.format = paper.format
        self.profile = context.profile.name
        self.origin = settings.origins["profile"]  # where the profile comes from
        self.stage = context.stage
        self.language = paper.language
        self.results_lock = context.results_lock
        view = context.latex
        if settings["profile"] == "auto":
            self.origin = (
                "no document class found" if view is not None else "detected from its styles"
            )
            if view is not None and view.class_name:
                options = ",".join(name for name, _ in view.class_options)
                self.origin = f"\\documentclass[{options}]{{{view.class_name}}}".replace("[]", "")


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
        self.settings: Settings | None = None  # of the first paper
        self.baselines: dict[str, Baseline] = {}  # by their path in the settings

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
