"""``ieeelint check``: read the drafts, run the rules, print the findings."""

from __future__ import annotations

import os
import sys
from functools import partial

from ieeelint import RULES_DATE, __version__, inputs
from ieeelint.arguments import UsageError
from ieeelint.check_options import SETTINGS
from ieeelint.checking import check_paths
from ieeelint.cli import CLEAN, FAILED, FINDINGS
from ieeelint.commands.check_fixes import archive_output, fixer_of, suppressor_of, target_of
from ieeelint.commands.check_output import notes_of, show, show_changes
from ieeelint.commands.looking_up import look_up_of, with_look_up
from ieeelint.ooxml import WORD
from ieeelint.settings_files import load
from ieeelint.terminal import (
    Paint,
    Progress,
    colored,
    log,
)
from ieeelint.translation import ENGLISH, chosen, speaking

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ieeelint.arguments import Options
    from ieeelint.cache import Cache
    from ieeelint.settings import Settings

HTML = (".html", ".htm")


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
    with inputs.memory_scope():
        return _check(options, others)


def _check(options: Options, others: list[str] | None) -> tuple[int, list[str]]:
    _name_report(options)
    paths, text = _inputs(options)
    target = target_of(options)
    fixer = fixer_of(options, paths, target) or suppressor_of(options, paths, target)
    values = flags(options)
    if options.no_group:
        values["group"] = False
    if options.write_baseline:
        values["baseline"] = ""
    outputs = _outputs(options, paths)
    several = len(paths) > 1 or os.path.isdir(paths[0])
    settings_for: Callable[[str], Settings] = partial(
        load, flags=values, file=options.config or "", isolated=options.isolated
    )
    look_up = look_up_of(options)
    if look_up is not None:
        settings_for = with_look_up(settings_for, look_up)
    checked = partial(
        check_paths,
        paths,
        settings_for,
        text=text,
        progress=Progress() if several and not options.quiet else None,
        outputs=outputs,
        cache=_cache(options) if look_up is None else None,
        jobs=_jobs(options) if look_up is None else 1,
    )
    report = checked(fix=fixer)
    failures = list(fixer.failures) if fixer is not None else []
    archives = list[str]()
    if fixer is not None and inputs.mounts and not options.diff:
        from ieeelint.fixes.archives import write_archives

        kind, output = "suppressed" if options.add_ignores else "fixed", archive_output(options)
        with speaking(chosen(report.settings["language"] if report.settings else ENGLISH)):
            archives, faults = write_archives(kind, output, options.force)
        failures += faults
        if faults:  # the copy is missing, so nothing in it is fixed
            fixer.done = {path: count for path, count in fixer.done.items() if not _is_packed(path)}
            inputs.mounts.clear()
            report = checked()
    settings = report.settings or settings_for(paths[0])
    paint = Paint(not options.output_file and colored(options.color))
    files = [file for paper in report.papers for file in paper.files]
    if others is not None:
        others += [file for paper in report.papers for file in paper.other_files]
    if options.diff and fixer is not None:
        return show_changes(fixer.changes, paint), files
    if not (options.fix_only or options.add_ignores or options.write_baseline):
        show(report, settings, options, paint)
    if options.fix_only or options.add_ignores or options.write_baseline:
        failures += map(str, report.unreadable)
    with speaking(chosen(settings["language"])):
        notes = notes_of(report, fixer, options) + (fixer.notes if fixer is not None else [])
    notes += (target.notes if target is not None else []) + archives
    notes += look_up.notes if look_up is not None else []
    for note in (*([] if options.quiet else notes), *failures):
        log(note)
    if not report.papers or report.unreadable or failures:
        return FAILED, files
    succeeds = (
        options.exit_zero or options.fix_only or options.add_ignores or options.write_baseline
    )
    return CLEAN if succeeds or not report.reaches(settings["fail-on"]) else FINDINGS, files


def _is_packed(path: str) -> bool:
    """True for a file of an archive."""
    return inputs.in_memory(path) is not None


def _name_report(options: Options) -> None:
    """Without fixes, --output names the file for the findings; .html is the HTML report.  Raises
    UsageError.
    """
    writes_copy = options.fix or options.fix_only or options.diff or options.add_ignores
    if options.output and not writes_copy and not options.output.lower().endswith(WORD):
        if options.output_file:
            raise UsageError("--output and --output-file both name a file for the findings")
        vars(options).update(output_file=options.output, output=None)
    if (options.output_file or "").lower().endswith(HTML) and not options.statistics:
        vars(options)["output_format"] = options.output_format or "html"


def _cache(options: Options) -> Cache | None:
    """The results of earlier checks, unless the user asks for a fresh one, or looks for a bug."""
    if options.no_cache or os.environ.get("IEEELINT_RAISE"):
        return None
    from ieeelint.cache import Cache, folder

    return Cache(folder(), f"{__version__} {RULES_DATE}")


def _jobs(options: Options) -> int:
    """The number of drafts to check at the same time.  Raises UsageError."""
    if options.jobs is None:
        return os.cpu_count() or 1
    if not options.jobs.isdecimal() or int(options.jobs) < 1:
        raise UsageError(f'--jobs must be a number from 1, not "{options.jobs}"')
    return int(options.jobs)


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
