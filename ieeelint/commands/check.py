"""``ieeelint check``: read the drafts, run the rules, print what they find."""

from __future__ import annotations

import os
import sys

from ieeelint.arguments import UsageError
from ieeelint.checking import check_paths
from ieeelint.cli import CLEAN, FAILED, FINDINGS, SETTINGS
from ieeelint.output import Paint, write
from ieeelint.output.terminal import colored, progress, put, replace_file
from ieeelint.settings import load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ieeelint.arguments import Options
    from ieeelint.finding import Finding
    from ieeelint.fixes.mending import Mender
    from ieeelint.results import Report
    from ieeelint.settings import Settings


def run(options: Options) -> int:
    """Check what the options name; gives the exit status."""
    paths: list[str] = options.paths
    text = None
    if "-" in paths:
        if len(paths) > 1:
            raise UsageError('"-" (standard input) is checked alone')
        text = _standard_input()
        paths = [options.stdin_filename]
    mender = _mender(options, paths)
    several = len(paths) > 1 or os.path.isdir(paths[0])
    report = check_paths(
        paths,
        flags=flags(options),
        settings_file=options.config or "",
        isolated=options.isolated,
        text=text,
        progress=progress(sys.stderr) if several else None,
        mend=mender,
    )
    settings = report.settings or load(
        paths[0], flags(options), options.config or "", options.isolated
    )
    paint = Paint(not options.output_file and colored(options.color, sys.stdout))
    if mender is not None and options.diff:
        return _show_changes(mender, paint)
    if not options.fix_only:
        _show(report, settings, options, paint)
    told = mender.fixed.items() if mender is not None else ()
    for path, count in told:
        print(f"ieeelint: {path}: {count} finding{'' if count == 1 else 's'} mended", file=sys.stderr)
    for failure in mender.failures if mender is not None else ():
        print(f"ieeelint: {failure}", file=sys.stderr)
    if not report.papers or (mender is not None and mender.failures):
        return FAILED
    if options.exit_zero or options.fix_only or not report.reaches(settings["fail-on"]):
        return CLEAN
    return FINDINGS


def _show(report: Report, settings: Settings, options: Options, paint: Paint) -> None:
    """Print the report, or write it to the file wanted."""
    if options.statistics:
        shown = statistics(report.findings)
    else:
        shown = write(settings["output-format"], report, settings, paint)
    if options.output_file:
        replace_file(options.output_file, shown)
    else:
        put(shown)
    if settings["output-format"] != "full" or options.statistics or options.output_file:
        for error in report.unreadable:
            print(f"ieeelint: {error}", file=sys.stderr)


def _show_changes(mender: Mender, paint: Paint) -> int:
    """Print what fixes would change: a patch byte for byte, or in colour for a terminal."""
    from ieeelint.fixes import patch

    for path, old, new in mender.changes:
        lines = patch.patch(path, old, new)
        if paint.colored:
            put(patch.colored(lines.encode("latin-1").decode("utf-8", "replace"), paint))
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(lines.encode("latin-1"))
    return FINDINGS if mender.changes else CLEAN


def _mender(options: Options, paths: list[str]) -> Mender | None:
    """What mends the drafts, when that is wanted.  Raises UsageError for options that contradict."""
    mends = options.fix or options.fix_only or options.diff
    if not mends:
        for name in ("--unsafe-fixes", "--output", "--in-place"):
            if getattr(options, name.lstrip("-").replace("-", "_")):
                raise UsageError(f"{name} goes with --fix")
        return None
    if "-" in options.paths:
        raise UsageError("what comes by standard input is not mended; give a file")
    if options.output and (options.in_place or len(paths) > 1 or os.path.isdir(paths[0])):
        raise UsageError("--output names one file; it goes with one draft and without --in-place")
    from ieeelint.fixes.mending import Mender

    return Mender(options.unsafe_fixes, options.output or "", options.in_place, not options.diff)


def flags(options: Options) -> dict[str, Any]:
    """The settings given on the command line."""
    given = {option.name.lstrip("-"): getattr(options, option.key, None) for option in SETTINGS}
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
