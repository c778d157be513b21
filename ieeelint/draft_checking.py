"""Runs the rules on one draft and applies the settings to their findings."""

from __future__ import annotations

import os

from ieeelint import inputs, rules, selection, suppression
from ieeelint.condemned import without_condemned
from ieeelint.discovery import matches_any
from ieeelint.finding import Finding
from ieeelint.paper.source import Source, Span
from ieeelint.results import RESULTS_LOCK
from ieeelint.rules.events import BROKEN_LOCAL_RULES
from ieeelint.running import run_rule
from ieeelint.settings import Settings, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ieeelint.context import Context
    from ieeelint.local_rules import Problem
    from ieeelint.paper.model import Paper
    from ieeelint.views.draft import Draft

    FixDraft = Callable[[Draft, list[Finding], Callable[[Draft], list[Finding]]], list[Finding]]


def context_for(draft: Draft, settings: Settings) -> Context:
    """The context of a draft under these settings."""
    from ieeelint import profiles
    from ieeelint.context import Context, detected_profile, says_anonymous
    from ieeelint.vocabulary import Vocabulary

    additions = dict(settings["vocabulary"])
    if settings["strict-abbreviations"]:
        additions["strict_abbreviations"] = True
    name = settings["profile"]
    vocabulary = Vocabulary(additions)
    profile = detected_profile(draft, vocabulary) if name == "auto" else profiles.profile(name)
    is_anonymous = settings["anonymous"]
    if is_anonymous == "auto":
        is_anonymous = says_anonymous(draft, vocabulary)
    return Context(
        draft,
        vocabulary=vocabulary,
        profile=profile.anonymized() if is_anonymous else profile,
        stage=settings["stage"],
        venue=settings.venue,
        all_references=settings["all-references"],
        max_pages=settings["max-pages"],
        copyright_line=settings["copyright"],
        results_lock=settings["results"] or _lock_beside(draft.paper.root.path, settings),
        look_up=settings.look_up,
    )


def _lock_beside(path: str, settings: Settings) -> str:
    """The path of the lock file in the folder of a draft, empty without one."""
    if settings.skips_results:
        return ""
    beside = os.path.join(os.path.dirname(path), RESULTS_LOCK)
    # other programs leave empty files of this name while they hold a lock
    is_there = inputs.size(beside) > 0
    return beside if is_there else ""


def check_draft(
    draft: Draft, settings: Settings, suppressed: list[Finding] | None = None
) -> list[Finding]:
    """The findings of one draft in order, without those that comments suppress, which are added to
    ``suppressed``.
    """
    context = context_for(draft, settings)
    paper = draft.paper
    chosen = selection.selected(settings)
    asked = [*settings["select"], *settings["extend-select"], *settings["mandatory"]]
    findings: list[Finding] = []
    for rule in chosen:
        if rule.code in context.profile.off and not any(
            selection.matches(selector, rule) for selector in asked
        ):
            continue
        findings += run_rule(rule, context)
    if settings.local_rules is not None:
        broken = [_broken_local_rules(problem) for problem in settings.local_rules.problems]
        findings += [one for one in broken if not selection.is_ignored(one.rule, settings)]
    for finding in findings:
        if paper.format not in finding.rule.fix_formats:
            finding.fix = None
    findings = suppression.apply(findings, draft, chosen, settings, suppressed)
    findings = _with_severities(findings, settings)
    findings = _without_ignored_files(findings, paper, settings)
    findings = without_condemned(findings)
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
        finding.fix = guard.completed(finding.fix) if not finding.refusal else None


def _broken_local_rules(problem: Problem) -> Finding:
    """The report of a local rule file that cannot be used."""
    source = Source(shown(problem.path), problem.text)
    start = sum(map(len, problem.text.splitlines(keepends=True)[: problem.line - 1]))
    finding = Finding(Span(source, start, start), problem.message, severity="error")
    finding.rule = rules.reporting(BROKEN_LOCAL_RULES)
    return finding


def _with_severities(findings: list[Finding], settings: Settings) -> list[Finding]:
    """Apply the user's severities; ``off`` drops the finding.  No mandatory rule becomes less
    severe.
    """
    if not settings["severity"]:
        return findings
    kept = []
    for finding in findings:
        severity = selection.severity_of(finding.rule, settings)
        if selection.is_mandatory(finding.rule, settings):
            severity = "" if selection.is_lowered(finding.rule, settings) else severity
        finding.severity = severity or finding.severity
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
        if selection.is_mandatory(finding.rule, settings):
            kept.append(finding)
            continue
        ignored = False
        for one, selectors in table.items():
            if matches_any(finding.span.source.path, base, [one]):
                ignored |= any(selection.matches(selector, finding.rule) for selector in selectors)
        if not ignored:
            kept.append(finding)
    return kept
