"""The marks of citations that a reader of the page sees: commands, brackets, raised numbers."""

from __future__ import annotations

from ieeelint.paper.text import MATH
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.placeholders import Citation

NUMBER = "[1-9][0-9]{0,2}"
FIRST_DIGITS = tuple("123456789")
DASH = "[–—‒−‑-]"
SEPARATOR = rf"(?:\s{{0,2}}(?:[,;，、]|{DASH})\s{{0,2}}|,?\s(?:and|&)\s)"
# Some keyboards for Chinese and Japanese type the wide brackets.
BRACKET = (
    rf"[\[［【]\s?({NUMBER}(?:{SEPARATOR}{NUMBER}){{0,11}})\s?(?:,\s"
    r"(?:[A-Za-z.]{1,12}\s)?[^\[\]\n]{1,30})?[\]］】]"
)
# Raised numbers, perhaps each in brackets.
RAISED = rf"\s?\[?\s?{NUMBER}(?:\s?\]?\s?(?:[,;，]|{DASH})\s?\[?\s?{NUMBER})*\s?\]?\s?\Z"
# Between the ends of a range of citations; brackets are typed around a command without its own.
RANGE = rf"\]?\s?{DASH}\s?\[?\Z|\]?\s(?:to|through)\s\[?\Z"
LONGEST_LINK = 11  # characters of "] through ["
LINKS = " ,;andor\n\u00a0"  # between the brackets of a list
BLANKS = " \n\t\u00a0\u2009"
LONGEST_RANGE = 60  # numbers; a longer "range" in brackets is an interval, not a citation
LONGEST_WORD = 40  # characters before a bracket that may belong to its word
# What a bracket may mean.
NO, PERHAPS, YES = range(3)


class CitationPlace:
    """One citation in the text, from ``start`` to ``end``.

    ``citation`` is the command or field; it is None for a citation typed by hand,
    which has ``numbers`` instead, with ranges written out, and in ``beyond`` those that are larger
    than the list is long.  ``through`` are the numbers between this citation and the one before, as
    in "[1]–[4]", if the list is typed.  ``is_raised`` is true above or below the line,
    and ``ends_range`` after a citation and the sign of a range.
    """

    __slots__ = (
        "start",
        "end",
        "citation",
        "numbers",
        "beyond",
        "through",
        "is_raised",
        "ends_range",
    )

    def __init__(
        self,
        start: int,
        end: int,
        citation: Citation | None,
        numbers: list[int],
        beyond: list[int] | None = None,
    ) -> None:
        self.start = start
        self.end = end
        self.citation = citation
        self.numbers = numbers
        self.beyond = beyond or []
        self.through: list[int] = []
        self.is_raised = False
        self.ends_range = False

    @property
    def all_numbers(self) -> list[int]:
        """The numbers that a reader takes for cited here."""
        return self.through + self.numbers


def written_out(text: str) -> list[int]:
    """The numbers of ``2, 4–6``: 2, 4, 5, 6; an empty list when they are not in order."""
    numbers: list[int] = []
    for part in pattern(r",?\s(?:and|&)\s|[,;，、]").split(text):
        first, _, last = pattern(DASH).sub("-", part).partition("-")
        low, high = int(first), int(last or first)
        if high < low or high - low > LONGEST_RANGE:
            return []
        numbers += range(low, high + 1)
    return numbers if numbers == sorted(set(numbers)) else []


def is_range(text: str, numbers: list[int]) -> bool:
    """True for three numbers or more with a dash, which no interval has: "[2–5]"."""
    return len(numbers) > 2 and pattern(DASH).search(text) is not None


def may_cite(plain: str, start: int, end: int, has_list: bool) -> int:
    """NO for brackets of formulas, code, and sets, as in "x_[1]" and "[0, 1], [1, 2]"; PERHAPS for
    one that touches a number or a single letter, as in "CO2[3]", where x[3] is meant, too.

    Many authors forget the space before a citation; ``has_list`` says that there is a list of
    references, so that "as water[1] does" counts.
    """
    before = plain[start - 1 : start]
    if before in ("}", "_", "^"):
        return NO
    certain = YES
    if before.isalnum() or before in (")", MATH):
        if not has_list or _is_indexed(plain, start):
            return NO
        certain = YES if _touches_word(plain, start) else PERHAPS
    if pattern(r"[\[{(][^\[\]{}()]{0,20}\b0\b[^\[\]{}()]{0,20}[\]})],?\s(?:and\s)?\Z").search(
        plain, max(0, start - 50), start
    ):
        return NO
    return certain if pattern(r",?\s(?:and\s)?\[0").match(plain, end) is None else NO


def _touches_word(plain: str, start: int) -> bool:
    """True for a bracket right after a lowercase word."""
    return (
        pattern(r"(?<![\w.])[A-Za-z]?[a-z]{2,}(?:-[a-z]{2,})?\)?\Z").search(
            plain, max(0, start - LONGEST_WORD), start
        )
        is not None
    )


def _is_indexed(plain: str, start: int) -> bool:
    """True for a bracket after the name of a list: ``data[1]`` in a paper with ``data[i]`` or
    ``data[0]``.
    """
    word = pattern(r"[\w.]*\w[)]?\Z").search(plain, max(0, start - LONGEST_WORD), start)
    if word is None:
        return False
    name = word[0] + "["
    at = plain.find(name)
    while at >= 0:
        is_whole = at == 0 or not plain[at - 1].isalnum()
        if is_whole and plain[at + len(name) : at + len(name) + 1] not in FIRST_DIGITS:
            return True
        at = plain.find(name, at + 1)
    return False


def follows_interval(plain: str, start: int, words: frozenset[str]) -> bool:
    """True if the words before a bracket with two numbers name an interval: "x in [1, 5]", "the
    values lie in [1, 5]", "scaled to [1, 5]", "the score [1, 5]".
    """
    match = pattern(
        rf"(?:(\w+)[\s\u00a0]{{1,2}})?(\w+|{MATH})[\s\u00a0]((?:in|to|into|within|over|on|from|of"
        r"|between|is|are|was|were|∈)[\s\u00a0](?:the[\s\u00a0])?)?\Z|(∈)\s?\Z"
    ).search(plain, max(0, start - LONGEST_WORD), start)
    if match is None:
        return False
    if match[4]:
        return True
    near: str = match[2]
    is_variable = len(near) < 2 and not near.isdecimal() and match[3] is not None
    return is_variable or near.lower() in words or (match[1] or "").lower() in words
