"""A typed reference in the form of any style, divided into fields.

Nothing is guessed: what no field takes is in ``rest``, and a work is certain only without a rest.
"""

from __future__ import annotations

from ieeelint.paper.typed_names import names_at
from ieeelint.paper.typed_numbers import AFTER_JOURNAL, DATES, LABELLED
from ieeelint.paper.typed_taking import TAKEN, TypedWork
from ieeelint.paper.typed_titles import DEGREE, Titles
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from ieeelint.paper.reference_parts import Range

CONFERENCE = (
    r"(?i)\b(?:proc(?:eedings)?\b|conf(?:erence)?\b|symp(?:osium)?\b|workshop|congress|meeting\b)"
)
PRESS = (
    r"(?i)\b(?:press|publish(?:ers|ing)|verlag|wiley|springer|elsevier|mcgraw|prentice|pearson|books"
    r"|academic|kluwer|birkhäuser|routledge|cambridge\suniv|oxford\suniv|addison|o’reilly|crc)"
)
NO_PLACE = r"\b[Ee]ds?\b|\b[A-Z]\.\s[A-Z][a-z]|[a-z]{4}\.\s"  # editors, or two sentences
NAME_WORD = r"[A-Z\u00c0-\u024f][\w.&’'‐-]*"
NAME = rf"{NAME_WORD}(?:\s(?:(?:of|and|for|the|de|&)\s){{0,2}}{NAME_WORD})*"
SMALL_WORDS = r"(?i)\b(?:and|in|the|at|pp?|doi|vol|available|from|article|preprint|arxiv|ed|eds)\b"


def divided(plain: str, start: int, end: int, italics: list[Range]) -> TypedWork | None:
    """The work in ``plain[start:end]``; None without names and a title."""
    return _Division(plain, start, end, italics).result()


class _Division(Titles):
    """The division of one reference."""

    def result(self) -> TypedWork | None:
        at = self.names()
        at = self.year_first(at)
        self.addresses(at)
        title_end = self.title(at)
        if title_end is None:
            return None
        self.container(title_end)
        for expression in LABELLED:
            self.take(expression, title_end)
        self.editors(title_end)
        self.dates(title_end)
        self.degree(title_end)
        self.publisher(title_end)
        self.work.rest = self.remaining()
        self.work.kind = self.kind()
        return self.work

    def container(self, at: int) -> None:
        """Take the journal or the book with the numbers directly after it."""
        at = self.skip(at, " .,;:”’\"'" + TAKEN)
        inside = pattern(r"(?:[Ii]n|[Pp]ublished\sin):?\s").match(self.left, at)
        if inside is not None:
            self.cover(*inside.span())
            at = inside.end()
        italic = next((place for place in self.italics if place[0] - 1 <= at < place[1]), None)
        if italic is None and inside is not None:
            at = self.people_of_book(at)
            italic = next((place for place in self.italics if place[0] - 1 <= at < place[1]), None)
        if italic is not None:
            place = italic
        elif self.work.kind == "whole":
            return
        else:
            match = pattern(
                r"(?P<container>[A-Z\u00c0-\u024f][^\x1f“”]*?)"
                r"(?:[,.;]\s(?=\d|\(|[Vv]ol|[Nn]o\.|[Ii]ssue|pp?\.|pages|[A-Z][a-z]{2,3}\.?\s\d{4}|Art)"
                r"|\s(?=[12]\d{3};\s?\d|\d+\s?[(,:]|\d+,\s\d|\([12]\d{3}\)|\(pp)|[.,;]?\s*(?=\x1f)|[.,;]?\s*\Z|;\s"
                rf"|\.\s(?={NAME}:\s{NAME}[,;]\s[12]\d{{3}}))"
            ).match(self.left, at)
            if match is None:
                return
            if inside is None and not self._may_be_journal(match):
                return
            place = match.span("container")
        self.work.kind = "part" if inside is not None else "article"
        first, last = self._without_numbers(place)
        last += self.left[last : last + 2] == ".,"  # the period of an abbreviation
        self.fill("container", (first, last))
        self.cover(first, last)
        after = self.skip(last, " .,;:" + TAKEN)
        for expression in AFTER_JOURNAL:
            if self.take(expression, after, is_next=True) is not None:
                break

    def _may_be_journal(self, match: re.Match[str]) -> bool:
        """True if a volume, pages, or a date are next, or the words are those of proceedings."""
        words = match["container"]
        if pattern(DEGREE).search(words) or pattern(r"(?i)\barxiv\b").fullmatch(words):
            return False
        if pattern(CONFERENCE).search(words):
            return True
        rest = self.left[match.end() :]
        return (
            pattern(
                r"\s*(?:(?:[Vv]ol|[Nn]o\b|[Ii]ssue|pp?\.|pages)|\d{1,4}[A-Z]?\s?[(:,]"
                r"|(?:1[89]|20)\d\d(?:\s[A-Z][a-z]{2,8}\.?)?;)"
            ).match(rest)
            is not None
        )

    def _without_numbers(self, place: Range) -> Range:
        """A container in italics without the volume that APA also sets in italics."""
        match = pattern(r",\s?\d+\s*\Z").search(self.plain, *place)
        return (place[0], match.start()) if match is not None else place

    def people_of_book(self, at: int) -> int:
        """Take the editors before the title of their book: "M. Dias & E. Faro (Eds.), …"."""
        names = names_at(self.plain, at, len(self.plain))
        if names is None:
            return at
        mark = pattern(r",?\s*(?:\((?i:eds?)\.?\)|(?i:editors?|eds?\.))[,.]?\s*").match(
            self.left, names.end
        )
        if mark is None:
            return at
        self.work.editors = names
        self.cover(at, mark.end())
        return mark.end()

    def editors(self, at: int) -> None:
        match = pattern(r"\(?(?:[Ee]dited\sby|\beds?\.?)\s(?=[A-Z])").search(self.left, at)
        if match is not None:
            names = names_at(self.plain, match.end(), len(self.plain))
            closes = names.end if names is not None else match.end()
            if names is None and (end := self.left.find(")", match.end())) > 0:
                names = names_at(self.plain, match.end(), end)
                closes = end + 1
            if names is not None:
                self.work.editors = self.work.editors or names
                self.cover(match.start(), closes)
                return
        mark = pattern(r",?\s\(?[Ee]ds?\.\)?").search(self.left, at)
        if mark is None:
            return
        first = self.left.rfind(TAKEN, at, mark.start()) + 1
        first = self.skip(first, " .,;:(")
        names = names_at(self.plain, first, mark.start())
        if names is not None and names.end == mark.start():
            self.work.editors = self.work.editors or names
            self.cover(first, mark.end())

    def dates(self, at: int) -> None:
        for expression in DATES:
            if self.take(expression, at) is not None:
                return

    def degree(self, at: int) -> None:
        match = self.take(DEGREE, at)
        if match is None:
            return
        self.work.kind = "thesis"
        school = pattern(rf"[\s.,;:\[\]()\x1f]*(?P<school>{NAME}(?:,\s{NAME})*)[\])]?").match(
            self.left, match.end()
        ) or pattern(rf"[\s.,;:\[\]()\x1f]*(?P<school>{NAME}(?:,\s{NAME})*)[\s.,;:\x1f]*\Z").match(
            self.left[: match.start()], at
        )
        if school is not None:
            self.fill("school", school.span("school"))
            self.cover(*school.span())

    def publisher(self, at: int) -> None:
        """Take the publisher, and the place before or after it."""
        if self.work.kind == "thesis" or self.work.kind == "article" and not self.work.editors:
            return
        match = pattern(
            rf"[\s.,;(\x1f]*(?:(?P<address>{NAME}(?:,\s{NAME}){{0,2}}):\s(?P<publisher>{NAME}))"
            r"[\s.,;)\x1f]*\Z"
        ).match(self.left, at)
        if match is None:
            match = pattern(
                rf"[\s.,;(\x1f]*(?P<publisher>{NAME})(?:,\s(?P<address>{NAME}(?:,\s{NAME})?))?"
                r"[\s.,;)\x1f]*\Z"
            ).match(self.left, at)
            if match is None or not pattern(PRESS).search(match["publisher"]):
                return
        if pattern(NO_PLACE).search(match.group()):
            return
        for name in ("address", "publisher"):
            if match[name]:
                self.fill(name, match.span(name))
                self.cover(*match.span(name))

    def remaining(self) -> str:
        """The words that are left, without those that only join fields."""
        words = pattern(SMALL_WORDS).sub(" ", self.left)
        return " ".join(pattern(r"[^\W_]+").findall(words.replace(TAKEN, " ")))

    def kind(self) -> str:
        work = self.work
        if work.kind == "thesis":
            return "phdthesis" if not self._is_master() else "mastersthesis"
        container = work.fields.get("container")
        if work.has("eprint") and (
            container is None or pattern(r"(?i)arxiv|corr\b").match(container.words)
        ):
            work.fields.pop("container", None)
            return "misc"
        if container is not None:
            is_journal = work.kind == "article" and work.has("volume")  # as Proc. IEEE
            if pattern(CONFERENCE).search(container.words) and not is_journal:
                return "inproceedings"
            return "incollection" if work.editors or work.has("publisher") else "article"
        if work.has("publisher"):
            return "book"
        return "online" if work.has("url") else "misc"

    def _is_master(self) -> bool:
        return (
            pattern(r"(?i)m\.?\s?s|m\.?\s?eng|master").match(self.work.fields["degree"].words)
            is not None
        )
