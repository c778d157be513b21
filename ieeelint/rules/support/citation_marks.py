"""Citations in the text: commands, fields, and numbers typed in brackets."""

from __future__ import annotations

from re import escape

from ieeelint.paper.text import CITE
from ieeelint.paper.zones import RUNNING
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.placeholders import Citation

BRACKET = (
    r"\[\s?([1-9][0-9]{0,2}(?:\s{0,2}[,;–—‒−‑-]\s{0,2}[1-9][0-9]{0,2}){0,11})\s?(?:,\s"
    r"(?:[A-Za-z.]{1,12}\s)?[^\[\]\n]{1,30})?\]"
)
DASH = "[–—‒−‑]"
# Between the ends of a range of citations.
RANGE = r"\s?[–—‒−‑-]\s?\Z|\s(?:to|through)\s\Z"
LONGEST_LINK = 9  # characters of " through "
BLANKS = " \n\t\u00a0\u2009"
LONGEST_RANGE = 60  # numbers; a longer "range" in brackets is an interval, not a citation
LONGEST_WORD = 40  # characters before a period that may belong to an abbreviation


class CitationPlace:
    """One citation in the text, from ``start`` to ``end``.

    ``citation`` is the command or field; it is None for a citation typed by hand,
    which has ``numbers`` instead, with ranges written out.  ``through`` are the numbers
    between this citation and the one before, as in "[1]–[4]", if the list is typed.
    """

    __slots__ = ("start", "end", "citation", "numbers", "through")

    def __init__(self, start: int, end: int, citation: Citation | None, numbers: list[int]) -> None:
        self.start = start
        self.end = end
        self.citation = citation
        self.numbers = numbers
        self.through: list[int] = []

    @property
    def all_numbers(self) -> list[int]:
        """The numbers that a reader takes for cited here."""
        return self.through + self.numbers


def citation_places(paper: Paper, zones: frozenset[str] = RUNNING) -> list[CitationPlace]:
    """All citations of ``zones``, by default of running text, that print as a bracketed number.

    Typed numbers count only in Word, or where a LaTeX draft has no citation
    commands. They are never larger than the number of references.
    """
    places = []
    for citation in paper.citations:
        at = citation.position
        if at >= 0 and not citation.prints_author and paper.text.plain[at] == CITE:
            if paper.passage_at(at).zone in zones:
                places.append(CitationPlace(at, at + 1, citation, []))
    if not places or paper.format != "latex":
        places += typed_citations(paper, zones)
    places.sort(key=lambda place: place.start)
    ranks = {entry.key: number for number, entry in enumerate(paper.references, 1)}
    for before, place in zip(places, places[1:]):
        if ranks and place.citation is not None:
            place.through = _between(paper.text.plain, before, place, ranks)
    return places


def typed_citations(paper: Paper, zones: frozenset[str] = RUNNING) -> list[CitationPlace]:
    """Numbers typed in brackets of ``zones`` that can be citations.

    Brackets have many other uses in LaTeX, so there the list is empty unless at least two
    brackets hold a single number. A number that touches its word counts if the draft has a list of
    references: "as shown[3]".
    """
    plain = paper.text.plain
    if "[" not in plain:
        return []
    known = len(paper.references) or len(paper.bibliography.database_keys or ())
    most = known or 999
    has_list = bool(paper.references)
    places: list[CitationPlace] = []
    single = 0
    for match in paper.find(pattern(BRACKET), zones):
        if not may_cite(plain, match.start(), match.end(), bool(known)):
            continue
        numbers = written_out(match.group(1))
        if numbers and max(numbers) <= most:
            single += len(numbers) == 1 or has_list and _is_range(match[1], numbers)
            place = CitationPlace(match.start(), match.end(), None, numbers)
            if places:
                place.through = _between(plain, places[-1], place, {})
            places.append(place)
    return places if single > 1 or paper.format == "word" else []


def _is_range(text: str, numbers: list[int]) -> bool:
    """True for three numbers or more with a dash, which no interval has: "[2–5]"."""
    return len(numbers) > 2 and pattern(DASH).search(text) is not None


def _touches_word(plain: str, start: int) -> bool:
    """True for a bracket right after a lowercase word that is not a list of items: not ``data[1]``
    in a paper with ``data[i]`` or ``data[0]``.
    """
    word = pattern(r"(?<![\w.])[A-Za-z]?[a-z]{2,}(?:-[a-z]{2,})?\)?\Z").search(
        plain, max(0, start - LONGEST_WORD), start
    )
    if word is None:
        return False
    return pattern(rf"\b{escape(word[0])}\[(?![1-9])").search(plain) is None


def may_cite(plain: str, start: int, end: int, has_list: bool) -> bool:
    """False for brackets of formulas, code, and sets: "x[1]", "[0, 1], [1, 2]".

    Many authors forget the space before a citation; ``has_list`` says that there is a list of
    references, so that "as water[1] does" counts.
    """
    before = plain[start - 1 : start]
    if before in ("}", "_", "^", "\ue000"):
        return False
    if (before.isalnum() or before == ")") and not (has_list and _touches_word(plain, start)):
        return False
    if pattern(r"[\[{(][^\[\]{}()]{0,20}\b0\b[^\[\]{}()]{0,20}[\]})],?\s(?:and\s)?\Z").search(
        plain, max(0, start - 50), start
    ):
        return False
    return pattern(r",?\s(?:and\s)?\[0").match(plain, end) is None


def _between(
    plain: str, before: CitationPlace, place: CitationPlace, ranks: dict[str, int]
) -> list[int]:
    """The numbers between two citations of "[1]–[4]"."""
    first, last = _only_number(before, ranks), _only_number(place, ranks)
    between = plain[before.end : place.start]
    if not first or not last or len(between) > LONGEST_LINK or not pattern(RANGE).match(between):
        return []
    return list(range(first + 1, last))[:LONGEST_RANGE]


def _only_number(place: CitationPlace, ranks: dict[str, int]) -> int:
    """The number of a citation of one work; 0 for several works, and for unknown ones."""
    if place.citation is None:
        return place.numbers[0] if len(place.numbers) == 1 else 0
    keys = place.citation.keys
    return ranks.get(keys[0][0], 0) if len(keys) == 1 else 0


def written_out(text: str) -> list[int]:
    """The numbers of ``2, 4–6``: 2, 4, 5, 6; an empty list when they are not in order."""
    numbers: list[int] = []
    for part in pattern(r"[,;]").split(text):
        first, _, last = pattern(DASH).sub("-", part).partition("-")
        low, high = int(first), int(last or first)
        if high < low or high - low > LONGEST_RANGE:
            return []
        numbers += range(low, high + 1)
    return numbers if numbers == sorted(set(numbers)) else []


def follows_abbreviation(context: Context, stop: int) -> bool:
    """True if the period before ``stop`` belongs to "al.", "Inc.", an initial or an ellipsis."""
    match = pattern(r"([\w.]+)[ \u00a0]?\.\Z").search(
        context.paper.text.plain, max(0, stop - LONGEST_WORD), stop
    )
    if match is None:
        return False
    word = match[1]
    if word.endswith(".."):
        return True
    word = word.removesuffix(".")  # "et al.." has one period too many
    last = word.rpartition(".")[2]
    if len(last) == 1 and "A" <= last <= "Z":
        return True
    abbreviations = context.vocabulary.citations.citations.abbreviations
    return any(word == known or word.endswith("." + known) for known in abbreviations)


def is_partial(paper: Paper) -> bool:
    """True if a part of the draft could not be read, so that nothing counts as missing."""
    return paper.is_fragment or any(
        problem.kind in ("missing-file", "unreadable", "cycle") for problem in paper.problems
    )
