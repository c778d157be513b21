"""Title case: which words of a title or heading should begin with a capital."""

from __future__ import annotations

from ieeelint.paper.text import ITALIC, MATH, PLACEHOLDERS, QUANTITY, SUPERSCRIPT
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Collection

    from ieeelint.paper.text import Mark, Text
    from ieeelint.tables.text_views import TitleCase

WORD = r"[^\W\d_][\w’'.-]*"
PART = r"[^\W\d_]+"
# The genus before the name of a species: "E. coli", "C. elegans".
GENUS = r"(?:\A|[^\w.])[A-Za-z]\.[\s\u00a0]{1,3}\Z"
LONGEST_NAME = 3  # words in italics; more of them are stress, not a name
# Before a unit and after it: (ms, N = 5), "Mass in kg", "Delay, ms", "of 5 ms", "ms/kg".
BEFORE_UNIT = rf"(?:[(\[/·⋅,]|\bin|[0-9{MATH}{QUANTITY}])[\s\u00a0]{{0,2}}\Z"
AFTER_UNIT = r"[\s\u00a0]{0,2}(?:[)\],;/·⋅]|\Z|(?:per|of|vs\.?|versus|and|or)\b)"
JOINTS = "-–/"  # between the parts of a compound


def lowercase_at(
    text: Text,
    start: int,
    words: str,
    vocabulary: TitleCase,
    units: Collection[str],
    never: Collection[str],
) -> list[tuple[list[int], int, str]]:
    """The words without the capitals that they should have, in ``words``, which begin at
    ``start`` of ``text``: the places of the letters, the end of the word, the word
    from the first of them.

    Marks of notes, units, names in italics, as that of a species, and words of ``never`` may stay.
    If a word is wrong, each part of a compound has a capital, so that none has only some of them.
    """
    end = start + len(words)
    spared = [
        (mark.start - start, mark.end - start)
        for mark in text.marks_in(start, end, ITALIC, SUPERSCRIPT)
        if mark.end <= end
        and (mark.kind == SUPERSCRIPT or _may_be_name(text, mark, len(words.strip())))
    ]
    matches = [
        match
        for match in pattern(WORD).finditer(words)
        if not any(first <= match.start() < last for first, last in spared)
        and not (match.group() in units and _is_unit(words, match))
    ]
    wrong = [
        number
        for number, match in enumerate(matches)
        if match.group().rstrip(".") not in never
        and _lacks_capital(words, matches, number, vocabulary)
    ]
    if not wrong:
        return []
    lowercase = []
    for number, match in enumerate(matches):
        word = match.group().rstrip(".’'-")
        places = [match.start()] if number in wrong else []
        places += _parts(words, match, vocabulary, units)
        if places:
            last = match.start() + len(word)
            lowercase.append(([start + at for at in places], start + last, words[places[0] : last]))
    return lowercase


def _may_be_name(text: Text, mark: Mark, length: int) -> bool:
    """True for a few words in italics among others; ``length`` is that of all of them."""
    words = text.plain[mark.start : mark.end].split()
    return mark.end - mark.start < length and len(words) <= LONGEST_NAME


def _is_unit(words: str, match: re.Match[str]) -> bool:
    """True for the symbol of a unit where a unit may be."""
    before = words[max(match.start() - 4, 0) : match.start()]
    return bool(pattern(BEFORE_UNIT).search(before)) and bool(
        pattern(AFTER_UNIT).match(words, match.end())
    )


def _parts(
    words: str, match: re.Match[str], vocabulary: TitleCase, units: Collection[str]
) -> list[int]:
    """The places of the parts of a compound after its first one that have no capital."""
    word = match.group().rstrip(".")
    before = pattern(rf"({PART})/\Z").search(words[max(match.start() - 9, 0) : match.start()])
    if "." in word or "_" in word or words[match.end() : match.end() + 1] in ("_", "@", "("):
        return []  # a name of a file or of a function
    if before is not None and before[1] in units:
        return []  # GB/day
    places = []
    for part in pattern(PART).finditer(word):
        at = match.start() + part.start()
        if at and words[at - 1] in JOINTS and _may_have_capital(part.group(), vocabulary):
            places.append(at)
    return places


def _may_have_capital(part: str, vocabulary: TitleCase) -> bool:
    """True for a part of a compound in lowercase that is not a small word, no letter, and no
    abbreviation without a vowel, as in "Aircrack-ng".
    """
    return (
        len(part) > 1
        and not set("aeiouyàâäáåæèéêëíîïóôöøœúùûüý").isdisjoint(part)
        and part.islower()
        and part not in vocabulary.lower
        and part not in vocabulary.either_way
        and part not in vocabulary.always_right
    )


def _lacks_capital(
    text: str, matches: list[re.Match[str]], number: int, vocabulary: TitleCase
) -> bool:
    """True for a word without the capital that it should have.

    Words with a capital inside (iPhone, pH), single letters, second parts of
    compounds with a hyphen and words next to a placeholder may stay.
    """
    match = matches[number]
    word = match.group().rstrip(".’'-")
    if not word or not word[0].islower() or "_" in word or "." in word:
        return False
    if any(character.isupper() for character in word[1:]):
        return False
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    if len(word) == 1 and word != "a" or (before and before in "-–/@_.'’\\" + PLACEHOLDERS):
        return False
    if before.isdigit() or after in ("_", "@", "(") or any(map(str.isdigit, word)):
        return False
    is_first = number == 0 and set(PLACEHOLDERS).isdisjoint(text[: match.start()])
    opens = is_first or _after_colon(text, match.start())
    closes = number == len(matches) - 1
    if word in vocabulary.lower and not opens and not closes:
        return False
    if word in vocabulary.lower and closes and not opens and text[match.end() :].strip(" .\n"):
        return False
    if word in vocabulary.either_way and not opens:
        return False
    if "-" in word and word.partition("-")[0] in vocabulary.always_right:
        return False
    return word not in vocabulary.always_right and not pattern(GENUS).search(
        text[max(match.start() - 6, 0) : match.start()]
    )


def _after_colon(text: str, at: int) -> bool:
    """True for the first word after a colon or a dash."""
    before = text[:at].rstrip(' \n\u00a0“"(')
    return before.endswith((":", "—")) and at > 0


def is_all_capitals(text: str) -> bool:
    """True for more than three words with hardly a lowercase letter."""
    letters = [character for character in text if character.isalpha()]
    words = pattern(WORD).findall(text)
    return len(words) > 3 and sum(map(str.isupper, letters)) > 0.9 * len(letters)


def is_shouted(text: str) -> bool:
    """True for a heading typed in capitals that is more than abbreviations."""
    words = [word for word in pattern(WORD).findall(text) if len(word) > 1]
    return (
        bool(words)
        and all(word.isupper() for word in words)
        and (any(len(word) > 6 for word in words) or sum(len(word) > 4 for word in words) > 1)
    )
