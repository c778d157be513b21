"""The main job: from paths to papers to findings."""

from __future__ import annotations

import gc
import os
from functools import partial
from time import perf_counter

from ieeelint import local_rules, rules, selection
from ieeelint.discovery import documents
from ieeelint.draft_checking import check_draft, context_for
from ieeelint.finding import Finding
from ieeelint.paper.source import Source, Span
from ieeelint.readers import ReadError, find_root, read
from ieeelint.results import Checked, Report, files_of, inputs_of
from ieeelint.rules.events import UNREADABLE_INPUT
from ieeelint.settings import SettingsError, load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ieeelint.baseline import Baseline
    from ieeelint.rules import Rule
    from ieeelint.settings import Settings
    from ieeelint.views.draft import Draft

    SettingsFor = Callable[[str], Settings]  # the settings for a path
    CheckDraft = Callable[[Draft], list[Finding]]
    FixDraft = Callable[[Draft, list[Finding], CheckDraft], list[Finding]]
    Progress = Callable[[int, int, str], None]  # number, total, path

BAD_SETTINGS = "has settings that cannot be used"


def check_paths(
    paths: list[str],
    settings_for: SettingsFor = load,
    *,
    text: str | None = None,
    progress: Progress | None = None,
    fix: FixDraft | None = None,
    outputs: Sequence[str] = (),
) -> Report:
    """Check files and folders; each project is checked once, however many of its files are named.

    Without ``settings_for``, each root document uses the nearest settings file.  ``text`` is the
    content of the only path, when it does not come from the file.  ``fix`` gets each draft, its
    findings and a function that checks it again; it returns the findings that remain.

    Raises SettingsError if one of the ``outputs``, files that the caller will write, is a file of a
    draft; then no draft is fixed.
    """
    report = Report()
    roots = _roots(paths, settings_for, report, text)
    settings_of = _settings_of(roots, settings_for, report)
    roots = list(settings_of)
    _share_local_rules(list(settings_of.values()))
    if outputs:
        for root in roots:
            _refuse_outputs(outputs, root, settings_of[root], text)
    collects = gc.isenabled()
    gc.disable()  # a paper makes little garbage, and collecting costs more than it frees
    try:
        for number, root in enumerate(roots, 1):
            if progress is not None:
                progress(number, len(roots), root)
            _check_root(root, settings_of[root], report, text, fix)
            if len(roots) > 1:
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


def _settings_of(
    roots: list[str], settings_for: SettingsFor, report: Report
) -> dict[str, Settings]:
    """The settings of each root; a wrong settings file is reported, and costs only its own draft.

    Raises SettingsError if none can be used.
    """
    settings_of: dict[str, Settings] = {}
    failure = None
    for root in roots:
        try:
            settings_of[root] = settings_for(root)
        except SettingsError as error:
            failure = error
            report.unreadable.append(ReadError(root, f"{BAD_SETTINGS}: {error}"))
    if failure is not None and not settings_of:
        raise failure
    return settings_of


def _refuse_outputs(
    outputs: Sequence[str], root: str, settings: Settings, text: str | None
) -> None:
    """Raises SettingsError if an output is a file of the draft, or one that its check reads."""
    from ieeelint.overwriting import refuse_output

    try:
        draft = read(root, text=text)
    except ReadError:  # the check reports it
        return
    inputs = inputs_of(draft, context_for(draft, settings))
    inputs += [settings.file, settings["baseline"], *settings["rules"].get("local", ())]
    for output in outputs:
        refuse_output(output, filter(None, inputs))


def _roots(
    paths: list[str], settings_for: SettingsFor, report: Report, text: str | None
) -> list[str]:
    """The root document of each project, once."""
    roots: dict[str, str] = {}
    for path in paths:
        try:
            found = list(documents(path, settings_for, report, text))
        except SettingsError as error:
            if len(paths) == 1:
                raise
            report.unreadable.append(ReadError(path, f"{BAD_SETTINGS}: {error}"))
            continue
        for document in found:
            root = document if text is not None else find_root(document)
            roots.setdefault(os.path.realpath(root), root)
    return list(roots.values())


def _check_root(
    root: str, settings: Settings, report: Report, text: str | None, fix: FixDraft | None
) -> None:
    """Read, check and fix one project, and add the results to the report."""
    start = perf_counter()
    try:
        draft = read(root, text=text)
        if not draft.paper.root.text.strip():
            raise ReadError(draft.paper.root.path, "is empty")
    except ReadError as error:
        report.unreadable.append(error)
        return
    report.settings = report.settings or settings
    check: CheckDraft = partial(check_draft, settings=settings)
    baseline = report.baseline(settings["baseline"])
    if baseline is not None:
        check = partial(_new, baseline, check)
    findings = check(draft)
    if fix is not None:
        findings = fix(draft, findings, check)
    if baseline is not None:
        codes = [rule.code for rule in selection.selected(settings)]
        baseline.settle(files_of(draft.paper), codes)
    report.findings += findings
    seconds = perf_counter() - start
    report.papers.append(Checked(context_for(draft, settings), settings, seconds))


def _share_local_rules(all_settings: list[Settings]) -> None:
    """Let the command line select a local rule that only some of the projects have."""
    if len({settings.file for settings in all_settings}) < 2:
        return
    everywhere: list[Rule] = []
    for settings in all_settings:
        if settings["rules"]:
            everywhere += local_rules.of_settings(settings).rules.values()
    for settings in all_settings:
        settings.elsewhere = everywhere


def _new(baseline: Baseline, check: CheckDraft, draft: Draft) -> list[Finding]:
    """The findings of a draft that are not in its baseline."""
    return baseline.new(check(draft))


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


def _unreadable(error: ReadError) -> Finding:
    """The finding for an input that could not be read, among others that could."""
    message = f"This was not checked: it {error.message}."
    finding = Finding(Span(Source(error.path, ""), 0, 0), message, severity="error")
    finding.rule = rules.reporting(UNREADABLE_INPUT)
    return finding
