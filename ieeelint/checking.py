"""The main job: from paths to papers to findings."""

from __future__ import annotations

import gc
from time import perf_counter

from ieeelint import inputs
from ieeelint.discovery import documents
from ieeelint.draft_results import fresh, kept_result
from ieeelint.finding import Finding
from ieeelint.paper.source import Source, Span
from ieeelint.readers import ReadError, find_root, read
from ieeelint.results import Report
from ieeelint.settings import SettingsError
from ieeelint.settings_files import load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ieeelint.baseline import Baseline
    from ieeelint.cache import Cache
    from ieeelint.draft_results import FixDraft, Result
    from ieeelint.rules import Rule
    from ieeelint.settings import Settings

    SettingsFor = Callable[[str], Settings]  # the settings for a path
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
    cache: Cache | None = None,
    jobs: int = 1,
) -> Report:
    """Check files and folders; each project is checked once, however many of its files are named.

    Without ``settings_for``, each root document uses the nearest settings file.  ``text`` is the
    content of the only path, when it does not come from the file.  ``fix`` gets each draft, its
    findings and a function that checks it again; it returns the findings that remain.

    Unless there is a ``fix``, a draft whose result is in the ``cache`` is not checked again, and up
    to ``jobs`` drafts are checked at the same time, in several processes.

    Raises SettingsError if one of the ``outputs``, files that the caller will write, is a file of a
    draft; then no draft is fixed.
    """
    report = Report()
    roots = _roots(paths, settings_for, report, text, cache)
    settings_of = _settings_of(roots, settings_for, report)
    roots = list(settings_of)
    _share_local_rules(list(settings_of.values()))
    if outputs:
        for root in roots:
            _refuse_outputs(outputs, root, settings_of[root], text)
    collects = gc.isenabled()
    gc.disable()  # a paper makes little garbage, and collecting costs more than it frees
    try:
        known: dict[str, Result | ReadError] = {}
        if text is None and fix is None and (cache is not None or jobs > 1):
            from ieeelint.batch import results

            known = results(settings_of, cache, jobs, progress)
        for number, root in enumerate(roots, 1):
            is_known = root in known
            if progress is not None and not is_known:
                progress(number, len(roots), root)
            settings = settings_of[root]
            start = perf_counter()
            try:
                baseline = report.baseline(settings["baseline"])
                if fix is not None or text is not None:
                    result = fresh(root, settings, baseline, text, fix)
                else:
                    result = _known(known.pop(root, None)) or kept_result(root, settings, cache)
            except ReadError as error:
                report.unreadable.append(error)
                continue
            _add(result, report, settings, baseline, fix is not None)
            report.papers[-1].seconds += perf_counter() - start
            if len(roots) > 1 and not is_known:
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
    from ieeelint.draft_checking import context_for
    from ieeelint.overwriting import refuse_output
    from ieeelint.results import inputs_of

    try:
        draft = read(root, text=text)
    except ReadError:  # the check reports it
        return
    files = inputs_of(draft, context_for(draft, settings))
    files += [settings.file, settings["baseline"], *settings["rules"].get("local", ())]
    for output in outputs:
        refuse_output(output, filter(None, files))


def _roots(
    paths: list[str],
    settings_for: SettingsFor,
    report: Report,
    text: str | None,
    cache: Cache | None,
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
            root = document if text is not None else _root(document, cache)
            roots.setdefault(inputs.real_path(root), root)
    return list(roots.values())


def _root(document: str, cache: Cache | None) -> str:
    """The root of the project of a document."""
    if cache is None:
        return find_root(document)
    key = "root", document
    if (known := cache.get(key)) is not None:
        return str(known)
    with inputs.recorded() as answers:
        root = find_root(document)
    cache.put(key, answers, root)
    return root


def _known(result: Result | ReadError | None) -> Result | None:
    """A result that is known.  Raises ReadError if that is the result."""
    if isinstance(result, ReadError):
        raise result
    return result


def _add(
    result: Result, report: Report, settings: Settings, baseline: Baseline | None, is_fixed: bool
) -> None:
    """Add the result of a draft to the report, without what is in the baseline."""
    findings, checked = result
    report.settings = report.settings or settings
    if baseline is not None:
        from ieeelint.selection import selected

        if not is_fixed:
            findings = baseline.new(findings, settings)
        baseline.settle(checked.files, [rule.code for rule in selected(settings)])
    report.findings += findings
    report.papers.append(checked)


def _share_local_rules(all_settings: list[Settings]) -> None:
    """Let the command line select a local rule that only some of the projects have."""
    if len({settings.file for settings in all_settings}) < 2:
        return
    everywhere: list[Rule] = []
    for settings in all_settings:
        if settings["rules"]:
            from ieeelint import local_rules

            everywhere += local_rules.of_settings(settings).rules.values()
    for settings in all_settings:
        settings.elsewhere = everywhere


def _each_once(findings: list[Finding]) -> list[Finding]:
    """Without the duplicates of findings in a file that two papers share."""
    seen = set()
    kept = []
    for finding in findings:
        source = finding.span.source
        place = inputs.real_path(source.path), finding.span.start, finding.span.end
        if (key := (*place, finding.code, finding.message)) not in seen:
            seen.add(key)
            kept.append(finding)
    return kept


def _unreadable(error: ReadError) -> Finding:
    """The finding for an input that could not be read, among others that could."""
    from ieeelint import rules
    from ieeelint.rules.events import UNREADABLE_INPUT

    message = f"This was not checked: it {error.message}."
    finding = Finding(Span(Source(error.path, ""), 0, 0), message, severity="error")
    finding.rule = rules.reporting(UNREADABLE_INPUT)
    return finding
