"""The pieces of an entry that name people and works, as IEEE's reference guide prints them."""

from __future__ import annotations

from ieeelint.paper.bibtex_names import split_names
from ieeelint.paper.bibtex_strings import lowered, tied
from ieeelint.patterns import pattern
from ieeelint.printing.guide_words import initials_first, italic
from ieeelint.printing.line import COMMA, NOTHING, Line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.printing.works import Work

MOST_NAMES = 6  # of a list that is not shortened
ET_AL = " et~al."


class NamesAndTitles:
    """One work while it is printed; one method for each piece."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.line = Line()

    def value(self, name: str) -> str:
        return self.work.value(name)

    # People

    def _names(self, field: str) -> str:
        names = [initials_first(name) for name in split_names(self.value(field)) if name]
        if not names:
            return ""
        if names[-1] == "others":
            shown = names[:-1] if len(names) <= MOST_NAMES else names[:1]
            return ", ".join(shown) + ET_AL
        if len(names) > MOST_NAMES:
            return names[0] + ET_AL
        comma = "," if len(names) > 2 else ""
        return ", ".join(names[:-1]) + f"{comma} and {names[-1]}" if len(names) > 1 else names[0]

    def authors(self) -> None:
        self.line.add(self._names("author"))

    def by_authors(self) -> None:
        names = self._names("author")
        self.line.add(f"by {names}" if names else "")

    def _editors(self) -> str:
        names = self._names("editor")
        several = len(split_names(self.value("editor"))) > 1
        return f"{names}, {'Eds.' if several else 'Ed.'}" if names else ""

    def editors(self) -> None:
        self.line.add(self._editors())

    def authors_or_editors(self) -> None:
        if self.value("author"):
            self.authors()
        else:
            self.line.add(self._editors(), mark=NOTHING)

    def editors_besides(self) -> None:
        if self.value("author"):
            self.editors()

    def translator(self) -> None:
        names = self._names("translator")
        self.line.add(f"trans. {names}" if names else "")

    def authors_and_place(self) -> None:
        self.line.add(", ".join(filter(None, (self._names("author"), self.value("address")))))

    def maker_and_place(self) -> None:
        maker = self._names("author") or self.value("organization")
        self.line.add(", ".join(filter(None, (maker, self.value("address")))))

    # Titles

    def _title(self) -> str:
        return lowered(self.value("title"), keep_first=True)

    def title(self) -> None:
        self._quoted(self._title())

    def _quoted(self, title: str) -> None:
        if not title:
            return
        ends = title.rstrip("}").endswith((".", "?", "!"))
        self.line.add("``" + title, mark=NOTHING if ends else None, quote=True)
        self._language()

    def _language(self) -> None:
        """The language, unless it is English or not one word."""
        language = self.value("language") or self.value("langid")
        if pattern(r"(?!(?i:en|[a-z]*english|american|british)\Z)[A-Za-z]{4,}").fullmatch(language):
            self.line.add(f"(in {language.capitalize()})")

    def versioned_title(self) -> None:
        version = self.value("version")
        self._quoted(self._title() + (f", {version}" if version else ""))

    def bare_title(self) -> None:
        self.line.add(self._title(), mark=COMMA)

    def whole(self) -> None:
        """The title of a whole, in italics."""
        self.line.add(italic(self.value("title")))

    def book(self) -> None:
        title = italic(self.value("title"))
        series = self._series()
        self.line.add(f"{title} ({series})" if title and series else title)
        self._language()

    def in_book(self) -> None:
        title = italic(self.value("booktitle"))
        series = self._series()
        words = f"{title} ({series})" if series else title
        self.line.add(f"in {words}" if title else "")

    def _series(self) -> str:
        """ "*Series*, no. 3"; the guide has it in parentheses."""
        series, number = self.value("series"), self.value("number")
        if not series:
            return ""
        return italic(series) + (f", no.{tied(number)}" if number else "")

    def in_proceedings(self) -> None:
        book = self.value("booktitle") or self.value("eventtitle")
        intype = self.value("intype")
        if book:
            is_presented = intype.lower().startswith("presented")
            self.line.add(f"{intype} {book}" if is_presented else f"in {italic(book)}")

    def in_series(self) -> None:
        series = self.value("series")
        # the acronym of the conference, which exports of ACM have as the series
        is_acronym = pattern(r"[A-Z][\w.-]*\s?['’]\s?\d\d").fullmatch(series) is not None
        self.line.add(f"in {italic(series)}" if series and not is_acronym else "")

    def journal(self) -> None:
        self.line.add(italic(self.value("journal")))

    def issue_title(self) -> None:
        journal = self.value("journal")
        title = self.value("issuetitle") or self.value("title")
        self.line.add(italic(title) if journal or title else "")

    def slides(self) -> None:
        medium = self.work.howpublished or self.value("type") or "slides"
        self.line.add(f"{self._title()} [{medium}]")
