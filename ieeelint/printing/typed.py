"""Typed references as database entries: fields in TeX, and the words that no field takes."""

from __future__ import annotations

import re

from ieeelint.paper.reference_fields import UNKNOWN, fields_of, kind_of
from ieeelint.paper.reference_parts import NAMES
from ieeelint.paper.text import PLACEHOLDERS
from ieeelint.patterns import pattern
from ieeelint.printing.tex import bare_address, names_in_tex, protected, tex_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper
    from ieeelint.paper.reference_parts import Parts, Range

MONTH = r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
MONTH_OF_A_YEAR = rf"\b{MONTH}(?=[\s\d–/-]{{0,8}},?\s{{0,2}}(?:19|20)\d\d)"
ACCESSED = rf"\(?[Aa]ccessed:?\s(?:on:?\s)?{MONTH}\s(\d\d?),\s(\d{{4}})\)?"
YEAR = r"(?<![\d./-])((?:19|20)\d\d)(?![\d/-])"
PAGES = r"\bpp?\.\s?([A-Za-z]?\d[\d\u2009]*(?:\s?[-–—]{1,3}\s?[A-Za-z]?\d[\d\u2009]*)?)"
MARKS = ' ,;:()[]“”"‘’\u00a0'  # around the remaining words
SAME_NAMES = r"[—–-]{1,6}"
SPECIAL = {
    "eid": r"\bArt\.\sno\.\s([\w.-]*\w)",
    "series": r"\bser\.\s([^.,]+)[.,]",
    "volume": r"\bvol\.\s([IVXLC]+)\b",
    "primaryclass": r"\[([a-z-]+\.[A-Z]{2})\]",
}
EDS = r",?\s\(?[Ee]ds?\.\)?(?=\W*\Z|[,.:]|\s)"
EDITORS = rf"({NAMES}),\sEds?\."
# Labels of fields; a style prints them again.
LABELS = (
    r"\b[Vv]ol\.|\b[Nn]o\.|\bpp?\.|\bch\.|(?<=\d)(?:st|nd|rd|th)\sed\b\.?|\b[Dd][Oo][Ii]\b"
    r"|https?://(?:dx\.)?doi\.org/|\barXiv:|\[?\bOnline\]?|\bAvailable\b|\bet\sal\b"
)
ENTRY_KINDS = {
    "article": "article",
    "inproceedings": "inproceedings",
    "book": "book",
    "online": "online",
    "patent": "patent",
    "preprint": "misc",
    "standard": "standard",
    "techreport": "techreport",
    "thesis": "phdthesis",
    "unpublished": "unpublished",
}
CONTAINERS = {"article": "journal", "inproceedings": "booktitle", "incollection": "booktitle"}
# How the remaining words are divided into fields, by kind.
RESTS = {
    "book": r"(?P<publisher>[^\d;]+)",
    "manual": r"(?P<organization>[^\d;]+)",
    "phdthesis": r"(?P<type>[^,]*(?:[Tt]hesis|[Dd]issertation)),?\s*(?P<school>.*)",
    "techreport": r"(?P<institution>.*?),?\s*(?P<type>(?:\w+\.\s)?(?:Rep\.|[Rr]eport))"
    r"(?:\s(?P<number>[\w./-]*\d[\w./-]*))?",
    "patent": r"(?P<nationality>.*?)\s(?P<type>Pat\.\sAppl\.|Patent(?:\s[A-Z][a-z]+)?)"
    r"\s(?P<number>[A-Z]{0,2}\s?\d[\d\s/]*(?:,\d{3})*[A-Z]?\d?)(?:,\s(?P<day>\d\d?))?",
    "standard": r"(?P<organization>.*?)\s(?P<type>Std\.?|Standard)\s"
    r"(?P<number>[\w./:-]*\d[\w./:-]*)(?:,\sRev\.\s(?P<revision>\w+))?",
    "inproceedings": r"(?P<address>[A-Z][^\d;:]*)",
    "online": r"(?P<organization>[^\d;]+)",
    "misc": r"(?P<howpublished>.+)",
    "unpublished": r"(?P<note>.+)",
}
USUAL = (
    "Ph.D. dissertation",
    "Master's thesis",
    "Tech. Rep.",
    "Patent",
    "Std.",
)  # printed without a field
ORDER = (
    "author editor title journal booktitle edition series type number revision volume chapter pages"
    " address publisher organization institution school howpublished nationality day month year"
    " eid doi eprint archiveprefix primaryclass url urldate note"
).split()


class Typed:
    """A typed reference as an entry.

    ``fields`` are in TeX; ``rest`` are the words in the note because no other field takes them.
    """

    __slots__ = ("kind", "fields", "rest")

    def __init__(self, kind: str, fields: dict[str, str], rest: str) -> None:
        self.kind = kind
        self.fields = {name: fields[name] for name in ORDER if fields.get(name)}
        self.rest = rest


def as_entry(paper: Paper, parts: Parts, names_before: str = "") -> Typed | None:
    """The reference as an entry; None if its title and names cannot be detected with certainty.

    ``names_before`` are the authors of the previous reference, which a dash repeats.
    """
    return _Division(paper, parts, names_before).result()


class _Division:
    """The division of a reference into fields; ``taken`` marks the characters already in one."""

    def __init__(self, paper: Paper, parts: Parts, names_before: str) -> None:
        self.paper = paper
        self.parts = parts
        self.names_before = names_before
        self.plain = parts.plain
        self.detected = fields_of(parts)
        self.in_italics = (
            "container" in self.detected and self.detected["container"].place in parts.italics
        )
        self.taken = bytearray(parts.end + 1)
        self.fields: dict[str, str] = {}

    def result(self) -> Typed | None:
        kind = self.kind()
        if "title" not in self.detected or not self.title_and_names():
            return None
        self.dates()
        self.other_fields()
        container = self.detected.get("container")
        if container is not None and (kind in CONTAINERS or self.in_italics):
            self.take(CONTAINERS.get(kind, "howpublished"), container.place)
            start = container.place[0]
            if self.plain[start - 3 : start].lower() == "in ":
                self.cover((start - 3, start))
        elif kind in CONTAINERS:
            return None
        if "eprint" in self.fields:
            if kind == "misc":
                self.fields.setdefault("howpublished", f"arXiv:{self.fields['eprint']}")
            self.fields["archiveprefix"] = "arXiv"
        for match in pattern(LABELS).finditer(self.plain, self.parts.start, self.parts.end):
            self.cover(match.span())
        kind, rest = self.divided(kind, self.rest())
        if rest:
            note = self.fields.get("note")
            self.fields["note"] = f"{note}, {rest}" if note else rest
        return Typed(kind, self.fields, rest)

    def kind(self) -> str:
        """The type of the entry."""
        kind = kind_of(self.parts)
        if not self.parts.quoted and self.parts.year_first is None:  # the title is in italics
            if kind in (UNKNOWN, "book") or "publisher" in self.detected:
                return "book" if "author" in self.detected else "manual"
        if kind == UNKNOWN and self.parts.after_title(r"\bsubmitted\b"):
            return "unpublished"
        if kind == UNKNOWN:
            is_part = "container" in self.detected and "publisher" in self.detected
            return "incollection" if is_part else "article" if self.in_italics else "misc"
        if kind == "thesis" and self.parts.has(r"\b(?:M\.?\s?S|M\.?\s?Eng|[Mm]aster)"):
            return "mastersthesis"
        if kind == "article" and "publisher" in self.detected and "container" in self.detected:
            return "incollection"
        return "article" if kind == "preprint" and self.in_italics else ENTRY_KINDS[kind]

    def take(self, name: str, place: Range) -> None:
        """Put a range into a field, in TeX, unless the field is already filled."""
        if name in self.fields:
            return
        start, end = place
        while start < end and self.plain[start] in " ,\u00a0":
            start += 1
        while start < end and self.plain[end - 1] in " ,\u00a0":
            end -= 1
        self.fields[name] = tex_of(self.paper, start, end, is_field=True).replace("~", " ")
        self.cover(place)

    def cover(self, place: Range) -> None:
        start, end = place[0], min(place[1], self.parts.end)
        self.taken[start:end] = b"\x01" * max(end - start, 0)

    def title_and_names(self) -> bool:
        """Take the title and the names before it; False if other words are before it."""
        start, end = self.detected["title"].place
        if start < end and self.plain[end - 1] == "," and self.plain[end - 2 : end - 1] == ".":
            end -= 1
        while end > start and self.plain[end - 1] in ",. \u00a0":
            end -= 1
        self.take("title", (start, end))
        if self.parts.quoted or self.parts.year_first is not None:
            self.fields["title"] = protected(self.fields["title"])
        if self.parts.year_first is not None:
            self.cover(self.parts.year_first)
        role = "author"
        if match := pattern(EDS).search(self.plain, self.parts.start, start):
            role = "editor"
            self.cover(match.span())
        before = "".join(
            character
            for at, character in enumerate(self.plain[self.parts.start : start], self.parts.start)
            if not self.taken[at]
        ).strip(MARKS)
        self.cover((self.parts.start, start))
        if not re.search(r"\w", before):
            is_dash = pattern(SAME_NAMES).fullmatch(before.strip(MARKS + ".")) is not None
            self.fields["author"] = self.names_before if is_dash else ""
            return bool(self.names_before) or not is_dash
        self.fields[role] = names_in_tex(before.removesuffix(".") if role == "author" else before)
        return bool(self.fields[role])

    def dates(self) -> None:
        """Take the year and the month; those of the date of access are different."""
        accessed = pattern(ACCESSED).search(self.plain, self.parts.start, self.parts.end)
        if accessed is not None:
            month = MONTHS.index(accessed[1]) + 1
            self.fields["urldate"] = f"{accessed[3]}-{month:02}-{int(accessed[2]):02}"
            self.cover(accessed.span())
        years = [
            match
            for match in pattern(YEAR).finditer(self.plain, self.parts.start, self.parts.end)
            if not any(self.taken[match.start() : match.end()]) and not self.in_url(match.start())
        ]
        if self.parts.year_first is not None:
            self.fields["year"] = self.detected["year"].words
            if years and years[-1][0] == self.fields["year"]:
                self.cover(years[-1].span())
        elif years:
            self.take("year", years[-1].span(1))
        named = pattern(MONTH_OF_A_YEAR).search(
            self.plain, self.detected["title"].place[1], self.parts.end
        )
        if named is not None and not self.taken[named.start()]:
            self.fields["month"] = named[1]
            self.cover(named.span())

    def in_url(self, position: int) -> bool:
        url = self.parts.url
        return url is not None and url[0] <= position < url[1]

    def other_fields(self) -> None:
        """Take the fields that have a label, and the URL."""
        after = self.detected["title"].place[1]
        for name, expression in SPECIAL.items():
            match = pattern(expression).search(self.plain, after, self.parts.end)
            if match is not None and not any(self.taken[match.start() : match.end()]):
                self.take(name, match.span(1))
                self.cover(match.span())
        for name in ("volume", "number", "edition", "chapter", "address", "publisher"):
            if name in self.detected and not self.taken[self.detected[name].place[0]]:
                self.take(name, self.detected[name].place)
        if pages := pattern(PAGES).search(self.plain, after, self.parts.end):
            digits = pages[1].replace("\u2009", "")
            self.fields["pages"] = re.sub(r"\s*[-–—]+\s*", "--", digits)
            self.cover(pages.span(1))
        for name in ("doi", "eprint"):
            if field := self.detected.get(name):
                self.fields[name] = field.words
                self.cover(field.place)
        url = self.detected.get("url")
        if url is not None:
            if not any(self.taken[url.place[0] : url.place[1]]):
                self.fields["url"] = bare_address(self.paper, url.place)
            self.cover(url.place)
        if match := pattern(EDITORS).search(self.plain, after, self.parts.end):
            if not any(self.taken[match.start() : match.end()]):
                self.fields["editor"] = names_in_tex(match[1])
                self.cover(match.span())

    def rest(self) -> str:
        """The words that are not in a field yet, in TeX."""
        pieces: list[str] = []
        at = self.parts.start
        while at < self.parts.end:
            end = at
            while end < self.parts.end and not self.taken[end]:
                end += 1
            text = self.plain[at:end]
            bare = text.rstrip(MARKS).lstrip(MARKS + ".")
            if end == self.parts.end or not re.search(r"\b\w{1,4}\.$", bare):
                bare = bare.rstrip(".")
            if re.search(rf"[^\W_]|[{PLACEHOLDERS}]", bare):
                start = at + text.index(bare)
                words = tex_of(self.paper, start, start + len(bare), is_field=True).replace(
                    "~", " "
                )
                pieces.append(re.sub(r"(?<=\d)\u2009(?=\d)", "", words))
            at = end + 1
        return ", ".join(pieces)

    def divided(self, kind: str, rest: str) -> tuple[str, str]:
        """The kind, and the rest that remains after the fields of this kind have taken theirs."""
        expression = RESTS.get("phdthesis" if kind == "mastersthesis" else kind)
        match = pattern(expression).fullmatch(rest) if expression and rest else None
        groups = match.groupdict() if match is not None else {}
        words = {name: text.strip(" ,") for name, text in groups.items() if text}
        if match is None or any(name in self.fields for name in words):
            return ("misc" if kind == "book" and "publisher" not in self.fields else kind), rest
        if "number" in words:  # the style groups its digits
            words["number"] = re.sub(r"(?<=\d) (?=\d{3}\b)", "", words["number"])
        self.fields |= {name: text for name, text in words.items() if text not in USUAL}
        return kind, ""
