"""The words, sentences and quotations of a paper's text, each found once, when a rule needs it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import accumulate

from ieeelint.paper.addresses import addresses
from ieeelint.paper.text import DISPLAY, MATH, QUOTE, TYPEWRITER
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.model import Paper
    from ieeelint.paper.zones import Passage
    from ieeelint.tables.text_views import Sentences
    from ieeelint.vocabulary import Vocabulary

WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)*"
# An end mark of a sentence; closing quotes, notes and citations may follow.
SENTENCE_END = (
    "(?:[.!?…][.]{0,3}|[\ue000\ue001])(?:[\"”’')\\]\ue006]|[ \u00a0\u2009]?\ue002){0,6}\\s+"
)
CASE = r"[A-Z]\w*[ \u00a0]\Z"  # before the "v." of Smith v. Jones
OPENING = " \n\t\u00a0\u2009\"“‘'([\ue006"


class Words:
    """Where the words, sentences and quotations of a text begin.

    ``vocabulary`` has the tables of words, with what the user added to them.
    """

    __slots__ = (
        "_paper",
        "_vocabulary",
        "_words",
        "_small",
        "_sentences",
        "_quotations",
        "_addresses",
    )

    def __init__(self, paper: Paper, vocabulary: Vocabulary) -> None:
        self._paper = paper
        self._vocabulary = vocabulary
        self._words: dict[str, list[int]] | None = None
        self._small: list[str] | None = None  # sorted
        self._sentences: list[int] | None = None
        self._quotations: tuple[list[int], list[int]] | None = None  # starts and ends
        self._addresses: tuple[list[int], list[int]] | None = None

    @property
    def words(self) -> dict[str, list[int]]:
        """Every word in lowercase, with the positions where it begins, in all zones.

        A word is a run of letters; an apostrophe inside is part of it and appears
        as ``'``.  Digits and hyphens divide words: "non-linear" is two words, and
        "5GHz" contains "ghz".
        """
        if self._words is None:
            words: defaultdict[str, list[int]] = defaultdict(list)
            # "İ" is the one letter that lower() makes longer.
            plain = self._paper.text.plain.replace("İ", "I").lower().replace("’", "'")
            pieces = pattern(f"({WORD})").split(
                plain
            )  # words and, between them, the text that divides them
            ends = list(accumulate(map(len, pieces)))
            for word, start in zip(pieces[1::2], ends[::2]):
                words[word].append(start)
            words.default_factory = None
            self._words = words
        return self._words

    def has_any(self, *words: str) -> bool:
        """True when the paper contains one of these lowercase words."""
        return any(word in self.words for word in words)

    def has_small(self, beginning: str) -> bool:
        """True when a word of the paper begins with these lowercase letters and is itself in small
        letters after its first one: "included" for "include".
        """
        if self._small is None:
            plain = self._paper.text.plain
            self._small = sorted(
                word
                for word, places in self.words.items()
                if plain[places[0] + 1 : places[0] + 2].islower()
            )
        at = bisect_left(self._small, beginning)
        return at < len(self._small) and self._small[at].startswith(beginning)

    def places(self, *words: str) -> list[int]:
        """Where these lowercase words begin, in order."""
        return sorted(place for word in words for place in self.words.get(word, ()))

    # -- sentences -------------------------------------------------------------

    def starts_sentence(self, position: int) -> bool:
        """True when a sentence begins at ``position``, opening quotes and brackets aside."""
        starts = self._sentence_starts()
        start = starts[max(bisect_right(starts, position) - 1, 0)]
        plain = self._paper.text.plain
        at = position
        while at > start and plain[at - 1] in OPENING:
            at -= 1
        return at == start

    def sentence(self, position: int) -> tuple[int, int]:
        """Start and end of the sentence around ``position``, without the spaces after it."""
        starts = self._sentence_starts()
        at = max(bisect_right(starts, position) - 1, 0)
        passage = self._paper.passage_at(position)
        end = starts[at + 1] if at + 1 < len(starts) else passage.end
        start, end = max(starts[at], passage.start), min(end, passage.end)
        return start, start + len(self._paper.text.plain[start:end].rstrip())

    def sentences(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """Start and end of each sentence of a passage, the spaces after it included."""
        starts = self._sentence_starts()
        inner = starts[bisect_right(starts, passage.start) : bisect_left(starts, passage.end)]
        yield from zip([passage.start, *inner], [*inner, passage.end], strict=True)

    def _sentence_starts(self) -> list[int]:
        """Where sentences begin: at the start of a passage and after an end mark."""
        if self._sentences is None:
            paper = self._paper
            plain = paper.text.plain
            starts = [passage.start for passage in paper.passages] or [0]
            length = len(plain)
            vocabulary = self._vocabulary.sentences
            for match in pattern(SENTENCE_END).finditer(plain):
                after = match.end()
                if after < length and self._ends(match.start(), after, vocabulary):
                    starts.append(after)
            starts.sort()
            self._sentences = starts
        return self._sentences

    def _ends(self, stop: int, after: int, vocabulary: Sentences) -> bool:
        """True when the mark at ``stop`` ends a sentence and ``after`` begins the next."""
        plain = self._paper.text.plain
        first = plain[after]
        at = after
        while first in OPENING and at + 1 < len(plain):
            at += 1
            first = plain[at]
        mark = plain[stop]
        if mark in (DISPLAY, MATH):
            return self._formula_ends(stop, first)
        if mark in "!?…" or plain[stop + 1 : stop + 2] == ".":
            return not first.islower()
        start = stop
        while start > 0 and (plain[start - 1].isalpha() or plain[start - 1] == "."):
            start -= 1
        before = plain[start:stop]
        piece = before.rpartition(".")[2]
        if not piece:
            return not first.islower()
        if len(piece) == 1:
            if piece.islower():  # i.e., e.g., a.m.; but "the variable x. Then"
                if piece == "v" and pattern(CASE).search(plain, max(0, start - 20), start):
                    return False
                return "." not in before and first.isupper()
            return self._word(at) in vocabulary.openers
        lower = piece.lower()
        if lower in vocabulary.abbreviations and not (piece.isupper() and len(piece) > 2):
            return False
        if lower in vocabulary.either_way and piece != lower.upper():
            return self._word(at) in vocabulary.openers
        return not first.islower() or len(piece) > 3

    def _word(self, position: int) -> str:
        """The letters that begin at ``position``."""
        plain = self._paper.text.plain
        end = position
        while end < len(plain) and plain[end].isalpha():
            end += 1
        return plain[position:end]

    def _formula_ends(self, position: int, first: str) -> bool:
        """True when the formula at ``position`` ends its sentence and ``first`` opens the next.

        A lowercase word after a display continues its sentence; a capital opens a
        new one unless the display ends with a comma.
        """
        mark = self._paper.text.mark_at(position)
        if mark is None or mark.data is None or first.islower():
            return False
        last = last_character(mark.data.content)
        if mark.kind == MATH:
            return last == "." and first.isupper()
        return last == "." or (first.isupper() and last not in ",;:")

    # -- mentions ----------------------------------------------------------------

    def is_mention(self, position: int) -> bool:
        """True inside an address, code or a quotation: words that the draft mentions but does not
        use, or that someone else wrote.
        """
        if self._addresses is None:
            code = [(mark.start, mark.end) for mark in self._paper.text.marks_of(TYPEWRITER)]
            self._addresses = _edges(sorted([*addresses(self._paper.text.plain), *code]))
        return _covers(self._addresses, position) or self.is_in_quotation(position)

    def is_quoted(self, position: int) -> bool:
        """True inside quotation marks."""
        if self._quotations is None:
            outer: list[tuple[int, int]] = []
            for mark in self._paper.text.marks_of(QUOTE):
                if not outer or mark.end > outer[-1][1]:
                    outer.append((mark.start, mark.end))
            self._quotations = _edges(outer)
        return _covers(self._quotations, position)

    def is_in_quotation(self, position: int) -> bool:
        """True inside quotation marks or a block quotation: the words of others."""
        return self._paper.passage_at(position).is_quotation or self.is_quoted(position)


def _edges(ranges: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """The starts and the ends of ranges."""
    return [start for start, _ in ranges], [end for _, end in ranges]


def _covers(edges: tuple[list[int], list[int]], position: int) -> bool:
    """True if one of the ranges, which are in order of their starts, contains the position."""
    starts, ends = edges
    at = bisect_right(starts, position) - 1
    # The range before may contain this one and end later.
    return at >= 0 and (ends[at] > position or (at > 0 and ends[at - 1] > position))


# Commands after the last symbol of a formula that print nothing.
SILENT = (
    "\\nonumber",
    "\\notag",
    "\\IEEEnonumber",
    "\\\\",
    "\\,",
    "\\;",
    "\\:",
    "\\!",
    "\\quad",
    "\\qquad",
    "\\right.",
    "\\hfill",
    "\\displaystyle",
    "\\qedhere",
    "~",
    "}",
    "$",
    "&",
    "\\ ",
    "\\>",
)


def last_character(content: str) -> str:
    """The last printed character of a formula if it is a punctuation mark, else "x"."""
    end = len(content)
    for _ in range(40):
        while end and content[end - 1].isspace():
            end -= 1
        shorter = end
        if content.endswith("}", 0, end):
            label = max(content.rfind(name, 0, end) for name in ("\\label{", "\\tag{", "\\end{"))
            if label >= 0 and "}" not in content[label : end - 1]:
                shorter = label
        if shorter == end:
            for silent in SILENT:
                if content.endswith(silent, 0, end):
                    shorter = end - len(silent)
                    break
        if shorter == end:
            break
        end = shorter
    last = content[end - 1 : end]
    return last if last in (".", ",", ";", ":", "?", "!") else "x"
