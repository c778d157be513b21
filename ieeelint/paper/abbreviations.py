"""Abbreviations: where the draft uses them, and where it defines them."""

from __future__ import annotations

from bisect import bisect_left

from ieeelint.paper.expansions import expansion_before, fits, resembles, singular, spells
from ieeelint.paper.zones import AUTHOR, REFERENCE, RUNNING_HEAD
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper

# Capitals with at most one lowercase letter between two of them: CNN, QoS, IoT, ReLU, PhDs.
TOKEN = r"(?<![^\W_])[A-Z](?:[a-z]?[A-Z])+(?:es|[a-z])?(?![^\W_])"
# A short form in parentheses or brackets, with what authors put around it.
SHORT = (
    r"[(\[]\s?(?:(?:or|also|i\.e\.,?|e\.g\.,?|the|a|an|hereafter|henceforth|abbreviated(?: as|"
    r" to)?|abbr\.|called|known as|"
    r"denoted(?: as| by)?|termed|named|short|in short|for"
    r" short|acronym|aka|a\.k\.a\.)\s,?\s?){0,2}[\"“‘']?"
    r"([^\W_](?:[^\W_]|[-/&+.](?=[^\W_])){1,11})[+*]?[\"”’']?"
    r"(?=\s?[)\],;:/ \ue002\ue006=])"
)
LONG = r"\(\s?[\"“]?([^()\n\ue000-\ue007]{3,120}(?:\n[^()\n\ue000-\ue007]{1,100}){0,2})[)\]]"

# Author lines and the reference list are full of initials and journal names; heads of pages repeat
# the title.
SILENT = frozenset({AUTHOR, REFERENCE, RUNNING_HEAD})


class Definition:
    """A definition of ``token`` by its ``expansion``: the token at ``position``, the whole from
    ``start`` to ``end``.

    ``is_strong`` when the initials of the expansion spell the token;
    ``is_reversed`` for "CNN (convolutional neural network)".
    """

    __slots__ = (
        "token",
        "expansion",
        "start",
        "end",
        "zone",
        "position",
        "is_strong",
        "is_reversed",
    )

    def __init__(self, token: str, position: int, first: int, last: int, expansion: str) -> None:
        self.token = token
        self.position = position
        self.expansion = expansion
        self.start = min(first, position)
        self.end = max(last, position + len(token))
        self.zone = ""
        self.is_strong = False
        self.is_reversed = position < first

    def __repr__(self) -> str:
        return f"Definition({self.token}, {self.expansion!r}, {self.start})"


class Abbreviations:
    """The abbreviations of a paper.

    ``uses`` gives the positions of each token, in the singular, in any zone but
    the ``SILENT`` ones; ``definitions`` are in document order;
    ``declared`` maps the tokens of ``\\newacronym`` and the like to their long
    forms; ``introduced`` holds the positions of tokens alone in
    parentheses after words that do not spell them but may be meant, and ``alone`` those of all
    tokens alone in parentheses.  ``small_words`` need not give a
    letter to an abbreviation.
    """

    __slots__ = (
        "uses",
        "definitions",
        "declared",
        "introduced",
        "alone",
        "_paper",
        "_small_words",
        "_by_token",
    )

    def __init__(self, paper: Paper, small_words: frozenset[str]) -> None:
        self._paper = paper
        self._small_words = small_words
        self.uses: dict[str, list[int]] = {}
        self.definitions: list[Definition] = []
        self.introduced: dict[str, list[int]] = {}
        self.alone: dict[str, list[int]] = {}
        self.declared = paper.declared_acronyms
        self._by_token: dict[str, list[Definition]] | None = None
        self._find_uses()
        self._find_definitions()

    def _find_uses(self) -> None:
        paper = self._paper
        uses = self.uses
        for match in pattern(TOKEN).finditer(paper.text.plain):
            token = singular(match[0])
            if token in uses:
                uses[token].append(match.start())
            else:
                uses[token] = [match.start()]
        silent = [(p.start, p.end) for p in paper.passages if p.zone in SILENT]
        if not silent:
            return
        starts = [start for start, _ in silent]
        for token, places in list(uses.items()):
            kept = []
            for place in places:
                at = bisect_left(starts, place + 1) - 1
                if at < 0 or silent[at][1] <= place:
                    kept.append(place)
            if kept:
                uses[token] = kept
            else:
                del uses[token]

    def _find_definitions(self) -> None:
        paper = self._paper
        plain = paper.text.plain
        long = None
        for match in pattern(SHORT).finditer(plain):
            short = match[1]
            token = singular(short)
            if sum(map(str.isupper, token)) < 2:
                continue
            expansion = expansion_before(plain, match.start(), token, self._small_words)
            if expansion is None:
                self.alone.setdefault(token, []).append(match.start(1))
                before = plain[max(0, match.start() - 120) : match.start()].rpartition("\n\n")[2]
                if len(token) <= 8 and resembles(token, before):
                    self.introduced.setdefault(token, []).append(match.start(1))
                continue
            first, last, strong = expansion
            self._add(token, match.start(1), first, last, strong)
        # "ABR (long form)": only after a word that has the shape of an abbreviation.
        for token, places in self.uses.items():
            for place in places:
                end = place + len(token)
                if plain[end : end + 1] == "s":
                    end += 1
                at = end + 1 if plain[end : end + 1] in (" ", "\n", "\u00a0") else end
                if plain[at : at + 1] != "(":
                    continue
                if long is None:
                    long = pattern(LONG)
                inside = long.match(plain, at)
                if inside is None:
                    continue
                words = inside[1]
                strong = spells(token, words, self._small_words)
                if strong or fits(token, words):
                    self._add(token, place, inside.start(1), inside.end(1), strong)
        self.definitions.sort(key=lambda definition: definition.position)

    def _add(self, token: str, position: int, first: int, last: int, strong: bool) -> None:
        passage = self._paper.passage_at(position)
        if passage.zone in SILENT or first < passage.start or last > passage.end:
            return
        expansion = " ".join(self._paper.text.plain[first:last].split())
        definition = Definition(token, position, first, last, expansion)
        definition.zone = passage.zone
        definition.is_strong = strong
        self.definitions.append(definition)

    def defined(self, token: str) -> list[Definition]:
        """The definitions of ``token``, in document order."""
        if self._by_token is None:
            self._by_token = {}
            for definition in self.definitions:
                self._by_token.setdefault(definition.token, []).append(definition)
        return self._by_token.get(token, [])
