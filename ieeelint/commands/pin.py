"""``ieeelint pin``: save the results in a lock file, so that check verifies the paper."""

from __future__ import annotations

import os

from ieeelint.arguments import UsageError
from ieeelint.cli import CLEAN, FINDINGS
from ieeelint.commands.report import build_all, inputs_of, specifications
from ieeelint.files import replace_bytes
from ieeelint.overwriting import refuse_other_kind, refuse_output
from ieeelint.phrases import plural
from ieeelint.report.records import ReportError
from ieeelint.report.verify.lock_building import build_lock
from ieeelint.report.verify.lock_changes import lock_changes
from ieeelint.report.verify.lock_file import FAMILY, dump, load
from ieeelint.terminal import log, put

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options
    from ieeelint.report.verify.lock import Lock


def run(options: Options) -> int:
    """Write the lock file, or with ``--diff`` show what would change (exit status 1).

    If a specification fails, nothing is written: the numbers of its table would no longer be
    checked.
    """
    built, status = build_all(specifications(options.specs))
    if status != CLEAN:
        log(f"{options.lock} was not changed")
        return status
    if not options.diff:
        refuse_output(options.lock, inputs_of(built))
        refuse_other_kind(options.lock, "a lock file", [FAMILY.encode()])
    old = None
    try:
        new = build_lock(built, os.path.dirname(options.lock))
    except ReportError as error:
        raise UsageError(str(error)) from None
    if os.path.exists(options.lock):
        try:
            old = load(options.lock)
        except ReportError as error:
            log(str(error))
    changes = list(lock_changes(old, new)) if old is not None else []
    if options.diff and old is not None and changes:
        changes = list(lock_changes(old, new, _locations(options, old)))
    for line in changes:
        put(f"{line}\n")
    if options.diff:
        if old is None:
            log(f"{options.lock} does not exist yet")
        return FINDINGS if changes or old is None else CLEAN
    text = dump(new)
    if old is None or text != dump(old):
        replace_bytes(options.lock, text.encode())
    cells = sum(len(table.cells) for table in new.tables.values())
    log(
        f"{options.lock}: {plural(len(new.tables), 'table')} with {plural(cells, 'cell')},"
        f" {plural(len(new.numbers), 'number')}"
    )
    return CLEAN


def _locations(options: Options, lock: Lock) -> dict[str, list[str]]:
    """The locations of pinned numbers in drafts, by key.  The drafts are those of ``--draft``, else
    those in the folder of the lock file that use it.
    """
    from ieeelint.discovery import drafts_below
    from ieeelint.draft_checking import context_for
    from ieeelint.readers import ReadError, find_root, read
    from ieeelint.report.verify.locations import locations_of
    from ieeelint.settings_files import load as settings_of

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
            for key, lines in locations_of(draft, lock).items():
                of_key = locations.setdefault(key, [])
                of_key += [line for line in lines if line not in of_key]
    return locations
