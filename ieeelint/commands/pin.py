"""``ieeelint pin``: save the results in a lock file, so that check verifies the paper."""

from __future__ import annotations

import os
import sys

from ieeelint.arguments import UsageError
from ieeelint.cli import CLEAN, FINDINGS
from ieeelint.commands.report import carry_out, specifications
from ieeelint.files import replace_bytes
from ieeelint.report.records import ReportError
from ieeelint.report.verify.lock_file import dump, load
from ieeelint.report.verify.making_lock import lock_of
from ieeelint.report.verify.pinning import difference

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options
    from ieeelint.report.verify.lock import Lock


def run(options: Options) -> int:
    """Write the lock file, or with ``--diff`` show what would change (exit status 1).

    If a specification fails, nothing is written: numbers of a table that is missing from the lock
    file would not be verified.
    """
    built, status = carry_out(specifications(options.specs))
    if status != CLEAN:
        print(f"ieeelint: {options.lock} was not changed", file=sys.stderr)
        return status
    old = None
    try:
        new = lock_of(built, os.path.dirname(options.lock))
    except ReportError as error:
        raise UsageError(str(error)) from None
    if os.path.exists(options.lock):
        try:
            old = load(options.lock)
        except ReportError as error:
            print(f"ieeelint: {error}", file=sys.stderr)
    changes = list(difference(old, new)) if old is not None else []
    if options.diff and old is not None and changes:
        changes = list(difference(old, new, _places(options, old)))
    for line in changes:
        print(line)
    if options.diff:
        if old is None:
            print(f"ieeelint: {options.lock} does not exist yet", file=sys.stderr)
        return FINDINGS if changes or old is None else CLEAN
    text = dump(new)
    if old is None or text != dump(old):
        replace_bytes(options.lock, text.encode())
    cells = sum(len(table.cells) for table in new.tables.values())
    print(
        f"ieeelint: {options.lock}: {len(new.tables)} tables with {cells} cells,"
        f" {len(new.numbers)} numbers",
        file=sys.stderr,
    )
    return CLEAN


def _places(options: Options, lock: Lock) -> dict[str, list[str]]:
    """The locations of pinned numbers in drafts, by key.  The drafts are those of ``--draft``, else
    those in the folder of the lock file that use it.
    """
    from ieeelint.checking import context_for
    from ieeelint.discovery import drafts_below
    from ieeelint.readers import ReadError, find_root, read
    from ieeelint.report.verify.locations import places_of
    from ieeelint.settings import load as settings_of

    folders = options.draft or [os.path.dirname(options.lock) or "."]
    paths: list[str] = []
    for folder in folders:
        paths += drafts_below(folder, settings_of(folder)) if os.path.isdir(folder) else [folder]
    locations: dict[str, list[str]] = {}
    for path in paths:
        try:
            draft = read(find_root(path))
        except ReadError as error:
            if options.draft:
                raise UsageError(str(error)) from None
            continue  # only drafts of --draft must be readable
        lock_of_draft = context_for(draft, settings_of(path)).results_lock
        if (
            options.draft
            or lock_of_draft
            and os.path.realpath(lock_of_draft) == os.path.realpath(options.lock)
        ):
            for key, places in places_of(draft, lock).items():
                known = locations.setdefault(key, [])
                known += [place for place in places if place not in known]
    return locations
