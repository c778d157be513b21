"""Regular expressions, compiled on first use because compiling costs more than searching, and kept
for the next process.
"""

from __future__ import annotations

import re

from ieeelint.pattern_store import opened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

# Characters that an XML file cannot contain.
UNPRINTABLE = r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"

SPECIAL = frozenset("\\.^$*+?{}[]|()")  # characters with a meaning in regular expressions

_STORE = opened()
_COMPILED: dict[tuple[str, int], re.Pattern[str]] = {}


def literal(words: str) -> str:
    """An expression for exactly these words; for most, without the cost of ``re.escape``."""
    return words if SPECIAL.isdisjoint(words) else re.escape(words)


def any_of(words: Iterable[str]) -> str:
    """An expression for any of these words, taken literally."""
    return "(?:" + "|".join(map(literal, words)) + ")"


def pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled ``expression``; the same object for the same expression and flags."""
    key = (expression, flags)
    compiled = _COMPILED.get(key)
    if compiled is None:
        if _STORE is None:
            compiled = re.compile(expression, flags)
        else:
            compiled = _STORE.compiled(expression, int(flags))
        _COMPILED[key] = compiled
    return compiled


def save() -> None:
    """Keep the expressions that this process had to compile, for the next one."""
    if _STORE is not None:
        _STORE.save()
