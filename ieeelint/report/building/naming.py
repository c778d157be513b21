"""Names of cells, and the printed form of key values."""

from __future__ import annotations

import re
import unicodedata

from ieeelint.report.words import Words, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ieeelint.report.records import Key

THIN_SPACE = "\u2009"


def slug(text: str) -> str:
    """A name for keys: lowercase ASCII letters, digits and "-"; "x" if there are none."""
    text = text.replace("×", "x")
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "x"


def unique(names: list[str]) -> list[str]:
    """The names, with numbers for duplicates: "speed-up", "speed-up-2"."""
    seen: dict[str, int] = {}
    taken = set(names)
    numbered = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        chosen = name
        while seen[name] > 1 and (chosen == name or chosen in taken):
            chosen = f"{name}-{seen[name]}"
            if chosen in taken:
                seen[name] += 1
        taken.add(chosen)
        numbered.append(chosen)
    return numbered


def shown(value: Key, names: Mapping[str, Words]) -> Words:
    """The printed value of a key: its name in the specification, or the value itself."""
    text = str(value)
    return names.get(text) or words(text)


def shown_number(value: Key, names: Mapping[str, Words]) -> Words:
    """Like :func:`shown`, but integers with five or more digits are grouped in threes (IEEE)."""
    text = str(value)
    if text in names or not text.isdecimal() or len(text) < 5:
        return shown(value, names)
    grouped = f"{int(text):,}"
    return words(grouped.replace(",", THIN_SPACE), grouped.replace(",", r"\,"))
