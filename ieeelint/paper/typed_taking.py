"""The fields of a typed reference, and the characters that they have taken."""

from __future__ import annotations

from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from ieeelint.paper.reference_parts import Range
    from ieeelint.paper.typed_names import Names

TAKEN = "\x1f"  # stands for each character that a field has taken
PERIODS_END = (
    "publisher",
    "address",
    "school",
    "edition",
    "title",
)  # fields whose period is not theirs
ABBREVIATED = r"(?:\b(?:Inc|Ltd|Co|Corp|Univ|Dept|Inst)|\.\s?[A-Z])\.\Z"


class Field:
    """The words of a field, and their range in the text."""

    __slots__ = ("words", "place")

    def __init__(self, words: str, place: Range) -> None:
        self.words = words
        self.place = place


class TypedWork:
    """The kind and the fields of a typed reference; ``authors`` and ``editors`` are its people.

    ``rest`` has the words that no field takes.  ``is_plain`` is true if the title is neither in
    quotation marks nor in italics, and ``is_year_first`` if the year is before it.
    """

    def __init__(self) -> None:
        self.kind = ""
        self.fields: dict[str, Field] = {}
        self.authors: Names | None = None
        self.editors: Names | None = None
        self.rest = ""
        self.is_plain = False
        self.is_year_first = False

    def has(self, *names: str) -> bool:
        return all(name in self.fields for name in names)


class Taking:
    """A reference while it is divided; ``left`` has TAKEN for each character in a field.

    Positions are those in the reference, which begins at ``start`` of the text.
    """

    def __init__(self, plain: str, start: int, end: int, italics: list[Range]) -> None:
        self.start = start
        self.plain = plain[start:end].replace("\u00a0", " ")
        self.left = self.plain
        self.italics = [
            (max(first - start, 0), min(last, end) - start)
            for first, last in italics
            if first < end and start < last and plain[first:last].strip(" ,.")
        ]
        self.work = TypedWork()
        self.after_names = ""  # the sign after them

    def take(self, expression: str, after: int, *, is_next: bool = False) -> re.Match[str] | None:
        """Take the groups of a match after a position, or directly there; fields stay filled."""
        search = pattern(expression)
        match = search.match(self.left, after) if is_next else search.search(self.left, after)
        if match is None:
            return None
        for name, words in match.groupdict().items():
            if words:
                field = name.rstrip("2")  # a pattern has two groups for it
                self.fill("pages" if field == "page" else field, match.span(name))
        self.cover(*match.span())
        return match

    def fill(self, name: str, place: Range) -> None:
        first, last = place
        while first < last and self.plain[first] in " ,.;:":
            first += 1
        while first < last and self.plain[last - 1] in " ,;:":
            last -= 1
        if name in PERIODS_END and not pattern(ABBREVIATED).search(self.plain, first, last):
            last = first + len(self.plain[first:last].rstrip("."))
        if first < last and name not in self.work.fields:
            placed = (self.start + first, self.start + last)
            self.work.fields[name] = Field(self.plain[first:last], placed)

    def cover(self, first: int, last: int) -> None:
        self.left = self.left[:first] + TAKEN * (last - first) + self.left[last:]

    def skip(self, at: int, signs: str = " .,;:") -> int:
        while at < len(self.left) and self.left[at] in signs:
            at += 1
        return at
