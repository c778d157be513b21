"""A work to print: its kind and its fields, by the names of BibTeX, whichever program named them.

BibTeX and biblatex have two names for some fields, and authors type numbers of preprints, dates of
access, and addresses into notes: here each has one place.
"""

from __future__ import annotations

import re

from ieeelint.paper.entries import month_macro
from ieeelint.paper.reference_fields import trimmed_doi
from ieeelint.patterns import pattern
from ieeelint.readers.bibtex import MONTHS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    class Fields(Protocol):
        """An entry of a database, or a typed reference that was divided into fields."""

        @property
        def kind(self) -> str: ...

        def value(self, *names: str) -> str: ...


# The other names of a field.
NAMES = {
    "journal": ("journal", "journaltitle", "shortjournal"),
    "address": ("address", "location", "venue"),
    "school": ("school", "institution"),
    "institution": ("institution", "school", "organization"),
    "organization": ("organization", "institution", "publisher"),
    "number": ("number", "issue"),
    "eprinttype": ("eprinttype", "archiveprefix"),
}
KINDS = {
    "conference": "inproceedings",
    "electronic": "online",
    "internet": "online",
    "webpage": "online",
    "www": "online",
    "report": "techreport",
    "masterthesis": "mastersthesis",
    "data": "dataset",
    "movie": "video",
    "collection": "book",
    "mvbook": "book",
}
DOI_ADDRESS = r"(?i)\A(?:https?://(?:dx\.|www\.)?doi(?:\.acm)?\.org/|doi:\s*)"
PREPRINT = (
    r"(?i:arxiv(?:\.org/(?:abs|pdf)/|[:.\s]\s*)|\babs/)"
    r"([a-z-]+(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5})"
)
NO_JOURNAL = r"(?i)(?:arxiv|corr\b|computing research repository)"
ISO_DATE = r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?"
ACCESS = (
    r"(?i)\(?\b(?:last\s)?(?:accessed|retrieved|visited)(?:\son)?:?\s*"
    r"(?:(?P<iso>\d{4}-\d\d?-\d\d?)|(?P<day>\d{1,2})[-\s]?(?:of\s)?(?P<name>[A-Z][a-z]{2,8})\.?[-,]?\s?(?P<year>\d{4})"
    r"|(?P<first>[A-Z][a-z]{2,8})\.?\s(?P<second>\d{1,2}),?\s(?P<third>\d{4}))\)?[.,;]?"
)
ONLINE = r"(?i)\[?\bonline\b\]?\.?|\bavailable(?:\s(?:online|at|from))?:?"
QUARTER = r"(first|1st|second|2nd|third|3rd|fourth|4th)[\s-]?quart(?:er|\.)?"
QUARTERS = {"fir": "1st", "sec": "2nd", "thi": "3rd", "fou": "4th"}
QUARTERS |= {number: number for number in QUARTERS.values()}
COMMAND_ADDRESS = r"\\(?:url|path|nolinkurl)\s*\{([^{}]*)\}|(?<![\w{/])(https?://[^\s{}]+)"


class Date:
    """A date as printed: ``month`` is "Mar." or "Jul./Aug.", the rest are digits; all may be
    empty.
    """

    __slots__ = ("year", "month", "day")

    def __init__(self, year: str = "", month: str = "", day: str = "") -> None:
        self.year = year
        self.month = month
        self.day = day

    @property
    def words(self) -> str:
        """ "Mar. 2024" or "Mar. 5, 2024"."""
        if self.month and self.day:
            return f"{self.month} {self.day}" + (f", {self.year}" if self.year else "")
        return " ".join(filter(None, (self.month, self.year)))

    @property
    def reversed(self) -> str:
        """ "2024, Mar. 5", as in parentheses."""
        return ", ".join(filter(None, (self.year, f"{self.month} {self.day}".strip())))


class Work:
    """The fields of an entry, each in its place."""

    def __init__(self, entry: Fields) -> None:
        self._entry = entry
        self.kind = KINDS.get(entry.kind, entry.kind)
        self.urldate = _date(entry.value("urldate"))
        self.url = _address(entry.value("url"))
        self.note = self._free_note("note")
        self.howpublished = self._free_note("howpublished")
        self.doi = trimmed_doi(
            pattern(DOI_ADDRESS).sub("", entry.value("doi").strip()).replace("\\", "")
        )
        if pattern(DOI_ADDRESS).match(self.url):
            self.doi = self.doi or trimmed_doi(pattern(DOI_ADDRESS).sub("", self.url))
            self.url = ""
        self.preprint = self._preprint()
        self.date = self._printed_date()

    def value(self, name: str) -> str:
        """The value of a field, under any of its names."""
        if name in ("note", "howpublished"):
            return str(getattr(self, name))
        return self._entry.value(*NAMES.get(name, (name,)))

    def says(self, expression: str) -> bool:
        """True if a field about the state of the work matches."""
        state = (self.value("pubstate"), self.note, self.howpublished, self.value("volume"))
        return pattern(expression, re.I).search(" ".join((*state, self.value("year")))) is not None

    def _free_note(self, field: str) -> str:
        """A note without the date of access and the address in it, which have their own fields."""
        words = self._entry.value(field)
        access = pattern(ACCESS).search(words)
        if access is not None:
            found = _access_date(access)
            if found.month:
                self.urldate = self.urldate if self.urldate.year else found
                words = words[: access.start()] + words[access.end() :]
        address = pattern(COMMAND_ADDRESS).search(words)
        if address is not None and not self.url:
            self.url = _address(address[1] or address[2])
            words = words[: address.start()] + words[address.end() :]
        if address is not None or access is not None:
            words = pattern(ONLINE).sub("", words)
        return " ".join(words.split()).strip(" ,;:.") if address or access else words

    def _preprint(self) -> str:
        """The number on arXiv, if the work is nowhere else."""
        journal = self.value("journal") or self.value("booktitle")
        if journal and not pattern(NO_JOURNAL).match(journal.lstrip("{")):
            return ""
        if self.kind not in ("article", "misc", "online", "unpublished", "techreport", "preprint"):
            return ""
        eprint = self.value("eprint")
        if eprint and "arxiv" in (self.value("eprinttype") or "arxiv").lower():
            return pattern(r"(?i)^arxiv:\s*").sub("", eprint)
        sources = (journal, self.value("volume"), self.howpublished, self.note, self.doi, self.url)
        found = pattern(PREPRINT).search(" ".join(filter(None, sources)))
        return found[1] if found is not None else ""

    def _printed_date(self) -> Date:
        iso = self._entry.value("date")
        year = self._entry.value("year")
        if iso and not year:
            return _date(iso.partition("/")[0])
        day = self._entry.value("day")
        month, found = _month(self._entry.value("month"))
        return Date(year, month, day or found)


def _month(words: str) -> tuple[str, str]:
    """The printed month and the day of a field such as "May 5", "5", or "july/august"."""
    words = words.replace("~", " ").replace("{", "").replace("}", "")
    if words.isdecimal() and 1 <= int(words) <= 12:
        return list(MONTHS.values())[int(words) - 1], ""
    quarter = pattern(QUARTER, re.I).fullmatch(words.strip())
    if quarter is not None:
        return f"{QUARTERS[quarter[1].lower()[:3]]} Quart.", ""
    day = pattern(r"\b\d{1,2}(?:\s?[-–]+\s?\d{1,2})?\b").search(words)
    names = pattern(r"[A-Za-z]+\.?").sub(
        lambda name: MONTHS.get(month_macro(name[0]), name[0]), words
    )
    if day is None:
        return names, ""
    bare = pattern(r"[\d,–-]+").sub("", names).strip()
    if pattern(r"\s").search(bare):  # "Aug. 30-Sep. 2"
        return names, ""
    return bare, pattern(r"\s?[-–]+\s?").sub("--", day[0])


def _date(iso: str) -> Date:
    found = pattern(ISO_DATE).fullmatch(iso.strip())
    if found is None:
        return Date(iso.strip() if iso.strip().isdecimal() else "")
    month = list(MONTHS.values())[min(max(int(found[2]), 1), 12) - 1] if found[2] else ""
    return Date(found[1], month, str(int(found[3])) if found[3] else "")


def _access_date(found: re.Match[str]) -> Date:
    if found["iso"]:
        return _date(found["iso"])
    name = found["name"] or found["first"]
    day, year = found["day"] or found["second"], found["year"] or found["third"]
    return Date(year, MONTHS.get(month_macro(name), ""), str(int(day)))


def _doi(words: str) -> str:
    """A DOI without the address before it, and without the backslashes of TeX."""
    return trimmed_doi(pattern(DOI_ADDRESS).sub("", words.strip()).replace("\\", ""))


def _address(words: str) -> str:
    """An address without the command around it."""
    found = pattern(r"\\(?:url|path)\s*\{(.*)\}").fullmatch(words.strip())
    return (found[1] if found is not None else words).strip()
