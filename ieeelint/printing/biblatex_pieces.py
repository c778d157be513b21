"""The pieces of an entry as biblatex prints them with style=ieee, in TeX."""

from __future__ import annotations

from ieeelint.paper.bibtex_names import split_names
from ieeelint.paper.bibtex_strings import ordinal, separated
from ieeelint.patterns import pattern
from ieeelint.printing.biblatex_words import (
    ARCHIVES,
    DAY,
    STATES,
    TYPE_WORDS,
    in_sentence_case,
    printed_date,
    printed_month,
    printed_name,
    printed_url,
    verbatim,
)
from ieeelint.printing.line import COMMA, NOTHING, PERIOD, Line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ieeelint.paper.entries import Entry
    from ieeelint.printing.biblatex_options import Options

TITLES = ("title", "subtitle")
QUOTED = (
    "article",
    "inbook",
    "incollection",
    "inproceedings",
    "online",
    "patent",
    "report",
    "thesis",
    "unpublished",
)


class BiblatexPieces:
    """One entry while it is printed; one method for each piece."""

    def __init__(self, entry: Entry, kind: str, options: Options) -> None:
        self.entry = entry
        self.kind = kind
        self.options = options
        self.line = Line(PERIOD if kind == "online" else COMMA)

    def value(self, *names: str) -> str:
        return self.entry.value(*names)

    # Names

    def _names(self, field: str) -> str:
        if not self.value(field):
            return ""
        names = [
            "others" if name.lower() == "others" else printed_name(name)
            for name in split_names(self.value(field))
        ]
        if len(names) > self.options.most_names:
            names = [*names[: self.options.names_shown], "others"]
        *first, last = names
        if last == "others":
            comma = "," if len(first) > 1 else ""
            return f"{', '.join(first)}{comma} \\emph{{et~al.}}"
        comma = "," if len(names) > 2 else ""
        return f"{', '.join(first)}{comma} and {last}" if first else last

    def authors(self) -> None:
        self.line.add(self._names("author"))

    def editors(self) -> None:
        names = self._names("editor")
        several = len(split_names(self.value("editor"))) > 1
        self.line.add(f"{names}, {'Eds.' if several else 'Ed.'}" if names else "")

    def authors_or_editors(self) -> None:
        if self.value("author"):
            self.authors()
        else:
            self.editors()

    def editors_after(self) -> None:
        if self.value("author"):
            self.editors()

    # Titles

    def _title(self, change: Callable[[str], str] = str) -> str:
        """The title and the subtitle, between which biblatex-ieee prints a comma."""
        return ", ".join(change(words) for name in TITLES if (words := self.value(name)))

    def title(self) -> None:
        """The title in quotation marks or in italics, in sentence case."""
        title = self._title(in_sentence_case)
        if not title:
            return
        if self.kind not in QUOTED:
            self.line.add(f"\\emph{{{title}}}", literal=True)
            return
        ends = title.rstrip("}").endswith(("?", "!"))
        self.line.add("``" + title, mark=NOTHING if ends else None, quote=True)

    def whole(self) -> None:
        """The title of a book in italics, as typed."""
        self.line.add(f"\\emph{{{self._title()}}}" if self._title() else "", literal=True)

    def periodical(self) -> None:
        number = " ".join(filter(None, (self.value("number"), self._date())))
        label = "Vol." if self._title().endswith(".") else "vol."
        volume = f" {label} {self.value('volume')}" if self.value("volume") else ""
        comma = "," if volume and self.value("number") else ""
        self.line.add(f"\\emph{{{self._title()}}}{volume}{comma} {number}")

    def whole_with_series(self) -> None:
        series = " ".join(filter(None, (self.value("series"), self.value("number"))))
        self.line.add(
            f"\\emph{{{self._title()}}}" + (f" ({series})" if series else ""), literal=True
        )

    def journal(self) -> None:
        journal = self.value("journaltitle", "journal")
        self.line.add(f"\\emph{{{journal}}}" if journal else "")

    def series_of_journal(self) -> None:
        series = self.value("series")
        is_number = series.isdecimal()
        self.line.add(f"{ordinal(series)} ser." if is_number else series, literal=not is_number)

    def in_book(self) -> None:
        """The book; without a title, "in" is before whatever follows."""
        book = self.value("booktitle", "maintitle")
        if book:
            self.line.add(f"in \\emph{{{book}}}", literal=True)
        else:
            self.line.add("in", mark=NOTHING)

    def in_proceedings(self) -> None:
        book = self.value("booktitle", "maintitle")
        self.line.add(f"in \\emph{{{book}}}" if book else "")

    def in_book_with_series(self) -> None:
        book = self.value("booktitle", "maintitle")
        series = " ".join(filter(None, (self.value("series"), self.value("number"))))
        words = f"\\emph{{{book}}}" if book else ""
        words += f" ({series})" if series else ""
        self.line.add(f"in {words.strip()}".strip(), mark=None if words else NOTHING)

    def series(self) -> None:
        series = self.value("series")
        number = "" if self.kind == "inproceedings" else self.value("number")
        has_label = self.kind in ("incollection", "inproceedings")
        words = f"ser. {series}" if series and has_label else series
        self.line.add(" ".join(filter(None, (words, number))), literal=True)

    def event(self) -> None:
        date = printed_date(self.value("eventdate"))
        words = ", ".join(filter(None, (self.value("venue"), date)))
        self.line.add(f"({words})" if words else "")

    # Numbers

    def volume(self) -> None:
        self.line.add(f"vol. {self.value('volume')}" if self.value("volume") else "")

    def volumes(self) -> None:
        self.line.add(f"{self.value('volumes')} vols." if self.value("volumes") else "")

    def number(self) -> None:
        self.line.add(f"no. {self.value('number')}" if self.value("number") else "")

    def eid(self) -> None:
        self.line.add(self.value("eid"), literal=True)

    def chapter(self) -> None:
        self.line.add(f"ch. {self.value('chapter')}" if self.value("chapter") else "")

    def pages(self) -> None:
        pages = pattern(r"\s*(?:-+|[–—])\s*").sub("--", self.value("pages"))
        several = "--" in pages or "," in pages
        is_number = pattern(r"[\dIVXLCivxlc]").match(pages) is not None
        label = ("pp. " if several else "p. ") if is_number else ""
        self.line.add(label + separated(pages) if pages else "")

    def edition(self) -> None:
        edition = self.value("edition")
        self.line.add(f"{ordinal(edition)} ed." if edition.isdecimal() else edition)

    def version(self) -> None:
        self.line.add(f"version {self.value('version')}" if self.value("version") else "")

    def report_number(self) -> None:
        kind = self.value("type") or ("techreport" if self.entry.kind == "techreport" else "")
        words = " ".join(filter(None, (TYPE_WORDS.get(kind, kind), self.value("number"))))
        self.line.add(words, literal=bool(self.value("number")))

    def patent_number(self) -> None:
        number = self.value("number")
        digits = separated(number) if number.isdecimal() else number
        words = (TYPE_WORDS.get(self.value("type"), self.value("type")), digits)
        self.line.add(" ".join(filter(None, words)), literal=bool(number))

    def isbn(self) -> None:
        self._number("isbn", "ISBN")

    def issn(self) -> None:
        self._number("issn", "ISSN")

    def _number(self, field: str, label: str) -> None:
        if self.value(field) and "isbn" not in self.options.off:
            self.line.add(f"{label}: {self.value(field)}")

    # Dates and places

    def _date(self) -> str:
        if self.value("date"):
            return printed_date(self.value("date"))
        return " ".join(filter(None, (printed_month(self.value("month")), self.value("year"))))

    def date(self) -> None:
        self.line.add(self._date())

    def issue_and_date(self) -> None:
        self.line.add(" ".join(filter(None, (self.value("issue"), self._date()))))

    def date_in_parentheses(self) -> None:
        self.line.add(f"({self._date()})", mark=COMMA)

    def _place(self, house: str) -> str:
        address = self.value("location", "address")
        place = f"{address}: {house}" if address and house else address or house
        return ", ".join(filter(None, (place, self._date())))

    def publisher(self) -> None:
        self.line.add(self._place(self.value("publisher")))

    def publisher_after_period(self) -> None:
        before = None if self.line.last == "in" else PERIOD
        self.line.add(self._place(self.value("publisher")), before=before)

    def maker_and_place(self) -> None:
        self.line.add(self._place(self.value("organization")))

    def institution(self) -> None:
        self.line.add(self.value("institution", "school"))

    def location(self) -> None:
        self.line.add(self.value("location", "address"))

    def organization(self) -> None:
        self.line.add(self.value("organization"))

    def site(self) -> None:
        if self.value("organization"):
            self.line.add(self.value("organization"), before=COMMA)

    # Remarks

    def note(self) -> None:
        self.line.add(self.value("note"))

    def howpublished(self) -> None:
        self.line.add(self.value("howpublished"), literal=True)

    def type(self) -> None:
        self.line.add(TYPE_WORDS.get(self.value("type"), self.value("type")))

    def degree(self) -> None:
        kind = self.value("type") or self.entry.kind
        self.line.add(TYPE_WORDS.get(kind, "" if kind == "thesis" else kind))

    def language(self) -> None:
        language = self.value("language")
        self.line.add(language.capitalize() if language.isalpha() else "")

    def state(self) -> None:
        self.line.add(self.value("addendum"), before=COMMA)
        before = COMMA if self.kind == "online" else None
        self.line.add(STATES.get(self.value("pubstate"), self.value("pubstate")), before=before)

    # Addresses

    def doi(self) -> None:
        if self.value("doi") and "doi" not in self.options.off:
            self.line.add(f"doi: {verbatim(self.value('doi'))}", before=PERIOD)

    def eprint(self) -> None:
        number = self.value("eprint")
        if not number or "eprint" in self.options.off:
            return
        kind = self.value("eprinttype", "archiveprefix")
        label = ARCHIVES.get(kind.lower(), kind)
        kind_of_work = self.value("eprintclass", "primaryclass")
        words = f" [{kind_of_work}]" if kind_of_work else ""
        self.line.add(f"{label}: {verbatim(number)}{words}", before=PERIOD)

    def url(self) -> None:
        if "url" not in self.options.off:
            self._url(PERIOD)

    def url_after_comma(self) -> None:
        self._url(COMMA)

    def _url(self, before: str) -> None:
        if not self.value("url"):
            return
        url = printed_url(self.value("url"))
        words = f"[Online]. Available: \\url{{{url}}}" + ("." if url[-1] in ".?!" else "")
        match = pattern(DAY).fullmatch(self.value("urldate"))
        if match is not None and match[3]:
            words += f" (visited on {match[2]}/{match[3]}/{match[1]})"
        self.line.add(words, before=before)
