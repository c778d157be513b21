"""Heads of rows and columns as they are compared: exactly, or as another way to write the same."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ieeelint.report.numbers.units import is_unit
from ieeelint.report.verify.reading_back import CITED, normal

UNIT = re.compile(r"\(([^()]*)\)")
BRACKETS = re.compile(r"\[([^\[\]]*)\]")
BEHIND = re.compile(r"\s*[/,]\s*(\S+)\s*$")  # "Latency / ms", "Latency, ms"
OWN = re.compile(r"\(\s*(?:ours?|ours? method|proposed|baseline)\s*\)", re.IGNORECASE)
THOUSANDS = re.compile(r"(\d+)k")
SHORTEST = 3  # letters of an abbreviation


@lru_cache(maxsize=20_000)
def simple(text: str) -> str:
    """Words as they are compared: no case, no accents, no punctuation, digits without groups."""
    text = normal(CITED.sub("", text).replace("×", " x ").replace("µ", "u").replace("μ", "u"))
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return " ".join(re.sub(r"[^a-z0-9.+%/-]+", " ", text).replace(". ", " ").strip(" .").split())


def without_unit(text: str) -> tuple[str, str]:
    """The words of a head, and the unit that it states: in parentheses, in brackets, or behind a
    stroke or a comma.
    """
    units = UNIT.findall(text)
    words = UNIT.sub(" ", text)
    for found in BRACKETS.finditer(words):
        if is_unit(found.group(1).strip()):
            return words.replace(found.group(), " "), found.group(1).strip()
    if units:
        return words, units[-1].strip()
    behind = BEHIND.search(words)
    if behind and is_unit(behind.group(1)):
        return words[: behind.start()], behind.group(1)
    return words, ""


def words_of(text: str) -> tuple[str, ...]:
    """The words of a head without its unit, in no order: "Forward Latency" is "Latency,
    Forward".
    """
    return tuple(sorted(simple(without_unit(text)[0]).split()))


def alike(one: str, other: str) -> bool:
    """True where two heads may mean the same: words in another order, left out on one side, or
    abbreviated.

    Not enough to hold one to the other: their numbers have to agree as well.
    """
    fewer, more = sorted((simple(one).split(), simple(other).split()), key=len)
    left = list(more)
    for word in fewer:
        same = next((known for known in left if _same(word, known)), None)
        if same is None:
            return False
        left.remove(same)
    return bool(fewer)


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((one.strip("."), other.strip(".")), key=len)
    if short.isdigit() or long.isdigit():
        found = THOUSANDS.fullmatch(short) or THOUSANDS.fullmatch(long)
        number = long if long.isdigit() else short
        return found is not None and number in (
            str(int(found.group(1)) * 1000),
            str(int(found.group(1)) * 1024),
        )
    if len(short) < SHORTEST or not short.isalpha() or short[0] != long[0]:
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)
