"""The output of ``ieeelint check``: findings, statistics, patches, and notes."""

from __future__ import annotations

import os

from ieeelint.cli import CLEAN, FINDINGS
from ieeelint.files import append_text, replace_text
from ieeelint.output import FOR_PEOPLE, language_of, write
from ieeelint.output.full import findings_only
from ieeelint.phrases import plural
from ieeelint.terminal import clean, log, put, put_data
from ieeelint.translation import say_number, speaking

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.arguments import Options
    from ieeelint.finding import Finding
    from ieeelint.fixes.fixing import Fixer
    from ieeelint.fixes.suppressions import Suppressor
    from ieeelint.results import Report
    from ieeelint.settings import Settings
    from ieeelint.terminal import Paint


def show(report: Report, settings: Settings, options: Options, paint: Paint) -> None:
    """Print the findings, or write them to ``--output-file``."""
    form = settings["output-format"]
    if settings["group"]:
        report.group()
    if options.statistics:
        text = statistics(report.findings)
    elif options.quiet and form == "full":
        with speaking(language_of(settings, form)):
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

        with speaking(language_of(settings, form)):
            append_text(summary, step_summary(report))
    if form != "full" or options.statistics or options.output_file or options.quiet:
        for error in report.unreadable:
            log(str(error))


def notes_of(report: Report, fixer: Fixer | Suppressor | None, options: Options) -> list[str]:
    """Notes about fixes, comments and baselines, for standard error."""
    notes = report.about_files()
    for words in dict.fromkeys(_overridden(report)):
        notes.append(words)
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
    elif options.fix or options.fix_only or options.diff:
        refused: dict[str, int] = {}
        for finding in report.findings:
            if finding.refusal:
                path = finding.span.source.path
                refused[path] = refused.get(path, 0) + 1
        for path, count in refused.items():
            notes.append(
                say_number(
                    count,
                    "{path}: {number} fix that could damage the draft not offered; see --verbose",
                    "{path}: {number} fixes that could damage the draft not offered; see --verbose",
                    path=path,
                )
            )
    for path, count in fixer.done.items() if fixer is not None else ():
        if options.add_ignores:
            one = "{path}: {number} comment added; write the reason in each"
            many = "{path}: {number} comments added; write the reason in each"
        else:
            one, many = "{path}: {number} finding fixed", "{path}: {number} findings fixed"
        notes.append(say_number(count, one, many, path=path))
    if options.add_ignores and report.findings:
        remaining = plural(len(report.findings), "finding")
        notes.append(
            f"{remaining} cannot be suppressed by a comment; use per-file-ignores in the settings"
        )
    if options.write_baseline and not report.unreadable:
        from ieeelint.baseline import baseline_of

        fresh = baseline_of(options.write_baseline, report.findings)
        replace_text(options.write_baseline, fresh.text())
        notes.append(
            say_number(
                len(report.findings),
                "{path}: {number} finding written",
                "{path}: {number} findings written",
                path=options.write_baseline,
            )
        )
    if options.update_baseline and not report.baselines:
        notes.append("--update-baseline has no effect without a baseline; name it with --baseline")
    for baseline in report.baselines.values():
        if options.update_baseline:
            if removed := baseline.shrink():
                replace_text(baseline.path, baseline.text())
            notes.append(
                say_number(
                    removed,
                    "{path}: {number} fixed finding removed",
                    "{path}: {number} fixed findings removed",
                    path=baseline.path,
                )
            )
        if baseline.left_out:
            notes.append(
                say_number(
                    baseline.left_out,
                    "{number} finding left out (baseline {path})",
                    "{number} findings left out (baseline {path})",
                    path=baseline.path,
                )
            )
    return notes


def _overridden(report: Report) -> Iterator[str]:
    """What would silence mandatory rules in settings and baselines, and does not."""
    from ieeelint.selection import overridden

    for paper in report.papers:
        yield from overridden(paper.settings)
    for baseline in report.baselines.values():
        if baseline.mandatory:
            codes = ", ".join(sorted(baseline.mandatory))
            yield f"{baseline.path}: has no effect on mandatory rules: {codes}"


def show_changes(changes: list[tuple[str, bytes, bytes]], paint: Paint) -> int:
    """Print the changes as a patch: in color for a terminal, else exact to the byte."""
    from ieeelint.fixes import patch

    for path, old, new in changes:
        lines = patch.patch(path, old, new)
        if paint.colored:
            put(patch.colored(lines.encode("latin-1").decode("utf-8", "replace"), paint), True)
        else:
            put_data(lines.encode("latin-1"))
    return FINDINGS if changes else CLEAN


def statistics(findings: list[Finding]) -> str:
    """The number of findings of each rule, largest first."""
    counts: dict[tuple[str, str], int] = {}
    for finding in findings:
        key = finding.code, finding.rule.name
        counts[key] = counts.get(key, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return "".join(f"{number:5}  {code}  {name}\n" for (code, name), number in ranked)
