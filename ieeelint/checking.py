"""The main job: from paths to papers to findings."""

from __future__ import annotations

import gc
import os
from functools import partial
from time import perf_counter

from ieeelint import rules, selection, suppression
from ieeelint.discovery import documents, matches_any
from ieeelint.finding import SEVERITIES, Finding
from ieeelint.paper.source import Source, Span
from ieeelint.readers import ReadError, find_root, read
from ieeelint.results import Checked, Report, files_of
from ieeelint.rules.events import BROKEN_LOCAL_RULES, FAILED_RULE, UNREADABLE_INPUT
from ieeelint.settings import Settings, load, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ieeelint.baseline import Baseline
    from ieeelint.context import Context
    from ieeelint.local_rules import Problem
    from ieeelint.paper.model import Paper
    from ieeelint.rules import Rule
    from ieeelint.views.draft import Draft

    FixDraft = Callable[[Draft, list[Finding], Callable[[Draft], list[Finding]]], list[Finding]]

RESULTS_LOCK = "results.lock"  # the name ``ieeelint pin`` writes to


def check_paths(
    paths: list[str],
    settings: Settings | None = None,
    *,
    flags: dict[str, Any] | None = None,
    settings_file: str = "",
    isolated: bool = False,
    trusted: bool = True,
    text: str | None = None,
    progress: Callable[[int, int, str], None] | None = None,
    fix: FixDraft | None = None,
) -> Report:
    """Check files and folders; each project is checked once, however many of its files are named.

    ``text`` is the content of the only path, when it does not come from the file.
    Without ``settings``, each root document uses the nearest settings file, and ``flags``
    override it.  Without ``trusted``, local rules that settings files name do not run.  ``fix``
    gets each draft, its findings and a function that checks it again; it returns the findings
    that remain.
    """

    def settings_for(path: str) -> Settings:
        return settings or load(path, flags, settings_file, isolated, trusted)

    report = Report()
    roots: dict[str, str] = {}
    for path in paths:
        for document in documents(path, settings_for, report, text):
            root = document if text is not None else find_root(document)
            roots.setdefault(os.path.realpath(root), root)
    collects = gc.isenabled()
    gc.disable()  # a paper makes little garbage, and collecting costs more than it frees
    try:
        for number, root in enumerate(roots.values(), 1):
            if progress is not None:
                progress(number, len(roots), root)
            start = perf_counter()
            try:
                draft = read(root, text=text)
                if not draft.paper.root.text.strip():
                    raise ReadError(draft.paper.root.path, "is empty")
            except ReadError as error:
                report.unreadable.append(error)
                continue
            own = settings_for(root)
            report.settings = report.settings or own
            check = partial(check_draft, settings=own)
            known = report.baseline(own["baseline"])
            if known is not None:
                check = partial(_new, known, check)
            found = check(draft)
            if fix is not None:
                found = fix(draft, found, check)
            if known is not None:
                codes = [rule.code for rule in selection.selected(own)]
                known.settle(files_of(draft.paper), codes)
            report.findings += found
            seconds = perf_counter() - start
            report.papers.append(Checked(context_for(draft, own), own, seconds))
            if len(roots) > 1:
                del draft
                gc.collect()
    finally:
        if collects:
            gc.enable()
    if len(report.papers) > 1:
        report.findings = _each_once(report.findings)
    report.findings.sort(key=Finding.sort_key)
    if report.unreadable and report.papers:
        report.findings += [_unreadable(error) for error in report.unreadable]
    return report


def _new(known: Baseline, check: Callable[[Draft], list[Finding]], draft: Draft) -> list[Finding]:
    """The findings of a draft that are not in its baseline."""
    return known.new(check(draft))


def _each_once(findings: list[Finding]) -> list[Finding]:
    """Without the duplicates of findings in a file that two papers share."""
    seen = set()
    kept = []
    for finding in findings:
        source = finding.span.source
        place = os.path.realpath(source.path), finding.span.start, finding.span.end
        if (key := (*place, finding.code, finding.message)) not in seen:
            seen.add(key)
            kept.append(finding)
    return kept


def context_for(draft: Draft, settings: Settings) -> Context:
    """The context of a draft under these settings."""
    from ieeelint import profiles
    from ieeelint.context import Context, detected_profile
    from ieeelint.vocabulary import Vocabulary

    additions = dict(settings["vocabulary"])
    if settings["strict-abbreviations"]:
        additions["strict_abbreviations"] = True
    name = settings["profile"]
    vocabulary = Vocabulary(additions)
    profile = detected_profile(draft, vocabulary) if name == "auto" else profiles.profile(name)
    return Context(
        draft,
        vocabulary=vocabulary,
        profile=profile.anonymized() if settings["anonymous"] else profile,
        stage=settings["stage"],
        all_references=settings["all-references"],
        results_lock=settings["results"] or _lock_beside(draft.paper.root.path),
    )


def _lock_beside(path: str) -> str:
    """The path of the lock file in the folder of a draft, empty without one."""
    beside = os.path.join(os.path.dirname(path), RESULTS_LOCK)
    # other programs leave empty files of this name while they hold a lock
    is_there = os.path.exists(beside) and os.path.getsize(beside) > 0
    return beside if is_there else ""


def check_draft(draft: Draft, settings: Settings) -> list[Finding]:
    """The findings of one draft in order, without those that comments suppress."""
    context = context_for(draft, settings)
    paper = draft.paper
    chosen = selection.selected(settings)
    findings: list[Finding] = []
    for rule in chosen:
        if rule.english and paper.language != "en":
            continue
        findings += run_rule(rule, context)
    if settings.local_rules is not None:
        findings += [_broken_local_rules(problem) for problem in settings.local_rules.problems]
    condemning = [one for one in findings if one.severity in one.rule.condemns]
    for finding in findings:
        if paper.format not in finding.rule.fix_formats:
            finding.fix = None
    findings = suppression.apply(findings, draft, chosen, selection.nameable(settings))
    findings = _with_severities(findings, settings)
    findings = _without_ignored_files(findings, paper, settings)
    findings = _spare_condemned_passages(findings, condemning, paper)
    _refuse_harmful_fixes(findings, draft)
    findings.sort(key=Finding.sort_key)
    return findings


def _refuse_harmful_fixes(findings: list[Finding], draft: Draft) -> None:
    """Take from the findings the fixes that could destroy something."""
    fixable = [finding for finding in findings if finding.fix is not None]
    if not fixable:
        return
    from ieeelint.fixes.guard import FixGuard

    guard = FixGuard(draft)
    for finding in fixable:
        assert finding.fix is not None
        finding.refusal = guard.refusal(finding.fix)
        if finding.refusal:
            finding.fix = None


def _spare_condemned_passages(
    findings: list[Finding], condemning: list[Finding], paper: Paper
) -> list[Finding]:
    """Drop other findings in a passage that the author must delete or replace as a whole.

    Only a finding of ``condemning`` that is still among ``findings`` condemns: one that the author
    suppressed must not hide the others.
    """
    left = set(map(id, findings))
    starts = [finding.span for finding in condemning if id(finding) in left]
    if not starts:
        return findings
    condemned = []
    for passage in paper.passages:
        whole = passage.span
        if any(
            start.source is whole.source
            and whole.start <= start.start < max(whole.end, whole.start + 1)
            for start in starts
        ):
            condemned.append(whole)
    return [
        finding
        for finding in findings
        if finding.rule.in_condemned
        or not any(
            whole.source is finding.span.source and whole.start <= finding.span.start < whole.end
            for whole in condemned
        )
    ]


def run_rule(rule: Rule, context: Context) -> list[Finding]:
    """The findings of one rule; none if it does not support this format.  If the rule fails, one
    finding reports that.
    """
    found: list[Finding] = []
    if context.paper.format not in rule.formats:
        return found
    try:
        for finding in rule.check(context):
            if rule.origin:
                _require_finding(finding)
            finding.rule = rule
            finding.severity = finding.severity or rule.severity
            found.append(finding)
    except (Exception, SystemExit) as error:  # one rule must not cost the findings of the others
        if os.environ.get("IEEELINT_RAISE"):
            raise
        found.append(_failure(rule, context.paper, error))
    return found


def _require_finding(yielded: object) -> None:
    """Raise TypeError if a local rule yielded something that is not a complete finding."""
    if not isinstance(yielded, Finding) or not isinstance(yielded.span, Span):
        raise TypeError(f"it yielded {yielded!r}, not a Finding with a Span")
    if not isinstance(yielded.message, str) or yielded.severity not in ("", *SEVERITIES):
        raise TypeError(f"the message or the severity of {yielded!r} is invalid")


def _failure(rule: Rule, paper: Paper, error: BaseException) -> Finding:
    """The finding for a rule that failed, with the location in its code."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = ""
    if trace is not None:
        file = os.path.basename(trace.tb_frame.f_code.co_filename)
        where = f" at {file}:{trace.tb_lineno}"
    blame = "This is a bug in ieeelint: please report it with this message."
    if rule.origin:
        blame = f"This is a bug of the local rule in {shown(rule.origin)}."
    failed = Finding(
        Span(paper.root, 0, 0),
        f"{rule.code} ({rule.name}) failed on this draft: {type(error).__name__}: {error}{where}. "
        f"All other rules ran. {blame}",
        severity="error",
    )
    failed.rule = rules.reporting(FAILED_RULE)
    return failed


def _broken_local_rules(problem: Problem) -> Finding:
    """The report of a local rule file that cannot be used."""
    source = Source(shown(problem.path), problem.text)
    start = sum(map(len, problem.text.splitlines(keepends=True)[: problem.line - 1]))
    finding = Finding(Span(source, start, start), problem.message, severity="error")
    finding.rule = rules.reporting(BROKEN_LOCAL_RULES)
    return finding


def _with_severities(findings: list[Finding], settings: Settings) -> list[Finding]:
    """Apply the user's severities; ``off`` drops the finding."""
    wanted = settings["severity"]
    if not wanted:
        return findings
    kept = []
    for finding in findings:
        fitting = [one for one in wanted if selection.matches(one, finding.rule)]
        if fitting:  # the most specific selector wins: code or name, then prefix, then ALL
            closest = max(fitting, key=lambda one: (one.upper() != "ALL", len(one)))
            finding.severity = wanted[closest]
        if finding.severity != "off":
            kept.append(finding)
    return kept


def _without_ignored_files(
    findings: list[Finding], paper: Paper, settings: Settings
) -> list[Finding]:
    """Apply ``per-file-ignores``; patterns are relative to the settings file or the root
    document.
    """
    table = settings["per-file-ignores"]
    if not table:
        return findings
    base = os.path.dirname(settings.file or paper.root.path) or "."
    kept = []
    for finding in findings:
        ignored = False
        for one, selectors in table.items():
            if matches_any(finding.span.source.path, base, [one]):
                ignored |= any(selection.matches(selector, finding.rule) for selector in selectors)
        if not ignored:
            kept.append(finding)
    return kept


def _unreadable(error: ReadError) -> Finding:
    """The finding for an input that could not be read, among others that could."""
    message = f"This was not checked: it {error.message}."
    finding = Finding(Span(Source(error.path, ""), 0, 0), message, severity="error")
    finding.rule = rules.reporting(UNREADABLE_INPUT)
    return finding
