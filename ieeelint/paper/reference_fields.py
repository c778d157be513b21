"""What a typed reference says, in the terms of a database: kind, and fields with their places.

What cannot be told is not there; nothing is guessed.
"""

from __future__ import annotations

from ieeelint.paper.reference_parts import NAME, Parts
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.reference_parts import Range

UNKNOWN = "unknown"
# field -> the pattern whose first group is its value, looked for behind the title
SIMPLE = {
    "volume": r"\bvol\.[\s\u00a0]?([A-Z]{0,3}-?\d+[A-Z]?)\b",
    "number": r"\bno\.[\s\u00a0]?([\w/–-]*\d[\w/–-]*)",
    "pages": r"\bpp?\.[\s\u00a0]?([A-Za-z]?\d+(?:[\s\u00a0]?[-–—]{1,3}[\s\u00a0]?[A-Za-z]?\d+)?)",
    "edition": r"(\d+)(?:st|nd|rd|th)[\s\u00a0]ed\b",
    "chapter": r"\bch\.[\s\u00a0]?(\d+)",
    "month": (
        r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov"
        r"|Dec)\b\.?(?=[\s\u00a0\d–/-]{0,8},?[\s\u00a0]{0,2}(?:19|20)\d\d)"
    ),
    "doi": r"(?i:doi:?[\s\u00a0]?|doi\.org/)(10\.\d{3,9}/[^\s]+?)(?=[.,]?(?:\s|\Z))",
    "eprint": r"arXiv:[\s\u00a0]?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+/\d{7})",
}
YEAR = r"(?<![\d./-])((?:19|20)\d\d)(?![\d/-])"
# A journal or conference that is not in italics: up to the first comma.
CONTAINER = r"[”\"],?\s(?:in:?\s)?([A-Z][^,“”]{3,120}),\s"
KINDS = (  # what tells the kind, first hit counts; looked for behind the title
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


class Said:
    """One field: its words, and where they stand in the text."""

    __slots__ = ("words", "place")

    def __init__(self, words: str, place: Range) -> None:
        self.words = words
        self.place = place

    def __repr__(self) -> str:
        return f"Said({self.words!r})"


def kind_of(parts: Parts) -> str:
    """The kind of work, ``unknown`` where nothing tells it."""
    rest = parts.plain[_behind_title(parts) :]
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


def fields_of(parts: Parts) -> dict[str, Said]:
    """The fields that can be told; ``title`` and ``container`` without quotation marks."""
    found: dict[str, Said] = {}

    def say(name: str, place: Range) -> None:
        words = parts.plain[place[0] : place[1]].replace("\u00a0", " ").strip(" ,.")
        if words:
            found.setdefault(name, Said(words, place))

    if parts.names is not None:
        say("author", parts.names)
    behind = _behind_title(parts)
    if parts.title is not None:
        say("title", parts.title)
        container = next((one for one in parts.italics if one[0] >= behind), None)
        if container is not None and container[0] - behind < 120:
            say("container", container)
        elif parts.quoted and (plain := pattern(CONTAINER).match(parts.plain, behind)) is not None:
            say("container", plain.span(1))
    elif parts.italics:
        say("title", parts.italics[0])
        behind = parts.italics[0][1]
    for name, expression in SIMPLE.items():
        match = pattern(expression).search(parts.plain, behind)
        if match is not None:
            say(name, match.span(1))
    years = [
        match
        for match in pattern(YEAR).finditer(parts.plain, behind)
        if not _in_url(parts, match.start())
    ]
    if years:
        say("year", years[-1].span(1))
    elif parts.year_first is not None:
        say("year", (parts.year_first[0] + 1, parts.year_first[0] + 5))
    publisher = pattern(
        r"[.,]\s([A-Z][^:.“”]{1,60}):\s([A-Z][^:]{1,80}?),\s(?=(?:19|20)\d\d)"
    ).search(parts.plain, behind - 1)
    if publisher is not None:
        say("address", publisher.span(1))
        say("publisher", publisher.span(2))
    if parts.url is not None:
        say("url", parts.url)
    return found


def authors_of(words: str) -> list[str]:
    """Each author of a typed list of names, spaces evened."""
    return [
        " ".join(match.group().replace("\u00a0", " ").replace(". ", ".").replace(".", ". ").split())
        for match in pattern(NAME).finditer(words)
    ]


def _behind_title(parts: Parts) -> int:
    if parts.title is not None:
        return parts.title[1]
    return parts.italics[0][1] if parts.italics else parts.names[1] if parts.names else parts.start


def _in_url(parts: Parts, position: int) -> bool:
    return parts.url is not None and parts.url[0] <= position < parts.url[1]
