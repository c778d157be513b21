"""Names, titles, and dates as biblatex prints them with style=ieee, in TeX."""

from __future__ import annotations

from urllib.parse import quote

from ieeelint.paper.bibtex_names import parse, printed
from ieeelint.paper.bibtex_strings import lowered
from ieeelint.paper.entries import month_macro
from ieeelint.patterns import pattern
from ieeelint.printing.tex import in_tex
from ieeelint.readers.bibtex import MONTHS

ACCENT = r"(?<!\{)\\[`'^\"~=.](?:\{\\?[A-Za-z]\}|\\?[A-Za-z])"  # without braces around it
FORMULA = r"(?<!\\)\$(?:[^$\\]|\\.)+\$"
DAY = r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?"
# What biblatex prints for its names of types and states.
TYPE_WORDS = {
    "phdthesis": "Ph.D. dissertation",
    "mathesis": "M.S. thesis",
    "mastersthesis": "M.S. thesis",
    "bathesis": "BA thesis",
    "candthesis": "candidate thesis",
    "techreport": "Tech. Rep.",
    "resreport": "research rep.",
    "software": "computer software",
    "datacd": "data CD",
    "audiocd": "audio CD",
    "patent": "patent",
    "patentus": "U.S. Patent",
    "patenteu": "European Patent",
    "patentde": "German Patent",
    "patentfr": "French Patent",
    "patentuk": "British Patent",
    "patentjp": "Japanese Patent",
    "patreq": "patent request",
    "patrequs": "U.S. patent request",
}
ARCHIVES = {"arxiv": "arXiv", "": "eprint", "hdl": "HDL", "jstor": "JSTOR", "pubmed": "PMID"}
STATES = {
    "inpress": "in press",
    "forthcoming": "forthcoming",
    "submitted": "submitted",
    "inpreparation": "in preparation",
    "prepublished": "pre-published",
}


def in_sentence_case(title: str) -> str:
    """A title in lowercase except its first letter, letters outside of ASCII, too."""
    words = lowered(pattern(FORMULA).sub(r"{\g<0>}", title), keep_first=True)
    words = words[:1].upper() + words[1:]
    if words.isascii():
        return words
    found = []
    depth = 0
    for number, character in enumerate(words):
        depth += (character == "{") - (character == "}")
        keeps = depth or not number or character.isascii() or words[:number].endswith(": ")
        found.append(character if keeps else character.lower())
    return "".join(found)


def printed_name(name: str) -> str:
    """A name with initials; biblatex writes no comma before "Jr."."""
    name = pattern(ACCENT).sub(r"{\g<0>}", name)
    if name.startswith("{") and name.endswith("}") and not name.startswith("{\\"):
        return name
    if "," not in name:  # a tie does not end a word: the surname of "Ana Bo~Wu" is "Bo Wu"
        name = pattern(r"\S*(?<!\\)~\S*\Z").sub(r"{\g<0>}", name)
    words = printed(name)
    return words.replace(", Jr", " Jr").replace(", Sr", " Sr") if parse(name)[3] else words


def printed_date(words: str) -> str:
    """A date or a range of dates: ``2020-06-01/2020-06-04`` is Jun. 1–4, 2020."""
    first, slash, last = words.partition("/")
    begin, end = (
        pattern(DAY).fullmatch(first.strip("~?% ")),
        pattern(DAY).fullmatch(last.strip("~?% ")),
    )
    if begin is None:
        return words
    if end is None:
        return _day(begin[1], begin[2], begin[3]) + ("--" if slash else "")
    if begin[1] != end[1]:
        return f"{_day(*begin.groups())}--{_day(*end.groups())}"
    if not begin[2]:
        return begin[1]
    if begin[2] != end[2]:
        return f"{_day('', begin[2], begin[3])}--{_day(end[1], end[2], end[3])}"
    if begin[3] and begin[3] != end[3]:
        return f"{_month(begin[2])} {int(begin[3])}--{int(end[3])}, {begin[1]}"
    return _day(*begin.groups())


def printed_month(words: str) -> str:
    """A month: its number or its name may have other words after it, which are not printed."""
    number = pattern(r"\s*0*(\d+)").match(words)
    if number is not None:
        return _month(number[1]) if 1 <= int(number[1]) <= 12 else number[1]
    name = pattern(r"[A-Za-z]*").match(words.strip())
    assert name is not None
    return MONTHS.get(month_macro(name[0]), words.strip())


def printed_url(address: str) -> str:
    """An address with the signs that biber encodes."""
    return pattern(r"[\"<>\\^`{|}\s]|[^\x00-\x7f]").sub(lambda sign: quote(sign[0]), address)


def verbatim(words: str) -> str:
    """Characters that TeX does not read."""
    return "".join(map(in_tex, words))


def _day(year: str, month: str | None, day: str | None) -> str:
    if not month:
        return year
    if not day:
        return f"{_month(month)} {year}".strip()
    return f"{_month(month)} {int(day)}" + (f", {year}" if year else "")


def _month(number: str) -> str:
    return list(MONTHS.values())[min(max(int(number), 1), 12) - 1]
