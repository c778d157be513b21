"""``ieeelint trace``: how many numbers of a draft have results behind them, and which the others
may come from.
"""

from __future__ import annotations

import sys

from ieeelint.arguments import UsageError
from ieeelint.checking import context_for
from ieeelint.cli import CLEAN
from ieeelint.output.terminal import put
from ieeelint.readers import ReadError, find_root, read
from ieeelint.report.records import ReportError
from ieeelint.report.verify import lock as locks
from ieeelint.report.verify.coverage import coverage
from ieeelint.report.verify.tracing import trace
from ieeelint.settings import load, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options
    from ieeelint.report.verify.coverage import Loose
    from ieeelint.report.verify.lock import Lock
    from ieeelint.views.draft import Draft


def run(options: Options) -> int:
    """Print a line a number with candidates: suggestions, never findings."""
    draft, lock = draft_and_lock(options.path, options.lock)
    traced = trace(draft, lock)
    for one in traced:
        keys = ", ".join(
            f"{candidate.key} = {candidate.kept['value']} {candidate.kept.get('unit', '')}".rstrip()
            for candidate in one.candidates
        )
        put(f"{_place(one.number)}: {_number(one.number)}: {keys}\n")
    found = coverage(draft, lock)
    if options.unbacked:
        known = {(id(one.number.span.source), one.number.span.start) for one in traced}
        for number in found.unbacked:
            if (id(number.span.source), number.span.start) not in known:
                put(f"{_place(number)}: {_number(number)}: no result\n")
    print(f"ieeelint: {found}", file=sys.stderr)
    return CLEAN


def draft_and_lock(path: str, lock_file: str | None) -> tuple[Draft, Lock]:
    """The draft, and the pinned results it is checked against.  Raises UsageError for what
    cannot be read.
    """
    try:
        root = find_root(path)
        draft = read(root)
    except ReadError as error:
        raise UsageError(str(error)) from None
    name = lock_file or context_for(draft, load(root)).results_lock
    if not name:
        raise UsageError(
            f"{path}: there is no results.lock beside it. Write it with ieeelint pin, or name it"
            " with --lock"
        )
    try:
        return draft, locks.read(name)
    except ReportError as error:
        raise UsageError(str(error)) from None


def _place(number: Loose) -> str:
    line, column = number.span.source.locate(number.span.start)
    return f"{shown(number.span.source.path)}:{line}:{column}"


def _number(number: Loose) -> str:
    power = f"e{number.typed.power}" if number.typed.power else ""
    return f"{number.typed.digits}{power} {number.typed.unit}".rstrip()
