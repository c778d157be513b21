"""``ieeelint trace``: count the numbers of a draft that have a result, and suggest results for the
others.
"""

from __future__ import annotations

from ieeelint.arguments import UsageError
from ieeelint.cli import CLEAN
from ieeelint.draft_checking import context_for
from ieeelint.readers import ReadError, find_root, read
from ieeelint.report.records import ReportError
from ieeelint.report.verify.coverage import coverage
from ieeelint.report.verify.lock_file import load as load_lock
from ieeelint.report.verify.tracing import trace
from ieeelint.settings import shown
from ieeelint.settings_files import load
from ieeelint.terminal import log, put

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options
    from ieeelint.report.verify.coverage import TextNumber
    from ieeelint.report.verify.lock import Lock
    from ieeelint.views.draft import Draft


def run(options: Options) -> int:
    """Print one line for each number with candidates; these are suggestions, not findings."""
    draft, lock = draft_and_lock(options.path, options.lock)
    traced = trace(draft, lock)
    for entry in traced:
        keys = ", ".join(
            f"{candidate.key} = {candidate.entry.value:f} {candidate.entry.unit}".rstrip()
            for candidate in entry.candidates
        )
        put(f"{_location(entry.number)}: {_number(entry.number)}: {keys}\n")
    counts = coverage(draft, lock)
    if options.unbacked:
        suggested = {(id(entry.number.span.source), entry.number.span.start) for entry in traced}
        for number in counts.unbacked:
            if (id(number.span.source), number.span.start) not in suggested:
                put(f"{_location(number)}: {_number(number)}: no result\n")
    log(f"{counts}")
    return CLEAN


def draft_and_lock(path: str, lock_file: str | None) -> tuple[Draft, Lock]:
    """The draft, and the lock file that it is verified against.  Raises UsageError if one cannot
    be read, or if there is no lock file.
    """
    draft, lock = draft_with_any_lock(path, lock_file)
    if lock is None:
        raise UsageError(
            f"{path}: no results.lock next to it. Create it with ieeelint pin, or name another lock"
            " file with --lock"
        )
    return draft, lock


def draft_with_any_lock(path: str, lock_file: str | None) -> tuple[Draft, Lock | None]:
    """The draft, and its lock file if there is one.  Raises UsageError if one cannot be read."""
    try:
        root = find_root(path)
        draft = read(root)
    except ReadError as error:
        raise UsageError(str(error)) from None
    name = lock_file or context_for(draft, load(root)).results_lock
    try:
        return draft, load_lock(name) if name else None
    except ReportError as error:
        raise UsageError(str(error)) from None


def _location(number: TextNumber) -> str:
    line, column = number.span.source.locate(number.span.start)
    return f"{shown(number.span.source.path)}:{line}:{column}"


def _number(number: TextNumber) -> str:
    power = f"e{number.typed.power}" if number.typed.power else ""
    return f"{number.typed.digits}{power} {number.typed.unit}".rstrip()
