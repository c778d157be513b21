"""Words in capitals that need a definition, and how a draft explains them without parentheses."""

from __future__ import annotations

from ieeelint.paper.expansions import expansion_before, spells
from ieeelint.paper.text import CITE
from ieeelint.paper.words import WORD
from ieeelint.paper.zones import CELL, PROSE
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context
    from ieeelint.paper.abbreviations import Definition
    from ieeelint.paper.model import Paper

# Symbols of elements that mean something else more often.
RARE_ELEMENTS = frozenset(("Co", "No", "Po", "Os", "Ho"))
# Between an abbreviation and its meaning: "FIFO stands for first in, first out".
EXPLAINS = (
    r"s?[\"”’']?\s?(?:,|:|=|–|—|\s-\s|\s?\ue002)?\s?(?:which\s|that\s)?(?:(?:stands?|standing"
    r"|is\sshort|short)\s(?:here\s)?for|"
    r"denot(?:es|ing)|means|meaning|refers\sto|abbreviates|is\san\sacronym\s(?:for|of)|i\.e\.,?"
    r"|is\s(?:the|an?)|or)?\s?"
)
# Between a meaning and its abbreviation: "nearest neighbor, or NN,", "known as NN".
INTRODUCES = (
    r"(?:,|:|–|—)?\s(?:also\s|often\s|commonly\s|hereafter\s|henceforth\s|usually\s|simply\s"
    r"|further\s)?"
    r"(?:or|as|abbreviated|called|known\sas|referred\sto\sas|abbreviated\s(?:as|to|by|with)"
    r"|denoted(?:\s(?:as|by))?|short|for\sshort|"
    r"in\sshort|i\.e\.,?|aka|a\.k\.a\.|termed|named|hereafter|or\ssimply|or\sjust)?,?\s?(?:the\s"
    r"|an?\s)?[\"“‘']?$"
)


def known_words(context: Context, *, everyday: bool = False) -> frozenset[str]:
    """Abbreviations that need no definition.

    With ``everyday`` those that only the field knows are left out; with strict abbreviations only
    IEEE's own list counts.
    """
    abbreviations = context.vocabulary.abbreviations
    if context.vocabulary.strict_abbreviations:
        return abbreviations.tier_a
    if everyday:
        return abbreviations.tier_a | abbreviations.tier_b
    return abbreviations.tier_a | abbreviations.tier_b | abbreviations.tier_c


def names(context: Context) -> frozenset[str]:
    """Names and stressed words written in capitals."""
    table = context.vocabulary.acronym_names
    return table.organizations | table.products | table.languages | table.venues | table.words


def is_candidate(context: Context, token: str) -> bool:
    """False for Roman numerals, chemical formulas, units and names with several small letters:
    II, GaN, kWh, LoRa.
    """
    if not token.isascii() or len(token) > 9 or token in context.vocabulary.units.wrong:
        return False
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


def is_in_name(context: Context, token: str, place: int) -> bool:
    """True where the token is part of an identifier, a model number, a venue with its year, or
    words typed in capitals.
    """
    plain = context.paper.text.plain
    codes = context.vocabulary.abbreviations.country_codes
    end = place + len(token)
    before, after = plain[place - 1 : place] if place else "", plain[end : end + 1]
    if before in ("_", "&", "#", "@", "\\", "/", "=", "<", "$") or after in (
        "_",
        "&",
        "@",
        "(",
        "=",
        "™",
        "®",
    ):
        return True
    if before == "." and plain[place - 2 : place - 1].isalnum():
        return True
    following = plain[end : end + 14]
    if after == "/" and not following[1:2].isupper():
        return True
    if after in (".", ":") and following[1:2].isalnum():
        return True
    if pattern(r"s?[-\s’'/]\s?[0-9]").match(following):
        return True
    if before == "-" and plain[place - 2 : place - 1].isdigit():
        return True
    if before == "-" and pattern(r"(?<![^\W_])[A-Z]+[a-z]?-$").search(
        plain, max(0, place - 12), place
    ):
        return True  # the second part of NLE-ELM, O-RAN
    if after == "-" and pattern(r"-[A-Z]").match(plain, end):
        return True
    if before in ("'", "’", "‘", "`", '"', "“") and after in ("'", "’", '"', "”", ","):
        return True
    if token in codes and any(
        word.strip(",.;:()") in codes
        for word in plain[max(0, place - 16) : place].split() + plain[end : end + 16].split()
    ):
        return True
    # Three words in capitals are emphasis or a title.
    around = plain[max(0, place - 30) : place].split()[-2:] + plain[end : end + 30].split()[:2]
    return sum(word.isupper() and len(word) > 1 and word.isalpha() for word in around) >= 2


def looks_like_name(context: Context, token: str, places: list[int]) -> bool:
    """True when the uses show a proper name: next to a naming noun, or mostly next to capitalized
    words within a sentence, and never in the plural."""
    plain = context.paper.text.plain
    naming = context.vocabulary.acronym_names.naming
    makers = context.vocabulary.acronym_names.organizations
    small_words = context.vocabulary.abbreviations.small_words
    capitals = 0
    for place in places:
        end = place + len(token)
        if plain[end : end + 1] == "s":
            return False
        after = plain[end : end + 30].split()[:1] if plain[end : end + 1] in " \n\u00a0" else []
        before = plain[max(0, place - 30) : place].split()[-1:]
        next_word = after[0].strip(".,;:)") if after else ""
        last_word = (
            before[0].lstrip('(“"') if before and place and plain[place - 1].isspace() else ""
        )
        if next_word.lower() in naming or last_word in naming or last_word in makers:
            return True
        capitals += next_word.istitle() or (
            last_word.istitle()
            and last_word.lower() not in small_words
            and not context.index.starts_sentence(place - len(last_word) - 1)
        )
    return 2 * capitals > len(places)


def is_pronounceable(token: str) -> bool:
    """True for SCOOT, ACORN, FAST: such a word is a name more often than not."""
    vowels = sum(letter in "AEIOUY" for letter in token)
    return (
        len(token) >= 4
        and vowels >= 1
        and pattern(r"[^AEIOUY]{3}").search(token) is None
        and token.isupper()
    )


def is_cited(paper: Paper, token: str, places: list[int]) -> bool:
    """True when a citation follows the token somewhere: it names a published method or tool."""
    plain = paper.text.plain
    return any(
        plain[place + len(token) : place + len(token) + 2].lstrip()[:1] == CITE for place in places
    )


def is_explained(context: Context, token: str, places: list[int]) -> bool:
    """True when the words next to a use spell the token out, or a table or list does."""
    paper = context.paper
    plain = paper.text.plain
    small_words = context.vocabulary.abbreviations.small_words
    for place in places[:30]:
        end = place + len(token)
        explaining = pattern(EXPLAINS).match(plain, end)
        if explaining is not None and explaining.end() > end:
            words = pattern(
                r"[^.;()\n\ue000-\ue007]{3,100}(?:\n[^.;()\n\ue000-\ue007]{1,80})?"
            ).match(plain, explaining.end())
            if words is not None and _begins_with_meaning(token, words[0], small_words):
                return True
        before = plain[max(0, place - 160) : place]
        introduced = pattern(INTRODUCES).search(before)
        if introduced is not None:
            words_end = place - (len(before) - introduced.start())
            expansion = expansion_before(plain, words_end, token, small_words)
            if expansion is not None and expansion[2]:
                return True
        start, stop = context.index.sentence(place)
        start, stop = max(start, place - 400), min(stop, place + 400)
        if len(token) > 2 or pattern(r"s?\s(?:is|are|denotes?|represents?|stands?)\s").match(
            plain, end
        ):
            if _spelled_within(token, plain[start:place], small_words) or _spelled_within(
                token, plain[end:stop], small_words
            ):
                return True
        passage = paper.passage_at(place)
        if (
            passage.zone == CELL
            and passage.plain.strip().rstrip("s:") == token
            and _next_cell_spells(context, token, passage.end)
        ):
            return True
        if (
            passage.zone == PROSE
            and place - passage.start < 6
            and not plain[passage.start : place].strip("•*- ")
        ):
            words_after = plain[end : min(passage.end, end + 160)].lstrip(" :–—-=\t\u00a0s")
            if _begins_with_meaning(token, words_after[:120], small_words):
                return True
    return False


def _begins_with_meaning(token: str, words: str, small_words: frozenset[str]) -> bool:
    """True when the first words spell the token."""
    pieces = pattern(r"[^\W_]+").finditer(words)
    ends = [piece.end() for _, piece in zip(range(2 * len(token) + 2), pieces, strict=False)]
    return any(spells(token, words[:end], small_words, exactly=True) for end in ends[1:])


def _spelled_within(token: str, words: str, small_words: frozenset[str]) -> bool:
    """True when the initials of words in a row are the letters of the token."""
    pieces = pattern(r"[^\W_]+").findall(words.lower())
    letters = [piece[0] for piece in pieces if piece not in small_words]
    return token.isalpha() and token.lower() in "".join(letters) and len(pieces) < 200


def _next_cell_spells(context: Context, token: str, end: int) -> bool:
    """True when the cell after the one that ends at ``end`` begins with the meaning."""
    following = context.paper.passage_at(end + 2)
    small_words = context.vocabulary.abbreviations.small_words
    return following.zone == CELL and _begins_with_meaning(
        token, following.plain[:160], small_words
    )


def as_defined(paper: Paper, definition: Definition) -> str:
    """The short form as the definition prints it, with its plural s."""
    end = definition.position + len(definition.token)
    plural = "s" if paper.text.plain[end : end + 1] == "s" else ""
    return definition.token + plural


class Initials:
    """The initials of all words in order, to find the words that an abbreviation may stand for."""

    def __init__(self, context: Context) -> None:
        self.plain = context.paper.text.plain
        self.places = sorted([at for places in context.index.words.values() for at in places])
        self.letters = "".join([self.plain[at] for at in self.places]).replace("İ", "I").lower()
        abbreviations = context.vocabulary.abbreviations
        self.no_terms = abbreviations.function_words | abbreviations.small_words

    def meaning(self, token: str) -> str:
        """The words whose initials spell ``token``, without a stop or a function word among them.

        Empty when there are none, and when they occur only once and in small letters, since
        chance may spell a short token.
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
        return best if best and (titled or counts[best] > 1) else ""
