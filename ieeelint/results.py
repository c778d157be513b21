"""What a check gives: its findings, what was checked, and what could not be."""

from __future__ import annotations

from ieeelint.finding import SEVERITIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Finding
    from ieeelint.paper.model import Paper
    from ieeelint.readers import ReadError
    from ieeelint.settings import Settings


class Checked:
    """What is kept of a paper once it is checked, for a batch may hold hundreds."""

    __slots__ = ("path", "format", "profile", "origin", "stage", "language")

    def __init__(self, paper: Paper, settings: Settings) -> None:
        self.path = paper.root.path
        self.format = paper.format
        self.profile = paper.profile.name
        self.origin = settings.origins["profile"]  # where the profile was taken from
        self.stage = paper.stage
        self.language = paper.language
        view = paper.latex
        if settings["profile"] == "auto":
            self.origin = "no document class found" if view is not None else "told by its styles"
            if view is not None and view.class_name:
                options = ",".join(name for name, _ in view.class_options)
                self.origin = f"\\documentclass[{options}]{{{view.class_name}}}".replace("[]", "")


class Report:
    """What a check found: ``findings`` in order, the ``papers`` checked, and what could not be read."""

    def __init__(self) -> None:
        self.papers: list[Checked] = []
        self.findings: list[Finding] = []
        self.unreadable: list[ReadError] = []
        self.settings: Settings | None = None  # those of the first paper

    def reaches(self, threshold: str) -> bool:
        """True when a finding is at least as severe as ``threshold``."""
        if threshold not in SEVERITIES:
            return False
        limit = SEVERITIES.index(threshold)
        return any(SEVERITIES.index(finding.severity) <= limit for finding in self.findings)
