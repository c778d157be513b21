"""The main job: from paths to papers to findings."""

from __future__ import annotations

import os

from ieeelint import rules, selection, suppression
from ieeelint.finding import SEVERITIES, Finding
from ieeelint.paper.source import Source, Span
from ieeelint.readers import ReadError
from ieeelint.settings import Settings, load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from ieeelint.paper.model import Paper
    from ieeelint.rules import Rule

LATEX = (".tex", ".ltx")


class Report:
    """What a check found: ``findings`` in order, the ``papers`` read, and what could not be read."""

    def __init__(self) -> None:
        self.papers: list[Paper] = []
        self.findings: list[Finding] = []
        self.unreadable: list[ReadError] = []
        self.settings: Settings | None = None  # those of the first paper

    def reaches(self, threshold: str) -> bool:
        """True when a finding is at least as severe as ``threshold``."""
        if threshold not in SEVERITIES:
            return False
        limit = SEVERITIES.index(threshold)
        return any(SEVERITIES.index(finding.severity) <= limit for finding in self.findings)


def check_paths(
    paths: list[str],
    settings: Settings | None = None,
    *,
    flags: dict[str, Any] | None = None,
    settings_file: str = "",
    isolated: bool = False,
    text: str | None = None,
    progress: Callable[[int, int, str], None] | None = None,
) -> Report:
    """Check files and folders; each project is checked once, however many of its files are named.

    ``text`` is the content of the one path given, when it does not come from the file.
    Without ``settings`` those nearest to each root document hold, ``flags`` over them.
    """
    from ieeelint.readers.latex import find_root, read

    report = Report()
    roots: dict[str, str] = {}
    for path in paths:
        for document in _documents(path, settings, report, text, isolated):
            root = document if text is not None else find_root(document)
            roots.setdefault(os.path.realpath(root), root)
    for number, root in enumerate(roots.values(), 1):
        if progress is not None:
            progress(number, len(roots), root)
        try:
            paper = read(root, text=text)
        except ReadError as error:
            report.unreadable.append(error)
            continue
        own = settings or load(root, flags, settings_file, isolated)
        report.settings = report.settings or own
        report.papers.append(paper)
        report.findings += check_paper(paper, own)
    report.findings.sort(key=Finding.sort_key)
    if report.unreadable and report.papers:
        report.findings += [_unreadable(error) for error in report.unreadable]
    return report


def _documents(
    path: str, settings: Settings | None, report: Report, text: str | None, isolated: bool
) -> Iterator[str]:
    """The documents that a path given by the user means."""
    from ieeelint.readers.latex import root_documents

    if text is not None:
        yield path
    elif os.path.isdir(path):
        excluded = (settings or load(path, isolated=isolated))["exclude"]
        found = [root for root in root_documents(path) if not _matches_any(root, path, excluded)]
        if not found:
            report.unreadable.append(ReadError(path, "holds no LaTeX document (a .tex file with \\documentclass)"))
        yield from found
    elif not path.lower().endswith((*LATEX, ".bbl")) and os.path.isfile(path):
        report.unreadable.append(ReadError(path, "is no LaTeX file; give a .tex file or a folder"))
    else:
        yield path


def _matches_any(path: str, folder: str, patterns: Iterable[str]) -> bool:
    """True when a path below ``folder`` matches one of the shell patterns."""
    patterns = list(patterns)
    if not patterns:
        return False
    from fnmatch import fnmatch

    relative = os.path.relpath(path, folder).replace(os.sep, "/")
    return any(fnmatch(relative, one) or fnmatch(os.path.basename(path), one) for one in patterns)


def prepare(paper: Paper, settings: Settings) -> None:
    """Give the paper its vocabulary, profile and stage."""
    from ieeelint import profiles
    from ieeelint.vocabulary import Vocabulary

    user = dict(settings["vocabulary"])
    if settings["strict-abbreviations"]:
        user["strict_abbreviations"] = True
    paper.vocabulary = Vocabulary(user)
    name = settings["profile"]
    view = paper.latex
    if name == "auto" and view is not None:
        paper.profile = profiles.detect(view.class_name, [option for option, _ in view.class_options])
    else:
        paper.profile = profiles.profile("conference" if name == "auto" else name)
    if settings["anonymous"]:
        paper.profile = paper.profile.anonymized()
    paper.stage = settings["stage"]


def check_paper(paper: Paper, settings: Settings) -> list[Finding]:
    """The findings of one paper, those answered by comments left out, in order."""
    prepare(paper, settings)
    chosen = selection.selected(settings)
    findings: list[Finding] = []
    for rule in chosen:
        if paper.format not in rule.formats or (rule.english and paper.language != "en"):
            continue
        findings += run_rule(rule, paper)
    findings = _spare_template_text(findings, paper)
    findings = suppression.apply(findings, paper, chosen)
    findings = _with_severities(findings, settings)
    findings = _without_ignored_files(findings, paper, settings)
    findings.sort(key=Finding.sort_key)
    return findings


def _spare_template_text(findings: list[Finding], paper: Paper) -> list[Finding]:
    """Drop what else is said of a passage that is the template's own: it is to be deleted whole."""
    starts = [finding.span for finding in findings if finding.code in ("TPL001", "TPL002", "TPL004")]
    if not starts:
        return findings
    doomed = []
    for passage in paper.passages:
        whole = passage.span
        if any(one.source is whole.source and whole.start <= one.start < max(whole.end, whole.start + 1) for one in starts):
            doomed.append(whole)
    return [
        finding
        for finding in findings
        if finding.code.startswith("TPL")
        or not any(one.source is finding.span.source and one.start <= finding.span.start < one.end for one in doomed)
    ]


def run_rule(rule: Rule, paper: Paper) -> list[Finding]:
    """The findings of one rule; should it fail, a finding that says so."""
    found: list[Finding] = []
    try:
        for finding in rule.check(paper):
            finding.rule = rule
            finding.severity = finding.severity or rule.severity
            found.append(finding)
    except Exception as error:  # a fault of ours must not cost the author the other rules
        if os.environ.get("IEEELINT_RAISE"):
            raise
        failed = Finding(
            Span(paper.root, 0, 0),
            f"{rule.code} ({rule.name}) failed here: {type(error).__name__}: {error}. "
            "What it looks for was not checked; all other rules were. Please report this.",
            severity="error",
        )
        rules.load(("SRC",))
        failed.rule = rules.REGISTRY["SRC003"]
        found.append(failed)
    return found


def _with_severities(findings: list[Finding], settings: Settings) -> list[Finding]:
    """Apply the user's severities; ``off`` drops."""
    wanted = settings["severity"]
    if not wanted:
        return findings
    kept = []
    for finding in findings:
        for selector, severity in wanted.items():
            if selection.matches(selector, finding.rule):
                finding.severity = severity
        if finding.severity != "off":
            kept.append(finding)
    return kept


def _without_ignored_files(findings: list[Finding], paper: Paper, settings: Settings) -> list[Finding]:
    """Apply ``per-file-ignores``; patterns are relative to the settings file or the root document."""
    table = settings["per-file-ignores"]
    if not table:
        return findings
    base = os.path.dirname(settings.file or paper.root.path) or "."
    kept = []
    for finding in findings:
        ignored = False
        for one, selectors in table.items():
            if _matches_any(finding.span.source.path, base, [one]):
                ignored |= any(selection.matches(selector, finding.rule) for selector in selectors)
        if not ignored:
            kept.append(finding)
    return kept


def _unreadable(error: ReadError) -> Finding:
    """An input that could not be read, among others that could."""
    rules.load(("SRC",))
    finding = Finding(Span(Source(error.path, ""), 0, 0), f"The file {error.message}.", severity="error")
    finding.rule = rules.REGISTRY["SRC001"]
    return finding
