"""The pieces of an entry as IEEE's reference guide of 2025 prints them, in TeX."""

from __future__ import annotations

import re

from ieeelint.paper.bibtex_strings import lowered, ordinal, separated, tied, with_period
from ieeelint.patterns import pattern
from ieeelint.printing.guide_titles import NamesAndTitles
from ieeelint.printing.guide_words import (
    capitalized,
    dashed,
    full_numbers,
    uncapitalized,
)
from ieeelint.printing.line import COMMA, NOTHING, PERIOD

EARLY = r"early access|online first|first online"
UNKNOWN_PAGES = ("1-1", "1--1")  # as IEEE Xplore has them
ACCEPTED = r"in press|to appear|to be published|forthcoming|accepted\b"
SUBMITTED = r"submitted|under review"
DEGREES = {
    "phdthesis": "Ph.D. dissertation",
    "mastersthesis": "M.S. thesis",
    "mathesis": "M.S. thesis",
    "bathesis": "B.S. thesis",
}
DOUBLE = r"\A(\d+)\s?(?:--?|–)\s?(\d+)\Z"
ALREADY = r"(?i)\s*\b(?:edition|edn\.?|ed\.?)\Z"
COUNTRIES = {"united states": "U.S.", "us": "U.S.", "american": "U.S."}


class GuidePieces(NamesAndTitles):
    """One work while it is printed; one method for each piece."""

    # Numbers

    def _short(self, word: str, words: str) -> None:
        if words:
            self.line.add(capitalized(word, self.line.capital) + tied(words))

    def volume(self) -> None:
        volume = self.value("volume")
        if volume and not pattern(r"\A(?:abs/|(?i:early|in press|pp\.?\Z))").search(volume):
            self._short("vol.", volume)

    def numbers(self) -> None:
        number = self.value("number")
        if pattern(r"(?i)pp?\.?\d*|early access").fullmatch(number):  # of an early version
            return
        double = pattern(DOUBLE).match(number)
        if double is not None:
            self._short("nos.", f"{double[1]}--{double[2]}")
        else:
            self._short("no.", number)

    def pages(self) -> None:
        pages = self.value("pages")
        if pages and not (self._is_early() and pages in UNKNOWN_PAGES):
            several = pattern(r"[-–,+]").search(pages) is not None
            self.line.add(
                "pp." + tied(full_numbers(dashed(pages))) if several else "p." + tied(pages)
            )

    def article_place(self) -> None:
        """The article number that replaces the pages."""
        if self.value("eid"):
            self.line.add(f"Art. no. {self.value('eid')}")

    def edition(self) -> None:
        words = ordinal(pattern(ALREADY).sub("", self.value("edition")))
        if words.isalpha() and words.lower().startswith("rev"):
            words = "rev."
        if words:
            self.line.add(lowered(words) + "~ed.", before=COMMA)

    def chapter(self) -> None:
        if self.value("chapter"):
            kind = lowered(self.value("type"))
            self.line.add((kind if kind else "ch.") + tied(self.value("chapter")))

    def paper(self) -> None:
        paper = self.value("paper")
        self.line.add(f"Paper {paper}" if paper else "")

    def report_number(self) -> None:
        number = self.value("number")
        kind = self.value("type")
        kind = "Tech. Rep." if kind in ("", "techreport") else kind
        self.line.add(kind + (tied(number) if number else "") if number or kind else "")

    def standard_number(self) -> None:
        number = self.value("number")
        body = self.value("organization")
        kind = self.value("type") or "Standard"
        starts_with_body = body and number.startswith(body)
        has_kind = pattern(r"\b(?:Std|Standard)\b").search(number) is not None
        words = (
            number if starts_with_body or has_kind else " ".join(f"{body} {kind} {number}".split())
        )
        self.line.add(words if number or self.value("type") else body)

    def revision(self) -> None:
        revision = self.value("revision")
        self.line.add("Rev." + tied(revision) if revision else "")

    def patent_number(self) -> None:
        nation = self.value("nationality") or self.value("address")
        nation = COUNTRIES.get(nation.lower(), nation)
        kind = self.value("type")
        kind = "Patent" if kind.startswith("patent") or not kind else kind
        number = self.value("number")
        if match := pattern(r"(?i)us\s?(?=\d)").match(number):
            nation, number = nation or "U.S.", number[match.end() :]
        number = pattern(r"(?<=\d),(?=\d{3}\b)").sub("", number)
        digits = separated(number).replace("\\,", "~")
        self.line.add(" ".join(filter(None, (nation, kind, digits))))

    # Dates

    def date(self) -> None:
        year = self.work.date.year
        if pattern(f"{EARLY}|{ACCEPTED}|{SUBMITTED}", re.I).search(year):
            return
        if self.work.says(ACCEPTED) and not self.value("volume"):
            return  # "to be published" stands for it
        self.line.add(self.work.date.words)

    def year(self) -> None:
        self.line.add(self.work.date.year)

    def patent_date(self) -> None:
        date = self.work.date
        if not date.year:
            date.year, date.month, date.day = (
                self.value("yearfiled"),
                self.value("monthfiled"),
                self.value("dayfiled"),
            )
        self.line.add(date.words)

    def date_in_parentheses(self) -> None:
        date = self.work.date
        ordered = date.reversed if self.work.kind in ("patent", "misc") else date.words
        self.line.add(f"({ordered})" if date.year else "")

    def date_without_access(self) -> None:
        if not self.work.urldate.year:
            self.line.add(self.work.date.words)

    def accessed(self) -> None:
        words = self.work.urldate.words
        if words and self.work.urldate.month:
            is_doi_next = self.work.doi and self.line.standard == COMMA
            mark = COMMA if is_doi_next else PERIOD
            self.line.add(f"Accessed: {words}", mark=mark, before=PERIOD, capital=True)

    # Publishers and places

    def publisher_date(self) -> None:
        address, publisher = self.value("address"), self.value("publisher")
        place = f"{address}: {publisher}" if address and publisher else address or publisher
        words = ", ".join(filter(None, (place, self.work.date.words)))
        self.line.add(words, before=PERIOD if place else None)

    def degree(self) -> None:
        kind = self.value("type")
        known = DEGREES.get(kind.lower() or self.work.kind)
        self.line.add(known if known is not None else kind or DEGREES["phdthesis"])

    def source(self) -> None:
        self.line.add(self.work.howpublished or self.value("organization"))

    def repository(self) -> None:
        self.line.add(self.work.howpublished)

    def version(self) -> None:
        version = self.value("version")
        self.line.add(f"({version})" if version else "")

    def site(self) -> None:
        site = self.work.howpublished or self.value("organization")
        self.line.add(site if site != self.value("author").strip("{}") else "")

    def maker(self) -> None:
        self.line.add(self.value("organization"))

    def institution(self) -> None:
        self.line.add(self.value("institution"))

    def school(self) -> None:
        self.line.add(self.value("school"))

    def address(self) -> None:
        self.line.add(self.value("address"))

    def howpublished(self) -> None:
        self.line.add(self.work.howpublished)

    # States and remarks

    def state(self) -> None:
        if self._is_early():
            self.line.add("early access")

    def _is_early(self) -> bool:
        return self.work.says(EARLY) and self.value("pages") in ("", *UNKNOWN_PAGES)

    def unpublished(self) -> None:
        words = self.work.note or self.value("pubstate")
        if not words:
            return
        submitted = pattern(SUBMITTED, re.I).match(words)
        in_preparation = pattern(r"in preparation|manuscript in prep", re.I).match(words)
        self.line.add(
            "submitted for publication" if submitted else "unpublished" if in_preparation else words
        )
        self.work.note = ""
        if submitted or in_preparation:
            self.work.date.year = self.work.date.month = ""

    def note(self) -> None:
        note = self.work.note
        is_state = pattern(rf"(?i)(?:{EARLY})\.?").fullmatch(note.strip())
        where = self.value("journal") + self.value("booktitle")
        state = note if note and where else self.value("year") if not note else ""
        if pattern(rf"(?i)(?:{ACCEPTED})").match(state):
            note = "to be published"
        if note and not is_state and self.work.doi not in (note, "doi: " + note):
            self.line.add(capitalized(note, True) if self.line.capital else uncapitalized(note))

    def arxiv(self) -> None:
        self.line.add(f"\\emph{{arXiv:{self.work.preprint}}}")
        if pattern(r"(?i)arxiv").search(self.work.url + self.work.note):
            self.work.url = self.work.url if "arxiv" not in self.work.url.lower() else ""
            self.work.note = "" if "arxiv" in self.work.note.lower() else self.work.note

    # Where it is

    def doi(self) -> None:
        if self.work.doi:
            self.line.add("doi: " + self.work.doi, mark=PERIOD)

    def _url(self) -> str:
        return f"\\url{{{self.work.url}}}"

    def url(self, medium: str = "[Online].") -> None:
        if self.work.url:
            words = f"{medium} Available: {self._url()}"
            self.line.add(words, mark=NOTHING, before=PERIOD, capital=True)

    def video_url(self) -> None:
        self.url("[Online Video].")

    def url_after_blank(self) -> None:
        words = f"[Online]. Available: {self._url()}"
        self.line.add(words, mark=NOTHING, before=NOTHING)

    def available(self) -> None:
        if self.work.url:
            self.line.add(f"Available: {self._url()}", mark=NOTHING, before=PERIOD)

    def identifier_and_url(self) -> None:
        doi = f"doi: {self.work.doi}" if self.work.doi else ""
        if self.work.url:
            words = f"[Online]. {with_period(doi) + ' ' if doi else ''}Available: {self._url()}"
            self.line.add(words, mark=NOTHING, before=PERIOD)
        else:
            self.line.add(doi)
