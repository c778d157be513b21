"""Headers of rows and columns: normalized for comparison, or recognized in another wording."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ieeelint.report.numbers.units import is_unit, spelling
from ieeelint.report.verify.cell_content import CITED, normal

UNIT = re.compile(r"\(([^()]*)\)")
BRACKETS = re.compile(r"\[([^\[\]]*)\]")
AFTER = re.compile(r"\s*(?:[/,]|\bin\b)\s*(\S+)\s*$")  # "Latency / ms", "Latency in ms"
PERCENT = re.compile(r"(?<=[\w.])\s+%\s*$")  # "Accuracy %"
OURS = re.compile(r"\(\s*(?:ours?|ours? method|proposed|baseline)\s*\)", re.IGNORECASE)
THOUSANDS = re.compile(r"(\d+)k")
GREEK = re.compile("[α-ωΑ-Ω∞∆]")
QUANTITY = re.compile(r"[kMGTP]?FLOPs?")  # "Parameters / FLOPs" are two quantities
SHORTEST = 3  # letters of an abbreviation


@lru_cache(maxsize=20_000)
def normalized(text: str) -> str:
    """Text without case, accents and punctuation, and with digits without groups."""
    text = normal(CITED.sub("", text).replace("×", " x ").replace("µ", "u").replace("μ", "u"))
    text = GREEK.sub(_sign_name, unicodedata.normalize("NFKD", text))
    text = text.encode("ascii", "ignore").decode().lower()
    return " ".join(re.sub(r"[^a-z0-9.+%/-]+", " ", text).replace(". ", " ").strip(" .").split())


def _sign_name(sign: re.Match[str]) -> str:
    """ "alpha" for the Greek letter, as the command of TeX is called."""
    if sign[0] in "∞∆":
        return "infty" if sign[0] == "∞" else "delta"
    return unicodedata.name(sign[0], "").rpartition(" ")[2].lower().replace("lamda", "lambda")


def split_unit(text: str) -> tuple[str, str]:
    """The words of a header, and its unit: in parentheses, in brackets, or after a slash or a
    comma.
    """
    units = UNIT.findall(text)
    words = UNIT.sub(" ", text)
    for match in BRACKETS.finditer(words):
        if is_unit(match.group(1).strip()):
            return words.replace(match.group(), " "), match.group(1).strip()
    if units:
        return words, units[-1].strip()
    after = AFTER.search(words)
    if after and is_unit(after.group(1)) and not QUANTITY.fullmatch(after.group(1)):
        return words[: after.start()], rate_of(text) or after.group(1)
    if (percent := PERCENT.search(words)) and not words[: percent.start()].strip()[-1].isdigit():
        return words[: percent.start()], "%"
    return words, ""


def rate_of(text: str) -> str:
    """The rate that is all that a header says, such as "Tokens/s" or "FPS"; empty for others."""
    text = text.strip()
    for unit in (text, text[:1].lower() + text[1:]):
        if is_unit(unit) and spelling(unit).endswith("/s"):
            return spelling(unit)
    return ""


def words_of(text: str) -> tuple[str, ...]:
    """The sorted words of a header without its unit: "Forward Latency" equals "Latency,
    Forward".
    """
    return tuple(sorted(normalized(split_unit(text)[0]).split()))


def may_match(first: str, second: str) -> bool:
    """True if two headers may mean the same: reordered words, words left out on one side, or
    abbreviations.

    This alone is not enough to compare cells: their numbers must agree as well.
    """
    fewer, more = sorted((normalized(first).split(), normalized(second).split()), key=len)
    left = list(more)
    for word in fewer:
        same = next((other for other in left if _same(word, other)), None)
        if same is None:
            return False
        left.remove(same)
    return bool(fewer)


def _same(first: str, second: str) -> bool:
    """True if a word equals another one, or abbreviates it."""
    if first == second:
        return True
    short, long = sorted((first.strip("."), second.strip(".")), key=len)
    if short.isdigit() or long.isdigit():
        thousands = THOUSANDS.fullmatch(short) or THOUSANDS.fullmatch(long)
        number = long if long.isdigit() else short
        return thousands is not None and number in (
            str(int(thousands.group(1)) * 1000),
            str(int(thousands.group(1)) * 1024),
        )
    if len(short) < SHORTEST or not short.isalpha() or short[0] != long[0]:
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)
