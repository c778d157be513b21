"""The records of finished papers on the disk, so that an interrupted batch continues.

They are in the output folder of the chair, never in that of a paper.  A record is used again only
if the paper, the settings, and ieeelint are as they were.
"""

from __future__ import annotations

import os

from ieeelint import RULES_DATE, __version__, inputs
from ieeelint.cache import Cache
from ieeelint.chair.assessing import without_check
from ieeelint.settings import SettingsError
from ieeelint.stored_results import LATER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ieeelint.chair.assessing import Record
    from ieeelint.chair.submissions import Submission
    from ieeelint.settings import Settings

FOLDER = ".state"
FORM = 1  # of the records; another number makes all earlier ones useless
MOST = 1 << 50  # bytes: nothing is removed while a batch may need it


class State:
    """The records of one batch; ``lost`` are those of papers whose process was lost."""

    def __init__(self, out: str, settings: Settings) -> None:
        self.folder = os.path.join(out, FOLDER)
        self._cache = Cache(self.folder, f"{__version__} {RULES_DATE}", MOST)
        values = {name: value for name, value in settings.values.items() if name not in LATER}
        self._settings = repr(sorted(values.items()))
        self._lost: dict[str, str] = {}

    def _key(self, paper: Submission) -> tuple[Any, ...]:
        return FORM, paper.id, os.path.abspath(paper.path), paper.reason, self._settings

    def is_done(self, paper: Submission) -> bool:
        """True if the record of a paper holds: its files are as they were."""
        with inputs.confined(paper.allows):
            record: Record | None = self._cache.get(self._key(paper))
        return record is not None and not record["failures"]

    def record(self, paper: Submission) -> Record:
        """The record of a paper that is done or lost."""
        known: Record | None = None
        if paper.id not in self._lost:
            known = self._cache.kept(self._key(paper))
        reason = self._lost.get(paper.id, "its record was removed meanwhile")
        return known or without_check(failure=reason)

    def keep(self, paper: Submission, record: Record, answers: inputs.Answers) -> None:
        """Keep the record of a paper.  Raises SettingsError if the disk is full."""
        if not self._cache.put(self._key(paper), answers, record):
            raise SettingsError(
                f"{self.folder}: cannot be written; free some space on this disk, and run the same"
                " command again: it continues here"
            )

    def lose(self, paper: Submission, reason: str) -> None:
        """Note why a paper has no record; the next batch tries again."""
        self._lost[paper.id] = reason
