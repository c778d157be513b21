"""``ieeelint pin``: keep what the results say, for the paper to be held to."""

from __future__ import annotations

import os
import sys

from ieeelint.arguments import UsageError
from ieeelint.cli import CLEAN, FINDINGS
from ieeelint.commands.report import carry_out, specifications
from ieeelint.fixes.files import replace_bytes
from ieeelint.report.held import lock as locks
from ieeelint.report.held.pinning import difference
from ieeelint.report.records import ReportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options


def run(options: Options) -> int:
    """Write the lock, or with ``--diff`` say what writing it would change (exit status 1) and leave it.

    Nothing is written when a specification cannot be carried out: a lock that lacks a table would
    let the paper say anything.
    """
    built, status = carry_out(specifications(options.specs))
    if status != CLEAN:
        print(f"ieeelint: {options.lock} is left as it is", file=sys.stderr)
        return status
    old = None
    try:
        new = locks.lock_of(built, os.path.dirname(options.lock))
    except ReportError as error:
        raise UsageError(str(error)) from None
    if os.path.exists(options.lock):
        try:
            old = locks.read(options.lock)
        except ReportError as error:
            print(f"ieeelint: {error}", file=sys.stderr)
    changes = list(difference(old, new)) if old is not None else []
    for line in changes:
        print(line)
    if options.diff:
        if old is None:
            print(f"ieeelint: {options.lock} is not written yet", file=sys.stderr)
        return FINDINGS if changes or old is None else CLEAN
    text = locks.written(new)
    if old is None or text != locks.written(old):
        replace_bytes(options.lock, text.encode())
    cells = sum(len(table["cells"]) for table in new["tables"].values())
    print(
        f"ieeelint: {options.lock}: {len(new['tables'])} tables with {cells} cells, {len(new['numbers'])} numbers",
        file=sys.stderr,
    )
    return CLEAN
