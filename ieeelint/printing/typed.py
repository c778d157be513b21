"""Typed references as database entries: fields in TeX, and the words that no field takes."""

from __future__ import annotations

import re

from ieeelint.paper.entries import month_macro
from ieeelint.paper.reference_fields import (
    MONTH,
    UNKNOWN,
    date_of,
    kind_of,
)
from ieeelint.paper.reference_parts import NAMES
from ieeelint.paper.typed_works import divided as divided_work
from ieeelint.patterns import pattern
from ieeelint.printing.division import MARKS, Division
from ieeelint.printing.tex import names_in_tex, protected, tex_of
from ieeelint.printing.typed_print import TypedEntry, is_certain
from ieeelint.printing.typed_rest import USUAL, divided
from ieeelint.readers.bibtex import MONTHS as PRINTED_MONTHS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper
    from ieeelint.paper.reference_parts import Parts

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
ACCESSED = rf"\(?[Aa]ccessed:?\s(?:on:?\s)?({MONTH})\s(\d\d?),\s(\d{{4}})\)?"
PAGES = r"\bpp?\.\s?([A-Za-z]?\d[\d\u2009]*(?:\s?[-–—]{1,3}\s?[A-Za-z]?\d[\d\u2009]*)?)"
SAME_NAMES = r"[—–-]{1,6}"
SPECIAL = {
    "eid": r"\bArt\.\sno\.\s([\w.-]*\w)",
    "volume": r"\bvol\.\s([IVXLC]+)\b",
    "primaryclass": r"\[([a-z-]+\.[A-Z]{2})\]",
}
EDS = r",?\s\(?[Ee]ds?\.\)?(?=\W*\Z|[,.:]|\s)"
EDITORS = rf"(?<!\w)({NAMES}),\sEds?\."
SERIES = r"\bser\.\s([^,;]+)"
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
ORDER = (
    "author editor title journal booktitle edition series type number revision volume chapter pages"
    " address publisher organization institution school howpublished nationality day month year"
    " eid doi eprint archiveprefix primaryclass url urldate note"
).split()


class Typed:
    """A typed reference as an entry.

    ``fields`` are in TeX; ``rest`` are the words in the note because no other field takes them.
    Without ``is_divided``, the note has all words.
    """

    __slots__ = ("kind", "fields", "rest", "is_divided")

    def __init__(self, kind: str, fields: dict[str, str], rest: str, is_divided: bool) -> None:
        self.kind = kind
        self.fields = {name: fields[name] for name in ORDER if fields.get(name)}
        self.rest = rest
        self.is_divided = is_divided


def as_entry(paper: Paper, parts: Parts, names_before: str = "") -> Typed:
    """The reference as an entry; a @misc with a note if its title and names are not certain.

    ``names_before`` are the authors of the previous reference, which a dash repeats.
    """
    typed = _Typed(paper, parts, names_before).result()
    if typed is None:
        typed = _of_another_style(paper, parts)
    if typed is not None:
        return typed
    bare = Division(paper, parts)
    bare.fields["note"] = tex_of(paper, parts.start, parts.end)
    bare.links(visible=False)
    return Typed("misc", bare.fields, "", False)


def _of_another_style(paper: Paper, parts: Parts) -> Typed | None:
    """A reference in another style, if it is certain what each of its words is."""
    work = divided_work(parts.plain, parts.start, parts.end, parts.italics)
    if work is None or not is_certain(work):
        return None
    fields = TypedEntry(paper, work).fields
    fields["title"] = protected(tex_of(paper, *work.fields["title"].place, is_field=True))
    if (container := work.fields.get("container")) is not None:
        name = "journal" if work.kind == "article" else "booktitle"
        fields[name] = tex_of(paper, *container.place, is_field=True)
    if "pages" in fields:
        fields["pages"] = pattern(r"\s*[-–—]+\s*").sub("--", fields["pages"])
    if month := month_macro(fields.get("month", "")):
        fields["month"] = PRINTED_MONTHS[month]
    if "eprint" in fields:
        fields["archiveprefix"] = "arXiv"
        fields["howpublished"] = f"arXiv:{fields['eprint']}"
    return Typed(work.kind, fields, "", True)


class _Typed(Division):
    """The division of a reference in IEEE's form."""

    def __init__(self, paper: Paper, parts: Parts, names_before: str) -> None:
        super().__init__(paper, parts)
        self.names_before = names_before

    def result(self) -> Typed | None:
        kind = self.kind()
        if "title" not in self.detected or not self.title_and_names():
            return None
        self.dates(kind)
        self.other_fields()
        self.addresses()
        if not self.container(kind):
            return None
        if "eprint" in self.fields:
            if kind == "misc":
                self.fields.setdefault("howpublished", f"arXiv:{self.fields['eprint']}")
            self.fields["archiveprefix"] = "arXiv"
        self.labels()
        kind, rest = self.divided(kind, self.rest())
        if rest:
            note = self.fields.get("note")
            self.fields["note"] = f"{note}, {rest}" if note else rest
        return Typed(kind, self.fields, rest, True)

    def container(self, kind: str) -> bool:
        """Take the journal or the book; False if this kind requires one, and there is none."""
        container = self.detected.get("container")
        if container is None or not (kind in CONTAINERS or self.in_italics):
            return kind not in CONTAINERS
        if any(self.taken[container.place[0] : container.place[1]]):  # arXiv:2001.00001
            return True
        self.take(CONTAINERS.get(kind, "howpublished"), container.place)
        start = container.place[0]
        if self.plain[start - 3 : start].lower() == "in ":
            self.cover((start - 3, start))
        return True

    def kind(self) -> str:
        """The type of the entry."""
        kind = kind_of(self.parts)
        if not self.parts.quoted and self.parts.year_first is None:  # the title is in italics
            if kind in (UNKNOWN, "book") or "publisher" in self.detected:
                return "book" if "author" in self.detected else "manual"
        if self.is_preprint():
            return "misc"
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

    def is_preprint(self) -> bool:
        """True if the container is only the number of a preprint."""
        container, eprint = self.detected.get("container"), self.detected.get("eprint")
        return (
            container is not None
            and eprint is not None
            and container.place[0] <= eprint.place[0] < container.place[1]
        )

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
        if not pattern(r"\w").search(before):
            is_dash = pattern(SAME_NAMES).fullmatch(before.strip(MARKS + ".")) is not None
            self.fields["author"] = self.names_before if is_dash else ""
            return bool(self.names_before) or not is_dash
        self.fields[role] = names_in_tex(before.removesuffix(".") if role == "author" else before)
        return bool(self.fields[role])

    def dates(self, kind: str) -> None:
        """Take the year and the month; those of the date of access are different."""
        accessed = pattern(ACCESSED).search(self.plain, self.parts.start, self.parts.end)
        if accessed is not None:
            month = MONTHS.index(accessed[1][:3]) + 1
            self.fields["urldate"] = f"{accessed[3]}-{month:02}-{int(accessed[2]):02}"
            self.cover(accessed.span())
        date = date_of(self.parts)
        if self.parts.year_first is not None:
            self.fields["year"] = self.detected["year"].words
            if date is not None and date["year"] == self.fields["year"]:
                self.cover(date.span("year"))
        elif date is not None:
            self.take("year", date.span("year"))
            self.month(date, kind)

    def month(self, date: re.Match[str], kind: str) -> None:
        """Take the month of the date: with its days, except for a patent, which has a day."""
        if date["month"] is None:
            return
        named = pattern(MONTH).search(date["month"])
        assert named is not None
        start = date.start("month")
        place = start + named.start(), start + named.end()
        if named.group() == date["month"] or kind == "patent":
            self.fields["month"] = PRINTED_MONTHS[named.group()[:3].lower()]
            self.cover(place)
        else:
            self.take("month", date.span("month"))

    def other_fields(self) -> None:
        """Take the fields that have a label."""
        after = self.detected["title"].place[1]
        for name, expression in SPECIAL.items():
            match = pattern(expression).search(self.plain, after, self.parts.end)
            if match is not None and not any(self.taken[match.start() : match.end()]):
                self.take(name, match.span(1))
                self.cover(match.span())
        for name in ("volume", "number", "edition", "chapter", "address", "publisher"):
            if name in self.detected and not self.taken[self.detected[name].place[0]]:
                self.take(name, self.detected[name].place)
        self.series(after)
        if pages := pattern(PAGES).search(self.plain, after, self.parts.end):
            digits = pages[1].replace("\u2009", "")
            self.fields["pages"] = pattern(r"\s*[-–—]+\s*").sub("--", digits)
            self.cover(pages.span(1))
        if match := pattern(EDITORS).search(self.plain, after, self.parts.end):
            editors = names_in_tex(match[1])
            is_free = "editor" not in self.fields and not any(self.taken[slice(*match.span())])
            if editors and is_free:
                self.fields["editor"] = editors
                self.cover(match.span())

    def series(self, after: int) -> None:
        """Take the series: up to the next comma, or to the address of the publisher."""
        match = pattern(SERIES).search(self.plain, after, self.parts.end)
        if match is None or self.taken[match.start(1)]:
            return
        start, end = match.span(1)
        while end > start and self.taken[end - 1]:  # the address was taken before
            end -= 1
        words = self.plain[start:end].rstrip(" .")
        is_abbreviated = "." in words  # then its last period is that of an abbreviation, too
        is_at_end = end == self.parts.end or self.plain[end : end + 1] not in ",;"
        if is_at_end and not is_abbreviated:
            end = start + len(words)
        if not any(self.taken[start:end]):
            self.take("series", (start, end))

    def divided(self, kind: str, rest: str) -> tuple[str, str]:
        """The kind, and the rest that remains after the fields of this kind have taken theirs."""
        words = divided(kind, rest)
        if words is None or any(name in self.fields for name in words):
            return ("misc" if kind == "book" and "publisher" not in self.fields else kind), rest
        if "number" in words:  # the style groups its digits
            words["number"] = pattern(r"(?<=\d) (?=\d{3}\b)").sub("", words["number"])
        self.fields |= {name: text for name, text in words.items() if text not in USUAL}
        return kind, ""
