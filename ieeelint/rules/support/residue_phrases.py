"""Searches a paper for the phrases of the table ``residue``, which says what their signs mean."""

from __future__ import annotations

from ieeelint.patterns import literal, pattern
from ieeelint.rules.support.template_phrases import folded_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.context import Context

ALTERNATIVES = r"(\([^()|]*(?:\|[^()|]*)+\))"
SIGNS = {" ": r"\s{1,8}", "#": r"\d{1,9}", "…": r"[^\[\]【】\n]{0,60}"}
# A whole word of a phrase, as the index of the paper has it; "|" is where alternatives touch it.
WHOLE_WORD = r"(?<![^\W\d_]|['|])[a-z\u00df-\u00ff]+(?:'[a-z]+)*(?![^\W\d_]|['|])"
REACH = 200  # characters before and after one of its words that contain a match


class Phrase:
    """A phrase of the table.

    ``opens`` is true if a sentence must begin with it, ``closes`` if a paragraph must end with it;
    ``is_typed`` if its capitals count.
    """

    __slots__ = ("words", "opens", "closes", "is_typed", "_pieces")

    def __init__(self, phrase: str) -> None:
        self.opens = phrase.startswith("^")
        self.closes = phrase.endswith("$")
        self.words = phrase[self.opens : len(phrase) - self.closes]
        self.is_typed = phrase != phrase.lower()
        # fixed words and, between them, alternatives
        self._pieces = pattern(ALTERNATIVES).split(self.words)

    @property
    def is_address(self) -> bool:
        """True for a part of an address."""
        return "@" in self.words or "/" in self.words

    @property
    def expression(self) -> str:
        """The regular expression.  It takes linear time."""
        pieces = [
            _any_of(piece) if number % 2 else _literal(piece)
            for number, piece in enumerate(self._pieces)
        ]
        before = r"(?<![^\W_])" if _is_letter(self.words.lstrip("(")[:1]) else ""
        after = r"(?![^\W_])" if _is_letter(self.words.rstrip("|)")[-1:]) else ""
        return before + "".join(pieces) + after

    def triggers(self) -> Iterator[list[str]]:
        """Lists of words: each match contains at least one word of each list."""
        whole_words = pattern(WHOLE_WORD).findall
        pieces = [piece.lower() for piece in self._pieces]
        for number, piece in enumerate(pieces):
            if number % 2:
                before, after = _edge(pieces[number - 1][-1:]), _edge(pieces[number + 1][:1])
                choices = [whole_words(before + one + after) for one in piece[1:-1].split("|")]
                if all(choices):
                    yield [max(words, key=len) for words in choices]
            else:
                touching = "|" * (number > 0) + piece + "|" * (number < len(pieces) - 1)
                for word in whole_words(touching):
                    yield [word]

    def places(self, context: Context, text: str) -> Iterable[int]:
        """Where to look for matches: at the rarest words, or at the fixed part if it has none."""
        index = context.index.words
        best = None
        for words in self.triggers():
            places = [at for word in words for at in index.get(word, ())]
            if best is None or len(places) < len(best):
                best = places
            if not best:
                return ()
        if best is None:  # not a word: signs, or Chinese
            parts = [
                piece[1:-1].split("|") if number % 2 else [part]
                for number, piece in enumerate(self._pieces)
                for part in pattern("[#… ]").split(piece)
            ]
            rarest = max(parts, key=_shortest)
            best = [at for words in rarest for at in _occurrences(text, words)]
        return best


def phrase_places(context: Context, phrases: Iterable[str]) -> Iterator[tuple[int, int, Phrase]]:
    """Start, end and phrase of each match; phrases without capitals match words in any case."""
    plain = context.paper.text.plain
    folded = folded_text(context.paper)[0]
    for words in phrases:
        phrase = Phrase(words)
        text = plain if phrase.is_typed else folded
        found = set()
        for at in phrase.places(context, text):
            expression = pattern(phrase.expression)
            for match in expression.finditer(text, max(at - REACH, 0), at + REACH):
                found.add(match.span())
        for start, end in sorted(found):
            yield start, end, phrase


def _edge(sign: str) -> str:
    """What is next to alternatives: "|" for a letter, with which they make a longer word."""
    return "|" if sign.isalpha() else sign


def _occurrences(text: str, words: str) -> Iterator[int]:
    """Where the words occur in a text."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _shortest(words: list[str]) -> int:
    return min(map(len, words))


def _any_of(piece: str) -> str:
    return "(?:" + "|".join(map(_literal, piece[1:-1].split("|"))) + ")"


def _literal(words: str) -> str:
    return "".join(SIGNS.get(sign) or literal(sign) for sign in words)


def _is_letter(sign: str) -> bool:
    """True for a letter or digit at one end of a phrase; Chinese has no spaces between words."""
    return (sign.isascii() and sign.isalnum()) or sign == "#"
