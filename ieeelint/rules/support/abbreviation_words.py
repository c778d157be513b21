"""Words in capitals that need a definition, and the words that they may stand for."""

from __future__ import annotations

from bisect import bisect_left
from itertools import combinations

from ieeelint.paper.words import WORD
from ieeelint.paper.zones import ACKNOWLEDGMENT, AUTHOR, BIOGRAPHY, REFERENCE, RUNNING_HEAD, THANKS
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.context import Context
    from ieeelint.paper.abbreviations import Definition
    from ieeelint.paper.model import Paper

# Symbols of elements that mean something else more often.
RARE_ELEMENTS = frozenset(("Co", "No", "Po", "Os", "Ho"))
# Units of information and of computing speed: EB, GiB, TFLOPS, GOPS.
INFORMATION = r"[KMGTPEZY](?:i?B|bps|Bps|FLOPS?|FLOP/s|OPS|IPS)"
PYTHON = r"Py[A-Z]"  # the name of a library: PyQT
# Zones of names, whose words do not show what the draft abbreviates.
NAMES = frozenset((AUTHOR, REFERENCE, RUNNING_HEAD, THANKS, ACKNOWLEDGMENT, BIOGRAPHY))
FREQUENT = 3  # times that a draft has a term in small letters
CODE_LENGTH = 4  # letters of a code; shorter ones are often related abbreviations: CNN, DNN, RNN
FEWEST_CODES = 4  # codes of a scheme


def known_words(context: Context, *, everyday: bool = False) -> frozenset[str]:
    """Abbreviations that need no definition.

    With ``everyday`` those that only the field knows are left out; with strict abbreviations only
    IEEE's own list counts.
    """
    abbreviations = context.vocabulary.abbreviations
    if context.vocabulary.strict_abbreviations:
        return abbreviations.tier_a
    known = abbreviations.tier_a | abbreviations.tier_b
    if context.paper.language != "en":
        known |= abbreviations.other_languages
    return known if everyday else known | abbreviations.tier_c


def names(context: Context) -> frozenset[str]:
    """Names and stressed words written in capitals."""
    table = context.vocabulary.acronym_names
    return (
        table.organizations
        | table.products
        | table.languages
        | table.venues
        | table.words
        | table.currencies
    )


def is_candidate(context: Context, token: str) -> bool:
    """False for Roman numerals, chemical formulas, units and names with several small letters:
    II, GaN, kWh, LoRa.
    """
    if not token.isascii() or len(token) > 9 or token in context.vocabulary.units.wrong:
        return False
    if pattern(INFORMATION).fullmatch(token) or pattern(PYTHON).match(token):
        return False
    if len(token) == 2 and token[0] == token[1]:
        return False  # the ZZ gate
    lowered = sum(map(str.islower, token))
    if lowered > 1:
        return False
    if not lowered:
        return not set(token) <= {"I", "V", "X"} and (
            token not in context.vocabulary.units.symbols or len(token) > 2
        )
    return token not in context.vocabulary.units.symbols and not _is_formula(context, token)


def _is_formula(context: Context, token: str) -> bool:
    """True for a chemical formula such as GaN or NaCl: symbols of elements only."""
    elements = context.vocabulary.abbreviations.elements - RARE_ELEMENTS
    pieces = pattern(r"[A-Z][a-z]?").findall(token)
    return "".join(pieces) == token and all(piece in elements for piece in pieces)


def codes(tokens: Iterable[str]) -> frozenset[str]:
    """The tokens that are codes of one shape, such as ENFJ, ESFJ, ENTJ, and INFJ.

    At each place, all of them have one of two letters; chance hardly makes four such words. CV,
    CVC, CCV, and VC are made of two letters.
    """
    by_length: dict[int, list[str]] = {}
    by_letters: dict[frozenset[str], set[str]] = {}
    for token in dict.fromkeys(tokens):
        letters = frozenset(token)
        if len(letters) == 2 and token.isupper():
            by_letters.setdefault(letters, set()).add(token)
        if len(token) >= CODE_LENGTH and token.isupper():
            by_length.setdefault(len(token), []).append(token)
    found: set[str] = set()
    for patterns in by_letters.values():
        found.update(patterns if len(patterns) >= FEWEST_CODES else ())
    for alike in by_length.values():
        if len(alike) >= FEWEST_CODES:
            found.update(_of_one_shape(alike))
    return frozenset(found)


def _of_one_shape(tokens: list[str]) -> Iterator[str]:
    """The tokens, all of one length, that have at least three others near them, each with at most
    two other letters, so that all of these have one of two letters at each place.
    """
    groups: dict[str, list[str]] = {}
    for token in tokens:
        for masked in _masked(token):
            groups.setdefault(masked, []).append(token)
    for token in tokens:
        around = [groups[masked] for masked in _masked(token)]
        if max(map(len, around)) > 4:  # of two letters at two places, there are four tokens
            continue
        near = {other for group in around for other in group}
        if len(near) >= FEWEST_CODES and all(len(set(place)) <= 2 for place in zip(*near)):
            yield from near


def _masked(token: str) -> list[str]:
    """The token without any two of its letters."""
    return [
        f"{token[:first]} {token[first + 1 : second]} {token[second + 1 :]}"
        for first, second in combinations(range(len(token)), 2)
    ]


def as_defined(paper: Paper, definition: Definition) -> str:
    """The short form as the definition prints it, with its plural s."""
    end = definition.position + len(definition.token)
    plural = "s" if paper.text.plain[end : end + 1] == "s" else ""
    return definition.token + plural


class Initials:
    """The initials of the words of the text in order, to find the words that an abbreviation may
    stand for.
    """

    def __init__(self, context: Context) -> None:
        paper = context.paper
        self.plain = paper.text.plain
        places = sorted([at for places in context.index.words.values() for at in places])
        silent = [(p.start, p.end) for p in paper.passages if p.zone in NAMES]
        for start, end in reversed(silent):
            del places[bisect_left(places, start) : bisect_left(places, end)]
        self.places = places
        self.letters = "".join([self.plain[at] for at in self.places]).replace("İ", "I").lower()
        abbreviations = context.vocabulary.abbreviations
        self.no_terms = abbreviations.function_words | abbreviations.small_words

    def meaning(self, token: str) -> str:
        """The words whose initials spell ``token``, without a stop or a function word among them.

        Empty when there are none. Chance may spell a short token in small letters: then the words
        must be frequent, and no compound with a hyphen.
        """
        letters = token.lower()
        counts: dict[str, int] = {}
        at = self.letters.find(letters) if len(letters) > 2 and letters.isalpha() else -1
        while at >= 0:
            last = pattern(WORD).match(self.plain, self.places[at + len(letters) - 1])
            words = self.plain[self.places[at] : last.end()] if last else ""
            if pattern(r"[\w’']+(?:[ \n\u00a0-][\w’']+)*").fullmatch(words) and not words.isupper():
                pieces = pattern(r"[\w’']+").findall(words.lower())
                if self.no_terms.isdisjoint(pieces):
                    meaning = " ".join(words.split())
                    counts[meaning] = counts.get(meaning, 0) + 1
            at = self.letters.find(letters, at + 1)
        best = max(counts, key=lambda meaning: counts[meaning], default="")
        titled = all(word[0].isupper() for word in best.split())
        is_frequent = counts.get(best, 0) >= FREQUENT and "-" not in best
        return best if best and (titled or is_frequent) else ""
