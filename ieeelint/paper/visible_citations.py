"""All citations of a paper that a reader sees, found once."""

from __future__ import annotations

from ieeelint.paper.citation_marks import (
    BRACKET,
    LINKS,
    LONGEST_LINK,
    LONGEST_RANGE,
    NO,
    RANGE,
    YES,
    CitationPlace,
    follows_interval,
    is_range,
    may_cite,
    written_out,
)
from ieeelint.paper.raised_citations import (
    commands_in_formulas,
    is_off_line,
    raised_numbers,
)
from ieeelint.paper.text import CITE, MATH
from ieeelint.paper.zones import CELL, KEYWORDS, RUNNING, WORDING
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Match

    from ieeelint.paper.model import Paper
    from ieeelint.tables.part_views import CitationWords

SEEN = WORDING | {CELL, KEYWORDS}
LARGEST = 199  # [300] is not a citation of a short list
FEWEST_SINGLE = 2  # brackets with one number that show that a LaTeX draft cites by typed numbers
MOST_OF_LIST = 0.6  # of the list that the brackets of such a draft name together


class VisibleCitations:
    """The citations of a paper in order, in all zones but the reference list.

    ``certain`` are citations; ``possible`` are brackets that may be citations or intervals, sets,
    and indices, so that no rule may report them; ``raised`` are those above or below the line.
    ``most`` is the largest number of the list, 0 without brackets.
    """

    __slots__ = (
        "certain",
        "possible",
        "raised",
        "uses_commands",
        "_next_to",
        "_paper",
        "_words",
        "most",
    )

    def __init__(self, paper: Paper, words: CitationWords) -> None:
        self._paper = paper
        self._words = words
        self.most = 0
        self.uses_commands = paper.format == "latex" and any(
            citation.command != "nocite" for citation in paper.citations
        )
        self.certain: list[CitationPlace] = []
        self.possible: list[CitationPlace] = []
        self.raised: list[CitationPlace] = []
        self._next_to: list[CitationPlace] = []
        commands = self._commands()
        self._brackets()
        self._fill_ranges()
        if self.uses_commands or self.certain and not self._cites_by_numbers():
            self.possible += self.certain
            self._next_to = [one for one in self.certain if self._is_number_in_text(one)]
            self.certain = []
        self.certain = sorted(self.certain + commands, key=lambda place: place.start)
        self._fill_ranges()
        self.raised = [place for place in self.certain if place.is_raised]
        if self.uses_commands:
            self.raised += commands_in_formulas(paper)
        elif paper.references:
            known = {place.start for place in self.certain + self.possible}
            raised, possible = raised_numbers(paper, known)
            self.raised += raised
            self.possible += possible

    def places(self, zones: frozenset[str] = RUNNING) -> list[CitationPlace]:
        """The certain citations of these zones that print as a bracketed number."""
        paper = self._paper
        return [place for place in self.certain if paper.passage_at(place.start).zone in zones]

    def typed(self, zones: frozenset[str] = RUNNING) -> list[CitationPlace]:
        """Those that are typed by hand."""
        return [place for place in self.places(zones) if place.citation is None]

    @property
    def numbers(self) -> set[int]:
        """The numbers of a typed list that a reader may take for cited, without the commands."""
        numbers = _all_numbers([*self.certain, *self.raised])
        possible = _all_numbers(self.possible)
        if self.uses_commands:
            return numbers
        is_likely = bool(numbers) or self._paper.format == "word" or self._is_most(possible)
        return numbers | possible if is_likely else numbers

    @property
    def next_to_commands(self) -> set[int]:
        """The numbers in typed brackets of a LaTeX draft that cites with commands."""
        return _all_numbers(self._next_to) if self.uses_commands else set()

    def _is_number_in_text(self, place: CitationPlace) -> bool:
        """True for one number, or the end of a range of numbers, in running text."""
        is_running = self._paper.passage_at(place.start).zone in RUNNING
        return is_running and len(place.numbers) == 1 and not place.beyond

    def _commands(self) -> list[CitationPlace]:
        """The commands and fields that print a number in brackets."""
        paper = self._paper
        places = []
        for citation in paper.citations:
            at = citation.position
            if at >= 0 and not citation.prints_author and paper.text.plain[at] == CITE:
                if paper.passage_at(at).zone in SEEN:
                    place = CitationPlace(at, at + 1, citation, [])
                    place.is_raised = is_off_line(paper, at)
                    places.append(place)
        return places

    def _brackets(self) -> None:
        """Sort the numbers in brackets into citations and others."""
        paper, plain = self._paper, self._paper.text.plain
        if not any(sign in plain for sign in "[［【"):
            return
        known = len(paper.references) or len(paper.bibliography.database_keys or ())
        self.most = max(known, *(_number(entry.key) for entry in paper.references), 0)
        last = last_set = 0  # the end of a bracket that is not a citation, and of one of a set
        for match in paper.find(pattern(BRACKET), SEEN):
            start, end = match.span()
            follows = last and not plain[last:start].strip(LINKS)
            verdict = NO if follows else may_cite(plain, start, end, bool(known))
            last = end if verdict == NO else 0
            is_set = bool(last_set) and not plain[last_set:start].strip(LINKS)
            is_set = is_set or self._is_named(match)
            last_set = end if is_set else 0
            place = self._place(match)
            if verdict != NO and place is not None:
                # In a cell, several numbers are an interval: "[8, 12] min".
                is_cell = len(place.numbers) > 1 and paper.passage_at(start).zone == CELL
                is_certain = verdict == YES and not is_set and not is_cell
                (self.certain if is_certain else self.possible).append(place)

    def _is_named(self, match: Match[str]) -> bool:
        """True if the words before the bracket call it a set, an index, or an interval."""
        plain, start = self._paper.text.plain, match.start()
        word = pattern(r"(\w+)\s{0,2}\Z").search(plain, max(0, start - 30), start)
        if word is not None and word[1].lower() in self._words.not_before_citation:
            return True
        if match[1].isdecimal():
            after = pattern(r"[\s\u00a0-]([a-z]+)").match(plain, match.end())
            is_named = after is not None and after[1] in self._words.after_direction
            return len(match[1]) > 2 and is_named
        return pattern(r"\D+\d+\Z").sub("", match[1]).isdecimal() and follows_interval(
            plain, start, self._words.before_interval
        )

    def _place(self, match: Match[str]) -> CitationPlace | None:
        """The bracket as a citation; None if its numbers cannot be those of a list."""
        numbers = written_out(match[1])
        most = self.most or 999
        # The numbers of a list that lost a part are not much larger than the rest of it is long.
        if not numbers or numbers[-1] > most and not self._is_near(numbers[-1]):
            return None
        inside = [number for number in numbers if number <= most]
        beyond = [number for number in numbers if number > most]
        place = CitationPlace(match.start(), match.end(), None, inside, beyond)
        place.is_raised = is_off_line(self._paper, match.start() + 1)
        return place

    def _is_near(self, number: int) -> bool:
        return bool(self._paper.references) and number <= min(LARGEST, 2 * self.most + 15)

    def _cites_by_numbers(self) -> bool:
        """True if the brackets of the draft are citations: in LaTeX, they have many other uses."""
        if self._paper.format == "word":
            return True
        plain = self._paper.text.plain
        single = 0
        named: set[int] = set()
        for place in self.certain:
            named.update(place.all_numbers)
            if place.beyond:
                continue
            is_single = len(place.numbers) == 1
            is_list = is_range(plain[place.start : place.end], place.numbers)
            single += is_single or bool(self._paper.references) and is_list
        return single >= FEWEST_SINGLE or self._is_most(named)

    def _is_most(self, numbers: set[int]) -> bool:
        """True for most of the numbers of the list."""
        count = len(self._paper.references)
        return bool(count) and len(numbers) >= MOST_OF_LIST * count

    def _fill_ranges(self) -> None:
        """Write the numbers between two citations to the second: "[1]–[4]"."""
        ranks: dict[str, int] = {}
        for entry in self._paper.references:
            ranks.setdefault(entry.key, len(ranks) + 1)
        for before, place in zip(self.certain, self.certain[1:]):
            first, last = _numbers_of(before, ranks), _numbers_of(place, ranks)
            if not first or not last or not self._is_joined(before, place):
                continue
            place.ends_range = True
            low, high = sorted((first[-1], last[0]))
            most = self.most if place.citation is None and self.most else high
            place.through = list(range(low + 1, min(high, most + 1)))[:LONGEST_RANGE]

    def _is_joined(self, before: CitationPlace, place: CitationPlace) -> bool:
        """True if only the sign of a range is between two citations."""
        if place.start - before.end > LONGEST_LINK:
            return False
        between = self._paper.text.plain[before.end : place.start]
        if MATH in between:  # [1]$-$[4]
            mark = self._paper.text.mark_at(before.end + between.index(MATH))
            if mark is None or mark.data.content.strip() not in ("-", "--"):
                return False
            between = between.replace(MATH, "-")
        return pattern(RANGE).match(between) is not None


def _all_numbers(places: list[CitationPlace]) -> set[int]:
    """The numbers that are cited at these places."""
    return {number for place in places for number in place.all_numbers}


def _numbers_of(place: CitationPlace, ranks: dict[str, int]) -> list[int]:
    """The numbers that a citation prints, in the order of its keys; empty if one is not known."""
    if place.citation is None:
        return place.numbers + place.beyond
    numbers = [ranks.get(key, 0) for key, _ in place.citation.keys]
    return numbers if all(numbers) else []


def _number(key: str) -> int:
    """The number that a typed key is, 0 for another key."""
    return int(key) if key.isascii() and key.isdecimal() and len(key) < 4 else 0
