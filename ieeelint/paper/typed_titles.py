"""The names, the addresses, and the title of a typed reference in the form of any style."""

from __future__ import annotations

from ieeelint.paper.reference_fields import trimmed_doi
from ieeelint.paper.typed_names import names_at
from ieeelint.paper.typed_numbers import DAYS, NAMED_MONTH, YEAR
from ieeelint.paper.typed_taking import Taking
from ieeelint.patterns import pattern

OPENING = '“"„‘`'
CLOSING = {"“": '”“"', '"': '"”', "„": '“”"', "‘": "’", "`": "’'"}
YEAR_FIRST = (
    rf"[.,]?\s*(?:\({YEAR}[a-z]?(?:,\s{NAMED_MONTH}\.?(?:\s(?P<day>{DAYS}))?)?\)"
    r"|(?P<year2>(?:1[89]|20)\d\d)[a-z]?(?=\.))[.,:]?"
)
EDITOR_MARK = r",?\s*\(?[Ee]ds?\b\.?\)?,?"
# An address, or the CODE character that stands for one.
URL = r"(?:<\s*)?(?P<url>(?:https?://|ftp://|www\.)[^\s<>\ue005]+|\ue005)(?:\s*>)?"
ADDRESSES = (
    r"(?i:\[?\(?(?:last\s)?(?:accessed|retrieved|visited)(?:\son)?:?\s*)(?P<urldate>\d{4}-\d\d-\d\d"
    r"|\d{1,2}[-\s][A-Z][a-z]{2,8}\.?[-,\s]\s?\d{4}|[A-Z][a-z]{2,8}\.?\s\d{1,2},?\s\d{4})\)?\]?",
    r"(?i:(?:https?://)?(?:dx\.|www\.)?doi\.org/|\bdoi\b:?\s*)(?P<doi>10\.\d{3,9}/[^\s<>“”\x1f]+)",
    r"(?i:(?:(?:[Pp]reprint\sat\s|arxiv\spreprint\s)?(?:(?:https?://)?arxiv\.org/(?:abs|pdf)/|arxiv:\s?|(?:vol\.\s)?abs/)))"
    r"(?P<eprint>[a-z-]+(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?(?:\s?\[[\w.-]+\])*",
    rf"(?:\[Online\]\.?,?:?\s*)?(?:\[?(?i:available(?:\sonline)?(?:\s?(?:at|from))?):?\s*)?{URL}",
    r"\[(?:Online|Preprint)\]\.?",
    r"\b(?:ISBN|ISSN|PMID|PMCID)(?:-1[03])?:?\s?[\d–-]*[\dXx]",
)
DEGREE = (
    r"(?P<degree>(?:Ph\.?\s?D\.?|D\.?\s?Sc\.?|M\.?\s?S(?:c|\b)\.?|M\.?\s?Eng\.?|B\.?\s?Sc?\.?"
    r"|[Mm]aster(?:[’']?s)?|[Bb]achelor(?:[’']?s)?|[Dd]octoral)\s(?:[Tt]hesis|[Dd]issertation|[Dd]iss\.)"
    r"|(?<=\[)(?:[Dd]issertation|[Tt]hesis)(?=\]))"
)
BETWEEN_SENTENCES = (
    r"(?<![A-Z])(?<!\b(?:vs|St|Dr|No))[.?!]\s+(?=[“\"‘A-Z\u00c0-\u024f\d(\x1f]|[Ii]n:?\s|arXiv)"
)


class Titles(Taking):
    """Takes the parts at the beginning of a reference, and its addresses."""

    def names(self) -> int:
        """Take the people at the beginning; returns the position after them."""
        names = names_at(self.plain, 0, len(self.plain))
        if names is None:
            return 0
        end = names.end
        mark = pattern(EDITOR_MARK).match(self.plain, end)
        if mark is not None:
            self.work.editors = names
            end = mark.end()
        else:
            self.work.authors = names
        self.cover(0, end)
        self.after_names = self.plain[end : end + 1]
        return end

    def year_first(self, at: int) -> int:
        match = self.take(YEAR_FIRST, at, is_next=True)
        self.work.is_year_first = match is not None
        return match.end() if match is not None else at

    def addresses(self, at: int) -> None:
        for expression in ADDRESSES:
            match = self.take(expression, at)
            if match is not None and (url := self.work.fields.get("url")) is not None:
                url.words = url.words.rstrip(".,;)")
        if (doi := self.work.fields.get("doi")) is not None:
            doi.words = trimmed_doi(doi.words)

    def title(self, at: int) -> int | None:
        """Take the title; returns the position after it, None if its end is not certain."""
        at = self.skip(at)
        if self.left[at : at + 1] and self.left[at] in OPENING:
            return self.quoted_title(at)
        italic = next((place for place in self.italics if place[0] - 1 <= at < place[1]), None)
        if italic is not None:
            self.fill("title", italic)
            self.cover(*italic)
            self.work.kind = "whole"
            return italic[1]
        if pattern('[“„”"]').search(self.left, at):
            return None  # other words are between the names and the title
        self.work.is_plain = True
        return self.plain_title(at)

    def quoted_title(self, at: int) -> int | None:
        closing = CLOSING[self.left[at]]
        is_single = closing[0] == "’"
        after = r"(?=\s*[,.;:]|\s|\Z)" if is_single else ""
        last = pattern(rf"[{closing}]{{1,2}}{after}").search(self.left, at + 1)
        if last is None:
            return None
        first, end = at + 1, last.start()
        while first < end and self.plain[first] in OPENING:
            first += 1
        ending = pattern(r"[,.]+\Z").search(self.plain[first:end].rstrip())
        stop = first + len(self.plain[first:end].rstrip()) - (len(ending[0]) if ending else 0)
        self.fill("title", (first, stop))
        self.cover(at, last.end())
        return last.end()

    def plain_title(self, at: int) -> int | None:
        """A title without marks, up to the container in italics or the end of its sentence."""
        italic = next((place for place in self.italics if place[0] > at), None)
        if italic is not None:
            between = pattern(
                r"(?:[.,?!]\s*(?:[Ii]n:?\s+(?:[^.?!]*\([Ee]ds?\.\),?\s*)?)?)?\s*\Z"
            ).search(self.left, at, italic[0])
            if between is None or pattern(BETWEEN_SENTENCES).search(self.left, at, between.start()):
                match = pattern(BETWEEN_SENTENCES).search(self.left, at, italic[0])
                if match is None:
                    return None
                return self._sentence(at, match.start())
            return self._sentence(at, between.start())
        if self.after_names == "," and (end := self._before_comma(at)) is not None:
            return end
        match = pattern(rf"{BETWEEN_SENTENCES}|\s(?=\[(?:[Dd]issertation|[Tt]hesis))").search(
            self.left, at
        )
        return self._sentence(at, match.start()) if match is not None else None

    def _sentence(self, at: int, end: int) -> int:
        keeps_mark = self.left[end : end + 1] in ("?", "!")
        self.fill("title", (at, end + keeps_mark))
        self.cover(at, end + keeps_mark)
        return end + keeps_mark

    def _before_comma(self, at: int) -> int | None:
        """A title that ends at a comma, before a journal with its volume, or before "in:"."""
        match = pattern(
            rf"(?P<title>[^\x1f]+?),\s(?=in:\s|{DEGREE}|arXiv|\x1f|\d+(?:st|nd|rd|th)\sed"
            r"|(?-i:[A-Z\u00c0-\u024f])[^,\x1f]{2,80}?,?\s(?:vol\.?\s?)?\d{1,4}[A-Z]?(?:\s?\(|,\s|:))"
        ).match(self.left, at)
        if match is None:
            return None
        self.fill("title", match.span("title"))
        self.cover(*match.span("title"))
        return match.end("title")
