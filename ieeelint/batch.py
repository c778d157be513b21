"""The results of many drafts: those in the cache, and the others from several processes."""

from __future__ import annotations

from ieeelint import inputs
from ieeelint.draft_results import kept_result, stored_result
from ieeelint.readers import ReadError
from ieeelint.readers.folders import look_into

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ieeelint.cache import Cache
    from ieeelint.draft_results import Result
    from ieeelint.settings import Settings

    Task = tuple[str, str, Settings, Cache | None]  # the draft, and the archive that it is in
    Progress = Callable[[int, int, str], None]

FEWEST = 6  # drafts: starting a process takes as long as checking one or two
SECONDS = 600.0  # for one draft; the largest that people write take a few


def results(
    settings_of: dict[str, Settings], cache: Cache | None, jobs: int, progress: Progress | None
) -> dict[str, Result | ReadError]:
    """The results by root document, as far as they are in the cache or several processes are worth
    their start.
    """
    found: dict[str, Result | ReadError] = {}
    if cache is not None:
        for root, settings in settings_of.items():
            if (known := stored_result(root, settings, cache)) is not None:
                found[root] = known
    tasks: list[Task] = [
        (root, _archive_of(root), settings, cache)
        for root, settings in settings_of.items()
        if root not in found and not settings["rules"]  # local rules are checked in this process
    ]
    if jobs < 2 or len(tasks) < FEWEST:
        return found
    from ieeelint import workers
    from ieeelint.stored_results import restored

    for number, answer in workers.results(check, tasks, min(jobs, len(tasks)), SECONDS):
        root, _, settings, _ = tasks[number]
        if progress is not None:
            progress(len(found) + 1, len(settings_of), root)
        if isinstance(answer, workers.Lost):
            found[root] = ReadError(root, answer.reason)
        elif isinstance(answer, tuple):
            found[root] = ReadError(*answer)
        else:
            found[root] = restored(answer, settings)
    return found


def check(task: Task) -> dict[str, Any] | tuple[str, str]:
    """The result of a draft as plain values, or the path and the message of a ReadError."""
    from ieeelint.stored_results import stored

    root, archive, settings, cache = task
    with inputs.memory_scope():
        try:
            if archive:
                look_into(archive)
            findings, checked = kept_result(root, settings, cache)
        except ReadError as error:
            return error.path, error.message
        return stored(findings, checked)


def _archive_of(root: str) -> str:
    """The archive that a draft is in; empty for one that is a file on the disk."""
    place = inputs.in_memory(root)
    return place[0].shown if place is not None else ""
