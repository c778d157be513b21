"""``ieeelint check``: read the drafts, run the rules, print what they find."""

from __future__ import annotations

import os
import sys

from ieeelint.arguments import UsageError
from ieeelint.checking import check_paths
from ieeelint.cli import CLEAN, FAILED, FINDINGS, SETTINGS
from ieeelint.output import Paint, write
from ieeelint.output.full import findings_only
from ieeelint.output.terminal import append, colored, progress, put, replace_file
from ieeelint.settings import load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ieeelint.arguments import Options
    from ieeelint.finding import Finding
    from ieeelint.fixes.fixing import Mender
    from ieeelint.fixes.suppressions import Ignorer
    from ieeelint.results import Report
    from ieeelint.settings import Settings


def run(options: Options) -> int:
    """Check what the options name; gives the exit status."""
    if options.watch:
        from ieeelint.watching import watch

        if "-" in options.paths:
            raise UsageError("--watch watches files, not standard input")
        return watch(lambda: check(options), options.paths)
    return check(options)[0]


def check(options: Options) -> tuple[int, list[str]]:
    """Check once; gives the exit status and the files that were read."""
    paths, text = _inputs(options)
    mend = _mender(options, paths) or _ignorer(options)
    given = flags(options)
    if options.write_baseline:
        given["baseline"] = ""
    several = len(paths) > 1 or os.path.isdir(paths[0])
    report = check_paths(
        paths,
        flags=given,
        settings_file=options.config or "",
        isolated=options.isolated,
        text=text,
        progress=progress(sys.stderr) if several and not options.quiet else None,
        mend=mend,
    )
    settings = report.settings or load(paths[0], given, options.config or "", options.isolated)
    paint = Paint(not options.output_file and colored(options.color, sys.stdout))
    files = [file for paper in report.papers for file in paper.files]
    if options.diff and mend is not None:
        return _show_changes(mend.changes, paint), files
    if not (options.fix_only or options.add_ignores or options.write_baseline):
        _show(report, settings, options, paint)
    failures = list(mend.failures) if mend is not None else []
    if options.fix_only or options.add_ignores or options.write_baseline:
        failures += map(str, report.unreadable)
    notes = _notes(report, mend, options)
    for note in (*([] if options.quiet else notes), *failures):
        print(f"ieeelint: {note}", file=sys.stderr)
    if not report.papers or failures:
        return FAILED, files
    silent = options.exit_zero or options.fix_only or options.add_ignores or options.write_baseline
    return CLEAN if silent or not report.reaches(settings["fail-on"]) else FINDINGS, files


def _inputs(options: Options) -> tuple[list[str], str | None]:
    """The paths to check, and the content of the one that comes by standard input."""
    if "-" not in options.paths:
        return options.paths, None
    if len(options.paths) > 1:
        raise UsageError('"-" (standard input) is checked alone')
    return [options.stdin_filename], _standard_input()


def _show(report: Report, settings: Settings, options: Options, paint: Paint) -> None:
    """Print the report, or write it to the file wanted."""
    form = settings["output-format"]
    if options.statistics:
        shown = statistics(report.findings)
    elif options.quiet and form == "full":
        shown = findings_only(report, paint)
    else:
        shown = write(form, report, settings, paint)
    if options.output_file:
        replace_file(options.output_file, shown)
    else:
        put(shown)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and form == "github":
        from ieeelint.output.github import step_summary

        append(summary, step_summary(report))
    if form != "full" or options.statistics or options.output_file or options.quiet:
        for error in report.unreadable:
            print(f"ieeelint: {error}", file=sys.stderr)


def _notes(report: Report, mend: Mender | Ignorer | None, options: Options) -> list[str]:
    """What was done besides reporting."""
    notes = []
    if options.verbose:
        for paper in report.papers:
            source = paper.settings.file or "no settings file"
            files = counted(len(paper.files), "file")
            notes.append(f"{paper.path}: {files}, {source}, {paper.seconds:.3f} s")
            if paper.results_lock:
                notes.append(
                    f"{paper.path}: held to {paper.results_lock}; ieeelint trace counts its numbers"
                )
    for path, count in mend.done.items() if mend is not None else ():
        what = f"{counted(count, 'comment')} added; say in each why" if options.add_ignores else ""
        notes.append(f"{path}: {what or counted(count, 'finding') + ' mended'}")
    if options.add_ignores and report.findings:
        notes.append(f"{counted(len(report.findings), 'finding')} cannot be answered by a comment")
    if options.write_baseline and not report.unreadable:
        from ieeelint.baseline import baseline_of

        fresh = baseline_of(options.write_baseline, report.findings)
        replace_file(options.write_baseline, fresh.text())
        notes.append(
            f"{options.write_baseline}: {counted(len(report.findings), 'finding')} written"
        )
    for known in report.baselines.values():
        if options.update_baseline and (gone := known.shrink()):
            replace_file(known.path, known.text())
            notes.append(f"{known.path}: {counted(gone, 'finding')} forgotten")
        if known.left_out:
            notes.append(f"{counted(known.left_out, 'known finding')} left out ({known.path})")
    return notes


def counted(number: int, noun: str) -> str:
    """``1 finding``, ``2 findings``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _show_changes(changes: list[tuple[str, bytes, bytes]], paint: Paint) -> int:
    """Print what fixes would change: a patch byte for byte, or in colour for a terminal."""
    from ieeelint.fixes import patch

    for path, old, new in changes:
        lines = patch.patch(path, old, new)
        if paint.colored:
            put(patch.colored(lines.encode("latin-1").decode("utf-8", "replace"), paint))
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(lines.encode("latin-1"))
    return FINDINGS if changes else CLEAN


def _mender(options: Options, paths: list[str]) -> Mender | None:
    """What mends the drafts, when that is wanted.  Raises UsageError for options that
    contradict.
    """
    mends = options.fix or options.fix_only or options.diff
    if mends and (options.add_ignores or options.write_baseline):
        raise UsageError("--add-ignores and --write-baseline go without fixes")
    if not mends:
        for name in ("--unsafe-fixes", "--output", "--in-place"):
            if getattr(options, name.lstrip("-").replace("-", "_")):
                raise UsageError(f"{name} goes with --fix")
        return None
    if "-" in options.paths:
        raise UsageError("what comes by standard input is not mended; give a file")
    if options.output and (options.in_place or len(paths) > 1 or os.path.isdir(paths[0])):
        raise UsageError("--output names one file; it goes with one draft and without --in-place")
    from ieeelint.fixes.fixing import Mender

    return Mender(options.unsafe_fixes, options.output or "", options.in_place, not options.diff)


def _ignorer(options: Options) -> Ignorer | None:
    """What writes suppression comments, when that is wanted.  Raises UsageError for options that
    contradict.
    """
    if options.write_baseline and options.update_baseline:
        raise UsageError("--update-baseline goes with --baseline, not with --write-baseline")
    if not options.add_ignores:
        return None
    if options.write_baseline or "-" in options.paths:
        raise UsageError("--add-ignores goes with files, and without --write-baseline")
    from ieeelint.fixes.suppressions import Ignorer

    return Ignorer()


def flags(options: Options) -> dict[str, Any]:
    """The settings given on the command line."""
    keys = [(option.name.lstrip("-"), option.key) for option in SETTINGS] + [
        ("baseline", "baseline")
    ]
    given = {name: getattr(options, key, None) for name, key in keys}
    return {key: value for key, value in given.items() if value is not None and value is not False}


def _standard_input() -> str:
    """What comes by standard input, decoded as a file would be."""
    from ieeelint.readers import ReadError
    from ieeelint.readers.latex.project import from_bytes

    try:
        return from_bytes(sys.stdin.buffer.read(), "standard input").text
    except ReadError as error:
        raise UsageError(str(error)) from None


def statistics(findings: list[Finding]) -> str:
    """How many findings each rule has, the most first."""
    counts: dict[tuple[str, str], int] = {}
    for finding in findings:
        key = finding.code, finding.rule.name
        counts[key] = counts.get(key, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return "".join(f"{number:5}  {code}  {name}\n" for (code, name), number in ranked)
