"""The pieces of an entry, such as its authors and its pages, as IEEEtran.bst 1.14 prints them."""

from __future__ import annotations

from ieeelint.paper.bibtex_names import printed_list, split_names
from ieeelint.paper.bibtex_strings import (
    characters,
    dashed,
    lowered,
    ordinal,
    separated,
    tied,
    uppered,
)
from ieeelint.printing.control import Control
from ieeelint.printing.line import NOTHING, PERIOD, Line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.entries import Entry


class Pieces:
    """One entry while it is printed; one method for each piece."""

    def __init__(self, entry: Entry, control: Control) -> None:
        self.entry = entry
        self.control = control
        self.line = Line()

    def value(self, name: str) -> str:
        return self.entry.value(name)

    def _in_language(self, words: str) -> str:
        language = self.value("language")
        return f"\\BIBforeignlanguage{{{language}}}{{{words}}}" if language and words else words

    def _names(self, field: str) -> str:
        return (
            printed_list(self.value(field), self.control.most_names, self.control.names_shown)
            if self.value(field)
            else ""
        )

    def authors(self) -> None:
        self.line.add(self._names("author"))

    def editors(self) -> None:
        names = self._names("editor")
        if names:
            several = len(split_names(self.value("editor"))) > 1
            self.line.add(f"{names}, {'Eds.' if several else 'Ed.'}")

    def authors_or_editors(self) -> None:
        if self.value("author"):
            self.authors()
        else:
            self.editors()

    def editors_besides(self) -> None:
        if self.value("author"):
            self.editors()

    def article_title(self) -> None:
        title = lowered(self.value("title"), keep_first=True)
        if title:
            ends = title.rstrip("}").endswith((".", "?", "!"))
            self.line.add(
                "``" + self._in_language(title), mark=NOTHING if ends else None, quote=True
            )

    def page_title(self) -> None:
        self.line.add(self._in_language(lowered(self.value("title"), keep_first=True)))

    def _edition(self) -> str:
        words = ordinal(self.value("edition"))
        if not words:
            return ""
        return (lowered(words, keep_first=True) if self.line.capital else lowered(words)) + "~ed."

    def book_title_edition(self) -> None:
        if title := self._emphasized("title"):
            edition = self._edition()
            self.line.add(title + (f", {edition}" if edition else ""))

    def book_title(self) -> None:
        self.line.add(self._emphasized("title"))

    def _emphasized(self, field: str) -> str:
        words = self.value(field)
        return f"\\emph{{{self._in_language(words)}}}" if words else ""

    def journal(self) -> None:
        self.line.add(self._emphasized("journal"))

    def in_book(self) -> None:
        book = self.value("booktitle")
        if book:
            words = self._in_language(book)
            intype = self.value("intype")
            self.line.add(f"{intype} {words}" if intype else f"in \\emph{{{words}}}")

    def in_book_edition(self) -> None:
        book = self._emphasized("booktitle")
        if book:
            edition = lowered(ordinal(self.value("edition")))
            self.line.add(f"in {book}" + (f", {edition}~ed." if edition else ""))

    def plain(self, field: str) -> None:
        self.line.add(self.value(field))

    def _short(self, word: str, field: str) -> None:
        words = self.value(field)
        if words:
            word = word[0].upper() + word[1:] if self.line.capital else word
            self.line.add(word + tied(words))

    def volume(self) -> None:
        self._short("vol.", "volume")

    def number(self) -> None:
        self._short("no.", "number")

    def article_number(self) -> None:
        if self.control.article_number:
            self.number()

    def series(self) -> None:
        self.line.add(f"ser. {self.value('series')}" if self.value("series") else "")

    def chapter(self) -> None:
        if self.value("chapter"):
            self.line.add((lowered(self.value("type")) or "ch.") + tied(self.value("chapter")))

    def paper(self) -> None:
        if not self.control.paper:
            return
        kind, paper = self.value("type"), self.value("paper")
        self.line.add(f"{kind or 'paper'} {paper}" if paper else kind)

    def pages(self) -> None:
        pages = self.value("pages")
        if pages:
            several = any(sign in pages for sign in "-,+")
            self.line.add("pp." + tied(dashed(pages)) if several else "p." + tied(pages))

    def date(self) -> None:
        self.line.add(" ".join(filter(None, (self.value("month"), self.value("year")))))

    def date_in_parentheses(self) -> None:
        month, year = self.value("month"), self.value("year")
        words = ", ".join(filter(None, (year, month)))
        self.line.add(f"({words})" if words else "", mark=NOTHING, capital=True)

    def _place_and_date(self, publisher: str) -> None:
        address, year, month = self.value("address"), self.value("year"), self.value("month")
        place = f"{address}: {publisher}" if address and publisher else address or publisher
        date = " ".join(filter(None, (month, year)))
        words = ", ".join(filter(None, (place, date)))
        self.line.add(words, before=PERIOD if publisher else None, large=bool(publisher))

    def publisher_date(self) -> None:
        self._place_and_date(self.value("publisher"))

    def publisher_or_organization_date(self) -> None:
        if self.value("publisher"):
            self.plain("organization")
            self.publisher_date()
        else:
            self._place_and_date(self.value("organization"))

    def report_number(self) -> None:
        number = self.value("number")
        self.line.add((self.value("type") or "Tech. Rep.") + (tied(number) if number else ""))

    def master_thesis(self) -> None:
        self.line.add(self.value("type") or "Master's thesis")

    def phd_thesis(self) -> None:
        self.line.add(self.value("type") or "Ph.D. dissertation")

    def patent_number(self) -> None:
        nation = self.value("nationality")
        nation = "U.S." if nation.lower() == "united states" else nation
        words = (nation, self.value("type") or "Patent", separated(self.value("number")))
        self.line.add(" ".join(filter(None, words)))

    def patent_date(self) -> None:
        filed = "" if self.value("year") else "filed"
        day = " ".join(filter(None, (self.value("month" + filed), self.value("day" + filed))))
        self.line.add(", ".join(filter(None, (day, self.value("year" + filed)))))

    def standard_number(self) -> None:
        body = self.value("organization") or self.value("institution")
        self.line.add(
            " ".join(
                filter(None, (body, self.value("type") or "Std.", separated(self.value("number"))))
            )
        )

    def revision(self) -> None:
        if self.value("revision"):
            self.line.add("Rev." + tied(self.value("revision")))

    def note(self) -> None:
        note = self.value("note")
        if note:
            first = characters(note)[0] if not note.startswith("{") else ""
            change = uppered if self.line.capital else lowered
            words = change(first) + note[len(first) :] if first else note
            self.line.add(words, mark=PERIOD, capital=True)

    def url(self) -> None:
        if self.control.url and self.value("url"):
            words = f"{self.control.url_prefix} \\url{{{self.value('url')}}}"
            self.line.add(words, mark=NOTHING, before=PERIOD, capital=True)

    def howpublished(self) -> None:
        self.plain("howpublished")

    def organization(self) -> None:
        self.plain("organization")

    def institution(self) -> None:
        self.plain("institution")

    def school(self) -> None:
        self.plain("school")

    def address(self) -> None:
        self.plain("address")
