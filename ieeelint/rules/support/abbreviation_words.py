"""Which capital-letter words ask for a definition, and where the draft explains one without
parentheses.
"""

from __future__ import annotations

from ieeelint.paper.abbreviations import SMALL, expansion_before, spells
from ieeelint.paper.model import CELL, PROSE
from ieeelint.paper.text import CITE
from ieeelint.paper.words import WORD
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context
    from ieeelint.paper.abbreviations import Definition
    from ieeelint.paper.model import Paper

COUNTRIES = frozenset(
    "UK US EU DE FR ES IT JP CN KR IN BR CA AU NL CH SE AT BE PL PT RU SG FI NO DK IE NZ MX TW HK".split()  # noqa: E501
)
# Words that are no part of a term.
COMMON = frozenset(
    "that this these those they them then than there their it its is are was were be been being has"
    " have had do does did can could may might must shall should will would not no if so such each"
    " every any some all most more we our us you your i he she his her which who whose what where"
    " when while how also only more less very often use uses used using via into onto over under"
    " between among through during about after before since until both either or but because"
    " although".split()
)
# Between an abbreviation and its meaning: "FIFO stands for first in, first out", "FIFO, i.e.,
# first in …".
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
    """Abbreviations that need no definition; ``everyday`` leaves out those that only the field
    knows, and a strict user knows only IEEE's own list.
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
    """False for Roman numerals, chemical formulas, units and names by their shape: II, GaN, kWh,
    LoRa.
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
    """True for a chemical formula such as GaN or NaCl: elements all through, one of them of two
    letters.
    """
    elements = context.vocabulary.abbreviations.elements - {"Co", "No", "Po", "Os", "Ho"}
    pieces = pattern(r"[A-Z][a-z]?").findall(token)
    return "".join(pieces) == token and all(piece in elements for piece in pieces)


def is_in_name(paper: Paper, token: str, place: int) -> bool:
    """True where the token is part of an identifier, a model number, a venue with its year, or a
    shout.
    """
    plain = paper.text.plain
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
    if token in COUNTRIES and any(
        word.strip(",.;:()") in COUNTRIES
        for word in plain[max(0, place - 16) : place].split() + plain[end : end + 16].split()
    ):
        return True
    # Three words in capitals are a shout or a title.
    around = plain[max(0, place - 30) : place].split()[-2:] + plain[end : end + 30].split()[:2]
    return sum(word.isupper() and len(word) > 1 and word.isalpha() for word in around) >= 2


def looks_like_name(context: Context, token: str, places: list[int]) -> bool:
    """True when a use shows a proper name: beside a naming noun, or beside a capitalized word
    inside the sentence, and never in the plural."""
    plain = context.paper.text.plain
    naming = context.vocabulary.acronym_names.naming
    makers = context.vocabulary.acronym_names.organizations
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
            and last_word.lower() not in SMALL
            and not context.index.starts_sentence(place - len(last_word) - 1)
        )
    return 2 * capitals > len(places)


def is_pronounceable(token: str) -> bool:
    """True for SCOOT, ACORN, FAST: names more often than not."""
    vowels = sum(letter in "AEIOUY" for letter in token)
    return (
        len(token) >= 4
        and vowels >= 1
        and pattern(r"[^AEIOUY]{3}").search(token) is None
        and token.isupper()
    )


def is_cited(paper: Paper, token: str, places: list[int]) -> bool:
    """True when a citation follows the token somewhere: the name of a published thing."""
    plain = paper.text.plain
    return any(
        plain[place + len(token) : place + len(token) + 2].lstrip()[:1] == CITE for place in places
    )


def is_explained(context: Context, token: str, places: list[int]) -> bool:
    """True when words right beside a use spell the token out, or a table or list does."""
    paper = context.paper
    plain = paper.text.plain
    for place in places[:30]:
        end = place + len(token)
        beside = pattern(EXPLAINS).match(plain, end)
        if beside is not None and beside.end() > end:
            words = pattern(
                r"[^.;()\n\ue000-\ue007]{3,100}(?:\n[^.;()\n\ue000-\ue007]{1,80})?"
            ).match(plain, beside.end())
            if words is not None and _begins_with_meaning(token, words[0]):
                return True
        before = plain[max(0, place - 160) : place]
        introduced = pattern(INTRODUCES).search(before)
        if introduced is not None:
            found = expansion_before(plain, place - (len(before) - introduced.start()), token)
            if found is not None and found[2]:
                return True
        start, stop = context.index.sentence(place)
        start, stop = max(start, place - 400), min(stop, place + 400)
        if len(token) > 2 or pattern(r"s?\s(?:is|are|denotes?|represents?|stands?)\s").match(
            plain, end
        ):
            if _spelled_within(token, plain[start:place]) or _spelled_within(
                token, plain[end:stop]
            ):
                return True
        passage = paper.passage_at(place)
        if (
            passage.zone == CELL
            and passage.plain.strip().rstrip("s:") == token
            and _next_cell_spells(paper, token, passage.end)
        ):
            return True
        if (
            passage.zone == PROSE
            and place - passage.start < 6
            and not plain[passage.start : place].strip("•*- ")
        ):
            words_after = plain[end : min(passage.end, end + 160)].lstrip(" :–—-=\t\u00a0s")
            if _begins_with_meaning(token, words_after[:120]):
                return True
    return False


def _begins_with_meaning(token: str, words: str) -> bool:
    """True when the first words spell the token."""
    pieces = pattern(r"[^\W_]+").finditer(words)
    ends = [piece.end() for _, piece in zip(range(2 * len(token) + 2), pieces, strict=False)]
    return any(spells(token, words[:end], exactly=True) for end in ends[1:])


def _spelled_within(token: str, words: str) -> bool:
    """True when a run of words begins with the letters of the token, one by one."""
    pieces = pattern(r"[^\W_]+").findall(words.lower())
    letters = [piece[0] for piece in pieces if piece not in SMALL]
    return token.isalpha() and token.lower() in "".join(letters) and len(pieces) < 200


def _next_cell_spells(paper: Paper, token: str, end: int) -> bool:
    following = paper.passage_at(end + 2)
    return following.zone == CELL and _begins_with_meaning(token, following.plain[:160])


def as_defined(paper: Paper, definition: Definition) -> str:
    """The short form as the definition has it, perhaps in the plural."""
    end = definition.position + len(definition.token)
    plural = "s" if paper.text.plain[end : end + 1] == "s" else ""
    return definition.token + plural


class Initials:
    """The initials of all words in order, to find the words that an abbreviation may stand for."""

    def __init__(self, context: Context) -> None:
        self.plain = context.paper.text.plain
        self.places = sorted([at for places in context.index.words.values() for at in places])
        self.letters = "".join([self.plain[at] for at in self.places]).replace("İ", "I").lower()

    def meaning(self, token: str) -> str:
        """The words whose initials spell ``token``, with no stop and no function word among them;
        "" if none do, or if they come up but once in small letters, as chance may have it."""
        letters = token.lower()
        found: dict[str, int] = {}
        at = self.letters.find(letters) if len(letters) > 2 and letters.isalpha() else -1
        while at >= 0:
            last = pattern(WORD).match(self.plain, self.places[at + len(letters) - 1])
            words = self.plain[self.places[at] : last.end()] if last else ""
            if pattern(r"[\w’']+(?:[ \n\u00a0-][\w’']+)*").fullmatch(words) and not words.isupper():
                pieces = pattern(r"[\w’']+").findall(words.lower())
                if not any(piece in COMMON or piece in SMALL for piece in pieces):
                    meaning = " ".join(words.split())
                    found[meaning] = found.get(meaning, 0) + 1
            at = self.letters.find(letters, at + 1)
        best = max(found, key=lambda meaning: found[meaning], default="")
        titled = all(word[0].isupper() for word in best.split())
        return best if best and (titled or found[best] > 1) else ""
