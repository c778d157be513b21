"""What ``ieeelint check`` writes to drafts: fixes, or comments that suppress findings."""

from __future__ import annotations

import os

from ieeelint.arguments import UsageError
from ieeelint.discovery import NAMED_ARCHIVES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options
    from ieeelint.fixes.fixing import Fixer
    from ieeelint.fixes.suppressions import Suppressor
    from ieeelint.fixes.word.copies import Target


def target_of(options: Options) -> Target | None:
    """Where results for Word drafts are written, if the check writes any."""
    if not (options.fix or options.fix_only or options.add_ignores):
        return None
    from ieeelint.fixes.word.copies import Target

    output = "" if archive_output(options) else options.output or ""
    return Target(output, options.in_place, options.force)


def archive_output(options: Options) -> str:
    """The name of the copy of an archive, if it is the only path."""
    is_archive = len(options.paths) == 1 and options.paths[0].lower().endswith(NAMED_ARCHIVES)
    return options.output or "" if is_archive else ""


def fixer_of(options: Options, paths: list[str], target: Target | None) -> Fixer | None:
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

    copies = options.unsafe_fixes and options.anonymous  # never without being asked
    return Fixer(options.unsafe_fixes, None if options.diff else target, bool(copies))


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


def suppressor_of(options: Options, paths: list[str], target: Target | None) -> Suppressor | None:
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
