"""``ieeelint check``: read the drafts, run the rules, print the findings."""

from __future__ import annotations

import os
import sys
from functools import partial

from ieeelint.arguments import UsageError
from ieeelint.check_options import SETTINGS
from ieeelint.checking import check_paths
from ieeelint.cli import CLEAN, FAILED, FINDINGS
from ieeelint.files import append_text, replace_text
from ieeelint.output import FOR_PEOPLE, write
from ieeelint.output.full import findings_only
from ieeelint.phrases import listed, plural
from ieeelint.settings import load
from ieeelint.terminal import (
    Paint,
    Progress,
    clean,
    colored,
    log,
    put,
    put_data,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ieeelint.arguments import Options
    from ieeelint.finding import Finding
    from ieeelint.fixes.fixing import Fixer
    from ieeelint.fixes.suppressions import Suppressor
    from ieeelint.fixes.word.copies import Target
    from ieeelint.results import Report
    from ieeelint.settings import Settings


def run(options: Options) -> int:
    """Run the check once, or repeatedly with ``--watch``; returns the exit status."""
    if options.watch:
        from ieeelint.watching import watch

        if "-" in options.paths:
            raise UsageError("--watch needs files; it cannot watch standard input")
        return watch(partial(check, options), options.paths)
    return check(options)[0]


def check(options: Options, others: list[str] | None = None) -> tuple[int, list[str]]:
    """Check once; returns the exit status and the files of the drafts.

    ``others`` gets the other files that were read: settings, local rules and lock files.
    """
    paths, text = _inputs(options)
    target = _target(options)
    fixer = _fixer(options, paths, target) or _suppressor(options, paths, target)
    values = flags(options)
    if options.no_group:
        values["group"] = False
    if options.write_baseline:
        values["baseline"] = ""
    outputs = _outputs(options, paths)
    several = len(paths) > 1 or os.path.isdir(paths[0])
    settings_for = partial(load, flags=values, file=options.config or "", isolated=options.isolated)
    report = check_paths(
        paths,
        settings_for,
        text=text,
        progress=Progress() if several and not options.quiet else None,
        fix=fixer,
        outputs=outputs,
    )
    settings = report.settings or settings_for(paths[0])
    paint = Paint(not options.output_file and colored(options.color))
    files = [file for paper in report.papers for file in paper.files]
    if others is not None:
        others += [file for paper in report.papers for file in paper.other_files]
    if options.diff and fixer is not None:
        return _show_changes(fixer.changes, paint), files
    if not (options.fix_only or options.add_ignores or options.write_baseline):
        _show(report, settings, options, paint)
    failures = list(fixer.failures) if fixer is not None else []
    if options.fix_only or options.add_ignores or options.write_baseline:
        failures += map(str, report.unreadable)
    notes = _notes(report, fixer, options) + (fixer.notes if fixer is not None else [])
    notes += target.notes if target is not None else []
    for note in (*([] if options.quiet else notes), *failures):
        log(note)
    if not report.papers or report.unreadable or failures:
        return FAILED, files
    succeeds = (
        options.exit_zero or options.fix_only or options.add_ignores or options.write_baseline
    )
    return CLEAN if succeeds or not report.reaches(settings["fail-on"]) else FINDINGS, files


def _outputs(options: Options, paths: list[str]) -> list[str]:
    """The files that the check writes in addition to drafts and their copies.

    Raises SettingsError for one that it must not write.
    """
    outputs = [path for path in (options.output_file, options.write_baseline) if path]
    if outputs:
        from ieeelint.overwriting import refuse_other_kind, refuse_output, refuse_same_outputs

        refuse_same_outputs([*outputs, *([options.output] if options.output else [])])
        for output in outputs:
            refuse_output(output, paths)
        if options.write_baseline:
            refuse_other_kind(options.write_baseline, "a baseline", [b'"findings"'])
    return outputs


def _inputs(options: Options) -> tuple[list[str], str | None]:
    """The paths to check, and the content of standard input if it is one of them."""
    if "-" not in options.paths:
        return options.paths, None
    if len(options.paths) > 1:
        raise UsageError('"-" (standard input) cannot be combined with other paths')
    return [options.stdin_filename], _standard_input()


def _show(report: Report, settings: Settings, options: Options, paint: Paint) -> None:
    """Print the findings, or write them to ``--output-file``."""
    form = settings["output-format"]
    if settings["group"]:
        report.group()
    if options.statistics:
        text = statistics(report.findings)
    elif options.quiet and form == "full":
        text = findings_only(report, paint)
    else:
        text = write(form, report, settings, paint)
    is_for_people = form in FOR_PEOPLE or options.statistics
    if options.output_file:
        replace_text(options.output_file, clean(text) if is_for_people else text)
    elif is_for_people:
        put(text, paint.colored)
    else:
        put_data(text.encode("utf-8", "backslashreplace"))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and form == "github":
        from ieeelint.output.github import step_summary

        append_text(summary, step_summary(report))
    if form != "full" or options.statistics or options.output_file or options.quiet:
        for error in report.unreadable:
            log(str(error))


def _notes(report: Report, fixer: Fixer | Suppressor | None, options: Options) -> list[str]:
    """Notes about fixes, comments and baselines, for standard error."""
    notes = []
    if report.copies:
        notes.append(
            f"not checked, because ieeelint wrote it: {listed(report.copies)};"
            " to check a copy, name it"
        )
    if report.others:
        notes.append(f"not checked: {listed(report.others)}; to check a folder of these, name it")
    if report.owner_files:
        notes.append(
            f"not checked, because an editor keeps it while the draft is open:"
            f" {', '.join(report.owner_files)}"
        )
    if options.verbose:
        for paper in report.papers:
            source = paper.settings.file or "no settings file"
            files = plural(len(paper.files), "file")
            notes.append(f"{paper.path}: {files}, {source}, {paper.seconds:.3f} s")
            if paper.results_lock:
                notes.append(
                    f"{paper.path}: verified against {paper.results_lock}; see also ieeelint trace"
                )
    if options.verbose:
        for finding in report.findings:
            if finding.refusal:
                line, column = finding.span.source.locate(finding.span.start)
                notes.append(
                    f"{finding.span.source.path}:{line}:{column}: the fix of {finding.code} is not"
                    f" offered: {finding.refusal}"
                )
    for path, count in fixer.done.items() if fixer is not None else ():
        if options.add_ignores:
            notes.append(f"{path}: {plural(count, 'comment')} added; write the reason in each")
        else:
            notes.append(f"{path}: {plural(count, 'finding')} fixed")
    if options.add_ignores and report.findings:
        remaining = plural(len(report.findings), "finding")
        notes.append(
            f"{remaining} cannot be suppressed by a comment; use per-file-ignores in the settings"
        )
    if options.write_baseline and not report.unreadable:
        from ieeelint.baseline import baseline_of

        fresh = baseline_of(options.write_baseline, report.findings)
        replace_text(options.write_baseline, fresh.text())
        notes.append(f"{options.write_baseline}: {plural(len(report.findings), 'finding')} written")
    if options.update_baseline and not report.baselines:
        notes.append("--update-baseline has no effect without a baseline; name it with --baseline")
    for baseline in report.baselines.values():
        if options.update_baseline:
            if removed := baseline.shrink():
                replace_text(baseline.path, baseline.text())
            notes.append(f"{baseline.path}: {plural(removed, 'fixed finding')} removed")
        if baseline.left_out:
            notes.append(
                f"{plural(baseline.left_out, 'finding')} left out (baseline {baseline.path})"
            )
    return notes


def _show_changes(changes: list[tuple[str, bytes, bytes]], paint: Paint) -> int:
    """Print the changes as a patch: in color for a terminal, else exact to the byte."""
    from ieeelint.fixes import patch

    for path, old, new in changes:
        lines = patch.patch(path, old, new)
        if paint.colored:
            put(patch.colored(lines.encode("latin-1").decode("utf-8", "replace"), paint), True)
        else:
            put_data(lines.encode("latin-1"))
    return FINDINGS if changes else CLEAN


def _target(options: Options) -> Target | None:
    """Where results for Word drafts are written, if the check writes any."""
    if not (options.fix or options.fix_only or options.add_ignores):
        return None
    from ieeelint.fixes.word.copies import Target

    return Target(options.output or "", options.in_place, options.force)


def _fixer(options: Options, paths: list[str], target: Target | None) -> Fixer | None:
    """The object that applies fixes, or None.  Raises UsageError for conflicting options."""
    fixes = options.fix or options.fix_only or options.diff
    if fixes and (options.add_ignores or options.write_baseline):
        raise UsageError(
            "--add-ignores and --write-baseline cannot be combined with --fix, --fix-only, or"
            " --diff"
        )
    if not fixes:
        _refuse_without_fixes(options)
        return None
    if "-" in options.paths:
        raise UsageError("standard input cannot be fixed; give a file")
    _check_output(options, paths)
    from ieeelint.fixes.fixing import Fixer

    return Fixer(options.unsafe_fixes, None if options.diff else target)


def _refuse_without_fixes(options: Options) -> None:
    """Raise UsageError for options that require --fix, or --add-ignores, which also writes a
    copy.
    """
    if options.unsafe_fixes:
        raise UsageError("--unsafe-fixes requires --fix")
    for name, value in (
        ("--output", options.output),
        ("--in-place", options.in_place),
        ("--force", options.force),
    ):
        if value and not options.add_ignores:
            raise UsageError(f"{name} requires --fix or --add-ignores")


def _check_output(options: Options, paths: list[str]) -> None:
    """Raise UsageError where --output cannot name the one file to write."""
    if options.output and (options.in_place or len(paths) > 1 or os.path.isdir(paths[0])):
        raise UsageError(
            "--output requires exactly one draft and cannot be combined with --in-place"
        )


def _suppressor(options: Options, paths: list[str], target: Target | None) -> Suppressor | None:
    """The object that adds suppression comments, or None.  Raises UsageError for conflicting
    options.
    """
    if options.write_baseline and options.update_baseline:
        raise UsageError(
            "--update-baseline requires --baseline and cannot be combined with --write-baseline"
        )
    if target is None or not options.add_ignores:
        return None
    if options.write_baseline or "-" in options.paths:
        raise UsageError(
            "--add-ignores requires files and cannot be combined with --write-baseline"
        )
    _check_output(options, paths)
    from ieeelint.fixes.suppressions import Suppressor

    return Suppressor(target)


def flags(options: Options) -> dict[str, Any]:
    """The settings from the command line."""
    keys = [(option.name.lstrip("-"), option.key) for option in SETTINGS] + [
        ("baseline", "baseline")
    ]
    values = {name: getattr(options, key, None) for name, key in keys}
    return {key: value for key, value in values.items() if value is not None and value is not False}


def _standard_input() -> str:
    """The text of standard input, decoded like a file."""
    from ieeelint.readers import ReadError
    from ieeelint.readers.latex.project import from_bytes

    if sys.stdin is None:
        raise UsageError("standard input is closed")

    try:
        return from_bytes(sys.stdin.buffer.read(), "standard input").text
    except ReadError as error:
        raise UsageError(str(error)) from None


def statistics(findings: list[Finding]) -> str:
    """The number of findings of each rule, largest first."""
    counts: dict[tuple[str, str], int] = {}
    for finding in findings:
        key = finding.code, finding.rule.name
        counts[key] = counts.get(key, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return "".join(f"{number:5}  {code}  {name}\n" for (code, name), number in ranked)
