"""The parts of a typed reference: the ranges of its authors, title and address."""

from __future__ import annotations

from bisect import bisect_left

from ieeelint.paper.text import CODE, ITALIC
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.blocks import Reference
    from ieeelint.paper.model import Paper

    Range = tuple[int, int]

LABEL = r"\s*(?:\[\s?\d{1,3}\s?\]|\(\d{1,3}\)|\d{1,3}[.)](?=\s|http|www\.))?\s*"
SURNAME = (
    r"(?:(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ter"
    r"|ten)[\s~\u00a0])*[A-Z\u00c0-\u024f][\w'’‐\-]{1,30}(?:\s(?:Jr|Sr|II|III)\.?)?"
)
INITIALS = r"(?:[A-Z\u00c0-\u024f][a-z]?\.[\s\u00a0]?(?:-(?=[A-Z]))?){1,4}"
NAME = INITIALS + SURNAME
NAMES = rf"(?:{NAME})(?:,?\s(?:and|&)\s(?:{NAME})|,\s(?:{NAME}))*(?:,?\s(?:and\s)?et\sal\.?)?"
# Some authors open with a closing mark: Lima,” Flow of sand”.
QUOTED = r"(?:“\s?|[\"‘](?=\S)|(?<=[,.\s])”\s?(?=[A-Z]))([^“”\"]{3,400}?)[”\"]"
YEAR_AFTER_NAMES = r"\(((?:19|20)\d\d)[a-z]?(?:,\s[A-Z][a-z]+(?:\s\d{1,2}(?:[-–]\d{1,2})?)?)?\)"
URL = rf"(?:https?://|ftp://|www\.)[^\s{CODE}]+|{CODE}"


class Parts:
    """Ranges of ``paper.text`` in an entry; None for a part that is missing or cannot be detected.

    ``plain`` is the text of the whole paper, not a copy: search it from ``start`` to ``end``.
    It may be another text of the same length, in which some characters are replaced.

    ``title`` is the title without quotation marks, and ``quoted`` true if it has
    them; ``names`` are the authors at the beginning, if in IEEE's form;
    ``year_first`` is a year in parentheses after the authors, as in other
    styles; ``url`` is the first address.
    """

    __slots__ = (
        "start",
        "end",
        "plain",
        "names",
        "title",
        "quoted",
        "year_first",
        "url",
        "italics",
    )

    def __init__(
        self, paper: Paper, entry: Reference, italics: list[Range], plain: str = ""
    ) -> None:
        plain = plain or paper.text.plain
        passage = entry.passage
        label = pattern(LABEL).match(plain, passage.start, passage.end)
        self.start = label.end() if label is not None else passage.start
        self.end = passage.start + len(plain[passage.start : passage.end].rstrip())
        self.plain = plain
        names = pattern(NAMES).match(plain, self.start, self.end)
        self.names: Range | None = names.span() if names is not None else None
        self.title: Range | None = None
        quoted = pattern(QUOTED).search(plain, self.start, self.end)
        self.quoted = quoted is not None
        early = pattern(YEAR_AFTER_NAMES).search(
            self.plain, self.start, min(self.start + 400, self.end)
        )
        self.year_first: Range | None = None
        if early is not None and (quoted is None or early.start() < quoted.start()):
            self.year_first = early.span()
        if quoted is not None:
            self.title = quoted.span(1)
        elif self.year_first is not None:
            after = pattern(r"[.,:]?\s*([A-Z‘'][^.?!]{8,300})[.?!]").match(
                plain, self.year_first[1], self.end
            )
            self.title = after.span(1) if after is not None else None
        url = pattern(URL).search(plain, self.start, self.end)
        self.url: Range | None = url.span() if url is not None else None
        self.italics = italics[
            bisect_left(italics, (self.start, 0)) : bisect_left(italics, (self.end, 0))
        ]

    @property
    def words(self) -> str:
        """The entry without its label."""
        return self.plain[self.start : self.end]

    def in_title(self, position: int) -> bool:
        """True for a position in the title or in italics: nobody may change the names of works."""
        title = self.title
        if title is not None and title[0] <= position < title[1]:
            return True
        return any(start <= position < end for start, end in self.italics)

    def has(self, expression: str) -> bool:
        """True when the pattern occurs in the entry outside its title."""
        return any(
            not (self.title and self.title[0] <= match.start() < self.title[1])
            for match in pattern(expression).finditer(self.plain, self.start, self.end)
        )

    def after_title(self, expression: str) -> bool:
        """True when the pattern occurs after the title, or anywhere in an entry without one."""
        start = self.title[1] if self.title is not None else self.start
        return pattern(expression).search(self.plain, start, self.end) is not None


def italics_of(paper: Paper) -> list[Range]:
    """The ranges of ``paper.text`` in italics, in order."""
    return [(mark.start, mark.end) for mark in paper.text.marks_of(ITALIC)]


def typed_entries(paper: Paper) -> list[tuple[Reference, Parts]]:
    """The entries of a typed list, or of a .bbl file, with their parts, without empty entries."""
    entries = []
    italics = italics_of(paper)
    for entry in paper.references:
        parts = Parts(paper, entry, italics)
        if parts.end - parts.start > 5 or parts.url is not None:
            entries.append((entry, parts))
    return entries
