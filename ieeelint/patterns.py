"""Regular expressions compiled when first needed, since compiling costs more than searching."""

from __future__ import annotations

import re

# What no XML file can hold.
UNPRINTABLE = r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"

_COMPILED: dict[tuple[str, int], re.Pattern[str]] = {}


def pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled ``expression``; the same object for the same words and flags."""
    key = (expression, flags)
    found = _COMPILED.get(key)
    if found is None:
        found = _COMPILED[key] = re.compile(expression, flags)
    return found
