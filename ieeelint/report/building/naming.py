"""Names of cells and how keys are printed."""

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
    """A name for keys: ASCII letters and digits in lower case, "-" between; "x" where nothing is
    left.
    """
    text = text.replace("×", "x")
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "x"


def unique(names: list[str]) -> list[str]:
    """The names, later ones of the same name numbered: "speed-up", "speed-up-2"."""
    seen: dict[str, int] = {}
    taken = set(names)
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        chosen = name
        while seen[name] > 1 and (chosen == name or chosen in taken):
            chosen = f"{name}-{seen[name]}"
            if chosen in taken:
                seen[name] += 1
        taken.add(chosen)
        found.append(chosen)
    return found


def shown(value: Key, names: Mapping[str, Words]) -> Words:
    """How the value of a key is printed: by the specification's names, else as it is."""
    text = str(value)
    return names.get(text) or words(text)


def shown_number(value: Key, names: Mapping[str, Words]) -> Words:
    """As :func:`shown`; whole numbers of five digits and more in threes, as IEEE prints them."""
    text = str(value)
    if text in names or not text.isdecimal() or len(text) < 5:
        return shown(value, names)
    grouped = f"{int(text):,}"
    return words(grouped.replace(",", THIN_SPACE), grouped.replace(",", r"\,"))
