"""Answers of the service, kept in the user's cache folder: a run that was interrupted goes on, and
the same DOI is not asked twice.
"""

from __future__ import annotations

import json
import os
import time

from ieeelint import cache, inputs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

DAYS = 30  # an answer is asked again after that
MOST_BYTES = 64_000_000  # of all answers together; then the oldest are removed


class Answers:
    """The answers in a folder, by question.  Whatever is wrong with the folder, the service is
    asked.
    """

    def __init__(self, folder: str = "", now: Callable[[], float] = time.time) -> None:
        self.folder = folder or os.path.join(os.path.dirname(cache.folder()), "works")
        self._now = now
        self._is_pruned = False

    def get(self, question: str) -> tuple[Any] | None:
        """The answer, in a tuple since it may be None; None if there is none that is recent."""
        try:
            with open(self._path(question), "rb") as file:
                stored, seconds, answer = json.loads(file.read())
        except (OSError, ValueError, TypeError, RecursionError):
            return None
        is_recent = isinstance(seconds, (int, float)) and 0 <= self._now() - seconds < DAYS * 86_400
        return (answer,) if stored == question and is_recent else None

    def put(self, question: str, answer: Any) -> None:
        """Keep an answer; nothing if that is not possible."""
        data = json.dumps([question, self._now(), answer]).encode()
        cache.keep(self._path(question), data)
        if not self._is_pruned:
            self._is_pruned = True
            cache.Cache(self.folder).prune(MOST_BYTES)

    def _path(self, question: str) -> str:
        return os.path.join(self.folder, inputs.digest(question.encode()).hex())
