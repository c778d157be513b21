"""The kind and the fields of a typed reference, as a database would have them.

A field that cannot be detected is missing; nothing is guessed.
"""

from __future__ import annotations

from ieeelint.paper.reference_parts import NAME, Parts
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from ieeelint.paper.reference_parts import Range

UNKNOWN = "unknown"
# field -> a pattern whose first group is its value, searched after the title
SIMPLE = {
    "volume": r"\bvol\.[\s\u00a0]?([A-Z]{0,3}-?\d+[A-Z]?)(?=[,.;)\s]|\Z)",
    "number": r"\bno\.[\s\u00a0]?([\w/–-]*\d[\w/–-]*)",
    "pages": r"\bpp?\.[\s\u00a0]?([A-Za-z]?\d+(?:[\s\u00a0]?[-–—]{1,3}[\s\u00a0]?[A-Za-z]?\d+)?)",
    "edition": r"(\d+)(?:st|nd|rd|th)[\s\u00a0]ed\b",
    "chapter": r"\bch\.[\s\u00a0]?(\d+)",
    "month": (
        r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov"
        r"|Dec)\b\.?(?=[\s\u00a0\d–/-]{0,8},?[\s\u00a0]{0,2}(?:19|20)\d\d)"
    ),
    "doi": r"(?:(?i:doi\.org/)|(?<![\w./%-])|(?i:\bdoi))(10\.\d{3,9}/[^\s“”\"<>\ue000-\ue007]+)",
    "eprint": r"arXiv:[\s\u00a0]?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+/\d{7})",
}
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
DAYS = r"\d{1,2}(?:\s?[-–]\s?\d{1,2})?"
# A date: the year, and perhaps a month or two with its days before it, or a day before the month.
DATE = (
    rf"\b(?:(?P<month>(?:{DAYS}\s)?{MONTH}(?:\s?[-–/]\s?{MONTH})?(?:\s{DAYS}(?:\s?[-–]\s?{MONTH}\s"
    rf"{DAYS})?)?),?\s{{1,2}})?(?P<year>(?:19|20)\d\d)(?=[a-z]?\s*(?:[,.;)(\[]|\Z|[\ue000-\ue007]))"
)
# What may be before a date: punctuation, but not the period of a label such as "vol." or "no.".
BEFORE_DATE = (
    r"(?:\(|(?:[,;?!]|(?<!\b[a-z])(?<!\b[a-z]{2})(?<!\b[a-z]{3})(?<!\b[a-z]{4})"
    r"(?<!\b(?:Rep|Std|Art|Vol|Pat|Ver|Sec))(?<!\bNo)\.)[”\"’']?\s+|[”\"]\s+)\Z"
)
ACCESSED = r"[Aa]ccessed:?\s(?:on:?\s)?[^;]{0,12}\Z"
# A journal or conference that is not in italics: up to the first comma.
CONTAINER = r"[”\"],?\s(?:in:?\s)?([A-Z][^,“”]{3,120}),\s"
# The address and the publisher of a book, directly before its year.
PUBLISHER = (
    r"[.,]\s([A-Z](?:[^:.“”]|(?<=[^A-Za-z][A-Z])\.(?=[A-Z:,\s])){1,60}):\s"
    r"([A-Z][^:,]{1,60}(?:,\s(?:Inc|Ltd|LLC|Co|GmbH)\.?){0,2}),\s(?=(?:19|20)\d\d)"
)
# Kind and the pattern that shows it after the title; the first match counts.
KINDS = (
    ("patent", r"\bPatent\b"),
    ("thesis", r"[Tt]hesis|[Dd]issertation"),
    (
        "inproceedings",
        r"(?:^|[”\",])\s*(?:presented\sat\s|in\s(?:[\d]{4}\s)?[^,]{0,60}(?:Proc|Conf|Symp"
        r"|Workshop|Int\b))",
    ),
    ("techreport", r"\b(?:Tech\.\s)?Rep\.|\b[Rr]eport\b"),
    ("standard", r"\bStd\.?\s"),
    ("article", r"\bvol\.|\bno\.|\bin press\b|\bto be published\b|\bearly access\b"),
    ("preprint", r"arXiv"),
    ("online", r"\[Online\]|Accessed:|\bAvailable:"),
    ("unpublished", r"\bunpublished\b|private communication"),
)


class TypedField:
    """A field: its words, and their range in the text."""

    __slots__ = ("words", "place")

    def __init__(self, words: str, place: Range) -> None:
        self.words = words
        self.place = place

    def __repr__(self) -> str:
        return f"TypedField({self.words!r})"


def kind_of(parts: Parts) -> str:
    """The kind of work, or ``unknown``."""
    rest = parts.plain[_title_end(parts) : parts.end]
    for kind, expression in KINDS:
        if pattern(expression).search(rest):
            return kind
    if (
        not parts.quoted
        and parts.italics
        and pattern(r":\s[A-Z][^:]{2,80},\s(?:19|20)\d\d").search(rest)
    ):
        return "book"
    return UNKNOWN


def fields_of(parts: Parts) -> dict[str, TypedField]:
    """The fields that can be detected; ``title`` and ``container`` without quotation marks."""
    fields: dict[str, TypedField] = {}

    def add(name: str, place: Range) -> None:
        words = parts.plain[place[0] : place[1]].replace("\u00a0", " ").strip(" ,.")
        if words:
            fields.setdefault(name, TypedField(words, place))

    if parts.names is not None:
        add("author", parts.names)
    title_end = _title_end(parts)
    if parts.title is not None:
        add("title", parts.title)
        container = next((italic for italic in parts.italics if italic[0] >= title_end), None)
        if container is not None and container[0] - title_end < 120:
            add("container", container)
        elif (
            parts.quoted
            and (plain := pattern(CONTAINER).match(parts.plain, title_end, parts.end)) is not None
        ):
            add("container", plain.span(1))
    elif parts.italics:
        add("title", parts.italics[0])
        title_end = parts.italics[0][1]
    for name, expression in SIMPLE.items():
        match = pattern(expression).search(parts.plain, title_end, parts.end)
        if match is not None:
            start = match.start(1)
            found = match[1] if name != "doi" else trimmed_doi(match[1])
            add(name, (start, start + len(found)))
    if parts.year_first is not None:  # a later date is that of something else
        add("year", (parts.year_first[0] + 1, parts.year_first[0] + 5))
    elif (date := date_of(parts)) is not None:
        add("year", date.span("year"))
    publisher = pattern(PUBLISHER).search(parts.plain, title_end - 1, parts.end)
    if publisher is not None:
        add("address", publisher.span(1))
        add("publisher", publisher.span(2))
    if parts.url is not None:
        add("url", parts.url)
    return fields


def authors_of(words: str) -> list[str]:
    """The authors of a typed list of names, with single spaces."""
    return [
        " ".join(match.group().replace("\u00a0", " ").replace(". ", ".").replace(".", ". ").split())
        for match in pattern(NAME).finditer(words)
    ]


def _title_end(parts: Parts) -> int:
    """The end of the title or, without one, of the first italics or the authors."""
    if parts.title is not None:
        return parts.title[1]
    return parts.italics[0][1] if parts.italics else parts.names[1] if parts.names else parts.start


def date_of(parts: Parts) -> re.Match[str] | None:
    """The date after the title, with the groups ``month`` and ``year``; None if it is not certain.

    A year is between punctuation, and not in italics or in an address.  A date with a month
    outranks others; with two different years the date is uncertain.
    """
    taken = [*parts.italics, *([parts.url] if parts.url is not None else [])]
    dates = []
    for match in pattern(DATE).finditer(parts.plain, _title_end(parts), parts.end):
        before = parts.plain[max(parts.start, match.start() - 30) : match.start()]
        if not pattern(BEFORE_DATE).search(before) and not match["month"]:
            continue
        if pattern(ACCESSED).search(before):
            continue
        if not any(first < match.end() and match.start() < last for first, last in taken):
            dates.append(match)
    dated = [match for match in dates if match["month"]] or dates
    return dated[-1] if len({match["year"] for match in dated}) == 1 else None


def trimmed_doi(doi: str) -> str:
    """A DOI without the punctuation after it."""
    while doi and (doi[-1] in ".,;:’'" or doi[-1] in ")]" and not _is_closed(doi)):
        doi = doi[:-1]
    return doi


def _is_closed(doi: str) -> bool:
    opening = "(" if doi[-1] == ")" else "["
    return doi.count(opening) >= doi.count(doi[-1])
